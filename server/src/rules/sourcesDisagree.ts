import type { Article } from '../corpus/article.ts';
import { articleWords } from '../corpus/articleWords.ts';
import { areCopies } from '../corpus/copies.ts';
import type { Corpus } from '../corpus/corpus.ts';
import { areVersions } from '../corpus/editions.ts';
import { quotationAt, speakersAt } from '../corpus/sayings.ts';
import { type Difference, differencesOf } from '../match/differences.ts';
import type { Located } from '../match/locate.ts';
import { sameWord } from '../match/sameWord.ts';
import type { Claim } from '../prose/claims.ts';
import { sameName } from '../prose/names.ts';
import { plainProse } from '../prose/plainProse.ts';
import { readable } from '../prose/prose.ts';
import { type Quotation, quotationsOf } from '../prose/quotations.ts';
import { quotedTokens, wordsIn } from '../prose/quotedWords.ts';
import { byContent } from '../text/byContent.ts';
import { intervalOf, meets } from '../text/calendarDate.ts';
import { looksLike } from '../text/editDistance.ts';
import { type Said, say } from '../text/said.ts';
import { cover, type Span, sliceOf } from '../text/span.ts';
import type { Word } from '../text/words.ts';
import { type ClaimMatch, claimMatches, matchesAlike } from './claimMatch.ts';
import type { RuleContext } from './context.ts';
import { evidenceOf, matchOf } from './evidence.ts';
import type { Finding, Match } from './finding.ts';
import { restingOn } from './guesses.ts';
import { hasPassage, isSuperseded } from './newestVersion.ts';
import type { QuotationReading } from './reading.ts';
import type { Rule } from './rule.ts';
import { quoted, sourceAsSubject, sourceName } from './wording.ts';
import { isOtherNumber } from './wrongNumber.ts';

/** Fewer words are said again by the same person on another day. */
const FEWEST_WORDS = 7;
/** Fewer words that a headline quotes say too little to know them again. */
const FEWEST_QUOTED = 2;
/** Shorter words are like each other by chance: “for” and “four”. */
const SHORTEST_SLIP = 5;
/** Of so many words one may differ: who says a thing anew, another time, changes more. */
const WORDS_A_CHANGE = 7;
/** What is said on one occasion is printed within so many days; figures grow old sooner. */
const SAME_OCCASION_DAYS = 3;
const SAME_FIGURE_DAYS = 1;
/** What is counted anew each time it is reported. */
const COUNTED_ANEW = /\b(?:overnight|so far|death toll|toll|killed|dead|deaths|wounded|injured|cases|points|per cent|percent|as of)\b/iu;
/** Sentences with another figure are about the same thing where they are so alike, and so long. */
const LEAST_SIMILARITY = 0.85;
const LEAST_COVERAGE = 0.6;
const LEAST_BITS = 75;

/** A passage that prints the words otherwise, and the one place where it does. */
interface OtherPrint {
  readonly located: Located;
  readonly difference: Difference;
}

/**
 * Whether two articles may report one occasion: their days are near each other, or one is not known and they print one text. Versions of
 * one text are no two sources, and what is superseded counts no more (`superseded-source`).
 */
function areOfOneOccasion(a: Article, b: Article, { corpus, days }: { corpus: Corpus; days: number }): boolean {
  if (a === b || areVersions(a, b) || isSuperseded(b, corpus)) return false;
  // What an office sends out month by month, another name in it each time, is no text that somebody misprinted.
  return a.published && b.published ? meets(intervalOf(a.published), intervalOf(b.published), days) : areCopies(a, b);
}

/** Whether both passages give the words to the same person. */
function isOfSameSpeaker(own: Located, other: Located, { options: { aliases } }: RuleContext): boolean {
  if (![own, other].every(({ article, span }) => article.speaker !== null || quotationAt(article, span))) return false;
  const theirs = speakersAt(other.article, other.span);
  return speakersAt(own.article, own.span).some((speaker) => theirs.some((name) => sameName(name, speaker, aliases)));
}

