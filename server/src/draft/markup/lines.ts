import type { Span } from '../../text/span.ts';

/** A line of a text, without its line end, and where the next one begins. UTF-16 code units. */
export interface Line extends Span {
  readonly next: number;
  readonly text: string;
  readonly blank: boolean;
  /** Columns that it is indented by; a tab counts as eight at most. 0 for a blank one. */
  readonly indent: number;
}

/** The lines of a text from offset `from` on. */
export function linesOf(raw: string, from = 0): Line[] {
  const lines: Line[] = [];
  for (let start = from; start < raw.length; ) {
    const next = raw.indexOf('\n', start) + 1 || raw.length;
    let end = next;
    if (end > start && raw[end - 1] === '\n') end--;
    if (end > start && raw[end - 1] === '\r') end--;
    const text = raw.slice(start, end);
    const first = text.search(/\S/);
    lines.push({ start, end, next, text, blank: first < 0, indent: first < 0 ? 0 : widthOf(text.slice(0, first)) });
    start = next;
  }
  return lines;
}

function widthOf(white: string): number {
  if (!white.includes('\t')) return white.length;
  let width = 0;
  for (const char of white) width = char === '\t' ? (Math.floor(width / 8) + 1) * 8 : width + 1;
  return width;
}
