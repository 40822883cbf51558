import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clauseTokens } from './clause.ts';
import { mainSubject, mainSubjectIn } from './subjects.ts';

const piece = fc.constantFrom(
  ...[
    'Ada Quill ',
    'Ada Quill’s ',
    'she ',
    'said ',
    'the mayor ',
    'of Dunmere ',
    'May ',
    'Kim’',
    's',
    ', ',
    '. ',
    'Russian ',
    'before ',
    'Bo Tarn',
  ],
);

test('the subject of a stretch is the same, whatever is remembered of it', () => {
  const text = fc.array(piece, { maxLength: 10 }).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(text, text, text, (before, within, after) => {
      const whole = before + within + after;
      const span = { start: before.length, end: before.length + within.length };
      expect(mainSubjectIn(whole, span)).toEqual(mainSubject(clauseTokens(whole, span), whole));
    }),
    { numRuns: 500 },
  );
});
