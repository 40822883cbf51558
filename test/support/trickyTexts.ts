import fc from 'fast-check';

/** One or more of every class of characters that words are made of or end at: of how they fold, and what may stand beside them. */
const TRICKY = [
  ...['a', 'b', 'Z', 'é', 'Ñ', 'ß', 'ẞ', 'Æ', 'œ', 'ø', 'Ł', 'ı', 'İ', '\u212a', 'ſ', 'ﬁ', 'Σ', 'ς', 'σ', 'ж', 'ʼ', 'ʹ', 'ͺ', 'ª', 'ː'],
  ...['1', '2', '0', '٣', '५', '２', '²', '½', '⒈', '⑴', 'Ⅷ'],
  ...['.', ',', '-', "'", '’', '‘', '`', '´', '＇', '.', ',', '-', '’', '，', '．', '‐', '‑', '–', '—', '“', '”', '/', '_', '(', ')'],
  ...['[', ']', '[t]', '[s]', '[the]', '[every]', '[1]', '[é', '[彼]'],
  ...[' ', '  ', '\t', '\n', '\r\n', '\r', '-\n', '- \r\n\t', '\u00a0', '\u2028', '\0', '\x1f'],
  ...['\u2060', '\u2060\u2060', '\u00ad', '\u200b', '\u200c', '\u200d', '\ufeff', '\u200e'],
  ...['\u0301', '\u0323', '\u20dd', '\ufe0f', '\u0345', '\u3099', '\u{e0100}', '\u{1d165}'],
  ...['彼', 'は', 'が', 'コ', 'ー', 'ｶ', '㌀', '々', '〇', '⺀', 'ก', 'ั', '่', '๑', 'ກ', 'ក', '្', '០', 'မ', 'ာ', '၏', '\u{20000}', '\ufacf'],
  ...['한', 'ㄱ', 'ᄀ', 'ᆨ', 'ا', 'ّ', 'ﷺ', 'ﹰ', 'ש', 'ּ', '\ufb2a', 'न', 'ि', '्', 'ক', 'ো', 'ა', 'Ა', 'Ꭰ', 'ꭰ'],
  ...['%', '&', '$', '€', '£', '¥', '％', '¢', '+'],
  ...['𝓉', '𝚺', '𝟙', '𐐀', '😀', '🄁', '\ud835', '\udcc9', '\ud83d'],
];
const WORDS = [
  'the',
  'The',
  'harbour',
  'don’t',
  "O'Neill",
  'café',
  'naïve',
  '[t]he',
  'advance[s]',
  '20,000',
  '3.14',
  'U.S.',
  '1st',
  'co-op',
  'MAYOR’S',
];
const GAPS = [' ', ' ', ' ', ', ', '. ', '.', ',', ' — ', '—', ' “', '” ', '-\n', '\n', '’ ', ' ‘', '\u2060', '\u00ad', ''];

/** Texts of nothing but what is unusual in words. */
export const trickyText = fc.array(fc.constantFrom(...TRICKY), { maxLength: 40 }).map((parts) => parts.join(''));

/** Every tricky piece behind everything that it might be joined by, to a word of letters, of digits, or of one character. */
export const trickyJoints: string = ['’', ',', '.', '-\n', '-\r\n ', '\u2060', '\u2060’', '’\u2060', '\u0301', '\u2060.', '[', '[t]', '']
  .flatMap((joint) => TRICKY.flatMap((piece) => ['a', 'A', '1', '彼', 'é', 'ß', ''].map((word) => `${word}${joint}${piece}`)))
  .join('\n\n');

/** Texts that look like English. */
export const proseText = fc
  .array(fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(...GAPS)), { maxLength: 60 })
  .map((parts) => parts.flat().join(''));

/** Any code units, half surrogates among them. */
export const codeUnits = fc.array(fc.oneof(fc.nat(0x2ff), fc.nat(0xffff)), { maxLength: 60 }).map((units) => String.fromCharCode(...units));

/** Ideographs, syllables, private use: of these many, one in sixteen will do. */
const ALIKE = /[\u3400-\u9fff\uac00-\ud7a3\ue000-\uf8ff]/;

/** The code units from `first` on, `count` of them, each by itself and in every place where what stands there matters. */
export function everyUnit(first: number, count: number): string {
  return Array.from({ length: count }, (_, at) => String.fromCharCode(first + at))
    .filter((unit, at) => at % 16 === 0 || !ALIKE.test(unit))
    .map(
      (unit) =>
        `a${unit}b 1${unit}2 ${unit}${unit} A’${unit} ${unit}\u0301 彼${unit} 1,${unit} 1.${unit}1 a\u2060${unit} a-\n${unit} [${unit}]a`,
    )
    .join('\n');
}
