import type { Span } from '../text/span.ts';

/** A file that Verbatim is set by: what a project sets, or what is let stand. */
export type SettingsForm = 'project' | 'stet';

/** Whose keys they are: the file's, those in a map that a setting takes, or those of an entry of what is let stand. */
export type SettingsLevel = 'file' | 'severity' | 'sources' | 'entry';

/** What can be written at a place of such a file. Spans are UTF-16 code units of the whole text. */
export type SettingsContext =
  | {
      readonly what: 'key';
      readonly level: SettingsLevel;
      /** The name as far as it stands there, to its end. */
      readonly span: Span;
      /** The keys beside it. */
      readonly present: ReadonlySet<string>;
      /** Whether a colon stands behind it. */
      readonly complete: boolean;
    }
  | {
      readonly what: 'value';
      readonly level: SettingsLevel;
      readonly key: string;
      /** The value as far as it stands there; empty where there is none yet. */
      readonly span: Span;
      /** Whether something parts it from the colon. */
      readonly spaced: boolean;
    };

interface Line {
  readonly start: number;
  /** Columns before the key. */
  readonly indent: number;
  /** Whether it begins an entry of a list. */
  readonly begins: boolean;
  readonly key: string;
  /** Column behind the colon; -1 where there is none. */
  readonly after: number;
  /** The line without its comment. */
  readonly text: string;
}

