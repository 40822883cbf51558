import type { Article } from '../corpus/article.ts';
import type { Library } from './library.ts';

/** How many texts are at hand together. */
const AT_ONCE = 64;

/** The ids of all articles of a library in order, by code units: the same on every machine. */
export function articleIds({ corpus }: Library): readonly string[] {
  return [...corpus.ids()].sort((a, b) => (a < b ? -1 : 1));
}

/**
 * Articles of a library one after the other, in the order of `ids`: never are all their texts at hand together. Those
 * whose file is gone or cannot be read are left out.
 */
export async function* eachArticle(library: Library, ids: readonly string[], signal?: AbortSignal): AsyncGenerator<Article> {
  const { corpus } = library;
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const articles = await library.fetch(ids.slice(at, at + AT_ONCE), corpus, { signal, passing: true });
    yield* articles.values();
  }
}
