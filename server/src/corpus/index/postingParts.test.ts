import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toEnd } from '../../text/steps.ts';
import { listBits, type PostingLists, readList } from './postingLists.ts';
import {
  CHUNK_NUMBER_BITS,
  chunkKeys,
  hashedKeys,
  hashSpace,
  type KeySpace,
  keySpace,
  noKey,
  type PartRange,
  partedKey,
  partition,
  partOf,
  partSizes,
  partsFor,
  postingLists,
} from './postingParts.ts';

const BLOCK_BITS = 2;
const CHUNK_NUMBERS = 1 << CHUNK_NUMBER_BITS;

/** Of each chunk the parted keys at its positions, of which four share a number; null is none. */
type Chunks = readonly (readonly (number | null)[])[];

/** A chunk's keys, most of them the same few. */
function chunksOf(key: fc.Arbitrary<number>): fc.Arbitrary<Chunks> {
  const some = fc
    .array(key, { minLength: 1, maxLength: 3 })
    .chain((few) => fc.array(fc.option(fc.oneof(fc.constantFrom(...few), key)), { maxLength: 300 }));
  return fc.array(some, { maxLength: 3 });
}

function listsOf(chunks: Chunks, range: PartRange, settled: KeySpace): PostingLists {
  const none = noKey(range);
  const done = chunks.map((chunk) => {
    chunk.forEach((key, i) => {
      chunkKeys[i] = key ?? none;
      partSizes[partOf(chunkKeys[i] as number)]!++;
    });
    return partition(new Uint32Array(chunk.length), range, BLOCK_BITS);
  });
  return toEnd(postingLists(done, settled, Math.max(1, chunks.length) * CHUNK_NUMBERS));
}

/** What a map of sets holds. */
function expected(chunks: Chunks): ReadonlyMap<number, readonly number[]> {
  const numbers = new Map<number, Set<number>>();
  chunks.forEach((chunk, c) => {
    chunk.forEach((key, i) => {
      if (key !== null) numbers.set(key, (numbers.get(key) ?? new Set()).add(c * CHUNK_NUMBERS + (i >>> BLOCK_BITS)));
    });
  });
  return new Map([...numbers].map(([key, ones]) => [key, [...ones]]));
}

function read(lists: PostingLists, key: number): number[] {
  const into = new Uint32Array(1000);
  return [...into.subarray(0, readList(lists, key, { into }))];
}

function empty(lists: PostingLists): number {
  return Array.from({ length: lists.offsets.length - 1 }, (_, key) => key).filter((key) => listBits(lists, key) === 0).length;
}

test.each([1, 2, 900, 5_000, 300_000])('the lists of %i keys hold what a map of sets holds', (keyCount) => {
  const space = keySpace(keyCount);
  fc.assert(
    fc.property(chunksOf(fc.nat(keyCount - 1)), (chunks) => {
      const parted = chunks.map((chunk) => chunk.map((key) => (key === null ? null : partedKey(space, key))));
      const lists = listsOf(parted, space, space);
      const held = expected(chunks);
      for (const [key, numbers] of held) expect(read(lists, key)).toEqual(numbers);
      expect(empty(lists)).toBe(keyCount - held.size);
    }),
    { numRuns: keyCount > 5_000 ? 10 : 60 },
  );
});

test.each([
  [1, 1],
  [1, 64],
  [4_096, 8_192],
  [1 << 18, 1 << 18],
])('hashes of which at least %i are told apart may be told apart by %i buckets', (least, buckets) => {
  const range = partsFor(least, 3);
  const { firstKey, shift } = hashedKeys(range);
  const bucketOf = (hash: number) => Math.floor((hash / 2 ** 32) * buckets);
  fc.assert(
    fc.property(chunksOf(fc.nat(0xffffffff)), (chunks) => {
      const parted = chunks.map((chunk) => chunk.map((hash) => (hash === null ? null : firstKey + (hash >>> shift))));
      const lists = listsOf(parted, range, hashSpace(range, buckets));
      const held = expected(chunks.map((chunk) => chunk.map((hash) => (hash === null ? null : bucketOf(hash)))));
      for (const [bucket, numbers] of held) expect(read(lists, bucket)).toEqual(numbers);
      expect(empty(lists)).toBe(buckets - held.size);
    }),
    { numRuns: buckets > 10_000 ? 10 : 60 },
  );
});

test('there may be no keys at all', () => expect(listsOf([], keySpace(0), keySpace(0)).offsets).toHaveLength(1));
