/**
 * Least number of letters to put in, leave out, exchange or swap with a neighbour to make one word of the other:
 * optimal string alignment distance (Damerau 1964; Wagner & Fischer 1974 with transpositions), O(nm) time, O(n) space.
 * Stops early and gives `limit + 1` where the distance exceeds `limit`.
 */
export function editDistance(a: string, b: string, limit = Number.POSITIVE_INFINITY): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  // What both begin and end with costs nothing, and is most of two words that are nearly the same.
  let start = 0;
  while (start < a.length && start < b.length && a.charCodeAt(start) === b.charCodeAt(start)) start++;
  let end = 0;
  const most = Math.min(a.length, b.length) - start;
  while (end < most && a.charCodeAt(a.length - 1 - end) === b.charCodeAt(b.length - 1 - end)) end++;
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  const distance = left === '' || right === '' ? left.length + right.length : distanceBetween(left, right, limit);
  return Math.min(distance, limit + 1);
}

/** Three rows of the table, used by turns: words are compared far too often to make new ones each time. */
let rows = [new Int32Array(64), new Int32Array(64), new Int32Array(64)] as const;

function distanceBetween(a: string, b: string, limit: number): number {
  const size = b.length + 1;
  if (rows[0].length < size) rows = [new Int32Array(2 * size), new Int32Array(2 * size), new Int32Array(2 * size)];
  let [beforeLast, last, row] = rows;
  for (let j = 0; j < size; j++) last[j] = j;
  for (let i = 1; i <= a.length; i++) {
    const least = fillRow({ beforeLast, last, row }, { a, b, i });
    if (least > limit) return limit + 1;
    [beforeLast, last, row] = [last, row, beforeLast];
  }
  return last[b.length] as number;
}

interface Rows {
  readonly beforeLast: Int32Array;
  readonly last: Int32Array;
  readonly row: Int32Array;
}

/** Fills the row of the `i` first letters of `a`; gives the least in it. */
function fillRow({ beforeLast, last, row }: Rows, { a, b, i }: { a: string; b: string; i: number }): number {
  const letter = a.charCodeAt(i - 1);
  const letterBefore = i > 1 ? a.charCodeAt(i - 2) : -1;
  let least = i;
  row[0] = i;
  for (let j = 1; j <= b.length; j++) {
    const other = b.charCodeAt(j - 1);
    let cost = (last[j - 1] as number) + (letter === other ? 0 : 1);
    cost = Math.min(cost, (last[j] as number) + 1, (row[j - 1] as number) + 1);
    const swapped = j > 1 && letterBefore === other && b.charCodeAt(j - 2) === letter;
    if (swapped) cost = Math.min(cost, (beforeLast[j - 2] as number) + 1);
    row[j] = cost;
    if (cost < least) least = cost;
  }
  return least;
}

/** Whether two words could be one with a slip of the pen: one edit in four letters, and at least four letters. */
export function looksLike(a: string, b: string): boolean {
  const length = Math.max(a.length, b.length);
  if (length < 4) return false;
  // Slips leave one end of a word alone; asking for that spares most of the distances.
  if (a.charCodeAt(0) !== b.charCodeAt(0) && a.charCodeAt(a.length - 1) !== b.charCodeAt(b.length - 1)) return false;
  const limit = Math.max(1, Math.floor(length / 4));
  return editDistance(a, b, limit) <= limit;
}