const KEY = /^([ \t]*)(-(?=[ \t]|$)[ \t]*)?(["']?)([\p{L}\p{N}_.-]*)\3([ \t]*:(?=[ \t]|$))?/u;

function linesOf(text: string): Line[] {
  let start = 0;
  return text.split('\n').map((whole) => {
    const line = lineOf(whole.replace(/\r$/, ''), start);
    start += whole.length + 1;
    return line;
  });
}

function lineOf(whole: string, start: number): Line {
  const comment = /(?:^|[ \t])#/.exec(whole);
  const text = comment ? whole.slice(0, comment.index) : whole;
  const [, space = '', dash = '', , name = '', colon] = KEY.exec(text) ?? [];
  const after = colon === undefined ? -1 : text.indexOf(':', space.length + dash.length + name.length) + 1;
  return { start, indent: space.length + dash.length, begins: dash !== '', key: name, after, text };
}

/** What can be written at an offset. Goes by lines, since a file that is being written is seldom valid YAML. Null where nothing of ours belongs. */
export function settingsContextAt(text: string, offset: number, form: SettingsForm): SettingsContext | null {
  const lines = linesOf(text);
  const at = lines.findLastIndex(({ start }) => start <= offset);
  const line = lines[at];
  // In a comment, and in front of the key, nothing is written.
  if (!line || offset > line.start + line.text.length || offset < line.start + line.indent) return null;
  const level = levelOf(lines, at, form);
  if (!level) return null;
  const column = offset - line.start;
  if (line.after >= 0 && column >= line.after) return inValue(line, column, level);
  const end = line.after >= 0 ? line.text.lastIndexOf(':', line.after) : line.indent + wordAt(line.text, line.indent).length;
  const isWord = line.after >= 0 || line.text.slice(end).trim() === '';
  if (!isWord || column > end) return null;
  const span = { start: line.start + line.indent, end: line.start + end };
  return { what: 'key', level, span, present: presentIn(lines, at), complete: line.after >= 0 };
}

function wordAt(text: string, column: number): string {
  return /^[^\s:]*/.exec(text.slice(column))?.[0] ?? '';
}

function levelOf(lines: readonly Line[], at: number, form: SettingsForm): SettingsLevel | null {
  const { indent, begins } = lines[at] as Line;
  if (form === 'stet') return begins || lines.slice(0, at).some((line) => line.begins && line.indent === indent) ? 'entry' : null;
  if (begins) return null;
  if (indent === 0) return 'file';
  const parent = lines.slice(0, at).findLast((line) => line.key !== '' && line.after >= 0 && line.indent < indent);
  return parent?.indent === 0 ? mapOf(parent.key) : null;
}

/** The settings that take a map. */
function mapOf(key: string): 'severity' | 'sources' | null {
  return key === 'severity' || key === 'sources' ? key : null;
}

/** The keys of the block of lines that a line belongs to, without its own. */
function presentIn(lines: readonly Line[], at: number): ReadonlySet<string> {
  const own = lines[at] as Line;
  const ends = (line: Line) => line.text.trim() !== '' && line.indent < own.indent;
  const before = lines.slice(0, at);
  const after = lines.slice(at + 1);
  // An entry begins with its dash, and ends before the next.
  const from = own.begins
    ? at
    : Math.max(
        before.findLastIndex(ends) + 1,
        before.findLastIndex((line) => line.begins),
      );
  const to = after.findIndex((line) => ends(line) || line.begins);
  const block = [...lines.slice(from, at), ...after.slice(0, to < 0 ? undefined : to)];
  return new Set(block.filter(({ indent, after: colon }) => indent === own.indent && colon >= 0).map(({ key }) => key));
}

/** In the value of a key: a word, an item of a list, or a key or value of a map in braces. */
function inValue({ start, key, after, text }: Line, column: number, level: SettingsLevel): SettingsContext | null {
  const rest = text.slice(after);
  const bracket = /^\s*([{[])/.exec(rest);
  if (!bracket) {
    const from = Math.min(column, after + (/^\s*/.exec(rest)?.[0].length ?? 0));
    const end = Math.max(column, after + rest.trimEnd().length);
    return { what: 'value', level, key, span: { start: start + from, end: start + end }, spaced: from > after };
  }
  const open = after + bracket[0].length;
  const shut = text.indexOf(bracket[1] === '{' ? '}' : ']', open);
  if (column < open || (shut >= 0 && column > shut)) return null;
  const inner = level === 'file' && bracket[1] === '{' ? mapOf(key) : null;
  // Of lists only those of rules have words that can be named.
  const isList = level === 'entry' && bracket[1] === '[';
  if (!isList && !inner) return null;
  return inBrackets({ start, text, open, end: shut < 0 ? text.length : shut }, column, { level, key, inner });
}

interface Brackets {
  readonly start: number;
  readonly text: string;
  /** Column behind the opening bracket. */
  readonly open: number;
  readonly end: number;
}

function inBrackets(
  { start, text, open, end }: Brackets,
  column: number,
  { level, key, inner }: { readonly level: SettingsLevel; readonly key: string; readonly inner: 'severity' | 'sources' | null },
): SettingsContext | null {
  const from = Math.max(open, text.lastIndexOf(',', column - 1) + 1);
  const comma = text.indexOf(',', column);
  const part = text.slice(from, comma < 0 || comma > end ? end : comma);
  const first = from + (/^\s*/.exec(part)?.[0].length ?? 0);
  const last = Math.max(column, from + part.trimEnd().length);
  const spanOf = (a: number, b: number): Span => ({ start: start + Math.min(a, column), end: start + b });
  if (!inner) return { what: 'value', level, key, span: spanOf(first, last), spaced: true };
  const colon = /:(?=\s|$)/.exec(part)?.index;
  if (colon !== undefined && column > from + colon) {
    const behind = from + colon + 1;
    const value = behind + (/^\s*/.exec(text.slice(behind))?.[0].length ?? 0);
    const name = part.slice(0, colon).trim();
    return { what: 'value', level: inner, key: name, span: spanOf(value, last), spaced: Math.min(value, column) > behind };
  }
  const others = `${text.slice(open, from)},${text.slice(from + part.length, end)}`;
  const present = new Set([...others.matchAll(/([\p{L}\p{N}_.-]+)\s*:/gu)].map(([, name]) => name as string));
  const nameEnd = colon === undefined ? last : from + colon;
  return { what: 'key', level: inner, span: spanOf(first, nameEnd), present, complete: colon !== undefined };
}
