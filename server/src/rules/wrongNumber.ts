import { articleWords } from '../corpus/articleWords.ts';
import type { Difference } from '../match/differences.ts';
import type { Claim } from '../prose/claims.ts';
import { readable } from '../prose/prose.ts';
import { numberAt } from '../text/numbers.ts';
import { cover, overlaps, type Span, sliceOf } from '../text/span.ts';
import type { Word } from '../text/words.ts';
import { type ClaimMatch, claimMatches, isOfAnotherDay } from './claimMatch.ts';
import type { RuleContext } from './context.ts';
import { matchOf } from './evidence.ts';
import type { Edit, Finding } from './finding.ts';
import type { Rule } from './rule.ts';
import { quoted, sourceAsSubject } from './wording.ts';

/** The rest of the claim must be this like the passage for a figure to be called wrong. */
const LEAST_SIMILARITY = 0.72;
const LEAST_COVERAGE = 0.6;
const MOST_DIFFERENCES = 2;
const HEDGES = new Set(
  'more less fewer than over under nearly almost about around roughly approximately some at least most up to only just exactly'.split(' '),
);

const folded = (words: readonly Word[]) => words.map((word) => word.folded);
const spanOf = (words: readonly Word[]): Span => cover((words[0] as Word).span, (words.at(-1) as Word).span);

function numbersIn(words: readonly string[]): number[] {
  const values: number[] = [];
  for (let i = 0; i < words.length; i++) {
    const number = numberAt(words, i);
    if (!number) continue;
    values.push(number.value);
    i += number.length - 1;
  }
  return values;
}

/** The one number that words state, or the two of a range of nothing but figures (“1-2”); undefined of others. */
function figureOf(words: readonly string[]): string | undefined {
  const numbers = numbersIn(words);
  const isRange = numbers.length === 2 && words.length === 2 && words.every((word) => /^\d/.test(word));
  return numbers.length === 1 || isRange ? numbers.join('-') : undefined;
}

/** Whether only a figure is exchanged: both sides state one, not the same, and hardly anything else. */
export function isOtherNumber({ kind, draft, source }: Difference): boolean {
  if (kind !== 'replaced' || draft.length > 4 || source.length > 4) return false;
  const own = figureOf(folded(draft));
  const theirs = figureOf(folded(source));
  return own !== undefined && theirs !== undefined && own !== theirs;
}

interface Wrong {
  readonly span: Span;
  readonly edit: Edit;
  readonly own: string;
  readonly theirs: string;
}

/** A figure of several words whole: “twenty-two”, of which only “two” differs. */
function wholeNumber(words: readonly Word[], first: number, last: number): Span {
  let start = first;
  const isNumber = (i: number) =>
    words[i] !== undefined && numberAt([(words[i] as Word).folded], 0) !== undefined && !/^\d/.test((words[i] as Word).folded);
  while (isNumber(first) && isNumber(start - 1)) start--;
  return cover((words[start] as Word).span, (words[last] as Word).span);
}

function otherNumber(difference: Difference, match: ClaimMatch, { draft, source }: { draft: string; source: string }): Wrong {
  const own = match.tokens().flatMap((token) => (token.kind === 'word' ? [token.word] : []));
  const span = wholeNumber(own, difference.tokens.start, difference.tokens.end - 1);
  const theirs = readable(
    sliceOf(source, wholeNumber(articleWords(match.located.article), difference.words.start, difference.words.end - 1)),
  );
  return { span, edit: { span, newText: theirs }, own: sliceOf(draft, span), theirs };
}

/** “20,000” for “more than 20,000”, or the other way about. */
function otherPrecision(difference: Difference, match: ClaimMatch, texts: { draft: string; source: string }): Wrong | undefined {
  const words = difference.kind === 'omitted' ? difference.source : difference.kind === 'added' ? difference.draft : [];
  const next = match.tokens()[difference.tokens.end];
  if (words.length === 0 || !folded(words).every((word) => HEDGES.has(word)) || next?.kind !== 'word' || !/^\d/.test(next.word.folded))
    return undefined;
  const figure = next.word.span;
  const after = articleWords(match.located.article)[difference.words.end] as Word;
  if (difference.kind === 'added') {
    const span = cover(spanOf(difference.draft), figure);
    const own = sliceOf(texts.draft, figure);
    return { span, edit: { span: { start: span.start, end: figure.start }, newText: '' }, own: sliceOf(texts.draft, span), theirs: own };
  }
  const theirs = readable(sliceOf(texts.source, cover(spanOf(difference.source), after.span)));
  return { span: figure, edit: { span: figure, newText: theirs }, own: sliceOf(texts.draft, figure), theirs };
}

function wrongIn(match: ClaimMatch, claim: Claim, context: RuleContext): Wrong | undefined {
  if (match.similarity < LEAST_SIMILARITY || match.coverage < LEAST_COVERAGE || match.differences.length > MOST_DIFFERENCES)
    return undefined;
  const texts = { draft: context.draft.prose.text, source: match.located.article.prose.text };
  const dates = context.datesIn(claim.span);
  for (const difference of match.differences) {
    if (isOtherNumber(difference)) {
      const wrong = otherNumber(difference, match, texts);
      if (!dates.some(({ span }) => overlaps(span, wrong.span))) return wrong;
    }
    const imprecise = otherPrecision(difference, match, texts);
    if (imprecise) return imprecise;
  }
  return undefined;
}

/** Whether the passages that are like the claim have different figures there: then each speaks of another thing. */
function disagree(matches: readonly ClaimMatch[], claim: Claim, context: RuleContext): boolean {
  const figures = matches.flatMap((match) => wrongIn(match, claim, context)?.theirs ?? []);
  return new Set(figures).size > 1;
}

const YEAR = /^(?:1[89]|20)\d\d$/;

/** Whether the draft and the source, written in different years, each speak of their own: of the same thing another time. */
function isOfAnotherYear({ own, theirs }: Wrong, { located }: ClaimMatch, { draft }: RuleContext): boolean {
  if (!YEAR.test(own) || !YEAR.test(theirs) || !draft.anchor || !located.article.published) return false;
  const apart = (year: string, of: { readonly year: number }) => Math.abs(Number(year) - of.year);
  return (
    draft.anchor.year !== located.article.published.year && apart(own, draft.anchor) <= 1 && apart(theirs, located.article.published) <= 1
  );
}

/** A claim matches a source but for a figure. */
export const wrongNumber: Rule = {
  name: 'wrong-number',
  summary: 'A claim matches a source but for a number.',
  *claim(claim, context): Iterable<Finding> {
    const matches = claimMatches(claim, context);
    const [best] = matches;
    const wrong = best && wrongIn(best, claim, context);
    if (!wrong || isOfAnotherDay(claim, best, context) || isOfAnotherYear(wrong, best, context)) return;
    const near = matches.filter(({ similarity, coverage }) => similarity >= LEAST_SIMILARITY && coverage >= LEAST_COVERAGE);
    if (near.some((match) => match.differences.length === 0) || disagree(near, claim, context)) return;
    yield {
      rule: 'wrong-number',
      kind: null,
      span: wrong.span,
      message: `${sourceAsSubject(best.located.article)} has ${quoted(wrong.theirs)}, not ${quoted(wrong.own)}.`,
      match: matchOf(best.located),
      fixes: [
        {
          title: `Replace by the source’s ${quoted(wrong.theirs)}`,
          applicability: near.length === 1 ? 'safe' : 'unsafe',
          preferred: true,
          edits: [wrong.edit],
        },
      ],
    };
  },
};
