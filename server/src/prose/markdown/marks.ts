import type { Span } from '../../text/span.ts';

// What can be told of a text without parsing it. Where this is in doubt it says that there may be markup.

/** What markup is made of wherever it stands. */
const MARKS = /[`*_[\]<>\\~|@\t]/;
/** What is an address without being marked as one. */
const ADDRESS = /@|www\.|https?:\/\//i;
/** What makes a line more than text of a paragraph, where none of the marks is about. */
const MARKED_LINE = /^(?: {0,3}(?:[-+=#:]|\d{1,9}[.)](?:\s|$))| {4})/m;
/** Behind a blank line an indented one begins a paragraph of its own, though the part goes on. */
const INDENTED_PARAGRAPH = /\n[^\S\n]*\n /;

/** Whether there is, or may be, markup in it. */
export function isMarked(text: string): boolean {
  return (
    MARKS.test(text) ||
    (text.includes('&') && /&#?\w+;/.test(text)) ||
    mayHaveAddresses(text) ||
    MARKED_LINE.test(text) ||
    INDENTED_PARAGRAPH.test(text)
  );
}

/** Whether there may be addresses in it that are not marked as such. */
export function mayHaveAddresses(text: string): boolean {
  return ADDRESS.test(text);
}

/** Whether a line of it may part the head of a table from its body. */
export function mayHaveTables(text: string): boolean {
  return text.includes('|') || text.includes(':-') || text.includes('-:');
}

/** How a line begins, or all there is in it, that is not simply text of a paragraph. */
const BLOCK_LINE = /^(?:[ ]{0,3}\t| {4}|[ ]*(?:[-+=#><]|\*(?:[ \t\r]|$)|```|~~~|\d{1,9}[.)](?:\s|$)|(?:[_*][ \t]*){3,}\r?$))/m;
const BLANK_LINE = /(?:\r\n|\r|\n)[ \t]*[\r\n]/;

/** Where the one paragraph stands that a text plainly consists of; null where there is or may be anything else. */
export function paragraphIn(text: string): Span | null {
  let start = 0;
  let end = text.length;
  while (start < end && ' \n\r'.includes(text[start] as string)) start++;
  while (end > start && ' \t\n\r'.includes(text[end - 1] as string)) end--;
  const inner = text.slice(Math.max(0, text.lastIndexOf('\n', start) + 1), end);
  const plain = start < end && !BLOCK_LINE.test(inner) && !BLANK_LINE.test(inner) && !inner.includes(']:') && !mayHaveTables(inner);
  return plain ? { start, end } : null;
}
