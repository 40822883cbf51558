import type { Steps } from '../../text/steps.ts';
import { LENGTH_BITS, type PostingLists } from './postingLists.ts';
import { BitWriter, riceParameter } from './riceCode.ts';
import { borrow, giveBack } from './scratch.ts';

/*
 * How lists are made of postings in any order of key: a radix partition by the keys' top bits, chunk by chunk so that
 * nothing leaves the processor's cache, and then a counting sort inside each part, O(postings + keys). Scattering straight
 * into lists would wait for memory at every posting.
 *
 * A posting on its way is one 32-bit number: the low bits of its key (its part says the others) and of its number (its
 * chunk says the others).
 */

/** Postings of one chunk differ in so many low bits of their numbers. */
export const CHUNK_NUMBER_BITS = 13;
const NUMBER_MASK = (1 << CHUNK_NUMBER_BITS) - 1;
/** Bits that a posting has for what its part does not say of its key. Keys stand at the top of them. */
const LOCAL_BITS = 32 - CHUNK_NUMBER_BITS;
/** Keys are spread over at most so many parts, of each of which a cache line is being written to. */
const MOST_PARTS_BITS = 8;
/** Parts have at least so many keys, where there are so many: a part costs what some hundred postings do. */
const LEAST_LOCAL_BITS = 10;

/** Parts over which keys of one kind are spread. */
export interface PartRange {
  readonly firstPart: number;
  readonly parts: number;
}

/** Keys of one kind, words or pairs, and the parts that they are spread over. */
export interface KeySpace extends PartRange {
  readonly keyCount: number;
  /** So many low bits tell the keys of one part apart. */
  readonly localBits: number;
}

function bitsFor(keyCount: number): number {
  return 32 - Math.clz32(Math.max(0, keyCount - 1));
}

/** The first parts, for keys from 0 on. */
export function keySpace(keyCount: number): KeySpace {
  const localBits = Math.max(bitsFor(keyCount) - MOST_PARTS_BITS, LEAST_LOCAL_BITS);
  return { keyCount, localBits, firstPart: 0, parts: Math.ceil(keyCount / (1 << localBits)) };
}

/** A key as {@link partition} takes it: its part, and what the part does not say. */
export function partedKey({ localBits }: KeySpace, key: number): number {
  return key << (LOCAL_BITS - localBits);
}

/** Parts for hashes, at least `least` of which are going to be told apart. */
export function partsFor(least: number, firstPart: number): PartRange {
  return { firstPart, parts: 1 << Math.min(MOST_PARTS_BITS, Math.max(0, bitsFor(least) - LEAST_LOCAL_BITS)) };
}

/** How a hash becomes a parted key: shifted, and the first key added. */
export interface HashedKeys {
  readonly firstKey: number;
  readonly shift: number;
}

export function hashedKeys({ firstPart, parts }: PartRange): HashedKeys {
  return { firstKey: firstPart << LOCAL_BITS, shift: 32 - LOCAL_BITS - bitsFor(parts) };
}

/** Keys that are the top bits of hashes, `keyCount` a power of two: how many there are may be settled after partitioning. */
export function hashSpace(range: PartRange, keyCount: number): KeySpace {
  return { ...range, keyCount, localBits: bitsFor(keyCount) - bitsFor(range.parts) };
}

/** What stands for “no posting”: a part of its own behind the last. */
export function noKey({ firstPart, parts }: PartRange): number {
  return (firstPart + parts) << LOCAL_BITS;
}

export function partOf(partedKey: number): number {
  return partedKey >>> LOCAL_BITS;
}

/** Postings of one chunk in order of part. */
export interface PartedChunk {
  readonly postings: Uint32Array;
  /** Behind each part's last posting; those for which there is no key come last. */
  readonly ends: Uint32Array;
}

/** A chunk has at most so many postings. */
export const CHUNK = 1 << 16;

/*
 * The chunk at work, always in the same arrays: of those the compiler knows where they are, and loops over them take half
 * the time. Never in use over a `yield`.
 */
/** The parted key of each of the chunk's postings: what {@link partition} puts in order. */
export const chunkKeys = new Int32Array(CHUNK);
/** By part, how many of them it has: the parts of words, those of pairs, and the one for none. */
export const partSizes = new Uint32Array(2 * (1 << MOST_PARTS_BITS) + 1);
/** Where they are put in order; free for anything else before, and one longer than a chunk. */
export const chunkRoom = new Uint32Array(CHUNK + 1);

/**
 * Loops are functions of their own, called for so many postings or so: what is compiled while a long loop runs knows nothing
 * of what is behind it, and is thrown away at its end.
 */
export const STRETCH = 1 << 11;

/**
 * Puts the first of {@link chunkKeys}, as many as there is room for in `postings`, in order of part, and leaves
 * {@link partSizes} at 0. Numbers are `i >>> blockBits`.
 */
export function partition(postings: Uint32Array, { firstPart, parts }: PartRange, blockBits: number): PartedChunk {
  const count = postings.length;
  const last = firstPart + parts;
  let sum = 0;
  for (let part = 0; part <= last; part++) {
    const size = partSizes[part]!;
    partSizes[part] = sum;
    sum += size;
  }
  for (let from = 0; from < count; from += STRETCH) scatter(from, Math.min(from + STRETCH, count), blockBits);
  postings.set(chunkRoom.subarray(0, count));
  const ends = partSizes.slice(0, last + 1);
  partSizes.fill(0, 0, last + 1);
  return { postings, ends };
}

