import type { Draft, Stet } from '../draft/draft.ts';
import type { Quotation } from '../prose/quotations.ts';
import { joined, say } from '../text/said.ts';
import { contains, overlaps } from '../text/span.ts';
import { type Finding, RULE_NAMES } from './finding.ts';
import { NOTHING_STANDS, type Stands, speaksOf } from './standing.ts';

/** What is left of some findings, and what serves by the others. */
interface LetStand {
  readonly kept: Finding[];
  /** Directives of the draft. */
  readonly served: Stet[];
  /** The ids of entries that are kept outside it. */
  readonly entries: ReadonlySet<number>;
}

/** Whether a directive or an entry lets a whole quotation stand, so that it is not even looked at. */
export function isIgnored(quotation: Quotation, draft: Draft, stands: Stands = NOTHING_STANDS): boolean {
  const { stets, off } = draft;
  if (off || stets.some((stet) => stet.rules === null && contains(stet.covers, quotation.span))) return true;
  return stands.forWhole(quotation, draft).length > 0;
}

/** The findings that neither directive nor entry lets stand, and which of these serve by the others. */
export function lettingStand(findings: readonly Finding[], draft: Draft, stands: Stands = NOTHING_STANDS): LetStand {
  const served = new Set<Stet>();
  const entries = new Set<number>();
  const kept = findings.filter((finding) => {
    const own = draft.stets.filter((stet) => overlaps(stet.covers, finding.span) && speaksOf(stet.rules, finding));
    for (const stet of own) served.add(stet);
    const standings = stands.for(finding, draft);
    for (const { id } of standings) entries.add(id);
    return own.length === 0 && standings.length === 0;
  });
  return { kept, served: [...served], entries };
}

/** Takes out what is let stand, and reports the draft's own directives that suppressed nothing. */
export function suppress(
  findings: readonly Finding[],
  draft: Draft,
  stands: Stands = NOTHING_STANDS,
): { readonly findings: Finding[]; readonly entries: ReadonlySet<number> } {
  if (draft.off) return { findings: [], entries: new Set() };
  const { kept, served, entries } = lettingStand(findings, draft, stands);
  const unused = draft.stets.filter((stet) => !served.includes(stet)).map((stet) => unusedStet(stet));
  const standing = unused.map((finding) => stands.for(finding, draft));
  const reported = unused.filter((_, i) => standing[i]?.length === 0);
  return { findings: [...kept, ...reported], entries: new Set([...entries, ...standing.flat().map(({ id }) => id)]) };
}

function unusedStet({ span, rules }: Stet): Finding {
  const unknown = rules?.filter((rule) => !RULE_NAMES.some((name) => rule === name || rule.startsWith(`${name}.`))) ?? [];
  const message =
    unknown.length > 0
      ? say`There is no rule ${joined(
          unknown.map((name) => say`“${name}”`),
          ', ',
        )}.`
      : say`There is nothing here for this directive to let stand.`;
  const fix = { title: say`Remove the directive`, applicability: 'unsafe', preferred: true, edits: [{ span, newText: '' }] } as const;
  return { rule: 'unused-stet', kind: null, span, message, match: null, fixes: [fix] };
}
