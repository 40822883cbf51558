import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { numberAt } from './numbers.ts';
import { wordsOf } from './words.ts';

/** “value, words taken”, “th” after an ordinal; “none” where no number begins. */
function read(text: string): string {
  const words = wordsOf(text).map(({ folded }) => folded);
  const number = numberAt(words, 0);
  return number ? `${number.value}${number.ordinal ? 'th' : ''}, ${number.length}` : 'none';
}

describe('numbers, and how many words state them', () => {
  test.each([
    ['7', '7, 1'],
    ['20,000 men', '20000, 1'],
    ['3.5 million', '3500000, 2'],
    ['seven', '7, 1'],
    ['twenty-one boats', '21, 2'],
    ['nineteen hundred', '1900, 2'],
    ['two hundred and forty-one thousand', '241000, 6'],
    ['one million two hundred thousand', '1200000, 5'],
    ['one hundred and the rest', '100, 2'],
    ['forty and five', '40, 1'],
    ['five six', '5, 1'],
    ['twenty thirty', '20, 1'],
    ['zero', '0, 1'],
    ['third', '3th, 1'],
    ['3rd', '3th, 1'],
    ['twenty-first', '21th, 2'],
    ['fortieth', '40th, 1'],
    ['hundred', 'none'],
    ['tide', 'none'],
    ['', 'none'],
  ])('%s: %s', (text, expected) => expect(read(text)).toBe(expected));
});

const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = '_ _ twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** Spells a number out, as the slow, obvious way has it. */
function spell(value: number): string {
  if (value < 20) return UNITS[value] as string;
  if (value < 100) return `${TENS[Math.floor(value / 10)]}${value % 10 ? ` ${UNITS[value % 10]}` : ''}`;
  if (value < 1000) return `${spell(Math.floor(value / 100))} hundred${value % 100 ? ` and ${spell(value % 100)}` : ''}`;
  const [scale, name] = value < 1e6 ? [1e3, 'thousand'] : [1e6, 'million'];
  const rest = value % (scale as number);
  return `${spell(Math.floor(value / (scale as number)))} ${name}${rest ? ` ${spell(rest)}` : ''}`;
}

test('every number below a thousand million is read as it is spelt', () => {
  fc.assert(
    fc.property(fc.oneof(fc.nat(2000), fc.nat(999_999_999)), (value) => {
      const words = spell(value).split(' ');
      expect(numberAt(words, 0)).toEqual({ value, ordinal: false, length: words.length });
    }),
  );
});
