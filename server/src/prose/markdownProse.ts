import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import { parse, postprocess, preprocess } from 'micromark';
import { gfm } from 'micromark-extension-gfm';
import type { Span } from '../text/span.ts';
import { trimmed } from '../text/span.ts';
import type { Block, BlockKind, Prose } from './prose.ts';
import { MARKUP, readable } from './prose.ts';

/** An HTML comment of a Markdown text. */
export interface MarkdownComment {
  /** From `<!--` to `-->`. */
  readonly span: Span;
  /** What stands between the two, trimmed. */
  readonly content: string;
}

/** A link: inline, by reference, or an address that stands in the text as it is. */
export interface MarkdownLink {
  readonly span: Span;
  /** The words that a reader sees; the address itself for a bare one. */
  readonly text: Span;
  readonly url: string;
}

/** A footnote's text: `[^label]: …`. */
export interface MarkdownFootnote {
  readonly label: string;
  /** With its label and all its paragraphs. */
  readonly span: Span;
}

/** A mark in the text that refers to a footnote: `[^label]`, defined or not. */
export interface MarkdownFootnoteMark {
  readonly label: string;
  readonly span: Span;
}

/** What Markdown says, besides its prose. All offsets are UTF-16 code units of the raw text; all lists stand in its order. */
export interface MarkdownProse {
  readonly prose: Prose;
  /** From the first `---` to the end of the closing line; null where there is none. */
  readonly frontMatter: Span | null;
  readonly comments: readonly MarkdownComment[];
  readonly links: readonly MarkdownLink[];
  readonly footnotes: readonly MarkdownFootnote[];
  readonly footnoteMarks: readonly MarkdownFootnoteMark[];
}

/** A part of the text that can be read by itself, with offsets of its own. */
interface Part {
  readonly text: string;
  readonly blocks: readonly Block[];
  /** How many group numbers `blocks` uses, from 0. */
  readonly groups: number;
  readonly comments: readonly MarkdownComment[];
  readonly links: readonly MarkdownLink[];
  readonly footnotes: readonly MarkdownFootnote[];
  readonly footnoteMarks: readonly MarkdownFootnoteMark[];
}

/** What the rest of a text must know of it: labels hold for the whole document. */
interface Labels {
  /** Normalized label → address. */
  readonly links: ReadonlyMap<string, string>;
  /** Normalized labels of footnotes. */
  readonly footnotes: readonly string[];
  readonly key: string;
}

type Token = ReturnType<typeof postprocess>[number][1];

/** Longer paragraphs are parsed in pieces: the inline parser's time grows with the square of a paragraph. Code units. */
const LONG_PARAGRAPH = 16_000;
/** Longer structures (a list, a table, without one blank line) are taken as plain paragraphs. Code units. */
const LONG_STRUCTURE = 100_000;
/** Quotes and lists in one another, deeper than anyone writes: a line that begins so is not taken apart. */
const DEEP = /^(?:[ \t]*(?:[-+*>]|\d{1,9}[.)])){40}/m;

/**
 * The prose of a Markdown text (CommonMark with GitHub's tables, footnotes, autolinks and strike-through; maths in
 * dollars). Never throws. The text is read in parts that cannot influence each other, and unchanged parts are
 * remembered, so that a keystroke costs no more than the paragraph that it stands in.
 */
