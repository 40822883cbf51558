import { isMap, isScalar, isSeq, LineCounter, type Pair, parseDocument, type YAMLMap } from 'yaml';
import type { ArticleDetails, ArticleKind, Edition } from '../corpus/article.ts';
import { frontMatterSpan } from '../prose/frontMatter.ts';
import type { CalendarDate } from '../text/calendarDate.ts';
import { plainly } from '../text/said.ts';
import type { Span } from '../text/span.ts';
import { parseDay } from './days.ts';
import { ARTICLE_KINDS, ARTICLES_KEY, type MetadataKey, metadataKey, WHAT_IT_TAKES } from './metadataKeys.ts';
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

/** A key as it stands in a file. */
export interface KeyPlace {
  readonly name: string;
  readonly span: Span;
}

/** Metadata with the places in it. */
export interface PlacedMetadata extends Metadata {
  /** Keys that say nothing about a source. */
  readonly unknown: readonly KeyPlace[];
  /** What is stated of single articles, by their marks. */
  readonly articles: readonly { readonly mark: KeyPlace; readonly details: StatedDetails }[];
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
  const metadata = readMetadata(text.slice(start, end), { offset: start, line: 1 });
  return { span, ...metadata, details: withEdition(metadata.details, metadata.details.url) };
}

/** The YAML between the lines of front matter, and where it stands. Also of front matter that is not closed yet. */
export function frontMatterPart(text: string): { readonly yaml: string; readonly place: Place } | null {
  const span = frontMatterSpan(text);
  const start = text.indexOf('\n') + 1;
  if (!span && !/^\uFEFF?---[ \t]*\r?\n/.test(text)) return null;
  const end = span ? Math.max(start, text.lastIndexOf('\n', span.end - 1) + 1) : text.length;
  return { yaml: text.slice(start, end), place: { offset: start, line: 1 } };
}

