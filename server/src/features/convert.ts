import type { Position, Range } from 'vscode-languageserver';
import type { Article } from '../corpus/article.ts';
import { encodedName, isUri } from '../service/configurationPaths.ts';
import { byContent } from '../text/byContent.ts';
import { LineIndex } from '../text/lineIndex.ts';
import type { Span } from '../text/span.ts';

/** In which units `Position.character` counts; client and server agree on one when they meet. */
export type Encoding = 'utf-16' | 'utf-8' | 'utf-32';

const ENCODINGS: readonly string[] = ['utf-16', 'utf-8', 'utf-32'] satisfies Encoding[];

/**
 * The encoding to use with a client: of those it offers, best first, the first that is known here. UTF-16 is what a client that
 * offers nothing means; it is ours, too, and needs no conversion.
 */
export function chooseEncoding(offered: readonly string[] | undefined): Encoding {
  return offered?.find((encoding): encoding is Encoding => ENCODINGS.includes(encoding)) ?? 'utf-16';
}

/** How many units of an encoding the code point takes. */
function unitsOf(codePoint: number, encoding: Encoding): number {
  if (encoding === 'utf-32') return 1;
  if (encoding === 'utf-16') return codePoint > 0xffff ? 2 : 1;
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}

/**
 * Offsets of a text to the protocol's positions and back. Every position has an answer: one beyond a line's end counts
 * as that end, one beyond the last line as the end of the text.
 */
export class Positions {
  readonly encoding: Encoding;
  readonly #text: string;
  readonly #lines: LineIndex;

  constructor(text: string, encoding: Encoding = 'utf-16') {
    this.#text = text;
    this.encoding = encoding;
    this.#lines = new LineIndex(text);
  }

  position(offset: number): Position {
    const { line, character } = this.#lines.positionAt(offset);
    if (this.encoding === 'utf-16') return { line, character };
    let units = 0;
    for (const letter of this.#text.slice(this.#lines.lineStart(line), Math.min(offset, this.#text.length))) {
      units += unitsOf(letter.codePointAt(0) as number, this.encoding);
    }
    return { line, character: units };
  }

  offset({ line, character }: Position): number {
    if (!(line >= 0)) return 0;
    if (line >= this.#lines.lineCount) return this.#text.length;
    const start = this.#lines.lineStart(line);
    const end = this.#lineEnd(line);
    if (!(character > 0)) return start;
    if (this.encoding === 'utf-16') return Math.min(start + character, end);
    let units = 0;
    let at = start;
    while (at < end && units < character) {
      const codePoint = this.#text.codePointAt(at) as number;
      units += unitsOf(codePoint, this.encoding);
      at += codePoint > 0xffff ? 2 : 1;
    }
    return at;
  }

  range(span: Span): Range {
    return { start: this.position(span.start), end: this.position(span.end) };
  }

  /** The span of a range, its ends put in order. */
  span(range: Range): Span {
    const start = this.offset(range.start);
    const end = this.offset(range.end);
    return start <= end ? { start, end } : { start: end, end: start };
  }

  /** Where a line's text ends: before what breaks it. */
  #lineEnd(line: number): number {
    const next = this.#lines.lineStart(line + 1);
    if (line + 1 >= this.#lines.lineCount) return next;
    return this.#text[next - 1] === '\n' && this.#text[next - 2] === '\r' ? next - 2 : next - 1;
  }
}

/**
 * So many texts that were asked about are remembered, and as many for a while: a draft's, and those of the sources that its
 * findings lead to.
 */
const MOST_TEXTS = 32;
let now = new Map<string, Positions>();
let before: typeof now = new Map();

/** The positions of a text, made once for it as long as few others are asked about: in one encoding, as clients have one. */
export function positionsOf(text: string, encoding: Encoding): Positions {
  const latest = now.get(text);
  if (latest?.encoding === encoding) return latest;
  const earlier = before.get(text);
  const made = earlier?.encoding === encoding ? earlier : new Positions(text, encoding);
  if (now.size === MOST_TEXTS) {
    before = now;
    now = new Map();
  }
  now.set(text, made);
  return made;
}

/**
 * The positions of an article in the document that shows it: its file, or for one whose text was taken out of its file that text.
 * Its prose is as long as its file in UTF-16 code units alone, since other characters stand there for markup and for what is no prose.
 */
export function articlePositions({ prose, raw }: Article, encoding: Encoding): Positions {
  return positionsOf(encoding === 'utf-16' ? prose.text : (raw ?? prose.text), encoding);
}

/** The URI of a path as hosts write it; one that is a URI already stays. */
export const uriOfPath = byContent(writeUri);

function writeUri(path: string): string {
  if (isUri(path)) return path;
  const slashed = path.startsWith('/') ? path : `/${path}`;
  // A path of a network share keeps its server as the URI's authority.
  const [authority, rest] = slashed.startsWith('//') ? splitShare(slashed) : ['', slashed];
  return `file://${authority}${rest.split('/').map(encodedName).join('/')}`;
}

function splitShare(path: string): [string, string] {
  const slash = path.indexOf('/', 2);
  return slash < 0 ? [path.slice(2), '/'] : [path.slice(2, slash), path.slice(slash)];
}

/** The path of a `file:` URI; undefined for any other (an unsaved draft, a page in memory), and for one that is none. */
export function pathOfUri(uri: string): string | undefined {
  const found = /^file:\/\/([^/?#]*)(\/[^?#]*)/i.exec(uri);
  if (!found) return undefined;
  try {
    const path = decodeURIComponent(found[2] as string);
    if (found[1] && found[1].toLowerCase() !== 'localhost') return `//${decodeURIComponent(found[1])}${path}`;
    return /^\/[A-Za-z]:/.test(path) ? path.slice(1) : path;
  } catch {
    return undefined;
  }
}

/** The path that a document is known by: its file's, or its URI where it has none. */
export function pathOrUri(uri: string): string {
  return pathOfUri(uri) ?? uri;
}
