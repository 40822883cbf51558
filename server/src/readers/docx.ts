import { strToU8, zipSync } from 'fflate';
import { plainly } from '../text/said.ts';
import { refuseOtherKinds } from './archive/kind.ts';
import { refuseDepth } from './archive/tags.ts';
import { extractingReader, Unreadable } from './archive/unreadable.ts';
import { descendants, parseXml, refuseEntities, textOf } from './archive/xml.ts';
import { ZIP_LIMITS, Zip } from './archive/zip.ts';
import { HIDDEN, PAGE, readWordBody, type WordDocument } from './docxBody.ts';
import { type OfficeProperties, officeArticle } from './officeDetails.ts';
import type { Reading } from './reader.ts';

/** Word documents; of the kinds before 2007 only what to do about them is said. */
export const docx = extractingReader(['docx', 'docm', 'doc'], readDocx);

/** Mammoth takes some forty bytes of memory for one of markup, and a thousand pages are some ten megabytes of it. */
const LIMITS = { ...ZIP_LIMITS, part: 16 * 1_048_576, total: 48 * 1_048_576 };

/** Parts that hold no text of the document, or none that belongs to it: comments, headers, forms of other documents. */
const NOT_TEXT =
  /^(?:docProps|customXml)\/|\/(?:theme|charts|diagrams|glossary|embeddings)\/|\/(?:settings|webSettings|fontTable|people|comments[A-Za-z]*|header\d*|footer\d*)\.xml$/;

/** Hidden text as mammoth hands it on, which knows no hiding: as text that is marked with a colour that there is not. */
const VANISH = /<w:vanish(?:\s+w:val="(?:1|true|on)")?\s*\/>/g;
const PAGE_BREAK = /<w:lastRenderedPageBreak\s*\/>/g;

/** A package as mammoth is given it: only its text, checked, as UTF-8, and small enough. */
interface Checked {
  readonly bytes: Uint8Array;
  /** Where the text says that pages began when it was last laid out. */
  readonly pageBreaks: number;
}

function checkedPackage(zip: Zip): Checked {
  const parts: Record<string, Uint8Array> = {};
  let pageBreaks = 0;
  for (const name of zip.names) {
    if (!/\.(?:xml|rels)$/.test(name) || NOT_TEXT.test(name)) continue;
    const xml = zip.text(name) ?? '';
    refuseEntities(xml);
    refuseDepth(xml, 'xml');
    pageBreaks += xml.match(PAGE_BREAK)?.length ?? 0;
    parts[name] = strToU8(
      xml.replace(VANISH, `<w:highlight w:val="${HIDDEN}"/>`).replace(PAGE_BREAK, `<w:bookmarkStart w:name="${PAGE}"/>`),
    );
  }
  return { bytes: zipSync(parts, { level: 0 }), pageBreaks };
}

async function readDocx(id: string, bytes: Uint8Array): Promise<Reading> {
  refuseOtherKinds(bytes, plainly`a Word document`);
  const zip = new Zip(bytes, LIMITS);
  if (!zip.has('[Content_Types].xml'))
    throw new Unreadable(
      plainly`It is not a Word document, though its name says so: open it in the program that it was made with and save it again.`,
    );
  const properties = await propertiesOf(zip);
  const { bytes: checked, pageBreaks } = checkedPackage(zip);
  const document = await wordDocument(checked);
  // Where the breaks do not come to the number of pages that the file gives, they are left over from a former layout.
  const pages = pageBreaks > 0 && pageBreaks + 1 === (await pageCount(zip));
  const { extracted, title } = readWordBody(document, pages);
  if (extracted.prose.blocks.length === 0)
    throw new Unreadable(plainly`There is no text in it. If its pages are pictures, it has to be read by a program that recognises text.`);
  const { locators, prose } = extracted;
  return { articles: [officeArticle(id, { prose, locators: pages ? locators : [] }, title, properties)], problems: [] };
}

/**
 * The document as mammoth reads it, not the HTML that it would make of it: there notes are list items and the numbers of
 * notes stand in the midst of what somebody says.
 */
async function wordDocument(bytes: Uint8Array): Promise<WordDocument> {
  const { default: mammoth } = await import('mammoth');
  let read: WordDocument | null = null;
  const transformDocument = (document: WordDocument) => {
    read = document;
    return { ...document, children: [] };
  };
  // On Node it looks for `buffer`, in a browser for `arrayBuffer`.
  const input = { buffer: bytes, arrayBuffer: bytes.buffer } as unknown as { arrayBuffer: ArrayBuffer };
  try {
    await mammoth.convertToHtml(input, { transformDocument, includeEmbeddedStyleMap: false });
  } catch (error) {
    if (error instanceof RangeError) throw error;
    throw new Unreadable(plainly`It is a damaged Word document: open it in Word or another word processor and save it again.`);
  }
  return read ?? { type: 'document' };
}

/** ECMA-376-2, part 11: the core properties. */
async function propertiesOf(zip: Zip): Promise<OfficeProperties> {
  const root = await parseXml(zip.text('docProps/core.xml') ?? '');
  const value = (name: string) => descendants(root, name).map(textOf)[0] ?? '';
  return { title: value('title'), creator: value('creator'), created: value('created'), language: value('language') };
}

async function pageCount(zip: Zip): Promise<number> {
  const root = await parseXml(zip.text('docProps/app.xml') ?? '');
  return Number(descendants(root, 'Pages').map(textOf)[0] ?? 0);
}
