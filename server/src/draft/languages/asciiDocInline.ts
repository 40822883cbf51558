import { characterOf } from '../../prose/markdown/labels.ts';
import { type Span, sliceOf } from '../../text/span.ts';
import type { ProseWriter } from '../markup/proseWriter.ts';
import { bareAddress, entryOf, isSpace, isWord, oneAddress, sideOf } from '../markup/small.ts';

/** Attributes that every document has, and the characters they stand for. */
const CHARACTERS: Readonly<Record<string, string>> = {
  nbsp: '\u00A0',
  zwsp: '\u200B',
  wj: '\u2060',
  apos: "'",
  quot: '"',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  deg: '°',
  plus: '+',
  brvbar: '¦',
  vbar: '|',
  amp: '&',
  lt: '<',
  gt: '>',
  startsb: '[',
  endsb: ']',
  asterisk: '*',
  caret: '^',
  tilde: '~',
  backslash: '\\',
  backtick: '`',
  empty: '',
  blank: '',
  sp: ' ',
};

/** What may be markup inside of a paragraph. */
export const TOKEN =
  /"`|`"|'`|`'|`+|\+{1,3}|\*{1,2}|_{1,2}|#{1,2}|\^|~|\\|--|\{[\w-]{1,60}\}|&#?\w{1,32};|\(\(\(?|<<|\[\[|\[[.#%][^\][\s]{0,80}\](?=#)|(?:https?|ftp):\/\/[^\s[\]<>"”)]+|(?:link|mailto|xref|footnote|image|icon|kbd|btn|menu|pass|stem|latexmath|asciimath|indexterm2?|anchor|cite|counter2?):/g;
const HIDDEN = /^(?:image|icon|stem|latexmath|asciimath|indexterm|anchor|counter2?|pass)$/;

/** What the text of a line is, from where the writer stands to `end`. */
export function readInline(writer: ProseWriter, end: number, endsParagraph: boolean): void {
  for (let found = writer.nextToken(); found && found.index < end; found = writer.nextToken()) {
    writer.keep(found.index);
    const stop = found.index + found[0].length;
    if (stop <= end) take(writer, found[0], { end, endsParagraph });
    if (writer.at < stop) writer.keep(Math.min(stop, end));
  }
  writer.keep(end);
}

interface Place {
  /** Where the line ends. */
  readonly end: number;
  readonly endsParagraph: boolean;
}

type Taker = (writer: ProseWriter, token: string, place: Place) => void;

/** By the first character of a token. */
const TAKERS: Readonly<Record<string, Taker>> = {
  '`': (writer, token, { end }) => code(writer, token, end),
  '+': (writer, token, { end }) => passthrough(writer, token, end),
  '{': attribute,
  '&': entity,
  '\\': escaped,
  '-': dash,
  '*': formatting,
  _: formatting,
  '#': formatting,
  '^': formatting,
  '~': formatting,
};

