import { frontMatterSpan } from '../../prose/frontMatter.ts';
import type { BlockKind } from '../../prose/prose.ts';
import type { DraftLanguage, DraftMarkup } from '../language.ts';
import { type Line, linesOf } from '../markup/lines.ts';
import { type Container, Finder, ProseWriter } from '../markup/proseWriter.ts';
import { entryOf } from '../markup/small.ts';
import { type References, readInline, TOKEN } from './reStructuredInline.ts';

const ADORNMENT = /^([!-/:-@[-`{-~])\1+\s*$/;
const BULLET = /^(?:[-*+•‣⁃]|\(?(?:\d{1,9}|[a-zA-Z#]|[ivxlcdmIVXLCDM]{1,8})[.)])(?:\s+|$)/u;
const FIELD = /^:([^:\s][^:]{0,80}):(?:\s+(.*)|$)/;
const DIRECTIVE = /^([A-Za-z][\w:.+-]*)::(?:\s+|$)/;
const NOTE = /^\[(\d+|#[\w-]*|\*|[A-Za-z][\w.-]*)\](?:\s+|$)/;
const TARGET = /^\.\.\s+_([^:\n`]{1,200}|`[^`\n]{1,200}`):\s+(\S+)\s*$/gm;
const NOTE_LINE = /^\.\.\s+\[(#?[\w.-]+|#|\*)\]\s+([^\n]+(?:\n[ \t]+\S[^\n]*){0,20})/gm;

/** What directives hold that hold prose, and whether their argument is prose, too. */
const DIRECTIVES: Readonly<Record<string, { kind: BlockKind; argument?: BlockKind }>> = {
  epigraph: { kind: 'quote', argument: 'quote' },
  'pull-quote': { kind: 'quote', argument: 'quote' },
  highlights: { kind: 'quote', argument: 'quote' },
  figure: { kind: 'caption' },
  table: { kind: 'caption', argument: 'caption' },
  'list-table': { kind: 'cell', argument: 'caption' },
  rubric: { kind: 'paragraph', argument: 'heading' },
  centered: { kind: 'paragraph', argument: 'heading' },
  admonition: { kind: 'paragraph', argument: 'heading' },
  topic: { kind: 'paragraph', argument: 'heading' },
  sidebar: { kind: 'paragraph', argument: 'heading' },
  container: { kind: 'paragraph' },
  class: { kind: 'paragraph' },
  'rst-class': { kind: 'paragraph' },
  only: { kind: 'paragraph' },
  compound: { kind: 'paragraph' },
};
const ADMONITIONS = /^(?:note|tip|warning|caution|danger|attention|error|hint|important|seealso)$/;

interface Level {
  readonly indent: number;
  readonly container: Container;
}

class ReStructuredTextReader {
  readonly #writer: ProseWriter;
  readonly #lines: readonly Line[];
  readonly #references: References;
  readonly #levels: Level[] = [{ indent: 0, container: { kind: 'paragraph', group: -1 } }];

  constructor(raw: string) {
    this.#writer = new ProseWriter(raw, TOKEN);
    this.#writer.blank(frontMatterSpan(raw)?.end ?? 0);
    this.#lines = linesOf(raw, this.#writer.at);
    const targets = new Map(
      Array.from(raw.includes('.. _') ? raw.matchAll(TARGET) : [], (found) => [
        (found[1] as string).replaceAll('`', '').toLowerCase(),
        found[2] as string,
      ]),
    );
    const notes = new Map(
      Array.from(raw.includes('.. [') ? raw.matchAll(NOTE_LINE) : [], (found) => [
        found[1] as string,
        (found[2] as string).replace(/\s+/g, ' '),
      ]),
    );
    this.#references = { targets, notes, finder: new Finder(raw) };
  }

  read(frontMatter: { start: number; end: number } | null): DraftMarkup {
    for (let i = 0; i < this.#lines.length; ) i = Math.max(i + 1, this.#block(i));
    return this.#writer.finish(frontMatter);
  }

  #line(i: number): Line | undefined {
    return this.#lines[i];
  }

  get #level(): Level {
    return this.#levels.at(-1) as Level;
  }

  /** Reads the block that begins in a line. Returns the number of the line behind it. */
  #block(i: number): number {
    const line = this.#line(i) as Line;
    if (line.blank) return i + 1;
    while (this.#levels.length > 1 && this.#level.indent > line.indent) this.#levels.pop();
    if (line.indent > this.#level.indent) this.#push(line.indent, 'quote');
    return this.#content(i, line.start + line.text.search(/\S/), line.indent);
  }

  #push(indent: number, kind: BlockKind, group = kind === 'paragraph' ? -1 : this.#writer.newGroup()): void {
    this.#levels.push({ indent, container: { kind, group } });
  }

  /** What stands from an offset of a line on, at a level of its own: a list may begin within an item. */
  #content(i: number, from: number, indent: number): number {
    const line = this.#line(i) as Line;
    const text = this.#writer.raw.slice(from, line.end);
    if (/^\.\.(?:\s|$)/.test(text)) return this.#explicit(i, from, indent);
    const field = FIELD.exec(text);
    if (field) return this.#field(i, indent, field);
    const title = this.#title(i);
    if (title !== undefined) return title;
    if (/^(?:\+[-=]{2,}|={2,}\s+=|>>>)/.test(text)) return this.#untilBlank(i);
    const bullet = BULLET.exec(text);
    if (bullet && (/^\S+\s/.test(text) || text.length === bullet[0].length)) return this.#item(i, from, indent, bullet[0]);
    return this.#paragraph(i, text.startsWith('| ') ? from + 2 : from, indent);
  }

  /** `:date: 2025-03-04` and its like, with what is indented under them. */
  #field(i: number, indent: number, [, name = '', value = '']: RegExpExecArray): number {
    if (/^date$/i.test(name)) this.#writer.date(value);
    this.#writer.state(`${name}: ${value}`);
    return this.#bodyEnd(i, indent);
  }

  /** Behind the lines that are indented deeper than `indent`. */
  #bodyEnd(i: number, indent: number): number {
    let end = i + 1;
    for (let k = i + 1; k < this.#lines.length; k++) {
      const line = this.#line(k) as Line;
      if (line.blank) continue;
      if (line.indent <= indent) break;
      end = k + 1;
    }
    return end;
  }

  #untilBlank(i: number): number {
    let k = i;
    while (k < this.#lines.length && !this.#line(k)?.blank) k++;
    return k;
  }

  /** A title with its line below, or above and below; undefined where there is none. */
  #title(i: number): number | undefined {
    const [first, second, third] = [this.#line(i), this.#line(i + 1), this.#line(i + 2)];
    if (!first) return undefined;
    const isRow = (line: Line | undefined) => line !== undefined && !line.blank && ADORNMENT.test(line.text);
    if (isRow(first)) {
      if (second && !second.blank && third?.text.trim() === first.text.trim()) return this.#heading(second, i + 3);
      return first.text.trim().length >= 4 ? i + 1 : undefined;
    }
    const under = second && isRow(second) && second.indent === 0 && second.text.trim().length >= Math.min(4, first.text.trim().length);
    return under ? this.#heading(first, i + 2) : undefined;
  }

  #heading(line: Line, next: number): number {
    this.#writer.blank(line.start);
    this.#writer.open({ kind: 'heading', group: -1 });
    readInline(this.#writer, line.end, this.#references);
    this.#writer.close();
    return next;
  }

  #item(i: number, from: number, indent: number, marker: string): number {
    const inner = indent + marker.length;
    const around = this.#level.container;
    const last = this.#lastList;
    const kind: BlockKind = around.kind === 'cell' ? 'cell' : 'item';
    const group =
      around.kind === kind ? around.group : last && last.indent === indent && i - last.line <= 2 ? last.group : this.#writer.newGroup();
    this.#lastList = { indent, group, line: i };
    if (this.#levels.length < 100) this.#push(inner, kind, group);
    const start = from + marker.length;
    const next = start >= (this.#line(i) as Line).end ? i + 1 : this.#content(i, start, inner);
    this.#lastList = { indent, group, line: next };
    return next;
  }
  #lastList: { indent: number; group: number; line: number } | null = null;

  #paragraph(i: number, from: number, indent: number): number {
    const writer = this.#writer;
    const { container } = this.#level;
    let last = i;
    for (let next = this.#line(i + 1); next && !next.blank && next.indent >= indent; next = this.#line(last + 1)) {
      if (last === i && next.indent > indent) return this.#term(i, from, next.indent);
      // The line that says whose the words are stands by itself at times.
      last++;
    }
    const end = (this.#line(last) as Line).end;
    writer.blank(from);
    writer.open(container);
    const text = writer.raw.slice(from, Math.min(end, from + 3));
    const dashed = container.kind === 'quote' ? /^(?:--+|—)/.exec(text)?.[0] : undefined;
    if (dashed !== undefined) writer.as('—', from + Math.min(dashed.length, 3));
    const literal = /::\s*$/.test(writer.raw.slice(Math.max(from, end - 4), end));
    const stop = literal ? from + writer.raw.slice(from, end).trimEnd().length - 1 : end;
    this.#words(i, last, stop);
    writer.close();
    if (literal) writer.blank(end);
    // The next words at this margin are somebody else's.
    if (dashed !== undefined) this.#levels.pop();
    return literal ? this.#bodyEnd(last, indent) : last + 1;
  }

  /** The lines of a paragraph; the line under a quotation that says whose it is begins with a dash. */
  #words(first: number, last: number, stop: number): void {
    const dash =
      this.#level.container.kind === 'quote' && last > first ? /^\s*(?=--+\s?\S|—)/u.exec((this.#line(last) as Line).text) : null;
    if (!dash) {
      readInline(this.#writer, stop, this.#references);
      return;
    }
    const at = (this.#line(last) as Line).start + dash[0].length;
    readInline(this.#writer, at, this.#references);
    this.#writer.as('—', at + (/^(?:-{2,3}|—)/u.exec(this.#writer.raw.slice(at, at + 3))?.[0].length ?? 1));
    readInline(this.#writer, stop, this.#references);
  }

  /** A term whose definition is indented under it. */
  #term(i: number, from: number, indent: number): number {
    const line = this.#line(i) as Line;
    this.#writer.blank(from);
    this.#writer.open(this.#level.container);
    readInline(this.#writer, line.end, this.#references);
    this.#writer.close();
    if (/::\s*$/.test(line.text)) return this.#bodyEnd(i, line.indent);
    this.#push(indent, 'item');
    return i + 1;
  }

  /** Footnotes, targets, directives; anything else behind two dots is a comment. */
  #explicit(i: number, from: number, indent: number): number {
    const writer = this.#writer;
    const line = this.#line(i) as Line;
    const start = from + 2 + (writer.raw.slice(from + 2, line.end).search(/\S/) + 1 || line.end - from - 1) - 1;
    const text = writer.raw.slice(start, line.end);
    const note = NOTE.exec(text);
    const directive = DIRECTIVE.exec(text);
    if (note) return this.#footnote(i, start + note[0].length, indent);
    if (directive)
      return this.#directive(i, { start, name: (directive[1] as string).toLowerCase(), argument: start + directive[0].length, indent });
    const end = this.#bodyEnd(i, indent);
    if (/^(?:_|\|)/.test(text)) return end;
    writer.blank(from);
    const stop = (this.#line(end - 1) as Line).end;
    writer.comment(stop, writer.raw.slice(Math.min(start, stop), stop));
    return end;
  }

  #inner(i: number, indent: number): number {
    for (let k = i + 1; k < this.#lines.length; k++) {
      const line = this.#line(k) as Line;
      if (!line.blank) return line.indent > indent ? line.indent : indent + 3;
    }
    return indent + 3;
  }

  #footnote(i: number, start: number, indent: number): number {
    const inner = this.#inner(i, indent);
    this.#push(inner, 'footnote');
    return start >= (this.#line(i) as Line).end ? i + 1 : this.#paragraph(i, start, inner);
  }

  #directive(i: number, { start, name, argument, indent }: { start: number; name: string; argument: number; indent: number }): number {
    const known =
      entryOf(DIRECTIVES, name) ?? (ADMONITIONS.test(name) ? { kind: 'paragraph' as const, argument: 'paragraph' as const } : undefined);
    if (!known) return this.#bodyEnd(i, indent);
    const line = this.#line(i) as Line;
    const inner = this.#inner(i, indent);
    this.#writer.blank(start);
    const group = known.kind === 'paragraph' ? -1 : this.#writer.newGroup();
    let next = i + 1;
    if (argument < line.end && known.argument !== undefined) {
      const own = known.argument === known.kind;
      this.#push(inner, known.argument, own ? group : -1);
      next = own ? this.#paragraph(i, argument, inner) : this.#argument(i, argument, known.argument);
      if (this.#level.indent === inner) this.#levels.pop();
    }
    while (/^\s+:[\w-]+:/.test(this.#line(next)?.text ?? '')) next++;
    this.#push(inner, known.kind, group);
    return next;
  }

  /** An argument of one line. */
  #argument(i: number, from: number, kind: BlockKind): number {
    this.#writer.blank(from);
    this.#writer.open({ kind, group: -1 });
    readInline(this.#writer, (this.#line(i) as Line).end, this.#references);
    this.#writer.close();
    return i + 1;
  }
}

/** reStructuredText. The fields `date` and `verbatim` count as front matter does; tables that are drawn are not read. */
export const reStructuredText: DraftLanguage = {
  ids: ['restructuredtext'],
  endings: ['rst', 'rest'],
  read: (text) => new ReStructuredTextReader(text).read(frontMatterSpan(text)),
  escape: (words) => words.replace(/[\\*`|]|_(?![\p{Alpha}\d])/gu, '\\$&'),
  comment: (content) => `.. ${content}\n\n`,
};
