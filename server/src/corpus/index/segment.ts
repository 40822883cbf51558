import { listBits, type ReadBits, readList } from './postingLists.ts';
import { FREQUENT, pairBucket, type SegmentData } from './segmentData.ts';
import { wordNumber } from './vocabulary.ts';

/** The large arrays of a segment whose data has them empty: what is asked for is read, and holds until something else is asked for. */
export interface LargeArrays {
  /** A stretch of `SegmentData.codes`. */
  codes(from: number, to: number): Uint16Array;
  /** A stretch of `SegmentData.words.bits`. */
  words(from: number, to: number): Uint32Array;
  /** A stretch of `SegmentData.pairs.bits`. */
  pairs(from: number, to: number): Uint32Array;
}

/** What a posting takes in a list of middling length. */
const BITS_A_POSTING = 14;

/** Questions to a segment's data. Immutable. */
export class Segment {
  readonly data: SegmentData;
  /** How many positions there are. */
  readonly end: number;
  readonly #readWords: ReadBits | null;
  readonly #readPairs: ReadBits | null;
  /** Where the large arrays are if they are not in memory. */
  readonly large: LargeArrays | null;

  constructor(data: SegmentData, large: LargeArrays | null = null) {
    this.data = data;
    this.end = data.starts.at(-1) as number;
    this.large = large;
    this.#readWords = large && ((from, to) => large.words(from, to));
    this.#readPairs = large && ((from, to) => large.pairs(from, to));
  }

  /** All codes, where they are in memory. */
  get residentCodes(): Uint16Array | null {
    return this.large ? null : this.data.codes;
  }

  /** The codes of some positions; holds until others are asked for. */
  codes(from: number, to: number): Uint16Array {
    return this.large ? this.large.codes(from, to) : this.data.codes.subarray(from, to);
  }

  get articleCount(): number {
    return this.data.lengths.length;
  }

  /** A word's number in the vocabulary, or -1. */
  numberOf(hash: number): number {
    return wordNumber(this.data.vocabulary, hash);
  }

  /** How often the word with this number stands here; none for -1. */
  countOf(number: number): number {
    return number < 0 ? 0 : this.data.vocabulary.counts[number]!;
  }

  isFrequent(number: number): boolean {
    return this.countOf(number) > FREQUENT;
  }

  bucketOf(first: number, second: number): number {
    return pairBucket(first, second, this.data.pairs.offsets.length - 1);
  }

  /** About how many postings a pair's bucket has, by the bits that they take: looking at them would cost more than it is worth. */
  pairLength(bucket: number): number {
    return Math.ceil(listBits(this.data.pairs, bucket) / BITS_A_POSTING);
  }

  /** Blocks in which a word that is not frequent stands; gives how many there are. */
  readWord(number: number, into: Uint32Array): number {
    return readList(this.data.words, number, { into, read: this.#readWords });
  }

  readPair(bucket: number, into: Uint32Array): number {
    return readList(this.data.pairs, bucket, { into, read: this.#readPairs });
  }

  /** The article that a position belongs to, by binary search; what lies before the first counts as its own. */
  articleAt(position: number): number {
    const { starts } = this.data;
    let low = 0;
    let high = starts.length - 1;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if (starts[middle]! <= position) low = middle;
      else high = middle;
    }
    return low;
  }
}
