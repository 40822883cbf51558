import { frontMatterSpan } from '../../prose/frontMatter.ts';
import { type DraftLanguage, type DraftMarkup, slashComment } from '../language.ts';
import { type Line, linesOf } from '../markup/lines.ts';
import { type Container, ProseWriter } from '../markup/proseWriter.ts';
import { readInline, TOKEN } from './asciiDocInline.ts';

const ALONE: Container = { kind: 'paragraph', group: -1 };
/** What holds text as it is: listings, literal text, passthroughs. */
const VERBATIM = /^(?:-{4,}|\.{4,}|\+{4,}|`{3,}.*)$/;
const COMMENTS = /^\/{4,}$/;
/** Delimiters of blocks that hold blocks. */
const HOLDERS = /^(?:={4,}|\*{4,}|_{4,}|--|"")$/;
const LIST_ITEM = /^\s*(?:[*-]|\*{2,6}|\.{1,6}|\d{1,9}\.|[a-zA-Z]\.|<(?:\d+|\.)>)\s+(?:\[[ x*]\]\s+)?(?=\S)/;
const TERM = /^\s*\S.{0,200}?(?:::{1,3}|;;)(?:\s+|$)/;
const HEADING = /^(?:={1,6}|#{1,6})\s+(?=\S)/;
const ATTRIBUTE = /^:(!?[\w-]+!?):(?:\s+(.*))?$/;
const BLOCK_MACRO = /^[a-z]+::\S*\[.*\]$/;
const NOT_READ = /^(?:source|listing|literal|stem|latexmath|asciimath|pass|comment|plantuml|mermaid|graphviz|ditaa)\b|^,/;

class AsciiDocReader {
  readonly #writer: ProseWriter;
  readonly #lines: readonly Line[];
  /** The delimiters of the blocks that are open, and what blocks are in them. */
  readonly #open: { readonly delimiter: string; readonly container: Container }[] = [];
  #list: Container | null = null;
  /** A paragraph that goes on in the next line. */
  #inParagraph: boolean = false;
  #afterBlank: boolean = true;
  /** What the block attributes make of the next block. */
  #style: 'quote' | 'none' | null = null;
  #inTable: Container | null = null;
  #inHeader: boolean = false;

  constructor(raw: string) {
    this.#writer = new ProseWriter(raw, TOKEN);
    this.#writer.blank(frontMatterSpan(raw)?.end ?? 0);
    this.#lines = linesOf(raw, this.#writer.at);
  }

  read(frontMatter: { start: number; end: number } | null): DraftMarkup {
    for (let i = 0; i < this.#lines.length; i++) {
      const line = this.#lines[i] as Line;
      this.#writer.blank(line.start);
      if (VERBATIM.test(line.text) || COMMENTS.test(line.text)) i = this.#skip(i);
      else this.#line(line, i);
      if (this.#inParagraph) this.#writer.keep(line.next);
    }
    return this.#writer.finish(frontMatter);
  }

  #end(): void {
    this.#writer.close();
    this.#inParagraph = false;
  }

  /** To the delimiter that closes what holds text as it is. Returns the number of its line. */
  #skip(i: number): number {
    this.#end();
    const { text, start, end } = this.#lines[i] as Line;
    const delimiter = text.startsWith('```') ? '```' : text;
    const close = this.#closing(delimiter, i);
    const last = this.#lines[close < 0 ? this.#lines.length - 1 : close] as Line;
    if (COMMENTS.test(text))
      this.#writer.noteComment({ start, end: last.end }, this.#writer.raw.slice(end, close < 0 ? last.end : last.start));
    this.#writer.blank(last.end);
    this.#style = null;
    return close < 0 ? this.#lines.length - 1 : close;
  }

  /** As AsciiDoc has it, what is never closed runs to the end: so this is looked for once for each delimiter at most. */
  #closing(delimiter: string, i: number): number {
    for (let k = i + 1; k < this.#lines.length; k++) if (this.#lines[k]?.text.trimEnd() === delimiter) return k;
    return -1;
  }

  #line(line: Line, i: number): void {
    const text = line.text.trimEnd();
    if (line.blank) {
      this.#end();
      this.#afterBlank = true;
      this.#inHeader = false;
      if (this.#style === 'none') this.#style = null;
      return;
    }
    if (!this.#inParagraph && this.#isMeta(line, text)) return;
    if (this.#isBlockLine(line, text, i)) return;
    if (this.#style === 'none') return;
    this.#text(line, i);
    this.#afterBlank = false;
  }

  /** Comments, attributes, and what is about the next block rather than in one. */
  #isMeta(line: Line, text: string): boolean {
    const attribute = ATTRIBUTE.exec(text);
    if (attribute) this.#attribute(attribute[1] as string, attribute[2] ?? '');
    else if (this.#inHeader) this.#headerLine(text);
    else if (/^\[.*\]$/.test(text) && !text.startsWith('[[[')) this.#blockAttributes(line, text);
    else if (/^\.[^\s.]/.test(text) && this.#afterBlankOrNone()) {
      this.#writer.join(line.start + 1);
      this.#block({ kind: 'caption', group: -1 }, line);
    } else return false;
    return true;
  }

  #afterBlankOrNone(): boolean {
    return !this.#inParagraph;
  }

  #attribute(name: string, value: string): void {
    if (name === 'revdate' || name === 'date') this.#writer.date(value);
    this.#writer.state(`${name}: ${value}`);
  }

  /** Under the title: who wrote it, and `v1.0, 2025-03-04: remark`. */
  #headerLine(text: string): void {
    const date = /^(?:v?[\d.]+\s*,\s*)?(\d{4}-\d\d-\d\d|[A-Z]?[^,:<>@]*\b\d{4})\s*(?::.*)?$/.exec(text)?.[1];
    if (date !== undefined && /\d/.test(text)) this.#writer.date(date);
  }

  /** `[quote, Ada Quill, The Courier]`: the words after the first comma lead into the quotation. */
  #blockAttributes(line: Line, text: string): void {
    const inner = text.slice(1, -1).trim();
    if (NOT_READ.test(inner)) this.#style = 'none';
    const quote = /^(?:quote|verse)\b[^,]*(,\s*)?/.exec(inner);
    if (!quote) return;
    this.#style = 'quote';
    const named = /attribution\s*=\s*"?/.exec(text);
    const from = line.start + (named ? named.index + named[0].length : 1 + text.slice(1).search(/\S/) + quote[0].length);
    const close = line.start + text.length - 1;
    const stop = named ? Math.min(close, from + (/^[^",\]]*/.exec(text.slice(from - line.start))?.[0].length ?? 0)) : close;
    if (!/\p{Alpha}/u.test(this.#writer.raw.slice(from, stop))) return;
    this.#writer.blank(from);
    this.#writer.open({ kind: 'caption', group: -1 });
    readInline(this.#writer, stop, false);
    this.#writer.as(':', stop + 1);
    this.#writer.close();
  }

  #isBlockLine(line: Line, text: string, i: number): boolean {
    if (/^\/\/(?!\/)/.test(text)) this.#writer.comment(line.start + text.length, text.slice(2));
    else if (/^[|,:!]={3,}$/.test(text)) this.#table();
    else if (HOLDERS.test(text)) this.#holder(text);
    else if (/^(?:\+|'''+|<<<+|(?:[-*] ?){3})$/.test(text) || BLOCK_MACRO.test(text)) this.#end();
    else if (this.#inParagraph && !LIST_ITEM.test(text) && !(this.#list && TERM.test(text))) return false;
    else if (HEADING.test(text) && this.#open.length === 0) this.#heading(line, i);
    else if (this.#isLiteral(text)) this.#style = 'none';
    else return this.#isItem(line);
    return true;
  }

  /** An indented line after a blank one is shown as it stands. */
  #isLiteral(text: string): boolean {
    return /^\s/.test(text) && this.#afterBlank && !this.#list && !this.#inTable && !LIST_ITEM.test(text) && !TERM.test(text);
  }

  #heading(line: Line, i: number): void {
    this.#list = null;
    this.#inHeader = i === 0 && /^=\s/.test(line.text);
    this.#writer.blank(line.start + (HEADING.exec(line.text)?.[0].length ?? 0));
    this.#block({ kind: 'heading', group: -1 }, line);
    this.#afterBlank = false;
  }

  #block(container: Container, line: Line): void {
    this.#writer.open(container);
    readInline(this.#writer, line.end, true);
    this.#writer.close();
  }

  #table(): void {
    this.#end();
    this.#inTable = this.#inTable ? null : { kind: 'cell', group: this.#writer.newGroup() };
  }

  #holder(text: string): void {
    this.#end();
    this.#list = null;
    const at = this.#open.slice(-20).findLastIndex(({ delimiter }) => delimiter === text);
    if (at >= 0) this.#open.length = Math.max(0, this.#open.length - 20) + at;
    else {
      const quote = this.#style === 'quote' || /^(?:_|"")/.test(text);
      this.#open.push({ delimiter: text, container: quote ? { kind: 'quote', group: this.#writer.newGroup() } : this.#around });
    }
    this.#style = null;
    this.#afterBlank = true;
  }

  get #around(): Container {
    return this.#open.at(-1)?.container ?? ALONE;
  }

  #isItem(line: Line): boolean {
    const marker = LIST_ITEM.exec(line.text) ?? (this.#inTable ? null : TERM.exec(line.text));
    if (!marker) return false;
    this.#end();
    this.#list ??= { kind: 'item', group: this.#writer.newGroup() };
    const stop = line.start + marker[0].length;
    if (LIST_ITEM.test(line.text)) this.#writer.blank(stop);
    else {
      this.#writer.open(this.#list);
      readInline(this.#writer, line.start + marker[0].search(/(?:::{1,3}|;;)\s*$/), false);
      this.#writer.close();
      this.#writer.blank(stop);
    }
    this.#writer.open(this.#list);
    readInline(this.#writer, line.end, this.#endsHere(line));
    this.#inParagraph = true;
    this.#afterBlank = false;
    return true;
  }

  #endsHere({ next }: Line): boolean {
    return /^\s*(?:\n|$)/.test(this.#writer.raw.slice(next, next + 80));
  }

  #text(line: Line, i: number): void {
    if (this.#inTable) {
      this.#row(line, this.#inTable);
      return;
    }
    if (!this.#inParagraph) this.#begin(line, i);
    if (/^>\s/.test(line.text)) this.#writer.blank(line.start + 1);
    readInline(this.#writer, line.end, this.#endsHere(line));
    this.#inParagraph = true;
  }

  #begin(line: Line, i: number): void {
    const writer = this.#writer;
    const goesOn = this.#list && (!this.#afterBlank || this.#lines[i - 1]?.text.trim() === '+' || /^\s/.test(line.text));
    if (!goesOn) this.#list = null;
    const quoted = this.#style === 'quote' || this.#isQuoted(line, i);
    this.#style = null;
    writer.open(quoted ? { kind: 'quote', group: writer.newGroup() } : (this.#list ?? this.#around));
    const label = /^(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION): /.exec(line.text);
    if (label) {
      writer.blank(line.start + label[0].length);
      writer.open(this.#list ?? this.#around);
    }
  }

  /** A paragraph in marks with a line `-- Ada Quill` under it, or Markdown's `> words`. */
  #isQuoted(line: Line, i: number): boolean {
    if (/^>\s/.test(line.text)) return true;
    if (!/^["“]/u.test(line.text)) return false;
    for (let k = i + 1; k < Math.min(i + 30, this.#lines.length); k++) {
      const next = this.#lines[k] as Line;
      if (next.blank) return false;
      if (/^-- \S/.test(next.text)) return true;
    }
    return false;
  }

  /** The cells of a line of a table, each a block: `|one |two`. */
  #row(line: Line, table: Container): void {
    const writer = this.#writer;
    for (const { index } of line.text.matchAll(/(?<!\\)(?:\d*(?:\.\d+)?[+*])?[<^>]?[a-z]?\|/g)) {
      readInline(writer, line.start + index, false);
      writer.close();
      writer.blank(line.start + line.text.indexOf('|', index) + 1);
      writer.open(table);
    }
    readInline(writer, line.end, false);
    writer.keep(line.next);
  }
}

/** AsciiDoc as Asciidoctor reads it. The attributes `revdate` and `verbatim` of its header count as front matter does. */
export const asciiDoc: DraftLanguage = {
  ids: ['asciidoc', 'adoc'],
  endings: ['adoc', 'asciidoc'],
  read: (text) => new AsciiDocReader(text).read(frontMatterSpan(text)),
  escape: (words) => words.replace(/(?<=^|[^\p{Alpha}\d])[*_`#+](?=\S)|\{(?=[\w-]+\})/gu, '\\$&'),
  comment: slashComment,
};
