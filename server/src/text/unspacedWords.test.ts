import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { slowWords } from '../../../test/support/slowWords.ts';
import { hashWord } from './wordHash.ts';
import { WordScanner } from './wordScanner.ts';
import { wordsOf } from './words.ts';

const stretches = (text: string) => wordsOf(text).map(({ span }) => text.slice(span.start, span.end));
const folded = (text: string) => wordsOf(text).map((word) => word.folded);

describe('scripts without spaces', () => {
  test.each([
    ['Chinese', '雾里的灯塔。', '雾 里 的 灯 塔'],
    ['Japanese, with the sign of length by itself', 'フェリーは2時々。', 'フ ェ リ ー は 2 時 々'],
    ['the sign of length before what has spaces', 'サーバー2 データBOX', 'サ ー バ ー 2 デ ー タ BOX'],
    ['Thai, with vowels and tones', 'น้ำขึ้นเช้านี้', 'น้ ำ ขึ้ น เ ช้ า นี้'],
    ['Lao', 'ນ້ຳຂຶ້ນ', 'ນ້ ຳ ຂຶ້ ນ'],
    ['Khmer, without its full stop', 'ទឹកឡើង។', 'ទឹ ក ឡើ ង'],
    ['Burmese, without its comma and full stop', 'ရေတက်၊ ရေကျ။', 'ရေ တ က် ရေ ကျ'],
    ['Burmese signs that are words', '၎င်း၏', '၎ င်း ၏'],
    ['names and figures among Chinese', '她在Dunmere等了12,5分钟', '她 在 Dunmere 等 了 12,5 分 钟'],
    ['Korean, which has spaces', '밀물이 밀려온다.', '밀물이 밀려온다'],
  ])('are cut at every character: %s', (_, text, expected) => expect(stretches(text).join(' ')).toBe(expected));

  test.each([
    ['voicing of kana', 'かきた', 'がぎだ'],
    ['half voicing', 'ハ', 'パ'],
    ['Thai vowels', 'ปิด', 'ปัด'],
    ['Thai tones', 'ใกล้', 'ใกล'],
    ['Lao vowels', 'ປິ', 'ປີ'],
    ['Khmer vowels', 'កិ', 'កី'],
    ['Burmese vowels', 'ကိ', 'ကု'],
  ])('are told apart by their marks: %s', (_, one, other) => {
    expect(stretches(one).length).toBe(stretches(other).length);
    expect(folded(one)).not.toEqual(folded(other));
  });

  test.each([
    ['composed and decomposed kana', 'がパ', 'がパ'.normalize('NFD')],
    ['halfwidth kana', 'ガパー', 'ｶﾞﾊﾟｰ'],
    ['compatibility forms', '令', '\uf9a8'],
    ['marks in any order', 'န\u1037\u103a', 'န\u103a\u1037'],
    ['what is not seen', 'ขึ้น', 'ขึ\u200b้\u2060น'],
    ['the choice of a glyph', '葛', '葛\u{e0101}'],
  ])('are the same words: %s', (_, one, other) => {
    expect(one).not.toBe(other);
    expect(folded(one)).toEqual(folded(other));
  });
});

/** Characters of these scripts, marks that change places with each other, and what may stand among them. */
const CHARACTERS = [
  ...['雾', '塔', '々', 'か', 'が', 'ハ', 'パ', 'ー', 'ｶ', 'ﾞ', 'ﾟ', '\u3099', '\u309a', '〆'],
  ...['น', 'ป', 'เ', 'า', 'ำ', 'ิ', 'ุ', 'ู', '้', '่', 'ฺ', '์', 'ๆ', '๏', '๒', 'ນ', 'ຳ', 'ຸ', '້', 'ໜ'],
  ...['ក', '្', 'រ', 'ី', '៝', '។', '៤', 'န', '့', '်', '္', 'ါ', '၏', '။'],
  ...['한', 'ᄒ', 'ᅡ', 'a', 'Ω', '1', '½'],
  ...['\u0301', '\u0315', '\ufe0f', '\u20dd', '\u{e0101}', '\u{1d165}', '\u200b', '\u2060', '\u200c', ' ', '，', ',', '’', '[s]'],
];
const mixedText = fc.array(fc.constantFrom(...CHARACTERS), { maxLength: 30 }).map((parts) => parts.join(''));

test('the scanner finds what the pattern finds, whatever marks stand together', () => {
  fc.assert(
    fc.property(mixedText, (text) => {
      const expected = slowWords(text);
      expect(wordsOf(text)).toEqual(expected);
      const scanner = new WordScanner();
      scanner.scan(text, 0, text.length);
      expect([...scanner.hashes.subarray(0, scanner.count)]).toEqual(expected.map((word) => hashWord(word.folded)));
    }),
    { numRuns: 4000 },
  );
});

const proper = CHARACTERS.filter((character) => /^[\p{L}\p{N} ，]\p{M}*$/u.test(character));
const properText = fc.array(fc.constantFrom(...proper, 'ปิ', 'น้', 'ကျ', 'ក្រ'), { maxLength: 24 }).map((parts) => parts.join(''));

test('how a stretch is cut does not depend on what is around it', () => {
  fc.assert(
    fc.property(properText, fc.nat(), fc.nat(), (text, a, b) => {
      const words = wordsOf(text);
      const [from, to] = [Math.min(a, b) % (words.length + 1), Math.max(a, b) % (words.length + 1)].sort((x, y) => x - y);
      const part = words.slice(from, to);
      const first = part[0];
      const last = part.at(-1);
      if (!first || !last) return;
      const alone = wordsOf(text.slice(first.span.start, last.span.end));
      expect(alone.map((word) => word.folded)).toEqual(part.map((word) => word.folded));
      expect(alone.map(({ span }) => span.start + first.span.start)).toEqual(part.map(({ span }) => span.start));
    }),
    { numRuns: 2000 },
  );
});
