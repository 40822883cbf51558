import type { Piece } from './pieces.ts';
import { type Row, rowsOf } from './rows.ts';

/** A part of a page that is read from top to bottom before the next. */
export interface Column {
  readonly rows: readonly Row[];
}

/** An alley between columns is at least this wide, as a share of the type's size. */
const NARROWEST_ALLEY = 0.8;
/** So many rows stand on each side of it, or it is chance. */
const FEWEST_ROWS = 3;
/** Letters a row of a column has on average: bullets, line numbers and figures of tables have fewer. */
const FEWEST_LETTERS = 11;
/** Where there are so few rows, they must be longer than those of tables. */
const FEW_ROWS = 5;
const FEWEST_LETTERS_OF_FEW = 25;
/** Most rows of prose are nearly as wide as their column; those of a table's first column are not. */
const FULL = 0.62;
/** Beyond this a page is no page of prose and read as it lies. */
const MOST_ROWS = 600;
const DEEPEST = 12;

/** Where columns part: a stretch of rows, and the left edge of what stands on the right. */
interface Alley {
  readonly x: number;
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
}

/**
 * The columns of a page in reading order: the page is cut along the longest alley between columns, into what stands above
 * it, on its left, on its right and below it, and each of these again (recursive X-Y cut: Nagy and Seth 1984; guided by
 * alleys of white, as Breuel 2003 does, so that a headline across columns does not hide them).
 */
export function columnsOf(pieces: readonly Piece[], depth = 0): Column[] {
  const rows = rowsOf(pieces);
  const alley = depth < DEEPEST && rows.length <= MOST_ROWS ? longestAlley(rows) : undefined;
  if (!alley) return rows.length > 0 ? [{ rows }] : [];
  const within = rows.slice(alley.from, alley.to).flatMap((row) => row.pieces);
  const parts = [
    rows.slice(0, alley.from).flatMap((row) => row.pieces),
    within.filter((piece) => isLeft(piece, alley.x)),
    within.filter((piece) => !isLeft(piece, alley.x)),
    rows.slice(alley.to).flatMap((row) => row.pieces),
  ];
  return parts.flatMap((part) => columnsOf(part, depth + 1));
}

function isLeft(piece: Piece, x: number): boolean {
  return piece.left < x - 1;
}

function longestAlley(rows: readonly Row[]): Alley | undefined {
  let best: { readonly alley: Alley; readonly height: number } | undefined;
  for (const x of startsOf(rows)) {
    for (const alley of alleysAt(rows, x)) {
      const height = (rows[alley.to - 1] as Row).baseline - (rows[alley.from] as Row).baseline;
      if (height > (best?.height ?? 0) * 1.02) best = { alley, height };
    }
  }
  return best?.alley;
}

/** Where several rows have a piece begin behind a gap: left edges that a column may have, from left to right. */
function startsOf(rows: readonly Row[]): number[] {
  const counts = new Map<number, number>();
  for (const { pieces } of rows) {
    let end = Number.NEGATIVE_INFINITY;
    for (const { left, right, size } of pieces) {
      if (left - end > size * NARROWEST_ALLEY) counts.set(Math.round(left), (counts.get(Math.round(left)) ?? 0) + 1);
      end = Math.max(end, right);
    }
  }
  const often = [...counts].filter(([, count]) => count >= FEWEST_ROWS - 1).sort((a, b) => b[1] - a[1]);
  return often
    .slice(0, 24)
    .map(([x]) => x)
    .sort((a, b) => a - b);
}

/** The stretches of rows in which nothing crosses the white on the left of `x`, and which have columns on both sides. */
function alleysAt(rows: readonly Row[], x: number): Alley[] {
  const alleys: Alley[] = [];
  let from = 0;
  for (let at = 0; at <= rows.length; at++) {
    const row = rows[at];
    if (row && !crosses(row, x)) continue;
    const alley = trimmed(rows, { x, from, to: at });
    if (alley && hasColumns(rows.slice(alley.from, alley.to), x)) alleys.push(alley);
    from = at + 1;
  }
  return alleys;
}

function crosses({ pieces }: Row, x: number): boolean {
  return pieces.some(({ left, right, size }) => left < x - 1 && right > x - size * NARROWEST_ALLEY);
}

