import { copyOf } from '../../text/byContent.ts';
import { type Span, trimmed } from '../../text/span.ts';
import { type Block, type BlockKind, MARKUP } from '../prose.ts';
import { blank, withoutMaths } from './blank.ts';
import type { MarkdownComment, MarkdownFootnote, MarkdownFootnoteMark, MarkdownLink } from './elements.ts';
import { addressOf, characterOf, type Labels, normalLabel } from './labels.ts';
import { isMarked, paragraphIn } from './marks.ts';
import { eventsOf, type Token } from './tokens.ts';

/** A part of the text that can be read by itself, with offsets of its own. */
export interface Part {
  readonly text: string;
  readonly blocks: readonly Block[];
  /** How many group numbers `blocks` uses, from 0. */
  readonly groups: number;
  readonly comments: readonly MarkdownComment[];
  readonly links: readonly MarkdownLink[];
  readonly footnotes: readonly MarkdownFootnote[];
  readonly footnoteMarks: readonly MarkdownFootnoteMark[];
  /** Entities and escapes: several code units that stand for one character. */
  readonly written: readonly Span[];
}

/** Longer structures (a list, a table, without one blank line) are taken as plain paragraphs. Code units. */
const LONG_STRUCTURE = 100_000;
/** Quotes and lists in one another, deeper than anyone writes: a line that begins so is not taken apart. */
const DEEP = /^(?:[ \t]*(?:[-+*>]|\d{1,9}[.)])){40}/m;

/** What a reader sees. */
const SEEN = new RegExp(`[^\\s${MARKUP}]`);

const remembered = new Map<string, Part>();
let rememberedLength = 0;
/** Code units of text that are kept; then all is forgotten. A pure function's memory: it changes time, never results. */
const MEMORY = 4_000_000;

/** Reads one part; the same part is read once. */
export function readPart(raw: string, labels: Labels): Part {
  const known = remembered.get(keyOf(raw, labels));
  if (known) return known;
  // The part of a string keeps the whole string alive.
  const own = copyOf(raw);
  const part = read(own, labels);
  if (own.length > LONG_STRUCTURE) return part;
  const key = keyOf(own, labels);
  rememberedLength += key.length;
  if (rememberedLength > MEMORY) {
    remembered.clear();
    rememberedLength = key.length;
  }
  remembered.set(key, part);
  return part;
}

function keyOf(raw: string, labels: Labels): string {
  return raw.includes('[') ? `${raw}\0${labels.key}` : raw;
}

