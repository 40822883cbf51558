import type { Analysis } from '../rules/analysis.ts';
import type { Finding, RuleName, Verdict } from '../rules/finding.ts';
import { type Said, say } from '../text/said.ts';

/** The rules that speak of every source or of none: while some are unread, nobody can say that. */
const NEEDS_WHOLE_CORPUS: ReadonlySet<RuleName> = new Set([
  'quote-not-found',
  'wrong-speaker',
  'wrong-source',
  'superseded-source',
  'unused-stet',
]);

const WAIT_FOR_SOURCES = say`The sources are still being read.`;

const NO_SOURCES = say`There are no sources to compare with.`;

/** That one source speaks and no other cannot be known yet: no fix may run in bulk. */
function unsure(finding: Finding): Finding {
  return { ...finding, fixes: finding.fixes.map((fix) => ({ ...fix, applicability: 'unsafe' })) };
}

/** What can be said of a draft before every source has been read once. */
export function provisional(analysis: Analysis): Analysis {
  return without(analysis, WAIT_FOR_SOURCES);
}

/** What can be said of a draft where there is nothing to check it against: that its words stand nowhere would be no news. */
export function unsourced(analysis: Analysis): Analysis {
  return without(analysis, NO_SOURCES);
}

function without(analysis: Analysis, reason: Said): Analysis {
  const verdict = (of: Verdict): Verdict => (of.kind === 'not-found' ? { kind: 'unchecked', reason } : of);
  return {
    ...analysis,
    findings: analysis.findings.filter(({ rule }) => !NEEDS_WHOLE_CORPUS.has(rule)).map(unsure),
    verdicts: new Map([...analysis.verdicts].map(([quotation, of]) => [quotation, verdict(of)])),
  };
}
