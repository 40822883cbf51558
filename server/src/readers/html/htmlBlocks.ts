import { parseHTML } from 'linkedom';
import type { BlockKind } from '../../prose/prose.ts';
import type { ProseBuilder } from '../extracted.ts';

/** As much of a DOM node as is looked at; linkedom's and the browser's both are such. */
export interface HtmlNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly childNodes: ArrayLike<HtmlNode> & Iterable<HtmlNode>;
  readonly parentNode?: HtmlNode | null;
  getAttribute?(name: string): string | null;
}

const ELEMENT = 1;
const TEXT = 3;

/** Elements whose text nobody reads. */
const UNREAD = new Set([
  ...['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'HEAD', 'IFRAME', 'OBJECT', 'EMBED', 'CANVAS', 'SVG', 'MATH', 'VIDEO', 'AUDIO'],
  ...['SELECT', 'OPTION', 'TEXTAREA', 'INPUT', 'BUTTON', 'DIALOG'],
]);

/** Elements that begin a paragraph of their own, and of which kind. */
const BLOCKS: ReadonlyMap<string, BlockKind> = new Map([
  ...[
    'P',
    'DIV',
    'SECTION',
    'ARTICLE',
    'MAIN',
    'HEADER',
    'FOOTER',
    'ASIDE',
    'NAV',
    'ADDRESS',
    'PRE',
    'FIGURE',
    'FORM',
    'FIELDSET',
    'DETAILS',
    'SUMMARY',
    'BODY',
    'HR',
    'CENTER',
    'HGROUP',
  ].map((name) => [name, 'paragraph'] as const),
  ...['H1', 'H2', 'H3', 'H4', 'H5', 'H6'].map((name) => [name, 'heading'] as const),
  ...['UL', 'OL', 'LI', 'DL', 'DT', 'DD', 'MENU'].map((name) => [name, 'item'] as const),
  ...['TABLE', 'THEAD', 'TBODY', 'TFOOT', 'TR', 'TD', 'TH'].map((name) => [name, 'cell'] as const),
  ...['FIGCAPTION', 'CAPTION'].map((name) => [name, 'caption'] as const),
  ['BLOCKQUOTE', 'quote'],
]);

/** Elements whose blocks belong together. */
const GROUPS = new Set(['UL', 'OL', 'DL', 'MENU', 'TABLE', 'BLOCKQUOTE']);

/** What the nearest element around a text makes of it. */
interface Place {
  readonly kind: BlockKind;
  readonly group: number;
}

/** Hands the paragraphs below a node to a builder, in the order of the document. */
class BlockWalk {
  readonly #builder: ProseBuilder;
  #text = '';
  /** Whether nothing has been read since a line was broken. */
  #broken = false;
  #place: Place = { kind: 'paragraph', group: -1 };

  constructor(builder: ProseBuilder) {
    this.#builder = builder;
  }

  walk(node: HtmlNode, place: Place): void {
    if (node.nodeType === TEXT) this.#say(node.textContent ?? '', place);
    const name = node.nodeName.toUpperCase();
    if (node.nodeType !== ELEMENT || UNREAD.has(name) || isHidden(node)) return;
    const kind = BLOCKS.get(name);
    if (kind === undefined) this.#inline(node, name, place);
    else
      this.#block(
        node,
        placeIn(place, { name, kind }, () => this.#builder.newGroup()),
      );
  }

  #block(node: HtmlNode, inner: Place): void {
    this.end();
    for (const child of node.childNodes) this.walk(child, inner);
    this.end();
  }

  /** Ends the paragraph that is being read. */
  end(): void {
    this.#builder.add(this.#text.replace(/[^\S\n]+/gu, ' ').replace(/ ?\n ?/g, '\n'), this.#place.kind, this.#place.group);
    this.#text = '';
    this.#broken = false;
  }

  #inline(node: HtmlNode, name: string, place: Place): void {
    if (name === 'BR') this.#lineBreak();
    if (name === 'Q') this.#say('“', place);
    for (const child of node.childNodes) this.walk(child, place);
    if (name === 'Q') this.#say('”', place);
  }

  #say(text: string, place: Place): void {
    if (this.#text === '') this.#place = place;
    this.#text += text.replace(/[\t\n\f\r ]+/g, ' ');
    if (/\S/.test(text)) this.#broken = false;
  }

  /** One break is a line's end; two in a row, as old pages have them, a paragraph's. */
  #lineBreak(): void {
    if (this.#broken) this.end();
    else if (this.#text !== '') {
      this.#text += '\n';
      this.#broken = true;
    }
  }
}

/** A paragraph in a quotation or a list belongs to it; a heading or a caption is one wherever it stands. */
function placeIn(place: Place, { name, kind }: { readonly name: string; readonly kind: BlockKind }, newGroup: () => number): Place {
  return { kind: kind === 'paragraph' ? place.kind : kind, group: GROUPS.has(name) ? newGroup() : place.group };
}

function isHidden(node: HtmlNode): boolean {
  const attribute = (name: string) => node.getAttribute?.(name) ?? null;
  return attribute('hidden') !== null || attribute('aria-hidden') === 'true' || /display:\s*none/i.test(attribute('style') ?? '');
}

/** Adds the paragraphs below a node. */
export function addBlocks(builder: ProseBuilder, node: HtmlNode): void {
  const walk = new BlockWalk(builder);
  walk.walk(node, { kind: 'paragraph', group: -1 });
  walk.end();
}

/** Adds the paragraphs of a piece of HTML, as feeds and archives carry an article's body. */
export function addHtml(builder: ProseBuilder, html: string): void {
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
  addBlocks(builder, document.body as unknown as HtmlNode);
}
