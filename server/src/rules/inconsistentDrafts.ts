import type { Draft } from '../draft/draft.ts';
import { NOTHING_SAID, type Said, say } from '../text/said.ts';
import { type Span, sliceOf } from '../text/span.ts';
import type { Steps } from '../text/steps.ts';
import type { Analysis } from './analysis.ts';
import type { Finding, Verdict } from './finding.ts';
import { type SoWorded, saidIn, shownWords, twoWordings, twoWordingsSteps, type Worded, wordedOf, wordingOf } from './inconsistentQuote.ts';
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
    own.push(inOtherWords(span, first.of.name, shownWords(first.quotation, first.of.analysis.draft)));
  }
  return found;
}

function inOtherWords(span: Span, name: string, shown: Said): Finding {
  const message = messageOfOther(name, shown);
  return { rule: 'inconsistent-quote', kind: 'drafts', span, message, match: null, fixes: [] };
}

/** What is said of a quotation that a draft called `name` has in other words; `shown` as {@link shownWords} has them. */
export function messageOfOther(name: string, shown: Said): Said {
  return say`${name} quotes this in other words: ${shown}.`;
}

/** A quotation of a draft as others are compared with it: plain data, for drafts that are not at hand. */
export interface ComparedQuotation {
  /** What stands between its marks. */
  readonly said: string;
  /** Whether a source has it so. */
  readonly found: boolean;
  readonly shown: Said;
  /** What would be found, if another draft had other words. */
  readonly finding: Finding;
  /** Directives of the draft that would let that stand; null where nothing would. */
  readonly letStandBy: readonly Span[] | null;
}

/** All of a draft that other drafts are compared with. */
export function comparedQuotations(analysis: Analysis): readonly ComparedQuotation[] {
  const { draft, findings, stood } = analysis;
  return wordedIn({ name: '', analysis }).map(({ quotation, found }) => {
    const finding = inOtherWords(quotation.span, '', NOTHING_SAID);
    const { kept, served } = lettingStand([finding], draft, stood?.stands);
    // What is reported as such already need not be said again.
    const isSaid = findings.some(({ rule, span }) => rule === 'inconsistent-quote' && span.start === quotation.span.start);
    const letStandBy = kept.length > 0 && !isSaid ? null : served.map(({ span }) => span);
    return { said: saidIn(quotation, draft.prose.text), found, shown: shownWords(quotation, draft), finding, letStandBy };
  });
}

/** A quotation of one of several drafts, by their numbers. */
interface Numbered extends SoWorded {
  readonly draft: number;
  readonly quotation: number;
}

/** Two wordings of one quotation: of the earlier draft, and of the later one, where it is to be reported. */
interface TwoNumbered {
  readonly first: Pick<Numbered, 'draft' | 'quotation'>;
  readonly later: Pick<Numbered, 'draft' | 'quotation'>;
}

/** As {@link inconsistentDrafts}, of drafts that are not at hand, by their numbers and those of their quotations. */
export function* inconsistentAmong(
  drafts: readonly (readonly Pick<ComparedQuotation, 'said' | 'found'>[])[],
): Steps<readonly TwoNumbered[]> {
  const numbered: Numbered[] = [];
  for (const [draft, quotations] of drafts.entries()) {
    for (const [quotation, { said, found }] of quotations.entries()) numbered.push({ ...wordingOf(said), found, draft, quotation });
    yield;
  }
  const reported = new Set<Numbered>();
  const pairs: TwoNumbered[] = [];
  for (const [first, later] of yield* twoWordingsSteps(numbered)) {
    if (first.draft === later.draft || reported.has(later)) continue;
    reported.add(later);
    pairs.push({ first, later });
  }
  return pairs;
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
