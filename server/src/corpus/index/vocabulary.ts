/**
 * The distinct words of a segment, known by the hashes of their folded forms, in ascending order of hash: a word's number
 * is its rank. Found by the top bits of its hash and a look at the few that share them. Plain data.
 */
export interface Vocabulary {
  readonly hashes: Uint32Array<ArrayBuffer>;
  /** How often each word stands in the segment. */
  readonly counts: Uint32Array<ArrayBuffer>;
  /** For each value of a hash's top bits the rank of the first word that has them; one more entry ends the last. */
  readonly directory: Uint32Array<ArrayBuffer>;
}

/** About so many words share an entry of the directory. */
const WORDS_AN_ENTRY = 4;

/** The number of the word with this hash, or -1. */
export function wordNumber({ hashes, directory }: Vocabulary, hash: number): number {
  const top = topBits(hash, directory.length - 1);
  const end = directory[top + 1]!;
  for (let rank = directory[top]!; rank < end; rank++) if (hashes[rank] === hash) return rank;
  return -1;
}

/** Which entry of a directory a hash belongs to. */
export function topBits(hash: number, entries: number): number {
  return entries === 1 ? 0 : hash >>> Math.clz32(entries - 1);
}

/** A directory for so many words, still empty. */
export function directoryFor(words: number): Uint32Array<ArrayBuffer> {
  return new Uint32Array((1 << Math.max(0, 32 - Math.clz32(Math.floor(words / WORDS_AN_ENTRY)))) + 1);
}
