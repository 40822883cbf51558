import { WordScanner } from '../text/wordScanner.ts';
import { type Word, wordsOf } from '../text/words.ts';
import type { Article } from './article.ts';

const cache = new WeakMap<Article, readonly Word[]>();

/** The words of an article's blocks, in order: what positions in candidates and alignments count. Kept while the article lives. */
export function articleWords(article: Article): readonly Word[] {
  let words = cache.get(article);
  if (!words) {
    words = article.prose.blocks.flatMap(({ span }) => wordsOf(article.prose.text, span));
    cache.set(article, words);
  }
  return words;
}

const scanner = new WordScanner();

/** The hashes of the same words, as the index takes them. Several times as fast as the words themselves, which are not made. */
export function articleHashes({ prose: { text, blocks } }: Article): Uint32Array {
  scanner.clear();
  for (const { span } of blocks) scanner.scan(text, span.start, span.end);
  return scanner.hashes.slice(0, scanner.count);
}
