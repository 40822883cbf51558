import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { hashWord } from '../../text/wordHash.ts';
import { NO_DETAILS } from '../article.ts';
import { IndexedCorpus } from '../indexedCorpus.ts';
import { retrievalWork } from './retrieval.ts';
import { seedingWork } from './seeding.ts';
import { SegmentBuilder } from './segmentBuilder.ts';

/*
 * What answering takes, counted and not timed: a machine may be busy, but it looks at no more postings for that. The
 * figures are what was counted when they were last looked at, and a tenth more. Who needs fewer lowers them; who needs
 * more shows in docs/performance.md what it is for.
 */

const ARTICLES = 1500;
const WORDS = 400;
const VOCABULARY = 40_000;
const QUERIES = 200;

/** Numbers from 0 to 1, the same ones each time (Park and Miller 1988). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 0x7fffffff;
    return state / 0x7fffffff;
  };
}

const chance = numbers(20);
const below = (count: number) => Math.floor(chance() * count);
/** Words as often as in prose: the n-th commonest about 1/n times as often as the first (Zipf). */
const word = () => `w${Math.floor(VOCABULARY ** chance())}`;
const texts = Array.from({ length: ARTICLES }, () => Array.from({ length: WORDS }, word));

let corpus = IndexedCorpus.empty();

beforeAll(() => {
  const builder = new SegmentBuilder();
  for (const [i, words] of texts.entries()) builder.add({ id: `${i}`, details: NO_DETAILS }, Uint32Array.from(words, hashWord));
  corpus = corpus.withSegments([builder.finish()]);
});

beforeEach(() => {
  Object.assign(seedingWork, { postings: 0, seeds: 0 });
  Object.assign(retrievalWork, { windows: 0, aligned: 0 });
});

function passage(length: number): { article: string; words: string[] } {
  const article = below(ARTICLES);
  const from = below(WORDS - length);
  return { article: `${article}`, words: (texts[article] as string[]).slice(from, from + length) };
}

/** Asks for passages with some words changed; gives how many were found where they are from, and what one took. */
function ask(length: number, changed: number) {
  let right = 0;
  for (let i = 0; i < QUERIES; i++) {
    const { article, words } = passage(length);
    for (let k = 0; k < changed; k++) words[below(length)] = word();
    if (corpus.retrieve(words, 1)[0]?.articleId === article) right++;
  }
  return {
    right: right / QUERIES,
    postings: seedingWork.postings / QUERIES,
    windows: retrievalWork.windows / QUERIES,
    aligned: retrievalWork.aligned / QUERIES,
  };
}

const COUNTED = [
  ['a short quotation', 6, 0, { right: 1, postings: 475.6, windows: 31.5, aligned: 0 }],
  ['a short one, a word of which is wrong', 6, 1, { right: 1, postings: 711.3, windows: 282.3, aligned: 1.39 }],
  ['a sentence', 15, 0, { right: 1, postings: 69.8, windows: 27.8, aligned: 0 }],
  ['a sentence, four words of which are wrong', 15, 4, { right: 1, postings: 347.6, windows: 47.6, aligned: 1.13 }],
  ['a paragraph, ten words of which are wrong', 45, 10, { right: 1, postings: 119.6, windows: 19.8, aligned: 1.25 }],
  ['words that stand nowhere together', 12, 40, { right: 0, postings: 2226.8, windows: 372.2, aligned: 9.96 }],
] as const;
const TOLERATED = 1.1;

describe('what an answer takes', () => {
  test.each(COUNTED)('for %s is no more than it was', (_, length, changed, was) => {
    const work = ask(length, changed);
    expect(work.right).toBeGreaterThanOrEqual(was.right);
    expect(work.postings).toBeLessThanOrEqual(was.postings * TOLERATED);
    expect(work.windows).toBeLessThanOrEqual(was.windows * TOLERATED);
    expect(work.aligned).toBeLessThanOrEqual(was.aligned * TOLERATED);
    // What is counted is really counted.
    expect(work.postings).toBeGreaterThan(1);
    expect(work.windows).toBeGreaterThan(1);
  });
});
