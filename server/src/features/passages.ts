import type { Article } from '../corpus/article.ts';
import { quotationAt, quotationsIn, speakersAt } from '../corpus/sayings.ts';
import { type Prose, readable } from '../prose/prose.ts';
import type { Quotation } from '../prose/quotations.ts';
import { contains, overlaps, type Span, sliceOf } from '../text/span.ts';

/** The marks that a draft uses, and its apostrophe. */
export interface Marks {
  readonly outer: readonly [open: string, close: string];
  /** Round what is quoted inside a quotation. */
  readonly inner: readonly [open: string, close: string];
  readonly apostrophe: string;
}

const CURLY: Marks = { outer: ['“', '”'], inner: ['‘', '’'], apostrophe: '’' };

/** By the mark that opens a quotation. */
const MARKS: Readonly<Record<string, Marks>> = {
  '“': CURLY,
  '"': { outer: ['"', '"'], inner: ["'", "'"], apostrophe: "'" },
  '‘': { outer: ['‘', '’'], inner: ['“', '”'], apostrophe: '’' },
  "'": { outer: ["'", "'"], inner: ['"', '"'], apostrophe: "'" },
  '``': { outer: ['``', "''"], inner: ['`', "'"], apostrophe: "'" },
  '«': { outer: ['«', '»'], inner: ['“', '”'], apostrophe: '’' },
  '»': { outer: ['»', '«'], inner: ['›', '‹'], apostrophe: '’' },
  '„': { outer: ['„', '“'], inner: ['‚', '‘'], apostrophe: '’' },
  '「': { outer: ['「', '」'], inner: ['『', '』'], apostrophe: '’' },
  '『': { outer: ['『', '』'], inner: ['「', '」'], apostrophe: '’' },
};

/** The marks of a quotation that opens with `opening`. */
export function marksFor(opening: string): Marks {
  return MARKS[opening] ?? CURLY;
}

