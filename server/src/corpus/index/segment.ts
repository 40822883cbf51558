import { listLength, readList } from './postingLists.ts';
import { BLOCK_BITS, FREQUENT, pairBucket, type SegmentData } from './segmentData.ts';
import { wordNumber } from './vocabulary.ts';

/** A place in a segment: which of its articles, and which of that article's words (may lie outside it). */
export interface Place {
  readonly article: number;
  readonly position: number;
}

/** Questions to a segment's data. Immutable. */
export class Segment {
  readonly data: SegmentData;

  constructor(data: SegmentData) {
    this.data = data;
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

  pairLength(bucket: number): number {
    return listLength(this.data.pairs, bucket);
  }

  /** Blocks in which a word that is not frequent stands; gives how many there are. */
  readWord(number: number, into: Uint32Array): number {
    return readList(this.data.words, number, into);
  }

  readPair(bucket: number, into: Uint32Array): number {
    return readList(this.data.pairs, bucket, into);
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

  /** How many blocks there are. */
  get blocks(): number {
    return this.data.codes.length >>> BLOCK_BITS;
  }
}
