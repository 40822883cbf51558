import type { Range } from 'vscode-languageserver';
import type { SourceRef } from '../corpus/article.ts';
import { readable } from '../prose/prose.ts';
import { type Finding, type Match, matchBehind, type RuleName } from '../rules/finding.ts';
import { comparedQuotations } from '../rules/inconsistentDrafts.ts';
import type { Severity } from '../service/settings.ts';
import type { Said } from '../text/said.ts';
import { contains, sliceOf } from '../text/span.ts';
import { detailsOf, draftPositions, type Place, placeOf, shownFindings, type View } from './view.ts';
import { imprintOf, nameOf, shortened } from './wording.ts';

/** Words of the draft that are shown of a finding, in characters. */
const LONGEST_WORDS = 120;

/** The source that a finding rests on. */
export interface DigestSource extends Place {
  readonly id: string;
  readonly name: string;
  /** `Saltmere Gazette, 12 March 2024`; may be empty. */
  readonly imprint: string;
}

export interface DigestFinding {
  readonly rule: RuleName;
  readonly kind: string | null;
  readonly severity: Exclude<Severity, 'off'>;
  readonly message: string;
  readonly range: Range;
  /** The draft's words that it is about. */
  readonly words: string;
  readonly source: DigestSource | null;
  /** The safe fix, where there is one. */
  readonly fix: { readonly title: string; readonly edits: readonly { readonly range: Range; readonly newText: string }[] } | null;
}

/** Words of a draft that a source has. */
export interface QuotingPlace {
  readonly range: Range;
  readonly passages: readonly SourceRef[];
}

/** A quotation that other drafts may have in other words. */
export interface ComparedPlace {
  readonly said: string;
  readonly found: boolean;
  readonly shown: Said;
  /** What would be told of it but for the message; null where it is off, let stand or told already. */
  readonly finding: DigestFinding | null;
  /** Directives that would let it stand, and serve by it. */
  readonly stets: readonly Range[];
}

/** What is kept of a draft that was checked: plain data of its own, which holds on to neither text nor analysis. */
export interface Digest {
  readonly findings: readonly DigestFinding[];
  readonly quoting: readonly QuotingPlace[];
  readonly compared: readonly ComparedPlace[];
}

export function digestOf(view: View): Digest {
  const findings = shownFindings(view).map((finding) => digestFinding(view, finding));
  // A part of a string keeps all of it in memory; text that was read anew does not.
  return JSON.parse(JSON.stringify({ findings, quoting: quotingPlaces(view), compared: comparedPlaces(view) })) as Digest;
}

function digestFinding(view: View, finding: Finding): DigestFinding {
  const positions = draftPositions(view);
  const { rule, kind, message, span, match } = finding;
  const severity = view.severityOf(finding);
  const safe = finding.fixes.filter(({ applicability }) => applicability === 'safe');
  const fix = safe.find(({ preferred }) => preferred) ?? safe[0];
  return {
    rule,
    kind,
    severity: severity === 'off' ? 'hint' : severity,
    message: view.voice.tell(message),
    range: positions.range(span),
    words: shortened(readable(sliceOf(view.analysis.draft.prose.text, span)), LONGEST_WORDS),
    source: match && sourceOf(view, match),
    fix: fix
      ? { title: view.voice.tell(fix.title), edits: fix.edits.map(({ span: at, newText }) => ({ range: positions.range(at), newText })) }
      : null,
  };
}

function sourceOf(view: View, { source }: Match): DigestSource {
  const { articleId } = source;
  const details = detailsOf(view, articleId);
  return {
    id: articleId,
    name: nameOf(details, view.fileOf(articleId)),
    imprint: view.voice.tell(imprintOf(details)),
    ...placeOf(view, source),
  };
}

/** The quotations that a source was found for, and what else of the draft was held against one. */
export function quotingPlaces(view: View): QuotingPlace[] {
  const positions = draftPositions(view);
  const quotations = [...view.analysis.verdicts].flatMap(([{ span }, verdict]) => {
    const match = matchBehind(verdict);
    return match ? [{ span, match }] : [];
  });
  const others = view.analysis.findings.flatMap(({ span, match }) =>
    match && !quotations.some((one) => contains(one.span, span)) ? [{ span, match }] : [],
  );
  return [...quotations, ...others]
    .sort((a, b) => a.span.start - b.span.start)
    .map(({ span, match }) => ({ range: positions.range(span), passages: passagesOf(match) }));
}

function comparedPlaces(view: View): ComparedPlace[] {
  const positions = draftPositions(view);
  return comparedQuotations(view.analysis).map(({ said, found, shown, finding, letStandBy }) => ({
    ...{ said, found, shown },
    finding: letStandBy || view.severityOf(finding) === 'off' ? null : digestFinding(view, finding),
    stets: (letStandBy ?? []).map((span) => positions.range(span)),
  }));
}

/** Every passage that has the words. */
export function passagesOf({ source, others }: Match): readonly SourceRef[] {
  return [source, ...others];
}
