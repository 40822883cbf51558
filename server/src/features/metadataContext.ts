import { frontMatterPart } from '../readers/frontMatter.ts';
import { ARTICLES_KEY, metadataKey } from '../readers/metadataKeys.ts';
import type { Span } from '../text/span.ts';

/** Where metadata stands: a file of its own, or at the beginning of a source. */
export type MetadataForm = 'side' | 'front';

/** What can be written at a place of metadata. All offsets are UTF-16 code units of the whole text. */
export type MetadataContext =
  | {
      readonly what: 'key';
      /** The name as far as it stands there, to its end. */
      readonly span: Span;
      /** The keys that are there already, under their own names. */
      readonly present: ReadonlySet<string>;
      /** Whether a colon stands behind it. */
      readonly complete: boolean;
      /** Whether the keys are those of the whole file, of one article in it, or the articles' marks. */
      readonly level: 'file' | 'article' | 'mark';
    }
  | { readonly what: 'value'; readonly key: string; readonly span: Span; readonly spaced: boolean };

/** The stretch of a text that is metadata; null where there is none. */
export function metadataSpan(text: string, form: MetadataForm): Span | null {
  if (form === 'side') return { start: 0, end: text.length };
  const part = frontMatterPart(text);
  return part && { start: part.place.offset, end: part.place.offset + part.yaml.length };
}

const PAIR = /^([ \t]*)(?:(["']?)([\p{L}\p{N}_.-]+)\2)?([ \t]*:)?([ \t]*)(.*)$/u;

/**
 * What can be written at an offset. Goes by lines rather than by YAML, since metadata that is being written is seldom
 * valid. Null where nothing of ours belongs: in comments, lists, deeper levels.
 */
export function contextAt(text: string, offset: number, form: MetadataForm): MetadataContext | null {
  const within = metadataSpan(text, form);
  if (!within || offset < within.start || offset > within.end) return null;
  const start = Math.max(within.start, text.lastIndexOf('\n', offset - 1) + 1);
  const line = lineAt(text, start);
  const found = PAIR.exec(line);
  if (!found || /^\s*(?:#|-(?:\s|$)|\.\.\.|---)/.test(line)) return null;
  const lines = linesOf(text, within);
  const at = lines.findIndex((one) => one.start === start);
  const [, indent = '', , name = '', colon, space = '', value = ''] = found;
  const level = levelOf(lines, at, { indent: indent.length, form });
  const nameStart = start + indent.length;
  const nameEnd =
    colon === undefined ? Math.max(nameStart + name.length, Math.min(offset, start + line.length)) : start + line.indexOf(':');
  if (!level || offset < nameStart || (colon === undefined && value !== '')) return null;
  if (offset <= nameEnd) {
    return { what: 'key', span: { start: nameStart, end: nameEnd }, present: present(lines, at), complete: colon !== undefined, level };
  }
  if (level === 'mark' || !metadataKey(name)) return null;
  const from = Math.min(offset, nameEnd + 1 + space.length);
  const written = value.replace(/(?:^|\s+)#.*$/, '').trimEnd();
  return { what: 'value', key: name, span: { start: from, end: Math.max(offset, from + written.length) }, spaced: from > nameEnd + 1 };
}

interface Line {
  readonly start: number;
  readonly indent: number;
  /** Null where no key stands in it. */
  readonly key: string | null;
  readonly empty: boolean;
}

function lineAt(text: string, start: number): string {
  const end = text.indexOf('\n', start);
  return text.slice(start, end < 0 ? text.length : end).replace(/\r$/, '');
}

function linesOf(text: string, { start, end }: Span): Line[] {
  const lines: Line[] = [];
  for (let at = start; at <= end; ) {
    const line = lineAt(text, at);
    const shown = line.replace(/^\s*#.*$/, '').trim();
    const [, , , name = '', colon] = PAIR.exec(line) ?? [];
    const key = shown !== '' && colon !== undefined && name !== '' ? name.toLowerCase() : null;
    lines.push({ start: at, indent: /^[ \t]*/.exec(line)?.[0].length ?? 0, key, empty: shown === '' });
    const next = text.indexOf('\n', at);
    if (next < 0) break;
    at = next + 1;
  }
  return lines;
}

/** The nearest line above that is less indented and has a key. */
function parentOf(lines: readonly Line[], at: number, indent: number): Line | undefined {
  return lines.slice(0, at).findLast((line) => line.key !== null && line.indent < indent);
}

function levelOf(
  lines: readonly Line[],
  at: number,
  { indent, form }: { readonly indent: number; readonly form: MetadataForm },
): 'file' | 'article' | 'mark' | null {
  if (indent === 0) return 'file';
  if (form === 'front') return null;
  const parent = parentOf(lines, at, indent);
  if (!parent) return null;
  if (parent.indent === 0) return parent.key === ARTICLES_KEY ? 'mark' : null;
  const above = parentOf(lines, lines.indexOf(parent), parent.indent);
  return above?.indent === 0 && above.key === ARTICLES_KEY ? 'article' : null;
}

/** The keys of the block of lines that a line belongs to, without its own. */
function present(lines: readonly Line[], at: number): ReadonlySet<string> {
  const { indent } = lines[at] as Line;
  const ends = (line: Line) => !line.empty && line.indent < indent;
  const before = lines.slice(0, at);
  const after = lines.slice(at + 1);
  const from = before.findLastIndex(ends) + 1;
  const to = after.findIndex(ends);
  const block = [...before.slice(from), ...after.slice(0, to < 0 ? undefined : to)];
  const keys = block.filter((line) => line.indent === indent && line.key !== null).map(({ key }) => key as string);
  return new Set(keys.map((key) => metadataKey(key)?.name ?? key));
}
