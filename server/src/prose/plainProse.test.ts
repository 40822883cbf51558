import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainProse } from './plainProse.ts';

const LONG = 'the harbour board met in Pellworth on Monday to vote on the old wall';
const paragraphs = (text: string) => plainProse(text).blocks.map(({ span }) => text.slice(span.start, span.end));

describe('paragraphs of a plain text', () => {
  test.each([
    ['parted by blank lines', 'One.\n\nTwo.\n   \nThree.', ['One.', 'Two.', 'Three.']],
    ['with carriage returns', 'One.\r\n\r\nTwo.\r\n', ['One.', 'Two.']],
    [
      'parted by line ends where lines differ in length',
      'One.\nA second line that is a good deal longer than the first.\nThree.',
      ['One.', 'A second line that is a good deal longer than the first.', 'Three.'],
    ],
    ['whole where lines are broken at a width', `${LONG}\n${LONG}\nand no more`, [`${LONG}\n${LONG}\nand no more`]],
    ['none', ' \n\n ', []],
  ])('%s', (_, text, expected) => expect(paragraphs(text)).toEqual(expected));
});

test('comments are no prose', () => expect(plainProse('One <!-- stet --> two').text).toBe(`One ${' '.repeat(13)} two`));

test('any text: as long as before, blocks in order', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', 'tide', ' ', '\n', '\r\n', '\r', '<!--', '-->', '“', '😀'), { maxLength: 40 }), (parts) => {
      const text = parts.join('');
      const prose = plainProse(text);
      expect(prose.text).toHaveLength(text.length);
      let last = 0;
      for (const { span } of prose.blocks) {
        expect(span.start).toBeGreaterThanOrEqual(last);
        expect(span.end).toBeGreaterThan(span.start);
        last = span.end;
      }
    }),
  );
});
