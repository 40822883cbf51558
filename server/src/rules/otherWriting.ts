import type { Difference } from '../match/differences.ts';
import { numberAt } from '../text/numbers.ts';
import { cover, sliceOf } from '../text/span.ts';
import type { Word } from '../text/words.ts';
import type { ComparedTexts } from './changeKind.ts';
import { plainNumeral } from './figureGroups.ts';

/** A figure in digits, whatever parts their groups. */
const DIGITS = /^\d[\d\s.,’']*$/u;

function rawOf(words: readonly Word[], text: string): string {
  const [first, last] = [words[0], words.at(-1)];
  return first && last ? sliceOf(text, cover(first.span, last.span)) : '';
}

/** “12 500” for “12,500”, “12.500” for “12500” where it is not English. */
function isSameGrouped({ draft, source }: Difference, { draft: own, source: theirs, english }: ComparedTexts): boolean {
  const [a, b] = [rawOf(draft, own), rawOf(source, theirs)];
  return DIGITS.test(a) && DIGITS.test(b) && plainNumeral(a, english) === plainNumeral(b, english);
}

/** “elf” for “11”, “二十五” for “25”: a number word of another language, which nobody here can read, may be the figure. */
function mayBeSameNumber({ draft, source }: Difference): boolean {
  const isFigure = (words: readonly Word[]) => words.length > 0 && words.every(({ folded }) => /^\d/u.test(folded));
  const isWords = (words: readonly Word[]) => words.length > 0 && !words.some(({ folded }) => /\d/u.test(folded)) && words.length <= 4;
  const isEnglishNumber = (words: readonly Word[]) =>
    numberAt(
      words.map(({ folded }) => folded),
      0,
    ) !== undefined;
  return (
    (isFigure(draft) && isWords(source) && !isEnglishNumber(source)) || (isWords(draft) && isFigure(source) && !isEnglishNumber(draft))
  );
}

/** « Nous fermerons le pont, a dit la maire, parce que … »: set off inside the marks, it may be the writer's attribution. */
function isSetOff({ draft, source }: Difference, text: string): boolean {
  const [first, last] = [draft[0], draft.at(-1)];
  if (source.length > 0 || !first || !last || draft.length < 2) return false;
  return /[,—–-]\s*$/u.test(text.slice(0, first.span.start).slice(-3)) && /^\s*[,.—–-]/u.test(text.slice(last.span.end, last.span.end + 3));
}

/** qu’«il faut», l’«argent»: the source's word behind an apostrophe, which the draft has in front of its mark. */
function isElided({ draft, source, tokens }: Difference, { draft: own, source: theirs }: ComparedTexts): boolean {
  const [word, other, ...more] = [draft[0], source[0], ...draft.slice(1), ...source.slice(1)];
  if (tokens.start > 0 || !word || !other || more.length > 0) return false;
  const rest = /^\p{Alpha}{1,6}[’'](?<rest>.+)$/u.exec(sliceOf(theirs, other.span))?.groups?.rest;
  return rest?.toLowerCase() === sliceOf(own, word.span).toLowerCase();
}

/**
 * Whether a difference is only one of writing, or may be in a language that nobody here can read: then it is not spoken of.
 */
export function isOtherWriting(difference: Difference, texts: ComparedTexts): boolean {
  if (isSameGrouped(difference, texts)) return true;
  if (texts.english) return false;
  return mayBeSameNumber(difference) || isSetOff(difference, texts.draft) || isElided(difference, texts);
}

/** A word without what tells it from one that is written with other signs on its letters. */
function bare(raw: string): string {
  return raw.normalize('NFC').replace(/[\u00AD\u200B-\u200D\u2060\uFEFF’'‘ʼ`´]/gu, '');
}

/**
 * Whether two words that fold to the same are told apart by signs on their letters (“konnte”, “könnte”; “hablo”, “habló”), in a
 * language where these make another word. Capitals may go without.
 */
export function differsInAccents(own: string, theirs: string): boolean {
  const [a, b] = [bare(own), bare(theirs)];
  if (a === b || a.length !== b.length) return false;
  return [...a].some((letter, i) => {
    const other = b[i] ?? '';
    const isLower = letter !== letter.toUpperCase() && other !== other.toUpperCase();
    return isLower && letter !== other && letter.normalize('NFD')[0] === other.normalize('NFD')[0];
  });
}

/** Whether somebody who wrote these words writes letters with signs at all: who has none on the keyboard means none. */
export function writesAccents(text: string): boolean {
  return /[\u0300-\u036F]/u.test(text.normalize('NFD'));
}
