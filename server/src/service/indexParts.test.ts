import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partsOf } from './indexParts.ts';

const MB = 1 << 20;
const entries = (sizes: readonly number[]) => sizes.map((size, at) => ({ path: `/c/${at}.md`, size, stamp: '1' }));
/** So many files of a megabyte. */
const countFor = (megabytes: number) => partsOf(entries(new Array(megabytes).fill(MB))).length;

describe('parts', () => {
  it('have all files, each once and in order', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20 * MB)), (sizes) => {
        const all = entries(sizes);
        const parts = partsOf(all);
        expect(parts.flat()).toEqual(all);
        expect(parts.every((part) => part.length > 0)).toBe(true);
      }),
    );
  });

  it('are few and about the same size', () => {
    expect([1, 4, 8, 13, 100, 384, 400, 4000].map(countFor)).toEqual([1, 2, 2, 2, 2, 2, 2, 14]);
    for (const part of partsOf(entries(new Array(4000).fill(MB)))) expect(part.length).toBeLessThanOrEqual(320);
  });
});
