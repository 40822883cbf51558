import { type Query, SAME } from './query.ts';

/** How a query lies on a stretch of codes. */
export interface CodeAlignment {
  /** Sum of the costs; 0 where nothing differs. */
  readonly cost: number;
  /** Information (bits) of the words in common, in order. */
  readonly kept: number;
  /** The places of the stretch it lies on, half-open. */
  readonly from: number;
  readonly to: number;
}

export interface AlignOptions {
  /** Nothing is wanted that costs more. */
  readonly most?: number;
  /** How far the alignment may stray: least and most of the place in the stretch minus the place in the query. */
  readonly band?: { readonly low: number; readonly high: number };
}

/** Costs, as `match/align.ts` has them; a source word that is not the query's weighs like a middling one. */
const ADDED = 0.9;
const ADDED_AT_ALL = 0.12;
const OMITTED = 0.41;
const OMITTED_ON = 0.16;
const SWAPPED = 0.3;

/** By which step a cell was come to. Pairs are preferred where two cost the same, so that ends are not a word off. */
const PAIRED = 0;
const KEPT = 1;
const LEFT_OUT = 2;
const PUT_IN = 3;
const SWAPPED_WITH = 4;
const SKIPPED = 5;
const STEP = 7;
/** By step how many rows and columns it takes; an omission takes as many columns as there are words left out. */
const UP = [1, 1, 0, 1, 2, 0];
const LEFT = [1, 1, 0, 0, 2, 1];
/** Beside the step: the omission that may end here began before the word to the left. */
const GOES_ON = 8;

/** Three rows of the matrix, all that is looked back at; and the steps of all of it. They grow as needed. */
let rows = [new Float64Array(256), new Float64Array(256), new Float64Array(256)] as const;
let steps = new Uint8Array(1 << 12);

const EVERYWHERE = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };

/**
 * Aligns a query with a stretch of codes: semi-global (the query wholly, the codes from anywhere to anywhere), weighted by
 * information, affine gaps, neighbours may be swapped, and at the query's own gaps codes are skipped at little cost. Null
 * as soon as it is sure to cost more than `most` (Ukkonen's cut-off). O(query times width of the band) time. Sellers 1980;
 * Gotoh 1982; Lowrance and Wagner 1975; Ukkonen 1985.
 */
export function alignCodes(query: Query, stretch: Uint16Array, { most = Number.POSITIVE_INFINITY, band = EVERYWHERE }: AlignOptions = {}) {
  const { length } = stretch;
  const width = length + 1;
  makeRoom(query.length + 1, width + 1);
  let [older, above, row] = rows;
  above.fill(0, 0, width + 1);
  let span: Span = { first: 0, last: length };
  for (let place = 0; place < query.length; place++) {
    if (query.gaps[place]! >= 0) skip(above, span, { price: query.gaps[place]!, steps: place * width });
    span = { first: Math.max(0, place + 1 + band.low), last: Math.min(length, place + 1 + band.high) };
    if (span.last < span.first) return null;
    if (fill(query, place, stretch, { above, row, older, span }) > most + SAME) return null;
    [older, above, row] = [above, row, older];
  }
  const end = endOf(above, span);
  return above[end]! > most + SAME ? null : traced(query, stretch, end, above[end]!);
}

/** The columns of a row that are worked out, inclusive. */
interface Span {
  readonly first: number;
  readonly last: number;
}

function makeRoom(height: number, width: number): void {
  if (width > rows[0].length) rows = [new Float64Array(2 * width), new Float64Array(2 * width), new Float64Array(2 * width)];
  if (height * width > steps.length) steps = new Uint8Array(2 * height * width);
}

interface Rows {
  readonly above: Float64Array;
  readonly row: Float64Array;
  readonly older: Float64Array;
  readonly span: Span;
}

