import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BAND_WIDTH, BandVotes } from './bandVotes.ts';
import { BLOCK } from './segmentData.ts';

const seed = fc.record({
  place: fc.nat(30),
  weight: fc.integer({ min: 1, max: 5000 }),
  blocks: fc.uniqueArray(fc.nat(400), { maxLength: 80 }).map((blocks) => blocks.sort((a, b) => a - b)),
});

/** The weight of each band, by a map. */
function slowVotes(seeds: readonly { place: number; weight: number; blocks: readonly number[] }[]): Map<number, number> {
  const sums = new Map<number, number>();
  for (const { place, weight, blocks } of seeds) {
    const bands = new Set(blocks.map((block) => Math.floor((block * BLOCK + BLOCK / 2 - place) / BAND_WIDTH)));
    for (const band of bands) sums.set(band, (sums.get(band) ?? 0) + weight);
  }
  return sums;
}

test('each seed votes once for each band it lies on, round after round', () => {
  const votes = new BandVotes();
  fc.assert(
    fc.property(fc.array(seed, { minLength: 1, maxLength: 12 }), (seeds) => {
      votes.clear(seeds.reduce((sum, { blocks }) => sum + blocks.length, 0));
      for (const [i, { blocks, place, weight }] of seeds.entries())
        votes.cast(Uint32Array.from(blocks), blocks.length, { seed: i, place, weight });
      const wanted = slowVotes(seeds);
      const found = new Map<number, number>();
      votes.forEach(0, (weight, middle) => {
        const band = Math.floor(middle / BAND_WIDTH);
        found.set(band, weight);
        expect(votes.besides(middle)).toBe(Math.max(wanted.get(band - 1) ?? 0, wanted.get(band + 1) ?? 0));
      });
      expect(found).toEqual(wanted);
      expect(votes.best).toBe(Math.max(0, ...wanted.values()));
    }),
  );
});
