import { sameName } from '../prose/names.ts';
import { overlaps, type Span, sliceOf } from '../text/span.ts';
import { matchOf } from './evidence.ts';
import type { Finding } from './finding.ts';
import type { Rule } from './rule.ts';
import { sourceAsSubject } from './wording.ts';

/** The draft credits a publication of the corpus that does not have the words, and another one has. */
export const wrongSource: Rule = {
  name: 'wrong-source',
  summary: 'The publication that is credited does not have the words; another one has.',
  *quotation(quotation, context): Iterable<Finding> {
    const reading = context.readingOf(quotation);
    if (!reading.best || reading.splice || !reading.telling) return;
    const publishers = reading.equals.map(({ article }) => article.publisher);
    if (publishers.includes(null)) return;
    const credits = context.creditsIn(context.settingOf(quotation).sentence);
    const right = credits.some(({ publisher }) => publishers.some((one) => one !== null && sameName(one, publisher)));
    const attribution = context.attributionOf(quotation);
    const named = [...(attribution?.speakers ?? []), ...(attribution?.credits ?? [])];
    const told = (span: Span) =>
      /\b(?:told|with|to)\s+(?:the\s+)?$/iu.test(context.draft.outer.slice(Math.max(0, span.start - 12), span.start));
    const wrong = credits.find(({ span }) => named.some((one) => overlaps(one.span, span)) || told(span));
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
      fixes: [{ title: `Credit ${name} instead`, applicability: 'unsafe', preferred: true, edits: [{ span: wrong.span, newText: name }] }],
    };
  },
};
