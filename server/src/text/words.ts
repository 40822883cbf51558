import { CLASSES, SEPARATOR } from './characterClasses.ts';
import { foldByUnits } from './foldByUnits.ts';
import type { Span } from './span.ts';
import { WordScanner } from './wordScanner.ts';

/** A word of a text, and the form by which it is compared. */
export interface Word {
  /** What `foldWord` gives. Never empty. */
  readonly folded: string;
  /** UTF-16 code units of the text it was found in. */
  readonly span: Span;
}

const scanner = new WordScanner();

/** The words of `text`, or of the stretch `within` it, in order. */
export function wordsOf(text: string, within?: Span): Word[] {
  scanner.clear();
  scanner.scan(text, within?.start ?? 0, within?.end ?? text.length);
  const { count, starts, ends } = scanner;
  const words: Word[] = [];
  for (let word = 0; word < count; word++) {
    const start = starts[word] as number;
    const end = ends[word] as number;
    words.push({ folded: foldedAt(text, start, end), span: { start, end } });
  }
  return words;
}

/** What a word folds to that the scanner found. Most fold to themselves, and most others to their small letters. */
function foldedAt(text: string, start: number, end: number): string {
  const classes = CLASSES;
  const separator = SEPARATOR | 0;
  let changed = 0;
  let units = 0;
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    const folded = classes[unit] as number;
    if (folded <= separator) return foldByUnits(text.slice(start, end));
    changed |= folded ^ unit;
    units |= unit;
  }
  const word = text.slice(start, end);
  if (changed === 0) return word;
  return units < 0x80 ? word.toLowerCase() : foldByUnits(word);
}
