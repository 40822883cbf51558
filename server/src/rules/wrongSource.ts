import { sameName } from '../prose/names.ts';
import type { Quotation } from '../prose/quotations.ts';
import { contains, overlaps, type Span, sliceOf } from '../text/span.ts';
import type { Credit, RuleContext } from './context.ts';
import { matchOf } from './evidence.ts';
import type { Finding } from './finding.ts';
import type { Rule } from './rule.ts';
import { sourceAsSubject } from './wording.ts';

/** The publications that a footnote, a link's words or the line under a block quote name for a quotation. */
function citedFor(quotation: Quotation, context: RuleContext): Credit[] {
  const { sentence } = context.settingOf(quotation);
  const cited = context.draft.citations
    .filter(({ span }) => contains(sentence, span) || (span.start >= sentence.end && span.start <= sentence.end + 1))
    .flatMap(({ span, text }) => context.publishersIn(text).map((publisher): Credit => ({ publisher, span })));
  const line = quotation.style === 'block' ? context.attributionOf(quotation)?.span : undefined;
  return line ? [...cited, ...context.creditsIn(line)] : cited;
}

/** “The Post and Courier” is not The Post; “The Post and the Courier” are two. */
function mayBeLonger({ span }: Credit, { draft }: RuleContext): boolean {
  return /^\s+(?:and|&)\s+\p{Lu}/u.test(draft.outer.slice(span.end, span.end + 12));
}

/** Whether the draft has the publication's name where it credits it: not so where a footnote's mark stands. */
function isNamedIn({ publisher, span }: Credit, { draft }: RuleContext): boolean {
  return publisher.endsWith(sliceOf(draft.outer, span));
}

/** The draft credits a publication of the corpus that does not have the words, and another one has. */
export const wrongSource: Rule = {
  name: 'wrong-source',
  summary: 'The publication that is credited does not have the words; another one has.',
  *quotation(quotation, context): Iterable<Finding> {
    const reading = context.readingOf(quotation);
    if (!reading.best || reading.splice || !reading.telling) return;
    const publishers = reading.equals.map(({ article }) => article.publisher);
    if (publishers.includes(null)) return;
    const cited = citedFor(quotation, context);
    const credits = [...context.creditsIn(context.settingOf(quotation).sentence), ...cited];
    const right = credits.some(({ publisher }) => publishers.some((one) => one !== null && sameName(one, publisher)));
    const attribution = context.attributionOf(quotation);
    const named = [...(attribution?.speakers ?? []), ...(attribution?.credits ?? [])];
    const told = (span: Span) =>
      /\b(?:told|with|to)\s+(?:the\s+)?$/iu.test(context.draft.outer.slice(Math.max(0, span.start - 12), span.start));
    const wrong = credits
      .filter((credit) => !mayBeLonger(credit, context))
      .find((credit) => cited.includes(credit) || named.some((one) => overlaps(one.span, credit.span)) || told(credit.span));
    if (!wrong || right) return;
    const { article } = reading.best;
    const name = (article.publisher ?? '').replace(
      /^The\s+/,
      sliceOf(context.draft.outer, { start: wrong.span.start - 4, end: wrong.span.start }).toLowerCase() === 'the ' ? '' : 'The ',
    );
    yield {
      rule: 'wrong-source',
      kind: null,
      span: wrong.span,
      message: `${wrong.publisher} does not have these words; ${sourceAsSubject(article)} has.`,
      match: matchOf(reading.best, reading.equals),
      fixes: isNamedIn(wrong, context)
        ? [{ title: `Credit ${name} instead`, applicability: 'unsafe', preferred: true, edits: [{ span: wrong.span, newText: name }] }]
        : [],
    };
  },
};
