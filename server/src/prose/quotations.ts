import { moved, type Span, sliceOf, trimmed } from '../text/span.ts';
import { allMoved, type BlockText, blockTextOf } from './blockText.ts';
import { isInterruption, isSpeechCue } from './cues.ts';
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
}

/** What the marks of one block give by themselves. */
interface Paired {
  readonly quotations: readonly Quotation[];
  /** Marks without a partner, in order. */
  readonly stray: readonly Mark[];
}

interface BlockQuotations extends Paired {
  readonly block: Block;
}

const isSingle = (family: MarkFamily) => family === 'single' || family === 'low-high-single';

/**
 * Pairs the marks of one block with a stack: a closing mark belongs to the last opening one that it fits. What is never
 * closed is stray, and everything after it counts as if it were not there: one stray mark must not turn the rest
 * inside out.
 */
class Pairing {
  readonly #marks: readonly Mark[];
  readonly #quotations: Quotation[] = [];
  readonly #stray: Mark[] = [];
  #stack: Opened[] = [];

  constructor(marks: readonly Mark[]) {
    this.#marks = marks;
    for (let i = 0; i < marks.length; i++) this.#take(i);
  }

  #take(i: number): void {
    const mark = this.#marks[i] as Mark;
    const partner = this.#partnerOf(mark, i);
    if (partner >= 0) this.#close(mark, partner);
    else if (mark.opens && this.#worthOpening(mark, i)) this.#stack.push({ mark, family: familyOf(mark.char) });
    else if (!mark.doubtful && familyOf(mark.char) === 'double' && mark.closes) this.#stray.push(mark);
  }

  /** Place in the stack of the quotation that the mark ends; -1 where it ends none. */
  #partnerOf(mark: Mark, i: number): number {
    for (let s = this.#stack.length - 1; s >= 0; s--) {
      const opened = this.#stack[s] as Opened;
      if (!canClose(mark, opened.mark)) continue;
      if (mark.opens && /\s/u.test(mark.before || ' ')) return -1;
      if (mark.doubtful && (this.#betterCloserFollows(i, opened.mark) || this.#holdsOthers(opened.mark, mark))) return -1;
      return s;
    }
    return -1;
  }

  /** Whether an undoubted closing mark comes before anything else is opened: then this one was an apostrophe or inches. */
  #betterCloserFollows(i: number, opening: Mark): boolean {
    for (let k = i + 1; k < this.#marks.length; k++) {
      const later = this.#marks[k] as Mark;
      if (later.opens && familyOf(later.char) === familyOf(opening.char) && !(later.closes && !/\s/u.test(later.before || ' ')))
        return false;
      if (!later.doubtful && canClose(later, opening)) return true;
    }
    return false;
  }

