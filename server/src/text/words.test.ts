import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { slowWords } from '../../../test/support/slowWords.ts';
import { codeUnits, proseText, trickyJoints, trickyText } from '../../../test/support/trickyTexts.ts';
import { wordsOf } from './words.ts';

const folded = (text: string) =>
  wordsOf(text)
    .map((word) => word.folded)
    .join(' ');

describe('words as they are compared', () => {
  test.each([
    ['case', 'The TIDE', 'the tide'],
    ['apostrophes of any kind', "don’t don't donʼt don‘t", 'dont dont dont dont'],
    ['a quoted word keeps nothing of its marks', '‘tide’ “tide” "tide"', 'tide tide tide'],
    ['diacritics', 'café naïve Zürich', 'cafe naive zurich'],
    ['diacritics apart', 'cafe\u0301', 'cafe'],
    ['letters without decomposition', 'Łódź Ørsted straße', 'lodz orsted strasse'],
    ['ligatures', 'ﬁnal oﬃce', 'final office'],
    ['hyphens part words', 'co-operate Jong‑un', 'co operate jong un'],
    ['a hyphen at a line’s end does not', 'har-\nbour har-  \r\n  bour', 'harbour harbour'],
    ['a range is two numbers', '1-2 months, 12 months', '1 2 months 12 months'],
    ['a range with a dash is two numbers', '1–2 months', '1 2 months'],
    ['a number over a line’s end is two', '1-\n2', '1 2'],
    ['commas in numbers', '20,000 and 1,2', '20000 and 12'],
    ['points in numbers', '3.14 ends.', '3.14 ends'],
    ['soft hyphens and zero-width characters', 'no\u00ADbody no\u200Bbody no\uFEFFbody', 'nobody nobody nobody'],
    ['markup inside a word', 're\u2060\u2060main\u2060', 'remain'],
    ['signs that are read', '5% of $3 & more', '5 percent of $ 3 and more'],
    ['unspaced scripts', '彼女は', '彼 女 は'],
    ['astral letters', '𝓉ide 😀 tide', 'tide tide'],
    ['slash and AND', 'AND/or', 'and or'],
    ['what every object has', 'toString valueOf constructor', 'tostring valueof constructor'],
  ])('%s', (_, text, expected) => expect(folded(text)).toBe(expected));
});

test('spans are where the words stand, in order, in any stretch of any text', () => {
  fc.assert(
    fc.property(codeUnits, fc.nat(20), fc.nat(60), (text, from, length) => {
      const within = { start: Math.min(from, text.length), end: Math.min(from + length, text.length) };
      let last = within.start;
      for (const { span, folded: word } of wordsOf(text, within)) {
        expect(span.start).toBeGreaterThanOrEqual(last);
        expect(span.end).toBeGreaterThan(span.start);
        expect(word).not.toBe('');
        last = span.end;
      }
      expect(last).toBeLessThanOrEqual(within.end);
    }),
  );
});

test.each([
  ['any code units', codeUnits],
  ['all that is tricky', trickyText],
  ['prose', proseText],
])('words and spans are those that the pattern finds in %s', (_, texts) => {
  fc.assert(
    fc.property(texts, fc.nat(20), fc.nat(60), (text, start, length) => {
      expect(wordsOf(text)).toEqual(slowWords(text));
      const within = { start, end: start + length };
      expect(wordsOf(text, within)).toEqual(slowWords(text, within));
    }),
    { numRuns: 1000 },
  );
});

test('words fold as the pattern’s do, whatever might join them', () => {
  expect(wordsOf(trickyJoints)).toEqual(slowWords(trickyJoints));
});

test('what was never seen before folds as in its word', async () => {
  for (const text of ['a\u2060’б', 'a\u2060’Б', 'a’Б', '[t]Б', 'har-\nбour']) {
    vi.resetModules();
    const fresh = await import('./words.ts');
    expect(fresh.wordsOf(text)).toEqual(slowWords(text));
  }
});
