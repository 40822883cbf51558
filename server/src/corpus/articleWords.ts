import { hashWord } from '../text/wordHash.ts';
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

/** The hashes of the same words, as the index takes them. */
export function articleHashes(article: Article): Uint32Array {
  return Uint32Array.from(articleWords(article), ({ folded }) => hashWord(folded));
}
