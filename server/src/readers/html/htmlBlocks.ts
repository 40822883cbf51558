import { parseHTML } from 'linkedom';
import type { BlockKind } from '../../prose/prose.ts';
import type { ProseBuilder } from '../extracted.ts';
import { tamed } from './tame.ts';

/** As much of a DOM node as is looked at; linkedom's and the browser's both are such. */
export interface HtmlNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly childNodes: ArrayLike<HtmlNode> & Iterable<HtmlNode>;
  readonly parentNode?: HtmlNode | null;
  getAttribute?(name: string): string | null;
}

/** A paragraph of a page, or its like. */
export interface HtmlBlock {
  /** White space is single, a line's end stands where the page breaks the line. */
  readonly text: string;
  readonly kind: BlockKind;
  /** Blocks of the same list, table or quotation share it; -1 where a block stands alone. */
  readonly group: number;
  /** How much of the text is links, from 0 to 1. */
  readonly linked: number;
  /** The element that the text's first words stand in. */
  readonly from: HtmlNode;
}

const ELEMENT = 1;
const TEXT = 3;

/** Elements whose text nobody reads; the readings over Japanese words would tear these apart. */
const UNREAD = new Set([
  ...['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'HEAD', 'TITLE', 'IFRAME', 'OBJECT', 'EMBED', 'CANVAS', 'SVG', 'MATH', 'VIDEO', 'AUDIO'],
  ...['SELECT', 'OPTION', 'TEXTAREA', 'INPUT', 'BUTTON', 'DIALOG', 'RT', 'RP', 'NOFRAMES', 'NOEMBED', 'XMP'],
]);

const named = (kind: BlockKind, names: string) => names.split(' ').map((name) => [name, kind] as const);

/** Elements that begin a paragraph of their own, and of which kind. */
const BLOCKS: ReadonlyMap<string, BlockKind> = new Map([
  ...named('paragraph', 'P DIV SECTION ARTICLE MAIN HEADER FOOTER ASIDE NAV ADDRESS PRE FIGURE FORM FIELDSET DETAILS SUMMARY BODY'),
  ...named('paragraph', 'HR CENTER HGROUP SEARCH LEGEND FRAMESET'),
  ...named('heading', 'H1 H2 H3 H4 H5 H6'),
  ...named('item', 'UL OL LI DL DT DD MENU DIR'),
  ...named('cell', 'TABLE THEAD TBODY TFOOT TR TD TH'),
  ...named('caption', 'FIGCAPTION CAPTION'),
  ['BLOCKQUOTE', 'quote'],
]);

/** Elements whose blocks belong together. */
const GROUPS = new Set(['UL', 'OL', 'DL', 'MENU', 'TABLE', 'BLOCKQUOTE']);

/** White space of a page's source, and of its text within a line, save what is one plain space already. */
const SOURCE_SPACE = / [\t\n\f\r ]+|[\t\n\f\r][\t\n\f\r ]*/g;
const ODD_SPACE = / [^\S\n]+|[^\S\n ][^\S\n]*/gu;

/** What the nearest element around a text makes of it. */
interface Place {
  readonly kind: BlockKind;
  readonly group: number;
  readonly inLink: boolean;
}

/** What is still to be done of a page: nodes, and the ends of elements. A stack of its own, since pages may be nested without end. */
type Task = { readonly node: HtmlNode; readonly place: Place } | (() => void);

/** Reads the paragraphs below a node, in the order of the document. */
class BlockWalk {
  readonly blocks: HtmlBlock[] = [];
  readonly #newGroup: () => number;
  readonly #tasks: Task[] = [];
  #pieces: string[] = [];
  #length = 0;
  #linked = 0;
  #afterBreak: boolean = false;
  #place: Place = { kind: 'paragraph', group: -1, inLink: false };
  #from: HtmlNode | null = null;

  constructor(newGroup: () => number) {
    this.#newGroup = newGroup;
  }

  walk(root: HtmlNode): void {
    this.#tasks.push({ node: root, place: { kind: 'paragraph', group: -1, inLink: false } });
    for (let task = this.#tasks.pop(); task; task = this.#tasks.pop()) {
      if (typeof task === 'function') task();
      else this.#visit(task.node, task.place);
    }
    this.#end();
  }

  #visit(node: HtmlNode, place: Place): void {
    if (node.nodeType === TEXT) this.#say(node.textContent ?? '', { place, node });
    if (node.nodeType !== ELEMENT) return;
    const name = node.nodeName.toUpperCase();
    if (UNREAD.has(name) || isHidden(node) || (name === 'SUP' && isNoteMark(node))) return;
    const kind = BLOCKS.get(name);
    if (kind === undefined) this.#inline(node, name, place);
    else this.#block(node, this.#placeIn(place, { name, kind }));
  }

  #block(node: HtmlNode, inner: Place): void {
    this.#end();
    this.#tasks.push(() => this.#end());
    this.#children(node, inner);
  }

  #inline(node: HtmlNode, name: string, place: Place): void {
    if (name === 'BR') this.#lineBreak();
    const inner = name === 'A' && node.getAttribute?.('href') != null ? { ...place, inLink: true } : place;
    if (name === 'Q') {
      this.#say('“', { place, node });
      this.#tasks.push(() => this.#say('”', { place, node }));
    }
    this.#children(node, inner);
  }

  #children({ childNodes }: HtmlNode, place: Place): void {
    const children = Array.from(childNodes);
    for (let i = children.length - 1; i >= 0; i--) this.#tasks.push({ node: children[i] as HtmlNode, place });
  }

  /** Ends the paragraph that is being read. */
  #end(): void {
    if (this.#length === 0) return;
    const text = this.#pieces
      .join('')
      .replace(ODD_SPACE, ' ')
      .replace(/ ?\n ?/g, '\n')
      .trim();
    const { kind, group } = this.#place;
    if (text !== '') this.blocks.push({ text, kind, group, linked: this.#linked / this.#length, from: this.#from as HtmlNode });
    this.#pieces = [];
    this.#length = 0;
    this.#linked = 0;
  }

  #say(text: string, { place, node }: { readonly place: Place; readonly node: HtmlNode }): void {
    const shown = text.replace(SOURCE_SPACE, ' ');
    const blank = shown.trim() === '';
    if (this.#length === 0) {
      if (blank) return;
      this.#place = place;
      this.#from = node;
    }
    this.#pieces.push(shown);
    this.#length += shown.length;
    if (place.inLink) this.#linked += shown.length;
    if (!blank) this.#afterBreak = false;
  }

  /** One break is a line's end; two in a row, as old pages have them, a paragraph's. */
  #lineBreak(): void {
    if (this.#afterBreak) this.#end();
    else if (this.#length > 0) {
      this.#pieces.push('\n');
      this.#afterBreak = true;
      return;
    }
    this.#afterBreak = false;
  }

  /** A paragraph in a quotation or a list belongs to it; a heading or a caption is one wherever it stands. */
  #placeIn(place: Place, { name, kind }: { readonly name: string; readonly kind: BlockKind }): Place {
    const inner = kind === 'paragraph' ? place.kind : kind;
    return { kind: inner, group: GROUPS.has(name) ? this.#newGroup() : place.group, inLink: place.inLink };
  }
}

