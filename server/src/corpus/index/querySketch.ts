import type { Query } from './query.ts';
import { codeOf } from './segmentData.ts';

/** Places of a query share so many bits: one for each, unless it has more. */
const BITS = 32;
const BYTES = BITS / 8;
const BYTE_VALUES = 256;
/** Codes are told apart by their lower bits here, so that the table stays in the nearest cache. */
const SLOTS = 1 << 12;

/** By slot the places of the query that have a code there, as bits. Cleared after each query. */
const placesOf = new Int32Array(SLOTS);
/** For each byte of such bits what the places' words are worth; and what it is worth that they stand behind their neighbours. */
const worth = new Float64Array(BYTES * BYTE_VALUES);
const worthBeside = new Float64Array(BYTES * BYTE_VALUES);

/**
 * A quick look at a stretch of codes that never tells too little of it: sets of places as bits (a Bloom filter with one
 * hash, Bloom 1970), without a branch for a word, since half of them would be guessed wrong. One query at a time.
 */
export class QuerySketch {
  readonly #query: Query;

  /** `beside`: by place what it is worth that its word stands behind that of the place before. */
  constructor(query: Query, beside: Float64Array) {
    this.#query = query;
    eachCode(query, (code, place) => {
      placesOf[code & (SLOTS - 1)]! |= 1 << (place & (BITS - 1));
    });
    sumUp(query.costs, worth);
    sumUp(beside, worthBeside);
  }

  /** To be called when the query is done with. */
  dispose(): void {
    eachCode(this.#query, (code) => {
      placesOf[code & (SLOTS - 1)] = 0;
    });
  }

  /** What the query's words in `codes[from, to)`, each counted once, and those that stand side by side are worth: this or less. */
  most(codes: Uint16Array, from: number, to: number): number {
    let here = 0;
    let beside = 0;
    let before = 0;
    for (let at = from; at < to; at++) {
      const places = placesOf[codes[at]! & (SLOTS - 1)]!;
      here |= places;
      beside |= ((before << 1) | (before >>> (BITS - 1))) & places;
      before = places;
    }
    return sumOf(worth, here) + sumOf(worthBeside, beside);
  }
}

function eachCode({ codes, meant }: Query, visit: (code: number, place: number) => void): void {
  for (let place = 0; place < codes.length; place++) visit(codes[place]!, place);
  for (const [place, hashes] of meant) for (const hash of hashes) visit(codeOf(hash), place);
}

/** Fills in the sums for all values of the bytes that the query's places take. */
function sumUp(values: Float64Array, sums: Float64Array): void {
  const bits = Math.min(BITS, values.length);
  const single = new Float64Array(BITS);
  for (let place = 0; place < values.length; place++) single[place & (BITS - 1)]! += values[place]!;
  for (let byte = 0; byte < BYTES; byte++) {
    const used = byte * 8 < bits ? 1 << Math.min(8, bits - byte * 8) : 1;
    const base = byte * BYTE_VALUES;
    for (let value = 1; value < used; value++)
      sums[base + value] = sums[base + (value & (value - 1))]! + single[byte * 8 + 31 - Math.clz32(value & -value)]!;
  }
}

function sumOf(sums: Float64Array, bits: number): number {
  if (bits >>> 8 === 0) return sums[bits]!;
  return (
    sums[bits & 255]! +
    sums[BYTE_VALUES + ((bits >>> 8) & 255)]! +
    sums[2 * BYTE_VALUES + ((bits >>> 16) & 255)]! +
    sums[3 * BYTE_VALUES + (bits >>> 24)]!
  );
}
