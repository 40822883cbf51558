import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wordNumber } from './vocabulary.ts';
import { WordCounter } from './wordCounter.ts';

/** Hashes of which many are alike in their upper or lower bits. */
const hash = fc.oneof(
  fc.integer({ min: 1, max: 40 }),
  fc.nat(40).map((top) => ((top << 26) | 1) >>> 0),
  fc.integer({ min: 1, max: 0xffffffff }),
);

test('words are numbered by hash, counted and found; others are not', () => {
  fc.assert(
    fc.property(fc.array(hash, { maxLength: 3000 }), hash, fc.nat(9000), (hashes, other, capacity) => {
      const counter = new WordCounter(capacity);
      const numbers = new Uint32Array(hashes.length + 1);
      const half = hashes.length >> 1;
      counter.count(Uint32Array.from(hashes.slice(0, half)), numbers, 1);
      counter.count(Uint32Array.from(hashes.slice(half)), numbers, 1 + half);
      const { vocabulary, size, hashes: own, counts, ranks } = counter.finish();
      expect([...vocabulary.hashes]).toEqual([...new Set(hashes)].sort((a, b) => a - b));
      expect(size).toBe(vocabulary.hashes.length);
      expect(own[0]).toBe(0);
      hashes.forEach((one, i) => {
        const number = numbers[i + 1] as number;
        expect(own[number]).toBe(one);
        expect(ranks[number]).toBe(wordNumber(vocabulary, one));
        expect(counts[number]).toBe(vocabulary.counts[ranks[number] as number]);
      });
      for (const [rank, one] of vocabulary.hashes.entries())
        expect(vocabulary.counts[rank]).toBe(hashes.filter((same) => same === one).length);
      if (!hashes.includes(other)) expect(wordNumber(vocabulary, other)).toBe(-1);
    }),
    { numRuns: 25 },
  );
});
