import type { Entry } from './host.ts';

/** A part that has more words than it should becomes several segments of so many: while one is built, each takes some twenty bytes. */
export const FINAL_WORDS = 1 << 25;

/** Parts of less than this are not worth a thread. Bytes. */
const LEAST_PART = 4 << 20;
/** Parts are no larger than this: markup and all, some words more or less than a segment may have. Bytes. */
const LARGEST_PART = 320 << 20;
/**
 * Larger loads are cut into a multiple of so many parts: one or two threads have equal shares. More parts would keep more
 * threads busy once, and make every query afterwards take longer, which is asked of each segment.
 */
const FEWEST_PARTS = 2;

/**
 * Cuts what is to be indexed into parts of about the same size, each of which becomes a segment. How many there are
 * depends on the files alone: every machine must make the same index of them, however many threads it has.
 */
export function partsOf(entries: readonly Entry[]): readonly (readonly Entry[])[] {
  const bytes = entries.reduce((sum, entry) => sum + weightOf(entry), 0);
  const count = Math.max(1, Math.min(Math.ceil(bytes / LEAST_PART), FEWEST_PARTS * Math.ceil(bytes / LARGEST_PART / FEWEST_PARTS)));
  const parts: Entry[][] = Array.from({ length: count }, () => []);
  let before = 0;
  for (const entry of entries) {
    parts[Math.floor((before * count) / bytes)]?.push(entry);
    before += weightOf(entry);
  }
  return parts.filter((part) => part.length > 0);
}

/** About how much work a file is, in bytes: a small one takes time, too. */
export function weightOf({ size }: Entry): number {
  return size + 500;
}
