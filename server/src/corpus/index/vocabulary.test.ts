import fc from 'fast-check';
import { expect, test } from 'vitest';
import { WordCounter, wordNumber } from './vocabulary.ts';

/** Hashes of which many are alike in their upper or lower bits. */
const hash = fc.oneof(
  fc.integer({ min: 1, max: 40 }),
  fc.nat(40).map((top) => ((top << 26) | 1) >>> 0),
  fc.integer({ min: 1, max: 0xffffffff }),
);

test('words are numbered by hash, counted and found; others are not', () => {
  fc.assert(
    fc.property(fc.array(hash, { maxLength: 3000 }), hash, (hashes, other) => {
      const counter = new WordCounter();
      const numbers = hashes.map((one) => counter.count(one));
      const { vocabulary, hashes: own, ranks } = counter.finish();
      expect([...vocabulary.hashes]).toEqual([...new Set(hashes)].sort((a, b) => a - b));
      hashes.forEach((one, i) => {
        const number = numbers[i] as number;
        expect(own[number]).toBe(one);
        expect(wordNumber(vocabulary, one)).toBe(ranks[number]);
      });
      for (const [rank, one] of vocabulary.hashes.entries())
        expect(vocabulary.counts[rank]).toBe(hashes.filter((same) => same === one).length);
      if (!hashes.includes(other)) expect(wordNumber(vocabulary, other)).toBe(-1);
    }),
    { numRuns: 25 },
  );
});
