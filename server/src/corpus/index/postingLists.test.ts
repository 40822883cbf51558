import fc from 'fast-check';
import { expect, test } from 'vitest';
import { listBits, PostingStream, postingLists, readList } from './postingLists.ts';

const UNIVERSE = 5000;

test('lists hold what a map of sets holds', () => {
  const posting = fc.record({ key: fc.nat(999), number: fc.nat(UNIVERSE - 1) });
  fc.assert(
    fc.property(fc.array(posting, { maxLength: 400 }), fc.integer({ min: 1000, max: 3000 }), (postings, keyCount) => {
      const stream = new PostingStream(postings.length);
      const map = new Map<number, Set<number>>();
      for (const { key, number } of [...postings].sort((a, b) => a.number - b.number)) {
        stream.push(key, number);
        map.set(key, (map.get(key) ?? new Set()).add(number));
      }
      const lists = postingLists(stream, keyCount, UNIVERSE);
      const into = new Uint32Array(UNIVERSE);
      const found = Array.from({ length: keyCount }, (_, key) => [...into.subarray(0, readList(lists, key, { into }))]);
      expect(found).toEqual(Array.from({ length: keyCount }, (_, key) => [...(map.get(key) ?? [])]));
      expect(found.map(({ length }) => length > 0)).toEqual(found.map((_, key) => listBits(lists, key) > 0));
    }),
    { numRuns: 60 },
  );
});

test('a list is read as far as there is room', () => {
  const stream = new PostingStream(3);
  for (const number of [3, 70, 71]) stream.push(0, number);
  const into = new Uint32Array(2);
  expect(readList(postingLists(stream, 1, 100), 0, { into })).toBe(2);
  expect([...into]).toEqual([3, 70]);
});

test('there may be no postings and no keys at all', () => {
  expect(listBits(postingLists(new PostingStream(0), 1, 0), 0)).toBe(0);
  expect(postingLists(new PostingStream(0), 0, 0).offsets).toHaveLength(1);
});
