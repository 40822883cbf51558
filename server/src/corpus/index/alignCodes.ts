import type { Query } from './query.ts';

/** How a query lies on a stretch of codes. */
export interface CodeAlignment {
  /** Sum of the costs; 0 where nothing differs. */
  readonly cost: number;
  /** Information (bits) of the words in common, in order. */
  readonly kept: number;
  /** The positions it lies on, half-open. */
  readonly from: number;
  readonly to: number;
}

/** Costs, as `match/align.ts` has them; a source word that is not the query's weighs like a middling one. */
const REPLACED = 0.85;
const REPLACED_AT_ALL = 0.135;
const ADDED = 0.9;
const ADDED_AT_ALL = 0.12;
const OMITTED = 0.41;
const OMITTED_ON = 0.16;
const SWAPPED = 0.3;

/** What it costs that a word of this weight is replaced. */
export function replacementCost(weight: number): number {
  return REPLACED * weight + REPLACED_AT_ALL;
}

/** One row of the matrix: cost, where the alignment began, and what it has kept so far. */
interface Row {
  cost: Float64Array;
  start: Int32Array;
  kept: Float64Array;
}

function rowOf(width: number): Row {
  return { cost: new Float64Array(width), start: new Int32Array(width), kept: new Float64Array(width) };
}

let rows: [Row, Row, Row] = [rowOf(256), rowOf(256), rowOf(256)];

/**
 * Aligns a query with `codes[from, to)`: semi-global (the query wholly, the codes from anywhere to anywhere), weighted by
 * information, affine gaps, neighbours may be swapped, and at the query's own gaps codes are skipped at little cost.
 * O(query times stretch) time, O(stretch) space, since only the ends are wanted. Sellers 1980; Gotoh 1982; Lowrance and
 * Wagner 1975.
 */
export function alignCodes(query: Query, codes: Uint16Array, { from, to }: { from: number; to: number }): CodeAlignment {
  const width = to - from + 1;
  if (rows[0].cost.length < width) rows = [rowOf(2 * width), rowOf(2 * width), rowOf(2 * width)];
  let [above, row, older] = rows;
  above.cost.fill(0, 0, width);
  above.kept.fill(0, 0, width);
  for (let j = 0; j < width; j++) above.start[j] = j;
  for (let place = 0; place < query.length; place++) {
    if (query.gaps[place]! >= 0) skip(above, width, query.gaps[place]!);
    fill({ above, row, width }, query, { place, codes, from });
    if (place > 0) swap({ older, row, width }, query, { place, codes, from });
    [older, above, row] = [above, row, older];
  }
  let end = 0;
  for (let j = 1; j < width; j++) if (above.cost[j]! < above.cost[end]! - 1e-9) end = j;
  return { cost: above.cost[end]!, kept: above.kept[end]!, from: from + above.start[end]!, to: from + end };
}

interface Cells {
  readonly row: Row;
  readonly width: number;
}

interface Words {
  readonly place: number;
  readonly codes: Uint16Array;
  readonly from: number;
}

function fill({ above, row, width }: Cells & { above: Row }, query: Query, { place, codes, from }: Words): void {
  const { cost, start, kept } = row;
  const { cost: costAbove, start: startAbove, kept: keptAbove } = above;
  const code = query.codes[place]!;
  const weight = query.weights[place]!;
  const bits = query.bits[place]!;
  const added = ADDED * weight + ADDED_AT_ALL;
  const replaced = replacementCost(weight);
  cost[0] = costAbove[0]! + added;
  start[0] = startAbove[0]!;
  kept[0] = keptAbove[0]!;
  let gap = Number.POSITIVE_INFINITY;
  let gapStart = 0;
  let gapKept = 0;
  for (let j = 1; j < width; j++) {
    const same = codes[from + j - 1] === code;
    let best = costAbove[j - 1]! + (same ? 0 : replaced);
    let bestStart = startAbove[j - 1]!;
    let bestKept = keptAbove[j - 1]! + (same ? bits : 0);
    const opened = cost[j - 1]! + OMITTED;
    if (opened <= gap + OMITTED_ON) {
      gap = opened;
      gapStart = start[j - 1]!;
      gapKept = kept[j - 1]!;
    } else gap += OMITTED_ON;
    if (gap < best) {
      best = gap;
      bestStart = gapStart;
      bestKept = gapKept;
    }
    if (costAbove[j]! + added < best) {
      best = costAbove[j]! + added;
      bestStart = startAbove[j]!;
      bestKept = keptAbove[j]!;
    }
    cost[j] = best;
    start[j] = bestStart;
    kept[j] = bestKept;
  }
}

/** Two neighbouring words that stand the other way round. */
function swap({ older, row, width }: Cells & { older: Row }, query: Query, { place, codes, from }: Words): void {
  const first = query.codes[place - 1]!;
  const second = query.codes[place]!;
  if (first === second || query.gaps[place]! >= 0) return;
  const price = SWAPPED + SWAPPED * query.weights[place]!;
  for (let j = 2; j < width; j++) {
    if (codes[from + j - 1] !== first || codes[from + j - 2] !== second) continue;
    const swapped = older.cost[j - 2]! + price;
    if (swapped >= row.cost[j]!) continue;
    row.cost[j] = swapped;
    row.start[j] = older.start[j - 2]!;
    row.kept[j] = older.kept[j - 2]! + query.bits[place - 1]! + query.bits[place]!;
  }
}

/** At a gap the alignment may go on anywhere further right. A start does not move with it: what comes before a gap counts. */
function skip({ cost, start, kept }: Row, width: number, price: number): void {
  for (let j = 1; j < width; j++) {
    const on = cost[j - 1]! + price;
    if (on >= cost[j]!) continue;
    cost[j] = on;
    start[j] = start[j - 1]!;
    kept[j] = kept[j - 1]!;
  }
}