const COUNTED = new Set<Difference['kind']>(['replaced', 'added', 'omitted']);

/** Whether other words of a source stand in its own brackets or beside its ellipsis: then it says itself that it is not to the letter. */
function isEdited({ words: { start, end } }: Difference, { article }: Located): boolean {
  const words = articleWords(article);
  const [before, after] = [words[start - 1], words[end]];
  const around = { start: before?.span.end ?? 0, end: after?.span.start ?? article.prose.text.length };
  return /[[\]()…]|\.\s?\.\s?\./u.test(sliceOf(article.prose.text, around));
}

/** The one place inside a passage where it has other words, if there is one and it is small. */
function onlyDifference(reading: QuotationReading, located: Located): Difference | undefined {
  const [difference, ...more] = differencesOf(reading.tokens(), located);
  if (!difference || more.length > 0 || !COUNTED.has(difference.kind) || isEdited(difference, located)) return undefined;
  // At an edge one of the two may only have quoted less.
  const isAtEdge = difference.tokens.start === 0 || difference.tokens.end === reading.length;
  if (isAtEdge && difference.draft.length !== difference.source.length) return undefined;
  const size = Math.max(difference.draft.length, difference.source.length);
  return size * WORDS_A_CHANGE <= reading.length ? difference : undefined;
}

/** What was made of the passages like a quotation, as long as they are the same and so are those it was found in. */
const remembered = new WeakMap<
  readonly Located[],
  { readonly best: Located; readonly aliases: unknown; readonly prints: readonly OtherPrint[] }
>();

/** Passages of other articles that print what is found in the source as the draft has it in other words. */
function otherPrints(quotation: Quotation, reading: QuotationReading, context: RuleContext): readonly OtherPrint[] {
  const { best } = reading;
  const alike = context.alikeTo(quotation);
  if (!best || alike.length === 0) return [];
  const { aliases } = context.options;
  const occasion = { corpus: context.corpus, days: SAME_OCCASION_DAYS };
  const known = remembered.get(alike);
  if (known?.best === best && known.aliases === aliases) return known.prints;
  const prints = alike.flatMap((located) => {
    if (isOneOf(located, reading.equals) || !areOfOneOccasion(best.article, located.article, occasion)) return [];
    if (isReprintOfOlder(located, best.article, alike)) return [];
    const difference = isOfSameSpeaker(best, located, context) ? onlyDifference(reading, located) : undefined;
    return difference ? [{ located, difference }] : [];
  });
  // What another source has weighs more than a slip in a reprint.
  prints.sort((a, b) => Number(areCopies(best.article, a.located.article)) - Number(areCopies(best.article, b.located.article)));
  remembered.set(alike, { best, aliases, prints });
  return prints;
}

/** Whether a passage is reprinted from an older version of a source that has other words by now: it is no witness against it. */
function isReprintOfOlder(located: Located, own: Article, alike: readonly Located[]): boolean {
  const older = alike.filter(({ article }) => areVersions(own, article));
  return older.some(({ article }) => areCopies(article, located.article) && hasPassage(article, located));
}

function isOneOf({ article, from, to }: Located, passages: readonly Located[]): boolean {
  return passages.some((one) => one.article === article && one.from < to && from < one.to);
}

const spanOf = (words: readonly Word[]): Span => cover((words[0] as Word).span, (words.at(-1) as Word).span);

/** The draft's words that are printed otherwise, as they stand now; where words are missing, the one in front of the gap. */
function ownSpan({ tokens }: Difference, words: readonly (Word | undefined)[]): Span | undefined {
  const own = words.slice(tokens.start, tokens.end).filter((word) => word !== undefined);
  return own.length > 0 ? spanOf(own) : (words[tokens.start - 1] ?? words[tokens.start])?.span;
}

