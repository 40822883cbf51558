import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BAND_WIDTH, BandVotes, bandsFor } from './bandVotes.ts';
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
      const bands = bandsFor(4000);
      votes.collect(4000, bands);
      const least = wanted.size > 64 ? 0.3 * votes.best : 0;
      const found = Array.from({ length: bands.length }, (_, i) => Math.floor((bands.diagonals[i] as number) / BAND_WIDTH));
      const expected = [...wanted].filter(([, weight]) => weight >= least).map(([band]) => band);
      expect(expected.filter((band) => !found.includes(band))).toEqual([]);
      // Levels are of a sixty-fourth of the best.
      expect(found.filter((band) => (wanted.get(band) ?? -1) < least - votes.best / 32)).toEqual([]);
      expect(new Set(found).size).toBe(found.length);
      const sums = found.map((band) => wanted.get(band) as number);
      expect(sums.every((sum, i) => i === 0 || sum <= (sums[i - 1] as number) + votes.best / 32)).toBe(true);
      for (let i = 0; i < bands.length; i++) {
        const [block, place] = [bands.blocks[i] as number, bands.places[i] as number];
        expect(seeds.some((one) => one.place === place && one.blocks.includes(block))).toBe(true);
      }
      expect(votes.best).toBe(Math.max(0, ...wanted.values()));
    }),
  );
});

test('of more bands than are wanted the best are taken, and it is told when others may be as good', () => {
  const votes = new BandVotes();
  votes.clear(300);
  const blocks = Uint32Array.from({ length: 100 }, (_, i) => 10 * i);
  votes.cast(blocks, 100, { seed: 0, place: 0, weight: 100 });
  votes.cast(blocks.subarray(0, 20), 20, { seed: 1, place: 0, weight: 100 });
  const bands = bandsFor(100);
  const found = () => Array.from(bands.blocks.subarray(0, bands.length));
  votes.collect(20, bands);
  expect(found()).toEqual(Array.from(blocks.subarray(0, 20)));
  expect(bands.crowded).toBe(false);
  votes.collect(30, bands);
  expect(found()).toEqual(Array.from(blocks.subarray(0, 30)));
  expect(bands.crowded).toBe(false);
  votes.collect(10, bands);
  expect(found()).toEqual(Array.from(blocks.subarray(0, 10)));
  expect(bands.crowded).toBe(true);
});

test('a seed that begins no bands adds to those that are there', () => {
  const votes = new BandVotes();
  votes.clear(10);
  votes.cast(Uint32Array.of(10, 20), 2, { seed: 0, place: 0, weight: 100 });
  votes.cast(Uint32Array.of(20, 30), 2, { seed: 1, place: 0, weight: 50, begins: false });
  const bands = bandsFor(10);
  votes.collect(10, bands);
  expect(Array.from(bands.blocks.subarray(0, bands.length))).toEqual([20, 10]);
  expect(votes.best).toBe(150);
});
