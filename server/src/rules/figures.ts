import type { Article } from '../corpus/article.ts';
import { articleWords } from '../corpus/articleWords.ts';
import type { Step } from '../match/align.ts';
import type { Difference } from '../match/differences.ts';
import type { Located } from '../match/locate.ts';
import { MARKUP } from '../prose/prose.ts';
import type { QuotedToken } from '../prose/quotedWords.ts';
import { numberAt } from '../text/numbers.ts';
import { type Span, sliceOf } from '../text/span.ts';
import type { Word } from '../text/words.ts';
import type { ComparedTexts } from './changeKind.ts';
import type { Change } from './changes.ts';
import { differsInAccents, writesAccents } from './otherWriting.ts';

/** Digits in groups of three, or of two before the last three as in India: their commas say nothing. */
const GROUPED = /^\d{1,3}(?:,\d{2,3})*,\d{3}(?!\d)/u;
const SUPERSCRIPT = /[²³¹⁰⁴-⁹₀-₉]/u;
/** What makes a figure negative: a hyphen or minus behind a word that leads up to a figure, or where words begin. */
const MINUS = /(?:^|[([“‘„"'«]|\b(?:is|was|were|be|at|to|of|from|by|reached|hit|about|around|between|and|or|than|under|with)\s)[-−]$/iu;

/** A word in its text. */
interface Placed {
  readonly text: string;
  readonly word: Word;
}

/** A figure as it is read: commas that group digits dropped, others and raised digits kept, with its sign. */
interface Figure {
  readonly digits: string;
  readonly negative: boolean;
}

function figureAt(text: string, { start, end }: Span): Figure {
  const raw = text.slice(start, end).replaceAll(MARKUP, '').toLowerCase();
  const digits = GROUPED.test(raw) ? raw.replaceAll(',', '') : raw;
  return {
    digits: SUPERSCRIPT.test(digits) ? digits : digits.normalize('NFKC'),
    negative: MINUS.test(text.slice(Math.max(0, start - 12), start)),
  };
}

/** Whether the sign may be written as a word, or by a dash that is read as one. */
function hasOtherSign(text: string, { start }: Span): boolean {
  return /(?:\p{Pd}|−|\bminus|\bnegative|\bbelow)\s*$/iu.test(text.slice(Math.max(0, start - 10), start));
}

function differ(draft: Placed, source: Placed): boolean {
  const own = figureAt(draft.text, draft.word.span);
  const theirs = figureAt(source.text, source.word.span);
  if (own.digits !== theirs.digits) return own.digits.replace(/\D+$/u, '') !== theirs.digits.replace(/\D+$/u, '');
  if (own.negative === theirs.negative) return false;
  return own.negative ? !hasOtherSign(source.text, source.word.span) : !hasOtherSign(draft.text, draft.word.span);
}

/** The figure with its minus. */
function signed({ text, word }: Placed): Word {
  const { start, end } = word.span;
  return figureAt(text, word.span).negative ? { ...word, span: { start: start - 1, end } } : word;
}

/** Whether two neighbouring words of a text are one figure: “1-2”, “twenty-one”. */
function areOneFigure(text: string, first: Word | undefined, second: Word | undefined): boolean {
  if (!first || !second || !/^[-‐‑–]$/u.test(text.slice(first.span.end, second.span.start))) return false;
  const isNumeral = ({ folded }: Word) => /^\d+(?:\.\d+)?$/u.test(folded);
  return (
    (isNumeral(first) && isNumeral(second)) ||
    (/^(?:[a-z]+ty)$/u.test(first.folded) && numberAt([first.folded, second.folded], 0)?.length === 2)
  );
}

function changeOf(step: Step, draft: Word, source: readonly Word[], words: Span): Change {
  const tokens = { start: step.token, end: step.token + 1 };
  return { kind: 'number', token: null, difference: { kind: 'replaced', draft: [draft], source, tokens, words } };
}

/** “2 months” from “1-2 months”, “one week” from “twenty-one weeks”: the passage begins or ends inside a figure. */
export function cutFigures(tokens: readonly QuotedToken[], { steps, article, from, to }: Located): Change[] {
  const words = articleWords(article);
  const { text } = article.prose;
  return steps.flatMap((step): Change[] => {
    const token = tokens[step.token];
    if (step.kind !== 'kept' || token?.kind !== 'word') return [];
    const [before, own, after] = [words[step.from - 1], words[step.from] as Word, words[step.to]];
    if (step.from === from && before && areOneFigure(text, before, own))
      return [changeOf(step, token.word, [before, own], { start: from - 1, end: from + 1 })];
    if (step.to === to && after && areOneFigure(text, own, after))
      return [changeOf(step, token.word, [own, after], { start: to - 1, end: to + 1 })];
    return [];
  });
}

/**
 * Figures that fold to the same digits and are not the same: 12,50 and 1250, 10² and 102, -12 and 12. Words are compared
 * without commas and raised digits, for these are mostly writing; where they are not, it is told here.
 */
export function figureChanges(tokens: readonly QuotedToken[], { steps, article }: Located, draftText: string): Change[] {
  const words = articleWords(article);
  return steps.flatMap((step): Change[] => {
    const token = tokens[step.token];
    if (step.kind !== 'kept' || token?.kind !== 'word' || !/^\d/u.test(token.word.folded)) return [];
    const own = { text: draftText, word: token.word };
    const theirs = { text: article.prose.text, word: words[step.from] as Word };
    if (own.word.folded !== theirs.word.folded || !differ(own, theirs)) return [];
    return [changeOf(step, signed(own), [signed(theirs)], { start: step.from, end: step.to })];
  });
}

/**
 * Words that fold to the same and are told apart by the signs on their letters, where these make another word: not in English,
 * and not of a writer who types none.
 */
export function accentChanges(
  tokens: readonly QuotedToken[],
  { steps, article }: Located,
  { draft, source, english }: ComparedTexts,
): Change[] {
  const words = articleWords(article);
  const kept = steps.flatMap((step) => {
    const token = tokens[step.token];
    return step.kind === 'kept' && token?.kind === 'word' && !token.altered
      ? [{ step, word: token.word, other: words[step.from] as Word }]
      : [];
  });
  if (english || !kept.some(({ word }) => writesAccents(sliceOf(draft, word.span)))) return [];
  return kept
    .filter(({ word, other }) => differsInAccents(sliceOf(draft, word.span), sliceOf(source, other.span)))
    .map(({ step, word, other }) => ({ ...changeOf(step, word, [other], { start: step.from, end: step.to }), kind: 'spelling' as const }));
}

/** Whether a difference is nothing but the word for a minus that the other side writes as a sign. */
export function isSignInWords(
  { draft, source, tokens: { end }, words }: Difference,
  tokens: readonly QuotedToken[],
  { draftText, article }: { readonly draftText: string; readonly article: Article },
): boolean {
  const [said] = [...draft, ...source];
  if (draft.length + source.length !== 1 || (said?.folded !== 'minus' && said?.folded !== 'negative')) return false;
  const next = tokens[end];
  const figure = draft.length > 0 ? articleWords(article)[words.end] : next?.kind === 'word' ? next.word : undefined;
  return figure !== undefined && figureAt(draft.length > 0 ? article.prose.text : draftText, figure.span).negative;
}