/** The words of the other passage, with one beside them where it leaves words out. */
function theirWords({ source, words }: Difference, { article }: Located): string {
  const { text } = article.prose;
  if (source.length > 0) return readable(sliceOf(text, spanOf(source)));
  const own = articleWords(article);
  const [before, after] = [own[words.start - 1], own[words.start]];
  const around = [before, after].filter((word) => word !== undefined);
  return around.length > 0 ? readable(sliceOf(text, spanOf(around))) : '';
}

interface Print {
  readonly article: Article;
  readonly words: string;
}

/** Who has what. Of one text that two have printed, one has it wrong, or it was set right later: they are no two witnesses. */
function messageOf(own: Print, other: Print): Said {
  if (areCopies(own.article, other.article))
    return say`${sourceAsSubject(own.article)} has ${quoted(own.words)}; the same text has ${quoted(other.words)} in ${sourceName(other.article)}.`;
  return say`The sources disagree: ${sourceAsSubject(own.article)} has ${quoted(own.words)}, ${sourceAsSubject(other.article)} ${quoted(other.words)}.`;
}

/** A word that a headline quotes otherwise than the text below it. */
interface Misprint {
  /** Where the article has it as the draft does. */
  readonly located: Located;
  /** Place of the word among the draft's tokens. */
  readonly token: number;
  readonly word: string;
}

/** The words that a headline quotes, quotation by quotation. */
const quotedInTitle = byContent((title): readonly (readonly string[])[] => {
  const prose = plainProse(title);
  return quotationsOf(prose).quotations.map(({ pieces }) => wordsIn(quotedTokens(title, pieces)).map(({ folded }) => folded));
});

/** Where words stand in others but for one that looks like it: the place of that one, and how it is written there. */
function slipIn(words: readonly string[], quotation: readonly (string | undefined)[]): { token: number; word: string } | undefined {
  if (words.length < FEWEST_QUOTED) return undefined;
  for (let from = 0; from + words.length <= quotation.length; from++) {
    const other = words.flatMap((word, i) => (word === quotation[from + i] ? [] : [{ token: from + i, word }]));
    const [slip, ...more] = other;
    if (
      slip &&
      more.length === 0 &&
      slip.word.length >= SHORTEST_SLIP &&
      looksLike(slip.word, quotation[slip.token] ?? '') &&
      !sameWord(slip.word, quotation[slip.token] ?? '')
    )
      return slip;
  }
  return undefined;
}

/** Whether an article has some words in a row: then its headline quotes these, rightly. */
function stands(quotation: readonly string[], article: Article): boolean {
  const words = articleWords(article);
  return words.some((_, at) => quotation.every((word, i) => words[at + i]?.folded === word));
}

/** A slip in the headline of a source that has the words below it as the draft does. */
function misprintIn({ equals, tokens }: QuotationReading): Misprint | undefined {
  const words = () => tokens().map((token) => (token.kind === 'word' ? token.word.folded : undefined));
  for (const located of equals) {
    const { article } = located;
    for (const quotation of quotedInTitle(article.title ?? '')) {
      const slip = slipIn(quotation, words());
      if (slip && !stands(quotation, article)) return { located, ...slip };
    }
  }
  return undefined;
}

function* inHeadline(reading: QuotationReading, context: RuleContext): Iterable<Finding> {
  const misprint = misprintIn(reading);
  const token = misprint && reading.tokens()[misprint.token];
  if (!misprint || token?.kind !== 'word') return;
  const { span } = token.word;
  const own = readable(sliceOf(context.draft.prose.text, span));
  yield {
    rule: 'sources-disagree',
    kind: null,
    span,
    message: say`${sourceAsSubject(misprint.located.article)} has ${quoted(own)} in its text and ${quoted(misprint.word)} in its headline.`,
    match: matchOf(misprint.located, reading.equals),
    fixes: [],
  };
}

