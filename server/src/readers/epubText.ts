import { parseHTML } from 'linkedom';
import { sliceOf } from '../text/span.ts';
import { htmlOfXhtml, refuseDepth } from './archive/tags.ts';
import { refuseEntities } from './archive/xml.ts';
import { type BookPlace, placeLabel } from './epubPlaces.ts';
import { ProseBuilder } from './extracted.ts';
import { addBlocks, type HtmlNode } from './html/htmlBlocks.ts';

/** As much of an element as is looked at and changed. */
interface BookElement extends HtmlNode {
  readonly childNodes: HtmlNode['childNodes'];
  getAttribute(name: string): string | null;
  prepend(text: string): void;
  replaceWith(text: string): void;
  remove(): void;
}

/** Round the number of a place where it begins in the text: code points that no text may have (Unicode 16, 23.7). */
const MARK = /\uFDD0(\d+)\uFDD1/gu;
const ELEMENT = 1;

/** What stands round a page's text; the body stays as an element, since a chapter may begin at its name. */
const FRAME = /<(\/?)(html|body|!DOCTYPE)\b([^<>]*)>/giu;
/** What a note is referred to by: `12`, `[12]`, `*`. */
const NOTE_NUMBER = /^[\s[(]*(?:\d{1,4}|[*†‡§]{1,3}|[a-z])[\s\])]*$/u;

/** Puts the text of a book together, file by file, and says where its chapters and printed pages begin. */
export class BookText {
  readonly builder = new ProseBuilder();
  #chapter: string | null = null;
  #page: string | null = null;
  #label = '';

  /** Adds a file of the book. `places`: what begins in it. Fails with `Unreadable`. */
  addFile(xhtml: string, places: readonly BookPlace[]): void {
    refuseEntities(xhtml.slice(0, 100_000));
    const html = htmlOfXhtml(
      xhtml
        .replace(/^\uFEFF?\s*<\?xml[^<>]*>/u, '')
        .replace(FRAME, (_, slash: string, name: string, rest: string) => (name === 'body' ? `<${slash}div${rest}>` : '')),
    );
    refuseDepth(html, 'html');
    const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
    const body = document.body as unknown as BookElement;
    const page = new BookFile(body, places);
    const own = places.find(({ kind, fragment }) => kind === 'chapter' && fragment === null)?.label ?? page.heading();
    if (own !== null) this.#chapter = own;
    this.#add(page.body, page.places, false);
    for (const note of page.notes) this.#add(note, page.places, true);
  }

  #add(node: HtmlNode, places: readonly BookPlace[], isNote: boolean): void {
    const inner = new ProseBuilder();
    addBlocks(inner, node);
    const { prose } = inner.finish();
    const groups = new Map<number, number>();
    for (const { span, kind, group } of prose.blocks) {
      if (group >= 0 && !groups.has(group)) groups.set(group, this.builder.newGroup());
      const marked = sliceOf(prose.text, span);
      const text = marked.replace(MARK, '');
      // What begins within a paragraph is the place of the next.
      const from = /^(?:\s*\uFDD0\d+\uFDD1)*/u.exec(marked)?.[0].length ?? 0;
      this.#reach(marked.slice(0, from), places);
      if (text.trim() !== '') {
        this.#locate();
        this.builder.add(text.replace(/ {2,}/g, ' '), isNote ? 'footnote' : kind, groups.get(group) ?? -1);
      }
      this.#reach(marked.slice(from), places);
    }
  }

  #reach(marked: string, places: readonly BookPlace[]): void {
    for (const [, number] of marked.matchAll(MARK)) {
      const place = places[Number(number)];
      if (place?.kind === 'chapter') this.#chapter = place.label;
      else if (place) this.#page = place.label;
    }
  }

  #locate(): void {
    const label = placeLabel(this.#chapter, this.#page);
    if (label === this.#label || label === '') return;
    this.builder.locate(label);
    this.#label = label;
  }
}

/** One file of a book, made ready: marks where places begin, no numbers of notes, notes apart. */
class BookFile {
  readonly body: BookElement;
  readonly notes: BookElement[] = [];
  readonly places: BookPlace[];

  constructor(body: BookElement, places: readonly BookPlace[]) {
    this.body = body;
    this.places = [...places];
    const byId = new Map<string, number[]>();
    places.forEach(({ fragment }, number) => {
      const numbers = byId.get(fragment ?? '') ?? [];
      if (fragment !== null && fragment !== '') byId.set(fragment, numbers);
      numbers.push(number);
    });
    for (const element of elementsBelow(body))
      this.#prepare(element, byId.get(element.getAttribute('id') ?? element.getAttribute('name') ?? '') ?? []);
    for (const note of this.notes) note.remove();
  }

  /** The first heading, which names a chapter that the table of contents does not. */
  heading(): string | null {
    const heading = elementsBelow(this.body).find(({ nodeName }) => /^h[1-3]$/i.test(nodeName));
    const builder = new ProseBuilder();
    if (heading) addBlocks(builder, heading);
    const text = builder.finish().prose.text.replace(MARK, '').replace(/\s+/g, ' ').trim();
    return text === '' || text.length > 120 ? null : text;
  }

  #prepare(element: BookElement, begins: readonly number[]): void {
    const roles = `${element.getAttribute('epub:type') ?? ''} ${element.getAttribute('role') ?? ''}`.split(/\s+/);
    const is = (...names: readonly string[]) => names.some((name) => roles.includes(name));
    const marks = begins.map(mark).join('');
    if (is('pagebreak', 'doc-pagebreak')) element.replaceWith(marks + this.#pageMark(element, begins));
    else if (is('noteref', 'doc-noteref') || isNoteNumber(element)) element.replaceWith(marks);
    else if (is('doc-backlink', 'backlink') || is('toc', 'landmarks', 'page-list')) element.remove();
    else if (marks !== '') element.prepend(marks);
    if (is('footnote', 'endnote', 'rearnote', 'doc-footnote', 'doc-endnote')) this.notes.push(element);
  }

  #pageMark(element: BookElement, begins: readonly number[]): string {
    if (begins.some((number) => this.places[number]?.kind === 'page')) return '';
    const said = [element.getAttribute('title'), element.getAttribute('aria-label'), element.textContent].map((text) => text?.trim() ?? '');
    const label = said
      .find((text) => text !== '')
      ?.replace(/^(?:page|p\.)\s*/i, '')
      .replace(/\.$/, '');
    if (label === undefined || label.length > 12) return '';
    this.places.push({ kind: 'page', fragment: null, label });
    return mark(this.places.length - 1);
  }
}

function mark(number: number): string {
  return `\uFDD0${number}\uFDD1`;
}

/** In the order of the document. */
function elementsBelow(node: HtmlNode): BookElement[] {
  const found: BookElement[] = [];
  const walk = (parent: HtmlNode) => {
    for (const child of parent.childNodes) {
      if (child.nodeType !== ELEMENT) continue;
      found.push(child as BookElement);
      walk(child);
    }
  };
  walk(node);
  return found;
}

/** A number set high that leads to a note, as books of before EPUB 3 have them. */
function isNoteNumber(element: BookElement): boolean {
  const name = element.nodeName.toUpperCase();
  if (name !== 'SUP' && name !== 'A') return false;
  if (!NOTE_NUMBER.test(element.textContent ?? '')) return false;
  const other = [...element.childNodes].find(({ nodeName }) => nodeName.toUpperCase() === (name === 'SUP' ? 'A' : 'SUP'));
  const link = name === 'A' ? element : other;
  return other !== undefined && (link?.getAttribute?.('href') ?? '').includes('#');
}
