import { isMap, isScalar, isSeq, LineCounter, type Pair, parseDocument } from 'yaml';
import type { ArticleDetails, ArticleKind } from '../corpus/article.ts';
import { frontMatterSpan } from '../prose/frontMatter.ts';
import type { Span } from '../text/span.ts';
import { parseDay } from './days.ts';
import { splitNames } from './names.ts';
import { plainPairs } from './plainMetadata.ts';
import type { ReadingProblem } from './reader.ts';

/** What metadata states; a key that is not there is not stated. */
export type StatedDetails = { readonly [Key in keyof ArticleDetails]?: Exclude<ArticleDetails[Key], null> };

/** Metadata as read: front matter, or a file of its own. */
export interface Metadata {
  readonly details: StatedDetails;
  /** Every key as it stands (lower-case) with its plain value: what else a reader may want to know. */
  readonly values: ReadonlyMap<string, unknown>;
  readonly problems: readonly ReadingProblem[];
}

/** A text's front matter. Offsets are UTF-16 code units of the whole text. */
export interface FrontMatter extends Metadata {
  /** From the first `---` to the end of the closing line. */
  readonly span: Span;
}

/** The front matter of a text; null where it has none. Never throws: what is wrong in it is a problem. */
export function readFrontMatter(text: string): FrontMatter | null {
  const span = frontMatterSpan(text);
  if (!span) return null;
  const start = text.indexOf('\n', span.start) + 1;
  const end = Math.max(start, text.lastIndexOf('\n', span.end - 1) + 1);
  return { span, ...readMetadata(text.slice(start, end), { offset: start, line: 1 }) };
}

/** Where a YAML text stands in its file: code units and lines before it. */
interface Place {
  readonly offset: number;
  readonly line: number;
}

/** Metadata in YAML. `place` moves the offsets and lines that problems give. Never throws. */
function readMetadata(yaml: string, place: Place): Metadata {
  return readPlain(yaml) ?? readYaml(yaml, place);
}

/** Metadata of the plainest kind with nothing wrong in it; otherwise null. */
function readPlain(yaml: string): Metadata | null {
  const pairs = plainPairs(yaml);
  if (!pairs) return null;
  const values = new Map<string, unknown>();
  const details: Draft = {};
  for (const [name, value] of pairs) {
    const key = name.toLowerCase();
    if (values.has(key)) continue;
    values.set(key, value);
    if (state(details, key, value)) return null;
  }
  return { details, values, problems: [] };
}

function readYaml(yaml: string, place: Place): Metadata {
  const lines = new LineCounter();
  const problems: ReadingProblem[] = [];
  const values = new Map<string, unknown>();
  const details: { -readonly [Key in keyof StatedDetails]: StatedDetails[Key] } = {};
  try {
    const document = parseDocument(yaml, { prettyErrors: false, logLevel: 'silent', lineCounter: lines, uniqueKeys: false });
    for (const { message, pos } of document.errors.slice(0, 1)) problems.push(broken(message, pos, { lines, place }));
    if (document.errors.length > 0) readLines(yaml, { details, values });
    const contents = document.contents;
    if (contents && !isMap(contents)) problems.push(plain('The metadata is not a list of “key: value” lines.', place));
    for (const pair of isMap(contents) ? contents.items : []) {
      const key = keyOf(pair);
      const value = plainValue(pair.value);
      if (key === '' || values.has(key)) continue;
      values.set(key, value);
      const wrong = state(details, key, value);
      if (wrong) problems.push({ message: wrong, span: spanOf(pair, place) });
    }
  } catch (error) {
    problems.push(plain(`The metadata could not be read: ${error instanceof Error ? error.message : String(error)}`, place));
  }
  return { details, values, problems };
}

