import { languageOf } from '../draft/languages/index.ts';
import { canClose, type Mark, marksIn } from '../prose/marks.ts';
import type { Block, Prose } from '../prose/prose.ts';
import { sentencesOf } from '../text/sentences.ts';
import type { Span } from '../text/span.ts';
import { type Word, wordsOf } from '../text/words.ts';

/** A quotation that is being written, as far as it goes up to the cursor. */
export interface QuotationContext {
  /** The mark that opens it. */
  readonly opening: string;
  /** Its words so far, in the draft's offsets; the last may be a word's beginning. */
  readonly words: readonly Word[];
  /** Whether the cursor stands right behind a letter, so that the last word may go on. */
  readonly isInWord: boolean;
  /** Where the mark stands that closes it; null where none does. */
  readonly closing: number | null;
  /** The paragraph without what has been written of the quotation: who is named there likely said it. */
  readonly around: string;
  /** Whether its sentence begins before it. */
  readonly isLedInto: boolean;
}

/** Fewer words say too little of what is meant. */
const FEWEST_WORDS = 2;
/** Of more words nobody needs the rest. */
const MOST_WORDS = 40;
/** A mark further off belongs to another paragraph, or to one that is too long to be looked at with each word. Code units. */
const FARTHEST_MARK = 2_000;

/**
 * The quotation at an offset of a draft, if somebody is writing one there: words follow an opening mark, and behind the cursor
 * no more of them. Looks no further than the lines before the cursor, as long as there is no opening mark in them.
 */
export function quotationContextAt({ text, languageId }: { text: string; languageId: string }, offset: number): QuotationContext | null {
  if (!mayBeQuoting(text, offset)) return null;
  const { prose } = languageOf(languageId).read(text);
  const block = blockUpTo(prose, text, offset);
  if (!block) return null;
  const { start } = block.span;
  const before = prose.text.slice(start, offset);
  const open = openAt(before);
  if (!open) return null;
  const words = wordsOf(prose.text, { start: start + open.at + 1, end: offset });
  if (words.length < FEWEST_WORDS || words.length > MOST_WORDS) return null;
  const closing = closingBehind(prose.text.slice(start, block.span.end), open, offset - start);
  const rest = prose.text.slice(offset, block.span.end);
  if (/[\p{L}\p{N}]/u.test(closing === null ? (rest[0] ?? '') : prose.text.slice(offset, start + closing))) return null;
  return {
    // The two characters that LaTeX has for one mark.
    opening: text.startsWith('``', start + open.at) ? '``' : open.char,
    words,
    isInWord: words.at(-1)?.span.end === offset,
    closing: closing === null ? null : start + closing,
    around: `${prose.text.slice(start, start + open.at)} ${rest}`,
    isLedInto: isLedInto(prose.text, { start, end: start + open.at }),
  };
}

/** Whether an opening mark stands before the cursor at all: says so of nearly every place that is in no quotation. */
function mayBeQuoting(text: string, offset: number): boolean {
  const near = text.slice(Math.max(0, offset - FARTHEST_MARK), offset);
  const paragraph = near.slice(near.lastIndexOf('\n\n') + 1);
  return /["“‘'«»„‚‹›「『`][^\s\d]/u.test(paragraph);
}

/** The block that a cursor stands in, or behind with nothing but spaces between. */
function blockUpTo({ blocks }: Prose, text: string, offset: number): Block | undefined {
  const block = blocks.findLast(({ span }) => span.start <= offset);
  if (!block || block.kind === 'heading') return undefined;
  return block.span.end >= offset || /^[ \t]*$/u.test(text.slice(block.span.end, offset)) ? block : undefined;
}

/** The mark before the cursor that is not closed by then, the innermost of several. */
function openAt(before: string): Mark | undefined {
  const open: Mark[] = [];
  for (const mark of marksIn(before)) {
    const partner = open.findLastIndex((one) => canClose(mark, one));
    if (partner >= 0 && !(mark.opens && /\s/u.test(mark.before || ' '))) open.length = partner;
    else if (mark.opens && !mark.doubtful) open.push(mark);
  }
  return open.at(-1);
}

/** Where the mark stands in a block that closes what `open` opens, behind the cursor and before the next quotation. */
function closingBehind(block: string, open: Mark, offset: number): number | null {
  // A space that has just been typed is no reason why the mark behind it should close nothing.
  const before = block.slice(0, offset).trimEnd();
  const skipped = offset - before.length;
  for (const mark of marksIn(before + block.slice(offset))) {
    if (mark.at < before.length || mark.doubtful) continue;
    if (canClose(mark, open) && !(mark.opens && !mark.closes)) return mark.at + skipped;
    if (mark.opens) return null;
  }
  return null;
}

/** Whether a sentence is begun before a quotation and goes on with it. */
function isLedInto(text: string, before: Span): boolean {
  const last = sentencesOf(text, before).at(-1);
  const words = last ? text.slice(last.start, last.end) : '';
  return /[\p{L}\p{N}]/u.test(words) && !/[.!?…]["'’”»)]*$/u.test(words);
}
