import type { Span } from '../../text/span.ts';

/** Longer paragraphs are parsed in pieces: the inline parser's time grows with the square of a paragraph. Code units. */
const LONG_PARAGRAPH = 16_000;
const LIST_MARKER = /^[ \t]*(?:[-+*]|\d{1,9}[.)]|\[\^[^\]\s]+\]:)(?:[ \t]|$)/;

/** What may hold blank lines: how the first line shows, and what closes it. */
const OPENERS: readonly (readonly [RegExp, (found: RegExpExecArray) => RegExp])[] = [
  [/^ {0,3}(`{3,})[^`]*$/, (found) => new RegExp(`^ {0,3}\`{${found[1]?.length ?? 3},}[ \\t]*$`)],
  [/^ {0,3}(~{3,})/, (found) => new RegExp(`^ {0,3}~{${found[1]?.length ?? 3},}[ \\t]*$`)],
  [/^ {0,3}<!--(?!.*-->)/, () => /-->/],
  [/^ {0,3}<(script|pre|style|textarea)(?=[\s>]|$)(?!.*<\/\1>)/i, () => /<\/(?:script|pre|style|textarea)>/i],
  [/^ {0,3}<\?(?!.*\?>)/, () => /\?>/],
  [/^\$\$\s*$/, () => /\$\$\s*$/],
];

/** What closes the construct that a line opens outside of lists; in a list (its text is `width` wide) it ends with its item. */
function closerOf(line: string, width: number): RegExp | null {
  if (!/^ {0,3}[`~<$]/.test(line) || (width > 0 && line.search(/\S/) >= width)) return null;
  for (const [opener, closer] of OPENERS) {
    const found = opener.exec(line);
    if (found) return closer(found);
  }
  return null;
}

/** A stretch that is read by itself. `continues`: what stands before it, a paragraph or a list, goes on in it. */
export interface Stretch {
  readonly span: Span;
  readonly continues: boolean;
}

/** How far the text of the outermost list stands from the margin after a line, 0 outside of lists; `width`: before it. */
function listWidth(line: string, width: number): number {
  if (/^ {0,3}[>#`~<|]/.test(line) && line.search(/\S/) < width) return 0;
  return width === 0 || line.search(/\S/) < width ? (LIST_MARKER.exec(line)?.[0].length ?? width) : width;
}

/** Longer lists are read in parts. Code units. */
const LONG_LIST = 2_000;

/** What blank lines part and no construct spans: where a part ends, every quote and code block and (nearly) every list has ended. */
export function* partsOf(text: string, from: number): Generator<Stretch> {
  let start = from;
  let continues = false;
  let closer: RegExp | null = null;
  let afterBlank = false;
  let width = 0;
  for (const line of linesOf(text, from)) {
    const raw = text.slice(line.start, line.end);
    if (closer) {
      if (closer.test(raw)) closer = null;
      continue;
    }
    const before = afterBlank;
    afterBlank = raw.trim() === '';
    if (afterBlank) continue;
    const cutsList = width > 0 && line.start - start > LONG_LIST && LIST_MARKER.test(raw);
    if (/^\S/.test(raw) && (cutsList || (before && !LIST_MARKER.test(raw)))) {
      yield* piecesOf(text, { span: { start, end: line.start }, continues });
      start = line.start;
      continues = cutsList;
      width = 0;
    }
    width = listWidth(raw, width);
    closer = closerOf(raw, width);
  }
  yield* piecesOf(text, { span: { start, end: text.length }, continues });
}

/** Without their line ends. A lone carriage return ends no line here: that only makes parts longer. */
function* linesOf(text: string, from: number): Generator<Span> {
  for (let start = from; start < text.length; ) {
    const next = text.indexOf('\n', start) + 1 || text.length;
    let end = next;
    if (text[end - 1] === '\n') end--;
    if (text[end - 1] === '\r') end--;
    yield { start, end: Math.max(start, end) };
    start = next;
  }
}

/** A very long paragraph in pieces that begin with a word after white space; anything else whole. */
function* piecesOf(text: string, stretch: Stretch): Generator<Stretch> {
  const { span } = stretch;
  let { start } = span;
  const long = span.end - start > LONG_PARAGRAPH ? text.slice(start, span.end) : '';
  const flat = long !== '' && !/^(?:\s*[>#|`~<]|\s*(?:[-+*]|\d{1,9}[.)])\s| {4}|\t)/m.test(long);
  while (flat && span.end - start > LONG_PARAGRAPH) {
    const end = span.start + pieceEnd(long, start - span.start + LONG_PARAGRAPH);
    yield { span: { start, end }, continues: start > span.start || stretch.continues };
    start = end;
  }
  if (start < span.end) yield { span: { start, end: span.end }, continues: start > span.start || stretch.continues };
}

/** Where to cut a long paragraph: after a sentence, else before a word, else anywhere. */
function pieceEnd(text: string, from: number): number {
  const near = text.slice(from, from + 2_000);
  const found = /[.!?][”"’')]*\s(?=["“]?\p{Alpha})/u.exec(near) ?? /\s(?=\p{Alpha}{2})/u.exec(near);
  return from + (found ? found.index + found[0].length : 0);
}
