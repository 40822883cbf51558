import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type QuotedToken, quotedTokens } from '../prose/quotedWords.ts';
import { wordsOf } from '../text/words.ts';
import { align } from './align.ts';

const tokensOf = (text: string): QuotedToken[] => quotedTokens(text, [{ start: 0, end: text.length }]);
const evenly = { weightOf: () => 1 };

const SIGNS = { kept: '=', replaced: '~', added: '+', omitted: '-', skipped: '…' } as const;

/** Steps as “=word”, “~draft/source”, “+draft”, “-source”, “…skipped words”. */
function drawn(query: string, source: string): string {
  const tokens = tokensOf(query);
  const words = wordsOf(source);
  return align(tokens, words, evenly)
    .steps.map(({ kind, token, from, to }) => {
      const one = tokens[token];
      const own = kind !== 'omitted' && one?.kind === 'word' ? one.word.folded : '';
      const theirs =
        kind === 'kept'
          ? ''
          : words
              .slice(from, to)
              .map(({ folded }) => folded)
              .join('_');
      return SIGNS[kind] + own + (own && theirs ? '/' : '') + theirs;
    })
    .join(' ');
}

describe('word by word', () => {
  const SOURCE = 'now we will close the north harbour for twelve months they said';
  test.each([
    ['the same', 'close the north harbour', '=close =the =north =harbour'],
    ['another word', 'close the grim harbour', '=close =the ~grim/north =harbour'],
    ['a word left out', 'close the harbour for', '=close =the -north =harbour =for'],
    ['a word put in', 'close the old north harbour', '=close =the +old =north =harbour'],
    ['an ellipsis', 'we will … for twelve months', '=we =will …close_the_north_harbour =for =twelve =months'],
    ['a bracket put in', 'the north [old] harbour', '=the =north … =harbour'],
    ['a bracket for a word', 'close the [old] harbour', '=close =the …north =harbour'],
    ['numerals', 'for 12 months', '=for =12 =months'],
    ['American spelling', 'the north harbor', '=the =north =harbor'],
    ['a mended ending', 'for twelve month[s]', '=for =twelve =months'],
    ['neighbours swapped', 'close the harbour north for', '=close =the ~harbour/north ~north/harbour =for'],
  ])('%s', (_, query, expected) => expect(drawn(query, SOURCE)).toBe(expected));
});

const ALTERED = 0.12;

/**
 * The cost by its definition, for words of weight 1 of one letter: everything that could be done with the last words,
 * tried out. Letters are too short to be alike.
 */
function slow(query: string, source: string): number {
  const best = (i: number, j: number): number => {
    if (i === 0) return 0;
    let least = best(i - 1, j) + 0.9 + ALTERED;
    if (j > 0) {
      least = Math.min(least, best(i - 1, j - 1) + (query[i - 1] === source[j - 1] ? 0 : 0.85 + 0.05 + 0.11));
      for (let k = 1; k <= j; k++) least = Math.min(least, best(i, j - k) + 0.55 + k * 0.16);
    }
    const swapped = i > 1 && j > 1 && query[i - 1] === source[j - 2] && query[i - 2] === source[j - 1] && query[i - 1] !== query[i - 2];
    return swapped ? Math.min(least, best(i - 2, j - 2) + 0.6) : least;
  };
  return Math.min(...Array.from({ length: source.length + 1 }, (_, j) => best(query.length, j)));
}

const letters = (most: number) => fc.string({ unit: fc.constantFrom('x', 'y', 'z'), minLength: 1, maxLength: most });
const spaced = (word: string) => [...word].join(' ');

test('costs what the definition says, and the steps account for every word', () => {
  fc.assert(
    fc.property(letters(5), letters(6), (query, source) => {
      const { cost, steps } = align(tokensOf(spaced(query)), wordsOf(spaced(source)), evenly);
      expect(cost).toBeCloseTo(slow(query, source), 9);
      expect(steps.filter(({ kind }) => kind !== 'omitted').map(({ token }) => token)).toEqual([...query].map((_, i) => i));
    }),
  );
});

test('a stretch of the source costs nothing and lies where it was taken from', () => {
  fc.assert(
    fc.property(letters(12), fc.nat(11), fc.nat(11), (source, a, b) => {
      const from = Math.min(a, b) % source.length;
      const query = source.slice(from, Math.max(a, b) + 1) || source;
      const alignment = align(tokensOf(spaced(query)), wordsOf(spaced(source)), evenly);
      expect(alignment.cost).toBe(0);
      expect(source.slice(alignment.from, alignment.to)).toBe(query);
    }),
  );
});

test('a stretch of a longer source is aligned as if it were the source, whatever was aligned before', () => {
  const looseEnds = fc.boolean();
  fc.assert(
    fc.property(letters(6), letters(12), fc.nat(12), fc.nat(12), looseEnds, (query, source, a, b, loose) => {
      const from = Math.min(a, b, source.length);
      const to = Math.min(Math.max(a, b), source.length);
      const options = { ...evenly, looseEnds: loose };
      const words = wordsOf(spaced(source));
      const alone = align(tokensOf(spaced(query)), words.slice(from, to), options);
      align(tokensOf(spaced(source)), wordsOf(spaced(query + source)), options);
      const within = align(tokensOf(spaced(query)), words, options, { from, to });
      const steps = within.steps.map((step) => ({ ...step, from: step.from - from, to: step.to - from }));
      expect({ ...within, steps, from: within.from - from, to: within.to - from }).toEqual(alone);
    }),
  );
});

test('whatever it is expected to cost, an alignment is the same', () => {
  const words = fc.array(fc.constantFrom('a', 'harbour', 'harbor', 'harbours', '12', '13', 'closed', '…', '[old]'), {
    minLength: 1,
    maxLength: 9,
  });
  const source = fc.array(fc.constantFrom('a', 'harbour', 'harbours', '12', 'closed', 'old', 'quay'), { maxLength: 14 });
  const costs = fc.double({ min: 0, max: 6, noNaN: true });
  const weight = fc.func(fc.double({ min: 0.2, max: 1.3, noNaN: true }));
  fc.assert(
    fc.property(words, source, costs, weight, fc.boolean(), (query, text, expected, weightOf, looseEnds) => {
      const tokens = tokensOf(query.join(' '));
      const options = { weightOf, looseEnds };
      const free = align(tokens, wordsOf(text.join(' ')), options);
      expect(align(tokens, wordsOf(text.join(' ')), { ...options, expected })).toEqual(free);
      expect(align(tokens, wordsOf(text.join(' ')), { ...options, expected: free.cost })).toEqual(free);
    }),
    { numRuns: 500 },
  );
});

test('loose ends cost little', () => {
  const tokens = tokensOf('as everybody knows we will close the north harbour of ours');
  const { steps } = align(tokens, wordsOf('we will close the north harbour for twelve months'), { ...evenly, looseEnds: true });
  expect(steps.map(({ kind }) => SIGNS[kind]).join('')).toBe('+++======++');
});
