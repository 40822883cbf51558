import { say } from '../text/said.ts';
import type { Finding } from './finding.ts';
import type { Rule } from './rule.ts';

/** A quotation mark without a partner. */
export const unbalancedMarks: Rule = {
  name: 'unbalanced-marks',
  summary: 'A quotation mark has no partner.',
  *draft({ draft }): Iterable<Finding> {
    for (const { span } of draft.strayMarks) {
      const mark = draft.prose.text.slice(span.start, span.end);
      const message = say`This quotation mark (${mark}) has no partner in its paragraph, so it cannot be told what is quoted.`;
      yield { rule: 'unbalanced-marks', kind: null, span, message, match: null, fixes: [] };
    }
  },
};
