import { readGaps, readNumber, riceParameter } from './riceCode.ts';

/** For each key the ascending numbers at which it stands, coded (see `riceCode.ts`). Plain data: it can be saved and sent as it is. */
export interface PostingLists {
  /** Bit at which a key's list begins; one more entry ends the last. A key without postings takes no bits. */
  readonly offsets: Uint32Array<ArrayBuffer>;
  readonly bits: Uint32Array<ArrayBuffer>;
  /** All numbers are below this. */
  readonly universe: number;
}

/** A list begins with its length: five bits say how many bits that has. */
export const LENGTH_BITS = 5;

/** The bits of a key's list, and one word more: where they are, and the bit at which the list begins. */
interface ListBits {
  readonly words: Uint32Array;
  readonly bit: number;
}

/** Gives a stretch of `PostingLists.bits` that is not in memory; it holds until it is asked for another. */
export type ReadBits = (from: number, to: number) => Uint32Array;

/** Where a key's list stands; null where it has no postings. */
function locateList({ offsets, bits }: PostingLists, key: number, read: ReadBits | null): ListBits | null {
  const start = offsets[key]!;
  const end = offsets[key + 1]!;
  if (start === end) return null;
  if (read === null) return { words: bits, bit: start };
  return { words: read(start >>> 5, ((end + 31) >>> 5) + 1), bit: start & 31 };
}

/** How many bits a key's list takes: none where it has no postings. */
export function listBits({ offsets }: PostingLists, key: number): number {
  return offsets[key + 1]! - offsets[key]!;
}

/** Where postings are read to, and where the lists' bits are if the lists do not hold them. */
export interface ReadOptions {
  readonly into: Uint32Array;
  readonly read?: ReadBits | null;
}

/** Reads a key's postings, at most as many as there is room for; gives how many. */
export function readList(lists: PostingLists, key: number, { into, read = null }: ReadOptions): number {
  const found = locateList(lists, key, read);
  if (!found) return 0;
  const { words, bit } = found;
  const width = readNumber(words, bit, LENGTH_BITS);
  const length = readNumber(words, bit + LENGTH_BITS, width);
  const count = Math.min(length, into.length);
  readGaps(words, { bit: bit + LENGTH_BITS + width, count, parameter: riceParameter(length, lists.universe) }, into);
  return count;
}
