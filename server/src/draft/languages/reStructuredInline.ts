import type { Span } from '../../text/span.ts';
import type { Finder, ProseWriter } from '../markup/proseWriter.ts';
import { bareAddress, isSpace, isWord, oneAddress } from '../markup/small.ts';

export const TOKEN =
  /\n[ \t]{0,80}\|[ \t]|``|:[\w:+.-]{1,40}:`|_?`|\*{1,2}|\|(?=[^\s|])[^|\n]{1,80}\|_{0,2}|\[(?:\d+|#[\w-]{0,60}|\*|[A-Za-z][\w.-]{0,60})\]_|(?<=[\p{Alpha}\d])__?(?![\p{Alpha}\d_])|\\(?:\s|[^\s])|(?:https?|ftp):\/\/[^\s<>"”)`\]]+/gu;
/** Roles whose text is none of prose. */
const HIDDEN =
  /^:(?:[\w+.-]+:)?(?:math|code|raw|samp|file|eq|command|option|envvar|literal|kbd|func|class|meth|mod|attr|data|exc|obj|const)(?::\w+)?:`$/;

/** What the whole text says of names that its paragraphs refer to. */
export interface References {
  /** Address by name of the target, in small letters. */
  readonly targets: ReadonlyMap<string, string>;
  /** The text of a footnote by its label. */
  readonly notes: ReadonlyMap<string, string>;
  readonly finder: Finder;
}

/** What the text of a paragraph is, from where the writer stands to `end`. */
export function readInline(writer: ProseWriter, end: number, references: References): void {
  for (let found = writer.nextToken(); found && found.index < end; found = writer.nextToken()) {
    writer.keep(found.index);
    const stop = found.index + found[0].length;
    if (stop <= end) take(writer, found[0], end, references);
    if (writer.at < stop) writer.keep(Math.min(stop, end));
  }
  writer.keep(end);
}

type Taker = (writer: ProseWriter, token: string, end: number, references: References) => void;

/** By the first character of a token that does not end with a backquote. */
const TAKERS: Readonly<Record<string, Taker>> = {
  '*': emphasis,
  '\n': lineMark,
  '|': (writer, token) => writer.blank(writer.at + token.length),
  '[': noteMark,
  _: (writer, token, _, references) => reference(writer, writer.at + token.length, references),
  '\\': escaped,
};

function take(writer: ProseWriter, token: string, end: number, references: References): void {
  if (token === '``') {
    const close = references.finder.next('``', writer.at + 2);
    if (close >= 0 && close < end) writer.blank(close + 2);
  } else if (token.endsWith('`') && token[0] !== '\\') interpreted(writer, token, end, references);
  else (TAKERS[token[0] as string] ?? address)(writer, token, end, references);
}

/** The bar in front of a line of verse. */
function lineMark(writer: ProseWriter, token: string): void {
  const stop = writer.at + token.length;
  writer.keep(writer.at + 1);
  writer.blank(stop);
}

function emphasis(writer: ProseWriter, token: string): void {
  const { at, raw } = writer;
  const stop = at + token.length;
  const opens = !isWord(raw[at - 1]) && !isSpace(raw[stop]);
  const closes = !isSpace(raw[at - 1]) && !isWord(raw[stop]);
  if (opens || closes) writer.join(stop);
}

/** `[1]_` and its like: a footnote or the work that words are from. */
function noteMark(writer: ProseWriter, token: string, _: number, { notes }: References): void {
  const stop = writer.at + token.length;
  const label = token.slice(1, -2);
  const words = notes.get(label) ?? label;
  writer.cite({ kind: 'note', span: { start: writer.at, end: stop }, words, url: oneAddress(words) });
  writer.join(stop);
}

/** Before white space a backslash parts markup and shows nothing. */
function escaped(writer: ProseWriter, token: string): void {
  const stop = writer.at + token.length;
  if (/\s/.test(token)) writer.join(stop);
  else writer.as(token.slice(1), stop, 'last');
}

function address(writer: ProseWriter, token: string): void {
  const url = bareAddress(token);
  const span = { start: writer.at, end: writer.at + url.length };
  writer.cite({ kind: 'link', span, words: url, url });
  writer.blank(span.end);
}

/** `word_`: the word is a link where the text has its target. */
function reference(writer: ProseWriter, stop: number, { targets }: References): void {
  const { raw, at } = writer;
  const word = /[\p{Alpha}\d._-]{1,60}$/u.exec(raw.slice(Math.max(0, at - 60), at))?.[0] ?? '';
  const url = targets.get(word.toLowerCase());
  if (url !== undefined) writer.cite({ kind: 'link', span: { start: at - word.length, end: stop }, words: word, url });
  writer.join(stop);
}

/** `text`, `text`_, `text <address>`_ and :role:`text`. */
function interpreted(writer: ProseWriter, token: string, end: number, references: References): void {
  const { raw, at } = writer;
  const start = at + token.length;
  const close = references.finder.next('`', start);
  if (close < 0 || close >= end || isSpace(raw[start]) || (token === '`' && isWord(raw[at - 1]))) return;
  const stop = close + 1 + (/^_{1,2}/.exec(raw.slice(close + 1, close + 3))?.[0].length ?? 0);
  if (HIDDEN.test(token)) {
    writer.blank(stop);
    return;
  }
  const address = /\s*<([^<>]{1,2000})>$/.exec(raw.slice(start, Math.min(close, start + 3000)));
  const words: Span = { start, end: address ? start + address.index : close };
  const url = address?.[1]?.replace(/_$/, '') ?? references.targets.get(raw.slice(start, close).toLowerCase().replace(/\s+/g, ' '));
  if (url !== undefined && /^https?:/.test(url)) writer.cite({ kind: 'link', span: { start: at, end: stop }, words, url });
  writer.join(words.start);
  writer.keep(words.end);
  writer.join(stop);
}
