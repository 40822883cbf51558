import { late } from './late.ts';

/** What neither separates nor distinguishes words: markup (U+2060), soft hyphens, zero-width characters, byte-order marks. */
export const UNSEEN = '\\u2060\\u00AD\\u200B-\\u200D\\uFEFF';
/** What may stand behind a letter and before another of one word, and counts for nothing. U+02BC among them is itself a letter. */
export const APOSTROPHES = "'’‘ʼ`´＇";
/** The scripts without spaces in which marks write vowels, tones and what kills a vowel. */
const ABUGIDAS = '\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';
/**
 * Scripts that put no space between words: every character counts as a word of its own. With the letters of Japanese that
 * are of no one script: ー, 〆 and signs of repetition.
 */
export const UNSPACED = `\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}${ABUGIDAS}\\u30FC\\uFF70\\u3006\\u3031-\\u3035\\u303C`;
/** The full stops and commas of these scripts (those of Chinese and Japanese are of no one script). */
export const STOPS = '\\u0E4F\\u0E5A\\u0E5B\\u104A\\u104B\\u17D4-\\u17D6\\u17D9\\u17DA';
/** What belongs to the character of an unspaced script before it: combining marks, and the halfwidth marks of voicing. */
export const MARKS = '\\p{M}\\uFF9E\\uFF9F';
/** Signs that are words by themselves. */
export const SIGNS = '%&$€£¥';

/**
 * The pattern of one word, for the flag `u`: a character of an unspaced script with its marks; or a run of letters and
 * digits that may hold apostrophes between letters, a comma or point between digits, an editor's bracket ([t]he,
 * advance[s]) and a hyphen at a line's end; or a sign that is read as a word.
 */
export const WORD_PATTERN =
  `(?![${STOPS}])[${UNSPACED}](?:[${UNSEEN}]*[${MARKS}])*|` +
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
/** Marks that tell words apart as letters do: those of the abugidas, and the voicing of kana (か and が). */
const TELLING = `${ABUGIDAS}\\u3099\\u309A`;
const DROPPED = late(() => new RegExp(`[${UNSEEN}${APOSTROPHES}[\\]]|(?![${TELLING}])\\p{M}|-\\s+|,(?=\\p{Nd})`, 'gu'));
const LETTERS_WITHOUT_DECOMPOSITION: Readonly<Record<string, string>> = { ß: 'ss', ø: 'o', ł: 'l', đ: 'd', æ: 'ae', œ: 'oe', ı: 'i' };

/**
 * The form by which words are compared: lower case, compatibility-decomposed without diacritics (NFKD), no apostrophes,
 * no comma inside numbers, end-of-line hyphens closed up. “20,000” gives 20000, “Jong‑un’s” two words, jong and uns. Marks
 * that are as good as letters stay: Thai vowels and tones, the voicing of kana.
 */
export function foldWord(word: string): string {
  if (/^[a-z]+$/.test(word)) return word;
  const sign = READ_SIGNS.get(word);
  if (sign !== undefined) return sign;
  return word
    .toLowerCase()
    .normalize('NFKD')
    .toLowerCase()
    .replace(DROPPED(), '')
    .replace(/[ßøłđæœı]/g, (letter) => LETTERS_WITHOUT_DECOMPOSITION[letter] as string);
}