function isHidden(node: HtmlNode): boolean {
  const attribute = (name: string) => node.getAttribute?.(name) ?? null;
  const style = attribute('style');
  return (
    attribute('hidden') !== null ||
    attribute('aria-hidden') === 'true' ||
    (style !== null && /display:\s*none|visibility:\s*hidden/i.test(style))
  );
}

/** The number of a note after a word (`[3]`): it stands in no one's sentence. */
function isNoteMark(node: HtmlNode): boolean {
  const text = node.textContent ?? '';
  if (text.length > 40 || !/^\s*(?:\[[^[\]]{1,30}\]\s*)+$|^\s*(?:\d{1,3}|[*†‡§])\s*$/u.test(text)) return false;
  const links = [node, ...node.childNodes].some((child) => /^#|#(?:cite|fn|note|ref)/i.test(child.getAttribute?.('href') ?? ''));
  return links || /^\s*\[/.test(text) || node.parentNode?.nodeName.toUpperCase() === 'A';
}

/** The paragraphs below a node, in the order of the document. `newGroup` numbers lists, tables and quotations. Never throws. */
export function blocksOf(node: HtmlNode, newGroup: () => number = counter()): HtmlBlock[] {
  const walk = new BlockWalk(newGroup);
  walk.walk(node);
  return walk.blocks;
}

function counter(): () => number {
  let next = 0;
  return () => next++;
}

/** Adds the paragraphs below a node. */
export function addBlocks(builder: ProseBuilder, node: HtmlNode): void {
  for (const { text, kind, group } of blocksOf(node, () => builder.newGroup())) builder.add(text, kind, group);
}

/** Adds the paragraphs of a piece of HTML, as feeds and archives carry an article's body. */
export function addHtml(builder: ProseBuilder, html: string): void {
  const { document } = parseHTML(`<!doctype html><html><body>${tamed(html).html}</body></html>`);
  addBlocks(builder, document.body as unknown as HtmlNode);
}
