import fc from 'fast-check';
import { expect, test } from 'vitest';
import { looksLike } from '../text/editDistance.ts';
import { canonicalWord, sameWord } from './sameWord.ts';
import { areAlike, formOf, makeRoom, numberOfWord } from './wordForms.ts';

const word = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), minLength: 1, maxLength: 9 }),
  fc.constantFrom('harbour', 'harbor', 'twelve', '12', 'twelfth', '12th', 'colour', 'color'),
);

test('two words have one number where they are one word', () => {
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(numberOfWord(a) === numberOfWord(b)).toBe(sameWord(a, b));
      expect(formOf(numberOfWord(a))).toBe(canonicalWord(a));
    }),
  );
});

test('numbers are alike where their words are', () => {
  fc.assert(
    fc.property(word, word, (a, b) => {
      const alike = looksLike(canonicalWord(a), canonicalWord(b));
      // The second answer is remembered.
      for (let time = 0; time < 2; time++) expect(areAlike(numberOfWord(a), numberOfWord(b))).toBe(alike);
    }),
  );
});

test('what was said of words that are forgotten is not said of others', () => {
  const alike = areAlike(numberOfWord('harbinger'), numberOfWord('harbingers'));
  for (let i = 0; i <= 60_000; i++) numberOfWord(`filler${i}`);
  makeRoom();
  const [a, b] = [numberOfWord('crates'), numberOfWord('ferry')];
  expect([alike, areAlike(a, b), formOf(a), formOf(b)]).toEqual([true, false, 'crates', 'ferry']);
});
