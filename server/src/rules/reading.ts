import type { Article } from '../corpus/article.ts';
import { articleWords } from '../corpus/articleWords.ts';
import type { Candidate, Corpus } from '../corpus/corpus.ts';
import { quotationAt, speakersAt } from '../corpus/sayings.ts';
import { isSameWording } from '../match/differences.ts';
import { type Located, locate } from '../match/locate.ts';
import { nameWords, sameName } from '../prose/names.ts';
import type { Quotation } from '../prose/quotations.ts';
import type { QuotedToken } from '../prose/quotedWords.ts';
import { isFunctionWord } from '../text/commonWords.ts';
import { type Said, say } from '../text/said.ts';
import { wordsOf } from '../text/words.ts';
import { type Change, changesOf, isAltered } from './changes.ts';
import { withoutOlderPrints } from './newestVersion.ts';
import { type Splice, spliceOf, spliceOfTurns } from './splice.ts';
import type { Surroundings } from './surroundings.ts';

/** What the corpus has of one quotation's words. */
export interface QuotationReading {
  readonly quotation: Quotation;
  /** The words between the marks; made when they are first asked for, where the reading is one from before. */
  readonly tokens: () => readonly QuotedToken[];
  /** How many of them there are. */
  readonly length: number;
  /** Whether they are written as a title is. */
  readonly titled: boolean;
  readonly kind: 'verified' | 'altered' | 'misquoted' | 'spliced' | 'not-found' | 'unchecked';
  /** Why it is unchecked; null otherwise. */
  readonly reason: Said | null;
  /** The passage judged against; null where nothing comes near. */
  readonly best: Located | null;
  /** All passages that have the words as well as the best one, it included. */
  readonly equals: readonly Located[];
  readonly changes: readonly Change[];
  readonly splice: Splice | null;
  /** Whether the words are so many or so rare that the passage must be where they come from, not a coincidence. */
  readonly telling: boolean;
  /** Whether no other passage could be meant: a fix is then safe. */
  readonly certain: boolean;
}

/** Passages whose costs differ by no more have the words equally well. */
const SAME_COST = 0.03;
/** Quotations of so many words and fewer are too short to be recognised by a part of their words alone. */
const SHORT = 5;
/** Information (bits) in common above which a passage is no coincidence. */
const TELLING_BITS = 44;
/** Information (bits) and similarity that a longer quotation must share with a passage to be a misquotation of it. */
const FOUND_BITS = 32;
const FOUND_SIMILARITY = 0.7;
const FOUND_SIMILARITY_IN_CONTEXT = 0.65;
/** The same where the draft names somebody else than the source for the words: a chance likeness, unless it is great. */
const FOUND_BITS_AGAINST_CONTEXT = 60;
const FOUND_SIMILARITY_AGAINST_CONTEXT = 0.75;

function wordCount(tokens: readonly QuotedToken[]): number {
  return tokens.filter(({ kind }) => kind === 'word').length;
}

/** Whether the draft names for the words somebody to whom the article gives them. */
function isSpokenBy({ article, span }: Located, { speakers, aliases }: Surroundings): boolean {
  return speakersAt(article, span).some((speaker) => speakers.some((name) => sameName(name, speaker, aliases)));
}

function isFrom({ article }: Located, { publishers }: Surroundings): boolean {
  return article.publisher !== null && publishers.includes(article.publisher);
}

/** How well a passage suits what stands round the quotation: who is named, which paper, which day. */
function fitness(located: Located, around: Surroundings): number {
  const { article, span } = located;
  const [spoken, credited] = [isSpokenBy(located, around), isFrom(located, around)];
  return (spoken ? 4 : 0) + (credited ? 3 : 0) + (around.fitsDate(located) ? 2 : 0) + (quotationAt(article, span) ? 1 : 0);
}