const OPENINGS = /(?<![\p{L}\p{N}])["“‘„«「](?=[\p{L}\p{N}‘“[])/gu;

/** The marks that a draft uses most: curly ones where it has none yet. */
export function marksOf(text: string): Marks {
  const counts = new Map<string, number>();
  for (const [mark] of text.matchAll(OPENINGS)) counts.set(mark, (counts.get(mark) ?? 0) + 1);
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return marksFor(most?.[0] ?? '“');
}

/** Words of a source as they go into a draft. */
export interface Passage {
  readonly article: Article;
  /** Where they stand in the article's text. */
  readonly span: Span;
  /** The words, without marks round them: several where the source interrupts somebody's words to say whose they are. */
  readonly parts: readonly string[];
  /** Whether a sentence ends where the words are interrupted. */
  readonly parted: boolean;
  /** Whose words they are: by the fullest name that the source has; null where they are the source's own, or nobody's that it names. */
  readonly speaker: string | null;
}

const QUOTATION_MARK = /["“”„‟＂'‘’‚‛«»‹›「」『』]/u;

/** Words of an article as they go into a draft with such marks; null where there are none. */
export function passageOf(article: Article, span: Span, marks: Marks): Passage | null {
  const { prose } = article;
  const quotation = quotationAt(article, span) ?? goingOn(article, span);
  const stretches = quotation && quotation.style !== 'block' ? piecesWithin(prose, quotation, span) : [span];
  const parts = stretches.map((stretch) => wordsWithin(article, stretch, marks)).filter((part) => /[\p{L}\p{N}]/u.test(part));
  if (parts.length === 0) return null;
  const [first, second] = stretches;
  const between = first && second ? prose.text.slice(first.end, second.start) : '';
  const isTheirs = quotation !== undefined || article.speaker !== null || article.kind === 'transcript';
  return { article, span, parts, parted: /[.!?]\P{L}*$/u.test(between), speaker: isTheirs ? (speakersAt(article, span)[0] ?? null) : null };
}

/** What stands between two quotations of one speaker, at the most: who speaks, and how. */
const INTERRUPTION = /^[^.!?]{0,60}[.!?,;:]?\s*$/u;

/**
 * “A,” she said. “B.”: two quotations as one, where a stretch begins in the first and ends in the second, and they are given to
 * the same speaker.
 */
function goingOn(article: Article, span: Span): Quotation | undefined {
  const own = quotationsIn(article).filter((one) => one.depth === 0 && one.style !== 'block' && overlaps(one.span, span));
  const [first, last] = [own[0], own.at(-1)];
  if (!first || !last || first === last || first.span.start >= span.start + 1 || last.span.end <= span.end - 1) return undefined;
  const { text } = article.prose;
  const isOneSpeech = own.slice(1).every((one, i) => {
    const before = own[i] as Quotation;
    const [a, b] = [before, one].map((each) => speakersAt(article, each.pieces[0] as Span)[0]);
    return a !== undefined && a === b && INTERRUPTION.test(text.slice(before.span.end, one.span.start).replace(/[\s\u2060]+$/u, ''));
  });
  return isOneSpeech
    ? { ...first, span: { start: first.span.start, end: last.span.end }, pieces: own.flatMap(({ pieces }) => pieces) }
    : undefined;
}

/** The pieces of a quotation as far as they lie in `span`; what only a paragraph's end parts is one. */
function piecesWithin({ text }: Prose, { pieces }: Quotation, span: Span): Span[] {
  const within: Span[] = [];
  for (const piece of pieces.filter((one) => overlaps(one, span))) {
    const own = { start: Math.max(piece.start, span.start), end: Math.min(piece.end, span.end) };
    const last = within.at(-1);
    if (last && !/[\p{L}\p{N}]/u.test(text.slice(last.end, own.start))) within[within.length - 1] = { start: last.start, end: own.end };
    else within.push(own);
  }
  return within.length > 0 ? within : [span];
}

/** What stands in a stretch of an article as a reader sees it: its blocks in one line, marks inside as the draft nests them. */
function wordsWithin(article: Article, span: Span, marks: Marks): string {
  const { prose } = article;
  const nested = nestedMarks(article, span, marks);
  const write = ({ start, end }: Span): string => {
    let written = '';
    for (let at = start; at < end; at++) written += nested.inside.get(at) ?? apostropheAt(prose.text, at, marks);
    return readable(written);
  };
  const blocks = prose.blocks.filter((block) => overlaps(block.span, span));
  const stretches = blocks.map((block) => ({ start: Math.max(block.span.start, span.start), end: Math.min(block.span.end, span.end) }));
  const words = stretches.map(write).filter(Boolean).join(' ');
  return words && nested.before + words + nested.after;
}

function apostropheAt(text: string, at: number, { apostrophe }: Marks): string {
  const char = text[at] as string;
  return char === '’' || char === "'" || (char === '‘' && /\p{L}/u.test(text[at - 1] ?? '')) ? apostrophe : char;
}

/** The marks that a stretch has in the draft: those inside it by their place, and those that quotations cut at its ends need. */
interface NestedMarks {
  readonly inside: ReadonlyMap<number, string>;
  readonly before: string;
  readonly after: string;
}

function nestedMarks(article: Article, span: Span, marks: Marks): NestedMarks {
  const { text } = article.prose;
  const inside = new Map<number, string>();
  const near = quotationsIn(article).filter((one) => one.style !== 'block' && overlaps(one.span, span));
  const holding = near.filter((one) => contains(one.span, span));
  let [before, after] = ['', ''];
  for (const { pieces } of holding) {
    // What holds all of it is what the draft's own marks stand for.
    for (const { at } of pieces.flatMap((piece) => marksRound(text, piece))) inside.set(at, '');
  }
  for (const { pieces, depth } of near.filter((one) => !holding.includes(one))) {
    const pair = (depth - holding.length) % 2 === 0 ? marks.inner : marks.outer;
    for (const { at, side } of pieces.flatMap((piece) => marksRound(text, piece))) inside.set(at, pair[side]);
    const own = pieces.filter((piece) => overlaps(piece, span));
    if (own.some(({ start }) => start - 1 < span.start)) before += pair[0];
    if (own.some(({ end }) => end >= span.end)) after = pair[1] + after;
  }
  return { inside, before, after };
}

/** The marks beside a piece of a quotation; one that runs on over paragraphs has none at their ends. */
function marksRound(text: string, { start, end }: Span): { readonly at: number; readonly side: 0 | 1 }[] {
  const both = [
    { at: start - 1, side: 0 as const },
    { at: end, side: 1 as const },
  ];
  return both.filter(({ at }) => isMark(text, at));
}

function isMark(text: string, at: number): boolean {
  return QUOTATION_MARK.test(text[at] ?? '');
}

/**
 * What somebody means who has selected a stretch of a source: whole words; without the marks where they have selected these,
 * too; the quotation or the sentence at the cursor where they have selected nothing.
 */
export function meantBy(article: Article, selected: Span, sentenceAt: (offset: number) => Span): Span | null {
  const { text } = article.prose;
  let { start, end } = selected;
  if (start === end) {
    const quotation = quotationAt(article, selected);
    const piece = quotation?.pieces.find((one) => contains(one, selected));
    ({ start, end } = piece ?? sentenceAt(start));
  }
  while (start < end && isLoose(text, start)) start++;
  while (end > start && isLoose(text, end - 1)) end--;
  while (start > 0 && start < end && isWordPart(text, start) && isWordPart(text, start - 1)) start--;
  while (end < text.length && end > start && isWordPart(text, end - 1) && isWordPart(text, end)) end++;
  if (start >= end) return null;
  const marked = quotationsIn(article).find((one) => one.style !== 'block' && one.span.start === start && one.span.end === end);
  if (marked) return { start: (marked.pieces[0] as Span).start, end: (marked.pieces.at(-1) as Span).end };
  return withoutCutMarks(article, { start, end });
}

/** A mark at an end whose words are not selected stands for nothing. */
function withoutCutMarks(article: Article, { start, end }: Span): Span {
  const { text } = article.prose;
  const pieces = quotationsIn(article).flatMap((one) => (one.style === 'block' ? [] : one.pieces));
  const closesFirst = pieces.some((piece) => piece.end === start && isMark(text, start));
  const opensLast = pieces.some((piece) => piece.start === end && isMark(text, end - 1));
  const opensFirst = pieces.some((piece) => piece.start - 1 === start && piece.end >= end);
  const closesLast = pieces.some((piece) => piece.end === end - 1 && piece.start <= start);
  return { start: start + Number(closesFirst || opensFirst), end: end - Number(opensLast || closesLast) };
}

function isLoose(text: string, at: number): boolean {
  return /[\s\u2060]/u.test(text[at] ?? '');
}

function isWordPart(text: string, at: number): boolean {
  return /[\p{L}\p{N}\p{M}]/u.test(sliceOf(text, { start: at, end: at + 1 }));
}
