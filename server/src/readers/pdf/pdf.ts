import type { Locator } from '../../corpus/article.ts';
import { readable, withoutBlock } from '../../prose/prose.ts';
import { plainly } from '../../text/said.ts';
import { sliceOf } from '../../text/span.ts';
import type { Reader, Reading, ReadingProblem } from '../reader.ts';
import { type Layout, layOut } from './layout.ts';
import { isBomb } from './packing.ts';
import { detailsOf } from './pdfDetails.ts';
import { type OpenPdf, openPdf, type RawMetadata, type RawPdf } from './pdfFile.ts';
import { type PageText, readPage } from './pieces.ts';

/** How long a PDF may be read, and who tells the time. */
export interface PdfLimits {
  /** Milliseconds, from an arbitrary beginning. */
  readonly now: () => number;
  /** After so many milliseconds no further page is begun. */
  readonly time: number;
}

const LIMITS: PdfLimits = { now: () => performance.now(), time: 15_000 };

/** PDF, as far as it has text. */
export const pdf: Reader = { endings: ['pdf'], extracts: true, read: (id, bytes) => readPdf(id, bytes) };

/** Reads a PDF as an article. Never rejects. */
export async function readPdf(id: string, bytes: Uint8Array, limits = LIMITS): Promise<Reading> {
  if (bytes.length === 0) return failure(plainly`The file is empty.`);
  if (isBomb(bytes)) return failure(TOO_MUCH);
  let open: OpenPdf;
  try {
    open = await openPdf(bytes);
  } catch (error) {
    return failure(isLocked(error) ? LOCKED : DAMAGED);
  }
  try {
    return await readOpen(id, open.pdf, limits);
  } catch {
    return failure(DAMAGED);
  } finally {
    await open.close();
  }
}

const LOCKED = plainly`This PDF opens only with a password: save a copy without one, and keep that as the source.`;
const DAMAGED = plainly`This file is damaged or no PDF: get it again from where it comes from, or save it anew as PDF from a program that opens it.`;
const TOO_MUCH = plainly`A part of this PDF unpacks to far more than any text needs, and it was not read: save it anew from a program that opens it.`;
const EMPTY = plainly`This PDF has no pages.`;
const SCANNED = plainly`This PDF has pictures of pages and no text: run text recognition (OCR) over it first, and keep the PDF that this gives as the source.`;
const NO_LETTERS = plainly`The text of this PDF cannot be read, since the fonts do not say which letters their shapes are: save it anew from the original document, or run text recognition (OCR) over it.`;
const SOME_LETTERS = plainly`Some letters of this PDF cannot be read, since its fonts do not say which they are: compare quotations with the pages themselves.`;

/** Fewer characters a page than this are a stamp or a page number on a picture. */
const FEWEST_CHARACTERS = 12;

function failure(message: string): Reading {
  return { articles: [], problems: [problem(message)] };
}

function problem(message: string): ReadingProblem {
  return { message, span: null };
}

function isLocked(error: unknown): boolean {
  return error instanceof Error && (error.name === 'PasswordException' || /password|encrypt/i.test(error.message));
}

/** The pages that could be read, and what became of the others. */
interface Pages {
  readonly pages: readonly PageText[];
  /** Numbers, from 1, of those that are broken. */
  readonly broken: readonly number[];
  /** How many pages were looked at, of how many. */
  readonly tried: number;
  readonly of: number;
}

async function readOpen(id: string, file: RawPdf, limits: PdfLimits): Promise<Reading> {
  if (!(file.numPages > 0)) return failure(EMPTY);
  const labels = await file.getPageLabels().catch(() => null);
  const metadata = await file.getMetadata().catch(() => null);
  const read = await readPages(file, limits);
  const letters = read.pages.reduce((sum, { characters }) => sum + characters, 0);
  if (read.broken.length > 0 && letters === 0) return failure(DAMAGED);
  if (letters < FEWEST_CHARACTERS * Math.max(1, read.tried)) return failure(letters > 0 && read.tried < 3 ? sparse(read.tried) : SCANNED);
  const readable = read.pages.filter((page) => page.unreadable <= page.characters * UNREADABLE);
  if (readable.every(({ characters }) => characters === 0)) return failure(NO_LETTERS);
  const layout = layOut(readable, labels, pageNames(labels));
  if (layout.prose.blocks.length === 0) return failure(SCANNED);
  return { articles: [articleOf(id, layout, metadata)], problems: [...problemsOf(read), ...letterProblems(read.pages)] };
}

/** A page on which so large a share of the characters has no meaning is not read. */
const UNREADABLE = 0.3;

