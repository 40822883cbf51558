import { borrow, giveBack } from './scratch.ts';

/**
 * Ascending numbers as Golomb–Rice coded gaps: each gap's high part in unary, its low bits as they are. For numbers spread
 * at random this is within half a bit of the least possible. (Golomb 1966; Rice and Plaunt 1971; for inverted lists:
 * Witten, Moffat and Bell, “Managing Gigabytes”, 1999.) Bits are filled from the least significant up.
 */

/** How many low bits each gap of `count` numbers below `universe` has: log2 of about 0.69 times the mean gap. */
export function riceParameter(count: number, universe: number): number {
  const mean = (0.69 * universe) / count;
  return mean < 2 ? 0 : 31 - Math.clz32(mean);
}

/** How many ones stand at the bottom of 32 bits: 32 where all are set. */
function trailingOnes(bits: number): number {
  const zeros = ~bits;
  return zeros === 0 ? 32 : 31 - Math.clz32(zeros & -zeros);
}

/** Bits that grow as they are written. */
export class BitWriter {
  #words: Uint32Array<ArrayBuffer>;
  /** How many bits have been written. */
  length = 0;

  /** `capacity`: about how many bits are to come; it grows as needed. */
  constructor(capacity = 1 << 10) {
    this.#words = borrow(Math.ceil(capacity / 32) + 2);
    this.#words[0] = 0;
  }

  /** Writes the low `width` bits (at most 31) of `value`. */
  write(value: number, width: number): void {
    this.#makeRoom(width);
    const words = this.#words;
    const at = this.length >>> 5;
    const shift = this.length & 31;
    const bits = value & ((1 << width) - 1);
    words[at]! |= bits << shift;
    words[at + 1] = (bits >>> 1) >>> (31 - shift);
    this.length += width;
  }

  /**
   * Writes `numbers[from, to)`, which must ascend, as gaps. The word under way is kept at hand, and whether it is full is
   * a mask and no branch: half of the branches would be guessed wrong.
   */
  writeGaps(numbers: Uint32Array, { from, to, parameter }: { from: number; to: number; parameter: number }): void {
    if (to === from) return;
    this.#makeRoom((to - from) * (parameter + 1) + (numbers[to - 1]! >>> parameter));
    const words = this.#words;
    const mask = (1 << parameter) - 1;
    let at = this.length >>> 5;
    let filled = this.length & 31;
    let word = words[at]! | 0;
    let last = -1;
    for (let i = from; i < to; i++) {
      const number = numbers[i]! | 0;
      const gap = (number - last - 1) | 0;
      last = number;
      let ones = gap >>> parameter;
      for (; ones + parameter >= 31; ones--) {
        word |= 1 << filled;
        words[at] = word;
        const full = -((filled + 1) >>> 5);
        word &= ~full;
        at -= full;
        filled = (filled + 1) & 31;
      }
      const code = ((gap & mask) << (ones + 1)) | ((1 << ones) - 1);
      word |= code << filled;
      words[at] = word;
      const end = filled + ones + 1 + parameter;
      const full = -(end >>> 5);
      word = (word & ~full) | (((code >>> 1) >>> (31 - filled)) & full);
      at -= full;
      filled = end & 31;
    }
    words[at] = word;
    this.length = at * 32 + filled;
  }

  /** Makes room for so many bits more, and for the word of padding. */
  #makeRoom(bits: number): void {
    const least = ((this.length + bits) >>> 5) + 2;
    if (least <= this.#words.length) return;
    const grown = borrow(Math.max(least, this.#words.length * 2));
    grown.set(this.#words);
    giveBack(this.#words);
    this.#words = grown;
  }

  /** What has been written, and one word of padding that readers may look at. Nothing can be written thereafter. */
  finish(): Uint32Array<ArrayBuffer> {
    const end = Math.ceil(this.length / 32);
    const written = this.#words.slice(0, end + 1);
    written[end] = 0;
    giveBack(this.#words);
    return written;
  }
}

/** 32 bits from any bit offset on. */
function bitsAt(words: Uint32Array, bit: number): number {
  const at = bit >>> 5;
  const shift = bit & 31;
  return shift === 0 ? words[at]! : (words[at]! >>> shift) | (words[at + 1]! << (32 - shift));
}

/** Where a list stands, and how it was written. */
export interface RiceList {
  readonly bit: number;
  readonly count: number;
  readonly parameter: number;
}

/** Reads a list's numbers into `into`, which must have room; O(count). `words` must have one word of padding. */
export function readGaps(words: Uint32Array, { bit, count, parameter }: RiceList, into: Uint32Array): void {
  const mask = (1 << parameter) - 1;
  let at = bit;
  let value = -1;
  for (let i = 0; i < count; i++) {
    const word = at >>> 5;
    const shift = at & 31;
    // Both words, without a branch for where a list happens to stand.
    const bits = (words[word]! >>> shift) | ((words[word + 1]! << 1) << (31 - shift));
    const ones = 31 - Math.clz32(~bits & (bits + 1));
    if (bits !== -1 && ones + parameter < 32) {
      value = (value + 1 + ((ones << parameter) | ((bits >>> (ones + 1)) & mask))) | 0;
      at = (at + ones + 1 + parameter) | 0;
    } else {
      const high = onesAt(words, at);
      value = (value + 1 + ((high << parameter) | (bitsAt(words, at + high + 1) & mask))) | 0;
      at += high + 1 + parameter;
    }
    into[i] = value;
  }
}

/** How many ones stand in a row from a bit on. */
function onesAt(words: Uint32Array, bit: number): number {
  let ones = 0;
  for (let more = 32; more === 32; ones += more) more = trailingOnes(bitsAt(words, bit + ones));
  return ones;
}

/** The `width` bits (below 32) at `bit` as a number. */
export function readNumber(words: Uint32Array, bit: number, width: number): number {
  return bitsAt(words, bit) & ((1 << width) - 1);
}
