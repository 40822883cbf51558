import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import type { HtmlNode } from '../html/htmlBlocks.ts';
import { AS_WRITTEN } from './parserOptions.ts';

/** A node of XML, shaped as much like one of a DOM as reading its paragraphs takes. */
export interface XmlNode extends HtmlNode {
  /** Without its prefix; `#text` of a text. */
  readonly nodeName: string;
  readonly textContent: string;
  readonly childNodes: readonly XmlNode[];
  getAttribute(name: string): string | null;
}

/** What an element becomes of another name when its paragraphs are read; null where it is left out with all that is in it. */
export type Renaming = (name: string, attribute: (name: string) => string | null) => string | null;

/** A document as a tree, or null where nothing could be made out. */
export interface ParsedXml {
  readonly root: XmlNode;
  /** Whether the document breaks off or is not well formed: then the tree is what could be made out. */
  readonly broken: boolean;
}

/** Elements may lie as deep as this; no document of news comes near it, and the call stack stays small. */
const DEEPEST = 200;

/** Parses a document without its prolog’s type declaration. Null where it is too deep or no XML at all. */
export async function parseXml(text: string): Promise<ParsedXml | null> {
  const { XMLParser, XMLValidator } = await import('fast-xml-parser');
  const parser = new XMLParser({
    ...AS_WRITTEN,
    cdataPropName: CDATA,
    ignoreDeclaration: true,
    ignorePiTags: true,
    maxNestedTags: DEEPEST,
    // Any name may stand in a document; nodes are read by name and never merged into objects.
    strictReservedNames: false,
  });
  try {
    const broken = XMLValidator.validate(text) !== true;
    return { root: elementOf('#document', {}, parser.parse(text) as readonly Raw[]), broken };
  } catch {
    return null;
  }
}

const CDATA = '#cdata';
const ATTRIBUTES = ':@';

/** A node as the parser gives it: its one name with its children, and its attributes. */
type Raw = Readonly<Record<string, unknown>>;

function nodeOf(raw: Raw): XmlNode {
  const name = Object.keys(raw).find((key) => key !== ATTRIBUTES) ?? '#text';
  if (name === '#text') return textNode(resolved(String(raw[name] ?? '')));
  const children = (raw[name] ?? []) as readonly Raw[];
  if (name === CDATA) return textNode(children.map((child) => String(child['#text'] ?? '')).join(''));
  return elementOf(name, (raw[ATTRIBUTES] ?? {}) as Readonly<Record<string, unknown>>, children);
}

function elementOf(name: string, attributes: Readonly<Record<string, unknown>>, children: readonly Raw[]): XmlNode {
  const attribute = (wanted: string) => (Object.hasOwn(attributes, wanted) ? resolved(String(attributes[wanted])) : null);
  return element(name, attribute, children.map(nodeOf));
}

function element(nodeName: string, getAttribute: (name: string) => string | null, childNodes: readonly XmlNode[]): XmlNode {
  return {
    nodeType: 1,
    nodeName,
    childNodes,
    getAttribute,
    get textContent() {
      return childNodes.map((child) => child.textContent).join('');
    },
  };
}

function textNode(textContent: string): XmlNode {
  return { nodeType: 3, nodeName: '#text', textContent, childNodes: [], getAttribute: () => null };
}

const REFERENCE = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z][a-z\d]{1,31}));/gi;

/** Text with its references to characters resolved, by number or by the names of HTML; all others stay as they are written. */
export function resolved(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(REFERENCE, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return decodeNamedCharacterReference(name) || whole;
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : whole;
  });
}

/** An element's own elements of a name, in order. */
export function childrenOf(node: XmlNode | undefined, name: string): readonly XmlNode[] {
  return node?.childNodes.filter((child) => child.nodeName === name) ?? [];
}

/** The first element at the end of a path of names. */
export function childAt(node: XmlNode | undefined, ...path: readonly string[]): XmlNode | undefined {
  return path.reduce<XmlNode | undefined>((at, name) => childrenOf(at, name)[0], node);
}

/** All elements of a name below a node, those within one another left out, in the order of the document. */
export function descendants(node: XmlNode, name: string): readonly XmlNode[] {
  return node.childNodes.flatMap((child) => (child.nodeName === name ? [child] : descendants(child, name)));
}

/** What an element says, as one line; null where it says nothing. */
export function said(node: XmlNode | undefined): string | null {
  return node?.textContent.replace(/\s+/g, ' ').trim() || null;
}

/** The same tree with other names. */
export function renamed(node: XmlNode, renaming: Renaming): XmlNode {
  const children = node.childNodes.flatMap((child) => {
    if (child.nodeType !== 1) return [child];
    return renaming(child.nodeName, child.getAttribute) === null ? [] : [renamed(child, renaming)];
  });
  return element(renaming(node.nodeName, node.getAttribute) ?? node.nodeName, node.getAttribute, children);
}
