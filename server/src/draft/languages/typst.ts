import type { BlockKind } from '../../prose/prose.ts';
import { type DraftLanguage, type DraftMarkup, slashComment } from '../language.ts';
import { type Container, Finder, ProseWriter } from '../markup/proseWriter.ts';
import { bareAddress, oneAddress } from '../markup/small.ts';
import { closingOf, dayIn, labelOf, statementEnd } from './typstCode.ts';

const TEXT =
  /\/\/|\/\*|https?:\/\/[^\s[\]<>"”]+|`+|\$|\\(?:u\{[0-9a-fA-F]{1,6}\}|[^\s])?|#|[*_~[\]]|@\p{XIDC}[\p{XIDC}:.-]*|<\p{XIDC}[\p{XIDC}:.-]{0,80}>|-{2,3}|-\?|\.\.\.|\n[ \t]*(?:\r?\n)?/gu;
const CODE = /"(?:[^"\\]|\\[\s\S])*"|\/\/|\/\*|[()[\]{}]|`+/g;
const MARKER = /[ \t]*(?:(=+)[ \t]+|(?:[-+]|\d{1,9}\.)[ \t]+|(\/)[ \t]+)/y;
const NAME = /[\p{XIDS}_][\p{XIDC}-]*(?:\.[\p{XIDS}_][\p{XIDC}-]*)*/uy;
const STATEMENTS = /^(?:let|set|show|import|include)$/;
const CONDITIONS = /^(?:if|for|while|context|else|return)$/;
const CELLS = /^(?:table|grid)(?:\.|$)/;
const BLOCKS = /^(?:align|block|pad|rect|columns|figure|page|place|stack|list|enum|terms)(?:\.|$)/;
/** Deeper than anyone writes. */
const DEEPEST = 100;

/** A bracket that is open, and what was read before it. */
interface Frame {
  readonly close: string;
  /** What stood round it. */
  readonly container: Container;
  /** What becomes of the closing bracket; null joins. */
  readonly closing: string | null;
  readonly ends: boolean;
  /** The function whose argument it is. */
  readonly call: Call | null;
}

interface Call {
  readonly name: string;
  readonly start: number;
  /** The address or key that its arguments give. */
  readonly target: string;
  readonly isBlock: boolean;
  readonly cells: Container | null;
}

class TypstReader {
  readonly #raw: string;
  readonly #writer: ProseWriter;
  readonly #finder: Finder;
  readonly #frames: Frame[] = [];
  #container: Container = { kind: 'paragraph', group: -1 };
  #list: Container | null = null;
  /** Brackets that nothing closes are looked for a few times only. */
  #unclosed = 0;

  constructor(raw: string) {
    this.#raw = raw;
    this.#writer = new ProseWriter(raw, TEXT);
    this.#finder = new Finder(raw);
  }

