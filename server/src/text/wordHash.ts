/** The factor of 32-bit FNV-1a. */
export const FNV_PRIME = 0x01000193;

/** What takes the place of 0, so that 0 can mean “no word”. */
const NO_ZERO = 0x9e3779b9;

/**
 * A hash that is not finished, with the code units of `folded` mixed in; 0 is that of no unit. A signed 32-bit number.
 * FNV-1a (Fowler, Noll and Vo), of UTF-16 code units instead of bytes and without its offset basis, which tells apart only
 * how many zeros a text begins with.
 */
export function mixWord(hash: number, folded: string): number {
  let mixed = hash | 0;
  for (let at = 0; at < folded.length; at++) mixed = Math.imul(mixed ^ folded.charCodeAt(at), FNV_PRIME);
  return mixed;
}

/**
 * The hash of a word whose code units are all mixed in: unsigned 32 bits, never 0. The finalizer of MurmurHash3 (Appleby,
 * fmix32), which lets every bit depend on all.
 */
export function finishHash(mixed: number): number {
  let hash = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  hash ^= hash >>> 16;
  return hash === 0 ? NO_ZERO : hash >>> 0;
}

/** A hash of a folded word: FNV-1a, finished as MurmurHash3 is. Unsigned 32 bits, never 0, any of which may be used alone. */
export function hashWord(folded: string): number {
  return finishHash(mixWord(0, folded));
}
