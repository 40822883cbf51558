import { plainly } from '../text/said.ts';
import { Unreadable } from './archive/unreadable.ts';
import { descendants, parseXml, textOf, type XmlElement } from './archive/xml.ts';
import type { Zip } from './archive/zip.ts';

/** A file of a book. */
export interface BookItem {
  /** Its name in the package. */
  readonly path: string;
  readonly type: string;
  readonly properties: readonly string[];
}

/** What the package document of a book says (EPUB 3.3, 5; OPF 2.0.1). */
export interface BookPackage {
  readonly version: string;
  readonly metadata: XmlElement;
  /** The files in reading order, each once; those that are only looked up are left out. */
  readonly spine: readonly BookItem[];
  /** The navigation document of EPUB 3. */
  readonly navigation: string | null;
  /** The table of contents of EPUB 2. */
  readonly ncx: string | null;
}

const CONTAINER = 'META-INF/container.xml';
const ENCRYPTION = 'META-INF/encryption.xml';

/** Scrambling of fonts, which leaves the text alone (EPUB 3.3, 4.4; Adobe’s own). */
const FONT_SCRAMBLING = new Set(['http://www.idpf.org/2008/embedding', 'http://ns.adobe.com/pdf/enc#RC']);

/** The name in the package of what a file of it refers to, without the fragment; never one outside the package. */
export function resolvePath(from: string, href: string): string {
  const plain = href.replace(/[#?].*$/su, '');
  let decoded = plain;
  try {
    decoded = decodeURIComponent(plain);
  } catch {
    // A stray percent sign stands for itself.
  }
  const parts = decoded.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const part of decoded.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

/** What a book’s package document says. Fails with {@link Unreadable}. */
export async function readPackage(zip: Zip): Promise<BookPackage> {
  const path = await packagePath(zip);
  const root = await parseXml(zip.text(path) ?? '');
  const book = descendants(root, 'package')[0];
  if (!book)
    throw new Unreadable(
      plainly`The book does not say what is in it: it is damaged. Get it again, or convert it to a new EPUB with a program for e-books.`,
    );
  const items = itemsOf(book, path);
  const all = [...items.values()];
  const spine = descendants(book, 'spine')[0];
  const ncx = items.get(spine?.attributes.toc ?? '') ?? all.find(({ type }) => type === 'application/x-dtbncx+xml');
  return {
    version: book.attributes.version ?? '',
    metadata: descendants(book, 'metadata')[0] ?? book,
    spine: readingOrder(book, { path, items }),
    navigation: all.find(({ properties }) => properties.includes('nav'))?.path ?? null,
    ncx: ncx?.path ?? null,
  };
}

function itemsOf(book: XmlElement, path: string): ReadonlyMap<string, BookItem> {
  const items = new Map<string, BookItem>();
  for (const { attributes } of descendants(book, 'item')) {
    const { id = '', href = '', 'media-type': type = '', properties = '' } = attributes;
    items.set(id, { path: resolvePath(path, href), type, properties: properties.split(/\s+/) });
  }
  return items;
}

/** Each file once, without tables of contents and what is only looked up. */
function readingOrder(
  book: XmlElement,
  { path, items }: { readonly path: string; readonly items: ReadonlyMap<string, BookItem> },
): readonly BookItem[] {
  const guide = descendants(book, 'reference').filter(({ attributes }) => attributes.type === 'toc');
  const contents = new Set(guide.map(({ attributes }) => resolvePath(path, attributes.href ?? '')));
  const read = new Map<string, BookItem>();
  for (const { attributes } of descendants(book, 'itemref')) {
    const item = items.get(attributes.idref ?? '');
    if (!item || attributes.linear === 'no' || item.properties.includes('nav') || contents.has(item.path)) continue;
    read.set(item.path, item);
  }
  return [...read.values()];
}

/** EPUB Open Container Format 3.3, 4.2.6.3.1. A book that has lost its container file is read by what is there. */
async function packagePath(zip: Zip): Promise<string> {
  const container = zip.text(CONTAINER);
  const stated =
    container === null ? [] : descendants(await parseXml(container), 'rootfile').map(({ attributes }) => attributes['full-path'] ?? '');
  const path = [...stated, ...zip.names.filter((name) => name.endsWith('.opf'))].find((name) => zip.has(name));
  if (path === undefined)
    throw new Unreadable(
      plainly`It is not an e-book, though its name says so: open it in the program that it was made with and save it again.`,
    );
  return path;
}

/** Refuses a book whose text is locked. Fonts that are scrambled are nothing to a reader of text. */
export async function refuseLocked(zip: Zip, { spine }: BookPackage): Promise<void> {
  const encryption = zip.text(ENCRYPTION);
  if (encryption === null) return;
  const locked = new Set<string>();
  for (const data of descendants(await parseXml(encryption), 'EncryptedData')) {
    const method = descendants(data, 'EncryptionMethod')[0]?.attributes.Algorithm ?? '';
    if (FONT_SCRAMBLING.has(method)) continue;
    for (const { attributes } of descendants(data, 'CipherReference')) locked.add(resolvePath('', attributes.URI ?? ''));
  }
  if (!spine.some(({ path }) => locked.has(path))) return;
  throw new Unreadable(
    plainly`The book is protected against copying (DRM), so that its text cannot be read: put what you quote from it into a text file, with the page.`,
  );
}

/** The elements of the metadata of a name, each with what other elements say of it (EPUB 3.3, 5.5: `refines`). */
export function metadataOf(
  metadata: XmlElement,
  name: string,
): { readonly text: string; readonly attributes: Readonly<Record<string, string | undefined>> }[] {
  const refined = new Map<string, Record<string, string>>();
  for (const meta of descendants(metadata, 'meta')) {
    const { refines, property } = meta.attributes;
    if (refines === undefined || property === undefined) continue;
    const known = refined.get(refines) ?? {};
    refined.set(refines, known);
    known[property] = textOf(meta);
  }
  return descendants(metadata, name).map((element) => ({
    text: textOf(element),
    attributes: { ...refined.get(`#${element.attributes.id}`), ...element.attributes },
  }));
}
