import type { ArticleDetails } from '../corpus/article.ts';
import { sayingAt } from '../corpus/sayings.ts';
import type { Draft } from '../draft/draft.ts';
import { nameWords } from '../prose/names.ts';
import { blockAt, blockNumberAt } from '../prose/prose.ts';
import type { Quotation } from '../prose/quotations.ts';
import { isEnglish, isLatin } from '../text/english.ts';
import { say } from '../text/said.ts';
import { contains, cover, overlaps, type Span, sliceOf } from '../text/span.ts';
import type { RuleContext } from './context.ts';
import { evidenceOf } from './evidence.ts';
import type { Edit, Finding, Fix, Match } from './finding.ts';
import { edgeOf } from './markup.ts';
import type { QuotationReading } from './reading.ts';
import type { Rule } from './rule.ts';
import { hasAnybody, namesPerson, speaksOfSomebody } from './somebody.ts';
import { isName } from './titles.ts';
import { sourceName } from './wording.ts';

/** Whether the words are credited: by an attribution beside them or carried over to them, a citation, or a publication's name. */
function isCredited(quotation: Quotation, context: RuleContext): boolean {
  if (context.attributionOf(quotation)) return true;
  const { sentence, block } = context.settingOf(quotation);
  const around = cover(sentence, block);
  if (/https?:\/\//u.test(sliceOf(context.draft.text, around))) return true;
  return context.draft.citations.some(({ span }) => contains(around, span)) || context.creditsIn(around).length > 0;
}

/** So often “I” or “we” in a paragraph, quotations left out, and it is somebody's own account: what is quoted is recalled. */
const OWN_ACCOUNT = 4;

/** Whether it cannot be told who is named: in another language, in a turn of an interview, beside a mark without a partner, in somebody's own account. */
function isBeyondReading({ span, pieces }: Quotation, context: RuleContext): boolean {
  const { prose, outer, strayMarks } = context.draft;
  const block = blockAt(prose, span.start)?.span ?? span;
  if (TURN.test(sliceOf(outer, block)) || strayMarks.some((mark) => contains(block, mark.span))) return true;
  if (!isEnglish(sliceOf(prose.text, block)) || !isLatin(pieces.map((piece) => sliceOf(prose.text, piece)).join(' '))) return true;
  return (sliceOf(outer, block).match(/\b(?:I|me|my|we|us|our)\b/gu)?.length ?? 0) >= OWN_ACCOUNT;
}

/** “And they go like, ‘…’” */
const LIKE = /\blike[\s,:]*$/iu;

/** Whether the quotation is part of a sentence that somebody is in: “and then she’s like, ‘…’”, “which made me think ‘…’”. */
function isInSomebodysSentence(quotation: Quotation, context: RuleContext): boolean {
  const { span } = quotation;
  const { sentence } = context.settingOf(quotation);
  const before = { start: Math.min(sentence.start, span.start), end: span.start };
  const lead = sliceOf(context.draft.outer, before);
  return /[\p{Alpha}\d]/u.test(lead) && !/[.!?…][^\p{Alpha}\d]*$/u.test(lead) && (LIKE.test(lead) || hasAnybody(before, context));
}

/** Whether the paragraph has named a speaker, or a sentence beside the quotation speaks of somebody: then it is theirs for the reader. */
function isBesideSomebody({ span }: Quotation, context: RuleContext): boolean {
  const block = blockAt(context.draft.prose, span.start);
  if (!block) return false;
  if (namesPerson({ start: block.span.start, end: span.start }, context)) return true;
  return context.besides(block, span).some((sentence) => !overlaps(sentence, span) && speaksOfSomebody(sentence, context));
}

/**
 * Whether a quotation that is a paragraph of its own goes on with what is credited: it stands behind another one that is,
 * or behind a lead-in, or the draft has named whose words they are before.
 */
function goesOn(quotation: Quotation, speaker: string | null, context: RuleContext): boolean {
  const { blocks, text } = context.draft.prose;
  const { outer } = context.draft;
  const at = blockNumberAt(context.draft.prose, quotation.span.start);
  const block = blocks[at];
  if (!block || hasWords(outer.slice(block.span.start, quotation.span.start))) return false;
  const surname = speaker && nameWords(speaker).at(-1);
  if (surname && new RegExp(`(?<!\\p{Alpha})${escaped(surname)}(?!\\p{Alpha})`, 'iu').test(text.slice(0, block.span.start))) return true;
  const before = blocks[at - 1];
  if (!before) return false;
  if (leadsIn(sliceOf(text, before.span)) || speaksOfSomebody(before.span, context)) return true;
  const last = context.draft.quotations.findLast(
    ({ depth, span }) => depth === 0 && span.start >= before.span.start && span.end <= quotation.span.start,
  );
  return last !== undefined && (isCredited(last, context) || goesOn(last, speaker, context));
}

/** So much may stand between two quotations of one breath: “…” Pause. “…”. UTF-16 code units. */
const BREATH = 30;

/** Whether a quotation follows another one of its paragraph with hardly a word between, and whose words that is can be told. */
function followsInOneBreath(quotation: Quotation, context: RuleContext): boolean {
  const block = blockAt(context.draft.prose, quotation.span.start);
  const before = context.draft.quotations.findLast(({ depth, span }) => depth === 0 && span.end <= quotation.span.start);
  if (!block || !before || !contains(block.span, before.span) || quotation.span.start - before.span.end > BREATH) return false;
  return (
    isCredited(before, context) ||
    isInSomebodysSentence(before, context) ||
    isBesideSomebody(before, context) ||
    followsInOneBreath(before, context)
  );
}

/** “Q:”, “A.” in front of a paragraph: a turn of an interview, whose labels say who speaks in it. */
const TURN = /^[\s\u2060]*(?:[AQaq]|[Qq]uestion|QUESTION|[Aa]nswer|ANSWER)[\s\u2060]*[:.](?!\p{IDC})/u;

/** What a text may be: a line that says so and ends no sentence stands over somebody's words. */
const KIND_OF_SPEECH =
  /\b(?:statements?|remarks|speech|comments?|address|testimony|op-ed|letter|excerpts?|quotes?|transcript|interview)\b/iu;

/** Whether a paragraph leads into the one behind it: with a colon, or as its heading. */
function leadsIn(paragraph: string): boolean {
  if (/:[\s\u2060]*$/u.test(paragraph)) return true;
  return KIND_OF_SPEECH.test(paragraph) && !/[.!?…]["”’)\s\u2060]*$/u.test(paragraph);
}

function hasWords(text: string): boolean {
  return /[\p{Alpha}\d]/u.test(text);
}

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Names whoever the source names, at the quotation's end; the publication where it names nobody. */
function attributionFix(quotation: Quotation, match: Match, { draft, publisher }: { draft: Draft; publisher: string | null }): Fix[] {
  const { text } = draft.prose;
  const piece = quotation.pieces.at(-1);
  if (!piece || (match.speaker === null && publisher === null)) return [];
  const title = match.speaker === null ? say`Name the source: ${publisher ?? ''}` : say`Name the speaker: ${match.speaker}`;
  const fix = (edit: Edit): Fix[] => [{ title, applicability: 'unsafe', preferred: true, edits: [edit] }];
  if (quotation.style === 'block') return lineBelow(quotation, `— ${match.speaker ?? publisher}`, draft.text).flatMap(fix);
  const own = text.slice(piece.start, edgeOf(draft, piece.end)).trimEnd();
  const ending = /[.,]?$/u.exec(own)?.[0].length ?? 0;
  const at = piece.start + own.length - ending;
  const closing = text.slice(piece.end, quotation.span.end);
  const credit = match.speaker === null ? `according to ${publisher}` : `${match.speaker} said`;
  const newText = `,${closing} ${credit}${ending > 0 ? '.' : ''}`;
  return fix({ span: { start: at, end: quotation.span.end }, newText });
}

/** A line under a block quote, marked as the line before it is; nothing where block quotes are marked otherwise. */
function lineBelow({ span }: Quotation, line: string, text: string): Edit[] {
  const start = text.lastIndexOf('\n', Math.max(0, span.end - 1)) + 1;
  const mark = /^[ \t]*>[> \t]*/u.exec(text.slice(start))?.[0];
  if (mark === undefined) return [];
  const end = text.indexOf('\n', span.end);
  const at = end < 0 ? text.length : end;
  return [{ span: { start: at, end: at }, newText: `\n${mark.trimEnd()}\n${mark}${line}` }];
}

/** A source's words stand in marks, and nobody is named for them. */
export const unattributedQuote: Rule = {
  name: 'unattributed-quote',
  summary: 'A source’s words stand in marks and nobody is named for them.',
  *quotation(quotation, context): Iterable<Finding> {
    const reading = context.readingOf(quotation);
    if (!reading.best || !reading.telling || isCredited(quotation, context)) return;
    if (isHeading(quotation, context) || isBeyondReading(quotation, context)) return;
    const match = evidenceOf(reading);
    if (!match || isTerm(reading) || isName(quotation, reading, context) || isNamedBeside(quotation, match, context)) return;
    if (isInSomebodysSentence(quotation, context) || isBesideSomebody(quotation, context) || goesOn(quotation, match.speaker, context))
      return;
    if (followsInOneBreath(quotation, context)) return;
    const source = sourceName(reading.best.article);
    const message =
      match.speaker === null
        ? say`Nobody is named for these words (${source}).`
        : say`Nobody is named for these words: they are ${match.speaker}’s (${source}).`;
    yield {
      rule: 'unattributed-quote',
      kind: null,
      span: quotation.span,
      message,
      match,
      fixes: attributionFix(quotation, match, { draft: context.draft, publisher: publisherOf(reading.best.article) }),
    };
  },
};

/** Whose an article is, where that was not guessed. */
function publisherOf({ publisher, guessed }: ArticleDetails): string | null {
  return guessed.includes('publisher') ? null : publisher;
}

/** So few words are a term or a name: “one country, two systems”; a few more where nobody plainly says them in the source. */
const TERM_WORDS = 4;
const LONGEST_TERM = 6;

function isTerm({ tokens, best }: QuotationReading): boolean {
  const words = tokens().filter(({ kind }) => kind === 'word').length;
  const attribution = best && sayingAt(best.article, best.span)?.attribution;
  const said = attribution?.tied === true && attribution.place === 'sentence';
  return words <= TERM_WORDS || (words <= LONGEST_TERM && !said);
}

/** What stands beside a quotation: the sentences round it, the other cells of its row, the paragraph that leads into its list. */
function besides(quotation: Quotation, context: RuleContext): Span[] {
  const { blocks, text } = context.draft.prose;
  const at = blockNumberAt(context.draft.prose, quotation.span.start);
  const block = blocks[at];
  if (!block) return [];
  const sentences = context.besides(block, quotation.span);
  if (block.kind === 'cell') {
    const end = text.indexOf('\n', block.span.end);
    return [...sentences, { start: text.lastIndexOf('\n', block.span.start) + 1, end: end < 0 ? text.length : end }];
  }
  const lead = block.kind === 'item' ? blocks.slice(0, at).findLast(({ kind }) => kind !== 'item') : undefined;
  return lead ? [...sentences, lead.span] : sentences;
}

/** Whether whoever the source says is speaking is named beside the quotation, or before it in its paragraph. */
function isNamedBeside(quotation: Quotation, { speaker }: Match, context: RuleContext): boolean {
  if (speaker === null) return false;
  const { start } = blockAt(context.draft.prose, quotation.span.start)?.span ?? quotation.span;
  const before = { start, end: Math.max(start, quotation.span.start) };
  return [before, ...besides(quotation, context)].some((span) => context.names(span, speaker));
}

/** A headline has no room for names. */
function isHeading({ span }: Quotation, { draft }: RuleContext): boolean {
  return draft.prose.blocks.some((block) => block.kind === 'heading' && contains(block.span, span));
}
