import { BAND_WIDTH } from './bandVotes.ts';
import type { Query } from './query.ts';
import type { Bands } from './seeding.ts';
import type { Segment } from './segment.ts';
import { codeOf } from './segmentData.ts';

/** A stretch of a segment in which a query may lie, and what of it stands there. */
export interface Window {
  readonly segment: Segment;
  /** About where the query's first word would stand. */
  readonly diagonal: number;
  /** A block of the article that it is in. */
  readonly block: number;
  /** What the query's words that stand in it are worth, each as often as it does: no alignment can have more. */
  readonly bound: number;
  /** `bound`, and something for words that stand side by side as in the query. */
  readonly score: number;
  /** Where the whole query stands word for word, or -1. */
  readonly exact: number;
}

/** How much it tells that two words stand side by side as in the query, by the lesser one's worth. */
const ADJACENT = 0.5;
/** Words before and after where a query should lie that are looked at too: some, and a share of its length. */
const SLACK = 3;
const SLACK_SHARE = 0.25;
/** Words looked at on both sides where the query has an ellipsis. */
const OPEN_SLACK = 300;

/** How far a query may lie from its band's middle, in words. */
export function slackOf({ length, open }: Query): number {
  return (BAND_WIDTH >> 1) + (open ? OPEN_SLACK : SLACK + Math.floor(length * SLACK_SHARE));
}

/** By code the first place of the query that has it, plus one; and one bit a code that says whether there is any. Cleared after each query. */
const firstPlace = new Int16Array(1 << 16);
const present = new Int32Array(1 << 11);

/**
 * Looks at the words round each band: O(window) a band. The multiset of the query's words that stand there bounds what
 * aligning could find, so that most windows need never be aligned.
 */
export class Rescorer {
  readonly #query: Query;
  readonly #most: number;
  readonly #looked: Looked;
  /** Codes of words that may be meant. */
  readonly #meant: number[] = [];
  /** The best so far, best first. */
  readonly best: Window[] = [];
  /** The largest bound so far. */
  bound = 0;

  /** `most`: how many windows are kept. */
  constructor(query: Query, most: number) {
    this.#query = query;
    this.#most = most;
    const next = new Int32Array(query.length).fill(-1);
    for (let place = query.length - 1; place >= 0; place--) {
      const code = query.codes[place]!;
      next[place] = firstPlace[code]! - 1;
      firstPlace[code] = place + 1;
      present[code >>> 5]! |= 1 << (code & 31);
    }
    for (const [place, hashes] of query.meant) for (const hash of hashes) this.#means(codeOf(hash), place);
    const places = () => new Int32Array(query.length);
    this.#looked = { next, taken: places(), joined: places(), window: 0, bound: 0, adjacent: 0 };
  }

  /** Counts another code as the word at a place, unless the query has it itself. */
  #means(code: number, place: number): void {
    if (firstPlace[code] !== 0) return;
    firstPlace[code] = place + 1;
    present[code >>> 5]! |= 1 << (code & 31);
    this.#meant.push(code);
  }

  /** Forgets what was found, but not the query. */
  clear(): void {
    this.best.length = 0;
    this.bound = 0;
  }

  /** To be called when the query is done with. */
  dispose(): void {
    for (const code of [...this.#query.codes, ...this.#meant]) {
      firstPlace[code] = 0;
      present[code >>> 5] = 0;
    }
  }

  /** Looks at all bands; `isCurrent` says of a block whether its article still counts. */
  look(segment: Segment, { length, diagonals, blocks }: Bands, isCurrent: (block: number) => boolean): void {
    const whole = segment.residentCodes;
    const query = this.#query;
    const slack = slackOf(query);
    const { best } = this;
    const looked = this.#looked;
    for (let i = 0; i < length; i++) {
      const diagonal = diagonals[i]!;
      const from = Math.max(0, diagonal - slack);
      const to = Math.min(segment.end, diagonal + query.length + slack);
      // A view of its own for each of so many windows would cost more than looking at it.
      if (whole) scoreStretch(query, whole, from, to, looked);
      else scoreStretch(query, segment.codes(from, to), 0, to - from, looked);
      const { bound, adjacent } = looked;
      const exact = bound >= query.cost - 1e-9 && !query.open ? exactIn(query.codes, segment.codes(from, to), from) : -1;
      const score = bound + ADJACENT * (exact >= 0 ? query.cost : adjacent);
      const worst = best.length < this.#most ? 0 : best[best.length - 1]!.score;
      if (score <= worst || !isCurrent(blocks[i]!)) continue;
      if (bound > this.bound) this.bound = bound;
      this.#keep({ segment, diagonal, block: blocks[i]!, bound, score, exact });
    }
  }

  #keep(window: Window): void {
    const { best } = this;
    let at = best.length < this.#most ? best.length : best.length - 1;
    for (; at > 0 && best[at - 1]!.score < window.score; at--) best[at] = best[at - 1]!;
    best[at] = window;
  }
}

/** What is known of a query's places while its windows are scored, and of the window that was scored last. One for all of them. */
interface Looked {
  /** The next place with the same code, or -1. */
  readonly next: Int32Array;
  /** The window in which it was last counted. */
  readonly taken: Int32Array;
  /** The window in which it last stood behind the place before. */
  readonly joined: Int32Array;
  /** Counts the windows. */
  window: number;
  /** What the query's words in the window are worth. */
  bound: number;
  /** The same of those that stand side by side as in the query. */
  adjacent: number;
}

/** Works out what the query's words in `codes[from, to)` are worth, and those side by side. The hottest loop of a query. */
function scoreStretch({ codes: wanted, costs }: Query, codes: Uint16Array, from: number, to: number, looked: Looked): void {
  const { next, taken, joined } = looked;
  const window = ++looked.window;
  let bound = 0;
  let adjacent = 0;
  let before = -2;
  for (let at = from; at < to; at++) {
    const code = codes[at]!;
    if (((present[code >>> 5]! >>> (code & 31)) & 1) === 0) {
      before = -2;
      continue;
    }
    const first = firstPlace[code]! - 1;
    let place = first;
    while (place >= 0 && taken[place] === window) place = next[place]!;
    if (place >= 0) {
      taken[place] = window;
      bound += costs[place]!;
    }
    if (before >= 0 && wanted[before + 1] === code) {
      before++;
      if (joined[before] === window) continue;
      joined[before] = window;
      adjacent += Math.min(costs[before]!, costs[before - 1]!);
    } else before = first;
  }
  looked.bound = bound;
  looked.adjacent = adjacent;
}

/** Where all of `query` stands in a row in codes that begin at position `from`, or -1. */
function exactIn(query: Uint16Array, codes: Uint16Array, from: number): number {
  for (let at = 0; at <= codes.length - query.length; at++) {
    let same = 0;
    while (same < query.length && codes[at + same] === query[same]) same++;
    if (same === query.length) return from + at;
  }
  return -1;
}
