import { type Span, trimmed } from '../text/span.ts';
import type { Block, Prose } from './prose.ts';

/** Lines broken at a fixed width: few are longer than this, and most are near it. UTF-16 code units. */
const WIDEST_WRAP = 100;
const NARROWEST_WRAP = 45;

/** Whether the lines of a paragraph were broken by width rather than by sense: all but the last are of a length. */
function isWrapped(lines: readonly string[]): boolean {
  const broken = lines.slice(0, -1).map((line) => line.trimEnd().length);
  const full = broken.filter((length) => length >= NARROWEST_WRAP && length <= WIDEST_WRAP).length;
  return full >= broken.length * 0.7 && broken.every((length) => length <= WIDEST_WRAP);
}

function linesOf(text: string, span: Span): Span[] {
  const lines: Span[] = [];
  let start = span.start;
  for (const found of text.slice(span.start, span.end).matchAll(/\r\n|\r|\n/g)) {
    lines.push({ start, end: span.start + found.index });
    start = span.start + found.index + found[0].length;
  }
  lines.push({ start, end: span.end });
  return lines.map((line) => trimmed(text, line)).filter(({ start: a, end: b }) => a < b);
}

/** The HTML comments of a text, in order; one that is never closed is none. */
export function commentsIn(text: string): Span[] {
  const comments: Span[] = [];
  for (let start = text.indexOf('<!--'); start >= 0; ) {
    const close = text.indexOf('-->', start + 4);
    if (close < 0) break;
    comments.push({ start, end: close + 3 });
    start = text.indexOf('<!--', close + 3);
  }
  return comments;
}

function withoutComments(text: string): string {
  const pieces: string[] = [];
  let done = 0;
  for (const { start, end } of commentsIn(text)) {
    pieces.push(text.slice(done, start), text.slice(start, end).replace(/[^\r\n]/g, ' '));
    done = end;
  }
  return pieces.join('') + text.slice(done);
}

/**
 * The paragraphs of a plain text from offset `from`: parted by blank lines, and by every line end where lines are not
 * broken at a fixed width. HTML comments, which carry directives, are no prose.
 */
export function plainProse(text: string, from = 0): Prose {
  const shown = text.slice(0, from).replace(/[^\r\n]/g, ' ') + withoutComments(text.slice(from));
  const blocks: Block[] = [];
  let start = from;
  const add = (end: number) => {
    const span = trimmed(shown, { start, end });
    if (span.start >= span.end) return;
    const lines = linesOf(shown, span);
    const spans = lines.length > 1 && !isWrapped(lines.map((line) => shown.slice(line.start, line.end))) ? lines : [span];
    for (const one of spans) blocks.push({ span: one, kind: 'paragraph', group: -1 });
  };
  for (const found of shown.slice(from).matchAll(/(?:\r\n|\r|\n)[^\S\r\n]*(?:\r\n|\r|\n)/g)) {
    add(from + found.index);
    start = from + found.index + found[0].length;
  }
  add(shown.length);
  return { text: shown, blocks };
}
