import type { ArticleTable } from './articleTable.ts';
import type { PostingLists } from './postingLists.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * An inverted index over some articles, as plain data that can be saved, sent to another thread and shared. Positions
 * count words through all articles; each article begins at a multiple of {@link ARTICLE_STEP}.
 */
export interface SegmentData {
  readonly vocabulary: Vocabulary;
  /** By word number: the blocks in which a word stands. Frequent words have no postings of their own. */
  readonly words: PostingLists;
  /** By {@link pairBucket}: the blocks in which two neighbouring frequent words begin. */
  readonly pairs: PostingLists;
  /** By position: {@link codeOf} the word there, 0 where there is none. */
  readonly codes: Uint16Array<ArrayBuffer>;
  /** Position of each article's first word, ascending; one more entry ends the last. */
  readonly starts: Uint32Array<ArrayBuffer>;
  /** How many words each article has. */
  readonly lengths: Uint32Array<ArrayBuffer>;
  /** How many words all articles have. */
  readonly wordCount: number;
  readonly articles: ArticleTable;
  /** By position the hash of the word there; null in a segment that is too large to be merged from them. */
  readonly hashes: Uint32Array<ArrayBuffer> | null;
}

/** Segments of at most so many words keep their words' hashes, so that they can be merged without reading anything again. */
export const MERGEABLE_WORDS = 1 << 20;

/** Postings say in which block of so many words something stands: three bits of a posting saved, and the codes tell the rest. */
export const BLOCK_BITS = 3;
export const BLOCK = 1 << BLOCK_BITS;

/** Each article begins at a multiple of so many positions: the bands of diagonals that it lies on do not depend on what stands before it. */
export const ARTICLE_STEP = 16;
/** Positions left free between two articles, so that no band of diagonals has places of both. */
export const ARTICLE_GAP = 32;

/** A word with more occurrences than this in a segment is frequent: only pairs of such words are worth a posting. */
export const FREQUENT = 512;

/** Sixteen bits that stand for a word, never 0; seldom the same for two words of one passage. */
export function codeOf(hash: number): number {
  return hash & 0xffff || 1;
}

/** A hash of two neighbouring words. */
export function mixPair(first: number, second: number): number {
  let mixed = Math.imul(first, 0x9e3779b1) ^ second;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** The power of two that is least above `wanted`. */
export function pairBuckets(wanted: number): number {
  return 1 << (32 - Math.clz32(Math.floor(wanted)));
}

/** The bucket of a pair: the top bits of its hash. */
export function pairBucket(first: number, second: number, buckets: number): number {
  return buckets === 1 ? 0 : mixPair(first, second) >>> Math.clz32(buckets - 1);
}