  read(): DraftMarkup {
    const writer = this.#writer;
    this.#lineStart(0);
    const code = new RegExp(CODE);
    for (;;) {
      const inCode = this.#frames.at(-1)?.close === ')';
      code.lastIndex = writer.at;
      const found = inCode ? code.exec(this.#raw) : writer.nextToken();
      if (!found) break;
      if (inCode) writer.blank(found.index);
      else writer.keep(found.index);
      const stop = found.index + found[0].length;
      if (inCode) this.#code(found[0], stop);
      else this.#text(found[0], stop);
      if (writer.at < stop && writer.at <= found.index) writer.keep(stop);
    }
    writer.keep(this.#raw.length);
    return writer.finish();
  }

  #text(token: string, stop: number): void {
    const writer = this.#writer;
    if (token[0] === '\n') this.#newline(token, stop);
    else if (token === '//' || token === '/*') this.#comment(token, stop);
    else if (token[0] === '`') this.#typewriter(token, stop);
    else if (token === '$') this.#maths(stop);
    else if (token === '#') this.#hash(stop);
    else if (token === '[') this.#push({ close: ']', closing: null, ends: false, call: null }, stop);
    else if (token === ']') this.#bracket(stop);
    else if (token[0] === '\\') this.#escape(token, stop);
    else if (token[0] === '@') {
      const end = stop - (/[.:]+$/.exec(token)?.[0].length ?? 0);
      writer.cite({ kind: 'note', span: { start: writer.at, end }, words: this.#raw.slice(writer.at, end), url: null });
      writer.join(end);
    } else if (token[0] === '<') writer.blank(stop);
    else if (token.startsWith('http')) this.#address(token);
    else this.#sign(token, stop);
  }

  #sign(token: string, stop: number): void {
    const writer = this.#writer;
    const character = { '--': '–', '---': '—', '-?': '\u00AD', '...': '…', '~': '\u00A0' }[token];
    if (character !== undefined) {
      writer.as(character, stop);
      return;
    }
    const inWord = /[\p{Alpha}\d]/u.test(this.#raw[writer.at - 1] ?? '') && /[\p{Alpha}\d]/u.test(this.#raw[stop] ?? '');
    if (!inWord && !(/\s/.test(this.#raw[writer.at - 1] ?? ' ') && /\s/.test(this.#raw[stop] ?? ' '))) writer.join(stop);
  }

  #address(token: string): void {
    const { at } = this.#writer;
    const url = bareAddress(token.replace(/\)+(?=[.,;:!?]*$)/, ''));
    this.#writer.cite({ kind: 'link', span: { start: at, end: at + url.length }, words: url, url });
    this.#writer.blank(at + url.length);
  }

  #newline(token: string, stop: number): void {
    const writer = this.#writer;
    const at = writer.at + 1;
    if (token.length > 1 && token.endsWith('\n')) {
      writer.blank(stop);
      if (this.#list && !/^[ \t]/.test(this.#raw.slice(stop, stop + 1)) && !/^(?:[-+]|\d{1,9}\.) /.test(this.#raw.slice(stop, stop + 12)))
        this.#list = null;
      writer.open(this.#list ?? this.#container);
      this.#lineStart(stop);
    } else {
      writer.keep(at);
      this.#lineStart(at);
    }
  }

  /** Headings, items and terms begin with a sign of their own; a heading ends with its line. */
  #lineStart(at: number): void {
    const writer = this.#writer;
    if (this.#heading) {
      this.#heading = false;
      writer.open(this.#list ?? this.#container);
    }
    MARKER.lastIndex = at;
    const found = MARKER.exec(this.#raw);
    if (!found) {
      if (at === 0) writer.open(this.#container);
      return;
    }
    const stop = at + found[0].length;
    writer.blank(stop);
    this.#heading = found[1] !== undefined;
    if (this.#heading) this.#list = null;
    else this.#list ??= { kind: 'item', group: writer.newGroup() };
    writer.open(this.#heading ? { kind: 'heading', group: -1 } : (this.#list ?? this.#container));
  }
  #heading: boolean = false;

  #comment(token: string, stop: number): void {
    const close = this.#finder.next(token === '//' ? '\n' : '*/', stop);
    const end = close < 0 ? this.#raw.length : close;
    this.#writer.comment(close < 0 || token === '//' ? end : end + 2, this.#raw.slice(stop, end));
  }

  #typewriter(token: string, stop: number): void {
    if (token === '``') {
      this.#writer.blank(stop);
      return;
    }
    const close = this.#finder.next(token, stop);
    this.#writer.blank(close < 0 ? stop : close + token.length);
  }

  #maths(stop: number): void {
    const close = this.#finder.next('$', stop);
    if (close < 0) {
      this.#writer.keep(stop);
      return;
    }
    const inner = this.#raw.slice(stop, close);
    if (!/^[\d.,\s+-]+$/.test(inner)) {
      this.#writer.blank(close + 1);
      return;
    }
    this.#writer.join(stop);
    this.#writer.keep(close);
    this.#writer.join(close + 1);
  }

  #escape(token: string, stop: number): void {
    const writer = this.#writer;
    if (token === '\\') {
      writer.blank(stop);
      return;
    }
    const code = /^\\u\{(.+)\}$/.exec(token)?.[1];
    const character = code === undefined ? token.slice(1) : String.fromCodePoint(Math.min(0x10ffff, Number.parseInt(code, 16)));
    if (character.length <= stop - writer.at) writer.as(character, stop, /[%”’»]/u.test(character) ? 'first' : 'last');
  }

  /** `#` begins code: a statement, a call with its content, or an expression. */
  #hash(stop: number): void {
    NAME.lastIndex = stop;
    const name = NAME.exec(this.#raw)?.[0];
    if (name === undefined) this.#nameless(stop);
    else if (STATEMENTS.test(name)) this.#statement(stop + name.length);
    else if (CONDITIONS.test(name)) this.#condition(stop + name.length);
    else this.#call(name, stop + name.length);
  }

  #nameless(stop: number): void {
    const next = this.#raw[stop] ?? '';
    if (next === '(' || next === '{') this.#writer.blank(this.#closing(stop) ?? stop);
    else if (next === '"') this.#writer.blank(stop);
    else if (next === '[') this.#writer.join(stop);
    else this.#writer.keep(stop);
  }

  /** To the content of `#if a [words]`. */
  #condition(end: number): void {
    const line = this.#finder.next('\n', end);
    const open = this.#raw.slice(end, line < 0 ? undefined : line).search(/[[{]/);
    this.#writer.blank(open < 0 ? end : end + open);
    const { at } = this.#writer;
    if (this.#raw[at] === '{') this.#writer.blank(this.#closing(at) ?? at + 1);
  }

  #statement(from: number): void {
    const end = this.#unclosed > 3 ? undefined : statementEnd(this.#raw, from);
    if (end === undefined) this.#unclosed++;
    const line = this.#finder.next('\n', from);
    const stop = end ?? (line < 0 ? this.#raw.length : line);
    this.#writer.date(dayIn(this.#raw.slice(from, Math.min(stop, from + 2000))));
    this.#writer.blank(stop);
  }

  /** Behind the bracket that closes the one at an offset; undefined where none does. */
  #closing(at: number): number | undefined {
    if (this.#unclosed > 3 || this.#frames.length > DEEPEST) return undefined;
    const end = closingOf(this.#raw, at);
    if (end === undefined) this.#unclosed++;
    return end;
  }

  #call(name: string, end: number): void {
    const writer = this.#writer;
    const start = writer.at;
    const close = this.#raw[end] === '(' ? this.#closing(end) : undefined;
    const said = close === undefined ? '' : this.#raw.slice(end, Math.min(close, end + 3000));
    const target = /^\(\s*"([^"\n]{1,2000})"/.exec(said)?.[1] ?? /^\(\s*<([^<>\n]{1,200})>/.exec(said)?.[1] ?? '';
    const isBlock = /\bblock:\s*true\b/.test(said) || BLOCKS.test(name);
    const cells = CELLS.test(name) ? { kind: 'cell' as const, group: writer.newGroup() } : null;
    const call: Call = { name, start, target, isBlock, cells };
    if (close !== undefined) {
      writer.join(end);
      this.#push({ close: ')', closing: null, ends: false, call }, end + 1);
    } else {
      // A quotation’s mark is all of `#quote[`.
      if (name !== 'quote') writer.join(end);
      this.#body(call, end);
    }
  }

  /** The content that a call is given behind its arguments. */
  #body(call: Call, open = this.#writer.at): void {
    const bodied = this.#raw[open] === '[';
    if (call.target !== '') this.#cite(call, open, bodied);
    if (!bodied) {
      this.#writer.join(open);
      return;
    }
    const container = this.#containerOf(call);
    if (call.name === 'footnote') this.#note(call, open);
    else if (container) this.#content(container, null, open, call);
    else if (call.name === 'quote') {
      this.#writer.as('“', open + 1);
      this.#frames.push({ close: ']', container: this.#container, closing: '”', ends: false, call });
    } else this.#push({ close: ']', closing: null, ends: false, call }, open + 1);
  }

  /** What blocks the content of a call is; undefined where it stands in its paragraph. */
  #containerOf({ name, isBlock, cells }: Call): Container | undefined {
    if (name === 'heading') return { kind: 'heading', group: -1 };
    if (cells || !isBlock) return cells ?? undefined;
    return name === 'quote' ? { kind: 'quote', group: this.#writer.newGroup() } : this.#container;
  }

  #cite({ name, start, target }: Call, open: number, bodied: boolean): void {
    if (name === 'cite') this.#writer.cite({ kind: 'note', span: { start, end: open }, words: target, url: null });
    if (name !== 'link' || !/^https?:/.test(target)) return;
    const close = bodied ? (this.#closing(open) ?? open + 1) : open;
    const words = bodied ? { start: open + 1, end: Math.max(open + 1, close - 1) } : target;
    this.#writer.cite({ kind: 'link', span: { start, end: close }, words, url: target });
  }

  /** A footnote is a block where the paragraph ends with it, and is passed over where the sentence goes on. */
  #note(call: Call, open: number): void {
    const writer = this.#writer;
    const close = this.#closing(open);
    if (close === undefined) {
      writer.join(open + 1);
      return;
    }
    const said = this.#raw.slice(open + 1, close - 1);
    writer.cite({ kind: 'note', span: { start: call.start, end: open + 1 }, words: said, url: oneAddress(said) });
    writer.join(open + 1);
    if (!/^[ \t]*(?:\r?\n[ \t]*)?(?:\r?\n|\]|$)/.test(this.#raw.slice(close, close + 80))) {
      writer.join(close);
      return;
    }
    this.#frames.push({ close: ']', container: this.#container, closing: null, ends: true, call });
    this.#container = { kind: 'footnote', group: writer.newGroup() };
    writer.open(this.#container);
  }

  /** Content that is a block of its own. */
  #content(container: Container, closing: string | null, open: number, call: Call | null): void {
    this.#writer.blank(open + 1);
    this.#frames.push({ close: ']', container: this.#container, closing, ends: true, call });
    this.#container = container;
    this.#list = null;
    this.#writer.open(container);
    this.#lineStart(open + 1);
  }

  #push(frame: Omit<Frame, 'container'>, stop: number): void {
    this.#frames.push({ ...frame, container: this.#container });
    if (frame.close === ')') this.#writer.blank(stop);
    else this.#writer.join(stop);
  }

