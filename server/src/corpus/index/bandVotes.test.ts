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
      const arrays = { diagonals: new Int32Array(4000), blocks: new Int32Array(4000), votes: new Int32Array(4000) };
      const count = votes.collect(0, arrays);
      const found = Array.from({ length: count }, (_, i) => [Math.floor((arrays.diagonals[i] as number) / BAND_WIDTH), arrays.votes[i]]);
      const besides = (band: number) => Math.max(wanted.get(band - 1) ?? 0, wanted.get(band + 1) ?? 0);
      expect(new Map(found as [number, number][])).toEqual(new Map([...wanted].map(([band, weight]) => [band, weight + besides(band)])));
      for (let i = 0; i < count; i++) expect(seeds.some(({ blocks }) => blocks.includes(arrays.blocks[i] as number))).toBe(true);
      expect(votes.best).toBe(Math.max(0, ...wanted.values()));
    }),
  );
});
