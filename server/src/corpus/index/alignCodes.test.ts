import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alignCodes, type CodeAlignment } from './alignCodes.ts';
import { type GapKind, type Query, queryOf } from './query.ts';
import { codeOf } from './segmentData.ts';

const VOCABULARY = [11, 12, 13, 14, 15, 16];
const codes = (words: readonly number[]) => Uint16Array.from(words, codeOf);

function query(words: readonly number[], gaps: ReadonlyMap<number, GapKind> = new Map()): Query {
  return queryOf(
    Uint32Array.from(words),
    Float64Array.from(words, (word) => word - 8),
    { gaps },
  );
}

/** What it costs to come to a cell by each way, `cost` being what other cells cost. */
function ways(asked: Query, stretch: Uint16Array, [i, j]: readonly [number, number], cost: (i: number, j: number) => number): number[] {
  const place = i - 1;
  const { codes: own, gaps } = asked;
  const weight = asked.weights[place] as number;
  const gap = i < asked.length ? (gaps[i] as number) : -1;
  const found = [cost(place, j) + 0.9 * weight + 0.12];
  if (j > 0) found.push(cost(place, j - 1) + (own[place] === stretch[j - 1] ? 0 : 0.85 * weight + 0.135));
  for (let left = 1; left <= j; left++) {
    found.push(cost(i, j - left) + 0.41 + (left - 1) * 0.16);
    if (gap >= 0) found.push(cost(i, j - left) + left * gap);
  }
  const swapped = i > 1 && j > 1 && own[i - 2] === stretch[j - 1] && own[place] === stretch[j - 2] && own[i - 2] !== own[place];
  if (swapped && (gaps[place] as number) < 0) found.push(cost(i - 2, j - 2) + 0.3 + 0.3 * weight);
  return found;
}

/** The same cost by plain recursion. */
function slowCost(asked: Query, stretch: Uint16Array): number {
  const known = new Map<string, number>();
  const cost = (i: number, j: number): number => {
    if (i === 0) return 0;
    const key = `${i} ${j}`;
    const best = known.get(key) ?? Math.min(...ways(asked, stretch, [i, j], cost));
    known.set(key, best);
    return best;
  };
  return Math.min(...Array.from({ length: stretch.length + 1 }, (_, j) => cost(asked.length, j)));
}

function aligned(...given: Parameters<typeof alignCodes>): CodeAlignment {
  const found = alignCodes(...given);
  if (!found) throw new Error('nothing was found');
  return found;
}

/** What the steps between two ends cost and keep, worked out again: an alignment of the words between them alone. */
function between(asked: Query, stretch: Uint16Array, { from, to }: CodeAlignment): number {
  return aligned(asked, stretch.slice(from, to)).cost;
}

const words = (most: number) => fc.array(fc.constantFrom(...VOCABULARY), { minLength: 1, maxLength: most });
const gaps = fc.dictionary(fc.constantFrom('1', '2', '3'), fc.constantFrom<GapKind>('gap', 'bracket', 'break'), { maxKeys: 2 });

test('the cost is that of a plain recursion, and cut off only where it is too high', () => {
  fc.assert(
    fc.property(words(7), words(14), gaps, fc.double({ min: 0, max: 4, noNaN: true }), (asked, source, given, most) => {
      const places = new Map(Object.entries(given).map(([place, kind]) => [Number(place), kind]));
      const one = query(asked, new Map([...places].filter(([place]) => place < asked.length)));
      const wanted = slowCost(one, codes(source));
      expect(aligned(one, codes(source)).cost).toBeCloseTo(wanted, 8);
      const wide = { low: -asked.length, high: source.length };
      expect(aligned(one, codes(source), { band: wide }).cost).toBeCloseTo(wanted, 8);
      const cut = alignCodes(one, codes(source), { most });
      if (wanted <= most) expect(cut?.cost).toBeCloseTo(wanted, 8);
      else expect(cut?.cost ?? Number.POSITIVE_INFINITY).toBeGreaterThan(most - 1e-6);
    }),
    { numRuns: 400 },
  );
});

test('between its ends it costs as much, and a band that holds it changes nothing', () => {
  fc.assert(
    fc.property(words(7), words(14), gaps, (asked, source, given) => {
      const places = new Map(Object.entries(given).map(([place, kind]) => [Number(place), kind]));
      const one = query(asked, new Map([...places].filter(([place]) => place < asked.length)));
      const found = aligned(one, codes(source));
      if (found.to > found.from) expect(between(one, codes(source), found)).toBeCloseTo(found.cost, 8);
      expect(found.kept).toBeLessThanOrEqual(one.information + 1e-9);
      const band = { low: found.from - asked.length, high: found.to };
      expect(aligned(one, codes(source), { band }).cost).toBeCloseTo(found.cost, 8);
    }),
    { numRuns: 400 },
  );
});

test('an alignment that strays from its band is not found', () => {
  const source = codes([31, 32, 90, 91, 92, 93, 33, 34]);
  const asked = query([31, 32, 33, 34]);
  expect(alignCodes(asked, source)).toMatchObject({ from: 0, to: 8 });
  expect(alignCodes(asked, source, { band: { low: -1, high: 1 } })?.to).toBeLessThan(6);
});

test('what stands in the source word for word is found exactly where it is', () => {
  fc.assert(
    fc.property(words(20), fc.nat(), fc.nat(), (source, from, length) => {
      const start = from % source.length;
      const asked = source.slice(start, start + 1 + (length % source.length));
      const found = aligned(query(asked), codes(source));
      expect(source.slice(found.from, found.to)).toEqual(asked);
      expect(found.cost).toBe(0);
      expect(found.kept).toBeCloseTo(query(asked).information, 9);
    }),
  );
});

describe('an alignment', () => {
  const source = codes([11, 12, 13, 14, 15, 16]);
  test.each([
    ['with a word replaced', [12, 99, 14], [1, 4]],
    ['with a word left out', [12, 14, 15], [1, 5]],
    ['with a word put in', [12, 13, 99, 14], [1, 4]],
    ['with two words swapped', [12, 14, 13, 15], [1, 5]],
  ])('%s ends where the words end', (_, asked, [from, to]) => {
    expect(alignCodes(query(asked as number[]), source)).toMatchObject({ from, to });
  });
  test('skips as much as there is at an ellipsis', () => {
    const long = codes([11, 12, ...new Array<number>(200).fill(50), 15, 16]);
    expect(alignCodes(query([11, 12, 15, 16], new Map([[2, 'gap']])), long)).toMatchObject({ from: 0, to: 204 });
  });
});