function scatter(from: number, to: number, blockBits: number): void {
  for (let i = from; i < to; i++) {
    const key = chunkKeys[i]!;
    const part = partOf(key);
    const at = partSizes[part]!;
    partSizes[part] = at + 1;
    chunkRoom[at] = (key << CHUNK_NUMBER_BITS) | (i >>> blockBits);
  }
}

/** The lists of one kind of keys. All numbers are below `universe`. In steps of a part each. */
export function* postingLists(chunks: readonly PartedChunk[], keys: KeySpace, universe: number): Steps<PostingLists> {
  const { keyCount, localBits, firstPart, parts } = keys;
  let largest = 0;
  for (let part = firstPart; part < firstPart + parts; part++)
    largest = Math.max(largest, sizeOfParts(chunks, { firstPart: part, parts: 1 }));
  const numbers = borrow(largest);
  const ends = borrow((1 << localBits) + 1);
  const writer = new BitWriter(mostBits(sizeOfParts(chunks, keys), keyCount, universe));
  const offsets = new Uint32Array(keyCount + 1);
  for (let part = 0; part < parts; part++) {
    const first = part << localBits;
    const last = Math.min(first + (1 << localBits), keyCount);
    sortPart(chunks, { part: firstPart + part, localBits, keyCount: last - first }, { ends, numbers });
    writeLists(writer, { ends, numbers, universe }, offsets.subarray(first, last));
    yield;
  }
  giveBack(numbers);
  giveBack(ends);
  offsets[keyCount] = writer.length;
  return { offsets, bits: writer.finish(), universe };
}

function startOf({ ends }: PartedChunk, part: number): number {
  return part === 0 ? 0 : ends[part - 1]!;
}

/** How many postings some parts have. */
export function sizeOfParts(chunks: readonly PartedChunk[], { firstPart, parts }: PartRange): number {
  return chunks.reduce((sum, chunk) => sum + startOf(chunk, firstPart + parts) - startOf(chunk, firstPart), 0);
}

/** About how many bits the lists take at most: as if all were equally long. What is not written to takes no memory. */
function mostBits(postings: number, keyCount: number, universe: number): number {
  const gap = (universe * keyCount) / Math.max(1, postings);
  return postings * (Math.log2(Math.max(1, gap)) + 2) + 16 * keyCount;
}

/** The numbers of one part in order of key, and where those of each key end. */
interface SortedPart {
  readonly numbers: Uint32Array;
  readonly ends: Uint32Array;
}

function sortPart(
  chunks: readonly PartedChunk[],
  { part, localBits, keyCount }: { part: number; localBits: number; keyCount: number },
  { ends: cursors, numbers }: SortedPart,
): void {
  // In two steps, since a shift by 32 would be none.
  const shift = 31 - localBits;
  cursors.fill(0, 0, keyCount + 1);
  for (const chunk of chunks) countKeys(chunk.postings, { from: startOf(chunk, part), to: chunk.ends[part]!, shift }, cursors);
  for (let key = 1; key < keyCount; key++) cursors[key]! += cursors[key - 1]!;
  for (let c = 0; c < chunks.length; c++) {
    const { postings, ends } = chunks[c]!;
    moveNumbers(
      postings,
      { from: startOf(chunks[c]!, part), to: ends[part]!, shift, high: c << CHUNK_NUMBER_BITS },
      { ends: cursors, numbers },
    );
  }
}

/** Some postings of a chunk, and how their keys are read. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly shift: number;
}

/** Counts keys, each one place further up. */
function countKeys(postings: Uint32Array, { from, to, shift }: Stretch, counts: Uint32Array): void {
  for (let i = from; i < to; i++) counts[((postings[i]! >>> 1) >>> shift) + 1]!++;
}

function moveNumbers(postings: Uint32Array, { from, to, shift, high }: Stretch & { high: number }, { ends, numbers }: SortedPart): void {
  for (let i = from; i < to; i++) {
    const posting = postings[i]!;
    const key = (posting >>> 1) >>> shift;
    const at = ends[key]!;
    numbers[at] = high | (posting & NUMBER_MASK);
    ends[key] = at + 1;
  }
}

/** Writes the lists of one part, and where each begins. */
function writeLists(
  writer: BitWriter,
  { numbers, ends, universe }: SortedPart & { readonly universe: number },
  offsets: Uint32Array,
): void {
  let from = 0;
  for (let key = 0; key < offsets.length; key++) {
    offsets[key] = writer.length;
    const to = ends[key]!;
    if (to > from) writeList(writer, numbers, { from, to: distinct(numbers, from, to), universe });
    from = to;
  }
}

/** Moves the distinct numbers of `sorted[from, to)` together at its beginning; returns where they end. */
function distinct(sorted: Uint32Array, from: number, to: number): number {
  let end = from + 1;
  let last = sorted[from]!;
  for (let i = from + 1; i < to; i++) {
    const number = sorted[i]!;
    sorted[end] = number;
    // No branch: one more where it is another number.
    end += (last - number) >>> 31;
    last = number;
  }
  return end;
}

function writeList(writer: BitWriter, numbers: Uint32Array, { from, to, universe }: { from: number; to: number; universe: number }): void {
  const count = to - from;
  const width = 32 - Math.clz32(count);
  writer.write(width | (count << LENGTH_BITS), LENGTH_BITS + width);
  writer.writeGaps(numbers, { from, to, parameter: riceParameter(count, universe) });
}
