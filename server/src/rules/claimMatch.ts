import { quotationAt } from '../corpus/sayings.ts';
import type { Step } from '../match/align.ts';
import { type Difference, differencesOf } from '../match/differences.ts';
import type { Located } from '../match/locate.ts';
import type { Claim } from '../prose/claims.ts';
import { isEnglishAt } from '../prose/inEnglish.ts';

import type { QuotedToken } from '../prose/quotedWords.ts';
import { copyOf } from '../text/byContent.ts';
import { intervalOf, meets } from '../text/calendarDate.ts';
import { isFunctionWord } from '../text/commonWords.ts';
import { contains, cover, moved, type Span, sliceOf } from '../text/span.ts';
import { byPassage } from './byPassage.ts';
import { isWord, shapeOf, withClosing, withEdges, withOpening } from './claimEdges.ts';
import { withHead, withRest } from './claimGaps.ts';
import type { ClaimReading, RuleContext } from './context.ts';
import { fitsSource } from './sourceDates.ts';

/** A claim laid on the passage it most likely comes from. */
export interface ClaimMatch {
  readonly located: Located;
  readonly tokens: () => readonly QuotedToken[];
  /** The tokens that the passage has nearly word for word, half-open: without attributions and asides round them. */
  readonly core: Span;
  /** The same in the draft's text. */
  readonly span: Span;
  readonly differences: readonly Difference[];
  /** Share of the information of the core's words that the source has so, in order. */
  readonly similarity: number;
  /** The same of the whole claim's words. */
  readonly coverage: number;
  /** Bits of the words in common. */
  readonly information: number;
  /** The longest row of words that stand so in the source: how many, and how many of them carry matter. */
  readonly run: { readonly words: number; readonly content: number };
}

const FEWEST_WORDS = 6;
const LEAST_BITS = 50;

type StepKind = Step['kind'];
/** What a word counts towards the core: one in another's place takes less away than one that has no place in the source. */
const WORTH: Readonly<Partial<Record<StepKind, number>>> = { kept: 1, replaced: -0.9 };
const WORTH_OF_ADDED = -1.5;

/** The stretch with most words in common (Kadane's maximum subarray). */
function coreOf(tokens: readonly QuotedToken[], located: Located): Span {
  const worth = new Map(
    located.steps.filter(({ kind }) => WORTH[kind] !== undefined).map(({ kind, token }) => [token, WORTH[kind] as number]),
  );
  let best = { start: 0, end: 0, score: 0 };
  let current = { start: 0, score: 0 };
  for (let i = 0; i < tokens.length; i++) {
    if (current.score <= 0) current = { start: i, score: 0 };
    current.score += worth.get(i) ?? WORTH_OF_ADDED;
    if (current.score > best.score) best = { start: current.start, end: i + 1, score: current.score };
  }
  return { start: best.start, end: best.end };
}

/** A located claim without what it says behind its last words that were paired, which would be one difference with them. */
function upTo(end: number, located: Located): Located {
  return { ...located, steps: located.steps.filter(({ kind, token }) => token < end || (kind === 'omitted' && token === end)) };
}

/** Behind a claim's last words that were paired, so few are an attribution, which no source has. */
const LONGEST_TAIL = 6;

const isTail = (core: Span, closing: Span | undefined, tokens: readonly QuotedToken[]) =>
  closing !== undefined && core.end === closing.end && tokens.length - closing.end <= LONGEST_TAIL;

