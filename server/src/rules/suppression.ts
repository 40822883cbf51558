import type { Draft, Stet } from '../draft/draft.ts';
import type { Quotation } from '../prose/quotations.ts';
import { contains, overlaps } from '../text/span.ts';
import { type Finding, RULE_NAMES } from './finding.ts';

/** Whether a directive speaks of a rule; `misquote.number` and the like speak of the rule's kind. */
function names({ rules }: Stet, { rule, kind }: Finding): boolean {
  return rules === null || rules.includes(rule) || (kind !== null && rules.includes(`${rule}.${kind}`));
}

/** Whether a directive lets a whole quotation stand, so that it is not even looked at. */
export function isIgnored({ span }: Quotation, { stets, off }: Draft): boolean {
  return off || stets.some((stet) => stet.rules === null && contains(stet.covers, span));
}

/** The findings that no directive lets stand, and the directives that serve by the others. */
export function lettingStand(findings: readonly Finding[], { stets }: Draft): { kept: Finding[]; served: Stet[] } {
  const served = new Set<Stet>();
  const kept = findings.filter((finding) => {
    const own = stets.filter((stet) => overlaps(stet.covers, finding.span) && names(stet, finding));
    for (const stet of own) served.add(stet);
    return own.length === 0;
  });
  return { kept, served: [...served] };
}

/** Takes out what directives let stand, and reports the directives that suppressed nothing. */
export function suppress(findings: readonly Finding[], draft: Draft): Finding[] {
  if (draft.off) return [];
  const { kept, served } = lettingStand(findings, draft);
  const unused = draft.stets.filter((stet) => !served.includes(stet));
  return [...kept, ...unused.map((stet) => unusedStet(stet))];
}

function unusedStet({ span, rules }: Stet): Finding {
  const unknown = rules?.filter((rule) => !RULE_NAMES.some((name) => rule === name || rule.startsWith(`${name}.`))) ?? [];
  const reason =
    unknown.length > 0 ? `There is no rule “${unknown.join('”, “')}”` : 'There is nothing here for this directive to let stand';
  const fix = { title: 'Remove the directive', applicability: 'unsafe', preferred: true, edits: [{ span, newText: '' }] } as const;
  return { rule: 'unused-stet', kind: null, span, message: `${reason}.`, match: null, fixes: [fix] };
}