/** Rows at the ends of a stretch that have text on one side only and stand apart from the rest are no part of the columns. */
function trimmed(rows: readonly Row[], alley: Alley): Alley | undefined {
  let { from, to } = alley;
  const sides = ({ pieces }: Row) => ({
    left: pieces.some((piece) => isLeft(piece, alley.x)),
    right: pieces.some((piece) => !isLeft(piece, alley.x)),
  });
  const apart = (a: Row, b: Row) => b.baseline - a.baseline > Math.max(a.size, b.size) * 2.2;
  const alike = (a: Row, b: Row) => Math.abs(a.size - b.size) <= 0.12 * Math.max(a.size, b.size);
  const loose = (row: Row, next: Row, gap: boolean) => {
    const { left, right } = sides(row);
    return !(left && right) && (gap || !alike(row, next));
  };
  while (to - from > FEWEST_ROWS && loose(rows[from] as Row, rows[from + 1] as Row, apart(rows[from] as Row, rows[from + 1] as Row)))
    from++;
  while (to - from > FEWEST_ROWS && loose(rows[to - 1] as Row, rows[to - 2] as Row, apart(rows[to - 2] as Row, rows[to - 1] as Row))) to--;
  return to - from >= FEWEST_ROWS ? { ...alley, from, to } : undefined;
}

interface Extent {
  readonly left: number;
  readonly right: number;
  readonly letters: number;
}

/** Whether both sides of an alley are columns of prose; or the left one plainly is, and a box stands beside it. */
function hasColumns(rows: readonly Row[], x: number): boolean {
  const full = rows.filter(({ size }) => size >= usualSize(rows) * 0.85);
  const left = full.flatMap(({ pieces }) => extentOf(pieces.filter((piece) => isLeft(piece, x))) ?? []);
  const right = full.flatMap(({ pieces }) => extentOf(pieces.filter((piece) => !isLeft(piece, x))) ?? []);
  const fewer = Math.min(left.length, right.length);
  if (fewer < FEWEST_ROWS) return false;
  if (left.length >= BESIDE_BOX.rows && isProse(left, BESIDE_BOX)) return true;
  // Where one side is much thinner than the other, names stand beside what they say, or notes in a margin.
  return fewer >= shared(full, x) * 0.35 && isProse(left, columnOf(left)) && isProse(right, columnOf(right));
}

/** The size of the row in the middle, by size: raised signs have rows of their own. */
function usualSize(rows: readonly Row[]): number {
  const sizes = rows.map(({ size }) => size).sort((a, b) => a - b);
  return sizes[sizes.length >> 1] ?? 0;
}

/** How many rows stand between the first and the last that have both sides at hand. */
function shared(rows: readonly Row[], x: number): number {
  const has = (left: boolean) => (row: Row) => row.pieces.some((piece) => isLeft(piece, x) === left);
  const first = Math.max(rows.findIndex(has(true)), rows.findIndex(has(false)));
  const last = Math.min(rows.findLastIndex(has(true)), rows.findLastIndex(has(false)));
  const within = rows.slice(first, last + 1);
  return Math.max(within.filter(has(true)).length, within.filter(has(false)).length);
}

function extentOf(pieces: readonly Piece[]): Extent | undefined {
  if (pieces.length === 0) return undefined;
  return {
    left: Math.min(...pieces.map((piece) => piece.left)),
    right: Math.max(...pieces.map((piece) => piece.right)),
    letters: pieces.reduce((sum, { text }) => sum + text.length, 0),
  };
}

/** What the rows of a column have on average. */
interface Fullness {
  readonly letters: number;
  /** The usual row's share of the column's width. */
  readonly full: number;
}

/** A column beside which anything may stand. */
const BESIDE_BOX = { rows: 6, letters: 30, full: 0.78 };

function columnOf(extents: readonly Extent[]): Fullness {
  return { letters: extents.length < FEW_ROWS ? FEWEST_LETTERS_OF_FEW : FEWEST_LETTERS, full: FULL };
}

function isProse(extents: readonly Extent[], least: Fullness): boolean {
  const letters = extents.reduce((sum, extent) => sum + extent.letters, 0) / extents.length;
  const width = Math.max(...extents.map(({ right }) => right)) - Math.min(...extents.map(({ left }) => left));
  const widths = extents.map(({ left, right }) => right - left).sort((a, b) => a - b);
  return letters >= least.letters && (widths[widths.length >> 1] as number) >= width * least.full;
}
