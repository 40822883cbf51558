import type { Query } from './query.ts';

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

/** Costs, as `match/align.ts` has them; a source word that is not the query's weighs like a middling one. */
const ADDED = 0.9;
const ADDED_AT_ALL = 0.12;
const OMITTED = 0.41;
const OMITTED_ON = 0.16;
const SWAPPED = 0.3;

/** The rows of the matrix that are looked back at, and the whole of it where ends are wanted. They grow as needed. */
let rows = [new Float64Array(256), new Float64Array(256), new Float64Array(256)] as const;
let matrix = new Float64Array(1 << 12);
/** Sums of the same costs in another order differ by less. */
const SAME = 1e-9;

/**
 * What it costs to align a query with a stretch of codes: semi-global (the query wholly, the codes from anywhere to
 * anywhere), weighted by information, affine gaps, neighbours may be swapped, and at the query's own gaps codes are
 * skipped at little cost. Infinity as soon as it is sure to cost more than `most` (Ukkonen's cut-off). O(query times
 * stretch) time, O(stretch) space. Sellers 1980; Gotoh 1982; Lowrance and Wagner 1975; Ukkonen 1985.
 */
export function alignmentCost(query: Query, stretch: Uint16Array, most: number): number {
  if (stretch.length >= rows[0].length)
    rows = [new Float64Array(2 * stretch.length), new Float64Array(2 * stretch.length), new Float64Array(2 * stretch.length)];
  let [older, above, row] = rows;
  above.fill(0, 0, stretch.length + 1);
  for (let place = 0; place < query.length; place++) {
    if (query.gaps[place]! >= 0) skip(above, stretch.length, query.gaps[place]!);
    if (fill(query, place, stretch, { above, row, older }) > most) return Number.POSITIVE_INFINITY;
    [older, above, row] = [above, row, older];
  }
  return above[endOf(above, stretch.length)]!;
}

interface Rows {
  readonly above: Float64Array;
  readonly row: Float64Array;
  readonly older: Float64Array;
}

/** One row of the matrix; gives its least cost. */
function fill(query: Query, place: number, codes: Uint16Array, { above, row, older }: Rows): number {
  const code = query.codes[place]!;
  const added = addedCost(query, place);
  const replaced = query.costs[place]!;
  const before = canSwap(query, place) ? query.codes[place - 1]! : -1;
  const swapped = swapCost(query, place);
  let gap = 1e9;
  let left = above[0]! + added;
  let diagonal = above[0]!;
  row[0] = left;
  let least = left;
  let behind = -1;
  const { length } = codes;
  for (let j = 1; j <= length; j++) {
    const up = above[j]!;
    const own = codes[j - 1]!;
    let best = own === code ? diagonal : diagonal + replaced;
    gap += OMITTED_ON;
    if (left + OMITTED < gap) gap = left + OMITTED;
    if (gap < best) best = gap;
    if (up + added < best) best = up + added;
    // Two neighbouring words that stand the other way round.
    if (own === before && behind === code && older[j - 2]! + swapped < best) best = older[j - 2]! + swapped;
    behind = own;
    row[j] = best;
    left = best;
    diagonal = up;
    if (best < least) least = best;
  }
  return least;
}

function addedCost({ weights }: Query, place: number): number {
  return ADDED * weights[place]! + ADDED_AT_ALL;
}

function swapCost({ weights }: Query, place: number): number {
  return SWAPPED + SWAPPED * weights[place]!;
}

function canSwap({ codes, gaps }: Query, place: number): boolean {
  return place > 0 && codes[place - 1] !== codes[place] && gaps[place]! < 0;
}

/** At a gap the alignment may go on anywhere further right. */
function skip(row: Float64Array, length: number, price: number): void {
  for (let j = 1; j <= length; j++) row[j] = Math.min(row[j]!, row[j - 1]! + price);
}

/** Where the alignment ends: the first of the cheapest cells. */
function endOf(row: Float64Array, length: number): number {
  let end = 0;
  for (let j = 1; j <= length; j++) if (row[j]! < row[end]! - SAME) end = j;
  return end;
}

/** The same, and where it begins and ends. O(query times stretch) space: for the few stretches that are worth it. */
export function alignCodes(query: Query, stretch: Uint16Array): CodeAlignment {
  const width = stretch.length + 1;
  if (matrix.length < (query.length + 1) * width) matrix = new Float64Array(2 * (query.length + 1) * width);
  const rowAt = (place: number) => matrix.subarray(place * width, (place + 1) * width);
  rowAt(0).fill(0);
  for (let place = 0; place < query.length; place++) {
    const above = rowAt(place);
    if (query.gaps[place]! >= 0) skip(above, stretch.length, query.gaps[place]!);
    fill(query, place, stretch, { above, row: rowAt(place + 1), older: rowAt(Math.max(0, place - 1)) });
  }
  const last = rowAt(query.length);
  const end = endOf(last, stretch.length);
  const { start, kept } = trace(query, stretch, end);
  return { cost: last[end]!, kept, from: start, to: end };
}

/** Follows the matrix back from the end of its last row: where the alignment begins, and what it keeps. */
function trace(query: Query, codes: Uint16Array, end: number): { start: number; kept: number } {
  let j = end;
  let kept = 0;
  for (let i = query.length; i > 0; ) {
    const gap = i < query.length ? query.gaps[i]! : -1;
    const step = stepBack(query, codes, { i, j, gap });
    if (step.keeps) for (let place = i - step.up; place < i; place++) kept += query.bits[place]!;
    i -= step.up;
    j -= step.left;
  }
  return { start: j, kept };
}

interface Step {
  /** How many of the query's words, and of the codes, the step takes. */
  readonly up: number;
  readonly left: number;
  /** Whether what it takes is in common. */
  readonly keeps: boolean;
}

/** The step by which a cell was reached; pairs are preferred, so that ends are not a word off. `gap`: see `Query.gaps`. */
function stepBack(query: Query, codes: Uint16Array, { i, j, gap }: { i: number; j: number; gap: number }): Step {
  const width = codes.length + 1;
  const cost = (up: number, left: number) => matrix[(i - up) * width + j - left]!;
  const here = cost(0, 0);
  const isHere = (sum: number) => Math.abs(sum - here) <= SAME;
  const place = i - 1;
  const same = j > 0 && codes[j - 1] === query.codes[place];
  if (j > 0 && isHere(cost(1, 1) + (same ? 0 : query.costs[place]!))) return { up: 1, left: 1, keeps: same };
  if (gap >= 0 && j > 0 && isHere(cost(0, 1) + gap)) return { up: 0, left: 1, keeps: false };
  const swapped = canSwap(query, place) && j > 1 && codes[j - 1] === query.codes[place - 1] && codes[j - 2] === query.codes[place];
  if (swapped && isHere(cost(2, 2) + swapCost(query, place))) return { up: 2, left: 2, keeps: true };
  if (isHere(cost(1, 0) + addedCost(query, place))) return { up: 1, left: 0, keeps: false };
  for (let left = 1; left <= j; left++) if (isHere(cost(0, left) + OMITTED + (left - 1) * OMITTED_ON)) return { up: 0, left, keeps: false };
  return { up: 1, left: 0, keeps: false };
}
