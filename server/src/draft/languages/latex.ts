import type { BlockKind } from '../../prose/prose.ts';
import type { DraftLanguage, DraftMarkup } from '../language.ts';
import { type Container, Finder, ProseWriter } from '../markup/proseWriter.ts';
import { entryOf, oneAddress } from '../markup/small.ts';
import { Arguments } from './latexArguments.ts';
import { escaped, LatexCharacters } from './latexCharacters.ts';
import * as commands from './latexCommands.ts';

/** Where anything but text begins. */
const TOKEN = /\\(?:[A-Za-z@]+\*?|\r?\n|[^\r\n])|[{}$%~&"'`]|-{2,3}|,,|<<|>>|\n[ \t]*\r?\n/g;
const BODY = /^[^%\n]*\\begin\{document\}/m;
/** Deeper than anyone writes: braces in one another beyond are not followed. */
const DEEPEST = 200;
/** Maths in a paragraph, and what of it is a mere number. */
const MATHS = /\$(?:[^$\\\n]|\\[^\n]|\\?\n(?![ \t]*\r?\n))+\$/y;
const NUMBER = /^\$[\d.,\s+-]*(?:\\%)?\$$/;
/** What follows the last of a paragraph. */
const ENDS_PARAGRAPH = /^[ \t]*(?:%[^\n]*)?(?:\r?\n[ \t]*)?(?:\r?\n|\\(?:end|item|par|section)\b|$)/;
const CITES = /^(?:[a-z]*cite[a-z]*|[A-Z][a-z]*cite[a-z]*)\*?$/;

/** What ends with a brace, or an environment. */
interface Frame extends Container {
  /** The environment's name; null for a brace. */
  readonly name: string | null;
  /** What becomes of the closing brace: null joins. */
  readonly closing: string | null;
  /** Whether the block ends with it. */
  readonly ends: boolean;
}

class LatexReader {
  readonly #raw: string;
  readonly #writer: ProseWriter;
  readonly #finder: Finder;
  readonly #arguments: Arguments;
  readonly #frames: Frame[] = [];
  readonly #characters: LatexCharacters;
  /** How many quotations by command stand in one another. */
  #quotes = 0;
  /** What the blocks here are. */
  #container: Container = { kind: 'paragraph', group: -1 };

  constructor(raw: string) {
    this.#raw = raw;
    this.#writer = new ProseWriter(raw, TOKEN);
    this.#finder = new Finder(raw);
    this.#arguments = new Arguments(raw);
    this.#characters = new LatexCharacters(this.#writer);
  }

  read(): DraftMarkup {
    const writer = this.#writer;
    this.#preamble();
    writer.open(this.#container);
    for (let found = writer.nextToken(); found; found = writer.nextToken()) {
      writer.keep(found.index);
      if (this.#take(found[0]) === 'end') return writer.finish();
      if (writer.at <= found.index) writer.keep(found.index + found[0].length);
    }
    writer.keep(this.#raw.length);
    return writer.finish();
  }

  /** Of what stands before the document begins only comments and the day matter. A part of a document has none. */
  #preamble(): void {
    const found = BODY.exec(this.#raw);
    const end = found ? found.index + found[0].length : 0;
    const preamble = this.#raw.slice(0, end);
    for (const { index, 0: whole, 1: said } of preamble.matchAll(/(?<!\\)%([^\r\n]*)/g)) {
      this.#writer.blank(index);
      this.#writer.comment(index + whole.length, said as string);
    }
    const date = /^[^%\n]*\\date\{([^{}]{1,60})\}/m.exec(preamble)?.[1];
    if (date !== undefined) this.#writer.date(date.replaceAll('~', ' '));
    this.#writer.blank(end);
  }

  #take(token: string): 'end' | undefined {
    const writer = this.#writer;
    const end = writer.at + token.length;
    if (token[0] === '\\') return this.#command(token.slice(1), end);
    if (token[0] === '\n') this.#paragraph(end);
    else if (token === '{') {
      writer.join(end);
      this.#push(null, false);
    } else if (token === '}') this.#brace(end);
    else if (token === '$') this.#maths(end);
    else if (token === '%') this.#comment(end);
    else if (token === '~') writer.as('\u00A0', end);
    else if (token === '&' && this.#container.kind === 'cell') this.#paragraph(end);
    else if (token === '&') writer.keep(end);
    else this.#characters.mark(token, end);
    return undefined;
  }

  #comment(end: number): void {
    const line = this.#finder.next('\n', end);
    const stop = line < 0 ? this.#raw.length : line;
    this.#writer.comment(this.#raw[stop - 1] === '\r' ? stop - 1 : stop, this.#raw.slice(end, stop));
  }

  #paragraph(end: number): void {
    this.#writer.blank(end);
    this.#writer.open(this.#container);
  }

  #maths(end: number): void {
    const start = end - 1;
    const double = this.#raw[end] === '$' ? this.#finder.next('$$', end + 1) : -1;
    if (double > 0) {
      this.#writer.blank(double + 2);
      return;
    }
    MATHS.lastIndex = start;
    const found = MATHS.exec(this.#raw)?.[0];
    if (found === undefined) {
      this.#writer.keep(end);
      return;
    }
    const stop = start + found.length;
    if (!NUMBER.test(found)) {
      this.#writer.blank(stop);
      return;
    }
    this.#writer.join(end);
    const sign = found.endsWith('\\%$') ? stop - 3 : stop - 1;
    this.#writer.keep(sign);
    if (sign < stop - 1) this.#writer.as('%', stop - 1);
    this.#writer.join(stop);
  }

  #command(name: string, end: number): 'end' | undefined {
    const plain = name.replace(/\*$/, '');
    if (plain === 'end') return this.#end(end);
    if (/^[A-Za-z@]/.test(plain)) this.#word(plain, end);
    else if (plain === '(' || plain === '[') this.#until(plain === '(' ? '\\)' : '\\]', end);
    else if (this.#characters.accent(plain, end)) return undefined;
    else if (/^[&%$#_{}]$/.test(plain)) this.#writer.as(plain, end, /[$#{]/.test(plain) ? 'last' : 'first');
    else if (/^[\s;:!,\\]/.test(plain)) this.#space(plain, end);
    else this.#writer.join(end);
    return undefined;
  }

  /** A command whose name is a word. */
  #word(name: string, end: number): void {
    if (name === 'begin') this.#begin(end);
    else if (name === 'item') this.#item(end);
    else if (this.#characters.accent(name, end)) return;
    else if (Object.hasOwn(commands.SYMBOLS, name)) this.#characters.symbol(name, end);
    else if (commands.SPACES.has(name)) this.#space(name, end);
    else this.#function(name, end);
  }

  #space(name: string, end: number): void {
    if (name === 'par') this.#paragraph(end);
    else if (name === ',') this.#writer.as('\u202F', end);
    else if (name === '\\' && this.#container.kind === 'cell') this.#paragraph(end);
    else if (name === '!') this.#writer.join(end);
    else this.#writer.blank(name === '\\' ? (this.#arguments.option(end) ?? end) : end);
  }

  /** What has arguments, or may have. */
  #function(name: string, end: number): void {
    const special = entryOf(this.#special, name);
    if (special) special(end);
    else if (CITES.test(name)) this.#cite(end);
    else if (commands.NOTES.has(name)) this.#note(end);
    else if (commands.QUOTES.has(name)) this.#quote(name, end);
    else if (commands.HEADINGS.has(name)) this.#block('heading', end);
    else if (commands.NOT_READ.has(name)) this.#writer.join(this.#arguments.after(end, 9));
    else this.#writer.join(this.#arguments.after(end, entryOf(commands.READ_LATER, name) ?? 0));
  }

  readonly #special: Readonly<Record<string, (end: number) => void>> = {
    verb: (end) => this.#verb(end),
    lstinline: (end) => this.#verb(end),
    mintinline: (end) => this.#verb(end),
    url: (end) => this.#link(end, false),
    nolinkurl: (end) => this.#link(end, false),
    href: (end) => this.#link(end, true),
    caption: (end) => this.#block('caption', end),
    subcaption: (end) => this.#block('caption', end),
    date: (end) => this.#date(end),
  };

  #date(end: number): void {
    const day = this.#arguments.at(end);
    if (day && day.end - day.start < 60) this.#writer.date(this.#raw.slice(day.start, day.end).replaceAll('~', ' '));
    this.#writer.join(this.#arguments.after(end, 1));
  }

  #verb(end: number): void {
    const braced = this.#arguments.at(this.#arguments.after(end, 0));
    if (braced) {
      this.#writer.blank(braced.end + 1);
      return;
    }
    const line = this.#finder.next('\n', end);
    const close = this.#raw.slice(end + 1, line < 0 ? undefined : Math.min(line, end + 2000)).indexOf(this.#raw[end] ?? '');
    this.#writer.blank(close < 0 ? end : end + close + 2);
  }

  #until(close: string, end: number): void {
    const found = this.#finder.next(close, end);
    if (found < 0) this.#writer.join(end);
    else this.#writer.blank(found + 2);
  }

  #cite(end: number): void {
    const start = this.#writer.at;
    const keys = this.#arguments.at(this.#arguments.after(end, 0));
    const stop = this.#arguments.after(end, 1);
    if (keys)
      this.#writer.cite({
        kind: 'note',
        span: { start, end: stop },
        words: this.#raw.slice(keys.start, keys.end).slice(0, 400),
        url: null,
      });
    this.#writer.join(stop);
  }

  /** `\url{address}`, `\href{address}{words}`: the words are read as they come. */
  #link(end: number, worded: boolean): void {
    const start = this.#writer.at;
    const address = this.#arguments.at(this.#arguments.after(end, 0));
    if (!address) {
      this.#writer.join(end);
      return;
    }
    const url = this.#raw.slice(address.start, address.end).replace(/\\([%#&_~{}])/g, '$1');
    const words = worded ? this.#arguments.at(address.end + 1) : undefined;
    const stop = (words ?? address).end + 1;
    if (/^https?:/i.test(url)) this.#writer.cite({ kind: 'link', span: { start, end: stop }, words: words ?? url, url });
    if (words) this.#writer.join(address.end + 1);
    else this.#writer.blank(address.end + 1);
  }

  /** A footnote is a block where the paragraph ends with it, and is passed over where the sentence goes on. */
  #note(end: number): void {
    const writer = this.#writer;
    const start = writer.at;
    const words = this.#arguments.at(this.#arguments.after(end, 0));
    if (!words) {
      writer.join(end);
      return;
    }
    const said = this.#raw.slice(words.start, words.end);
    writer.cite({
      kind: 'note',
      span: { start, end: words.start },
      words: said.replace(/\\[A-Za-z]+\s?|[{}]/g, ''),
      url: oneAddress(said),
    });
    writer.join(words.start);
    if (!ENDS_PARAGRAPH.test(this.#raw.slice(words.end + 1, words.end + 200))) {
      writer.join(words.end + 1);
      return;
    }
    this.#push(null, true, { kind: 'footnote', group: writer.newGroup() });
    writer.open(this.#container);
  }

  /** `\enquote{words}`, `\blockquote[source]{words}`: marks, single ones within others. */
  #quote(name: string, end: number): void {
    const writer = this.#writer;
    const before = /^(?:foreign|hyphen)/.test(name) ? 1 : /cquote$/.test(name) ? 1 : 0;
    const words = this.#arguments.at(this.#arguments.after(end, before));
    if (!words) {
      writer.join(end);
      return;
    }
    const single = this.#quotes % 2 === 1;
    writer.as(single ? '‘' : '“', words.start);
    this.#quotes++;
    this.#push(null, false, this.#container, single ? '’' : '”');
  }

  #block(kind: BlockKind, end: number): void {
    const words = this.#arguments.at(this.#arguments.after(end, 0));
    this.#writer.blank(words?.start ?? end);
    if (!words) return;
    this.#push(null, true, { kind, group: -1 });
    this.#writer.open(this.#container);
  }

  #push(name: string | null, ends: boolean, inner: Container = this.#container, closing: string | null = null): void {
    if (this.#frames.length < DEEPEST) this.#frames.push({ ...this.#container, name, ends, closing });
    this.#container = inner;
  }

  #brace(end: number): void {
    const frame = this.#frames.at(-1);
    if (frame?.name === null) this.#pop(frame, end);
    else this.#writer.join(end);
  }

  #pop(frame: Frame, end: number): void {
    this.#frames.pop();
    this.#container = { kind: frame.kind, group: frame.group };
    if (frame.closing !== null) {
      this.#quotes--;
      this.#writer.as(frame.closing, end, 'last');
    } else if (frame.ends) this.#paragraph(end);
    else this.#writer.join(end);
  }

  #begin(end: number): void {
    const argument = this.#arguments.at(end);
    if (!argument) {
      this.#writer.join(end);
      return;
    }
    const name = this.#raw.slice(argument.start, argument.end).replace(/\*$/, '').slice(0, 40);
    const after = argument.end + 1;
    if (commands.NOT_PROSE.has(name)) {
      this.#skip(this.#raw.slice(argument.start, argument.end), after);
      return;
    }
    if (commands.BLOCK_QUOTES.has(name)) {
      this.#blockQuote(name, after);
      return;
    }
    const group = commands.LISTS.has(name) || commands.TABLES.has(name);
    const kind: BlockKind = commands.TABLES.has(name) ? 'cell' : 'item';
    const inner = this.#container;
    const nested = group && inner.kind === kind;
    this.#paragraph(this.#arguments.after(after, commands.TABLES.has(name) ? (/^tabular[xy]|^tabu$/.test(name) ? 2 : 1) : 9));
    this.#push(name, true, group && !nested ? { kind, group: this.#writer.newGroup() } : inner);
    this.#writer.open(this.#container);
  }

  /** To the end of an environment that is no prose. */
  #skip(name: string, from: number): void {
    const ending = `\\end{${name}}`;
    const end = this.#finder.next(ending, from);
    const stop = end < 0 ? this.#raw.length : end + ending.length;
    if (end < 0) {
      this.#writer.blank(from);
      return;
    }
    if (name === 'comment') this.#writer.noteComment({ start: this.#writer.at, end: stop }, this.#raw.slice(from, end));
    this.#writer.blank(stop);
    if (!/^(?:math|array)/.test(name)) this.#writer.open(this.#container);
  }

  /** csquotes names whom a displayed quotation is of before it: `\begin{displayquote}[Ada Quill]`. */
  #blockQuote(name: string, after: number): void {
    const writer = this.#writer;
    this.#paragraph(after);
    const option = /^(?:foreign)?display/.test(name) ? this.#arguments.option(after) : undefined;
    const source = option === undefined ? '' : this.#raw.slice(after, option);
    if (option !== undefined && /\p{Alpha}/u.test(source) && !source.includes('\\')) {
      writer.blank(after + source.indexOf('[') + 1);
      writer.open({ kind: 'caption', group: -1 });
      writer.keep(option - 1);
      writer.as(':', option);
    }
    writer.blank(this.#arguments.after(writer.at, /^(?:foreign|displayc)/.test(name) ? 1 : 0));
    this.#push(name, true, { kind: 'quote', group: writer.newGroup() });
    writer.open(this.#container);
  }

  #item(end: number): void {
    const writer = this.#writer;
    writer.open(this.#container);
    const option = this.#arguments.option(end);
    if (option === undefined) {
      writer.blank(end);
      return;
    }
    writer.blank(this.#raw.indexOf('[', end) + 1);
    writer.keep(option - 1);
    writer.blank(option);
  }

  #end(end: number): 'end' | undefined {
    const argument = this.#arguments.at(end);
    const name = argument && this.#raw.slice(argument.start, argument.end).replace(/\*$/, '');
    if (name === 'document') return 'end';
    const at = this.#frames.findLastIndex((frame) => frame.name === name);
    const frame = this.#frames[at];
    if (at < 0 || !frame) this.#writer.blank(argument ? argument.end + 1 : end);
    else {
      this.#frames.length = at + 1;
      this.#quotes = 0;
      this.#pop(frame, (argument?.end ?? end - 1) + 1);
    }
    return undefined;
  }
}

/** LaTeX. The text between `\begin{document}` and `\end{document}` is read, of a part of a document all of it. Citations are those of BibTeX, links and footnotes. */
export const latex: DraftLanguage = {
  ids: ['latex', 'tex'],
  endings: ['tex', 'ltx'],
  read: (text) => new LatexReader(text).read(),
  escape: escaped,
  comment: (content) => `% ${content}\n`,
};
