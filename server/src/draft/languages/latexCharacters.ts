import type { ProseWriter } from '../markup/proseWriter.ts';
import { entryOf, sideOf } from '../markup/small.ts';
import { ACCENTS, SYMBOLS } from './latexCommands.ts';

const ACCENTED = /(?:[ \t]*\{[ \t]*(?:\\([ij])|([A-Za-z]))[ \t]*\}|[ \t]*(?:\\([ij])(?![A-Za-z])|([A-Za-z])))/y;
const DOUBLE: Readonly<Record<string, string>> = { '--': '–', '---': '—', '<<': '«', '>>': '»', ',,': '„' };
const GERMAN: Readonly<Record<string, string>> = { '`': '„', "'": '“', '<': '«', '>': '»', '-': '\u00AD', '=': '-', '~': '-' };

/** The characters of a LaTeX text that are written by means of others. */
export class LatexCharacters {
  readonly #writer: ProseWriter;
  readonly #isGerman: boolean;
  /** The last mark that was opened with a grave accent is a single one. */
  #single: boolean = false;

  constructor(writer: ProseWriter) {
    this.#writer = writer;
    const { raw } = writer;
    this.#isGerman = /\b(?:n?german|n?swissgerman|n?austrian)\b/.test(raw.slice(0, raw.indexOf('\\begin{document}')).slice(0, 20_000));
  }

  /** Marks, dashes and shorthands, which need no command. */
  mark(token: string, end: number): void {
    const writer = this.#writer;
    if (token === '`') {
      this.#single = this.#writer.raw[end] !== '`';
      if (this.#single) writer.as('‘', end);
      else writer.as('“', end + 1);
    } else if (token === "'") this.#closingMark(end);
    else if (token === '"') this.#german(end);
    else if (token === ',,' && !/\p{Alpha}/u.test(this.#writer.raw[end] ?? '')) writer.keep(end);
    else writer.as(DOUBLE[token] ?? token, end, token === '>>' ? 'last' : 'first');
  }

  /** A quotation within a quotation ends first: ''' is two marks. */
  #closingMark(end: number): void {
    const pair = this.#writer.raw[end] === "'";
    if (pair && !(this.#single && this.#writer.raw[end + 1] === "'")) this.#writer.as('”', end + 1, 'last');
    else this.#writer.as('’', end);
    if (pair) this.#single = false;
  }

  /** babel’s shorthands for German. */
  #german(end: number): void {
    const character = this.#isGerman ? entryOf(GERMAN, this.#writer.raw[end] ?? '') : undefined;
    if (character === undefined) this.#writer.keep(end);
    else this.#writer.as(character, end + 1, character === '“' || character === '»' ? 'last' : 'first');
  }

  /** A letter with an accent, as one character. Returns whether there was one. */
  accent(name: string, end: number): boolean {
    const mark = entryOf(ACCENTS, name);
    if (mark === undefined) return false;
    ACCENTED.lastIndex = end;
    const found = ACCENTED.exec(this.#writer.raw);
    // `\c` and its like need a space or a brace in front of their letter, or they would be another command.
    if (!found) return false;
    const letter = found[1] ?? found[2] ?? found[3] ?? found[4] ?? '';
    const whole = (letter + mark).normalize('NFC');
    this.#writer.as(whole.length === 1 ? whole : letter, end + found[0].length);
    return true;
  }

  /** The character that a command stands for, with the braces or the space that end the command. */
  symbol(name: string, end: number): void {
    const character = SYMBOLS[name] as string;
    const rest = this.#writer.raw.slice(end, end + 2);
    const letter = /[\p{Alpha}\p{Sc}§“‘«‹„‚]/u.test(character) && /^[ \t]\S/.test(rest);
    const stop = rest === '{}' ? end + 2 : letter ? end + 1 : end;
    this.#writer.as(character, stop, sideOf(character));
  }
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\textbackslash{}', '~': '\\textasciitilde{}', '^': '\\textasciicircum{}' };

/** Words in which nothing is a command. */
export function escaped(words: string): string {
  return words.replace(/[\\{}%&#$_~^]/g, (sign) => ESCAPES[sign] ?? `\\${sign}`);
}
