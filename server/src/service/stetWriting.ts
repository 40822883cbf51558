import { isSeq, parseDocument, stringify } from 'yaml';
import type { Edit } from '../rules/finding.ts';
import type { Span } from '../text/span.ts';
import { STET_KEY_NAMES, type StetKey } from './stetKeys.ts';

/** An entry to be written: its keys with what they say. */
export type NewStet = Readonly<Partial<Record<StetKey, string>>>;

const HEADER = `# What Verbatim lets stand in the drafts of this folder. Each entry begins with “- ”; delete one to have its
# finding reported again.
`;
/** Longer values go on in the next line. */
const LINE_WIDTH = 100;

/** An entry as the file has it, with its line's end. */
export function entryText(entry: NewStet, indent = 0): string {
  const inOrder = STET_KEY_NAMES.flatMap((name) => (entry[name] === undefined ? [] : [[name, entry[name]] as const]));
  const text = stringify([Object.fromEntries(inOrder)], { lineWidth: LINE_WIDTH, version: '1.2' });
  return indent === 0 ? text : text.replace(/^(?=.)/gm, ' '.repeat(indent));
}

/**
 * The edit that puts an entry at the end of a file, `text` as it is; null for one that is no list, which has to be mended
 * first. A file that is not there yet begins with what it is for.
 */
export function appending(text: string | null, entry: NewStet): Edit | null {
  const so = text ?? '';
  const end = { start: so.length, end: so.length };
  if (so.trim() === '') return { span: end, newText: `${so === '' ? HEADER : ''}\n${entryText(entry)}` };
  const { contents } = parseDocument(so, { prettyErrors: false });
  if (contents === null) return { span: end, newText: `${lineEnd(so)}\n${entryText(entry)}` };
  if (!isSeq(contents)) return null;
  const start = contents.range?.[0] ?? 0;
  const isEmpty = contents.items.length === 0;
  if (contents.flow) return isEmpty ? { span: { start, end: contents.range?.[1] ?? start }, newText: entryText(entry).trimEnd() } : null;
  const indent = start - (so.lastIndexOf('\n', start - 1) + 1);
  return { span: end, newText: `${lineEnd(so)}\n${entryText(entry, indent)}` };
}

function lineEnd(text: string): string {
  return text.endsWith('\n') ? '' : '\n';
}

/** The edit that takes an entry out again, with the lines it stands on and an empty one before it. */
export function removal(text: string, { start, end }: Span): Edit {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const next = text.slice(start, end).endsWith('\n') ? end : text.indexOf('\n', end) + 1 || text.length;
  const before = /(?:^|\n)([ \t]*\r?\n)$/.exec(text.slice(0, from))?.[1]?.length ?? 0;
  return { span: { start: from - before, end: next }, newText: '' };
}