  #bracket(stop: number): void {
    const frame = this.#frames.at(-1);
    if (frame?.close !== ']') {
      this.#writer.keep(stop);
      return;
    }
    this.#frames.pop();
    this.#container = frame.container;
    if (frame.closing !== null) this.#writer.as(frame.closing, stop, 'last');
    else if (frame.ends) this.#writer.blank(stop);
    else this.#writer.join(stop);
    if (!frame.ends) return;
    this.#heading = false;
    this.#list = null;
    this.#writer.open(this.#container);
  }

  /** The arguments of a call: of these, content and whom a quotation is of are read. */
  #code(token: string, stop: number): void {
    const writer = this.#writer;
    const frame = this.#frames.at(-1);
    if (token === '//' || token === '/*') {
      this.#comment(token, stop);
      return;
    }
    if (token === '[') {
      this.#argument(stop);
      return;
    }
    if (token[0] === '`') {
      this.#typewriter(token, stop);
      return;
    }
    if (token[0] === '"' && labelOf(this.#raw, stop - token.length) === 'attribution') {
      writer.blank(stop - token.length + 1);
      writer.open({ kind: 'caption', group: -1 });
      writer.keep(stop - 1);
      writer.as(':', stop);
      writer.open(this.#container);
      return;
    }
    if (token === '(' || token === '{') {
      if (this.#frames.length < DEEPEST)
        this.#frames.push({ close: ')', container: this.#container, closing: null, ends: false, call: null });
    } else if (token === ')' || token === '}') {
      this.#frames.pop();
      writer.blank(stop);
      if (frame?.call) this.#body(frame.call);
    }
    writer.blank(stop);
  }

  #argument(stop: number): void {
    const call = this.#frames.findLast(({ call: one }) => one !== null)?.call ?? null;
    const label = labelOf(this.#raw, stop - 1);
    if (label === 'attribution') this.#content({ kind: 'caption', group: -1 }, ':', stop - 1, null);
    else {
      const kind: BlockKind = label === 'caption' ? 'caption' : 'paragraph';
      const own = call?.cells ?? (kind === 'caption' ? { kind, group: -1 } : this.#container);
      this.#content(
        call?.name === 'quote' && call.isBlock && label === '' ? { kind: 'quote', group: this.#writer.newGroup() } : own,
        null,
        stop - 1,
        null,
      );
    }
  }
}

/** Typst. The date of `#set document(date: …)` counts as front matter does; comments are `// …` and such between slashes and stars. */
export const typst: DraftLanguage = {
  ids: ['typst'],
  endings: ['typ'],
  read: (text) => new TypstReader(text).read(),
  escape: (words) => words.replace(/[\\#$*_`@<[\]~]|\/(?=[/*])/g, '\\$&'),
  comment: slashComment,
};
