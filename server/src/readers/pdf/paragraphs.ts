import type { BlockKind } from '../../prose/prose.ts';
import type { Line } from './lines.ts';

/** The type that a document's text is set in. */
export interface BodyType {
  /** Points. */
  readonly size: number;
  readonly font: string;
}

/** Lines that belong together; cells have one each. */
export interface Paragraph {
  readonly kind: BlockKind;
  readonly lines: readonly Line[];
  /** Cells of one table share a number that is unique on its page; -1 elsewhere. */
  readonly table: number;
  /** Whether its last line reaches the right edge of its column, so that it may go on elsewhere. */
  readonly full: boolean;
  /** Whether its first line stands further right than those of its column. */
  readonly indented: boolean;
}

/** What is usual in a column. */
interface Setting {
  readonly left: number;
  readonly right: number;
  /** From baseline to baseline. */
  readonly pitch: number;
  readonly body: BodyType;
}

/** A paragraph's first line stands in by at least this, as a share of the type's size. */
const INDENT = 0.7;
/** Lines of other sizes than this belong to other paragraphs. */
const OTHER_SIZE = 0.09;
const HEADING_SIZE = 1.12;
const LONGEST_HEADING = 220;

/** The size and font of most letters. */
export function bodyTypeOf(lines: Iterable<Line>): BodyType {
  const counts = new Map<string, { letters: number; type: BodyType }>();
  for (const { text, size, font } of lines) {
    const rounded = Math.round(size * 4) / 4;
    const key = `${rounded} ${font}`;
    const entry = counts.get(key) ?? { letters: 0, type: { size: rounded, font } };
    entry.letters += text.length;
    counts.set(key, entry);
  }
  let most = { letters: -1, type: { size: 10, font: '' } as BodyType };
  for (const entry of counts.values()) if (entry.letters > most.letters) most = entry;
  return most.type;
}

/** The paragraphs of a column, from its lines without those of tables. */
export function paragraphsOf(lines: readonly Line[], body: BodyType): Paragraph[] {
  const setting = settingOf(lines, body);
  const groups: Line[][] = [];
  for (const [i, line] of lines.entries()) {
    const group = groups.at(-1);
    const before = lines[i - 1];
    if (group && before && !begins(line, { before, group, setting, next: lines[i + 1] })) group.push(line);
    else groups.push([line]);
  }
  const paragraphs = groups.map((group) => paragraphOf(group, setting));
  return withFootnotes(paragraphs, body);
}

function settingOf(lines: readonly Line[], body: BodyType): Setting {
  const usual = lines.filter(({ size }) => Math.abs(size - body.size) <= body.size * OTHER_SIZE);
  const among = usual.length > 0 ? usual : lines;
  const lefts = new Map<number, number>();
  for (const { left } of among) lefts.set(Math.round(left), (lefts.get(Math.round(left)) ?? 0) + 1);
  const often = [...lefts].filter(([, count]) => count >= Math.max(1, among.length * 0.2)).map(([left]) => left);
  const rights = among.map(({ right }) => right).sort((a, b) => a - b);
  const steps = lines.slice(1).map((line, i) => line.baseline - (lines[i] as Line).baseline);
  const close = steps.filter((step) => step > 0 && step < body.size * 2.6).sort((a, b) => a - b);
  return {
    left: often.length > 0 ? Math.min(...often) : Math.min(...among.map(({ left }) => left)),
    right: rights[Math.floor((rights.length - 1) * 0.95)] ?? 0,
    pitch: close[Math.floor(close.length * 0.4)] ?? body.size * 1.2,
    body,
  };
}

interface Surroundings {
  readonly before: Line;
  /** The paragraph so far. */
  readonly group: readonly Line[];
  readonly setting: Setting;
  readonly next: Line | undefined;
}

