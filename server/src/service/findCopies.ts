import { CopyFinder } from '../corpus/copyFinder.ts';
import { articleIds, eachArticle } from './eachArticle.ts';
import type { Library } from './library.ts';
import { drain } from './pump.ts';

/** By the id of an article the ids of those that print the same text, in order. Reads all texts once, a few at a time. */
export async function findCopies(library: Library): Promise<ReadonlyMap<string, readonly string[]>> {
  const finder = new CopyFinder();
  for await (const article of eachArticle(library, articleIds(library))) finder.add(article);
  return drain(finder.find());
}
