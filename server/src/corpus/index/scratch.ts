/** Arrays of more numbers are not kept: what is made of many words does not notice, and memory is dear. */
const LARGEST_BITS = 13;
/** So many arrays of each size are kept. */
const MOST_KEPT = 6;

const kept: Uint32Array<ArrayBuffer>[][] = Array.from({ length: LARGEST_BITS + 1 }, () => []);

/**
 * An array for so many numbers or more that is wanted for a moment: of a small segment the making of its arrays would
 * take longer than filling them. Has what was left in it. Belongs to whoever borrowed it, and may be kept or given back.
 */
export function borrow(length: number): Uint32Array<ArrayBuffer> {
  const bits = length < 2 ? 0 : 32 - Math.clz32(length - 1);
  return kept[bits]?.pop() ?? new Uint32Array(bits > LARGEST_BITS ? length : 1 << bits);
}

/** Takes an array back that nobody is going to use any more. */
export function giveBack(array: Uint32Array<ArrayBuffer>): void {
  const same = kept[31 - Math.clz32(array.length)];
  if (same && same.length < MOST_KEPT && (array.length & (array.length - 1)) === 0) same.push(array);
}
