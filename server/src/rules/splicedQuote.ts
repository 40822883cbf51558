import { evidenceOf } from './evidence.ts';
import type { Finding } from './finding.ts';
import type { Rule } from './rule.ts';
import type { Splice } from './splice.ts';
import { sourceName } from './wording.ts';

function faultOf({ twoSpeakers, atEllipsis }: Splice): string {
  if (twoSpeakers) return `${atEllipsis ? 'The ellipsis' : 'One pair of marks'} joins the words of two people`;
  return atEllipsis
    ? 'The source has these passages in another order, or in two articles'
    : 'One pair of marks joins passages that stand apart in the source, without an ellipsis';
}

/** One pair of marks round passages that the source does not have together. */
export const splicedQuote: Rule = {
  name: 'spliced-quote',
  summary: 'One pair of marks joins passages that the source does not have together.',
  *quotation(quotation, context): Iterable<Finding> {
    const reading = context.readingOf(quotation);
    if (reading.kind !== 'spliced' || !reading.splice) return;
    const { parts, twoSpeakers } = reading.splice;
    if (parts.length === 0) return;
    const message = `${faultOf(reading.splice)} (${[...new Set(parts.map(({ article }) => sourceName(article)))].join(' and ')}).`;
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
