import { expect, it } from 'vitest';
import type { Candidate, Corpus } from '../corpus/corpus.ts';
import { RememberingCorpus } from './sourceCheckMemory.ts';

/** A corpus that counts what it is asked. */
function counted(): { corpus: Corpus; asked: string[] } {
  const asked: string[] = [];
  const retrieve = (words: readonly string[], limit: number): readonly Candidate[] => {
    asked.push(`${words.join(' ')}/${limit}`);
    return [{ articleId: '/c/a.md', position: asked.length, end: asked.length + 2, similarity: 1, score: 1 }];
  };
  return {
    corpus: { revision: 7, size: 2, publishers: ['The Coast'], idsAt: () => [], newestVersion: () => null, retrieve, information: () => 3 },
    asked,
  };
}

it('asks once for what is asked for in every round', () => {
  const { corpus, asked } = counted();
  const memory = new RememberingCorpus(corpus);
  const first = memory.retrieve(['a', 'b'], 5);
  for (let round = 0; round < 3; round++) {
    memory.endRound();
    expect(memory.retrieve(['a', 'b'], 5)).toBe(first);
  }
  expect(asked).toEqual(['a b/5']);
});

it('tells other words and other limits apart', () => {
  const { corpus, asked } = counted();
  const memory = new RememberingCorpus(corpus);
  memory.retrieve(['a', 'b'], 5);
  memory.retrieve(['a', 'b'], 6);
  memory.retrieve(['b', 'a'], 5);
  expect(asked).toHaveLength(3);
});

it('forgets what a whole round did not ask for', () => {
  const { corpus, asked } = counted();
  const memory = new RememberingCorpus(corpus);
  memory.retrieve(['a'], 5);
  memory.endRound();
  memory.endRound();
  memory.retrieve(['a'], 5);
  expect(asked).toHaveLength(2);
});

it('is in everything else the corpus that it stands for', () => {
  const { corpus } = counted();
  const memory = new RememberingCorpus(corpus);
  expect(memory.isOf(corpus)).toBe(true);
  expect(memory.isOf({ ...corpus, revision: 8 })).toBe(false);
  expect([memory.revision, memory.information('x'), memory.size, memory.publishers]).toEqual([7, 3, 2, ['The Coast']]);
});

it('asks a corpus of the same revision in place of the one before', () => {
  const [before, after] = [counted(), counted()];
  const memory = new RememberingCorpus(before.corpus);
  const known = memory.retrieve(['a'], 5);
  expect(memory.isOf(after.corpus)).toBe(true);
  expect(memory.retrieve(['a'], 5)).toBe(known);
  memory.retrieve(['b'], 5);
  expect([before.asked, after.asked]).toEqual([['a/5'], ['b/5']]);
});
