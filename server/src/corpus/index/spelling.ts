import { FNV_PRIME, finishHash } from '../../text/wordHash.ts';

const ALPHABET = Array.from('abcdefghijklmnopqrstuvwxyz', (letter) => letter.charCodeAt(0));
/** Shorter words have a slip in common with too many others. */
const SHORTEST = 4;

/**
 * The hashes (`hashWord`) of all words that one slip of the typist makes of a folded word or that make it: a letter of the
 * Latin alphabet exchanged, left out or put in, or two neighbours swapped (Damerau 1964). About 54 a letter, each in
 * O(length), without making the words. None for words of less than four letters.
 */
export function slipsOf(word: string): Uint32Array {
  if (word.length < SHORTEST) return new Uint32Array(0);
  const hashes: number[] = [];
  const before = prefixes(word);
  const ending = (from: number, so: number) => {
    let hash = so;
    for (let i = from; i < word.length; i++) hash = mix(hash, word.charCodeAt(i));
    hashes.push(finishHash(hash));
  };
  for (let at = 0; at <= word.length; at++) {
    const so = before[at]!;
    for (const letter of ALPHABET) {
      ending(at, mix(so, letter));
      if (at < word.length && letter !== word.charCodeAt(at)) ending(at + 1, mix(so, letter));
    }
    if (at < word.length) ending(at + 1, so);
    if (at + 1 < word.length && word[at] !== word[at + 1]) ending(at + 2, mix(mix(so, word.charCodeAt(at + 1)), word.charCodeAt(at)));
  }
  return Uint32Array.from(hashes);
}

function mix(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, FNV_PRIME);
}

/** The hash so far before each place of a word. */
function prefixes(word: string): Int32Array {
  const before = new Int32Array(word.length + 1);
  for (let i = 0; i < word.length; i++) before[i + 1] = mix(before[i]!, word.charCodeAt(i));
  return before;
}
