import { late } from './late.ts';
import { APOSTROPHES, foldWord, MARKS, SIGNS, STOPS, UNSEEN, UNSPACED } from './wordForm.ts';

/*
 * What a UTF-16 code unit is to the word scanner, in one number. Above SEPARATOR: a letter or number of a word, and the
 * number is the one code unit that it folds to. Control characters fold to nothing, so that no unit below 32 is taken.
 */

/** Nothing is known yet of the code units of this page. */
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
export const PAGE = 64;

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
const IS_MARK = late(() => new RegExp(`[${MARKS}]`, 'u'));
const IS_STOP = late(() => new RegExp(`[${STOPS}]`, 'u'));
const IS_UNSPACED = late(() => new RegExp(`[${UNSPACED}]`, 'u'));
const IS_UNSEEN = late(() => new RegExp(`[${UNSEEN}]`, 'u'));

/**
 * What nearly every text has – Latin letters, typographic marks, what stands for an image – as {@link askPage} finds it, since to compile
 * what it asks takes a start several milliseconds. By the first code unit, runs of `class.traits=fold`, zero traits and empty folds left
 * out; `*n` of them are alike, `+n` have classes that go up by one.
 */
export const KNOWN: ReadonlyMap<number, string> = new Map([
  [
    0x0000,
    '31*36 11=$ 11=percent 11=and 7 31*4 8 10 9=. 31 48.2+10 31*7 97.1+26 12 31*4 7 97.1+26 31*40 11=£ 31 11=¥ 31*4 97.1 31*2 6 31*4 50+2 1 ' +
      '956.1 31*3 49 111.1 31 3=1⁄4 3=1⁄2 3=3⁄4 31 97.1*6 3.1=ae 99.1 101.1*4 105.1*4 240.1 110.1+2 111.1*4 31 111.1 117.1*4 121.1 254.1 ' +
      '3.1=ss 97.1*6 3.1=ae 99.1 101.1*4 105.1*4 240.1 110.1+2 111.1*4 31 111.1 117.1*4 121.1 254.1 121.1',
  ],
  [
    0x2000,
    '31*11 6*3 31*10 7*2 31*70 6 31*15 48 105.1 31*2 52+6 31*5 110.1 48+10 31*6 97.1 101.1 111.1 120.1 601.1 104.1 107.1+4 112.1 115.1+2 ' +
      '31*15 11=€ 31*35 5.4*33 31*15',
  ],
  [0xffc0, '31*2 4449.1+6 31*2 4455.1+6 31*2 4461.1+6 31*2 4467.1+3 31*35'],
]);
const RUN = /^(\d+)(?:\.(\d))?(?:=([^*]+))?(?:([*+])(\d+))?$/;

/** Finds out about the page of code units that `unit` is of; most pages are never asked for. */
export function readPage(unit: number): void {
  askPage(unit - (unit % PAGE));
}

/** Finds out about the code units of the page that begins with `first`. Takes several milliseconds the first time. */
export function askPage(first: number): void {
  for (let one = first; one < first + PAGE; one++) {
    const character = String.fromCharCode(one);
    FOLDS.delete(one);
    TRAITS[one] = traitsIn(character);
    CLASSES[one] = classIn(one, character);
  }
}

function take(first: number, runs: string): void {
  let unit = first;
  for (const run of runs.split(' ')) {
    const [, group, traits = '0', fold, kind, count = '1'] = RUN.exec(run) as unknown as string[];
    for (let at = 0; at < Number(count); at++, unit++) {
      TRAITS[unit] = Number(traits);
      CLASSES[unit] = Number(group) + (kind === '+' ? at : 0);
      if (fold !== undefined) FOLDS.set(unit, fold);
    }
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
  return (/\p{L}/u.test(character) ? LETTER : 0) + (/\p{Nd}/u.test(character) ? DIGIT : 0) + (IS_MARK().test(character) ? COMBINING : 0);
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
  if (IS_STOP().test(character)) return SEPARATOR;
  if (IS_UNSPACED().test(character)) return ALONE;
  if (/[\p{L}\p{N}]/u.test(character)) return SEVERAL;
  if (/\p{M}/u.test(character)) return MARK;
  if (/\p{Cs}/u.test(character)) return ODD;
  if (IS_UNSEEN().test(character)) return INVISIBLE;
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

// Read with the module, not under somebody's first words.
for (const [first, runs] of KNOWN) take(first, runs);
