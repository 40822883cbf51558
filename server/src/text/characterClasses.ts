import { APOSTROPHES, foldWord, MARKS, SIGNS, STOPS, UNSEEN, UNSPACED } from './wordForm.ts';

/*
 * What a UTF-16 code unit is to the word scanner, in one number. Above SEPARATOR: a letter or number of a word, and the
 * number is the one code unit that it folds to. Control characters fold to nothing, so that no unit below 32 is taken.
 */

/** Nothing is known yet of the 256 code units of this page. */
export const UNREAD = 0;
/** Only the pattern can tell: halves of astral characters, what folds otherwise among others than alone. */
export const ODD = 1;
/** A word by itself, with the marks that follow. */
export const ALONE = 2;
/** A letter or number that folds to several code units. */
export const SEVERAL = 3;
/** A letter that folds to nothing. */
export const SILENT = 4;
/** A combining mark: goes on with a word, begins none; most fold to nothing. */
export const MARK = 5;
/** What a word may go on behind, and counts for nothing: markup, soft hyphens. */
export const INVISIBLE = 6;
/** Joins what is before to a letter. */
export const APOSTROPHE = 7;
/** Joins digits and counts for nothing. */
export const COMMA = 8;
/** Joins digits. */
export const POINT = 9;
/** Joins over a line's end. */
export const HYPHEN = 10;
/** A sign that is a word by itself. */
export const SIGN = 11;
/** May begin what an editor put in brackets, part of a word; folds to nothing. */
export const BRACKET = 12;
/** Ends a word. */
export const SEPARATOR = 31;

/** Traits of a code unit, which add up: \p{L}, \p{Nd}, a mark of the character before it. */
export const LETTER = 1;
export const DIGIT = 2;
export const COMBINING = 4;

const UNITS = 0x10000;
const PAGE = 256;

/** What every code unit is, where its page has been read. For innermost loops; others use {@link classOf}. */
export const CLASSES = new Uint16Array(UNITS);
const TRAITS = new Uint8Array(UNITS);
/** What {@link foldOf} gives, where that is something. */
const FOLDS = new Map<number, string>();

const PUNCTUATION: ReadonlyMap<string, number> = new Map([
  [',', COMMA],
  ['.', POINT],
  ['-', HYPHEN],
  ['[', BRACKET],
]);
/** The classes whose characters may fold to something. Of apostrophes it is the acute accent (U+00B4), which folds to a space. */
const FOLDED: ReadonlySet<number> = new Set([ALONE, SEVERAL, MARK, APOSTROPHE, POINT, SIGN]);
const IS_MARK = new RegExp(`[${MARKS}]`, 'u');
const IS_STOP = new RegExp(`[${STOPS}]`, 'u');
const IS_UNSPACED = new RegExp(`[${UNSPACED}]`, 'u');
const IS_UNSEEN = new RegExp(`[${UNSEEN}]`, 'u');

/** Reads the page of 256 code units that `unit` is of. Takes a third of a millisecond; most pages are never read. */
export function readPage(unit: number): void {
  const first = unit - (unit % PAGE);
  for (let one = first; one < first + PAGE; one++) {
    const character = String.fromCharCode(one);
    TRAITS[one] = traitsIn(character);
    CLASSES[one] = classIn(one, character);
  }
}

/** What a code unit is: its class, or what it folds to. */
export function classOf(unit: number): number {
  if (CLASSES[unit] === UNREAD) readPage(unit);
  return CLASSES[unit] as number;
}

/** The sum of what a code unit is of LETTER, DIGIT and COMBINING. */
export function traitsOf(unit: number): number {
  if (CLASSES[unit] === UNREAD) readPage(unit);
  return TRAITS[unit] as number;
}

/** What a code unit within a word folds to if its class does not say; of ODD and COMMA that depends on what is beside. */
export function foldOf(unit: number): string {
  return FOLDS.get(unit) ?? '';
}

function traitsIn(character: string): number {
  return (/\p{L}/u.test(character) ? LETTER : 0) + (/\p{Nd}/u.test(character) ? DIGIT : 0) + (IS_MARK.test(character) ? COMBINING : 0);
}

function classIn(unit: number, character: string): number {
  const group = PUNCTUATION.get(character) ?? groupIn(character);
  if (!FOLDED.has(group)) return group;
  const folded = foldWord(character);
  if (foldsOtherwiseAmongOthers(character, folded)) return ODD;
  if (group === SEVERAL && folded === '') return SILENT;
  if (group === SEVERAL && folded.length === 1) return folded.charCodeAt(0);
  if (folded !== '') FOLDS.set(unit, folded);
  return group;
}

/** The class of a character by what it is, not how it folds; letters and numbers as if all were SEVERAL. */
function groupIn(character: string): number {
  if (IS_STOP.test(character)) return SEPARATOR;
  if (IS_UNSPACED.test(character)) return ALONE;
  if (/[\p{L}\p{N}]/u.test(character)) return SEVERAL;
  if (/\p{M}/u.test(character)) return MARK;
  if (/\p{Cs}/u.test(character)) return ODD;
  if (IS_UNSEEN.test(character)) return INVISIBLE;
  if (APOSTROPHES.includes(character)) return APOSTROPHE;
  return SIGNS.includes(character) ? SIGN : SEPARATOR;
}

/**
 * Whether what a word folds to is not what its characters fold to, one after the other, if this is among them. A sigma's
 * lower case depends on whether it ends the word; a space, hyphen or comma may be dropped for what stands beside it.
 */
function foldsOtherwiseAmongOthers(character: string, folded: string): boolean {
  return character === 'Σ' || /[\s,-]/.test(folded);
}

// What nearly every text has – Latin letters, typographic marks – is read with the module, not under somebody's first words.
readPage(0);
readPage(0x2000);
