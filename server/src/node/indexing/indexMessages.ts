import type { SegmentData } from '../../corpus/index/segmentData.ts';
import type { ReadingProblem } from '../../readers/reader.ts';

/** What the server's thread gives a worker: files to index, one after the other, into segments of their own. */
export interface IndexOrder {
  readonly paths: readonly string[];
  /** Bytes, by file. */
  readonly sizes: Float64Array<ArrayBuffer>;
  /** The side files of those that have one, by the file's number. */
  readonly sides: ReadonlyMap<number, string>;
}

/** What is handed to a worker when it starts. */
export interface WorkerGift {
  /** One number: which of the files it is at. Looked at when it has died. */
  readonly at: SharedArrayBuffer;
  /** Whether others want the processor more. */
  readonly yielding: boolean;
  /** Whether what is taken out of files is kept for the next start. */
  readonly keeps: boolean;
}

/** A file that is not simply one article under its own path. */
export interface OddFile {
  /** Which of the files it is. */
  readonly at: number;
  readonly articleIds: readonly string[];
  readonly problems: readonly ReadingProblem[];
}

/** What a worker says. */
export type WorkerMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'progress'; readonly read: number }
  | {
      readonly kind: 'segment';
      /** How many files have been read by now. */
      readonly read: number;
      /** Those among them, since the segment before, that are not as most are. */
      readonly odd: readonly OddFile[];
      /** Null where the last files had no articles. */
      readonly segment: SegmentData | null;
      /** Whether it has all articles since the final one before it. */
      readonly final: boolean;
    }
  | { readonly kind: 'finished' };
