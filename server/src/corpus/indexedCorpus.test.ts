import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hashWord } from '../text/wordHash.ts';
import { NO_DETAILS } from './article.ts';
import { alignCodes } from './index/alignCodes.ts';
import { queryOf } from './index/query.ts';
import { codeOf } from './index/segmentData.ts';
import { type IndexedArticle, IndexedCorpus } from './indexedCorpus.ts';

const VOCABULARY = 'the of and a tide wall harbour winter salt lamp ferry gull crate stone keel mast buoy pilot anchor rope'.split(' ');
/** Words as prose has them: a few come often, most seldom. */
const word = fc.nat(VOCABULARY.length * VOCABULARY.length - 1).map((n) => VOCABULARY[Math.floor(Math.sqrt(n))] as string);
const text = (most: number) => fc.array(word, { minLength: 1, maxLength: most });

function articleOf(id: string, words: readonly string[]): IndexedArticle {
  return { id, details: { ...NO_DETAILS, publisher: id }, hashes: Uint32Array.from(words, hashWord) };
}

function corpusOf(texts: readonly (readonly string[])[]): IndexedCorpus {
  return IndexedCorpus.empty().changed(texts.map((words, i) => articleOf(`${i}.md`, words)));
}

/** The best alignment with any article, each looked at from its first word to its last. */
function bruteForce(texts: readonly (readonly string[])[], words: readonly string[], corpus: IndexedCorpus): number {
  const bits = Float64Array.from(words, (one) => corpus.information(one));
  const query = queryOf(Uint32Array.from(words, hashWord), bits);
  const costs = texts.map(
    (own) =>
      alignCodes(
        query,
        Uint16Array.from(own, (one) => codeOf(hashWord(one))),
      )?.cost ?? query.cost,
  );
  return Math.max(0, 1 - Math.min(...costs) / query.cost);
}

describe('what is retrieved', () => {
  test('is as good as the best that a scan of everything finds', () => {
    fc.assert(
      fc.property(fc.array(text(60), { minLength: 1, maxLength: 12 }), text(14), (texts, words) => {
        const corpus = corpusOf(texts);
        const best = bruteForce(texts, words, corpus);
        const found = corpus.retrieve(words, 3)[0]?.similarity ?? 0;
        // What has less in common than this is nothing that a rule would look at.
        if (best >= 0.4) expect(found).toBeCloseTo(best, 9);
        else expect(found).toBeLessThanOrEqual(best + 1e-9);
      }),
      { numRuns: 300 },
    );
  });

  test('is every article that has the words, where it has them', () => {
    fc.assert(
      fc.property(fc.array(text(40), { minLength: 1, maxLength: 8 }), fc.nat(), fc.nat(), fc.nat(), (texts, which, from, length) => {
        const source = texts[which % texts.length] as string[];
        const start = from % source.length;
        const words = source.slice(start, start + 1 + (length % (source.length - start)));
        const having = texts.flatMap((own, i) => (` ${own.join(' ')} `.includes(` ${words.join(' ')} `) ? [`${i}.md`] : []));
        const exact = corpusOf(texts)
          .retrieve(words, 50)
          .filter(({ similarity }) => similarity === 1);
        expect([...new Set(exact.map(({ articleId }) => articleId))].sort()).toEqual(having);
        for (const { articleId, position, end } of exact)
          expect(texts[Number.parseInt(articleId, 10)]?.slice(position, end)).toEqual(words);
      }),
      { numRuns: 300 },
    );
  });
});

const id = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const change = fc.record({
  added: fc.uniqueArray(fc.record({ id, words: text(30) }), { maxLength: 3, selector: (one) => one.id }),
  removed: fc.array(id, { maxLength: 2 }),
  merge: fc.boolean(),
});

/** All that rules could see of a corpus. */
function seen(corpus: IndexedCorpus, asked: readonly string[]) {
  return {
    ids: [...corpus.ids()].sort(),
    size: corpus.size,
    publishers: [...corpus.publishers].sort(),
    details: ['a', 'b', 'c', 'd', 'e'].map((one) => corpus.details(one)),
    bits: VOCABULARY.map((one) => corpus.information(one)),
    found: corpus.retrieve(asked, 6),
  };
}

test('whatever is added, replaced, removed and merged: the answers are those of a corpus made of what is left', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 12 }), text(10), (changes, asked) => {
      let corpus = IndexedCorpus.empty();
      const left = new Map<string, IndexedArticle>();
      for (const { added, removed, merge } of changes) {
        const before = seen(corpus, asked);
        const next = corpus.changed(
          added.map((one) => articleOf(one.id, one.words)),
          removed,
        );
        expect(next.revision).toBeGreaterThan(corpus.revision);
        for (const gone of removed) left.delete(gone);
        for (const one of added) left.set(one.id, articleOf(one.id, one.words));
        expect(seen(corpus, asked)).toEqual(before);
        corpus = merge ? next.merged() : next;
      }
      expect(seen(corpus, asked)).toEqual(seen(IndexedCorpus.empty().changed(left.values()), asked));
    }),
    { numRuns: 150 },
  );
});

test('merging keeps the segments few', () => {
  let corpus = IndexedCorpus.empty();
  let most = 0;
  for (let i = 0; i < 300; i++) {
    corpus = corpus.changed([articleOf(`${i}.md`, VOCABULARY.slice(i % 7))]).merged();
    most = Math.max(most, corpus.segmentCount);
  }
  expect(corpus.size).toBe(300);
  expect(most).toBeLessThanOrEqual(10);
});

describe('a misspelt word', () => {
  const corpus = corpusOf([
    ['the', 'harbour', 'pilot', 'left', 'at', 'dawn'],
    ['the', 'ferry', 'came', 'late'],
  ]);
  test.each(['harbuor', 'harbor', 'harbouur', 'hargour'])('as %s is found as what it is a slip away from', (slip) => {
    const [found] = corpus.retrieve(['the', slip, 'pilot', 'left'], 1);
    expect(found).toMatchObject({ articleId: '0.md', position: 0, end: 4 });
    expect(found?.similarity).toBeLessThan(1);
    expect(found?.similarity).toBeGreaterThan(0.8);
  });
});

describe('a corpus', () => {
  const corpus = corpusOf([
    ['tide', 'wall'],
    ['wall', 'tide', 'wall'],
  ]);
  test('gives at most as many places as asked for', () =>
    expect([corpus.retrieve(['wall'], 1), corpus.retrieve([], 3)].map(({ length }) => length)).toEqual([1, 0]));
  test('knows no word that it has not', () => expect(corpus.retrieve(['lighthouse'], 5)).toEqual([]));
  test('tells rare words from common ones', () => expect(corpus.information('lighthouse')).toBeGreaterThan(corpus.information('the')));
  test('may be empty', () => expect(IndexedCorpus.empty().retrieve(['tide'], 5)).toEqual([]));
});
