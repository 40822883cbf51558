import type { PageText, Piece } from './pieces.ts';
import { type Row, rowsOf } from './rows.ts';

/** How many rows from the top and from the bottom of a page may be running heads and feet. */
const DEEPEST = 4;
/** How far a running head's height may differ from page to page, in points. */
const SAME_PLACE = 4;
/** A row that has the page's number and more is no longer than this, in code units. */
const LONGEST_NUMBERED = 90;
/** How many pages away a head may come again: left and right pages have their own. */
const NEXT_PAGES = 3;

/** A page without its running heads and feet, and what these were. */
export interface CleanPage {
  readonly page: PageText;
  readonly pieces: readonly Piece[];
  readonly furniture: readonly string[];
}

/** A row near an edge of a page. */
interface EdgeRow {
  readonly row: Row;
  readonly text: string;
  /** The text with figures as signs: page numbers count on. */
  readonly key: string;
  /** The figures at its beginning and its end, less the number of the page: the same over pages where they number these. */
  readonly offsets: readonly number[];
}

interface Edges {
  readonly page: PageText;
  readonly top: readonly EdgeRow[];
  readonly bottom: readonly EdgeRow[];
}

/**
 * Takes away what is printed on every page: running heads and feet, and page numbers. They stand in the outermost rows,
 * at the same place and with the same words on neighbouring pages, or with a figure that counts the pages.
 */
export function withoutFurniture(pages: readonly PageText[], labels: readonly string[] | null): CleanPage[] {
  const edges = pages.map(edgesOf);
  const offsets = usualOffsets(edges);
  const clean = edges.map(({ page, top, bottom }, i) => {
    const gone: EdgeRow[] = [];
    const near = edges.slice(Math.max(0, i - NEXT_PAGES), i + NEXT_PAGES + 1).filter((other) => other.page !== page);
    for (const side of ['top', 'bottom'] as const) {
      for (const row of side === 'top' ? top : bottom) {
        if (gone.includes(row) || !isRunning(row, { side, near, offsets, page, labels })) break;
        gone.push(row);
      }
    }
    const pieces = new Set(gone.flatMap(({ row }) => row.pieces));
    return { page, pieces: page.pieces.filter((piece) => !pieces.has(piece)), furniture: gone.map(({ text }) => text) };
  });
  const letters = (list: readonly { readonly pieces: readonly Piece[] }[]) => list.reduce((sum, { pieces }) => sum + lettersOf(pieces), 0);
  // Where most of the text is the same on each page, it is a form or a list, and what it says.
  const mostly = letters(clean) < letters(pages) / 2;
  return mostly ? pages.map((page) => ({ page, pieces: page.pieces, furniture: [] })) : clean;
}

function lettersOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { text }) => sum + text.length, 0);
}

function edgesOf(page: PageText): Edges {
  const rows = rowsOf(page.pieces);
  const edge = (row: Row): EdgeRow => {
    const text = row.pieces.map((piece) => piece.text.trim()).join('  ');
    return { row, text, key: keyOf(text), offsets: numbersAtEnds(text).map((number) => number - page.index) };
  };
  return { page, top: rows.slice(0, DEEPEST).map(edge), bottom: rows.slice(-DEEPEST).reverse().map(edge) };
}

function keyOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/\d+/g, '#')
    .replace(/^[ivxlc]+$|^[ivxlc]+(?=\s\s)|(?<=\s\s)[ivxlc]+$/g, '#')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The figures that a row begins and ends with, Roman ones too. */
function numbersAtEnds(text: string): number[] {
  const first = /^\D{0,3}(\d{1,4})(?=\D|$)/.exec(text)?.[1] ?? /^([ivxl]{1,8})(?=\s|$)/i.exec(text)?.[1];
  const last = /(?:^|\D)(\d{1,4})\D{0,3}$/.exec(text)?.[1] ?? /(?:^|\s)([ivxl]{1,8})$/i.exec(text)?.[1];
  return [...new Set([first, last].filter((number) => number !== undefined).map(countOf))];
}

const ROMAN: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50 };

function countOf(number: string): number {
  if (/\d/.test(number)) return Number(number);
  const values = [...number.toLowerCase()].map((sign) => ROMAN[sign] ?? 0);
  return values.reduce((sum, value, i) => sum + (value < (values[i + 1] ?? 0) ? -value : value), 0);
}

/** How far the printed page numbers may be from the count of pages: what many pages, in their outermost rows, agree on. */
function usualOffsets(edges: readonly Edges[]): ReadonlySet<number> {
  const counts = new Map<number, number>();
  for (const { top, bottom } of edges) {
    const outermost = [...top.slice(0, 2), ...bottom.slice(0, 2)];
    for (const offset of new Set(outermost.flatMap(({ offsets }) => offsets))) counts.set(offset, (counts.get(offset) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count >= 3 && count >= Math.min(12, edges.length * 0.4)).map(([offset]) => offset));
}

interface Surroundings {
  readonly side: 'top' | 'bottom';
  readonly near: readonly Edges[];
  readonly offsets: ReadonlySet<number>;
  readonly page: PageText;
  readonly labels: readonly string[] | null;
}

function isRunning(row: EdgeRow, { side, near, offsets, page, labels }: Surroundings): boolean {
  if (isPageNumber(row.text, page.index, labels)) return true;
  if (row.text.length <= LONGEST_NUMBERED && row.offsets.some((offset) => offsets.has(offset))) return true;
  return near.some((other) =>
    other[side].some(
      ({ key, row: { baseline } }) =>
        key === row.key && Math.abs(baseline - row.row.baseline) <= SAME_PLACE && (key !== '#' || numbersCountOn(row, other, page)),
    ),
  );
}

/** Lone figures at the same place are page numbers where they count with the pages; a table's do not. */
function numbersCountOn(row: EdgeRow, other: Edges, page: PageText): boolean {
  if (row.offsets.length === 0) return true;
  return (
    [...other.top, ...other.bottom].some(({ offsets }) => offsets.some((offset) => row.offsets.includes(offset))) || page === other.page
  );
}

/** `12`, `– 12 –`, `Page 2`, `2 of 5`, `2/5`: nothing but the number of this very page. */
function isPageNumber(text: string, index: number, labels: readonly string[] | null): boolean {
  const found =
    /^\W{0,3}(?:(page|p\.|seite|página|pagina)\s*)?(\d{1,4}|[ivxlc]{1,7})(?:\s*(?:of|\/|von|de|sur|di)\s*(\d{1,4}))?\W{0,3}$/iu.exec(text);
  if (!found) return false;
  const [, word, number, of] = found;
  if (word !== undefined || of !== undefined) return Number(number) === index + 1 || word !== undefined;
  return number === String(index + 1) || number?.toLowerCase() === labels?.[index]?.toLowerCase();
}
