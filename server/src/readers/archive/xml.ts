import { plainly } from '../../text/said.ts';
import { AS_WRITTEN } from '../xml/parserOptions.ts';
import { DEEPEST, refuseDepth } from './tags.ts';
import { Unreadable } from './unreadable.ts';

/** An element of XML. Names are without their prefix. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | undefined>>;
  readonly children: readonly XmlNode[];
}

export type XmlNode = XmlElement | string;

const PREDEFINED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The five names and the numbers that XML itself knows; what else is written `&name;` stays as it is, and nothing is expanded. */
export function unescapeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([a-z]{2,4}));/g, (whole, decimal, hex, name) => {
    if (name !== undefined) return PREDEFINED[name] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : whole;
  });
}

/** Refuses definitions of entities: no document that is read has any need of them, and a few lines of them can mean gigabytes. */
export function refuseEntities(markup: string): void {
  if (/<!ENTITY/i.test(markup)) {
    throw new Unreadable(
      plainly`It defines shorthands of its own (XML entities), which are not followed: open it in the program that it was made with and save it again.`,
    );
  }
}

/** XML as a tree, with entities refused and depth limited. Fails with {@link Unreadable}. */
export async function parseXml(xml: string): Promise<XmlElement> {
  refuseEntities(xml);
  refuseDepth(xml, 'xml');
  const { XMLParser } = await import('fast-xml-parser');
  const parser = new XMLParser({ ...AS_WRITTEN, maxNestedTags: DEEPEST + 10 });
  try {
    const nodes: readonly XmlNode[] = (parser.parse(xml) as readonly Ordered[]).flatMap(nodeOf);
    return { name: '', attributes: {}, children: nodes };
  } catch {
    throw new Unreadable(plainly`A part of the file is not sound XML: open it in the program that it was made with and save it again.`);
  }
}

/** A node as the parser gives it: `{ name: [children], ':@': attributes }`, or `{ '#text': … }`. */
type Ordered = Readonly<Record<string, unknown>>;

function nodeOf(node: Ordered): XmlNode[] {
  const text = node['#text'];
  if (typeof text === 'string') return [unescapeXml(text)];
  const name = Object.keys(node).find((key) => key !== ':@');
  if (name === undefined || name.startsWith('?')) return [];
  const attributes = Object.fromEntries(
    Object.entries((node[':@'] ?? {}) as Readonly<Record<string, unknown>>).map(([key, value]) => [key, unescapeXml(String(value))]),
  );
  return [{ name, attributes, children: (node[name] as readonly Ordered[]).flatMap(nodeOf) }];
}

/** The elements of these names at any depth below, in the order of the document. */
export function descendants(element: XmlElement, ...names: readonly string[]): XmlElement[] {
  return element.children.flatMap((child) => {
    if (typeof child === 'string') return [];
    return [...(names.includes(child.name) ? [child] : []), ...descendants(child, ...names)];
  });
}

/** All text below a node, white space single. */
export function textOf(node: XmlNode): string {
  return rawText(node).replace(/\s+/g, ' ').trim();
}

function rawText(node: XmlNode): string {
  return typeof node === 'string' ? node : node.children.map(rawText).join('');
}
