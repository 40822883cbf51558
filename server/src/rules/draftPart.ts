import type { Draft } from '../draft/draft.ts';
import { overlaps, type Span } from '../text/span.ts';
import type { Analysis } from './analysis.ts';
import type { RuleName } from './finding.ts';

/** What stands so near is looked at, too: it may say whose words the first or last ones are. UTF-16 code units. */
const AROUND = 1500;

/** The rules that only the whole draft can tell by. */
const NEEDS_WHOLE_DRAFT: ReadonlySet<RuleName> = new Set(['unused-stet', 'inconsistent-quote']);

/** A draft of which only the quotations and claims in a stretch and near it are to be looked at. */
export function draftPart(draft: Draft, { start, end }: Span): Draft {
  const near = { start: start - AROUND, end: end + AROUND };
  const isNear = ({ span }: { readonly span: Span }) => overlaps(span, near);
  return { ...draft, quotations: draft.quotations.filter(isNear), claims: draft.claims.filter(isNear) };
}

/** Of what was found in such a part, what is certain to be found in the whole draft: all that lies in the stretch itself. */
export function foundIn(analysis: Analysis, stretch: Span): Analysis {
  const findings = analysis.findings.filter(({ rule, span }) => overlaps(span, stretch) && !NEEDS_WHOLE_DRAFT.has(rule));
  return { ...analysis, findings };
}
