/**
 * Least number of letters to put in, leave out, exchange or swap with a neighbour to make one word of the other:
 * optimal string alignment distance (Damerau 1964; Wagner & Fischer 1974 with transpositions), O(nm) time, O(n) space.
 * Stops early and gives `limit + 1` where the distance exceeds `limit`.
 */
export function editDistance(a: string, b: string, limit = Number.POSITIVE_INFINITY): number {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((last[j] as number) + 1, (row[j - 1] as number) + 1, (last[j - 1] as number) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, (beforeLast[j - 2] as number) + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > limit) return limit + 1;
    beforeLast = last;
    last = row;
  }
  return Math.min(last[b.length] as number, limit + 1);
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
