import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editDistance, looksLike } from './editDistance.ts';

/** The definition, written down: the last letters are the same, or put in, left out, exchanged or swapped. */
function slow(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const [x, y] = [a.slice(0, -1), b.slice(0, -1)];
  if (a.at(-1) === b.at(-1)) return slow(x, y);
  const swapped =
    a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1) && a.length > 1 && b.length > 1 ? slow(a.slice(0, -2), b.slice(0, -2)) : 99;
  return 1 + Math.min(slow(x, b), slow(a, y), slow(x, y), swapped);
}

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });

test('is what the definition says', () => {
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(editDistance(a, b)).toBe(slow(a, b));
    }),
  );
});

test('stops at a limit', () => {
  fc.assert(
    fc.property(word, word, fc.nat(4), (a, b, limit) => {
      expect(editDistance(a, b, limit)).toBe(Math.min(slow(a, b), limit + 1));
    }),
  );
});

describe('a slip of the pen', () => {
  test.each([
    ['fishermen', 'fishermem', true],
    ['harbour', 'habour', true],
    ['their', 'thier', true],
    ['strict', 'relaxed', false],
    ['now', 'not', false],
    ['leadership', 'guidance', false],
  ])('%s for %s: %s', (a, b, expected) => expect(looksLike(a, b)).toBe(expected));
});
