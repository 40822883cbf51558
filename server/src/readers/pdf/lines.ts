import type { Piece } from './pieces.ts';
import type { Row } from './rows.ts';

/** A line of text. Lengths in points. */
export interface Line {
  /** As it is printed, a hyphen at its end included; marks of notes are left out. */
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  /** Of most of its letters. */
  readonly size: number;
  readonly font: string;
  /** Whether it begins with the mark of a note, raised. */
  readonly noted: boolean;
  /** What stands in it apart from one another, as cells of a table do. */
  readonly cells: readonly Cell[];
  /** Whether its words are spread evenly over the column's width. */
  readonly spread: boolean;
  /** The number of its page, from 0. */
  readonly page: number;
}

/** A stretch of a line between wide gaps. */
export interface Cell {
  readonly text: string;
  readonly left: number;
  readonly right: number;
}

/** From this gap on there is a space between two runs of text, as a share of the type's size; kerning is less. */
const SPACE = 0.13;
/** A gap that no justified line has between its words. */
const CELL_GAP = 1.6;
/** Raised signs are at most this large. */
const RAISED_SIZE = 0.85;
const RAISED = 0.18;

const MARKS = /^(?:\[(?:\d{1,3}|[a-z])\]\s?)+$|^[\s,;]*(?:\d{1,3}|[*†‡§¶‖#∗]{1,3}|[a-z])(?:\s*[,;–-]\s*(?:\d{1,3}|[*†‡§¶‖a-z]))*[\s,;]*$/u;
const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Reads a row as a line. */
export function lineOf(row: Row, page: number): Line {
  const main = mainType(row.pieces);
  const words = row.pieces.filter(({ text }) => text.trim().length > 1);
  const leftwards = words.filter(({ rightToLeft }) => rightToLeft).length > words.length / 2;
  const joiner = new CellJoiner(main);
  for (const piece of leftwards ? [...row.pieces].reverse() : row.pieces) joiner.take(piece);
  const cells = joiner.cells.map((cell) => ({ ...cell, text: finished(cell.text) })).filter(({ text }) => text !== '');
  return {
    text: cells.map(({ text }) => text).join(' '),
    left: cells[0] && !leftwards ? cells[0].left : row.left,
    right: row.right,
    baseline: row.baseline,
    ...{ size: main.size, font: main.font, noted: joiner.noted, cells, spread: isSpread(row.pieces), page },
  };
}

/** Puts the runs of text of a row together, with spaces where there are gaps. */
class CellJoiner {
  readonly cells: { text: string; left: number; right: number }[] = [];
  /** Whether the row begins with the mark of a note. */
  noted = false;
  readonly #main: Type;
  #before: Piece | undefined;

  /** The gap between the single letters that stood last; null after words. */
  #tracking: number | null = null;

  constructor(main: Type) {
    this.#main = main;
  }

  take(piece: Piece): void {
    const raised = isRaised(piece, this.#main) ? raisedText(piece, this.cells.at(-1)?.text ?? '') : undefined;
    if (raised === '') {
      this.noted ||= this.cells.length === 0;
      return;
    }
    const text = unspaced(raised ?? piece.text);
    const gap = this.#before ? gapBetween(this.#before, piece) : Number.POSITIVE_INFINITY;
    const cell = this.cells.at(-1);
    this.#before = piece;
    if (!cell || gap > CELL_GAP * this.#main.size) {
      this.cells.push({ text, left: piece.left, right: piece.right });
      return;
    }
    const apart = raised === undefined && gap > SPACE * Math.min(this.#main.size, piece.size * 1.5);
    cell.text += (apart ? this.#space(text, gap) : '') + text;
    cell.left = Math.min(cell.left, piece.left);
    cell.right = Math.max(cell.right, piece.right);
  }

  /** What a gap is: a space, or the white between letters of one word where these stand alone and evenly. */
  #space(text: string, gap: number): string {
    const single = /(?:^|\s|\uE000)\p{L}$/u.test(this.cells.at(-1)?.text ?? '') && /^\p{L}$/u.test(text.trim());
    const even = single && (this.#tracking === null || gap < this.#tracking * 1.5 + this.#main.size * 0.1);
    this.#tracking = single ? Math.min(this.#tracking ?? gap, gap) : null;
    return even ? TRACKING : ' ';
  }
}

/** The text of a cell with one space between words; letters that were set wide apart are words. */
function finished(text: string): string {
  return accented(text.replace(TRACKED, (word) => word.replaceAll(TRACKING, '')).replaceAll(TRACKING, ' '))
    .replace(/\s+/g, ' ')
    .trim();
}

interface Type {
  readonly size: number;
  readonly font: string;
  readonly baseline: number;
}

/** The type that most letters of a row are set in. */
function mainType(pieces: readonly Piece[]): Type {
  const letters = new Map<string, { count: number; piece: Piece }>();
  for (const piece of pieces) {
    const key = `${piece.font} ${Math.round(piece.size * 4)}`;
    const entry = letters.get(key) ?? { count: 0, piece };
    entry.count += piece.text.trim().length;
    letters.set(key, entry);
  }
  let most = { count: -1, piece: pieces[0] as Piece };
  for (const entry of letters.values()) if (entry.count > most.count) most = entry;
  return most.piece;
}

function gapBetween(a: Piece, b: Piece): number {
  return b.left >= a.left ? b.left - a.right : a.left - b.right;
}

/** Whether the gaps of a row are all alike, as those between the words of a justified line are. */
function isSpread(pieces: readonly Piece[]): boolean {
  if (pieces.length < 4) return false;
  const gaps = pieces.slice(1).map((piece, i) => piece.left - (pieces[i] as Piece).right);
  return Math.max(...gaps) - Math.min(...gaps) < (pieces[0] as Piece).size * 0.15;
}

function isRaised(piece: Piece, main: Type): boolean {
  return piece.size <= main.size * RAISED_SIZE && main.baseline - piece.baseline >= RAISED * main.size;
}

/** What a raised sign is read as: nothing where it is a note's mark, a power where it stands on a figure or a unit. */
function raisedText(piece: Piece, before: string): string | undefined {
  const text = piece.text.trim();
  if (!MARKS.test(text)) return undefined;
  if (/^\d{1,2}$/.test(text) && /(?:\d|(?:^|[\s\d(])(?:\p{L}|[kcmd]m|mi|ft|in))$/u.test(before))
    return [...text].map((digit) => SUPERSCRIPTS[Number(digit)]).join('');
  return '';
}

/** Combining signs for the accents that old fonts print before a letter. */
const ACCENTS: ReadonlyMap<string, string> = new Map([
  ['¨', '\u0308'],
  ['´', '\u0301'],
  ['ˆ', '\u0302'],
  ['˜', '\u0303'],
  ['ˇ', '\u030C'],
  ['˚', '\u030A'],
  ['¸', '\u0327'],
]);

/** `na¨ıve` as `naïve`. */
function accented(text: string): string {
  return text.replace(/([¨´ˆ˜ˇ˚¸]) ?([aeiouyncszrıȷ])/giu, (whole, accent: string, letter: string) => {
    const bare = letter === 'ı' ? 'i' : letter === 'ȷ' ? 'j' : letter;
    const one = (bare + (ACCENTS.get(accent) ?? '')).normalize('NFC');
    return one.length === 1 ? one : whole;
  });
}

/** Between letters that may be one word set wide; not a character of any text that gets here. */
const TRACKING = '\uE000';
const TRACKED = new RegExp(`(?<!\\S)(?:\\p{L}${TRACKING}){3,}\\p{L}(?!\\S)`, 'gu');

/** `H A R B O U R` as `HARBOUR`: letters that are set wide apart. */
function unspaced(text: string): string {
  if (!/(?:^|\s)\S \S \S \S(?:\s|$)/u.test(text)) return text;
  return text.replace(/(?<!\S)(?:\p{L}[.,’]? ){3,}\p{L}(?!\S)/gu, (letters) => letters.replaceAll(' ', ''));
}
