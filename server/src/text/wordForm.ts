/** What neither separates nor distinguishes words: markup (U+2060), soft hyphens, zero-width characters, byte-order marks. */
export const UNSEEN = '\\u2060\\u00AD\\u200B-\\u200D\\uFEFF';
/** What may stand behind a letter and before another of one word, and counts for nothing. U+02BC among them is itself a letter. */
export const APOSTROPHES = "'’‘ʼ`´＇";
/** Scripts that put no space between words: every character counts as a word of its own. */
export const UNSPACED =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';
/** Signs that are words by themselves. */
export const SIGNS = '%&$€£¥';

/**
 * The pattern of one word, for the flag `u`: a character of an unspaced script; or a run of letters and digits that may
 * hold apostrophes between letters, a comma or point between digits, an editor's bracket ([t]he, advance[s]) and a hyphen
 * at a line's end; or a sign that is read as a word.
 */
export const WORD_PATTERN =
  `[${UNSPACED}]\\p{M}*|` +
  `(?:\\[\\p{L}{1,4}\\](?=\\p{L}))?(?![${UNSPACED}])[\\p{L}\\p{N}](?:[${UNSEEN}]*(?:(?![${UNSPACED}])[\\p{L}\\p{M}\\p{N}]` +
  '|\\[\\p{L}{1,4}\\]' +
  `|[${APOSTROPHES}](?=[${UNSEEN}]*\\p{L})` +
  '|(?<=\\p{Nd})[.,](?=\\p{Nd})' +
  '|(?<=\\p{Ll})-[ \\t]*\\r?\\n[ \\t]*(?=\\p{Ll})))*' +
  `|[${SIGNS}]`;

const READ_SIGNS: ReadonlyMap<string, string> = new Map([
  ['%', 'percent'],
  ['&', 'and'],
]);
const DROPPED = new RegExp(`[${UNSEEN}${APOSTROPHES}\\p{M}[\\]]|-\\s+|,(?=\\p{Nd})`, 'gu');
const LETTERS_WITHOUT_DECOMPOSITION: Readonly<Record<string, string>> = { ß: 'ss', ø: 'o', ł: 'l', đ: 'd', æ: 'ae', œ: 'oe', ı: 'i' };

/**
 * The form by which words are compared: lower case, compatibility-decomposed without diacritics (NFKD), no apostrophes,
 * no comma inside numbers, end-of-line hyphens closed up. “20,000” gives 20000, “Jong‑un’s” two words, jong and uns.
 */
export function foldWord(word: string): string {
  if (/^[a-z]+$/.test(word)) return word;
  const sign = READ_SIGNS.get(word);
  if (sign !== undefined) return sign;
  return word
    .toLowerCase()
    .normalize('NFKD')
    .toLowerCase()
    .replace(DROPPED, '')
    .replace(/[ßøłđæœı]/g, (letter) => LETTERS_WITHOUT_DECOMPOSITION[letter] as string);
}
