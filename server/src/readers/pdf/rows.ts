import type { Piece } from './pieces.ts';

/** What stands at one height across a part of a page, from left to right. */
export interface Row {
  readonly baseline: number;
  /** The largest size in it. Points. */
  readonly size: number;
  readonly left: number;
  readonly right: number;
  readonly pieces: readonly Piece[];
}

/** How far apart the baselines of a row may be, as a share of the type's size. */
const SAME_HEIGHT = 0.3;
/** Raised and lowered signs are at most this large beside the type of their row. */
const SMALL = 0.85;

/**
 * The rows of a part of a page, from top to bottom. Full-sized type first: small raised or lowered signs then go to the row
 * they belong to.
 */
export function rowsOf(pieces: readonly Piece[]): Row[] {
  const sorted = [...pieces].sort((a, b) => a.baseline - b.baseline || a.left - b.left);
  const groups: { baseline: number; size: number; pieces: Piece[] }[] = [];
  for (const piece of sorted) {
    const group = groups.at(-1);
    const near = group && Math.abs(piece.baseline - group.baseline) <= SAME_HEIGHT * Math.min(piece.size, group.size);
    if (group && near) {
      group.pieces.push(piece);
      if (piece.size > group.size) Object.assign(group, { size: piece.size, baseline: piece.baseline });
    } else groups.push({ baseline: piece.baseline, size: piece.size, pieces: [piece] });
  }
  return takeInSmall(groups)
    .sort((a, b) => a.baseline - b.baseline)
    .map(finishRow);
}

interface Group {
  readonly baseline: number;
  readonly size: number;
  readonly pieces: Piece[];
}

/** Rows of small signs beside a larger neighbour become part of it. */
function takeInSmall(groups: readonly Group[]): Group[] {
  const out: Group[] = [];
  for (let i = 0; i < groups.length; i++) {
    const group = groups[i] as Group;
    const owner = [groups[i + 1], groups[i - 1]].find((other) => other !== undefined && belongsTo(group, other));
    if (owner) owner.pieces.push(...group.pieces);
    else out.push(group);
  }
  return out;
}

/** Whether all of a row are small signs that touch pieces of a larger row at its sides, or one another. */
function belongsTo(small: Group, large: Group): boolean {
  if (small.size > large.size * SMALL || small.pieces.length > MOST_SIGNS) return false;
  const rise = large.baseline - small.baseline;
  if (rise > large.size * 0.7 || rise < -large.size * 0.35) return false;
  const owners = [...large.pieces];
  return [...small.pieces]
    .sort((a, b) => a.left - b.left)
    .every((piece) => {
      const belongs = piece.text.trim().length <= LONGEST_SIGN && owners.some((owner) => touches(piece, owner, large.size));
      if (belongs) owners.push(piece);
      return belongs;
    });
}

/** A row has no more raised and lowered signs than this. */
const MOST_SIGNS = 100;
/** The longest raised or lowered sign, in code units. */
const LONGEST_SIGN = 8;

/** Whether a sign stands right behind a piece or within it, or right before it, as the mark of a note does. */
function touches(sign: Piece, owner: Piece, size: number): boolean {
  const behind = sign.left > owner.left && sign.left - owner.right <= size * 0.6;
  const before = owner.left >= sign.right - 1 && owner.left - sign.right < size && sign.text.trim().length <= 3;
  return behind || before;
}

function finishRow({ baseline, size, pieces }: Group): Row {
  const sorted = [...pieces].sort((a, b) => a.left - b.left);
  const left = (sorted[0] as Piece).left;
  return { baseline, size, left, right: sorted.reduce((most, piece) => Math.max(most, piece.right), left), pieces: sorted };
}
