import type { Span } from '../text/span.ts';
import { trimmed } from '../text/span.ts';
import { isInterruption } from './cues.ts';
import { canClose, familyOf, type Mark, type MarkFamily, marksIn } from './marks.ts';
import { type Block, MARKUP, type Prose } from './prose.ts';

export type QuotationStyle = MarkFamily | 'block';

/** Words between quotation marks, or a block quote. Interrupted and running quotations are one, with several pieces. */
export interface Quotation {
  /** From the first mark to the last, marks included; a block quote without marks is its text. */
  readonly span: Span;
  /** What stands between the marks: one piece, or more where an attribution or a paragraph break interrupts. */
  readonly pieces: readonly Span[];
  readonly style: QuotationStyle;
  /** How many quotations it stands in. */
  readonly depth: number;
}

/** A quotation mark without a partner. */
export interface StrayMark {
  readonly span: Span;
}

interface Opened {
  readonly mark: Mark;
  readonly family: MarkFamily;
  readonly index: number;
}

/** What one block holds, before running quotations are joined over blocks. */
interface BlockQuotations {
  readonly quotations: Quotation[];
  readonly stray: Mark[];
  /** A mark still open at the block's end, after which all is quoted. */
  readonly open: Mark | undefined;
}

const isSingle = (family: MarkFamily) => family === 'single' || family === 'low-high-single';

/**
 * Pairs the marks of one block with a stack. Where marks contradict each other, the later ones are believed: one stray
 * mark must not turn the rest inside out.
 */
class Pairing {
  readonly quotations: Quotation[] = [];
  readonly stray: Mark[] = [];
  readonly #marks: readonly Mark[];
  #stack: Opened[] = [];

  constructor(marks: readonly Mark[]) {
    this.#marks = marks;
    for (let i = 0; i < marks.length; i++) this.#take(i);
  }

  #take(i: number): void {
    const mark = this.#marks[i] as Mark;
    const partner = this.#partnerOf(mark, i);
    if (partner >= 0) this.#close(mark, partner);
    else if (mark.opens && this.#worthOpening(mark, i)) this.#open(mark, i);
    else if (!mark.doubtful && familyOf(mark.char) === 'double' && mark.closes) this.stray.push(mark);
  }

  /** Place in the stack of the quotation that the mark ends; -1 where it ends none. */
  #partnerOf(mark: Mark, i: number): number {
    for (let s = this.#stack.length - 1; s >= 0; s--) {
      const opened = this.#stack[s] as Opened;
      if (!canClose(mark, opened.mark)) continue;
      if (mark.opens && /\s/u.test(mark.before || ' ')) return -1;
      if (mark.doubtful && this.#betterCloserFollows(i, opened.mark)) return -1;
      return s;
    }
    return -1;
  }

  /** Whether an undoubted closing mark comes before anything else is opened: then this one was an apostrophe or inches. */
  #betterCloserFollows(i: number, opening: Mark): boolean {
    for (let k = i + 1; k < this.#marks.length; k++) {
      const later = this.#marks[k] as Mark;
      if (later.opens && familyOf(later.char) === familyOf(opening.char) && !(later.closes && !/\s/u.test(later.before || ' '))) return false;
      if (!later.doubtful && canClose(later, opening)) return true;
    }
    return false;
  }

  /** A single mark opens only where one that closes follows: else it is an apostrophe. */
  #worthOpening(mark: Mark, i: number): boolean {
    if (!isSingle(familyOf(mark.char))) return true;
    return this.#marks.some((later, k) => k > i && later.at > mark.at + 1 && canClose(later, mark));
  }

  #open(mark: Mark, index: number): void {
    const family = familyOf(mark.char);
    const same = this.#stack.findIndex((opened) => opened.family === family);
    if (same >= 0 && !this.#closesTwice(index, mark)) {
      for (const lost of this.#stack.splice(same)) this.#lose(lost);
    }
    this.#stack.push({ mark, family, index });
  }

  /** Whether two marks that can close follow before the next opening: then marks of one family are nested. */
  #closesTwice(index: number, mark: Mark): boolean {
    let closing = 0;
    for (let k = index + 1; k < this.#marks.length && closing < 2; k++) {
      const later = this.#marks[k] as Mark;
      if (familyOf(later.char) !== familyOf(mark.char)) continue;
      if (later.opens && !later.closes) return false;
      if (canClose(later, mark)) closing++;
    }
    return closing >= 2 && isDirected(mark.char);
  }

  #close(mark: Mark, partner: number): void {
    const lost = this.#stack.splice(partner + 1);
    for (const opened of lost) this.#lose(opened);
    const opened = this.#stack.pop() as Opened;
    this.quotations.push({
      span: { start: opened.mark.at, end: mark.at + 1 },
      pieces: [{ start: opened.mark.at + 1, end: mark.at }],
      style: opened.family,
      depth: this.#stack.length,
    });
  }

  #lose(opened: Opened): void {
    if (!isSingle(opened.family) && !opened.mark.doubtful) this.stray.push(opened.mark);
  }

  /** Ends the block: what is still open is stray, save a last one that may run on into the next block. */
  finish(): BlockQuotations {
    const open = this.#stack.filter(({ family }) => !isSingle(family));
    const last = open.at(-1);
    for (const opened of open.slice(0, -1)) this.#lose(opened);
    this.quotations.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
    return { quotations: this.quotations, stray: this.stray, open: last?.mark };
  }
}

