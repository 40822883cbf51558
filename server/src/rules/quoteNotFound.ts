import type { Finding } from './finding.ts';
import type { Rule } from './rule.ts';
import { isName } from './titles.ts';

/** Quotations of fewer words are titles, terms or scare quotes more often than somebody's words. */
const FEWEST_WORDS = 4;
const FEWEST_WITHOUT_SPEAKER = 7;

/** A quotation that nothing in the corpus comes near. */
export const quoteNotFound: Rule = {
  name: 'quote-not-found',
  summary: 'Nothing in the corpus comes near the words.',
  *quotation(quotation, context): Iterable<Finding> {
    const reading = context.readingOf(quotation);
    if (reading.kind !== 'not-found' || isName(quotation, reading, context)) return;
    const words = reading.tokens().filter(({ kind }) => kind === 'word').length;
    const attributed = context.attributionOf(quotation)?.tied === true;
    if (words < (attributed ? FEWEST_WORDS : FEWEST_WITHOUT_SPEAKER)) return;
    const message = 'No source in the corpus has these words or anything near them.';
    yield { rule: 'quote-not-found', kind: null, span: quotation.span, message, match: null, fixes: [] };
  },
};
