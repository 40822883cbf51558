import { plainly } from '../text/said.ts';
import { descendants, parseXml, textOf, type XmlElement } from './archive/xml.ts';
import type { Zip } from './archive/zip.ts';
import { type BookPackage, resolvePath } from './epubPackage.ts';

/** Where in a file of a book a chapter or a printed page begins. */
export interface BookPlace {
  readonly kind: 'chapter' | 'page';
  /** The element’s id; null is the beginning of the file. */
  readonly fragment: string | null;
  readonly label: string;
}

/** A line of a table of contents. */
interface Line {
  readonly path: string;
  readonly fragment: string | null;
  readonly label: string;
  readonly depth: number;
}

/** What a book’s own table of contents calls the places of its files, and which printed page begins where. */
export async function placesOf(zip: Zip, { navigation, ncx }: BookPackage): Promise<ReadonlyMap<string, readonly BookPlace[]>> {
  try {
    if (navigation !== null) return placesIn(await navigationLines(zip.text(navigation) ?? '', navigation));
    if (ncx !== null) return placesIn(await ncxLines(zip.text(ncx) ?? '', ncx));
  } catch {
    // A table of contents that cannot be read is no reason not to read the book: headings name its chapters too.
  }
  return new Map();
}

interface Lines {
  readonly chapters: readonly Line[];
  readonly pages: readonly Line[];
}

function lineOf(from: string, href: string, label: string, depth: number): Line {
  const hash = href.indexOf('#');
  return { path: resolvePath(from, href), fragment: hash < 0 ? null : href.slice(hash + 1), label, depth };
}

/** EPUB 3.3, 7: lists of links in `nav` elements. */
async function navigationLines(xhtml: string, path: string): Promise<Lines> {
  const lists = descendants(await parseXml(xhtml.replace(/&nbsp;/g, ' ')), 'nav');
  const linesOf = (type: string) => {
    const list = lists.find(({ attributes }) => attributes.type?.split(/\s+/).includes(type));
    return list ? linksIn(list, path, 0) : [];
  };
  return { chapters: linesOf('toc'), pages: linesOf('page-list') };
}

function linksIn(element: XmlElement, path: string, depth: number): Line[] {
  return element.children.flatMap((child) => {
    if (typeof child === 'string') return [];
    const href = child.attributes.href;
    if (child.name === 'a' && href !== undefined) return [lineOf(path, href, textOf(child), depth)];
    return linksIn(child, path, child.name === 'ol' ? depth + 1 : depth);
  });
}

/** NCX of ANSI/NISO Z39.86-2005, as OPF 2.0.1 uses it. */
async function ncxLines(xml: string, path: string): Promise<Lines> {
  const root = await parseXml(xml);
  const line = (point: XmlElement, depth: number): Line[] => {
    const own = (name: string) => point.children.find((child): child is XmlElement => typeof child !== 'string' && child.name === name);
    const label = own('navLabel');
    const href = own('content')?.attributes.src;
    return label && href !== undefined ? [lineOf(path, href, textOf(label), depth)] : [];
  };
  const points = (element: XmlElement, depth: number): Line[] =>
    element.children.flatMap((child) =>
      typeof child !== 'string' && child.name === 'navPoint' ? [...line(child, depth), ...points(child, depth + 1)] : [],
    );
  const map = descendants(root, 'navMap')[0];
  return { chapters: map ? points(map, 0) : [], pages: descendants(root, 'pageTarget').flatMap((target) => line(target, 0)) };
}

/**
 * The places of each file. Of a part and a chapter that begin together the chapter counts; what stands deeper in the table
 * of contents than the file’s own beginning is a section, which no reader asks for.
 */
function placesIn({ chapters, pages }: Lines): ReadonlyMap<string, readonly BookPlace[]> {
  const places = new Map<string, BookPlace[]>();
  const add = ({ path, fragment, label }: Line, kind: BookPlace['kind']) => {
    if (label !== '') listIn(places, path).push({ kind, fragment, label });
  };
  const byFile = new Map<string, Line[]>();
  for (const line of chapters) listIn(byFile, line.path).push(line);
  for (const lines of byFile.values()) {
    const beginning = lines.findLast(({ fragment }) => fragment === null);
    const deepest = beginning?.depth ?? lines.reduce((least, { depth }) => Math.min(least, depth), Number.POSITIVE_INFINITY);
    if (beginning) add(beginning, 'chapter');
    for (const line of lines) if (line.fragment !== null && line.depth <= deepest) add(line, 'chapter');
  }
  for (const line of pages) add(line, 'page');
  return places;
}

function listIn<T>(lists: Map<string, T[]>, key: string): T[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}

/** Names of chapters that say themselves what they are. */
const NAMED =
  /^(?:chapter|part|book|section|volume|act|scene|letter|lecture|essay|introduction|preface|foreword|prologue|epilogue|afterword|conclusion|appendix|notes?|acknowledge?ments?|author|about|cover|title|copyright|dedication|epigraph|bibliography|index|glossary|contents)\b/i;

/** How a place is shown: `chapter “The Weir”, page 12`. */
export function placeLabel(chapter: string | null, page: string | null): string {
  const bare = chapter?.replace(/^[“"]([^“”"]*)[”"]$/u, '$1') ?? '';
  const first = bare === '' ? null : NAMED.test(bare) ? `“${bare}”` : plainly`chapter “${bare}”`;
  if (page === null) return first ?? '';
  return first === null ? plainly`page ${page}` : plainly`${first}, page ${page}`;
}