const BULLET = /^[•▪■●○◦‣∙·–—-] ?(?=\S)|^[•▪■●○◦‣]$/u;
const NUMBERED = /^(?:\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s+\S/u;
const SENTENCE_END = /[.!?…:;]["”’»)\]]*$/u;
/** A turn of a transcript: it begins a paragraph wherever it stands. */
const TURN = /^(?:\p{Lu}[\p{Lu}.'’-]*(?: \p{Lu}[\p{Lu}.'’-]*){0,4}|(?:Mr|Mrs|Ms|Dr|Sen|Rep)\. \p{Lu}[\p{L}'’-]+): \S/u;

/** Whether a line begins a new paragraph. */
function begins(line: Line, { before, group, setting, next }: Surroundings): boolean {
  const size = Math.max(line.size, before.size);
  const step = line.baseline - before.baseline;
  if (step < 0 || Math.abs(line.size - before.size) > size * OTHER_SIZE) return true;
  const large = line.size >= setting.body.size * HEADING_SIZE;
  if (step > (large ? size * 1.75 : Math.max(setting.pitch * 1.32, size * 1.05))) return true;
  if (large) return false;
  if (line.font !== before.font && changesType(line, before, setting)) return true;
  if (line.noted || TURN.test(line.text) || startsItem(line, before, setting)) return true;
  return begunByEdge(line, { before, group, setting, next });
}

/** Whether a heading in the text's size ends, or begins: a short line all in another font. */
function changesType(line: Line, before: Line, { body, left, right }: Setting): boolean {
  const heading = (one: Line) => one.font !== body.font && one.right - one.left < (right - left) * 0.85 && !/[.,;]$/.test(one.text);
  return (line.font === body.font && heading(before)) || (before.font === body.font && heading(line) && SENTENCE_END.test(before.text));
}

function startsItem({ text }: Line, before: Line, setting: Setting): boolean {
  if (/^[•▪■●○◦‣]/u.test(text)) return true;
  return (NUMBERED.test(text) || /^(?:[–—]|[QA][.:]) /u.test(text)) && (SENTENCE_END.test(before.text) || endsShort(before, text, setting));
}

/** By where the lines begin and end. */
function begunByEdge(line: Line, { before, group, setting, next }: Surroundings): boolean {
  const em = line.size;
  const inBy = line.left - before.left;
  const runsOn = !SENTENCE_END.test(before.text) && !endsShort(before, line.text, setting);
  if (inBy > em * INDENT) return !runsOn && !(group.length === 1 && isItem(group[0] as Line));
  if (inBy < -em * INDENT) return outdented(line, { before, group, setting, next });
  const standsIn = line.left - setting.left > em * INDENT;
  // Each line of some paragraphs in a row stands in where each is one line long.
  if (standsIn && group.length === 1 && next && next.left < line.left - em * INDENT && !runsOn) return true;
  if (/^\p{Ll}/u.test(line.text)) return false;
  return (
    endsShort(before, line.text, setting) &&
    (SENTENCE_END.test(before.text) || before.right - setting.left < (setting.right - setting.left) * 0.6)
  );
}

/** After a line that stands further in: the second line of an indented paragraph, or the next item of hanging ones. */
function outdented(line: Line, { before, group, setting }: Surroundings): boolean {
  if (group.length === 1) return SENTENCE_END.test(before.text) && endsShort(before, line.text, setting);
  return !(/^\p{Ll}/u.test(line.text) && !SENTENCE_END.test(before.text));
}

/** Whether a line was ended though the next one's first word would have had room. */
function endsShort(line: Line, next: string, { right }: Setting): boolean {
  const word = /^\S+/u.exec(next)?.[0] ?? '';
  const perLetter = (line.right - line.left) / Math.max(1, line.text.length);
  return right - line.right > (word.length + 1) * perLetter + line.size * 0.8;
}

function isItem({ text }: Line): boolean {
  return BULLET.test(text) || NUMBERED.test(text);
}

function paragraphOf(lines: readonly Line[], setting: Setting): Paragraph {
  const [first, last] = [lines[0] as Line, lines.at(-1) as Line];
  return {
    kind: kindOf(lines, setting),
    lines,
    table: -1,
    full: setting.right - last.right <= last.size * 4,
    indented: first.left - setting.left > first.size * INDENT,
  };
}

const CAPTION =
  /^(?:fig(?:ure|\.)?|table|tab\.|photo(?:graph)?|picture|image|chart|map|plate|box|abb(?:ildung|\.)|tabelle|figura|foto)\s*(?:[\dIVX]+[a-z]?)?\s?[.:–—|]/iu;

function kindOf(lines: readonly Line[], setting: Setting): BlockKind {
  const first = lines[0] as Line;
  const text = lines.map((line) => line.text).join(' ');
  if (CAPTION.test(text)) return 'caption';
  if (/^[•▪■●○◦‣]/u.test(text) || (NUMBERED.test(text) && lines.length < 12 && !isHeading(lines, text, setting))) return 'item';
  return isHeading(lines, text, setting) && /\p{L}/u.test(first.text) ? 'heading' : 'paragraph';
}

function isHeading(lines: readonly Line[], text: string, { body }: Setting): boolean {
  const [first] = lines as [Line];
  if (text.length > LONGEST_HEADING || TURN.test(text)) return false;
  if (first.size >= body.size * HEADING_SIZE) return lines.length <= 5 && !(text.length > 100 && /[.!?]["”’]?$/.test(text));
  if (lines.length > 2 || /[.,;:]["”’)]?$/.test(text) || text.length > 110 || first.size < body.size * 0.94) return false;
  const shouted = /\p{Lu}{3}/u.test(text) && !/\p{Ll}/u.test(text);
  return shouted || (lines.every(({ font }) => font !== body.font) && /^[\p{Lu}\d]/u.test(text));
}

/**
 * Small type at a column's end is footnotes, from a paragraph on that begins with a note's mark, or that stands in the middle
 * of a sentence of the text.
 */
function withFootnotes(paragraphs: readonly Paragraph[], body: BodyType): Paragraph[] {
  let from = paragraphs.length;
  for (let i = paragraphs.length - 1; i >= 0; i--) {
    const { lines } = paragraphs[i] as Paragraph;
    if (lines.some(({ size }) => size > body.size * 0.94)) break;
    const before = paragraphs[i - 1];
    if (beginsNote(lines[0] as Line) || (before && interrupts(before, body))) from = i;
  }
  return paragraphs.map((paragraph, i) => (i >= from && paragraph.kind !== 'caption' ? { ...paragraph, kind: 'footnote' } : paragraph));
}

/** Whether the text's own paragraph breaks off within a sentence. */
function interrupts({ kind, lines, full }: Paragraph, body: BodyType): boolean {
  const last = lines.at(-1) as Line;
  return kind === 'paragraph' && full && lines.length > 1 && last.size > body.size * 0.94 && !SENTENCE_END.test(last.text);
}

function beginsNote({ text, noted }: Line): boolean {
  return noted || /^(?:\d{1,3}[\s.)]|[*†‡§¶])\s*\S/u.test(text);
}