export function markdownProse(text: string): MarkdownProse {
  const frontMatter = frontMatterSpan(text);
  const start = frontMatter?.end ?? (text.startsWith('\uFEFF') ? 1 : 0);
  const labels = labelsOf(text);
  const out = [blank(text.slice(0, start))];
  const blocks: Block[] = [];
  const comments: MarkdownComment[] = [];
  const links: MarkdownLink[] = [];
  const footnotes: MarkdownFootnote[] = [];
  const footnoteMarks: MarkdownFootnoteMark[] = [];
  let groups = 0;
  for (const { span, continues } of partsOf(text, start)) {
    const part = readPart(text.slice(span.start, span.end), labels);
    const by = span.start;
    out.push(part.text);
    addBlocks(blocks, part.blocks, { by, groups, continues });
    groups += part.groups;
    for (const comment of part.comments) comments.push({ ...comment, span: shift(comment.span, by) });
    for (const link of part.links) links.push({ ...link, span: shift(link.span, by), text: shift(link.text, by) });
    for (const note of part.footnotes) footnotes.push({ ...note, span: shift(note.span, by) });
    for (const mark of part.footnoteMarks) footnoteMarks.push({ ...mark, span: shift(mark.span, by) });
  }
  return { prose: { text: out.join(''), blocks }, frontMatter, comments, links, footnotes, footnoteMarks };
}

/** Adds a part's blocks to those before it; where a paragraph or a list was cut in two, it becomes one again. */
function addBlocks(all: Block[], added: readonly Block[], { by, groups, continues }: { by: number; groups: number; continues: boolean }) {
  const last = continues ? all.at(-1) : undefined;
  for (const [i, block] of added.entries()) {
    const span = shift(block.span, by);
    if (i === 0 && last?.kind === 'paragraph' && block.kind === 'paragraph')
      all[all.length - 1] = { ...last, span: { start: last.span.start, end: span.end } };
    else if (last?.kind === 'item' && block.kind === 'item') all.push({ ...block, span, group: last.group });
    else all.push({ ...block, span, group: block.group < 0 ? -1 : block.group + groups });
  }
}

/**
 * YAML front matter: from a `---` on the very first line to the next line that is `---` or `...`, its line end left out.
 * Null where the text does not begin so, or the block is never closed.
 */
export function frontMatterSpan(text: string): Span | null {
  const found = /^\uFEFF?---[ \t]*\r?\n(?:[\s\S]*?\n)?(?:---|\.\.\.)[ \t]*(?=\r?\n|$)/.exec(text);
  return found ? { start: text.startsWith('\uFEFF') ? 1 : 0, end: found[0].length } : null;
}

function shift(span: Span, by: number): Span {
  return { start: span.start + by, end: span.end + by };
}

/** Spaces for everything but line ends. */
function blank(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}

function normalLabel(label: string): string {
  return label
    .replace(/[\t\n\r ]+/g, ' ')
    .trim()
    .toLowerCase()
    .toUpperCase();
}

