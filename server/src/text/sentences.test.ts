import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sentencesOf } from './sentences.ts';

/** Any code units, half surrogates among them. */
const codeUnits = fc.array(fc.oneof(fc.nat(0x2ff), fc.nat(0xffff))).map((units) => String.fromCharCode(...units));

const cut = (text: string) =>
  sentencesOf(text, { start: 0, end: text.length })
    .map(({ start, end }) => text.slice(start, end))
    .join('|');

describe('sentences, parted by bars', () => {
  test.each([
    'The tide is late.|We wait.',
    'Is it late?|It is!|We wait.',
    'It trails off …|Then it stops.',
    'It trails off … and goes on.',
    'Mr. Tarn met Dr. Quill.|They spoke.',
    'Sen. Ines Okafor sailed on Oct. 7 from St. Bride.|She returned.',
    'It belongs to Fenn Inc.|The rest is ours.',
    'It belongs to Fenn Inc. of Hexley.',
    'The U.S. Navy came.|It left.',
    'They sailed to the U.S.|The storm followed.',
    'A. B. Fenn wrote it.|So did I.|We agreed.',
    'She got No. 7 again.|He said no.|We left.',
    'It costs 3.50 a day.|It rains.',
    'At 7 a.m. the bell rang.|Nobody came.',
    '“The tide is late.”|She left.',
    '“The tide is late,” she said.|“We wait.”',
    '“Is it late?” she asked.|Nobody knew.',
    '(It was late.)|She left.',
    'No stop at the end',
  ])('%s', (expected) => expect(cut(expected.replaceAll('|', ' '))).toBe(expected));
  test('without a space between them', () => expect(cut('潮が遅い。待とう。')).toBe('潮が遅い。|待とう。'));
});

test('they cover all that is not white space, in order, in any text', () => {
  const texts = fc
    .array(fc.constantFrom('Tide', 'mr', 'Mr', 'U.S', '.', '. ', '! ', '?”', '…', ' ', '\n', '“', '。', '7', 'no'), { maxLength: 25 })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.oneof(texts, codeUnits), (text) => {
      const spans = sentencesOf(text, { start: 0, end: text.length });
      expect(
        spans
          .map(({ start, end }) => text.slice(start, end))
          .join('')
          .replace(/\s/g, ''),
      ).toBe(text.replace(/\s/g, ''));
    }),
  );
});