  /** Whether quotations of their own stand between two single marks, of which the second is most likely an apostrophe. */
  #holdsOthers(opening: Mark, { at }: Mark): boolean {
    if (!isSingle(familyOf(opening.char))) return false;
    return this.#quotations.some(({ span, style }) => !isSingle(style as MarkFamily) && span.start > opening.at && span.end <= at);
  }

  /** A single mark opens only where one that closes follows: else it is an apostrophe. */
  #worthOpening(mark: Mark, i: number): boolean {
    if (!isSingle(familyOf(mark.char))) return true;
    return this.#marks.some((later, k) => k > i && later.at > mark.at + 1 && canClose(later, mark));
  }

  #close(mark: Mark, partner: number): void {
    for (const opened of this.#stack.splice(partner + 1)) this.#lose(opened);
    const opened = this.#stack.pop() as Opened;
    this.#quotations.push({
      span: { start: opened.mark.at, end: mark.at + 1 },
      pieces: [{ start: opened.mark.at + 1, end: mark.at }],
      style: opened.family,
      depth: this.#stack.length,
    });
  }

  readonly #lost: Mark[] = [];

  #lose({ mark, family }: Opened): void {
    this.#lost.push(mark);
    if (!isSingle(family) && !mark.doubtful) this.#stray.push(mark);
  }

  /** Two marks that are left alone, with a space too much inside: (" Quill ”). They can hardly be meant for anything but each other. */
  #pairLeft(): void {
    const loose = this.#marks.filter(({ opens, closes }) => !opens && !closes);
    const [first, second, ...more] = [...this.#stray, ...loose].sort((a, b) => a.at - b.at);
    if (!first || !second || more.length > 0 || this.#stray.length === 0 || first.char !== second.char) return;
    const isApart = this.#quotations.every(({ span }) => span.end <= first.at || span.start > second.at);
    const spaced = /\s/u.test(first.after) || /\s/u.test(second.before);
    if (!isApart || !spaced || /\p{Alpha}|\p{N}/u.test(first.before) || /\p{Alpha}|\p{N}/u.test(second.after)) return;
    this.#stray.length = 0;
    const span = { start: first.at, end: second.at + 1 };
    this.#quotations.push({ span, pieces: [{ start: first.at + 1, end: second.at }], style: familyOf(first.char), depth: 0 });
  }

  finish(): Paired {
    for (const opened of this.#stack.splice(0)) this.#lose(opened);
    this.#pairLeft();
    const quotations = this.#quotations
      .map((quotation) => ({
        ...quotation,
        depth: Math.max(0, quotation.depth - this.#lost.filter(({ at }) => at < quotation.span.start).length),
      }))
      .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
    return { quotations, stray: this.#stray.sort((a, b) => a.at - b.at) };
  }
}

/** The quotations of a block by itself. */
function pairedIn({ text }: BlockText): Paired {
  return new Pairing(marksIn(text)).finish();
}

function pairedMoved({ quotations, stray }: Paired, by: number): Paired {
  return {
    quotations: quotations.map((one) => ({ ...one, span: moved(one.span, by), pieces: allMoved(one.pieces, by) })),
    stray: stray.map((mark) => ({ ...mark, at: mark.at + by })),
  };
}

/** A quotation over several paragraphs is not looked for farther than so many of them: where each begins with a mark, and where not. */
const MOST_MARKED = 200;
const MOST_PARAGRAPHS = 120;

interface Running {
  readonly quotation: Quotation;
  /** Marks of later blocks that belong to it. */
  readonly marks: ReadonlySet<number>;
  /** Whether a mark ends it. */
  readonly closed: boolean;
}

/** Nothing but white space and markup stands between the two offsets. */
function isBlank(text: string, start: number, end: number): boolean {
  return text.slice(start, end).replaceAll(MARKUP, '').trim() === '';
}

/** Whether an opening mark can begin a quotation over several paragraphs: it opens a sentence, after a colon or at the block's start. */
function canRunOn(text: string, open: Mark, block: Block): { marked: boolean; unmarked: boolean } {
  const begins = text.slice(open.at + 1, block.span.end).replaceAll(MARKUP, '');
  const sentence = familyOf(open.char) !== 'single' && /^[^\p{Alpha}]*\p{Upper}/u.test(begins);
  const lead = text.slice(block.span.start, open.at).replaceAll(MARKUP, '').trimEnd();
  // “…, said Ada Quill.”: the paragraph says itself whose the words are, and only its closing mark was forgotten.
  if (endsInAttribution(begins)) return { marked: false, unmarked: false };
  return { marked: sentence && /[.!?…][\s\u2060]*$/u.test(begins), unmarked: sentence && (lead === '' || lead.endsWith(':')) };
}

/** Words behind a paragraph's last comma, at most, that may be an attribution. */
const LONGEST_ATTRIBUTION = 8;

function endsInAttribution(paragraph: string): boolean {
  const last = /[,?!]\s+([^,?!.]+)[.\s]*$/u.exec(paragraph)?.[1] ?? '';
  const words = last.match(/[\p{Alpha}’'-]+/gu) ?? [];
  return words.length <= LONGEST_ATTRIBUTION && words.some(isSpeechCue);
}

/** A quotation left open, as it is followed from block to block. */
class RunningQuotation {
  readonly #text: string;
  readonly #open: Mark;
  readonly #family: MarkFamily;
  readonly #may: { marked: boolean; unmarked: boolean };
  readonly #pieces: Span[];
  readonly #marks: Set<number>;

  constructor(text: string, open: Mark, block: Block) {
    this.#text = text;
    this.#open = open;
    this.#family = familyOf(open.char);
    this.#may = canRunOn(text, open, block);
    this.#pieces = [{ start: open.at + 1, end: block.span.end }];
    this.#marks = new Set([open.at]);
  }

  /** Takes in one more block: gives the quotation where it ends there, null where it cannot go on. */
  into(next: BlockQuotations): Running | null | undefined {
    const again = this.#openedAgain(next);
    // Either each paragraph begins with a mark or none does.
    if (again !== undefined) return this.#may.marked && this.#pieces.length === this.#marks.size ? this.#continue(next, again) : null;
    if (!this.#may.unmarked) return null;
    const closing = next.stray.find((mark) => mark.closes && !mark.opens && familyOf(mark.char) === this.#family);
    if (closing) return this.#end({ start: next.block.span.start, end: closing.at }, closing.at);
    // What is quoted in it stands in single marks; a paragraph with quotations of the same kind is no part of one.
    const others = next.quotations.some(({ style, depth }) => style === this.#family && depth === 0);
    if (next.stray.length > 0 || others) return null;
    this.#pieces.push(next.block.span);
    return undefined;
  }

  /** The opening mark that begins the block again, as running quotations have it. */
  #openedAgain({ block, quotations, stray }: BlockQuotations): number | undefined {
    const openings = [...quotations.map(({ span }) => span.start), ...stray.filter(({ opens }) => opens).map(({ at }) => at)];
    return openings.find((at) => familyOf(this.#text.charAt(at)) === this.#family && isBlank(this.#text, block.span.start, at));
  }

  #continue({ block, quotations }: BlockQuotations, again: number): Running | undefined {
    this.#marks.add(again);
    const closed = quotations.find(({ span }) => span.start === again);
    if (closed) return this.#end(closed.pieces[0] as Span, closed.span.end - 1);
    const french = this.#frenchEnd(block, again);
    if (french !== undefined) return this.#end({ start: again + 1, end: french }, french);
    this.#pieces.push({ start: again + 1, end: block.span.end });
    return undefined;
  }

  /** French may begin each paragraph with the closing mark, which closes nothing there: the next one of them does. */
  #frenchEnd({ span }: Block, again: number): number | undefined {
    if (this.#open.char !== '«' || this.#text[again] !== '»') return undefined;
    const at = this.#text.indexOf('»', again + 1);
    return at >= 0 && at < span.end ? at : undefined;
  }

  #end(piece: Span, mark: number): Running {
    this.#pieces.push(piece);
    this.#marks.add(mark);
    const span = { start: this.#open.at, end: mark + 1 };
    return { quotation: { span, pieces: this.#pieces, style: this.#family, depth: 0 }, marks: this.#marks, closed: true };
  }

  /** Whether it may run on without a mark at each paragraph for so many of them. */
  goesOnAfter(paragraphs: number): boolean {
    return this.#may.marked || paragraphs < MOST_PARAGRAPHS;
  }

  /** The quotation as far as paragraphs begin with its mark, where none ends it: one slip, not one a paragraph. */
  get unclosed(): Running | undefined {
    const pieces = this.#pieces.filter(({ start }) => this.#marks.has(start - 1));
    const last = pieces.at(-1);
    if (!last || pieces.length < 2) return undefined;
    const span = { start: this.#open.at, end: last.end };
    return { quotation: { span, pieces, style: this.#family, depth: 0 }, marks: this.#marks, closed: false };
  }
}

/** Whether a quotation can run from one block on into another: a speech may have lists in it. */
function canFollow(first: Block, next: Block): boolean {
  return next.kind === first.kind || (first.kind === 'paragraph' && next.kind === 'item');
}

/** Follows a quotation that is left open into the next blocks, to the mark that closes it. */
function runningFrom(text: string, open: Mark, blocks: readonly BlockQuotations[]): Running | undefined {
  const [first, ...rest] = blocks;
  if (!first) return undefined;
  const running = new RunningQuotation(text, open, first.block);
  for (const [i, next] of rest.entries()) {
    const result = canFollow(first.block, next.block) && running.goesOnAfter(i) ? running.into(next) : null;
    if (result !== undefined) return result ?? running.unclosed;
  }
  return running.unclosed;
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

/** Joins what runs over several blocks; `stray` is what is left without a partner. */
function joinRunning(text: string, blocks: readonly BlockQuotations[]): { quotations: Quotation[]; stray: Mark[] } {
  const running: Running[] = [];
  const taken = new Set<number>();
  const stray: Mark[] = [];
  const open = blocks.flatMap((block, b) => block.stray.map((mark) => ({ mark, b })));
  for (const { mark, b } of open) {
    if (taken.has(mark.at)) continue;
    const found = mark.opens ? runningFrom(text, mark, blocks.slice(b, b + MOST_MARKED)) : undefined;
    if (found) running.push(found);
    if (!found?.closed) stray.push(mark);
    for (const at of found?.marks ?? []) taken.add(at);
  }
  const own = blocks.flatMap(({ quotations }) => quotations).filter(({ span }) => !taken.has(span.start));
  const outer = running.map(({ quotation }) => quotation);
  return { quotations: [...own.map((quotation) => deepen(quotation, outer)), ...outer], stray };
}

/** In the order of the text, an outer quotation before those inside it. */
function inOrder(quotations: Quotation[]): Quotation[] {
  return quotations.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
}

/**
 * Finds the quotations of a prose, in the order of the text (an outer one before those inside it), and the marks that
 * have no partner. Straight, curly, single, low-high, corner marks and guillemets are paired within a block; a
 * quotation over several paragraphs, with an opening mark at each or only at the first, is one.
 */
export function quotationsOf(prose: Prose): { quotations: Quotation[]; strayMarks: StrayMark[] } {
  const { text } = prose;
  const paired = prose.blocks.map((block) => {
    return { block, ...blockTextOf(sliceOf(text, block.span)).toldAt(pairedIn, block.span.start, pairedMoved) };
  });
  const { quotations, stray } = joinRunning(text, paired);
  const marked = joinInterrupted(text, inOrder(quotations));
  const blockish = blockQuotes(prose, marked);
  const strayMarks = stray.map(({ at }) => ({ span: { start: at, end: at + 1 } })).sort((a, b) => a.span.start - b.span.start);
  return { quotations: inOrder([...marked.map((quotation) => deepen(quotation, blockish)), ...blockish]), strayMarks };
}

/** A quotation inside one of `outer` is nested in it. */
function deepen(quotation: Quotation, outer: readonly Quotation[]): Quotation {
  const inside = outer.some(({ span }) => span.start <= quotation.span.start && quotation.span.end <= span.end);
  return inside ? { ...quotation, depth: quotation.depth + 1 } : quotation;
}