/** Whether the draft names for the words whom or what the passage does, or the source quotes them and the day fits. */
function suits(located: Located, around: Surroundings): boolean {
  if (isFrom(located, around) || isSpokenBy(located, around)) return true;
  return quotationAt(located.article, located.span) !== undefined && around.fitsDate(located);
}

/** Whether an article has the surname of any of these people as a word, in its text or about it. */
function mentions(article: Article, names: readonly string[]): boolean {
  const about = [article.speaker, article.publisher, article.title].filter((one) => one !== null).join(' ');
  const surnames = names.flatMap((name) => nameWords(name).at(-1) ?? []);
  if (wordsOf(about).some(({ folded }) => surnames.includes(folded))) return true;
  return articleWords(article).some(({ folded }) => surnames.includes(folded));
}

/** In how many places a passage differs; “we’re” for “we are” is one, though it takes two words. */
function changedPlaces({ steps }: Located): number {
  const differs = (at: number) => steps[at] !== undefined && steps[at]?.kind !== 'kept' && steps[at]?.kind !== 'skipped';
  const words = steps.filter((_, i) => differs(i)).length;
  const places = steps.filter((_, i) => differs(i) && !differs(i - 1)).length;
  return words <= 2 ? places : words;
}

/** Whether a short quotation that differs in one place is meant for this passage: the same person says it there. */
function isShortMatch(tokens: readonly QuotedToken[], located: Located, around: Surroundings): boolean {
  const n = wordCount(tokens);
  if (n < 2 || changedPlaces(located) > 1) return false;
  const same = quotationAt(located.article, located.span) !== undefined && isSpokenBy(located, around);
  if (n <= 3) return same && located.similarity >= 0.4 && hasSlip(tokens, located);
  if (!same && around.speakers.length > 0 && !mentions(located.article, around.speakers)) return false;
  return located.similarity >= (same ? 0.5 : 0.7) && located.information >= (same ? 18 : 36);
}

/** Whether the one changed word is a look-alike of the source's. */
function hasSlip(tokens: readonly QuotedToken[], located: Located): boolean {
  return located.cost < 0.6 && tokens.length === located.to - located.from;
}

function isFound(tokens: readonly QuotedToken[], located: Located, around: Surroundings): boolean {
  const n = wordCount(tokens);
  const kept = located.steps.every(({ kind }) => kind === 'kept' || kind === 'skipped');
  if (kept) return true;
  if (n <= SHORT) return isShortMatch(tokens, located, around);
  if (located.information < FOUND_BITS || isTitle(tokens, around)) return false;
  // Most passages are like enough whatever stands round the quotation; what does is costlier to tell.
  if (located.similarity >= FOUND_SIMILARITY_AGAINST_CONTEXT && located.information >= FOUND_BITS_AGAINST_CONTEXT) return true;
  if (located.similarity >= FOUND_SIMILARITY_IN_CONTEXT) {
    const fits = suits(located, around);
    if (located.similarity >= (fits ? FOUND_SIMILARITY_IN_CONTEXT : FOUND_SIMILARITY) && !isSomebodyElses(located, around, fits))
      return true;
  }
  // The same words spaced otherwise are few words in common.
  return isSameWording(tokens, located);
}

/** Whether the draft names somebody for the words whom the article does not know, or has another for them. */
function isSomebodyElses({ article, span }: Located, { speakers }: Surroundings, fits: boolean): boolean {
  return !fits && speakers.length > 0 && (speakersAt(article, span).length > 0 || !mentions(article, speakers));
}

/** “Interim Report on the Harbour”: all its words of any weight capitalised, it is the name of something, nobody's words. */
function isTitle(tokens: readonly QuotedToken[], { draft }: Pick<Surroundings, 'draft'>): boolean {
  const words = tokens.flatMap((token) => (token.kind === 'word' ? [token.word] : [])).filter(({ folded }) => !isFunctionWord(folded));
  return words.length >= 2 && words.every(({ span }) => /^[\p{Upper}\p{N}]/u.test(draft.prose.text.slice(span.start, span.end)));
}

