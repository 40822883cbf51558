import type { Article } from '../corpus/article.ts';
import { MARKUP } from '../prose/prose.ts';
import type { Match } from '../rules/finding.ts';
import { type Span, sliceOf, trimmed } from '../text/span.ts';
import type { Exchange } from './exchanges.ts';
import type { Pen } from './pen.ts';

/** How much of the source is shown around the words, in UTF-16 code units on either side. */
const CONTEXT = 60;
/** A longer passage is shown with gaps in what is the same; so much is left at either end of it. */
const LONGEST = 360;
const KEPT = 60;
/** So many places that differ are shown. */
const MOST_EXCHANGES = 6;

/** A passage as one line: what the draft has otherwise marked, and a little of what stands around the words. */
export function passageOf(article: Article, { source }: Match, exchanges: readonly Exchange[], pen: Pen): string {
  const { text } = article.prose;
  const { start, end } = source.span;
  const block = article.prose.blocks.find(({ span }) => span.start <= start && start < span.end)?.span ?? source.span;
  const last = article.prose.blocks.find(({ span }) => span.start < end && end <= span.end)?.span ?? source.span;
  const before = contextBefore(text, { start: Math.min(block.start, start), end: start });
  const after = contextAfter(text, { start: end, end: Math.max(last.end, end) });
  const lead = before.start > Math.min(block.start, start) ? '… ' : '';
  const tail = after.end < trimmed(text, { start: end, end: Math.max(last.end, end) }).end ? ' …' : '';
  const shown = marked(text, { start: before.start, end: after.end }, exchanges, pen);
  return `${lead}${shown}${tail}`.replace(/ {2,}/g, ' ').trim();
}

/** A stretch of a text with what is exchanged in it; what stands between is cut where it is much. */
function marked(text: string, within: Span, exchanges: readonly Exchange[], pen: Pen): string {
  const isLong = within.end - within.start > LONGEST;
  let written = '';
  let at = within.start;
  let shown = 0;
  for (const { draft, source } of exchanges) {
    const from = Math.max(source.start, at);
    const to = Math.min(source.end, within.end);
    if (from > to || from < source.start) continue;
    if (shown++ === MOST_EXCHANGES) return `${written} …`;
    const beside = pen.exchange(draft, sliceOf(text, { start: from, end: to }));
    written += `${pen.text(flat(text, { start: at, end: from }, isLong))}${apart(written + text.slice(at, from), beside)}`;
    at = to;
    // Words that only the draft has stand before the next of the source's.
    if (from === to && /^[\p{L}\p{N}]/u.test(text.slice(at, at + 2))) written += ' ';
  }
  return written + pen.text(flat(text, { start: at, end: within.end }, isLong));
}

/** Marks of Markdown that meet without a space would not be read as marks. */
function apart(before: string, marked: string): string {
  return /[*~\p{L}\p{N}]$/u.test(before) ? ` ${marked}` : marked;
}

/** As a reader sees it, but with the spaces at its edges: stretches are put together again. */
function flat(text: string, span: Span, shortened: boolean): string {
  const whole = sliceOf(text, span).replaceAll(MARKUP, '').replace(/\s+/g, ' ');
  if (!shortened || whole.length <= 3 * KEPT) return whole;
  const end = whole.lastIndexOf(' ', KEPT);
  const start = whole.indexOf(' ', whole.length - KEPT);
  return `${whole.slice(0, end > 0 ? end : KEPT)} … ${whole.slice(start >= 0 ? start + 1 : whole.length - KEPT)}`;
}

/** The end of a stretch, from a word's beginning. */
function contextBefore(text: string, within: Span): Span {
  if (within.end - within.start <= CONTEXT) return within;
  const from = within.end - CONTEXT;
  const space = text.slice(from, within.end).search(/\s/);
  return { start: space < 0 ? within.end : from + space + 1, end: within.end };
}

/** The beginning of a stretch, to a word's end. */
function contextAfter(text: string, within: Span): Span {
  if (within.end - within.start <= CONTEXT) return within;
  const space = text.slice(within.start, within.start + CONTEXT).search(/\s\S*$/);
  return { start: within.start, end: space < 0 ? within.start : within.start + space };
}