function describe(
  { tokens, shape }: { readonly tokens: readonly QuotedToken[]; readonly shape: string },
  found: Located,
  context: RuleContext,
): ClaimMatch | undefined {
  const rest = withRest(tokens, withHead(tokens, withOpening(tokens, found)), shape);
  const { located, closing = rest.closing } = withClosing(tokens, rest.located, shape);
  const core = withEdges(coreOf(tokens, located), located, closing);
  const first = tokens[core.start];
  const last = tokens[core.end - 1];
  if (core.end - core.start < FEWEST_WORDS || !isWord(first) || !isWord(last)) return undefined;
  const bits = (stretch: readonly QuotedToken[]) =>
    stretch.reduce((sum, token) => sum + (isWord(token) ? context.corpus.information(token.word.folded) : 0), 0);
  const inCore = located.steps.filter(({ token }) => token >= core.start && token < core.end);
  const information = bits(inCore.filter(({ kind }) => kind === 'kept').map(({ token }) => tokens[token] as QuotedToken));
  if (information < LEAST_BITS) return undefined;
  const differences = differencesOf(tokens, closing ? upTo(core.end, located) : located).filter(
    (difference) =>
      difference.tokens.start >= core.start &&
      difference.tokens.end <= core.end &&
      (difference.draft.length > 0 || difference.tokens.start < core.end),
  );
  const omitted = differences.flatMap(({ draft, source }) => (draft.length === 0 ? source : []));
  const missing = omitted.reduce((sum, word) => sum + context.corpus.information(word.folded), 0);
  const similarity = information / (bits(tokens.slice(core.start, core.end)) + missing * 0.6);
  return {
    located,
    tokens: () => tokens,
    core,
    span: cover(first.word.span, last.word.span),
    differences,
    similarity,
    coverage: information / bits(tokens.slice(0, isTail(core, closing, tokens) ? core.end : tokens.length)),
    information,
    run: longestRun(located, tokens),
  };
}

/**
 * What was made of the places that a claim was located at, and where in its draft the claim began: `locate` gives the same
 * array only for the same words in the same corpus, and of a claim nothing else is looked at but its shape.
 */
const remembered = new WeakMap<
  readonly Located[],
  { readonly start: number; readonly text: string; readonly shape: string; readonly matches: readonly ClaimMatch[] }
>();

/** The passages that a claim most likely comes from, best first; none where nothing has its words nearly in a row. */
export function claimMatches(claim: Claim, context: RuleContext): readonly ClaimMatch[] {
  const matches = context.claimMatches.get(claim) ?? matchesOf(claim, context);
  context.claimMatches.set(claim, matches);
  return matches;
}

function matchesOf(claim: Claim, context: RuleContext): readonly ClaimMatch[] {
  return withoutOlderVersions(matchesAt(claim, context.claimReadingOf(claim), context), context);
}

/**
 * Matches without those in older versions of a text whose newest is among them: that one is what the source says. One in which
 * nothing differs stays where the newest differs: the draft follows it (`superseded-source`).
 */
function withoutOlderVersions(matches: readonly ClaimMatch[], { corpus }: RuleContext): readonly ClaimMatch[] {
  if (matches.length < 2) return matches;
  const newest = new Map(matches.map((match) => [match.located.article.id, match]));
  const kept = matches.filter(({ located, differences }) => {
    const newer = newest.get(corpus.newestVersion(located.article.id) ?? '');
    return !newer || (differences.length === 0 && newer.differences.length > 0);
  });
  return kept.length < matches.length ? kept : matches;
}

/** Passages that are like those which a claim was found in word for word: {@link claimMatches} are then these alone. */
export function matchesAlike(claim: Claim, context: RuleContext): readonly ClaimMatch[] {
  const { tokens } = context.claimReadingOf(claim);
  return matchesAt(claim, { tokens, located: context.claimsAlikeTo(claim) }, context);
}

function matchesAt(claim: Claim, reading: ClaimReading, context: RuleContext): readonly ClaimMatch[] {
  const { located } = reading;
  if (located.length === 0) return [];
  const text = sliceOf(context.draft.outer, claim.span);
  const known = remembered.get(located);
  if (known?.text === text) return known.matches.map((match) => shifted(match, reading, claim.span.start - known.start));
  const shape = shapeOf(text);
  if (known?.shape === shape) return known.matches.map((match) => relocated(match, reading));
  const matches = located
    .flatMap((one) => describe({ tokens: reading.tokens(), shape }, one, context) ?? [])
    .filter(({ similarity }) => similarity >= 0.65)
    .sort((a, b) => b.information * b.similarity - a.information * a.similarity);
  remembered.set(located, { start: claim.span.start, text: copyOf(text), shape, matches });
  return matches;
}

