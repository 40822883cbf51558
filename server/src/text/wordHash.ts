/** The factor of 32-bit FNV-1a. */
export const FNV_PRIME = 0x01000193;

/** What takes the place of 0, so that 0 can mean “no word”. */
const NO_ZERO = 0x9e3779b9;

/** `hash`, of the code units before, with those of `folded` mixed in: what {@link finishHash} ends. A signed 32-bit number. */
export function mixWord(hash: number, folded: string): number {
  let mixed = hash | 0;
  for (let at = 0; at < folded.length; at++) mixed = Math.imul(mixed ^ folded.charCodeAt(at), FNV_PRIME);
  return mixed;
}

/** The hash of a word whose code units are all mixed in: unsigned 32 bits, never 0. The finalizer of MurmurHash3 (Appleby), which spreads every bit over all. */
export function finishHash(mixed: number): number {
  let hash = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  hash ^= hash >>> 16;
  return hash === 0 ? NO_ZERO : hash >>> 0;
}

/**
 * A hash of a folded word: unsigned 32 bits, never 0, any of whose bits may be used alone. FNV-1a (Fowler, Noll, Vo) over
 * UTF-16 code units instead of bytes and from 0 (no word begins with a unit of 0, which alone an offset basis would serve), finished as MurmurHash3 is.
 */
export function hashWord(folded: string): number {
  return finishHash(mixWord(0, folded));
}
