import { readable } from '../prose/prose.ts';
import { escaped, link } from './markdown.ts';

/** How a card is written: once for clients that show Markdown, once for those that show text as it is. */
export interface Pen {
  /** Text of others or ours, shown as it is. */
  text(text: string): string;
  strong(text: string): string;
  /** What the draft has (empty: nothing; null: not known) and what the source has in its place (empty: nothing). */
  exchange(draft: string | null, source: string): string;
  /** A link, where there are any. */
  link(label: string, uri: string): string;
  /** Lines of one paragraph. */
  lines(lines: readonly string[]): string;
}

export const MARKDOWN: Pen = {
  text: escaped,
  strong: (text) => around('**', text),
  exchange: (draft, source) => [around('~~', draft ?? ''), around('**', source)].filter(Boolean).join(' '),
  link,
  lines: (lines) => lines.join('  \n'),
};

export const PLAIN: Pen = {
  text: (text) => text,
  strong: (text) => text,
  exchange: (draft, source) => (draft === null ? readable(source) : `[${[draft, '→', readable(source)].filter(Boolean).join(' ')}]`),
  link: (label) => label,
  lines: (lines) => lines.join('\n'),
};

/** White space must stand outside the marks, or they are shown as they are written. */
function around(mark: string, text: string): string {
  const inside = readable(text);
  return inside === '' ? '' : `${mark}${escaped(inside)}${mark}`;
}
