import { evidenceOf } from './evidence.ts';
import type { Finding } from './finding.ts';
import type { Rule } from './rule.ts';
import { sourceName } from './wording.ts';

/** One pair of marks round passages that the source does not have together. */
export const splicedQuote: Rule = {
  name: 'spliced-quote',
  summary: 'One pair of marks joins passages that the source does not have together.',
  *quotation(quotation, context): Iterable<Finding> {
    const reading = context.readingOf(quotation);
    if (reading.kind !== 'spliced' || !reading.splice) return;
    const { parts, twoSpeakers } = reading.splice;
    const [first, second] = parts;
    if (!first) return;
    const apart =
      second && second.article !== first.article
        ? `${sourceName(first.article)} and ${sourceName(second.article)}`
        : sourceName(first.article);
    const message = twoSpeakers
      ? `One pair of marks joins the words of two people (${apart}).`
      : `One pair of marks joins passages that stand apart in the source, without an ellipsis (${apart}).`;
    yield {
      rule: 'spliced-quote',
      kind: twoSpeakers ? 'speakers' : null,
      span: quotation.span,
      message,
      match: evidenceOf(reading),
      fixes: [],
    };
  },
};