function take(writer: ProseWriter, token: string, place: Place): void {
  if (/^["'`]{2}$/.test(token) && token !== '``') quoteMark(writer, token, place);
  else if (token.endsWith(':') || token.includes('://')) macro(writer, token, place);
  else (TAKERS[token[0] as string] ?? hidden)(writer, token, place);
}

function entity(writer: ProseWriter, token: string): void {
  const character = characterOf(token.slice(1, -1));
  if (character !== undefined) writer.as(character, writer.at + token.length, sideOf(character));
}

/** "`words`" in curved marks; an apostrophe's form `' closes, too. */
function quoteMark(writer: ProseWriter, token: string, { end }: Place): void {
  const { raw, at } = writer;
  const stop = at + 2;
  if (token[0] === '`') {
    if (isSpace(raw[at - 1])) code(writer, '`', end);
    else writer.as(token === '`"' ? '”' : '’', stop, 'last');
  } else if (!isSpace(raw[stop]) && !isWord(raw[at - 1])) writer.as(token === '"`' ? '“' : '‘', stop);
}

/** Words in a typewriter's letters: code, save where the mark has no partner in its line. */
function code(writer: ProseWriter, token: string, end: number): void {
  const { raw, at } = writer;
  const start = at + token.length;
  // dogs` is an apostrophe of old
  if (token === '`' && (isWord(raw[at - 1]) || isSpace(raw[start]))) return;
  const close = raw.slice(start, Math.min(end, start + 2000)).indexOf(token);
  if (close >= 0) writer.blank(start + close + token.length);
}

function passthrough(writer: ProseWriter, token: string, end: number): void {
  const { raw, at } = writer;
  const start = at + token.length;
  // A line that is broken on purpose.
  if (token === '+' && start === end && isSpace(raw[at - 1])) {
    writer.blank(start);
    return;
  }
  if (token === '+' && (isWord(raw[at - 1]) || isSpace(raw[start]))) return;
  const close = raw.slice(start, Math.min(end, start + 2000)).indexOf(token);
  if (close <= 0) return;
  if (token === '+++') {
    writer.blank(start + close + 3);
    return;
  }
  writer.join(start);
  writer.keep(start + close);
  writer.join(start + close + token.length);
}

function attribute(writer: ProseWriter, token: string): void {
  const stop = writer.at + token.length;
  const character = entryOf(CHARACTERS, token.slice(1, -1).toLowerCase());
  if (character === undefined) writer.blank(stop);
  else if (character === '') writer.join(stop);
  else writer.as(character, stop, sideOf(character));
}

function escaped(writer: ProseWriter): void {
  const next = writer.raw[writer.at + 1];
  if (next !== undefined && /[*_#`+{<[&^~"'(:\\-]/.test(next)) writer.as(next, writer.at + 2, 'last');
}

function dash(writer: ProseWriter, token: string): void {
  const { raw, at } = writer;
  const stop = at + token.length;
  const [before, after] = [raw[at - 1], raw[stop]];
  if ((isSpace(before) && isSpace(after)) || (isWord(before) && isWord(after))) writer.as('—', stop);
}

/** Emphasis and its like: single signs at the edges of words, double ones anywhere. */
function formatting(writer: ProseWriter, token: string): void {
  const { raw, at } = writer;
  const stop = at + token.length;
  const [before, after] = [raw[at - 1], raw[stop]];
  const opens = !isWord(before) && !isSpace(after);
  const closes = !isSpace(before) && !isWord(after);
  const isMarkup =
    token.length === 2
      ? !isSpace(before) || !isSpace(after)
      : token === '#'
        ? isHighlight(raw, at, opens, closes)
        : /[*_]/.test(token) && opens !== closes;
  if (isMarkup) writer.join(stop);
}

/** `#words#`: a number sign alone is none. */
function isHighlight(raw: string, at: number, opens: boolean, closes: boolean): boolean {
  if (raw[at - 1] === '#') return false;
  if (opens) return raw.slice(at + 1, at + 80).includes('#');
  return closes && /[\p{Alpha}.,!?]/u.test(raw[at - 1] ?? '') && raw.slice(Math.max(0, at - 80), at).split('#').length % 2 === 0;
}

/** `https://address[words]`, `link:address[words]`, `footnote:[words]` and other macros. */
function macro(writer: ProseWriter, token: string, place: Place): void {
  const { raw, at } = writer;
  if (isWord(raw[at - 1])) return;
  const bare = token.includes('://');
  const open = bare ? at + token.length : targetEnd(raw, at + token.length, place.end);
  const close = raw[open] === '[' ? raw.slice(open, Math.min(place.end, open + 4000)).indexOf(']') : -1;
  if (close >= 0) {
    const target = bare ? token : raw.slice(at + token.length, open);
    worded(writer, { name: bare ? 'link' : token.slice(0, -1), target, words: { start: open + 1, end: open + close } }, place);
  } else if (bare) {
    const url = bareAddress(token);
    writer.cite({ kind: 'link', span: { start: at, end: at + url.length }, words: url, url });
    writer.blank(at + url.length);
  }
}

function targetEnd(raw: string, from: number, end: number): number {
  return from + (/^[^\s[\]]{0,500}/.exec(raw.slice(from, Math.min(end, from + 500)))?.[0].length ?? 0);
}

interface Macro {
  readonly name: string;
  readonly target: string;
  /** Between the brackets. */
  readonly words: Span;
}

function worded(writer: ProseWriter, { name, target, words }: Macro, place: Place): void {
  const span = { start: writer.at, end: words.end + 1 };
  if (name === 'footnote') footnote(writer, words, place);
  else if (HIDDEN.test(name)) writer.blank(span.end);
  else if (name === 'cite') {
    writer.cite({ kind: 'note', span, words: sliceOf(writer.raw, words), url: null });
    writer.join(span.end);
  } else {
    if (name === 'link' && /^https?:/.test(target)) writer.cite({ kind: 'link', span, words, url: target });
    writer.join(words.start);
    readInline(writer, words.end, false);
    writer.join(span.end);
  }
}

/** A footnote is a block where its paragraph ends with it, and is passed over where the sentence goes on. */
function footnote(writer: ProseWriter, words: Span, { end, endsParagraph }: Place): void {
  const { raw, at } = writer;
  const said = raw.slice(words.start, words.end);
  writer.cite({ kind: 'note', span: { start: at, end: words.start }, words: said, url: oneAddress(said) });
  writer.join(words.start);
  if (!endsParagraph || raw.slice(words.end + 1, end).trim() !== '') {
    writer.join(words.end + 1);
    return;
  }
  writer.open({ kind: 'footnote', group: writer.newGroup() });
  readInline(writer, words.end, false);
  writer.blank(words.end + 1);
}

/** Cross-references, anchors, index terms. */
function hidden(writer: ProseWriter, token: string, { end }: Place): void {
  const { raw, at } = writer;
  if (/^\[[.#%]/.test(token)) {
    writer.join(at + token.length);
    return;
  }
  const closing = { '<<': '>>', '[[': ']]', '((': '))', '(((': ')))' }[token];
  if (closing === undefined) return;
  const close = raw.slice(at + token.length, Math.min(end, at + 500)).indexOf(closing);
  if (close < 0) return;
  const stop = at + token.length + close + closing.length;
  const words = raw.slice(at + token.length, stop - closing.length);
  const comma = token === '<<' ? words.indexOf(',') : -1;
  if (token === '((' || comma >= 0) {
    writer.join(at + token.length + comma + 1);
    readInline(writer, stop - closing.length, false);
    writer.join(stop);
  } else writer.blank(stop);
}
