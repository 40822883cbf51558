import type { ProseBuilder } from '../extracted.ts';
import type { Line } from './lines.ts';
import type { Paragraph } from './paragraphs.ts';
import { mendBreak, type WordCounts } from './words.ts';

/** A paragraph that may run over several columns and pages. */
export interface Joined extends Omit<Paragraph, 'lines'> {
  readonly lines: readonly Line[];
}

const ENDED = /[.!?…:]["”’»)\]]*$/u;
/** A paragraph of more lines is no paragraph, and is not joined any further. */
const MOST_LINES = 500;
const HYPHENATED = /\p{L}[-‐‑\u00AD]$/u;

/**
 * Joins the paragraphs that a column's or page's end has cut. What stands between the halves and is no running text (notes,
 * captions, tables) comes after the whole. `columns`: the paragraphs of each column, in reading order.
 */
export function joinOver(columns: readonly (readonly Paragraph[])[]): Joined[] {
  const out: Joined[] = [];
  for (const column of columns) {
    const at = lastRunning(out);
    const before = out[at];
    const rest = column.find((paragraph) => isRunning(paragraph) || paragraph.kind === 'heading');
    const joins = before !== undefined && rest !== undefined && goesOn(before, rest);
    if (joins) out[at] = { ...before, lines: [...before.lines, ...rest.lines], full: rest.full };
    out.push(...column.filter((paragraph) => !joins || paragraph !== rest));
  }
  return out;
}

/** The paragraph that may go on: the last of running text, unless a heading stands behind it; -1 where there is none. */
function lastRunning(paragraphs: readonly Joined[]): number {
  const at = paragraphs.findLastIndex((paragraph) => isRunning(paragraph) || paragraph.kind === 'heading');
  return paragraphs[at]?.kind === 'heading' ? -1 : at;
}

function isRunning({ kind }: Joined): boolean {
  return kind === 'paragraph' || kind === 'item';
}

/** Whether a paragraph at the head of a column is the rest of the one that stood last. */
function goesOn(before: Joined, next: Paragraph): boolean {
  if (before.lines.length > MOST_LINES) return false;
  const [last, first] = [before.lines.at(-1) as Line, next.lines[0] as Line];
  if (Math.abs(last.size - first.size) > last.size * 0.09 || next.kind !== 'paragraph') return false;
  if (HYPHENATED.test(last.text) && /^\p{L}/u.test(first.text)) return true;
  if (/^\p{Ll}/u.test(first.text)) return !ENDED.test(last.text);
  return !ENDED.test(last.text) && before.full && !next.indented && before.lines.length + next.lines.length > 2;
}

/**
 * Adds paragraphs to an article's text, with the page of each; gives those that have text. `label`: how a page is called,
 * from its number, from 0.
 */
export function addParagraphs(
  builder: ProseBuilder,
  paragraphs: readonly Joined[],
  { words, label }: { readonly words: WordCounts; readonly label: (page: number) => string },
): Joined[] {
  const added: Joined[] = [];
  let page = -1;
  let table = -1;
  let group = -1;
  for (const paragraph of paragraphs) {
    const first = paragraph.lines[0];
    if (!first) continue;
    if (paragraph.table < 0) group = -1;
    else if (paragraph.table !== table) group = builder.newGroup();
    table = paragraph.table;
    const { text, pages } = textOf(paragraph, words);
    if (text.trim() === '') continue;
    added.push(paragraph);
    if (first.page !== page) builder.locate(label(first.page));
    builder.add(
      text,
      paragraph.kind,
      group,
      pages.map(({ start, page: number }) => ({ start, label: label(number) })),
    );
    page = pages.at(-1)?.page ?? first.page;
  }
  return added;
}

interface Text {
  readonly text: string;
  /** Where the text goes on on another page, in code units of it. */
  readonly pages: readonly { readonly start: number; readonly page: number }[];
}

/** A paragraph's text: its lines joined, hyphens at their ends mended. */
function textOf({ lines, kind }: Joined, words: WordCounts): Text {
  // Line by line, since looking back into a text that grows would take the longer the more there is.
  const parts: string[] = [];
  const pages: { start: number; page: number }[] = [];
  let length = 0;
  let page = lines[0]?.page ?? 0;
  for (const [i, line] of lines.entries()) {
    const plain = i === 0 ? withoutMark(line, kind) : line.text;
    const before = parts.pop();
    if (before !== undefined) {
      const { drop, put } = mendBreak(before, plain, words);
      const mended = before.slice(0, before.length - drop).replaceAll('\u00AD', '') + put;
      parts.push(mended);
      length += mended.length;
    }
    if (line.page !== page) pages.push({ start: length, page: line.page });
    page = line.page;
    parts.push(plain);
  }
  // Soft hyphens within a line are not printed.
  return { text: parts.join('').replaceAll('\u00AD', ''), pages };
}

/** The first line of an item without its bullet, of a footnote without its mark. */
function withoutMark({ text }: Line, kind: Paragraph['kind']): string {
  if (kind === 'item') return text.replace(/^[•▪■●○◦‣]\s*/u, '');
  if (kind === 'footnote') return text.replace(/^(?:\d{1,3}[.)]?\s+|[*†‡§¶]\s*)(?=\S)/u, '');
  return text;
}
