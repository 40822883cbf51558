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

test('whatever stands in a row is among what is retrieved, first', () => {
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), fc.nat(), fc.nat(), (texts, which, at) => {
      const corpus = MemoryCorpus.of(texts.map((words, i) => articleOf(`${i}.md`, words)));
      const source = texts[which % texts.length] as string[];
      const words = source.slice(at % source.length);
      const places = slowPlaces(corpus.texts.values(), words);
      const [best] = corpus.retrieve(words, 1);
      const near = places.some((place) => {
        const [id, position] = place.split(' ');
        return id === best?.articleId && Math.abs(Number(position) - best.position) <= 16;
      });
      expect(near).toBe(true);
    }),
  );
});

/** Everything that can be seen of a corpus from outside. */
function seen(corpus: MemoryCorpus) {
  const queries = [VOCABULARY.slice(0, 4), ['tide', 'wall'], ['the', 'salt', 'lamp'], ['gull']];
  return {
    articles: [...corpus.articles.keys()].sort(),
    information: VOCABULARY.map((word) => corpus.information(word)),
    found: queries.map((words) => corpus.retrieve(words, 50).map(({ articleId, position }) => `${articleId} ${position}`).sort()),
  };
}

const change = fc.record({ added: fc.array(fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), words: text }), { maxLength: 3 }), removed: fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 2 }) });

test('a changed corpus is what building it anew gives, and the old one stays', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
      let corpus = MemoryCorpus.of([]);
      for (const { added, removed } of changes) {
        const before = seen(corpus);
        const next = corpus.changed(added.map(({ id, words }) => articleOf(id, words)), removed);
        expect(seen(corpus)).toEqual(before);
        expect(next.revision).not.toBe(corpus.revision);
        corpus = next;
      }
      expect(seen(corpus)).toEqual(seen(MemoryCorpus.of(corpus.texts.values())));
    }),
    { numRuns: 60 },
  );
});

describe('a corpus', () => {
  const corpus = MemoryCorpus.of([articleOf('a', ['tide', 'wall']), articleOf('b', ['wall', 'tide', 'wall'])]);
  test('gives at most as many places as asked for', () => expect([corpus.retrieve(['wall'], 1), corpus.retrieve([], 3)].map(({ length }) => length)).toEqual([1, 0]));
  test('knows no word that it has not', () => expect(corpus.retrieve(['lighthouse'], 5)).toEqual([]));
  test('tells rare words from common ones', () => expect(corpus.information('lighthouse')).toBeGreaterThan(corpus.information('the')));
  test('may be empty', () => expect(MemoryCorpus.of([]).retrieve(['tide'], 5)).toEqual([]));
});
