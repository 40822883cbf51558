import { type Said, say } from '../text/said.ts';
import { evidenceOf } from './evidence.ts';
import type { Finding } from './finding.ts';
import type { Rule } from './rule.ts';
import type { Splice } from './splice.ts';
import { sourceName } from './wording.ts';

function messageFor({ twoSpeakers, atEllipsis }: Splice, sources: Said): Said {
  if (twoSpeakers)
    return atEllipsis
      ? say`The ellipsis joins the words of two people (${sources}).`
      : say`One pair of marks joins the words of two people (${sources}).`;
  return atEllipsis
    ? say`The source has these passages in another order, or in two articles (${sources}).`
    : say`One pair of marks joins passages that stand apart in the source, without an ellipsis (${sources}).`;
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
    const names = new Map(parts.map(({ article }) => sourceName(article)).map((name) => [name.text, name]));
    const sources = [...names.values()].reduce((before, name) => say`${before} and ${name}`);
    yield {
      rule: 'spliced-quote',
      kind: twoSpeakers ? 'speakers' : null,
      span: quotation.span,
      message: messageFor(reading.splice, sources),
      match: evidenceOf(reading),
      fixes: [],
    };
  },
};
