import type { Segment } from './segment.ts';

/** A stretch of a segment in which several words of a query stand in line. */
export interface Diagonal {
  /** Where in the segment the query's first word would stand. */
  readonly position: number;
  /** Bits of information of the words that agree on it. */
  readonly score: number;
}

/** Neighbouring diagonals that count as one: this many words may be put in or left out between two seeds. */
const BAND_BITS = 3;
/** A word with more occurrences than this is no seed while rarer ones are there. */
const RARE = 2048;
/** However many words a query has, so many occurrences are looked at and no more. */
const MOST_POSTINGS = 60_000;

/**
 * Seeds and votes, as BLAST (Altschul et al. 1990) and minimap2 (Li 2018) do: every occurrence of a query's word votes
 * for the diagonal it lies on (position minus place in the query); bands of diagonals with most information win.
 * Rare words vote first, but always two fifths of them: the rarest words of a misquotation are likely its wrong ones.
 */
export function diagonalsOf(segment: Segment, words: readonly string[], weightOf: (word: string) => number): Diagonal[] {
  const seeds = words
    .map((word, place) => ({ place, weight: weightOf(word), positions: segment.positionsOf(word) }))
    .filter(({ positions }) => positions.length > 0)
    .sort((a, b) => a.positions.length - b.positions.length);
  const bands = new Map<number, Diagonal>();
  let postings = 0;
  seeds.forEach(({ place, weight, positions }, rank) => {
    const needed = rank < Math.max(4, seeds.length * 0.4);
    if (!needed && positions.length > RARE) return;
    if (postings + positions.length > MOST_POSTINGS && rank >= 3) return;
    postings += positions.length;
    let last = -1;
    for (const position of positions) {
      const diagonal = position - place;
      const band = diagonal >> BAND_BITS;
      if (band === last) continue;
      last = band;
      const known = bands.get(band);
      bands.set(band, known ? { position: known.position, score: known.score + weight } : { position: diagonal, score: weight });
    }
  });
  return joinNeighbours(bands);
}

/** Bands with less than this share of the best one's votes are not worth naming. */
export const LEAST_SHARE = 0.3;

/** A passage with words put in or left out lies on two neighbouring bands: each takes in the other's votes. */
function joinNeighbours(bands: ReadonlyMap<number, Diagonal>): Diagonal[] {
  let most = 0;
  for (const { score } of bands.values()) if (score > most) most = score;
  const joined: Diagonal[] = [];
  for (const [band, { position, score }] of bands) {
    if (score < most * LEAST_SHARE) continue;
    const before = bands.get(band - 1)?.score ?? 0;
    const after = bands.get(band + 1)?.score ?? 0;
    if (before > score || (after > score && after >= before)) continue;
    joined.push({ position, score: score + Math.max(before, after) });
  }
  return joined;
}
