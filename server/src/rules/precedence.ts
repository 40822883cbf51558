import { overlaps } from '../text/span.ts';
import type { Finding, RuleName } from './finding.ts';

/** Rules that could speak of the same words, the first of a group to be believed. */
const GROUPS: readonly (readonly RuleName[])[] = [
  ['spliced-quote', 'misquote', 'wrong-speaker', 'wrong-source', 'inconsistent-quote'],
  ['wrong-date', 'wrong-number', 'wrong-name'],
  ['unattributed-quote', 'unattributed-claim'],
  ['superseded-source', 'sources-disagree'],
];

/** Where one of these speaks of a quotation, that nothing was found for it goes without saying. */
const BEFORE_NOT_FOUND: ReadonlySet<RuleName> = new Set(['spliced-quote', 'misquote', 'inconsistent-quote', 'unattributed-quote']);

/** Whether the first rule silences the second on the same words. */
function precedes(first: RuleName, second: RuleName): boolean {
  if (second === 'quote-not-found') return BEFORE_NOT_FOUND.has(first);
  return GROUPS.some((group) => group.includes(first) && group.indexOf(first) < group.indexOf(second));
}

/** One fault, one finding: of several about the same words the first by precedence; no two of one rule on one stretch. */
export function byPrecedence(findings: readonly Finding[]): Finding[] {
  const kept: Finding[] = [];
  for (const finding of findings) {
    const { rule, span } = finding;
    const silenced = kept.some(
      (one) =>
        (one.rule === rule && one.span.start === span.start && one.span.end === span.end) ||
        (overlaps(one.span, span) && precedes(one.rule, rule)),
    );
    if (!silenced) kept.push(finding);
  }
  return kept;
}
