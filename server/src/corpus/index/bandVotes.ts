import { ARTICLE_STEP, BLOCK_BITS } from './segmentData.ts';

/** A slot of the table holds the round and, in its lower bits, which of the round's bands it is; beside it stands the band itself. */
const NUMBER_BITS = 13;
const MOST_BANDS = 1 << NUMBER_BITS;
const MOST_ROUNDS = 1 << (31 - NUMBER_BITS);

const MOST_TABLE_BITS = NUMBER_BITS + 1;
const LEAST_TABLE_BITS = 8;

/** Stretches of a segment in which words of a query stand in line. Reused: it holds what was found last. */
export interface Bands {
  length: number;
  /** About where the query's first word would stand: up to half a band's width more or less, and as far as words were put in or left out. */
  readonly diagonals: Int32Array;
  /** A block in which one of the seeds stands. */
  readonly blocks: Int32Array;
  /** That seed's place in the query. */
  readonly places: Int32Array;
  /** Whether many more places have about as many votes as the best: which of them were taken says nothing. */
  crowded: boolean;
}

/** Room for so many bands. */
export function bandsFor(room: number): Bands {
  const column = () => new Int32Array(room);
  return { length: 0, diagonals: column(), blocks: column(), places: column(), crowded: false };
}

/** A seed that votes. */
export interface Voter {
  /** Its number: each votes once for a band. */
  readonly seed: number;
  /** How many words into the query it stands. */
  readonly place: number;
  readonly weight: number;
  /** Whether bands that nothing has voted for yet are taken in; otherwise it only adds to those that are there. */
  readonly begins?: boolean;
}

/** Weights are kept in so many parts of a bit. */
export const WEIGHT_SCALE = 256;

/** Where there are more bands than these, those with less than {@link LEAST_LEVEL} of the best one's votes are not worth a look. */
const FEW_BANDS = 64;
/** Votes are told apart in so many levels up to the best band's. */
const LEVELS = 64;
const LEAST_LEVEL = Math.floor(0.3 * LEVELS);
/** Bands on this level and above may be as good as the best. */
const AS_GOOD = 0.75 * LEVELS;
/** By level how many bands there are; and where the next of them is put. */
const histogram = new Int32Array(LEVELS + 1);
const nextAt = new Int32Array(LEVELS + 1);
/** By number the level of each band. */
const levels = new Uint8Array(MOST_BANDS);

/**
 * Votes by band of diagonals: an open-addressing hash table whose clearing costs nothing (each slot is stamped with the
 * round it is from), and the bands in order of their first vote. A seed votes once for a band, however often it stands there.
 */
export class BandVotes {
  readonly #slots = new Int32Array(2 << MOST_TABLE_BITS);
  /** By number of the band: the diagonal and the block of its first vote, its votes, the seed that voted last. */
  readonly #diagonals = new Int32Array(MOST_BANDS);
  readonly #blocks = new Int32Array(MOST_BANDS);
  readonly #weights = new Int32Array(MOST_BANDS);
  readonly #voters = new Int32Array(MOST_BANDS);
  #round = 0;
  #tableBits = LEAST_TABLE_BITS;
  size = 0;
  /** The largest weight of a band. */
  best = 0;

  /** Whether so many votes may be cast without crowding the table. A table no larger than need be stays in the cache. */
  hasRoom(votes: number): boolean {
    return this.#tableBits >= tableBits(votes);
  }

  /** Begins anew; `expected`: about how many votes are to come. */
  clear(expected: number): void {
    this.#round++;
    if (this.#round === MOST_ROUNDS) {
      this.#slots.fill(0);
      this.#round = 1;
    }
    this.#tableBits = tableBits(expected);
    this.size = 0;
    this.best = 0;
  }

  /** The votes of one seed for the bands of all its blocks. The second hottest loop of a query. */
  cast(blocks: Uint32Array, count: number, { seed, place, weight, begins = true }: Voter): void {
    const slots = this.#slots;
    const diagonals = this.#diagonals;
    const firstBlocks = this.#blocks;
    const mask = (2 << this.#tableBits) - 1;
    const most = begins ? 1 << (this.#tableBits - 1) : 0;
    const fresh = this.#round << NUMBER_BITS;
    const shift = (1 << (BLOCK_BITS - 1)) - place;
    let size = this.size;
    for (let i = 0; i < count; i++) {
      const block = blocks[i]! | 0;
      const diagonal = ((block << BLOCK_BITS) + shift) | 0;
      const band = diagonal >> BAND_BITS;
      let at = (band << 1) & mask;
      let known = slots[at]!;
      while (known >= fresh && slots[at + 1] !== band) {
        at = (at + 2) & mask;
        known = slots[at]!;
      }
      if (known >= fresh) this.#add(known - fresh, seed, weight);
      // New bands are no longer taken in when there are very many.
      else if (size < most) {
        slots[at] = fresh | size;
        slots[at + 1] = band;
        diagonals[size] = diagonal;
        firstBlocks[size] = block;
        size++;
      }
    }
    this.#weights.fill(weight, this.size, size);
    this.#voters.fill(seed, this.size, size);
    if (size > this.size && weight > this.best) this.best = weight;
    this.size = size;
  }

  #add(number: number, seed: number, weight: number): void {
    // Bands that are new in this round of votes have no voter yet.
    if (number >= this.size || this.#voters[number] === seed) return;
    this.#voters[number] = seed;
    const sum = this.#weights[number]! + weight;
    this.#weights[number] = sum;
    if (sum > this.best) this.best = sum;
  }

  /** Takes out the bands with most votes, `limit` at most, by level: the upper levels whole and of the next the first that were voted for. */
  collect(limit: number, into: Bands): void {
    const { level, room } = this.#cut(Math.min(limit, into.diagonals.length));
    const { size } = this;
    let left = room;
    let found = 0;
    for (let number = 0; number < size; number++) {
      const own = levels[number]!;
      if (own < level || (own === level && left-- <= 0)) continue;
      const at = nextAt[own]!++;
      const diagonal = this.#diagonals[number]!;
      const block = this.#blocks[number]!;
      into.diagonals[at] = middleOf(diagonal);
      into.blocks[at] = block;
      into.places[at] = diagonalOf(block, 0) - diagonal;
      found++;
    }
    into.length = found;
    into.crowded = room < histogram[level]! && level >= AS_GOOD;
  }

  /** The lowest level of which bands are taken, and for how many of it there is room. */
  #cut(limit: number): { level: number; room: number } {
    const weights = this.#weights;
    const { size } = this;
    const scale = LEVELS / this.best;
    histogram.fill(0);
    for (let number = 0; number < size; number++) {
      const level = (weights[number]! * scale) | 0;
      levels[number] = level;
      histogram[level]!++;
    }
    const least = this.size > FEW_BANDS ? LEAST_LEVEL : 0;
    let room = limit;
    let level = LEVELS;
    for (; level > least && histogram[level]! <= room; level--) {
      nextAt[level] = limit - room;
      room -= histogram[level]!;
    }
    nextAt[level] = limit - room;
    return { level, room };
  }
}

/** A hash table for so many votes that is at most half full. */
function tableBits(votes: number): number {
  return Math.min(MOST_TABLE_BITS, Math.max(LEAST_TABLE_BITS, 33 - Math.clz32(votes)));
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
