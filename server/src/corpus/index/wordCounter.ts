import { borrow, giveBack } from './scratch.ts';
import { directoryFor, topBits, type Vocabulary } from './vocabulary.ts';

/** A slot of the table has a word's hash (0 where the slot is empty), its number, its count, and a place to spare: a power of two. */
const SLOT_BITS = 2;
const SLOT = 1 << SLOT_BITS;
const NUMBER = 1;
const COUNT = 2;
/** A table begins with room for so many words at least and at most. */
const FEWEST_WORDS = 1 << 6;
const MOST_WORDS = 1 << 12;

const BATCH = 1 << 12;
/** The words at work, always in the same array: of this the compiler knows where it is. */
const batch = new Uint32Array(BATCH);

/** The words that a {@link WordCounter} has met. */
export interface CountedWords {
  readonly vocabulary: Vocabulary;
  /** How many there are. In order of appearance they have the numbers from 1 on; 0 is that of no word. */
  readonly size: number;
  /** By number a word's hash, how often it came, and its number in the vocabulary. To be given back ({@link giveBack}). */
  readonly hashes: Uint32Array<ArrayBuffer>;
  readonly counts: Uint32Array<ArrayBuffer>;
  readonly ranks: Uint32Array<ArrayBuffer>;
}

/**
 * Numbers words from 1 in the order in which they first come, and counts them: an open-addressing hash table, O(1) a word.
 * What is known of a word lies together, so that each costs one look at memory.
 */
export class WordCounter {
  #slots: Uint32Array<ArrayBuffer>;
  /** By number; the first is that of no word. */
  #hashes: Uint32Array<ArrayBuffer>;
  #size = 0;

  /** `capacity`: about how many distinct words are to come; it grows as needed. */
  constructor(capacity = 0) {
    const words = Math.min(Math.max(capacity, FEWEST_WORDS), MOST_WORDS);
    // A power of two, so that a mask makes a slot of a hash.
    const slots = (2 * SLOT) << (32 - Math.clz32(words - 1));
    this.#slots = borrow(slots).fill(0);
    this.#hashes = borrow(slots / SLOT);
    this.#hashes[0] = 0;
  }

  /** Counts words by their hashes, none of which may be 0, and writes their numbers from `numbers[at]` on. */
  count(hashes: Uint32Array, numbers: Uint32Array, at: number): void {
    for (let from = 0; from < hashes.length; from += BATCH) {
      const some = hashes.length <= BATCH ? hashes : hashes.subarray(from, from + BATCH);
      batch.set(some);
      this.#countBatch(some.length);
      numbers.set(batch.subarray(0, some.length), at + from);
    }
  }

  /** Puts numbers in place of the first hashes of {@link batch}. */
  #countBatch(count: number): void {
    let slots = this.#slots;
    let mask = slots.length - 1;
    for (let i = 0; i < count; i++) {
      const hash = batch[i]!;
      let slot = (hash << SLOT_BITS) & mask;
      for (let known = slots[slot]!; known !== hash; known = slots[slot]!) {
        if (known === 0) {
          slot = this.#insert(hash, slot);
          slots = this.#slots;
          mask = slots.length - 1;
          break;
        }
        slot = (slot + SLOT) & mask;
      }
      slots[slot + COUNT]!++;
      batch[i] = slots[slot + NUMBER]!;
    }
  }

  /** Puts a word into the empty slot that was found for it, or into another where the table has to grow; returns which. */
  #insert(hash: number, found: number): number {
    const number = ++this.#size;
    const slot = 2 * SLOT * number >= this.#slots.length ? this.#grow(hash) : found;
    this.#slots[slot] = hash;
    this.#slots[slot + NUMBER] = number;
    this.#hashes[number] = hash;
    return slot;
  }

  /** Twice the room; gives the empty slot for another word. */
  #grow(another: number): number {
    const small = this.#slots;
    const slots = borrow(2 * small.length).fill(0);
    for (let from = 0; from < small.length; from += SLOT) {
      if (small[from] === 0) continue;
      const slot = emptySlot(slots, small[from]!);
      slots[slot] = small[from]!;
      slots[slot + NUMBER] = small[from + NUMBER]!;
      slots[slot + COUNT] = small[from + COUNT]!;
    }
    const hashes = borrow(slots.length / SLOT);
    hashes.set(this.#hashes);
    giveBack(small);
    giveBack(this.#hashes);
    this.#slots = slots;
    this.#hashes = hashes;
    return emptySlot(slots, another);
  }

  /** What was counted; the counter is of no use thereafter. */
  finish(): CountedWords {
    const size = this.#size;
    const slots = this.#slots;
    const hashes = this.#hashes;
    const counts = borrow(size + 1);
    for (let slot = 0; slot < slots.length; slot += SLOT) counts[slots[slot + NUMBER]!] = slots[slot + COUNT]!;
    giveBack(slots);
    const directory = directoryFor(size);
    const order = inOrder(hashes, size, directory);
    const ranks = borrow(size + 1);
    const vocabulary = { hashes: new Uint32Array(size), counts: new Uint32Array(size), directory };
    for (let rank = 0; rank < size; rank++) {
      const number = order[rank]!;
      ranks[number] = rank;
      vocabulary.hashes[rank] = hashes[number]!;
      vocabulary.counts[rank] = counts[number]!;
    }
    giveBack(order);
    return { vocabulary, size, hashes, counts, ranks };
  }
}

/**
 * The numbers of all words in order of hash, by a counting sort of the hashes' top bits, which fills the directory, and an
 * insertion sort of the few that share them.
 */
function inOrder(hashes: Uint32Array, size: number, directory: Uint32Array): Uint32Array<ArrayBuffer> {
  const entries = directory.length - 1;
  for (let number = 1; number <= size; number++) directory[topBits(hashes[number]!, entries) + 1]!++;
  for (let entry = 1; entry <= entries; entry++) directory[entry]! += directory[entry - 1]!;
  const cursors = borrow(directory.length);
  cursors.set(directory);
  const order = borrow(size);
  for (let number = 1; number <= size; number++) {
    const hash = hashes[number]!;
    const top = topBits(hash, entries);
    let at = cursors[top]!++;
    for (const first = directory[top]!; at > first && hashes[order[at - 1]!]! > hash; at--) order[at] = order[at - 1]!;
    order[at] = number;
  }
  giveBack(cursors);
  return order;
}

function emptySlot(slots: Uint32Array, hash: number): number {
  const mask = slots.length - 1;
  let slot = (hash << SLOT_BITS) & mask;
  while (slots[slot] !== 0) slot = (slot + SLOT) & mask;
  return slot;
}