/** Whether the mark's shape says that it opens (“ but not "). */
function isDirected(char: string): boolean {
  return '“„‘‚«‹「『'.includes(char);
}

/** Whether a quotation left open in one block goes on in the next, which then begins with an opening mark again. */
function runsOn(text: string, open: Mark, block: Block, next: Block | undefined): boolean {
  if (!next || next.kind !== block.kind) return false;
  const [first] = marksIn(text, next.span);
  if (!first?.opens || familyOf(first.char) !== familyOf(open.char)) return false;
  if (text.slice(next.span.start, first.at).replaceAll(MARKUP, '').trim() !== '') return false;
  const begins = text.slice(open.at + 1, block.span.end).replaceAll(MARKUP, '').trimStart();
  return /^[^\p{L}]*\p{Lu}/u.test(begins) && /[.!?…]\s*$/u.test(text.slice(block.span.start, block.span.end));
}

/** The attribution line that ends a block quote (“— Name”): its place in the block's text, or the block's end. */
function dashLineOf(text: string, block: Block): number {
  const stretch = text.slice(block.span.start, block.span.end);
  const found = /(?:^|\n)[\s>\u2060]*(?:[—–―]|--?\s)[^\n]*\s*$/u.exec(stretch);
  return found ? block.span.start + found.index : block.span.end;
}

/** Block quotes as quotations; one whose words stand in marks of their own is left to those. */
function blockQuotes(prose: Prose, marked: readonly Quotation[]): Quotation[] {
  const groups = new Map<number, Span[]>();
  for (const block of prose.blocks) {
    if (block.kind !== 'quote') continue;
    const piece = trimmed(prose.text, { start: block.span.start, end: dashLineOf(prose.text, block) });
    if (piece.start >= piece.end || /^\[!/.test(prose.text.slice(piece.start, piece.start + 2))) continue;
    groups.set(block.group, [...(groups.get(block.group) ?? []), piece]);
  }
  const quotations: Quotation[] = [];
  for (const pieces of groups.values()) {
    const span = { start: (pieces[0] as Span).start, end: (pieces.at(-1) as Span).end };
    const inMarks = marked.some((quotation) => quotation.span.start <= span.start + 2 && quotation.span.end >= span.end - 2);
    if (!inMarks) quotations.push({ span, pieces, style: 'block', depth: 0 });
  }
  return quotations;
}

/** Joins “A,” she said, “B.” into one quotation of two pieces. */
function joinInterrupted(text: string, quotations: readonly Quotation[]): Quotation[] {
  const joined: Quotation[] = [];
  for (const quotation of quotations) {
    const last = joined.findLast(({ depth }) => depth === quotation.depth);
    if (last && last.style === quotation.style && isInterruption(text, last, quotation)) {
      joined[joined.indexOf(last)] = {
        ...last,
        span: { start: last.span.start, end: quotation.span.end },
        pieces: [...last.pieces, ...quotation.pieces],
      };
    } else joined.push(quotation);
  }
  return joined;
}

/**
 * Finds the quotations of a prose, in the order of the text (an outer one before those inside it), and the marks that
 * have no partner. Straight, curly, single, low-high, corner marks and guillemets are paired within a block; a
 * quotation over several paragraphs, with an opening mark at each, is one.
 */
export function quotationsOf(prose: Prose): { quotations: Quotation[]; strayMarks: StrayMark[] } {
  const { text, blocks } = prose;
  const found: Quotation[] = [];
  const stray: Mark[] = [];
  let running: { open: Mark; pieces: Span[] } | undefined;
  blocks.forEach((block, b) => {
    const marks = marksIn(text, block.span);
    const result = new Pairing(running ? marks : marks).finish();
    let quotations = result.quotations;
    let open = result.open;
    if (running) {
      const first = quotations[0];
      const opening = marks[0] as Mark;
      const closes = first && first.span.start === opening.at;
      running.pieces.push(closes ? (first.pieces[0] as Span) : { start: opening.at + 1, end: block.span.end });
      if (closes) {
        quotations = quotations.slice(1);
        const span = { start: running.open.at, end: first.span.end };
        found.push({ span, pieces: running.pieces, style: familyOf(running.open.char), depth: 0 });
        running = undefined;
      } else if (open?.at === opening.at) open = undefined;
    }
    found.push(...quotations);
    stray.push(...result.stray);
    const next = blocks[b + 1];
    if (running) {
      if (!runsOn(text, running.open, block, next)) {
        stray.push(running.open);
        running = undefined;
      }
    } else if (open && runsOn(text, open, block, next)) {
      running = { open, pieces: [{ start: open.at + 1, end: block.span.end }] };
    } else if (open && !open.doubtful) stray.push(open);
  });
  const marked = joinInterrupted(text, found.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end));
  const blockish = blockQuotes(prose, marked);
  const quotations = [...marked.map((quotation) => deepen(quotation, blockish)), ...blockish];
  quotations.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  const strayMarks = stray.map(({ at }) => ({ span: { start: at, end: at + 1 } })).sort((a, b) => a.span.start - b.span.start);
  return { quotations, strayMarks };
}

/** A quotation inside a block quote is nested in it. */
function deepen(quotation: Quotation, outer: readonly Quotation[]): Quotation {
  const inside = outer.some(({ span }) => span.start <= quotation.span.start && quotation.span.end <= span.end);
  return inside ? { ...quotation, depth: quotation.depth + 1 } : quotation;
}
