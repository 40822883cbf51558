import type { Candidate, Corpus } from '../corpus/corpus.ts';
import type { Draft } from '../draft/draft.ts';
import { partOf, type WantedWords, wantedWords } from '../match/wantedWords.ts';
import type { Claim } from '../prose/claims.ts';
import type { Quotation } from '../prose/quotations.ts';
import { quotedTokens } from '../prose/quotedWords.ts';
import { byContent } from '../text/byContent.ts';
import { type Span, sliceOf } from '../text/span.ts';
import { type Steps, toEnd } from '../text/steps.ts';
import { wordsOf } from '../text/words.ts';
import type { Retrieved } from './context.ts';
import { wantedOfClaim, wantedOfHalf, wantedOfQuotation } from './places.ts';
import { LEAST_BITS_OF_PART, mayBeSpliced } from './splice.ts';

/** What retrieval named for a draft: judging needs these articles' texts at hand. */
export interface CheckPlan {
  readonly articleIds: readonly string[];
  readonly retrieved: Retrieved;
}

/** So many places are aligned for a quotation; for each half of one that may be spliced from two; for a claim. */
const PLACES = 12;
const PLACES_OF_HALF = 4;
const PLACES_OF_CLAIM = 6;
/** A passage so similar has both halves. */
const WHOLE = 0.9;

/** What the index is asked for a quotation. */
interface Question {
  readonly whole: WantedWords;
  /** The words' halves, where two passages may have been joined; empty of others. */
  readonly halves: readonly WantedWords[];
}

/** Parts the pieces of a quotation in one text; stands in none. */
const BREAK = '\u0000';

/** By the text between the marks: from one keystroke to the next it is the same object for the same words. */
const questionOf = byContent((text): Question => {
  const pieces: Span[] = [];
  for (let start = 0; start <= text.length; ) {
    const found = text.indexOf(BREAK, start);
    const end = found < 0 ? text.length : found;
    pieces.push({ start, end });
    start = end + 1;
  }
  const tokens = quotedTokens(text, pieces);
  const whole = wantedWords(tokens);
  const { length } = whole.words;
  const half = length >> 1;
  return { whole, halves: mayBeSpliced(tokens) ? [partOf(whole, 0, half), partOf(whole, half, length)] : [] };
});

/** The words that the index is asked for a claim, by the claim's text. */
const wordsOfClaim = byContent((text): WantedWords => ({ words: wordsOf(text).map(({ folded }) => folded), gaps: new Map() }));

/** Whether another passage may have what the best one has not: what it lacks would tell enough. */
function lacksMuch(best: Candidate | undefined, { words }: WantedWords, corpus: Corpus): boolean {
  if (!best) return true;
  if (best.similarity >= WHOLE) return false;
  return words.reduce((sum, word) => sum + corpus.information(word), 0) - best.score >= LEAST_BITS_OF_PART;
}

/** The quotations of a draft that stand in no other. */
export function outermostOf({ quotations }: Draft): Quotation[] {
  return quotations.filter(({ depth }) => depth === 0);
}

/** By the places that were named, the newest versions of their articles' texts, and the corpus that has them. */
const versions = new WeakMap<readonly Candidate[], { readonly corpus: Corpus; readonly ids: readonly string[] }>();

/** The ids of the versions that are newer than what some places are in: judging must know what became of the words. */
function newestVersions(candidates: readonly Candidate[], corpus: Corpus): readonly string[] {
  let known = versions.get(candidates);
  if (known?.corpus !== corpus) {
    known = { corpus, ids: candidates.flatMap(({ articleId }) => corpus.newestVersion(articleId) ?? []) };
    versions.set(candidates, known);
  }
  return known.ids;
}

/** First step of a check: asks the index for candidate passages of every quotation and claim. */
export function* planSteps(draft: Draft, corpus: Corpus): Steps<CheckPlan> {
  const ids = new Set<string>();
  const ask = ({ words, gaps }: WantedWords, limit: number, wantedOf: typeof wantedOfClaim): readonly Candidate[] => {
    const candidates = corpus.retrieve(words, limit, { gaps });
    for (const { articleId } of wantedOf(candidates)) ids.add(articleId);
    for (const id of newestVersions(candidates, corpus)) ids.add(id);
    return candidates;
  };
  const quotations = new Map<Quotation, readonly Candidate[]>();
  for (const quotation of draft.off ? [] : outermostOf(draft)) {
    const { whole, halves } = questionOf(quotation.pieces.map((piece) => sliceOf(draft.prose.text, piece)).join(BREAK));
    const candidates = ask(whole, PLACES, wantedOfQuotation);
    quotations.set(quotation, candidates);
    for (const half of lacksMuch(candidates[0], whole, corpus) ? halves : []) {
      yield;
      ask(half, PLACES_OF_HALF, wantedOfHalf);
    }
    yield;
  }
  const claims = new Map<Claim, readonly Candidate[]>();
  for (const claim of draft.off ? [] : draft.claims) {
    claims.set(claim, ask(wordsOfClaim(sliceOf(draft.outer, claim.span)), PLACES_OF_CLAIM, wantedOfClaim));
    yield;
  }
  return { articleIds: [...ids], retrieved: { quotations, claims } };
}

/** {@link planSteps} at once. */
export function planCheck(draft: Draft, corpus: Corpus): CheckPlan {
  return toEnd(planSteps(draft, corpus));
}