function read(raw: string, labels: Labels): Part {
  const text = withoutMaths(raw);
  if (!isMarked(text)) return plainPart(text);
  if (text.length > LONG_STRUCTURE || DEEP.test(text)) return plainPart(/^ {0,3}(?:```|~~~)/.test(text) ? blank(text) : text);
  return new PartReader(text, labels).read();
}

function plainPart(text: string): Part {
  const span = trimmed(text, { start: 0, end: text.length });
  const blocks: Block[] = span.start < span.end ? [{ span, kind: 'paragraph', group: -1 }] : [];
  return { text, blocks, groups: 0, comments: [], links: [], footnotes: [], footnoteMarks: [], written: [] };
}

/** Where prose stands: an inline container's text is markup until a finer token says that it is prose or nothing. */
const SPACE = 0;
const KEEP = 1;
const JOIN = 2;

const MASKS: Readonly<Record<string, number>> = {
  paragraph: JOIN,
  atxHeadingText: JOIN,
  setextHeadingText: JOIN,
  tableContent: JOIN,
  data: KEEP,
  characterEscapeValue: KEEP,
  blockQuotePrefix: SPACE,
  linePrefix: SPACE,
  lineSuffix: SPACE,
  listItemPrefix: SPACE,
  listItemIndent: SPACE,
  gfmFootnoteDefinitionWhitespace: SPACE,
  gfmFootnoteDefinitionIndent: SPACE,
  whitespace: SPACE,
  hardBreakTrailing: SPACE,
  taskListCheck: SPACE,
};

/** What a reader of prose does not see: its own tokens are passed over. */
const PASSED_OVER: Readonly<Record<string, number>> = {
  codeText: SPACE,
  image: SPACE,
  literalAutolink: SPACE,
  autolink: SPACE,
  definition: SPACE,
  codeFenced: SPACE,
  codeIndented: SPACE,
  tableDelimiterRow: SPACE,
  gfmFootnoteDefinitionLabel: SPACE,
  htmlFlow: SPACE,
  gfmFootnoteCall: JOIN,
  resource: JOIN,
  reference: JOIN,
  htmlText: JOIN,
};

const TEXT_BLOCKS: Readonly<Record<string, BlockKind>> = {
  paragraph: 'paragraph',
  atxHeadingText: 'heading',
  setextHeadingText: 'heading',
  tableContent: 'cell',
};

const CONTAINERS: Readonly<Record<string, BlockKind>> = {
  blockQuote: 'quote',
  listOrdered: 'item',
  listUnordered: 'item',
  gfmFootnoteDefinition: 'footnote',
  table: 'cell',
};

interface Container {
  kind: BlockKind;
  readonly group: number;
}

/** Reads one part with micromark. Its tokens, unlike a syntax tree, say of every character what it is. */
class PartReader {
  readonly #text: string;
  readonly #labels: Labels;
  readonly #mask: Uint8Array;
  readonly #characters = new Map<number, string>();
  readonly #containers: Container[] = [];
  readonly #blocks: Block[] = [];
  readonly #comments: MarkdownComment[] = [];
  readonly #links: MarkdownLink[] = [];
  readonly #footnotes: MarkdownFootnote[] = [];
  readonly #footnoteMarks: MarkdownFootnoteMark[] = [];
  readonly #written: Span[] = [];
  /** Links being read, outermost first. */
  readonly #open: { readonly span: Span; text: Span; url: string | null }[] = [];
  /** What its own tokens would make prose, and is none. */
  readonly #blanked: Span[] = [];
  #groups = 0;
  #passing: Token | null = null;

  constructor(text: string, labels: Labels) {
    this.#text = text;
    this.#labels = labels;
    this.#mask = new Uint8Array(text.length);
  }

  read(): Part {
    const paragraph = paragraphIn(this.#text);
    if (paragraph) this.#paragraph(paragraph);
    for (const [kind, token] of eventsOf(this.#text, this.#labels, paragraph)) {
      if (this.#passing) {
        if (kind === 'enter') this.#enterPassed(token);
        else if (token === this.#passing) this.#passing = null;
      } else if (kind === 'enter') this.#enter(token);
      else this.#exit(token);
    }
    for (const span of this.#blanked) this.#mask.fill(SPACE, span.start, span.end);
    const text = this.#prose();
    const blocks = this.#blocks
      .map((block) => ({ ...block, span: trimmed(text, block.span) }))
      .filter(({ span }) => SEEN.test(text.slice(span.start, span.end)));
    const groups = this.#groups;
    const footnotes = this.#footnotes;
    const marks = { footnotes, footnoteMarks: this.#footnoteMarks, written: this.#written };
    return { text, blocks, groups, comments: this.#comments, links: this.#links, ...marks };
  }

  /** What a paragraph's own tokens would say. */
  #paragraph(span: Span): void {
    this.#mask.fill(JOIN, span.start, span.end);
    this.#block('paragraph', span);
  }

  #enter(token: Token): void {
    const span = spanOf(token);
    const type: string = token.type;
    const container = CONTAINERS[type];
    if (container) this.#containers.push({ kind: container, group: this.#groupFor(container) });
    const passed = PASSED_OVER[type];
    const mask = passed ?? MASKS[type];
    if (mask !== undefined) this.#mask.fill(mask, span.start, span.end);
    if (passed !== undefined) this.#passOver(token, span);
    const block = TEXT_BLOCKS[type];
    if (block) this.#block(block, span);
    if (type === 'link') this.#open.push({ span, text: span, url: null });
    const link = this.#open.at(-1);
    if (type === 'labelText' && link) link.text = span;
    if (type === 'characterReference') this.#entity(span);
    if (type === 'characterEscape') this.#written.push(span);
    if (type === 'gfmFootnoteDefinition')
      this.#footnotes.push({ label: /^\[\^(.*?)\]/.exec(this.#text.slice(span.start, span.end))?.[1] ?? '', span });
  }

  #exit(token: Token): void {
    if (CONTAINERS[token.type]) this.#containers.pop();
    if (token.type !== 'link') return;
    const link = this.#open.pop();
    if (!link) return;
    const url = link.url ?? this.#labels.links.get(normalLabel(this.#slice(link.text)));
    if (url !== undefined) this.#links.push({ span: link.span, text: link.text, url });
  }

  #passOver(token: Token, span: Span): void {
    this.#passing = token;
    const type: string = token.type;
    if (type === 'htmlFlow' || type === 'htmlText') this.#html(span, type === 'htmlFlow');
    else if (type === 'gfmFootnoteCall') this.#footnoteMarks.push({ label: this.#text.slice(span.start + 2, span.end - 1), span });
    else if (type === 'literalAutolink' || type === 'autolink') {
      const text = type === 'autolink' ? { start: span.start + 1, end: span.end - 1 } : span;
      this.#links.push({ span, text, url: this.#slice(text) });
    }
  }

  /** A link's address stands in what is passed over. */
  #enterPassed(token: Token): void {
    const link = this.#open.at(-1);
    if (!link || !this.#passing) return;
    if (this.#passing.type === 'resource' && token.type === 'resourceDestinationString') link.url = addressOf(this.#slice(spanOf(token)));
    if (this.#passing.type === 'reference' && token.type === 'referenceString')
      link.url = this.#labels.links.get(normalLabel(this.#slice(spanOf(token)))) ?? null;
  }

  #slice(span: Span): string {
    return this.#text.slice(span.start, span.end);
  }

  /** All nested lists are one; a quotation within a quotation is another. */
  #groupFor(kind: BlockKind): number {
    const around = this.#containers.at(-1);
    return kind !== 'quote' && around?.kind === kind ? around.group : this.#groups++;
  }

  #block(kind: BlockKind, span: Span): void {
    const around = this.#containers.findLast((container) => container.kind === 'quote') ?? this.#containers.at(-1);
    // GitHub's alerts (`> [!NOTE]`) look like a quotation and are none.
    const alert = around?.kind === 'quote' && /^\[![A-Za-z]+\]/.exec(this.#slice(span));
    if (alert) {
      around.kind = 'paragraph';
      this.#blanked.push({ start: span.start, end: span.start + alert[0].length });
    }
    this.#blocks.push({ span, kind: kind === 'paragraph' && around ? around.kind : kind, group: around?.group ?? -1 });
  }

  #entity(span: Span): void {
    const character = characterOf(this.#text.slice(span.start + 1, span.end - 1));
    this.#mask.fill(character === undefined ? KEEP : JOIN, span.start, span.end);
    if (character === undefined) return;
    this.#characters.set(span.start, character);
    this.#written.push(span);
  }

  /** Comments are kept; of a block of HTML, what stands between its tags is prose. */
  #html(span: Span, flow: boolean): void {
    const raw = this.#slice(span);
    for (const found of raw.matchAll(/<!--([\s\S]*?)(?:-->|$)/g)) {
      const start = span.start + found.index;
      this.#comments.push({ span: { start, end: start + found[0].length }, content: (found[1] as string).trim() });
    }
    if (!flow) {
      if (/^<(?:br|hr|p|div|li|td|img)\b/i.test(raw)) this.#mask.fill(SPACE, span.start, span.end);
      return;
    }
    if (/^\s*<(?:script|pre|style|textarea|math|svg|[?!](?!--))/i.test(raw)) return;
    this.#mask.fill(KEEP, span.start, span.end);
    for (const tag of raw.matchAll(/<!--[\s\S]*?(?:-->|$)|<\/?[A-Za-z][^<>]*>/g))
      this.#mask.fill(SPACE, span.start + tag.index, span.start + tag.index + tag[0].length);
    if (/^\s*<blockquote/i.test(raw)) this.#blocks.push({ span, kind: 'quote', group: this.#groups++ });
    else this.#block('paragraph', span);
  }

  #prose(): string {
    const out: string[] = [];
    const mask = this.#mask;
    for (let at = 0; at < mask.length; ) {
      let end = at + 1;
      while (end < mask.length && mask[end] === mask[at]) end++;
      out.push(this.#run(at, end));
      at = end;
    }
    return out.join('');
  }

  /** A run of one mask; line ends stay, since they part words and lines. */
  #run(start: number, end: number): string {
    const raw = this.#text.slice(start, end);
    if (this.#mask[start] === KEEP) return raw;
    const filler = this.#mask[start] === JOIN ? MARKUP : ' ';
    let run = raw.replace(/[^\r\n]/g, filler);
    for (let at = start; filler === MARKUP && this.#characters.size > 0 && at < end; at++) {
      const character = this.#characters.get(at);
      if (character) run = run.slice(0, at - start) + character + run.slice(at - start + character.length);
    }
    return run;
  }
}

function spanOf(token: Token): Span {
  return { start: token.start.offset, end: token.end.offset };
}
