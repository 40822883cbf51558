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

function topBits(hash: number, entries: number): number {
  return entries === 1 ? 0 : hash >>> Math.clz32(entries - 1);
}

function directoryOf(hashes: Uint32Array): Uint32Array<ArrayBuffer> {
  const bits = Math.max(0, 32 - Math.clz32(Math.floor(hashes.length / WORDS_AN_ENTRY)));
  const entries = 1 << bits;
  const directory = new Uint32Array(entries + 1);
  for (const hash of hashes) directory[topBits(hash, entries) + 1]!++;
  for (let entry = 1; entry <= entries; entry++) directory[entry]! += directory[entry - 1]!;
  return directory;
}

const FIRST_SLOTS = 1 << 11;

/** Numbers words in the order in which they first come, and counts them: an open-addressing hash table, O(1) a word. */
export class WordCounter {
  /** By slot a hash (0 where it is empty) and, beside it, the word's number. */
  #slots = new Uint32Array(2 * FIRST_SLOTS);
  #hashes = new Uint32Array(FIRST_SLOTS);
  #counts = new Uint32Array(FIRST_SLOTS);
  size = 0;

  /** Counts a word; gives its number in order of appearance. A hash of 0 is not allowed. */
  count(hash: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    let at = (hash << 1) & mask;
    for (let known = slots[at]!; known !== 0; known = slots[at]!) {
      if (known === hash) {
        const number = slots[at + 1]!;
        this.#counts[number]!++;
        return number;
      }
      at = (at + 2) & mask;
    }
    return this.#insert(hash, at);
  }

  #insert(hash: number, at: number): number {
    const number = this.size++;
    this.#slots[at] = hash;
    this.#slots[at + 1] = number;
    this.#hashes[number] = hash;
    this.#counts[number] = 1;
    if (this.size * 4 >= this.#slots.length) this.#grow();
    return number;
  }

  #grow(): void {
    const slots = new Uint32Array(this.#slots.length * 2);
    const mask = slots.length - 1;
    for (let number = 0; number < this.size; number++) {
      const hash = this.#hashes[number]!;
      let at = (hash << 1) & mask;
      while (slots[at] !== 0) at = (at + 2) & mask;
      slots[at] = hash;
      slots[at + 1] = number;
    }
    this.#slots = slots;
    this.#hashes = grown(this.#hashes, slots.length / 2);
    this.#counts = grown(this.#counts, slots.length / 2);
  }

  /** The vocabulary, and by number in order of appearance: each word's hash, count, and number in the vocabulary. */
  finish(): { vocabulary: Vocabulary; hashes: Uint32Array; counts: Uint32Array; ranks: Uint32Array } {
    const own = this.#hashes.subarray(0, this.size);
    const counts = this.#counts.subarray(0, this.size);
    const hashes = own.slice().sort();
    const vocabulary = { hashes, counts: new Uint32Array(this.size), directory: directoryOf(hashes) };
    const ranks = new Uint32Array(this.size);
    for (let number = 0; number < this.size; number++) {
      const rank = wordNumber(vocabulary, own[number]!);
      ranks[number] = rank;
      vocabulary.counts[rank] = counts[number]!;
    }
    return { vocabulary, hashes: own, counts, ranks };
  }
}

function grown(array: Uint32Array<ArrayBuffer>, length: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(length);
  larger.set(array);
  return larger;
}
