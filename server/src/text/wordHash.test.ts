import { describe, expect, test } from 'vitest';
import { hashWord } from './wordHash.ts';

const PARTS = ['a', 'an', 'be', 'ch', 'de', 'ed', 'er', 'ing', 'ion', 'ly', 'ment', 'o', 'qu', 're', 's', 'st', 't', 'th', 'жу', '国'];
/** Up to 20,000 words that look alike: many parts, few letters. */
const words = [
  ...new Set(
    PARTS.flatMap((one) => PARTS.flatMap((two) => PARTS.flatMap((three) => ['', ...PARTS].map((four) => one + two + three + four)))),
  ),
]
  .filter((_, at) => at % 8 !== 0)
  .slice(0, 20_000);

describe('the hash of a word', () => {
  test('stays what it is', () => {
    expect(['', 'a', 'tide', 'percent', '国', '20000'].map((word) => hashWord(word).toString(16))).toMatchInlineSnapshot(`
      [
        "9e3779b9",
        "dcf81fe1",
        "5fcee1ba",
        "542d9c70",
        "f62109e8",
        "a332521f",
      ]
    `);
  });

  test('is unsigned and never 0', () => {
    const hashes = ['', ...words].map(hashWord);
    expect(hashes.filter((hash) => !Number.isInteger(hash) || hash <= 0 || hash >= 2 ** 32)).toEqual([]);
  });

  test.each([0, 8, 16])('spreads as chance would over the 16 bits from bit %i', (bit) => {
    const slots = new Set(words.map((word) => (hashWord(word) >>> bit) & 0xffff)).size;
    const byChance = 65_536 * (1 - Math.exp(-words.length / 65_536));
    // Four standard deviations, each of about 44.
    expect(Math.abs(slots - byChance)).toBeLessThan(180);
  });

  test('tells words apart', () => {
    expect(new Set(words.map(hashWord)).size).toBeGreaterThanOrEqual(words.length - 1);
  });
});
