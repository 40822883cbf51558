import type { Span } from './span.ts';

/** A word of a text, and the form by which it is compared. */
export interface Word {
  /** See {@link foldWord}. Never empty. */
  readonly folded: string;
  /** UTF-16 code units of the text it was found in. */
  readonly span: Span;
}

/** What neither separates nor distinguishes words: markup (U+2060), soft hyphens, zero-width characters, byte-order marks. */
const UNSEEN = '\\u2060\\u00AD\\u200B-\\u200D\\uFEFF';
const APOSTROPHE = "'’‘ʼ`´＇";
/** Scripts that put no space between words: every character counts as a word of its own. */
const UNSPACED =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';

/**
 * One word: a character of an unspaced script; or a run of letters and digits that may hold apostrophes between
 * letters, a comma or point between digits, an editor's bracket ([t]he, advance[s]) and a hyphen at a line's end; or a sign that is read as a word.
 */
const WORD = new RegExp(
  `[${UNSPACED}]\\p{M}*|` +
    `(?:\\[\\p{L}{1,4}\\](?=\\p{L}))?(?![${UNSPACED}])[\\p{L}\\p{N}](?:[${UNSEEN}]*(?:(?![${UNSPACED}])[\\p{L}\\p{M}\\p{N}]` +
    '|\\[\\p{L}{1,4}\\]' +
    `|[${APOSTROPHE}](?=[${UNSEEN}]*\\p{L})` +
    '|(?<=\\p{Nd})[.,](?=\\p{Nd})' +
    '|(?<=\\p{Ll})-[ \\t]*\\r?\\n[ \\t]*(?=\\p{Ll})))*' +
    '|[%&$€£¥]',
  'gu',
);

const SIGNS: Readonly<Record<string, string>> = { '%': 'percent', '&': 'and' };
const DROPPED = new RegExp(`[${UNSEEN}${APOSTROPHE}\\p{M}[\\]]|-\\s+|,(?=\\p{Nd})`, 'gu');
const LETTERS_WITHOUT_DECOMPOSITION: Readonly<Record<string, string>> = { ß: 'ss', ø: 'o', ł: 'l', đ: 'd', æ: 'ae', œ: 'oe', ı: 'i' };

/**
 * The form by which words are compared: lower case, compatibility-decomposed without diacritics (NFKD), no apostrophes,
 * no comma inside numbers, end-of-line hyphens closed up. “20,000” gives 20000, “Jong‑un’s” two words, jong and uns.
 */
export function foldWord(word: string): string {
  if (/^[a-z]+$/.test(word)) return word;
  const sign = SIGNS[word];
  if (sign !== undefined) return sign;
  return word
    .toLowerCase()
    .normalize('NFKD')
    .toLowerCase()
    .replace(DROPPED, '')
    .replace(/[ßøłđæœı]/g, (letter) => LETTERS_WITHOUT_DECOMPOSITION[letter] as string);
}

/** The words of `text`, or of the stretch `within` it, in order. */
export function wordsOf(text: string, within?: Span): Word[] {
  const start = within?.start ?? 0;
  const stretch = within === undefined ? text : text.slice(within.start, within.end);
  const words: Word[] = [];
  for (const found of stretch.matchAll(WORD)) {
    const folded = foldWord(found[0]);
    const from = start + found.index;
    if (folded !== '') words.push({ folded, span: { start: from, end: from + found[0].length } });
  }
  return words;
}