/** The evidence with the passages beside it that have the words otherwise. */
function beside(match: Match, others: readonly Located[]): Match {
  const otherwise = others.map(({ article, span }) => ({
    source: { articleId: article.id, span },
    exact: readable(sliceOf(article.prose.text, span)),
  }));
  return { ...match, otherwise };
}

function* inQuotation(quotation: Quotation, context: RuleContext): Iterable<Finding> {
  const reading = context.readingOf(quotation);
  const { best, kind, telling, length } = reading;
  if (!best || (kind !== 'verified' && kind !== 'altered')) return;
  yield* inHeadline(reading, context);
  if (!telling || length < FEWEST_WORDS) return;
  const prints = otherPrints(quotation, reading, context);
  const [first] = prints;
  const match = evidenceOf(reading);
  if (!first || !match) return;
  const words = reading.tokens().map((token) => (token.kind === 'word' ? token.word : undefined));
  const span = ownSpan(first.difference, words) ?? quotation.span;
  const own = readable(sliceOf(context.draft.prose.text, span));
  yield* ofOneDay(best.article, first.located.article, {
    rule: 'sources-disagree',
    kind: null,
    span,
    message: messageOf(
      { article: best.article, words: own },
      { article: first.located.article, words: theirWords(first.difference, first.located) },
    ),
    match: beside(
      match,
      prints.map(({ located }) => located),
    ),
    fixes: [],
  });
}

/** A finding as far as what it rests on is stated: that two articles are of one occasion, unless they are one text. */
function ofOneDay(a: Article, b: Article, finding: Finding): Iterable<Finding> {
  return areCopies(a, b) ? [finding] : restingOn('published', [a, b], finding);
}

/** The figure in which a passage differs from a claim and in nothing else. */
function onlyFigure(match: ClaimMatch): Difference | undefined {
  const { similarity, coverage, information, differences } = match;
  const [difference] = differences;
  if (!difference || differences.length > 1 || !isOtherNumber(difference)) return undefined;
  return similarity >= LEAST_SIMILARITY && coverage >= LEAST_COVERAGE && information >= LEAST_BITS ? difference : undefined;
}

function* inClaim(claim: Claim, context: RuleContext): Iterable<Finding> {
  const matches = claimMatches(claim, context);
  const own = matches.find(({ differences, coverage }) => differences.length === 0 && coverage >= LEAST_COVERAGE);
  if (!own || own.information < LEAST_BITS) return;
  const occasion = { corpus: context.corpus, days: SAME_FIGURE_DAYS };
  const isRival = ({ article }: Located) => areOfOneOccasion(own.located.article, article, occasion);
  const near = context.claimsAlikeTo(claim);
  const alike = near.some(isRival) ? matchesAlike(claim, context) : [];
  const others = [...matches, ...alike].flatMap((match) => {
    const counts = isRival(match.located) && !isReprintOfOlder(match.located, own.located.article, near);
    const difference = counts ? onlyFigure(match) : undefined;
    return difference ? [{ located: match.located, difference }] : [];
  });
  const [first] = others;
  if (!first || COUNTED_ANEW.test(sliceOf(context.draft.outer, claim.span))) return;
  const span = spanOf(first.difference.draft);
  yield* ofOneDay(own.located.article, first.located.article, {
    rule: 'sources-disagree',
    kind: null,
    span,
    message: messageOf(
      { article: own.located.article, words: readable(sliceOf(context.draft.prose.text, span)) },
      { article: first.located.article, words: theirWords(first.difference, first.located) },
    ),
    match: beside(
      matchOf(own.located),
      others.map(({ located }) => located),
    ),
    fixes: [],
  });
}

/** The sources print the same words, or the same sentence's figure, differently: the draft is right by one of them. */
export const sourcesDisagree: Rule = {
  name: 'sources-disagree',
  summary: 'The sources print the same words, or the figure of the same sentence, differently.',
  quotation: inQuotation,
  claim: inClaim,
};
