import { ARTICLE_STEP, BLOCK_BITS } from './segmentData.ts';

/** Fields of an entry, which lie side by side so that a vote touches one line of cache. */
const STAMP = 0;
const DIAGONAL = 1;
const WEIGHT = 2;
const FIRST_BLOCK = 3;
const FIELD_BITS = 2;

const MOST_TABLE_BITS = 14;
const LEAST_TABLE_BITS = 8;
/** A stamp holds the round and, in its lower bits, the seed that voted last. */
const SEED_BITS = 10;
const MOST_ROUNDS = 1 << (31 - SEED_BITS);

/** Where bands are put: the diagonal in the middle of each, a block that has voted for it, its votes. */
export interface VoteArrays {
  readonly diagonals: Int32Array;
  readonly blocks: Int32Array;
  readonly votes: Int32Array;
}

/** Weights are kept in so many parts of a bit. */
export const WEIGHT_SCALE = 256;
/** Seeds are numbered below this. */
export const MOST_SEEDS = (1 << SEED_BITS) - 1;

/**
 * Votes by band of diagonals: an open-addressing hash table whose clearing costs nothing (each entry is stamped with the
 * round it is from). A seed votes once for a band, however often it stands there.
 */
export class BandVotes {
  readonly #entries = new Int32Array(1 << (MOST_TABLE_BITS + FIELD_BITS));
  readonly #used = new Int32Array(1 << (MOST_TABLE_BITS - 1));
  #round = 0;
  #tableBits = LEAST_TABLE_BITS;
  size = 0;
  /** The largest weight of a band. */
  best = 0;

  /** Begins anew; `expected`: about how many votes are to come. A table no larger than need be stays in the cache. */
  clear(expected: number): void {
    this.#round++;
    if (this.#round === MOST_ROUNDS) {
      this.#entries.fill(0);
      this.#round = 1;
    }
    this.#tableBits = Math.min(MOST_TABLE_BITS, Math.max(LEAST_TABLE_BITS, 33 - Math.clz32(expected)));
    this.size = 0;
    this.best = 0;
  }

  /** The votes of one seed, which stands `place` words into the query, for the bands of all its blocks. */
  cast(blocks: Uint32Array, count: number, { seed, place, weight }: { seed: number; place: number; weight: number }): void {
    const entries = this.#entries;
    const used = this.#used;
    const most = 1 << (this.#tableBits - 1);
    const stamp = (this.#round << SEED_BITS) | (seed + 1);
    const fresh = this.#round << SEED_BITS;
    let { size, best } = this;
    for (let i = 0; i < count; i++) {
      const block = blocks[i]!;
      const diagonal = diagonalOf(block, place);
      const at = this.#find(diagonal >> BAND_BITS);
      const known = entries[at + STAMP]!;
      if (known === stamp) continue;
      let sum = weight;
      if (known < fresh) {
        // New bands are no longer taken in when there are very many.
        if (size === most) continue;
        used[size++] = at;
        entries[at + DIAGONAL] = diagonal;
        entries[at + FIRST_BLOCK] = block;
      } else sum += entries[at + WEIGHT]!;
      entries[at + STAMP] = stamp;
      entries[at + WEIGHT] = sum;
      if (sum > best) best = sum;
    }
    this.size = size;
    this.best = best;
  }

  /** The larger one of the weights of the bands beside a band. */
  #besides(band: number): number {
    return Math.max(this.#weightOf(band - 1), this.#weightOf(band + 1));
  }

  #weightOf(band: number): number {
    const at = this.#find(band);
    return this.#entries[at + STAMP]! >= this.#round << SEED_BITS ? this.#entries[at + WEIGHT]! : 0;
  }

  /**
   * Takes out every band that has at least `least` votes of its own, in order of first vote, as far as there is room; those
   * beside it count, too: a passage with words put in or left out lies on two neighbouring bands.
   */
  collect(least: number, { diagonals, blocks, votes }: VoteArrays): number {
    const entries = this.#entries;
    let found = 0;
    for (let i = 0; i < this.size && found < votes.length; i++) {
      const at = this.#used[i]!;
      const weight = entries[at + WEIGHT]!;
      if (weight < least) continue;
      const diagonal = entries[at + DIAGONAL]!;
      diagonals[found] = middleOf(diagonal);
      blocks[found] = entries[at + FIRST_BLOCK]!;
      votes[found++] = weight + this.#besides(diagonal >> BAND_BITS);
    }
    return found;
  }

  /** Where a band's entry is, or would be. */
  #find(band: number): number {
    const entries = this.#entries;
    const fresh = this.#round << SEED_BITS;
    const mask = (1 << (this.#tableBits + FIELD_BITS)) - 1;
    let at = (Math.imul(band, 0x9e3779b1) >>> (32 - this.#tableBits)) << FIELD_BITS;
    while (entries[at + STAMP]! >= fresh && entries[at + DIAGONAL]! >> BAND_BITS !== band) at = (at + (1 << FIELD_BITS)) & mask;
    return at;
  }
}

/** Diagonals that count as one. Articles begin at multiples of it. */
export const BAND_WIDTH = ARTICLE_STEP;
const BAND_BITS = 31 - Math.clz32(BAND_WIDTH);

/** The diagonal in the middle of its band. */
function middleOf(diagonal: number): number {
  return (diagonal & -BAND_WIDTH) + (BAND_WIDTH >> 1);
}

/** The diagonal on which a query lies whose word at `place` stands in `block`: half a block more or less. */
function diagonalOf(block: number, place: number): number {
  return (block << BLOCK_BITS) + (1 << (BLOCK_BITS - 1)) - place;
}
