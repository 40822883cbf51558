import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { articlesOf } from '../../../test/support/checkDraft.ts';
import type { Article } from './article.ts';
import { articleWords } from './articleWords.ts';
import { MemoryCorpus } from './memoryCorpus.ts';

const VOCABULARY = 'tide wall harbour winter the of and a salt lamp ferry gull crate stone'.split(' ');
const text = fc.array(fc.constantFrom(...VOCABULARY), { minLength: 1, maxLength: 20 });

function articleOf(id: string, words: readonly string[]): Article {
  const [article] = articlesOf(words.join(' '));
  return { ...(article as Article), id };
}

/** Every place where the words stand in a row, found by looking everywhere. */
function slowPlaces(articles: Iterable<Article>, words: readonly string[]): string[] {
  return [...articles].flatMap((article) => {
    const all = articleWords(article).map(({ folded }) => folded);
    return all.flatMap((_, at) => (words.every((word, i) => all[at + i] === word) ? [`${article.id} ${at}`] : []));
  });
}

test('whatever stands in a row is among what is retrieved', () => {
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), fc.nat(), fc.nat(), (texts, which, at) => {
      const corpus = MemoryCorpus.of(texts.map((words, i) => articleOf(`${i}.md`, words)));
      const source = texts[which % texts.length] as string[];
      const words = source.slice(at % source.length);
      const places = slowPlaces(corpus.texts.values(), words);
      const retrieved = corpus.retrieve(words, 12);
      const near = places.some((place) => {
        const [id, position] = place.split(' ');
        return retrieved.some((one) => id === one.articleId && Math.abs(Number(position) - one.position) <= 16);
      });
      expect(near).toBe(true);
    }),
  );
});

/** The articles, each with what its own words bring up: whether itself is among it. */
function seen(corpus: MemoryCorpus): string[] {
  return [...corpus.texts.values()].map((article) => {
    const words = articleWords(article).map(({ folded }) => folded);
    const ids = corpus.retrieve(words, 50).map(({ articleId }) => articleId);
    expect(ids.filter((id) => !corpus.texts.has(id))).toEqual([]);
    return `${article.id}${ids.includes(article.id) ? '' : ' lost'}: ${words.join(' ')}`;
  });
}

const id = fc.constantFrom('a', 'b', 'c', 'd');
const change = fc.record({
  added: fc.uniqueArray(fc.record({ id, words: text }), { maxLength: 3, selector: (one) => one.id }),
  removed: fc.array(id, { maxLength: 2 }),
});

test('a changed corpus has and finds what a map would hold, and the old one stays', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
      let corpus = MemoryCorpus.of([]);
      const map = new Map<string, string>();
      for (const { added, removed } of changes) {
        const before = seen(corpus);
        const next = corpus.changed(
          added.map((one) => articleOf(one.id, one.words)),
          removed,
        );
        for (const gone of removed) map.delete(gone);
        for (const one of added) map.set(one.id, `${one.id}: ${one.words.join(' ')}`);
        expect(seen(corpus)).toEqual(before);
        expect(seen(next)).toEqual([...map.values()]);
        expect(next.revision).toBeGreaterThan(corpus.revision);
        corpus = next;
      }
    }),
    { numRuns: 60 },
  );
});

describe('a corpus', () => {
  const corpus = MemoryCorpus.of([articleOf('a', ['tide', 'wall']), articleOf('b', ['wall', 'tide', 'wall'])]);
  test('gives at most as many places as asked for', () =>
    expect([corpus.retrieve(['wall'], 1), corpus.retrieve([], 3)].map(({ length }) => length)).toEqual([1, 0]));
  test('knows no word that it has not', () => expect(corpus.retrieve(['lighthouse'], 5)).toEqual([]));
  test('tells rare words from common ones', () => expect(corpus.information('lighthouse')).toBeGreaterThan(corpus.information('the')));
  test('may be empty', () => expect(MemoryCorpus.of([]).retrieve(['tide'], 5)).toEqual([]));
});
