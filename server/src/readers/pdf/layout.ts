import type { Block } from '../../prose/prose.ts';
import { type Extracted, ProseBuilder } from '../extracted.ts';
import { columnsOf } from './columns.ts';
import { withInitials } from './dropCaps.ts';
import { type CleanPage, withoutFurniture } from './furniture.ts';
import { addParagraphs, type Joined, joinOver } from './joining.ts';
import { type Line, lineOf } from './lines.ts';
import { type BodyType, bodyTypeOf, type Paragraph, paragraphsOf } from './paragraphs.ts';
import type { PageText } from './pieces.ts';
import { tablesIn } from './tables.ts';
import { countWords } from './words.ts';

/** The text of a PDF as it is read. */
export interface Layout extends Extracted {
  /** The heading of the first page with text that is set in the largest type; null where nothing stands out. */
  readonly heading: Block | null;
  /** Running heads and feet of the first pages. */
  readonly furniture: readonly string[];
  /** Where the first page's text ends, in code units. */
  readonly firstPageEnd: number;
}

/** Puts the runs of text of some pages into the order in which they are read. */
export function layOut(pages: readonly PageText[], labels: readonly string[] | null, label: (page: number) => string): Layout {
  const clean = withoutFurniture(pages, labels);
  const words = countWords(eachPiece(clean));
  const columns = clean.map(({ page, pieces }) =>
    columnsOf(withInitials(pieces, words)).map(({ rows }) => rows.map((row) => lineOf(row, page.index))),
  );
  const body = bodyTypeOf(columns.flat(2));
  const paragraphs = joinOver(columns.flatMap((page) => pageParagraphs(page, body)));
  const builder = new ProseBuilder();
  const added = addParagraphs(builder, paragraphs, { words, label });
  const extracted = builder.finish();
  return {
    ...extracted,
    heading: titleHeading(extracted, added),
    furniture: clean.slice(0, 3).flatMap(({ furniture }) => furniture),
    firstPageEnd: firstPageEnd(extracted, added),
  };
}

function* eachPiece(pages: readonly CleanPage[]) {
  for (const { pieces } of pages) yield* pieces;
}

/** The paragraphs of each column of a page; its footnotes last. */
function pageParagraphs(columns: readonly (readonly Line[])[], body: BodyType): Paragraph[][] {
  let tables = 0;
  const read = columns.map((lines) =>
    tablesIn(lines.filter(({ text }) => text !== '')).flatMap((stretch) =>
      stretch.table ? cellsOf(stretch.lines, (columns[0]?.[0]?.page ?? 0) * 1_000 + tables++) : paragraphsOf(stretch.lines, body),
    ),
  );
  const notes = read.flat().filter(({ kind }) => kind === 'footnote');
  const running = read.map((paragraphs) => paragraphs.filter(({ kind }) => kind !== 'footnote'));
  return notes.length > 0 ? [...running, notes] : running;
}

function cellsOf(lines: readonly Line[], table: number): Paragraph[] {
  return lines.flatMap((line) =>
    line.cells.map(
      (cell): Paragraph => ({ kind: 'cell', lines: [{ ...line, ...cell, cells: [cell] }], table, full: false, indented: false }),
    ),
  );
}

/** Headings of parts, which name no text. */
const SECTION =
  /^[\d.\s]*(?:(?:table of )?contents|abstract|summary|introduction|preface|foreword|inhalt(?:sverzeichnis)?|sommaire|índice|indice|references|page \d+)$/iu;

/** The first heading of the largest type on the first page that has text. */
function titleHeading({ prose }: Extracted, paragraphs: readonly Joined[]): Block | null {
  const page = paragraphs[0]?.lines[0]?.page;
  let best: { readonly size: number; readonly block: Block } | null = null;
  for (const [i, { kind, lines }] of paragraphs.entries()) {
    const [line] = lines;
    const block = prose.blocks[i];
    if (!line || !block || line.page !== page) break;
    if (kind === 'heading' && !SECTION.test(line.text) && line.size > (best?.size ?? 0) * 1.02) best = { size: line.size, block };
  }
  return best?.block ?? null;
}

function firstPageEnd({ prose }: Extracted, paragraphs: readonly Joined[]): number {
  const page = paragraphs[0]?.lines[0]?.page;
  const next = paragraphs.findIndex(({ lines }) => lines[0]?.page !== page);
  return next < 0 ? prose.text.length : (prose.blocks[next]?.span.start ?? prose.text.length);
}
