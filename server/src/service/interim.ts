import type { SegmentData } from '../corpus/index/segmentData.ts';
import type { Gathered } from './gathering.ts';
import type { IndexPiece } from './indexer.ts';

/** The interim segments of one gathering, which its next final one replaces. */
export class Interim {
  #segments: SegmentData[] = [];

  take({ segment, final }: Gathered): Pick<IndexPiece, 'added' | 'replaced'> {
    const replaced = final ? this.#segments : [];
    this.#segments = final ? [] : [...this.#segments, segment];
    return { added: [segment], replaced };
  }
}
