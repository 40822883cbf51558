import { numberAt } from '../text/numbers.ts';
import { canonicalSpelling } from '../text/spelling.ts';

const numerals = new Map<string, string>();

/** A folded word as equal words have it: American spelling, number words as numerals. */
export function canonicalWord(word: string): string {
  let form = numerals.get(word);
  if (form === undefined) {
    const number = numberAt([word], 0);
    form = number ? `${number.value}${number.ordinal ? 'th' : ''}` : canonicalSpelling(word);
    if (numerals.size > 50_000) numerals.clear();
    numerals.set(word, form);
  }
  return form;
}

/** Whether two folded words are one word: letter for letter, in British or American spelling, or as numeral and number word. */
export function sameWord(a: string, b: string): boolean {
  return a === b || canonicalWord(a) === canonicalWord(b);
}

/**
 * Whether two runs of folded words say the same: closed up or split otherwise (“co-operate”, “per cent”), or one number
 * in numerals and in words.
 */
export function sameRun(a: readonly string[], b: readonly string[]): boolean {
  if (closedUp(a) === closedUp(b)) return true;
  // “twenty-” at a line's end and “five” on the next one.
  if (![...a, ...b].some((word) => /\d/.test(word)) && a.join('') === b.join('')) return true;
  const left = numberAt(a, 0);
  const right = numberAt(b, 0);
  if (left && right && left.length === a.length && right.length === b.length)
    return left.value === right.value && left.ordinal === right.ordinal;
  return spokenForm(a) === spokenForm(b);
}

/** Words written together; figures stay apart, since “1-2” is not 12. */
function closedUp(words: readonly string[]): string {
  return words
    .map(canonicalWord)
    .join(' ')
    .replace(/(?<!\d) | (?!\d)/g, '');
}

const SPOKEN: Readonly<Record<string, string>> = {
  gonna: 'going to',
  wanna: 'want to',
  gotta: 'got to',
  kinda: 'kind of',
  lemme: 'let me',
  cause: 'because',
  til: 'until',
  $: 'dollars',
};
const FILLERS = new Set(['um', 'uh', 'er', 'ah', 'uhm', 'erm', 'hmm', 'mm']);

/** How a transcript's words are printed: fillers dropped, slurred forms written out. */
function spokenForm(words: readonly string[]): string {
  return words
    .filter((word) => !FILLERS.has(word))
    .map((word) => SPOKEN[word] ?? canonicalWord(word))
    .join(' ');
}
