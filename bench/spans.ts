import type { Archive, BenchArticle } from './corpora.ts';
import type { Random } from './random.ts';
import { sentencesOf } from './sentences.ts';
import { type Words, wordBuffer, wordHashes, wordsOf } from './words.ts';

/** A passage of an article that a query is made from. */
export interface Passage {
  readonly article: BenchArticle;
  /** UTF-16 offsets in the article’s text, half-open. */
  readonly start: number;
  readonly end: number;
}

export interface PassageOptions {
  /** Words, both included. */
  readonly least: number;
  readonly most: number;
  /** What the passage’s text must have. */
  readonly having?: RegExp;
}

/** A passage begins after and ends before such a character, as a quotation does: not inside well-known or advance[s]. */
const BEFORE = /[\s"“‘(]/;
const AFTER = /[\s"”’).,;:!?]/;
/** Places tried in one article before another is taken. */
const TRIES = 40;
const ARTICLES_TRIED = 400;

const buffer = wordBuffer();

/** A passage of so many words within one paragraph, at random from the first `count` articles. */
export function passageOf(archive: Archive, count: number, chance: Random, options: PassageOptions): Passage {
  for (let tried = 0; tried < ARTICLES_TRIED; tried++) {
    const article = archive.article(chance.below(count));
    const words = wordsOf(article.text, buffer);
    for (let place = 0; place < TRIES; place++) {
      const passage = passageAt(article, words, chance, options);
      if (passage) return passage;
    }
  }
  throw new Error(`No passage of ${options.least} to ${options.most} words was found in ${count} articles.`);
}

function passageAt(article: BenchArticle, words: Words, chance: Random, { least, most, having }: PassageOptions): Passage | undefined {
  const length = chance.between(least, most);
  if (words.count < length) return undefined;
  const first = chance.below(words.count - length + 1);
  const start = words.starts[first] as number;
  const end = words.ends[first + length - 1] as number;
  const { text } = article;
  if ((start > 0 && !BEFORE.test(text.charAt(start - 1))) || (end < text.length && !AFTER.test(text.charAt(end)))) return undefined;
  const passage = text.slice(start, end);
  if (/[\r\n…[\]]|\.\.\./.test(passage) || (having && !having.test(passage))) return undefined;
  return { article, start, end };
}

/** A whole sentence of so many words, at random from the first `count` articles. */
export function sentenceOf(archive: Archive, count: number, chance: Random, { least, most }: PassageOptions): string {
  for (let tried = 0; tried < ARTICLES_TRIED; tried++) {
    const { text } = archive.article(chance.below(count));
    const places = sentencesOf(text);
    if (places.length === 0) continue;
    const { start, end } = chance.pick(places);
    const sentence = text.slice(start, end);
    const words = wordHashes(sentence).length;
    if (words >= least && words <= most) return sentence;
  }
  throw new Error(`No sentence of ${least} to ${most} words was found in ${count} articles.`);
}
