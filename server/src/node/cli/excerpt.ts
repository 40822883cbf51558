import { MARKUP } from '../../prose/prose.ts';
import { overlaps, type Span } from '../../text/span.ts';

/** A stretch of text to show in one line, with words in it to point at. */
export interface ExcerptRequest {
  readonly text: string;
  /** What is shown; where it is too long, from about the first mark on. */
  readonly focus: Span;
  /** What is pointed at. */
  readonly marks: readonly Span[];
  /** How far the text round the focus may be shown: its line or paragraph. */
  readonly bounds: Span;
  /** Cells of a line. */
  readonly columns: number;
}

/** One line of a text and the line beneath it, with `^` under the marked words; empty where nothing is marked. */
export interface Excerpt {
  readonly line: string;
  readonly pointer: string;
}

/** What takes one place on a terminal: a letter with its accents, an emoji. */
interface Cell {
  readonly shown: string;
  readonly width: number;
  readonly marked: boolean;
}

let graphemes: Intl.Segmenter | undefined;
/** Letters that stand alone, whatever is beside them: of a text of these each is one cell (UAX #29). */
const ALONE = /^[\n\x20-\x7E\u00A1-\u00AC\u00AE-\u02FF\u2010-\u2027]*$/;
const WIDE =
  /\p{Emoji_Presentation}|\uFE0F|[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{20000}-\u{3FFFD}]/u;
const UNSEEN = /^[\p{M}\p{Cf}]+$/u;
const CONTROL = /\p{Cc}/gu;

/** Draws a stretch of text. Takes time by the columns, not by the text: a line may be a megabyte. */
export function excerptOf(request: ExcerptRequest): Excerpt {
  const { marks, columns } = request;
  const window = windowOf(request);
  const cells = cellsOf(request.text, window, marks);
  const [from, to] = fitting(cells, columns);
  const shown = cells.slice(from, to);
  const cutBefore = from > 0 || window.start > request.bounds.start;
  const cutAfter = to < cells.length || window.end < request.bounds.end;
  const line = (cutBefore ? '…' : '') + shown.map((cell) => cell.shown).join('') + (cutAfter ? '…' : '');
  const pointer = (cutBefore ? ' ' : '') + shown.map(({ marked, width }) => (marked ? '^' : ' ').repeat(width)).join('');
  return { line, pointer: pointer.trimEnd() };
}

/** The part of the text that is looked at: enough to fill a line on either side of the first mark. */
function windowOf({ text, focus, marks, bounds, columns }: ExcerptRequest): Span {
  const anchor = marks[0]?.start ?? focus.start;
  const start = Math.max(bounds.start, anchor - 2 * columns);
  const end = Math.min(bounds.end, anchor + 4 * columns);
  return { start: onCharacter(text, start), end: onCharacter(text, end) };
}

/** An offset that does not stand between the two halves of a character. */
function onCharacter(text: string, offset: number): number {
  const code = text.charCodeAt(offset);
  return code >= 0xdc00 && code <= 0xdfff ? offset - 1 : offset;
}

function cellsOf(text: string, window: Span, marks: readonly Span[]): readonly Cell[] {
  const cells: Cell[] = [];
  for (const { segment, index } of segmentsOf(text.slice(window.start, window.end))) {
    const span = { start: window.start + index, end: window.start + index + segment.length };
    const plain = segment.length === 1 && segment > ' ' && ALONE.test(segment);
    const shown = plain ? segment : segment.replaceAll(MARKUP, '').replace(/\s+/g, ' ').replace(CONTROL, '·');
    // White space is shown once, and not at the beginning of the line.
    if (shown === '' || (shown === ' ' && (cells.at(-1)?.shown ?? ' ') === ' ')) continue;
    cells.push({ shown, width: plain ? 1 : widthOf(shown), marked: marks.some((mark) => overlaps(span, atLeastOne(mark))) });
  }
  while (cells.at(-1)?.shown === ' ') cells.pop();
  return cells;
}

/** What takes places of its own in a text. What knows all scripts takes long to load, and most lines have no need of it. */
function segmentsOf(text: string): Iterable<{ readonly segment: string; readonly index: number }> {
  if (ALONE.test(text)) return Array.from(text, (segment, index) => ({ segment, index }));
  graphemes ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return graphemes.segment(text);
}

/** An empty mark points at what follows it. */
function atLeastOne({ start, end }: Span): Span {
  return { start, end: Math.max(end, start + 1) };
}

function widthOf(shown: string): number {
  if (UNSEEN.test(shown)) return 0;
  return WIDE.test(shown) ? 2 : 1;
}

/** The cells that fit in a line: from the beginning where that shows the first marked word, else some words before it on. */
function fitting(cells: readonly Cell[], columns: number): readonly [from: number, to: number] {
  if (widthOfAll(cells) <= columns) return [0, cells.length];
  const room = columns - 2;
  const first = Math.max(
    0,
    cells.findIndex(({ marked }) => marked),
  );
  const from = widthOfAll(cells.slice(0, first)) <= room / 2 ? 0 : wordsBefore(cells, first, room / 3);
  let to = from;
  for (let used = 0; to < cells.length; to++) {
    used += (cells[to] as Cell).width;
    if (used > room) break;
  }
  const space = cells.slice(0, to + 1).findLastIndex(({ shown }) => shown === ' ');
  if (to < cells.length && space > first) to = space;
  return [from, to];
}

/** Where to begin so that the whole words before `first` take at most `room`. */
function wordsBefore(cells: readonly Cell[], first: number, room: number): number {
  let from = first;
  for (let used = 0; from > 0; from--) {
    used += (cells[from - 1] as Cell).width;
    if (used > room) break;
  }
  while (from > 0 && from < first && (cells[from - 1] as Cell).shown !== ' ') from++;
  return from;
}

function widthOfAll(cells: readonly Cell[]): number {
  return cells.reduce((sum, { width }) => sum + width, 0);
}
