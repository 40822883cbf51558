import { speakerAt } from '../corpus/sayings.ts';
import type { Claim } from '../prose/claims.ts';
import { attributesSomething } from '../prose/speakers.ts';
import { say } from '../text/said.ts';
import { contains, sliceOf } from '../text/span.ts';
import { type ClaimMatch, claimMatches, isEnglishPassage, isSomebodys } from './claimMatch.ts';
import type { RuleContext } from './context.ts';
import { matchOf } from './evidence.ts';
import type { Finding, Fix } from './finding.ts';
import type { Rule } from './rule.ts';
import { sourceAsSubject } from './wording.ts';

const RUN_WORDS = 8;
const RUN_CONTENT = 4;
const RUN_COVERAGE = 0.5;
const MOST_OF_IT = 0.8;
const LEAST_BITS = 70;
/** What so many articles have is boilerplate or common knowledge, and nobody's. */
const COMMON = 3;

/** Word for word or nearly: eight words in a row that are not mere grammar, or four fifths of what the sentence tells. */
function isCopied(match: ClaimMatch): boolean {
  if (match.information < LEAST_BITS) return false;
  const { run } = match;
  if (run.words >= RUN_WORDS && run.content >= RUN_CONTENT && match.coverage >= RUN_COVERAGE) return true;
  return match.coverage * match.similarity >= MOST_OF_IT;
}

/** Whether the sentence, or one beside it in the paragraph, says where it is from. */
function isCredited(claim: Claim, context: RuleContext): boolean {
  if (attributesSomething(context.draft.outer, claim.span)) return true;
  return context
    .besides(claim.block, claim.span)
    .some((sentence) => context.draft.citations.some(({ span }) => contains(sentence, span)) || context.creditsIn(sentence).length > 0);
}

/** Whether draft and source are English: only there it can be read who is named. */
function isInEnglish(claim: Claim, { located }: ClaimMatch, context: RuleContext): boolean {
  return context.isEnglishAt(claim.span.start) && isEnglishPassage(located);
}

function fixesFor(claim: Claim, match: ClaimMatch, context: RuleContext): Fix[] {
  const { article } = match.located;
  const text = context.draft.prose.text;
  const speaker = speakerAt(article, match.located.span);
  const credit = speaker !== null ? `${speaker} said` : article.publisher !== null ? `${article.publisher} reported` : null;
  const fixes: Fix[] = [];
  // Behind a quotation's closing mark, commas and full stops stand differently in every house.
  const endsQuoted = /[”"’'»]\s*[.!?]?$|[.!?][”"’'»]$/u.test(sliceOf(text, claim.span).trimEnd());
  if (credit !== null && !endsQuoted) {
    const ending = /[.!?]*$/u.exec(sliceOf(text, claim.span))?.[0].length ?? 0;
    const at = claim.span.end - ending;
    fixes.push({
      title: say`Name the source: “${credit}”`,
      applicability: 'unsafe',
      preferred: true,
      edits: [{ span: { start: at, end: at }, newText: `, ${credit}` }],
    });
  }
  fixes.push(...quotingFixes(match, text, credit));
  return fixes;
}

/**
 * Puts marks round the copied words, and names whose they are where that is known: words in marks want somebody. Words that
 * are not quite the source's would become a misquotation.
 */
function quotingFixes({ span, differences }: ClaimMatch, text: string, credit: string | null): Fix[] {
  if (differences.length > 0) return [];
  const opening = { span: { start: span.start, end: span.start }, newText: '“' };
  const stop = /^\s*[.]/u.exec(text.slice(span.end))?.[0].length ?? 0;
  // The credit stands at the sentence's end; elsewhere there is no telling how the sentence goes on.
  const isAtEnd = stop > 0 || /^\s*$/u.test(text.slice(span.end).split('\n')[0] ?? '');
  const named = credit !== null && isAtEnd;
  if (credit !== null && !named) return [];
  const closing = { span: { start: span.end, end: span.end + (named ? stop : 0) }, newText: named ? `,” ${credit}.` : '”' };
  const title = named ? say`Put the copied words in quotation marks: “…,” ${credit}` : say`Put the copied words in quotation marks`;
  return [{ title, applicability: 'unsafe', preferred: false, edits: [opening, closing] }];
}

/** A sentence repeats a source's without marks, and names no source for it. */
export const unattributedClaim: Rule = {
  name: 'unattributed-claim',
  summary: 'A sentence repeats a source’s sentence and names no source for it.',
  *claim(claim, context): Iterable<Finding> {
    const copied = claimMatches(claim, context).filter((one) => isCopied(one) && isSomebodys(one));
    const [match] = copied;
    if (!match || copied.length >= COMMON || isCredited(claim, context) || !isInEnglish(claim, match, context)) return;
    yield {
      rule: 'unattributed-claim',
      kind: null,
      span: claim.span,
      message: say`This repeats ${sourceAsSubject(match.located.article)} nearly word for word and names no source.`,
      match: matchOf(match.located),
      fixes: fixesFor(claim, match, context),
    };
  },
};