function isTelling(located: Located): boolean {
  if (located.information >= TELLING_BITS) return true;
  const saying = quotationAt(located.article, located.span);
  const whole = saying && saying.span.end - saying.span.start - (located.span.end - located.span.start) <= 4;
  return whole === true && located.information >= 20;
}

/** A reading of which nothing is believed, and why. */
export function unchecked(reading: QuotationReading, reason: Said): QuotationReading {
  return { ...withoutMatch(reading), kind: 'unchecked', reason };
}

function withoutMatch(reading: QuotationReading): QuotationReading {
  return { ...reading, best: null, equals: [], changes: [], splice: null, telling: false, certain: false };
}

/** The first of some passages in which nothing is changed, else the first of all, and what is changed in it. */
function leastChanged(passages: readonly Located[], changesIn: (one: Located) => Change[]): { best: Located; changes: Change[] } {
  const best = passages[0] as Located;
  const changes = changesIn(best);
  const unchanged = changes.length > 0 ? passages.slice(1).find((one) => changesIn(one).length === 0) : undefined;
  return unchanged ? { best: unchanged, changes: [] } : { best, changes };
}

/** Older versions of texts that stand among the passages behind all others: what the newest one has is what the source says. */
function newestFirst(passages: readonly Located[], corpus: Corpus): readonly Located[] {
  const current = withoutOlderPrints(passages, corpus);
  return current === passages ? passages : [...current, ...passages.filter((one) => !current.includes(one))];
}

/** Reads what the corpus has of a quotation. `candidates` are retrieval's places for its words. */
export function readQuotation(
  quotation: Quotation,
  tokens: readonly QuotedToken[],
  candidates: readonly Candidate[],
  around: Surroundings,
): QuotationReading {
  const { length } = tokens;
  const empty = {
    quotation,
    tokens: () => tokens,
    length,
    titled: isTitle(tokens, around),
    best: null,
    equals: [],
    changes: [],
    splice: null,
    telling: false,
    certain: false,
    reason: null,
  } as const;
  if (wordCount(tokens) === 0) return { ...empty, kind: 'unchecked', reason: say`There are no words between the marks.` };
  const options = { corpus: around.corpus, articles: around.articles };
  const located = locate(tokens, candidates, options);
  const first = located[0];
  const splice = first ? (spliceOfTurns(tokens, first, around) ?? (first.exact ? null : spliceOf(tokens, first, around))) : null;
  if (splice) return { ...empty, kind: 'spliced', best: splice.parts[0] as Located, equals: splice.parts, splice, telling: true };
  const found = located.filter((one) => isFound(tokens, one, around));
  if (found.length === 0) return { ...empty, kind: 'not-found' };
  const least = Math.min(...found.map(({ cost }) => cost));
  const equals = found.filter(({ cost }) => cost <= least + SAME_COST);
  const ranked = equals
    .map((one) => ({ one, fit: equals.length > 1 ? fitness(one, around) : 0 }))
    .sort((a, b) => b.fit - a.fit || a.one.cost - b.one.cost);
  const { style } = around;
  const compared = { text: around.draft.prose.text, literal: style === 'legal', brackets: style === 'strict' || style === 'guardian' };
  const passages = newestFirst(
    ranked.map(({ one }) => one),
    around.corpus,
  );
  const { best, changes } = leastChanged(passages, (one) => changesOf(tokens, one, compared));
  const kind = changes.length > 0 ? 'misquoted' : isAltered(tokens, best, around.draft.prose.text) ? 'altered' : 'verified';
  const rival = found.find((one) => !equals.includes(one) && one.cost < least + 0.6);
  return {
    ...empty,
    kind,
    best,
    equals: passages,
    changes,
    telling: isTelling(best),
    certain: rival === undefined && best.similarity >= 0.6 && best.information >= FOUND_BITS,
  };
}
