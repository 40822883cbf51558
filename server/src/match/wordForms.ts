import { looksLike } from '../text/editDistance.ts';
import { canonicalWord } from './sameWord.ts';

/**
 * Words numbered, so that comparing two is comparing numbers: equal words have one number. Holds only until the next
 * {@link makeRoom}.
 */
const numbers = new Map<string, number>();
const numbersOfForms = new Map<string, number>();
/** The forms of the numbers from {@link first} on. Numbers are never given twice. */
const forms: string[] = [];
let first = 0;

/** So many words are kept; then all is forgotten. */
const MOST_WORDS = 60_000;

/** To be called before the numbers of some words are compared with each other. */
export function makeRoom(): void {
  if (numbers.size <= MOST_WORDS) return;
  first += forms.length;
  forms.length = 0;
  numbers.clear();
  numbersOfForms.clear();
}

/** The number of a folded word: that of every word that is the same (`sameWord`). */
export function numberOfWord(folded: string): number {
  let number = numbers.get(folded);
  if (number === undefined) {
    const form = canonicalWord(folded);
    number = numbersOfForms.get(form);
    if (number === undefined) {
      number = first + forms.length;
      forms.push(form);
      numbersOfForms.set(form, number);
    }
    numbers.set(folded, number);
  }
  return number;
}

/** The word of a number, as words are compared. */
export function formOf(number: number): string {
  return forms[number - first] as string;
}

/** Pairs that were compared, each in the one place where it is looked for: from one text to the next they are much the same. */
const PLACES = 1 << 14;
const lefts = new Int32Array(PLACES).fill(-1);
const rights = new Int32Array(PLACES);
const answers = new Uint8Array(PLACES);
/** Spreads pairs over the places: a prime. */
const SPREAD = 7919;

/** Whether two words could be one with a slip of the pen, by their numbers. */
export function areAlike(a: number, b: number): boolean {
  const place = (Math.imul(a, SPREAD) + b) & (PLACES - 1);
  if (lefts[place] !== a || rights[place] !== b) {
    lefts[place] = a;
    rights[place] = b;
    answers[place] = looksLike(formOf(a), formOf(b)) ? 1 : 0;
  }
  return answers[place] === 1;
}