/** One row of the matrix and its steps; gives its least cost. The hottest loop of an alignment. */
function fill(query: Query, place: number, codes: Uint16Array, { above, row, older, span: { first, last } }: Rows): number {
  const code = query.codes[place]!;
  const added = ADDED * query.weights[place]! + ADDED_AT_ALL;
  const replaced = query.costs[place]!;
  const before = canSwap(query, place) ? query.codes[place - 1]! : -1;
  const swapped = SWAPPED + SWAPPED * query.weights[place]!;
  const base = (place + 1) * (codes.length + 1);
  const start = Math.max(1, first);
  let left = edge(above, row, { first, added, base });
  let least = left;
  let gap = Number.POSITIVE_INFINITY;
  let diagonal = above[start - 1]!;
  // In the first column the word itself, which no swap takes for its neighbour.
  let behind = codes[Math.max(0, start - 2)]!;
  for (let j = start; j <= last; j++) {
    const up = above[j]!;
    const own = codes[j - 1]!;
    let step = PAIRED;
    let best = diagonal + replaced;
    if (own === code) {
      best = diagonal;
      step = KEPT;
    }
    let goesOn = GOES_ON;
    gap += OMITTED_ON;
    if (left + OMITTED <= gap) {
      gap = left + OMITTED;
      goesOn = 0;
    }
    if (gap < best - SAME) {
      best = gap;
      step = LEFT_OUT;
    }
    if (up + added < best - SAME) {
      best = up + added;
      step = PUT_IN;
    }
    // Two neighbouring words that stand the other way round.
    if (own === before && behind === code && older[j - 2]! + swapped < best - SAME) {
      best = older[j - 2]! + swapped;
      step = SWAPPED_WITH;
    }
    steps[base + j] = step | goesOn;
    row[j] = best;
    left = best;
    behind = own;
    diagonal = up;
    if (best < least) least = best;
  }
  // What lies beyond the band costs too much for the rows below.
  row[last + 1] = Number.POSITIVE_INFINITY;
  return least;
}

/** What it costs to stand before the first column that is worked out: beside the band, too much. */
function edge(above: Float64Array, row: Float64Array, { first, added, base }: { first: number; added: number; base: number }): number {
  if (first > 0) {
    row[first - 1] = Number.POSITIVE_INFINITY;
    return Number.POSITIVE_INFINITY;
  }
  row[0] = above[0]! + added;
  steps[base] = PUT_IN;
  return row[0];
}

function canSwap({ codes, gaps }: Query, place: number): boolean {
  return place > 0 && codes[place - 1] !== codes[place] && gaps[place]! < 0;
}

/** At a gap the alignment may go on anywhere further right. */
function skip(row: Float64Array, { first, last }: Span, { price, steps: base }: { price: number; steps: number }): void {
  for (let j = Math.max(1, first + 1); j <= last; j++) {
    if (row[j - 1]! + price >= row[j]! - SAME) continue;
    row[j] = row[j - 1]! + price;
    steps[base + j] = SKIPPED | (steps[base + j]! & GOES_ON);
  }
}

/** Where the alignment ends: the first of the cheapest cells. */
function endOf(row: Float64Array, { first, last }: Span): number {
  let end = first;
  for (let j = first + 1; j <= last; j++) if (row[j]! < row[end]! - SAME) end = j;
  return end;
}

/** Follows the steps back from the end of the last row: where the alignment begins, and what it keeps. */
function traced(query: Query, { length }: Uint16Array, end: number, cost: number): CodeAlignment {
  let i = query.length;
  let j = end;
  let kept = 0;
  while (i > 0) {
    const at = i * (length + 1) + j;
    const step = steps[at]! & STEP;
    j -= step === LEFT_OUT ? omittedBefore(at) : LEFT[step]!;
    i -= UP[step]!;
    if (step === KEPT || step === SWAPPED_WITH) for (let place = i; place < i + UP[step]!; place++) kept += query.bits[place]!;
  }
  return { cost, kept, from: j, to: end };
}

/** How many words were left out by the omission that ends in this cell. */
function omittedBefore(at: number): number {
  let count = 1;
  while ((steps[at - count + 1]! & GOES_ON) !== 0) count++;
  return count;
}