/** The same match of the same text that stands `by` further on in the draft. */
function shifted(match: ClaimMatch, { tokens }: ClaimReading, by: number): ClaimMatch {
  if (by === 0) return { ...match, tokens };
  const differences = match.differences.map((difference) => {
    return { ...difference, draft: difference.draft.map(({ folded, span }) => ({ folded, span: moved(span, by) })) };
  });
  return { ...match, tokens, span: moved(match.span, by), differences };
}

/** The same match of the same words, which stand farther from each other than they did. */
function relocated(match: ClaimMatch, { tokens }: ClaimReading): ClaimMatch {
  const own = tokens();
  const wordsOf = ({ start, end }: Span) => own.slice(start, end).flatMap((token) => (isWord(token) ? [token.word] : []));
  const differences = match.differences.map((difference) => {
    return { ...difference, draft: difference.draft.length > 0 ? wordsOf(difference.tokens) : [] };
  });
  const core = wordsOf(match.core);
  const [first, last] = [core[0], core.at(-1)];
  return { ...match, tokens, differences, span: first && last ? cover(first.span, last.span) : match.span };
}

/** How many words stand in a row as in the source, and how many of them carry matter. */
function longestRun({ steps }: Located, tokens: readonly QuotedToken[]): ClaimMatch['run'] {
  let best = { words: 0, content: 0 };
  let current = { words: 0, content: 0 };
  for (const step of steps) {
    const token = tokens[step.token];
    if (step.kind !== 'kept' || !isWord(token)) {
      current = { words: 0, content: 0 };
      continue;
    }
    current = { words: current.words + 1, content: current.content + (isFunctionWord(token.word.folded) ? 0 : 1) };
    if (current.words > best.words) best = current;
  }
  return best;
}

/** Words that mean another day in another text. */
const DEICTIC =
  /\b(?:today|tonight|yesterday|tomorrow|overnight|now|currently|(?:this|last|next)\s+(?:morning|afternoon|evening|night|week|weekend|month|year|season|session|spring|summer|autumn|fall|winter)|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b/gu;

/** Whether a word that tells a day by when it was written means the same in draft and source: of one year, or a day that fits. */
function meansTheSame(word: Span, { claim, match, context }: { claim: Claim; match: ClaimMatch; context: RuleContext }): boolean {
  const { draft } = context;
  const { located } = match;
  if (/year$/u.test(sliceOf(draft.outer, word))) return draft.anchor?.year === located.article.published?.year;
  const mention = context.datesIn(claim.span).find(({ span }) => contains(span, word));
  return mention !== undefined && fitsSource(mention, located);
}

/**
 * Whether a claim and the passage that is like it speak of different days by the same word: “today” of a notice that is
 * written anew each time. Then they are about different things. Not known of drafts and sources without a day.
 */
export function isOfAnotherDay(claim: Claim, match: ClaimMatch, context: RuleContext): boolean {
  const { draft } = context;
  const { published } = match.located.article;
  if (!draft.anchor || !published) return false;
  const words = [...sliceOf(draft.outer, claim.span).matchAll(DEICTIC)].map(({ index, 0: word }) => {
    return { start: claim.span.start + index, end: claim.span.start + index + word.length };
  });
  if (words.length === 0 || meets(intervalOf(draft.anchor), intervalOf(published), 1)) return false;
  return !words.every((word) => meansTheSame(word, { claim, match, context }));
}

/** Whether the words are somebody's: a note's own prose is nobody's, what it quotes is. */
export function isSomebodys({ located: { article, span } }: ClaimMatch): boolean {
  return article.kind !== 'note' || quotationAt(article, span) !== undefined;
}

/** Whether the paragraph that a passage stands in is English: only there its words can be told to be names, figures and hedges. */
export const isEnglishPassage: (located: Located) => boolean = byPassage(({ article, span }) => {
  return isEnglishAt(article.prose, span.start);
});
