import fc from 'fast-check';
import { expect, test } from 'vitest';
import { queryOf } from './query.ts';
import { QuerySketch } from './querySketch.ts';

/** Few words, so that they come again, and some that share their lower bits. */
const word = fc.oneof(
  fc.integer({ min: 1, max: 12 }),
  fc.integer({ min: 1, max: 3 }).map((n) => n + 4096),
);

/** What the words of a stretch and their order are worth, worked out the slow way: each word of the query counts once. */
function worthOf(query: readonly number[], stretch: readonly number[], costs: Float64Array, beside: Float64Array): number {
  const left = [...stretch];
  let sum = 0;
  for (const [place, code] of query.entries()) {
    const at = left.indexOf(code);
    if (at < 0) continue;
    left.splice(at, 1);
    sum += costs[place] as number;
  }
  for (let place = 1; place < query.length; place++) {
    const stands = stretch.some((code, at) => code === query[place - 1] && stretch[at + 1] === query[place]);
    if (stands) sum += beside[place] as number;
  }
  return sum;
}

test('a sketch never tells too little, whatever is looked for and wherever, one query after the other', () => {
  const words = fc.array(word, { minLength: 1, maxLength: 70 });
  fc.assert(
    fc.property(
      words,
      fc.array(word, { maxLength: 90 }),
      fc.array(fc.double({ min: 0, max: 20, noNaN: true }), { minLength: 70, maxLength: 70 }),
      (wanted, stretch, bits) => {
        const query = queryOf(
          Uint32Array.from(wanted),
          Float64Array.from(wanted, (_, place) => bits[place] as number),
        );
        const beside = query.costs.map((cost, place) => (place === 0 ? 0 : cost / 2));
        const sketch = new QuerySketch(query, beside);
        const most = sketch.most(Uint16Array.from([7, ...stretch, 7]), 1, stretch.length + 1);
        sketch.dispose();
        expect(most).toBeGreaterThanOrEqual(worthOf(wanted, stretch, query.costs, beside) - 1e-9);
      },
    ),
  );
});

test('a sketch tells stretches without a word of the query from those with some', () => {
  const query = queryOf(Uint32Array.of(5, 6, 7), Float64Array.of(12, 12, 12));
  const sketch = new QuerySketch(query, Float64Array.of(0, 0.5, 0.5));
  const most = (...codes: number[]) => sketch.most(Uint16Array.from(codes), 0, codes.length);
  expect(most(1, 2, 3)).toBe(0);
  expect(most(1, 6, 3)).toBeCloseTo(query.costs[1] as number);
  expect(most(7, 5)).toBeCloseTo((query.costs[0] as number) + (query.costs[2] as number));
  expect(most(1, 5, 6, 7)).toBeCloseTo(query.cost + 1);
  sketch.dispose();
});