/** A line `key: value` at the margin, whatever the value is. */
const LINE = /^([A-Za-z][A-Za-z0-9_-]*):[ \t]+(\S.*?)[ \t]*$/u;
/** What begins a value of YAML that is no text in one line. */
const STRUCTURE = /^[[{|>&*!]/u;

/**
 * The lines of metadata that YAML cannot read as a whole: a colon or mark in a title that is in no quotation marks of YAML is
 * the commonest slip, and must not lose the lines round it.
 */
function readLines(yaml: string, { details, values }: { readonly details: Draft; readonly values: Map<string, unknown> }): void {
  for (const line of yaml.split(/\r?\n/)) {
    const [, name = '', raw = ''] = LINE.exec(line) ?? [];
    const key = name.toLowerCase();
    if (key === '' || STRUCTURE.test(raw) || values.has(key)) continue;
    const value = /^(["'])(.*)\1$/u.exec(raw)?.[2] ?? raw.replace(/\s+#.*$/u, '');
    if (/^(?:~|null)$/iu.test(value)) continue;
    if (state(details, key, value) === null) values.set(key, value);
  }
}

function plain(message: string, { offset }: Place): ReadingProblem {
  return { message, span: { start: offset, end: offset } };
}

function broken(message: string, pos: readonly [number, number], { lines, place }: { lines: LineCounter; place: Place }): ReadingProblem {
  const line = lines.linePos(pos[0]).line + place.line;
  const reason = message.split('\n')[0]?.replace(/\.?$/, '.') ?? '';
  const span = { start: pos[0] + place.offset, end: Math.max(pos[1], pos[0]) + place.offset };
  return { message: `The metadata is not valid YAML (line ${line}): ${reason} What could be made out was used.`, span };
}

function keyOf(pair: Pair): string {
  const key: unknown = isScalar(pair.key) ? pair.key.value : pair.key;
  return typeof key === 'string' ? key.trim().toLowerCase() : '';
}

function spanOf(pair: Pair, { offset }: Place): Span {
  const range =
    (isScalar(pair.value) || isSeq(pair.value) || isMap(pair.value) ? pair.value.range : undefined) ??
    (isScalar(pair.key) ? pair.key.range : undefined);
  return { start: (range?.[0] ?? 0) + offset, end: (range?.[1] ?? 0) + offset };
}

/** Scalars and lists of scalars as plain values; anything deeper as `undefined`, since no key asks for it. */
function plainValue(node: unknown): unknown {
  if (node === null) return null;
  if (isScalar(node)) return node.value;
  return isSeq(node) ? node.items.map((item) => (isScalar(item) ? item.value : undefined)) : undefined;
}

type Draft = { -readonly [Key in keyof StatedDetails]: StatedDetails[Key] };

const KINDS: readonly ArticleKind[] = ['report', 'transcript', 'note'];

const TEXT_KEYS: Readonly<Record<string, 'title' | 'publisher' | 'url' | 'language' | 'speaker'>> = {
  title: 'title',
  publisher: 'publisher',
  url: 'url',
  language: 'language',
  lang: 'language',
  speaker: 'speaker',
};

/** Takes a key's value into `details`; gives what is wrong with it, if anything. An empty value states nothing. */
function state(details: Draft, key: string, value: unknown): string | null {
  if (value === null || value === '') return null;
  const text = TEXT_KEYS[key];
  if (text) return stateText(details, { key, field: text, value });
  if (key === 'author' || key === 'authors') return stateAuthors(details, key, value);
  if (key === 'published' || key === 'date') return statePublished(details, key, value);
  if (key === 'kind') return stateKind(details, value);
  return null;
}

function stateText(
  details: Draft,
  { key, field, value }: { key: string; field: (typeof TEXT_KEYS)[string]; value: unknown },
): string | null {
  if (typeof value !== 'string' && typeof value !== 'number') return `“${key}” must be a text.`;
  if (field) details[field] ??= String(value).trim();
  return null;
}

function stateAuthors(details: Draft, key: string, value: unknown): string | null {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (!list.every((item): item is string => typeof item === 'string')) return `“${key}” must be a name or a list of names.`;
  const names = Array.isArray(value) ? list.map((name) => name.trim()).filter((name) => name !== '') : splitNames(list[0] ?? '');
  details.authors = [...new Set([...(details.authors ?? []), ...names])];
  return null;
}

function statePublished(details: Draft, key: string, value: unknown): string | null {
  const date = typeof value === 'string' || typeof value === 'number' ? parseDay(String(value)) : undefined;
  if (!date) return `“${key}” must be a day that exists, such as 2025-10-07 or 7 October 2025.`;
  if (key === 'published' || !details.published) details.published = date;
  return null;
}

function stateKind(details: Draft, value: unknown): string | null {
  const kind = KINDS.find((known) => typeof value === 'string' && known === value.trim().toLowerCase());
  if (!kind) return `“kind” must be one of ${KINDS.join(', ')}.`;
  details.kind = kind;
  return null;
}
