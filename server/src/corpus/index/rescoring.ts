import { BAND_WIDTH } from './bandVotes.ts';
import type { Query } from './query.ts';
import type { Band } from './seeding.ts';
import type { Segment } from './segment.ts';
import { BLOCK_BITS } from './segmentData.ts';

/** A stretch of one article in which a query may lie, and what of it stands there. Positions count through the segment. */
export interface Window {
  readonly segment: Segment;
  readonly article: number;
  /** Half-open. */
  readonly from: number;
  readonly to: number;
  /** Information (bits) of the query's words that stand in it, each as often as it does: no alignment can have more. */
  readonly bound: number;
  /** `bound`, and something for words that stand side by side as in the query. */
  readonly score: number;
  /** Where the whole query stands word for word, or -1. */
  readonly exact: number;
}

/** How much it tells that two words stand side by side as in the query, by the lesser one's information. */
const ADJACENT = 0.5;
/** Words before and after where a query should lie that are looked at too: some, and a share of its length. */
const SLACK = 4;
const SLACK_SHARE = 0.25;
/** The same on both sides where the query has an ellipsis. */
const OPEN_SLACK = 300;

/** By code the first place of the query that has it, plus one. Cleared after each query. */
const firstPlace = new Int32Array(1 << 16);

/**
 * Looks at the words round each band: O(window) a band. The multiset of the query's words that stand there bounds what
 * aligning could find, so that most windows need never be aligned.
 */
export class Rescorer {
  readonly #query: Query;
  /** By place the next place with the same code, or -1. */
  readonly #next: Int32Array;
  /** By place the window that has taken it. */
  readonly #taken: Int32Array;
  #window = 0;

  constructor(query: Query) {
    this.#query = query;
    this.#next = new Int32Array(query.length).fill(-1);
    this.#taken = new Int32Array(query.length);
    for (let place = query.length - 1; place >= 0; place--) {
      const code = query.codes[place]!;
      this.#next[place] = firstPlace[code]! - 1;
      firstPlace[code] = place + 1;
    }
  }

  /** To be called when the query is done with. */
  dispose(): void {
    for (const code of this.#query.codes) firstPlace[code] = 0;
  }

  windowAt(segment: Segment, { diagonal, block }: Band): Window {
    const { starts, lengths } = segment.data;
    const { length, open } = this.#query;
    const article = segment.articleAt(block << BLOCK_BITS);
    const start = starts[article]!;
    const slack = (BAND_WIDTH >> 1) + (open ? OPEN_SLACK : SLACK + Math.floor(length * SLACK_SHARE));
    const from = Math.max(start, diagonal - slack);
    const to = Math.max(from, Math.min(start + lengths[article]!, diagonal + length + slack));
    return { segment, article, from, to, ...this.#score(segment.data.codes, from, to) };
  }

  #score(codes: Uint16Array, from: number, to: number): { bound: number; score: number; exact: number } {
    const query = this.#query;
    const window = ++this.#window;
    let bound = 0;
    let adjacent = 0;
    let before = -2;
    let run = 0;
    let exact = -1;
    for (let at = from; at < to; at++) {
      const code = codes[at]!;
      if (code === query.codes[run]) run++;
      else run = code === query.codes[0] ? 1 : 0;
      if (run === query.length && exact < 0) {
        exact = at + 1 - run;
        run = 0;
      }
      let place = firstPlace[code]! - 1;
      while (place >= 0 && this.#taken[place] === window) place = this.#next[place]!;
      if (place < 0) {
        before = -2;
        continue;
      }
      this.#taken[place] = window;
      const bits = query.bits[place]!;
      bound += bits;
      if (before === place - 1) adjacent += Math.min(bits, query.bits[before]!);
      before = place;
    }
    return { bound, score: bound + ADJACENT * adjacent, exact: query.open ? -1 : exact };
  }
}
