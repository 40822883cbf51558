import { BitWriter, readGaps, readNumber, riceParameter } from './riceCode.ts';

/** For each key the ascending numbers at which it stands, coded (see `riceCode.ts`). Plain data: it can be saved and sent as it is. */
export interface PostingLists {
  /** Bit at which a key's list begins; one more entry ends the last. A key without postings takes no bits. */
  readonly offsets: Uint32Array<ArrayBuffer>;
  readonly bits: Uint32Array<ArrayBuffer>;
  /** All numbers are below this. */
  readonly universe: number;
}

/** A list begins with its length: five bits say how many bits that has. */
const LENGTH_BITS = 5;

/** The bits of a key's list, and one word more: where they are, and the bit at which the list begins. */
interface ListBits {
  readonly words: Uint32Array;
  readonly bit: number;
}

/** Gives a stretch of `PostingLists.bits` that is not in memory; it holds until it is asked for another. */
export type ReadBits = (from: number, to: number) => Uint32Array;

/** Where a key's list stands; null where it has no postings. */
function locateList({ offsets, bits }: PostingLists, key: number, read: ReadBits | null): ListBits | null {
  const start = offsets[key]!;
  const end = offsets[key + 1]!;
  if (start === end) return null;
  if (read === null) return { words: bits, bit: start };
  return { words: read(start >>> 5, ((end + 31) >>> 5) + 1), bit: start & 31 };
}

/** How many bits a key's list takes: none where it has no postings. */
export function listBits({ offsets }: PostingLists, key: number): number {
  return offsets[key + 1]! - offsets[key]!;
}

/** Where postings are read to, and where the lists' bits are if the lists do not hold them. */
export interface ReadOptions {
  readonly into: Uint32Array;
  readonly read?: ReadBits | null;
}

/** Reads a key's postings, at most as many as there is room for; gives how many. */
export function readList(lists: PostingLists, key: number, { into, read = null }: ReadOptions): number {
  const found = locateList(lists, key, read);
  if (!found) return 0;
  const { words, bit } = found;
  const width = readNumber(words, bit, LENGTH_BITS);
  const length = readNumber(words, bit + LENGTH_BITS, width);
  const count = Math.min(length, into.length);
  readGaps(words, { bit: bit + LENGTH_BITS + width, count, parameter: riceParameter(length, lists.universe) }, into);
  return count;
}

/** Postings as they come: ascending by number, in any order of key. Key and number alternate, so that both are met in one place. */
export class PostingStream {
  readonly items: Uint32Array;
  length = 0;

  /** Room for so many postings. */
  constructor(capacity: number) {
    this.items = new Uint32Array(2 * capacity);
  }

  push(key: number, number: number): void {
    const at = this.length;
    this.items[at] = key;
    this.items[at + 1] = number;
    this.length = at + 2;
  }
}

/** Keys are dealt out to so many parts, each small enough for a processor's cache. */
const PARTS_BITS = 8;

/**
 * Sorts postings by key and codes them: a radix partition by the keys' top bits and a counting sort inside each part,
 * O(postings + keys). Scattering straight into lists would wait for memory at every posting.
 */
export function postingLists(stream: PostingStream, keyCount: number, universe: number): PostingLists {
  const shift = Math.max(0, 32 - Math.clz32(Math.max(0, keyCount - 1)) - PARTS_BITS);
  const parts = partition(stream, shift);
  const offsets = new Uint32Array(keyCount + 1);
  const writer = new BitWriter();
  const cursors = new Uint32Array((1 << shift) + 1);
  const scratch = new Uint32Array(Math.max(...parts.ends.map((end, part) => (end - (parts.ends[part - 1] ?? 0)) / 2)));
  for (let part = 0; part << shift < keyCount; part++) {
    const first = part << shift;
    sortPart(parts.items, { start: parts.ends[part - 1] ?? 0, end: parts.ends[part]!, first }, { cursors, sorted: scratch });
    let from = 0;
    const last = Math.min(cursors.length - 1, keyCount - first);
    for (let local = 0; local < last; local++) {
      offsets[first + local] = writer.length;
      const to = cursors[local]!;
      if (to > from) writeList(writer, scratch, { from, to, universe });
      from = to;
    }
  }
  offsets[keyCount] = writer.length;
  return { offsets, bits: writer.finish(), universe };
}

interface Parts {
  readonly items: Uint32Array;
  /** Behind each part's last item. */
  readonly ends: Uint32Array;
}

function partition({ items: stream, length }: PostingStream, shift: number): Parts {
  const ends = new Uint32Array(1 << PARTS_BITS);
  for (let i = 0; i < length; i += 2) ends[stream[i]! >>> shift]! += 2;
  let sum = 0;
  for (let part = 0; part < ends.length; part++) {
    const size = ends[part]!;
    ends[part] = sum;
    sum += size;
  }
  const items = new Uint32Array(length);
  for (let i = 0; i < length; i += 2) {
    const key = stream[i]!;
    const part = key >>> shift;
    const at = ends[part]!;
    items[at] = key;
    items[at + 1] = stream[i + 1]!;
    ends[part] = at + 2;
  }
  return { items, ends };
}

/** Puts the numbers of one part in order of key; `cursors` ends up with where each key's numbers end. */
function sortPart(
  items: Uint32Array,
  { start, end, first }: { start: number; end: number; first: number },
  { cursors, sorted }: { cursors: Uint32Array; sorted: Uint32Array },
): void {
  cursors.fill(0);
  for (let i = start; i < end; i += 2) cursors[items[i]! - first + 1]!++;
  for (let k = 1; k < cursors.length; k++) cursors[k]! += cursors[k - 1]!;
  for (let i = start; i < end; i += 2) {
    const key = items[i]! - first;
    const at = cursors[key]!;
    sorted[at] = items[i + 1]!;
    cursors[key] = at + 1;
  }
}

/** Writes the distinct numbers of `sorted[from, to)`, which are moved together at its beginning. */
function writeList(writer: BitWriter, sorted: Uint32Array, { from, to, universe }: { from: number; to: number; universe: number }): void {
  let end = from + 1;
  for (let i = from + 1; i < to; i++) if (sorted[i] !== sorted[end - 1]) sorted[end++] = sorted[i]!;
  const count = end - from;
  const width = 32 - Math.clz32(count);
  writer.write(width | (count << LENGTH_BITS), LENGTH_BITS + width);
  writer.writeGaps(sorted, { from, to: end, parameter: riceParameter(count, universe) });
}
