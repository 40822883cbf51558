import { parseHTML } from 'linkedom';
import type { HtmlNode } from './htmlBlocks.ts';
import { tamed } from './tame.ts';

/** As much of an element as is looked at. */
export interface PageElement extends HtmlNode {
  readonly tagName: string;
  readonly textContent: string;
  readonly children: Iterable<PageElement> & { readonly length: number };
  readonly parentElement: PageElement | null;
  getAttribute(name: string): string | null;
  hasAttribute(name: string): boolean;
  removeAttribute(name: string): void;
  querySelector(selectors: string): PageElement | null;
  querySelectorAll(selectors: string): Iterable<PageElement> & { readonly length: number };
  closest(selectors: string): PageElement | null;
  contains(other: HtmlNode): boolean;
  remove(): void;
}

/** As much of a document as is looked at. */
export interface PageDocument {
  /** Null where there is nothing but text. */
  readonly documentElement: PageElement | null;
  readonly body: PageElement;
  querySelector(selectors: string): PageElement | null;
  querySelectorAll(selectors: string): Iterable<PageElement> & { readonly length: number };
}

/** A parsed page. */
export interface Page {
  /** Parses it again: what takes articles out of pages changes the tree it is given. */
  readonly parse: () => PageDocument;
  /** As it was saved, for what stands in comments. */
  readonly saved: string;
  /** Whether its end was left off, since it is longer than any page. */
  readonly cut: boolean;
}

/** A page of any quality as a tree of bounded depth. Never throws. */
export function pageOf(text: string, xml: boolean): Page {
  const { html, cut } = tamed(xml || /^\s*<\?xml\b/.test(text.slice(0, 200)) ? withEndTags(text) : text);
  return { parse: () => parsed(html), saved: text, cut };
}

/** The tree always has a head and a body: the parser makes them only where the page writes them out. */
function parsed(html: string): PageDocument {
  const written = /<body[\s>]/i.test(html) && /<html[\s>]/i.test(html);
  const document = parseHTML(written ? html : wrapped(html)).document as unknown as PageDocument;
  if (isWhole(document)) return document;
  return parseHTML(wrapped(html)).document as unknown as PageDocument;
}

function wrapped(html: string): string {
  const language = /<html\b[^<>]{0,400}?\blang\s*=\s*["']?([\w-]{2,20})/i.exec(html.slice(0, 20_000))?.[1];
  return `<!doctype html><html${language ? ` lang="${language}"` : ''}><head></head><body>${html}</body></html>`;
}

function isWhole({ documentElement }: PageDocument): boolean {
  if (documentElement === null || documentElement.nodeName.toUpperCase() !== 'HTML') return false;
  return Array.from(documentElement.childNodes).some(({ nodeName }) => nodeName.toUpperCase() === 'BODY');
}

const ENDLESS = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));

/** XHTML may close any element in its own tag, which HTML does not know. */
function withEndTags(text: string): string {
  return text.replace(/<([a-z][\w:-]*)(\s[^<>]*)?\/>/gi, (tag, name: string, rest: string | undefined) =>
    ENDLESS.has(name.toLowerCase()) ? tag : `<${name}${rest ?? ''}></${name}>`,
  );
}
