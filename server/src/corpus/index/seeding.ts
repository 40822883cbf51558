import { type Bands, BandVotes, bandsFor, WEIGHT_SCALE } from './bandVotes.ts';
import type { Query } from './query.ts';
import type { Segment } from './segment.ts';

/** A key of the query that is posted in a segment. */
interface Seed {
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

/** How many of a segment's seeds a round works through. */
export interface SeedingRound {
  /** At most this share of the seeds, the rarest first, … */
  readonly share: number;
  /** … but so many at least. */
  readonly least: number;
  /** Once two fifths are worked through, so many postings are the end of it. */
  readonly postings: number;
  /** Bands of a segment that are looked at. */
  readonly bands: number;
}
/** This share of the seeds is worked through however many postings they have: the rarest of a misquotation are likely its wrong words. */
const ALWAYS = 0.4;

/** Postings of one seed that are looked at. */
const MOST_OF_A_SEED = 4096;
const MOST_BANDS = 1024;

const postings = new Uint32Array(MOST_OF_A_SEED);
const bands = bandsFor(MOST_BANDS);
/** Votes are kept from round to round, for each of a corpus' segments. */
const tables: BandVotes[] = [];

/** Counted work, for measuring. */
export const seedingWork = { postings: 0, seeds: 0 };

/**
 * Seeds and votes in one segment, as BLAST (Altschul et al. 1990) and minimap2 (Li 2018) do: every posting of a query's
 * key votes for the band of diagonals (position minus place in the query) that it lies on. Only one query is searched for at a time.
 */
export class BandSearch {
  readonly #query: Query;
  readonly segment: Segment;
  readonly #votes: BandVotes;
  /** Words by themselves and frequent words side by side, the rarest first; in the end frequent words with one between them, too. */
  #seeds: Seed[] = [];
  readonly #frequent: FrequentWord[] = [];
  /** How many seeds have voted. */
  #voted = 0;
  /** Whether the pairs with a word between them are among the seeds. */
  #complete = false;

  /** `number`: which of a corpus' segments it is. */
  constructor(query: Query, segment: Segment, number: number) {
    this.#query = query;
    this.segment = segment;
    this.#votes = tables[number] ??= new BandVotes();
    this.#votes.clear(0);
    eachWord(query, (place, hash) => {
      const key = segment.numberOf(hash);
      if (key < 0) return;
      const length = segment.countOf(key);
      if (segment.isFrequent(key)) this.#frequent.push({ place, hash });
      else this.#seeds.push({ place, key, pair: false, bits: query.bits[place]!, length });
    });
    this.#addPairs(1);
  }

  /** Has the seeds of a round vote that have not yet. Gives the bands with most votes, which hold until the next call. O(postings looked at). */
  look(round: SeedingRound): Bands {
    const end = this.#endOf(round);
    const expected = this.#expected(end);
    if (!this.#votes.hasRoom(expected)) {
      this.#votes.clear(expected);
      this.#voted = 0;
    }
    seedingWork.seeds += end - this.#voted;
    for (; this.#voted < end; this.#voted++) this.#vote(this.#voted);
    this.#votes.collect(round.bands, bands);
    return bands;
  }

  #vote(seed: number): void {
    const { place, key, pair, bits } = this.#seeds[seed]!;
    const count = pair ? this.segment.readPair(key, postings) : this.segment.readWord(key, postings);
    seedingWork.postings += count;
    // A list that is cut short speaks for the articles at the beginning alone: bands of its own would crowd out better ones.
    const begins = count < MOST_OF_A_SEED || this.#votes.size === 0;
    this.#votes.cast(postings, count, { seed, place, weight: Math.ceil(WEIGHT_SCALE * bits), begins });
  }

  /** About how many postings the first seeds have. */
  #expected(end: number): number {
    let sum = 0;
    for (let seed = 0; seed < end; seed++) sum += Math.min(2 * this.#seeds[seed]!.length, MOST_OF_A_SEED);
    return sum;
  }

  /** How many seeds a round works through. */
  #endOf({ share, least, postings: enough }: SeedingRound): number {
    if (share === 1 && !this.#complete) {
      this.#complete = true;
      this.#addPairs(2);
    }
    const { length } = this.#seeds;
    const most = Math.min(length, Math.max(least, Math.ceil(length * share)));
    const always = Math.ceil(length * ALWAYS);
    let looked = 0;
    for (let seed = 0; seed < most; seed++) {
      looked += this.#seeds[seed]!.length;
      if (seed >= always && looked > enough) return seed;
    }
    return most;
  }

  /** Adds the pairs of frequent words that stand so far from each other in the query. */
  #addPairs(distance: number): void {
    const pairs = pairsOf(this.#query, this.segment, { frequent: this.#frequent, distance });
    this.#seeds = distance === 1 ? [...this.#seeds, ...pairs].sort(byLength) : [...this.#seeds, ...pairs.sort(byLength)];
  }
}

interface FrequentWord {
  readonly place: number;
  readonly hash: number;
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