/** Where a YAML text stands in its file: code units and lines before it. */
export interface Place {
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

/**
 * Metadata in YAML with all its places, which takes longer than {@link readFrontMatter} needs for the plainest kind.
 * `place` moves the offsets and lines that problems give. Never throws.
 */
export function readYaml(yaml: string, place: Place): PlacedMetadata {
  const lines = new LineCounter();
  const problems: ReadingProblem[] = [];
  const found: Found = { details: {}, values: new Map(), problems, unknown: [], place, several: null };
  const articles: { mark: KeyPlace; details: StatedDetails }[] = [];
  try {
    const document = parseDocument(yaml, { prettyErrors: false, logLevel: 'silent', lineCounter: lines, uniqueKeys: false });
    for (const { message, pos } of document.errors.slice(0, 1)) problems.push(broken(message, pos, { lines, place }));
    if (document.errors.length > 0) readLines(yaml, found);
    const contents = document.contents;
    if (contents && !isMap(contents)) problems.push(plain(plainly`The metadata is not a list of “key: value” lines.`, place));
    if (isMap(contents)) readPairs(contents, found);
    const several = found.several?.value;
    for (const pair of isMap(several) ? several.items : []) {
      const own: Found = { ...found, details: {}, values: new Map() };
      if (isMap(pair.value)) readPairs(pair.value, own);
      articles.push({ mark: { name: markOf(pair), span: keySpan(pair, place) }, details: own.details });
    }
  } catch (error) {
    problems.push(plain(plainly`The metadata could not be read: ${error instanceof Error ? error.message : String(error)}`, place));
  }
  return { details: found.details, values: found.values, problems, unknown: found.unknown, articles };
}

/** What is being made out of metadata. */
interface Found {
  readonly details: Draft;
  readonly values: Map<string, unknown>;
  readonly problems: ReadingProblem[];
  readonly unknown: KeyPlace[];
  readonly place: Place;
  /** The pair with the details of single articles. */
  several: Pair | null;
}

function readPairs(map: YAMLMap, found: Found): void {
  const { details, values, problems, unknown, place } = found;
  for (const pair of map.items) {
    const key = keyOf(pair);
    const value = plainValue(pair.value);
    if (key === '') continue;
    if (key === ARTICLES_KEY && (isMap(pair.value) || value === null)) {
      found.several ??= pair;
      continue;
    }
    if (!metadataKey(key)) unknown.push({ name: markOf(pair), span: keySpan(pair, place) });
    if (values.has(key)) continue;
    values.set(key, value);
    const wrong = state(details, key, value);
    if (wrong) problems.push({ message: wrong, span: spanOf(pair, place) });
  }
}

/** A line `key: value` at the margin, whatever the value is. */
const LINE = /^([A-Za-z][A-Za-z0-9_-]*):[ \t]+(\S.*?)[ \t]*$/u;
/** What begins a value of YAML that is no text in one line. */
const STRUCTURE = /^[[{|>&*!]/u;

/**
 * The lines of metadata that YAML cannot read as a whole: a colon or mark in a title that is in no quotation marks of YAML is
 * the commonest slip, and must not lose the lines round it.
 */
function readLines(yaml: string, { details, values }: Pick<Found, 'details' | 'values'>): void {
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
  return { message: plainly`The metadata is not valid YAML (line ${line}): ${reason} What could be made out was used.`, span };
}

function keyOf(pair: Pair): string {
  const key: unknown = isScalar(pair.key) ? pair.key.value : pair.key;
  return typeof key === 'string' ? key.trim().toLowerCase() : '';
}

/** A key as it is written. */
function markOf(pair: Pair): string {
  const key: unknown = isScalar(pair.key) ? pair.key.value : pair.key;
  return typeof key === 'string' || typeof key === 'number' ? String(key).trim() : '';
}

function keySpan(pair: Pair, { offset }: Place): Span {
  const range = isScalar(pair.key) ? pair.key.range : undefined;
  return { start: (range?.[0] ?? 0) + offset, end: (range?.[1] ?? 0) + offset };
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

/** Takes a key's value into `details`; gives what is wrong with it, if anything. An empty value states nothing. */
function state(details: Draft, name: string, value: unknown): string | null {
  const key = metadataKey(name);
  if (!key || value === null || value === '') return null;
  return take(details, { name: name.toLowerCase(), key, value }) ? null : plainly`“${name}” must be ${WHAT_IT_TAKES[key.type]}.`;
}

/** A key as it was written, which key it is, and what stands behind it. */
interface Stated {
  readonly name: string;
  readonly key: MetadataKey;
  readonly value: unknown;
}

/** Whether the value is one that the key takes. */
function take(details: Draft, { name, key, value }: Stated): boolean {
  switch (key.name) {
    case 'authors':
      return takeAuthors(details, value);
    case 'published':
      return takePublished(details, name, value);
    case 'kind':
      return takeKind(details, value);
    case 'retrieved':
      return dayOf(value) !== undefined;
    default: {
      if (typeof value !== 'string' && typeof value !== 'number') return false;
      const text = String(value).trim();
      if (key.name === 'version' || key.name === 'corrects' || key.name === 'supersedes') takeEdition(details, key.name, text);
      else details[key.name] ??= text;
      return true;
    }
  }
}

function takeAuthors(details: Draft, value: unknown): boolean {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (!list.every((item): item is string => typeof item === 'string')) return false;
  const names = Array.isArray(value) ? list.map((name) => name.trim()).filter((name) => name !== '') : splitNames(list[0] ?? '');
  details.authors = [...new Set([...(details.authors ?? []), ...names])];
  return true;
}

function takePublished(details: Draft, name: string, value: unknown): boolean {
  const date = dayOf(value);
  if (!date) return false;
  if (name === 'published' || !details.published) details.published = date;
  return true;
}

function dayOf(value: unknown): CalendarDate | undefined {
  return typeof value === 'string' || typeof value === 'number' ? parseDay(String(value)) : undefined;
}

function takeKind(details: Draft, value: unknown): boolean {
  const kind = typeof value === 'string' ? value.trim().toLowerCase() : '';
  if (!Object.hasOwn(ARTICLE_KINDS, kind)) return false;
  details.kind = kind as ArticleKind;
  return true;
}

/** An edition that does not name its text is of the text at its own address: {@link withEdition}. */
function takeEdition(details: Draft, name: 'version' | 'corrects' | 'supersedes', text: string): void {
  const before: Edition = details.edition ?? { of: '', version: null, created: null, status: 'usable' };
  if (name === 'version') details.edition = { ...before, version: text };
  else if (before.of === '') details.edition = { ...before, of: text, status: name === 'corrects' ? 'corrected' : 'usable' };
}

/** Details whose edition names the text that it is of: the one at this address where the metadata names none, else no edition. */
export function withEdition<Details extends StatedDetails>(details: Details, url: string | null | undefined): Details {
  if (details.edition?.of !== '') return details;
  const { edition, ...rest } = details;
  return (url ? { ...rest, edition: { ...edition, of: url } } : rest) as Details;
}
