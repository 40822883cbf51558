import type { Draft } from '../draft/draft.ts';
import { say } from '../text/said.ts';
import { sliceOf } from '../text/span.ts';
import type { Analysis } from './analysis.ts';
import type { Finding, Verdict } from './finding.ts';
import { shownWords, twoWordings, type Worded, wordedOf } from './inconsistentQuote.ts';
import { outermostOf } from './plan.ts';
import { lettingStand } from './suppression.ts';

/** A draft that was checked, and what its readers call it. */
export interface NamedAnalysis {
  readonly name: string;
  readonly analysis: Analysis;
}

/** Verdicts on words that may be the draft's own: misquotations are reported already, accepted alterations are meant. */
const COMPARED: ReadonlySet<Verdict['kind']> = new Set(['verified', 'not-found', 'unchecked']);

interface WordedIn extends Worded {
  readonly of: NamedAnalysis;
}

function wordedIn(of: NamedAnalysis): WordedIn[] {
  const { draft, verdicts } = of.analysis;
  return (draft.off ? [] : outermostOf(draft)).flatMap((quotation) => {
    const kind = verdicts.get(quotation)?.kind;
    const worded = kind && COMPARED.has(kind) ? wordedOf(quotation, kind === 'verified', draft) : undefined;
    return worded ? [{ ...worded, of }] : [];
  });
}

/** All of a draft that other drafts are compared with, as a text. */
export function comparedWords(draft: NamedAnalysis): string {
  return wordedIn(draft)
    .map(({ quotation, found }) => `${found ? '+' : '-'} ${sliceOf(draft.analysis.draft.prose.text, quotation.span)}`)
    .join('\n');
}

/**
 * The same quotation in two wordings over several drafts, which stand in the order in which they are read: findings on the
 * later quotation, by the draft it stands in. What one draft has in two wordings is that draft's own finding.
 */
export function inconsistentDrafts(drafts: readonly NamedAnalysis[]): ReadonlyMap<Draft, readonly Finding[]> {
  const found = new Map<Draft, Finding[]>();
  for (const [first, later] of twoWordings(drafts.flatMap(wordedIn))) {
    const { draft, findings } = later.of.analysis;
    if (first.of === later.of) continue;
    const own = found.get(draft) ?? [];
    const { span } = later.quotation;
    const isReported = [...findings, ...own].some((one) => one.rule === 'inconsistent-quote' && one.span.start === span.start);
    if (isReported) continue;
    found.set(draft, own);
    own.push({
      rule: 'inconsistent-quote',
      kind: 'drafts',
      span,
      message: say`${first.of.name} quotes this in other words: ${shownWords(first.quotation, first.of.analysis.draft)}.`,
      match: null,
      fixes: [],
    });
  }
  return found;
}

/** An analysis with what was found in it beside other drafts; directives and entries let that stand as all else, and serve by it. */
export function withFindings(analysis: Analysis, more: readonly Finding[]): Analysis {
  const { draft, stood } = analysis;
  const { kept, served, entries } = lettingStand(more, draft, stood?.stands);
  const own = analysis.findings.filter(
    ({ rule, span }) => rule !== 'unused-stet' || !served.some((stet) => stet.span.start === span.start),
  );
  const findings = [...own, ...kept].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end || (a.rule < b.rule ? -1 : 1));
  if (!stood || entries.size === 0) return { ...analysis, findings };
  return { ...analysis, findings, stood: { ...stood, served: new Set([...stood.served, ...entries]) } };
}
