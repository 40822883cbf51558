import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BitWriter, readGaps, readNumber, riceParameter } from './riceCode.ts';

/** Ascending numbers whose gaps are now small, now very large. */
const ascending = fc
  .array(fc.oneof(fc.nat(3), fc.nat(1000), fc.nat(2_000_000)), { minLength: 1, maxLength: 60 })
  .map((gaps) => Uint32Array.from(gaps.map((_, i) => gaps.slice(0, i + 1).reduce((sum, gap) => sum + gap + 1, -1))));

test('whatever list is written behind whatever bits is read back', () => {
  fc.assert(
    fc.property(fc.array(ascending, { minLength: 1, maxLength: 5 }), fc.nat(30), fc.option(fc.nat(20)), (lists, before, given) => {
      const writer = new BitWriter();
      writer.write(0x2aaaaaaa, before);
      const written = lists.map((numbers) => {
        const parameter = given ?? riceParameter(numbers.length, (numbers.at(-1) as number) + 1);
        const bit = writer.length;
        writer.writeGaps(numbers, { from: 0, to: numbers.length, parameter });
        return { numbers, list: { bit, count: numbers.length, parameter } };
      });
      const bits = writer.finish();
      for (const { numbers, list } of written) {
        const read = new Uint32Array(numbers.length);
        readGaps(bits, list, read);
        expect(read).toEqual(numbers);
      }
      expect(readNumber(bits, 0, before)).toBe(0x2aaaaaaa & ((1 << before) - 1));
    }),
    { numRuns: 300 },
  );
});

test('numbers spread at random take little more than the least possible', () => {
  const universe = 1 << 20;
  const numbers = Uint32Array.from(new Set(Array.from({ length: 4000 }, (_, i) => Math.imul(i + 1, 0x9e3779b1) >>> 12))).sort();
  const writer = new BitWriter();
  writer.writeGaps(numbers, { from: 0, to: numbers.length, parameter: riceParameter(numbers.length, universe) });
  // log2 of how many ways there are to choose them, a number: log2(universe / count) + log2(e).
  const least = Math.log2(universe / numbers.length) + Math.log2(Math.E);
  expect(writer.length / numbers.length).toBeLessThan(least + 0.6);
});
