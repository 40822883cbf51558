import { BAND_WIDTH, type Bands } from './bandVotes.ts';
import { type Query, SAME } from './query.ts';
import { QuerySketch } from './querySketch.ts';
import type { Segment } from './segment.ts';
import { codeOf } from './segmentData.ts';

/** A stretch of a segment in which a query may lie, and what of it stands there. */
export interface Window {
  readonly segment: Segment;
  /** The positions it covers, half-open; it may reach into other articles, and beyond the segment. */
  readonly from: number;
  readonly to: number;
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
/** With more windows than these a sketch of the query is worth making. */
const FEW_WINDOWS = 12;

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
  /** The first and the last place before which something may be skipped; none: behind the last and before the first. */
  readonly #firstGap: number;
  readonly #lastGap: number;
  /** How far the query may reach beyond its band's middle, in words. */
  readonly #slack: number;
  /** By place what it tells that its word stands behind that of the place before. */
  readonly #beside: Float64Array;
  #sketch: QuerySketch | null = null;
  /** Codes of words that may be meant. */
  readonly #meant: number[] = [];
  /** The best so far, best first. */
  readonly best: Window[] = [];

  /** `most`: how many windows are kept. */
  constructor(query: Query, most: number) {
    this.#query = query;
    this.#most = most;
    this.#slack = (BAND_WIDTH >> 1) + SLACK + Math.floor(query.length * SLACK_SHARE);
    const isGap = (cost: number) => cost >= 0;
    this.#firstGap = query.open ? query.gaps.findIndex(isGap) : query.length;
    this.#lastGap = query.open ? query.gaps.findLastIndex(isGap) : -1;
    this.#beside = query.costs.map((cost, place) => (place === 0 ? 0 : ADJACENT * Math.min(cost, query.costs[place - 1]!)));
    const next = new Int32Array(query.length).fill(-1);
    for (let place = query.length - 1; place >= 0; place--) {
      const code = query.codes[place]!;
      next[place] = firstPlace[code]! - 1;
      firstPlace[code] = place + 1;
      present[code >>> 5]! |= 1 << (code & 31);
    }
    for (const [place, hashes] of query.meant) for (const hash of hashes) this.#means(codeOf(hash), place);
    const places = () => new Int32Array(query.length);
    this.#looked = { next, taken: places(), joined: places(), window: 0, bound: 0, adjacent: 0, touched: 0 };
  }

  /** Counts another code as the word at a place, unless the query has it itself. */
  #means(code: number, place: number): void {
    if (firstPlace[code] !== 0) return;
    firstPlace[code] = place + 1;
    present[code >>> 5]! |= 1 << (code & 31);
    this.#meant.push(code);
  }

  /** How much of what the best window could have it has, 0 to 1. */
  get share(): number {
    return (this.best[0]?.score ?? 0) / (this.#query.cost * (1 + ADJACENT));
  }

  /** Forgets what was found, but not the query. */
  clear(): void {
    this.best.length = 0;
  }

  /** To be called when the query is done with. */
  dispose(): void {
    this.#sketch?.dispose();
    for (const code of [...this.#query.codes, ...this.#meant]) {
      firstPlace[code] = 0;
      present[code >>> 5] = 0;
    }
  }

  /** Looks at all bands; `isCurrent` says of a block whether its article still counts. */
  look(segment: Segment, bands: Bands, isCurrent: (block: number) => boolean): void {
    const whole = segment.residentCodes;
    const query = this.#query;
    const { best } = this;
    if (whole) this.#looked.touched = touchAll(whole, bands, query.length);
    const sketch = whole && bands.length > FEW_WINDOWS ? this.#sketched() : null;
    for (let i = 0; i < bands.length; i++) {
      const diagonal = bands.diagonals[i]!;
      const from = diagonal - this.#slack - this.#reach(bands.places[i]! >= this.#firstGap);
      const to = diagonal + query.length + this.#slack + this.#reach(bands.places[i]! < this.#lastGap);
      const worst = best.length < this.#most ? 0 : best[best.length - 1]!.score;
      if (sketch !== null && worst > 0 && sketch.most(whole!, Math.max(0, from), Math.min(segment.end, to)) <= worst) continue;
      const { bound, score, exact } = this.#score(segment, Math.max(0, from), Math.min(segment.end, to));
      if (score <= worst || !isCurrent(bands.blocks[i]!)) continue;
      this.#keep({ segment, from, to, block: bands.blocks[i]!, bound, score, exact });
    }
  }

  /** How much farther than elsewhere it is looked where a gap is on that side. */
  #reach(open: boolean): number {
    return open ? this.#query.reach : 0;
  }

  #score(segment: Segment, from: number, to: number): Pick<Window, 'bound' | 'score' | 'exact'> {
    const query = this.#query;
    const looked = this.#looked;
    const whole = segment.residentCodes;
    // A view of its own for each of so many windows would cost more than looking at it.
    if (whole) scoreStretch(query, this.#beside, { codes: whole, from, to }, looked);
    else scoreStretch(query, this.#beside, { codes: segment.codes(from, to), from: 0, to: to - from }, looked);
    const { bound, adjacent } = looked;
    const exact = bound >= query.cost - SAME && !query.open ? exactIn(query.codes, segment.codes(from, to), from) : -1;
    return { bound, score: bound + (exact >= 0 ? ADJACENT * query.cost : adjacent), exact };
  }

  #sketched(): QuerySketch {
    this.#sketch ??= new QuerySketch(this.#query, this.#beside);
    return this.#sketch;
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
  /** See {@link touchAll}. */
  touched: number;
}

/**
 * Reads a word at both ends of each window, for nothing but to have them in the cache: the processor fetches many at a
 * time, which it would not while it works through the windows one by one. Gives their sum, so that they are really read.
 */
function touchAll(codes: Uint16Array, { length, diagonals }: Bands, after: number): number {
  const last = codes.length - 1;
  let sum = 0;
  for (let i = 0; i < length; i++) {
    const from = Math.max(0, diagonals[i]! - BAND_WIDTH);
    sum += codes[from]! + codes[Math.min(last, diagonals[i]! + after + BAND_WIDTH)]!;
  }
  return sum;
}

interface Stretch {
  readonly codes: Uint16Array;
  readonly from: number;
  readonly to: number;
}

/** Works out what the query's words in a stretch of codes are worth, and those side by side. The hottest loop of a query. */
function scoreStretch({ codes: wanted, costs }: Query, beside: Float64Array, { codes, from, to }: Stretch, looked: Looked): void {
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
      adjacent += beside[before]!;
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
