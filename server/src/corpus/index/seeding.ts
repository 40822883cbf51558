import { BandVotes, MOST_SEEDS, WEIGHT_SCALE } from './bandVotes.ts';
import type { Query } from './query.ts';
import type { Segment } from './segment.ts';

/** A key of the query that is posted in a segment. */
export interface Seed {
  /** Place of the query's word it begins with. */
  readonly place: number;
  /** A word's number, or a pair's bucket. */
  readonly key: number;
  readonly pair: boolean;
  /** Information of its words. */
  readonly bits: number;
  /** How many postings it has; of a pair about as many. */
  readonly length: number;
}

/** Postings of one seed that are looked at. */
const MOST_OF_A_SEED = 8192;
/** Where there are more bands than these, those with less than {@link LEAST_SHARE} of the best one's votes are not worth a look. */
const FEW_BANDS = 64;
const LEAST_SHARE = 0.3;

const postings = new Uint32Array(MOST_OF_A_SEED);
const votes = new BandVotes();

/** Counted work, for measuring. */
export const seedingWork = { postings: 0, seeds: 0 };

/** The keys of a query that a segment has. */
export interface Seeds {
  /** Of words by themselves and of frequent words side by side, the rarest first. */
  readonly together: readonly Seed[];
  /** Of frequent words with one between them, which may have been put in; worked out when they are asked for. */
  readonly apart: () => readonly Seed[];
}

interface FrequentWord {
  readonly place: number;
  readonly hash: number;
}

export function seedsOf(query: Query, segment: Segment): Seeds {
  const together: Seed[] = [];
  const frequent: FrequentWord[] = [];
  eachWord(query, (place, hash) => {
    const key = segment.numberOf(hash);
    if (key < 0) return;
    if (segment.isFrequent(key)) frequent.push({ place, hash });
    else together.push({ place, key, pair: false, bits: query.bits[place]!, length: segment.countOf(key) });
  });
  together.push(...pairsOf(query, segment, { frequent, distance: 1 }));
  return {
    together: together.sort(byLength).slice(0, MOST_SEEDS),
    apart: () => pairsOf(query, segment, { frequent, distance: 2 }).sort(byLength),
  };
}

function byLength(a: Seed, b: Seed): number {
  return a.length - b.length || a.place - b.place;
}

/** The pairs of frequent words that stand so far from each other in the query. */
function pairsOf(query: Query, segment: Segment, { frequent, distance }: { frequent: readonly FrequentWord[]; distance: number }): Seed[] {
  const pairs: Seed[] = [];
  for (const [i, first] of frequent.entries()) {
    for (let j = i + 1; j < frequent.length && frequent[j]!.place <= first.place + distance; j++) {
      const second = frequent[j]!;
      if (second.place < first.place + distance) continue;
      const key = segment.bucketOf(first.hash, second.hash);
      const length = segment.pairLength(key);
      if (length === 0) continue;
      pairs.push({ place: first.place, key, pair: true, bits: query.bits[first.place]! + query.bits[second.place]!, length });
    }
  }
  return pairs;
}

/** Every word of a query, and those that may be meant in its place. */
function eachWord({ hashes, meant }: Query, visit: (place: number, hash: number) => void): void {
  for (let place = 0; place < hashes.length; place++) {
    visit(place, hashes[place]!);
    for (const hash of meant.get(place) ?? []) visit(place, hash);
  }
}

/** Stretches of a segment in which words of a query stand in line. Reused: it holds what was found last. */
export interface Bands {
  length: number;
  /** About where the query's first word would stand: up to half a band's width more or less, and as far as words were put in or left out. */
  readonly diagonals: Int32Array;
  /** A block in which one of the seeds stands. */
  readonly blocks: Int32Array;
  /** Information of the seeds that agree on it, in parts of a bit. */
  readonly votes: Int32Array;
  /** Whether many more places have about as many votes as the best: which of them were taken says nothing. */
  crowded: boolean;
}

const MOST_FOUND = 8192;
const found: Bands = {
  length: 0,
  diagonals: new Int32Array(MOST_FOUND),
  blocks: new Int32Array(MOST_FOUND),
  votes: new Int32Array(MOST_FOUND),
  crowded: false,
};

/**
 * Seeds and votes, as BLAST (Altschul et al. 1990) and minimap2 (Li 2018) do: every posting of a query's key votes for
 * the band of diagonals (position minus place in the query) that it lies on. Gives the bands with most votes, about
 * `limit` at most. O(postings looked at).
 */
export function bandsOf(seeds: readonly Seed[], segment: Segment, limit: number): Bands {
  let expected = 0;
  for (const { length } of seeds) expected += Math.min(2 * length, MOST_OF_A_SEED);
  votes.clear(expected);
  for (let seed = 0; seed < seeds.length; seed++) {
    const { place, key, pair, bits } = seeds[seed]!;
    const count = pair ? segment.readPair(key, postings) : segment.readWord(key, postings);
    const weight = Math.ceil(WEIGHT_SCALE * bits);
    votes.cast(postings, count, { seed, place, weight });
  }
  seedingWork.postings += expected;
  seedingWork.seeds += seeds.length;
  found.length = votes.collect(votes.size > FEW_BANDS ? votes.best * LEAST_SHARE : 0, found);
  keepBest(limit);
  return found;
}

const LEVELS = 64;
const histogram = new Int32Array(LEVELS + 1);
/** Bands with this share of the best one's votes and more may be as good as it. */
const AS_GOOD = 0.75;

/** Drops all but the `limit` best bands: counts them by level of votes, takes the upper levels whole and of the next the first. */
function keepBest(limit: number): void {
  const { votes: sums, diagonals, blocks } = found;
  found.crowded = false;
  if (found.length <= limit) return;
  let best = 1;
  for (let i = 0; i < found.length; i++) if (sums[i]! > best) best = sums[i]!;
  const levelOf = (sum: number) => Math.floor((sum * LEVELS) / best);
  histogram.fill(0);
  for (let i = 0; i < found.length; i++) histogram[levelOf(sums[i]!)]!++;
  let level = LEVELS;
  let room = limit;
  for (; histogram[level]! <= room; level--) room -= histogram[level]!;
  found.crowded = level >= AS_GOOD * LEVELS;
  let at = 0;
  for (let i = 0; i < found.length; i++) {
    const own = levelOf(sums[i]!);
    if (own < level || (own === level && room-- <= 0)) continue;
    diagonals[at] = diagonals[i]!;
    blocks[at] = blocks[i]!;
    sums[at++] = sums[i]!;
  }
  found.length = at;
}