/** Addresses may have escapes and entities. */
function addressOf(raw: string): string {
  return raw.replace(/\\([!-/:-@[-`{-~])/g, '$1').replace(/&(#?\w+);/g, (whole, name: string) => characterOf(name) ?? whole);
}

function labelsOf(text: string): Labels {
  const links = new Map<string, string>();
  for (const [, label, raw] of text.matchAll(/^[ >]{0,12}\[(?!\^)((?:\\.|[^\]\\\n]){1,300})\]:[ \t]*\n?[ \t]*(<[^>\n]*>|\S+)/gm)) {
    const name = normalLabel(label as string);
    if (!links.has(name)) links.set(name, addressOf((raw as string).replace(/^<|>$/g, '')));
  }
  // A mark without a footnote is a mark all the same: its label is no prose.
  const footnotes = [...new Set(Array.from(text.matchAll(/\[\^([^\]\s[]{1,300})\]/g), (found) => normalLabel(found[1] as string)))];
  return { links, footnotes, key: `${JSON.stringify([...links])}${footnotes.join(' ')}` };
}

/** The character of an entity, by what stands between `&` and `;`. */
function characterOf(name: string): string | undefined {
  if (!name.startsWith('#')) return decodeNamedCharacterReference(name) || undefined;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  const valid = code > 31 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return valid ? String.fromCodePoint(code) : '\uFFFD';
}

const LIST_MARKER = /^[ \t]*(?:[-+*]|\d{1,9}[.)]|\[\^[^\]\s]+\]:)(?:[ \t]|$)/;

/** What may hold blank lines: how the first line shows, and what closes it. */
const OPENERS: readonly (readonly [RegExp, (found: RegExpExecArray) => RegExp])[] = [
  [/^ {0,3}(`{3,})[^`]*$/, (found) => new RegExp(`^ {0,3}\`{${found[1]?.length ?? 3},}[ \\t]*$`)],
  [/^ {0,3}(~{3,})/, (found) => new RegExp(`^ {0,3}~{${found[1]?.length ?? 3},}[ \\t]*$`)],
  [/^ {0,3}<!--(?!.*-->)/, () => /-->/],
  [/^ {0,3}<(script|pre|style|textarea)(?=[\s>]|$)(?!.*<\/\1>)/i, () => /<\/(?:script|pre|style|textarea)>/i],
  [/^ {0,3}<\?(?!.*\?>)/, () => /\?>/],
  [/^\$\$\s*$/, () => /\$\$\s*$/],
];

/** What closes the construct that a line opens outside of lists; in a list (its text is `width` wide) it ends with its item. */
function closerOf(line: string, width: number): RegExp | null {
  if (!/^ {0,3}[`~<$]/.test(line) || (width > 0 && line.search(/\S/) >= width)) return null;
  for (const [opener, closer] of OPENERS) {
    const found = opener.exec(line);
    if (found) return closer(found);
  }
  return null;
}

/** A stretch that is read by itself. `continues`: what stands before it, a paragraph or a list, goes on in it. */
interface Stretch {
  readonly span: Span;
  readonly continues: boolean;
}

/** How far the text of the outermost list stands from the margin after a line, 0 outside of lists; `width`: before it. */
function listWidth(line: string, width: number): number {
  if (/^ {0,3}[>#`~<|]/.test(line) && line.search(/\S/) < width) return 0;
  return width === 0 || line.search(/\S/) < width ? (LIST_MARKER.exec(line)?.[0].length ?? width) : width;
}

/** Longer lists are read in parts. Code units. */
const LONG_LIST = 2_000;

/** What blank lines part and no construct spans: where a part ends, every quote and code block and (nearly) every list has ended. */
function* partsOf(text: string, from: number): Generator<Stretch> {
  let start = from;
  let continues = false;
  let closer: RegExp | null = null;
  let afterBlank = false;
  let width = 0;
  for (const line of linesOf(text, from)) {
    const raw = text.slice(line.start, line.end);
    if (closer) {
      if (closer.test(raw)) closer = null;
      continue;
    }
    const before = afterBlank;
    afterBlank = raw.trim() === '';
    if (afterBlank) continue;
    const cutsList = width > 0 && line.start - start > LONG_LIST && LIST_MARKER.test(raw);
    if (/^\S/.test(raw) && (cutsList || (before && !LIST_MARKER.test(raw)))) {
      yield* piecesOf(text, { span: { start, end: line.start }, continues });
      start = line.start;
      continues = cutsList;
      width = 0;
    }
    width = listWidth(raw, width);
    closer = closerOf(raw, width);
  }
  yield* piecesOf(text, { span: { start, end: text.length }, continues });
}

/** Without their line ends. A lone carriage return ends no line here: that only makes parts longer. */
function* linesOf(text: string, from: number): Generator<Span> {
  for (let start = from; start < text.length; ) {
    const next = text.indexOf('\n', start) + 1 || text.length;
    let end = next;
    if (text[end - 1] === '\n') end--;
    if (text[end - 1] === '\r') end--;
    yield { start, end: Math.max(start, end) };
    start = next;
  }
}

/** A very long paragraph in pieces that begin with a word after white space; anything else whole. */
function* piecesOf(text: string, stretch: Stretch): Generator<Stretch> {
  const { span } = stretch;
  let { start } = span;
  const long = span.end - start > LONG_PARAGRAPH ? text.slice(start, span.end) : '';
  const flat = long !== '' && !/^(?:\s*[>#|`~<]|\s*(?:[-+*]|\d{1,9}[.)])\s| {4}|\t)/m.test(long);
  while (flat && span.end - start > LONG_PARAGRAPH) {
    const end = span.start + pieceEnd(long, start - span.start + LONG_PARAGRAPH);
    yield { span: { start, end }, continues: start > span.start || stretch.continues };
    start = end;
  }
  if (start < span.end) yield { span: { start, end: span.end }, continues: start > span.start || stretch.continues };
}

/** Where to cut a long paragraph: after a sentence, else before a word, else anywhere. */
function pieceEnd(text: string, from: number): number {
  const near = text.slice(from, from + 2_000);
  const found = /[.!?][”"’')]*\s(?=["“]?\p{L})/u.exec(near) ?? /\s(?=\p{L}{2})/u.exec(near);
  return from + (found ? found.index + found[0].length : 0);
}

/** Nothing in it, nor at the start of its lines, can be markup. */
const MARKED = /[`*_[\]<>\\~|@\t]|&#?\w+;|https?:|www\.|^(?:[-+=#:]|\d{1,9}[.)](?:\s|$)| )/im;

const remembered = new Map<string, Part>();
let rememberedLength = 0;
/** Code units of text that are kept; then all is forgotten. A pure function's memory: it changes time, never results. */
const MEMORY = 4_000_000;

function readPart(raw: string, labels: Labels): Part {
  const text = withoutMaths(raw);
  if (!MARKED.test(text)) return plainPart(text);
  if (text.length > LONG_STRUCTURE || DEEP.test(text)) return plainPart(/^ {0,3}(?:```|~~~)/.test(text) ? blank(text) : text);
  const key = text.includes('[') ? `${text}\0${labels.key}` : text;
  const known = remembered.get(key);
  if (known) return known;
  const part = new PartReader(text, labels).read();
  rememberedLength += key.length;
  if (rememberedLength > MEMORY) {
    remembered.clear();
    rememberedLength = key.length;
  }
  remembered.set(key, part);
  return part;
}

function plainPart(text: string): Part {
  const span = trimmed(text, { start: 0, end: text.length });
  const blocks: Block[] = span.start < span.end ? [{ span, kind: 'paragraph', group: -1 }] : [];
  return { text, blocks, groups: 0, comments: [], links: [], footnotes: [], footnoteMarks: [] };
}

/** Maths as spaces: `$$…$$`, and `$…$` that looks like maths rather than two sums of money. */
function withoutMaths(text: string): string {
  if (!text.includes('$')) return text;
  return text
    .replace(/(?<!\\)\$\$(?!\s*\$\$)[^`]{1,5000}?\$\$/g, blank)
    .replace(/(?<![\\$\p{L}\d])\$(?:[A-Za-z]|(?![\s\d])[^$`\n]{0,300}?[\\^_={}+<>|][^$`\n]{0,300}?(?<![\s\\]))\$(?![\d\p{L}$])/gu, blank);
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

const EXTENSIONS = [gfm()];

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
    for (const [kind, token] of this.#events()) {
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
      .filter(({ span }) => readable(text.slice(span.start, span.end)) !== '');
    const groups = this.#groups;
    const footnotes = this.#footnotes;
    return { text, blocks, groups, comments: this.#comments, links: this.#links, footnotes, footnoteMarks: this.#footnoteMarks };
  }

  #events(): ReturnType<typeof postprocess> {
    const parser = parse({ extensions: EXTENSIONS });
    parser.defined.push(...this.#labels.links.keys());
    (parser as { gfmFootnotes?: string[] }).gfmFootnotes = [...this.#labels.footnotes];
    return postprocess(parser.document().write(preprocess()(this.#text, undefined, true)));
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
    if (character !== undefined) this.#characters.set(span.start, character);
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
