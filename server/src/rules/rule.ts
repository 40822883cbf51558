import type { Claim } from '../prose/claims.ts';
import type { Quotation } from '../prose/quotations.ts';
import type { RuleContext } from './context.ts';
import type { Finding, RuleName } from './finding.ts';

/**
 * One thing that can be wrong. Handlers are keyed by the kind of element they look at; `draft` is for what only the whole
 * draft shows. Pure: the same element in the same context gives the same findings.
 */
export interface Rule {
  readonly name: RuleName;
  /** One line for lists of rules. */
  readonly summary: string;
  readonly quotation?: (quotation: Quotation, context: RuleContext) => Iterable<Finding>;
  readonly claim?: (claim: Claim, context: RuleContext) => Iterable<Finding>;
  readonly draft?: (context: RuleContext) => Iterable<Finding>;
}
