import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { slowWords } from '../../../test/support/slowWords.ts';
import { codeUnits, everyUnit, proseText, trickyJoints, trickyText } from '../../../test/support/trickyTexts.ts';
import { hashWord } from './wordHash.ts';
import { WordScanner } from './wordScanner.ts';

type Row = readonly [start: number, end: number, hash: number];

function scanned(scanner: WordScanner): Row[] {
  return Array.from({ length: scanner.count }, (_, word) => [
    scanner.starts[word] as number,
    scanner.ends[word] as number,
    scanner.hashes[word] as number,
  ]);
}

function fast(text: string, start = 0, end = text.length): Row[] {
  const scanner = new WordScanner();
  scanner.scan(text, start, end);
  return scanned(scanner);
}

function slow(text: string, start = 0, end = text.length): Row[] {
  return slowWords(text, { start, end }).map(({ span, folded }) => [span.start, span.end, hashWord(folded)]);
}

const stretches = (text: fc.Arbitrary<string>) => fc.tuple(text, fc.nat(20), fc.nat(40));

describe('the scanner finds the words that the pattern finds', () => {
  test.each([
    ['any text', fc.string({ unit: 'grapheme', maxLength: 60 }), 1000],
    ['any characters', fc.string({ unit: 'binary', maxLength: 60 }), 1000],
    ['any code units', codeUnits, 1000],
    ['all that is tricky', trickyText, 6000],
    ['prose', proseText, 600],
  ])('in %s and any stretch of it', (_, texts, numRuns) => {
    fc.assert(
      fc.property(stretches(texts), ([text, from, length]) => {
        expect(fast(text)).toEqual(slow(text));
        const start = Math.min(from, text.length);
        const end = Math.min(start + length, text.length);
        expect(fast(text, start, end)).toEqual(slow(text, start, end));
      }),
      { numRuns },
    );
  });

  test('behind whatever might join them', () => expect(fast(trickyJoints)).toEqual(slow(trickyJoints)));

  test.each(Array.from({ length: 16 }, (_, at) => at.toString(16).toUpperCase()))(
    'whatever of U+%s000 stands by itself, or between letters, digits, letter and mark',
    (digit) => {
      const text = everyUnit(Number.parseInt(`${digit}000`, 16), 0x1000);
      const [found, expected] = [fast(text), slow(text)];
      expect(found.find((row, at) => String(row) !== String(expected[at]))).toBeUndefined();
      expect(found.length).toBe(expected.length);
    },
  );

  test.each([
    ['one long word', 'a'.repeat(5000)],
    ['many short words', 'a 1,'.repeat(5000)],
    ['words of one character', '字'.repeat(5000)],
    ['words that fold to several characters', 'straße œuvre '.repeat(500)],
    ['a long way between two halves of a word', `re${'\u2060'.repeat(5000)}main`],
    ['nothing', ''],
  ])('over more than is scanned at once: %s', (_, text) => expect(fast(text)).toEqual(slow(text)));

  test('where a word lies across any place that a run ends', () => {
    for (let before = 2030; before < 2060; before++) {
      const text = `${' '.repeat(before)}don’t re\u2060main 20,000 straße [t]he`;
      expect(fast(text)).toEqual(slow(text));
    }
  });

  test('where the stretch ends beyond the text', () => expect(fast('high tide', 0, 100)).toEqual(slow('high tide')));
});

test('words are added until they are forgotten', () => {
  const scanner = new WordScanner();
  const [one, two] = ['the harbour', 'is closed '.repeat(500)];
  scanner.scan(one, 0, one.length);
  scanner.scan(two, 0, two.length);
  expect(scanned(scanner)).toEqual([...slow(one), ...slow(two)]);
  scanner.clear();
  expect(scanner.count).toBe(0);
  scanner.scan(one, 4, one.length);
  expect(scanned(scanner)).toEqual(slow(one, 4));
});

test.each(['’', ',', '.', '-\n', '\u2060', '\u2060’', '\u0301', '[', '한', '彼', 'ʼ', 'Σ', '$'])(
  'what was never seen before is known behind “%s”',
  async (before) => {
    for (const unseen of ['б', '٣', 'ð', '\u0943', 'ກ', 'ﬁ', '‡', '\ufeffb']) {
      vi.resetModules();
      const fresh = await import('./wordScanner.ts');
      const scanner = new fresh.WordScanner();
      const text = `a${before}${unseen} 1${before}${unseen}`;
      scanner.scan(text, 0, text.length);
      expect(scanned(scanner)).toEqual(slow(text));
    }
  },
);

test('an error leaves nothing behind', () => {
  const scanner = new WordScanner();
  const endless = `low ${'a'.repeat(4_000_000)}Σ`;
  expect(() => scanner.scan(endless, 0, endless.length)).toThrow(RangeError);
  scanner.scan('high tide', 0, 9);
  expect(scanned(scanner)).toEqual(slow('high tide'));
});
