import type { Article } from '../corpus/article.ts';
import type { SegmentData } from '../corpus/index/segmentData.ts';
import type { ReadingProblem } from '../readers/reader.ts';
import type { Entry } from './host.ts';

/** What a file gave. */
export interface IndexedFile {
  readonly path: string;
  /** The stamp of the entry that it was read by. */
  readonly stamp: string;
  readonly articleIds: readonly string[];
  readonly problems: readonly ReadingProblem[];
  /** The articles themselves, from an indexer that has them at hand anyway. */
  readonly articles?: readonly Article[];
}

/** A part of the index that can be searched while the rest is being made. */
export interface IndexPiece {
  /** Files that have been read since the piece before, each once. */
  readonly files: readonly IndexedFile[];
  readonly added: readonly SegmentData[];
  /** Segments of earlier pieces of the same run whose articles are in the added ones. */
  readonly replaced: readonly SegmentData[];
}

/** What goes on while files are indexed. */
export interface IndexRun {
  /** Ends the run, which rejects. */
  readonly signal?: AbortSignal | undefined;
  /** Told now and then how many files have been read. */
  readonly progressed?: (done: number) => void;
}

/**
 * Reads files and makes the index of them, piece by piece. What comes out depends on the files alone: the same entries
 * give the same final segments, whoever indexes and however fast.
 */
export interface Indexer {
  index(entries: readonly Entry[], run: IndexRun): AsyncIterable<IndexPiece>;
}
