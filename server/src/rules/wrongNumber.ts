import { isOneSource } from '../corpus/copies.ts';
import type { Difference } from '../match/differences.ts';
import type { Claim } from '../prose/claims.ts';
import { numberAt } from '../text/numbers.ts';
import { say } from '../text/said.ts';
import { overlaps, type Span } from '../text/span.ts';
import type { Word } from '../text/words.ts';
import { type ClaimMatch, claimMatches, isEnglishPassage, isOfAnotherDay } from './claimMatch.ts';
import type { RuleContext } from './context.ts';
import { matchOf } from './evidence.ts';
import type { Finding } from './finding.ts';
import type { Rule } from './rule.ts';
import { quoted, sourceAsSubject } from './wording.ts';
import {
  exchanged,
  isConversion,
  isSameNumeral,
  otherQuantities,
  otherSuffixed,
  type Sides,
  sidesOf,
  type Wrong,
  wholeNumeral,
} from './wrongFigure.ts';

/** The rest of the claim must be this like the passage for a figure to be called wrong. */
const LEAST_SIMILARITY = 0.72;
const LEAST_COVERAGE = 0.6;
const MOST_DIFFERENCES = 2;
const folded = (words: readonly Word[]) => words.map((word) => word.folded);
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

/** A figure of several words whole: “twenty-two”, of which only “two” differs. */
function wholeNumber(words: readonly string[], { start: first, end }: Span): Span {
  let start = first;
  const isNumber = (i: number) => words[i] !== undefined && numberAt(words, i) !== undefined && !/^\d/.test(words[i]);
  while (isNumber(first) && isNumber(start - 1)) start--;
  return { start, end };
}

/** Where the draft has a figure alone, the source's figure without what it goes on with and the draft leaves out. */
function figureAlone({ draft, words: { start, end } }: Difference, { theirs }: Sides): Span {
  if (!folded(draft).every((_, i, all) => numberAt(all, i))) return { start, end };
  for (let at = start; at < end; at++) {
    const length = numberAt(theirs.folded, at)?.length;
    if (length !== undefined) return { start: at, end: Math.min(end, at + length) };
  }
  return { start, end };
}

function otherNumber(difference: Difference, sides: Sides): Wrong {
  const whole = (side: 'own' | 'theirs', at: Span) => wholeNumeral(side, wholeNumber(sides[side].folded, at), sides);
  return exchanged(sides, whole('own', difference.tokens), whole('theirs', figureAlone(difference, sides)));
}

/** Whether all that a difference has of figures is in numerals, which no language reads otherwise. */
function isInNumerals({ draft, source }: Difference): boolean {
  const figures = [draft, source].map((words) => folded(words).filter((word, i, all) => /^\d/.test(word) || numberAt(all, i)));
  return figures.every((words) => words.length > 0 && words.every((word) => /^\d/.test(word)));
}

/** “Hundreds of gulls” for “thousands of gulls”. */
const MULTITUDES = new Set('dozens tens hundreds thousands millions billions trillions'.split(' '));

function isOtherMultitude({ kind, draft, source }: Difference): boolean {
  const [own, theirs] = [folded(draft), folded(source)];
  return kind === 'replaced' && own.length === 1 && theirs.length === 1 && [...own, ...theirs].every((word) => MULTITUDES.has(word));
}

function otherFigure(difference: Difference, sides: Sides, english: boolean): Wrong | undefined {
  if (isSameNumeral(difference, sides, english)) return undefined;
  if (!english) return isOtherNumber(difference) && isInNumerals(difference) ? otherNumber(difference, sides) : undefined;
  if (isOtherMultitude(difference)) return exchanged(sides, difference.tokens, difference.words);
  if (isOtherNumber(difference)) return isConversion(difference, sides) ? undefined : otherNumber(difference, sides);
  return otherSuffixed(difference, sides);
}

function wrongIn(match: ClaimMatch, claim: Claim, context: RuleContext): Wrong | undefined {
  const { similarity, coverage, differences } = match;
  if (similarity < LEAST_SIMILARITY || coverage < LEAST_COVERAGE || differences.length > MOST_DIFFERENCES || differences.length === 0)
    return undefined;
  const english = isEnglishPassage(match.located) && context.isEnglishAt(claim.span.start);
  const sides = sidesOf(match, context.draft.prose.text);
  const dates = context.datesIn(claim.span);
  const wrong = [
    ...differences.flatMap((difference) => otherFigure(difference, sides, english) ?? []),
    ...(english ? otherQuantities(sides) : []),
  ];
  return wrong.find((one) => !dates.some(({ span }) => overlaps(span, one.span)));
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
      message: say`${sourceAsSubject(best.located.article)} has ${quoted(wrong.theirs)}, not ${quoted(wrong.own)}.`,
      match: matchOf(best.located),
      fixes: [
        {
          title: say`Replace by the source’s ${quoted(wrong.theirs)}`,
          applicability: isOneSource(near.map(({ located }) => located.article)) ? 'safe' : 'unsafe',
          preferred: true,
          edits: [wrong.edit],
        },
      ],
    };
  },
};
