import { BandVotes, diagonalOf, MOST_SEEDS, WEIGHT_SCALE } from './bandVotes.ts';
import type { Query } from './query.ts';
import type { Segment } from './segment.ts';

/** A key of the query that is posted in a segment. */
export interface Seed {
  /** Place of the query's word it begins with. */
  readonly place: number;
  /** A word's number, or a pair's bucket. */
  readonly key: number;
  readonly pair: boolean;
  readonly length: number;
}

/** A stretch of a segment in which words of a query stand in line. */
export interface Band {
  /** About where the query's first word would stand: up to half a band's width more or less, and as far as words were put in or left out. */
  readonly diagonal: number;
  /** A block in which one of the seeds stands. */
  readonly block: number;
  /** Information of the seeds that agree on it, in parts of a bit. */
  readonly votes: number;
}

/** Postings of one seed that are looked at. */
const MOST_OF_A_SEED = 8192;
/** Bands with less than this share of the best one's votes are not worth a look. */
const LEAST_SHARE = 0.3;

const postings = new Uint32Array(MOST_OF_A_SEED);
const votes = new BandVotes();

/** Counted work, for measuring. */
export const seedingWork = { postings: 0, seeds: 0 };

/** The keys of a query that a segment has, the rarest first. */
export function seedsOf(query: Query, segment: Segment): readonly Seed[] {
  const numbers = Array.from(query.hashes, (hash) => segment.numberOf(hash));
  const seeds: Seed[] = [];
  for (let place = 0; place < numbers.length; place++) {
    const key = numbers[place]!;
    if (key < 0) continue;
    if (!segment.isFrequent(key)) {
      seeds.push({ place, key, pair: false, length: segment.countOf(key) });
      continue;
    }
    // The word after the next, too: a word put in between must not break a pair.
    for (let next = place + 1; next <= place + 2 && next < numbers.length; next++) {
      if (!segment.isFrequent(numbers[next]!)) continue;
      const bucket = segment.bucketOf(query.hashes[place]!, query.hashes[next]!);
      const length = segment.pairLength(bucket);
      if (length > 0) seeds.push({ place, key: bucket, pair: true, length });
    }
  }
  seeds.sort((a, b) => a.length - b.length || a.place - b.place);
  return seeds.length > MOST_SEEDS ? seeds.slice(0, MOST_SEEDS) : seeds;
}

/**
 * Seeds and votes, as BLAST (Altschul et al. 1990) and minimap2 (Li 2018) do: every posting of a query's key votes for
 * the band of diagonals (position minus place in the query) that it lies on. Gives the bands with most votes, best
 * first, at most `limit`. O(postings looked at).
 */
export function bandsOf(seeds: readonly Seed[], segment: Segment, limit: number): Band[] {
  let expected = 0;
  for (const { length } of seeds) expected += Math.min(length, MOST_OF_A_SEED);
  votes.clear(expected);
  for (let seed = 0; seed < seeds.length; seed++) {
    const { place, key, pair, length } = seeds[seed]!;
    const count = pair ? segment.readPair(key, postings) : segment.readWord(key, postings);
    const weight = Math.round(WEIGHT_SCALE * Math.log2(1 + segment.blocks / length));
    votes.cast(postings, count, { seed, place, weight });
  }
  seedingWork.postings += expected;
  seedingWork.seeds += seeds.length;
  return bestBands(limit);
}

/** A passage with words put in or left out lies on two neighbouring bands: each takes in the other's votes. */
function bestBands(limit: number): Band[] {
  const bands: Band[] = [];
  let least = votes.best * LEAST_SHARE;
  votes.forEach(least, (band, weight, block) => {
    if (weight < least) return;
    const before = votes.weightOf(band - 1);
    const after = votes.weightOf(band + 1);
    if (before >= weight || after > weight) return;
    const sum = weight + Math.max(before, after);
    if (bands.length >= limit && sum <= bands.at(-1)!.votes) return;
    insert(bands, { diagonal: diagonalOf(band), block, votes: sum }, limit);
    if (bands.length >= limit) least = Math.max(least, bands.at(-1)!.votes / 2);
  });
  return bands;
}

function insert(bands: Band[], band: Band, limit: number): void {
  let at = bands.length;
  while (at > 0 && bands[at - 1]!.votes < band.votes) at--;
  bands.splice(at, 0, band);
  if (bands.length > limit) bands.pop();
}