/** What is said of pages of which the text is there, and is not known, or is not there. */
function letterProblems(pages: readonly PageText[]): ReadingProblem[] {
  const garbled = pages.filter((page) => page.unreadable > page.characters * UNREADABLE);
  const problems: ReadingProblem[] = [];
  if (garbled.length > 0)
    problems.push(
      problem(
        plainly`${pageList(garbled.map(({ index }) => index + 1))} cannot be read, since the fonts do not say which letters their shapes are: save it anew from the original document, or run text recognition (OCR) over it.`,
      ),
    );
  const [rest, letters] = pages
    .filter((page) => !garbled.includes(page))
    .reduce(([bad, all], { unreadable, characters }) => [bad + unreadable, all + characters], [0, 0]);
  if (rest > letters * 0.02) problems.push(problem(SOME_LETTERS));
  const empty = pages.filter(({ characters }) => characters < FEWEST_CHARACTERS);
  if (empty.length >= 2 && empty.length > pages.length * 0.3) {
    problems.push(
      problem(
        plainly`${pageList(empty.map(({ index }) => index + 1))} have no text: if they show any, run text recognition (OCR) over this PDF first.`,
      ),
    );
  }
  return problems;
}

/** `Page 3 of this PDF`, `Some pages of this PDF (3, 4, 7 …)`. */
function pageList(numbers: readonly number[]): string {
  if (numbers.length === 1) return plainly`Page ${numbers[0] ?? ''} of this PDF`;
  return plainly`Some pages of this PDF (${numbers.slice(0, 5).join(', ')}${numbers.length > 5 ? ' …' : ''})`;
}

function sparse(pages: number): string {
  return pages === 1
    ? plainly`There is next to no text on the page of this PDF: if it shows more than that, run text recognition (OCR) over it first.`
    : plainly`There is next to no text on the pages of this PDF: if it shows more than that, run text recognition (OCR) over it first.`;
}

/** Reads page after page, until the time is up. */
async function readPages(file: RawPdf, { now, time }: PdfLimits): Promise<Pages> {
  const end = now() + time;
  const late = () => now() > end;
  const pages: PageText[] = [];
  const broken: number[] = [];
  for (let number = 1; number <= file.numPages; number++) {
    if (number > 1 && late()) return { pages, broken, tried: number - 1, of: file.numPages };
    // A file that says it has a million pages and has one would be asked a million times.
    if (broken.length >= MOST_BROKEN && broken.length > pages.length) return { pages, broken, tried: number - 1, of: file.numPages };
    try {
      const page = await readPage(await file.getPage(number), number - 1, late);
      pages.push(page);
      if (page.cut) broken.push(number);
    } catch {
      broken.push(number);
    }
  }
  return { pages, broken, tried: file.numPages, of: file.numPages };
}

const MOST_BROKEN = 50;

function problemsOf({ broken, tried, of }: Pages): ReadingProblem[] {
  const problems: ReadingProblem[] = [];
  if (tried < of) {
    const message =
      tried === 1
        ? plainly`This PDF takes too long to read: only the first page was read, of ${of}. Split it into several files to have all of it.`
        : plainly`This PDF takes too long to read: only the first ${tried} pages were read, of ${of}. Split it into several files to have all of it.`;
    problems.push(problem(message));
  }
  if (broken.length > 0) {
    const message =
      broken.length === 1
        ? plainly`${pageList(broken)} is damaged and was not read in full: open the file to see what stands there.`
        : plainly`${pageList(broken)} are damaged and were not read in full: open the file to see what stands there.`;
    problems.push(problem(message));
  }
  return problems;
}

/** How a page is called: by its printed label, or by its number, counted from 0. */
function pageNames(labels: readonly string[] | null): (page: number) => string {
  return (page) => {
    const label = labels?.[page]?.trim();
    return plainly`page ${label === undefined || label === '' || label.length > 20 ? page + 1 : label}`;
  };
}

/** An article of a PDF's text; the heading that is its title is no part of its body. */
function articleOf(id: string, { prose, locators, heading, furniture, firstPageEnd }: Layout, metadata: RawMetadata | null) {
  const details = detailsOf(metadata, { prose, heading, furniture, firstPageEnd });
  const isTitle = heading && prose.blocks.length > 1 && sameWords(readable(sliceOf(prose.text, heading.span)), details.title ?? '');
  return { id, ...details, prose: isTitle ? withoutBlock(prose, heading) : prose, locators: locators as readonly Locator[] };
}

function sameWords(a: string, b: string): boolean {
  const words = (text: string) =>
    text
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(' ');
  return words(a) === words(b);
}
