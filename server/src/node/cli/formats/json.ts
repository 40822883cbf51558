import { readable } from '../../../prose/prose.ts';
import type { Quotation } from '../../../prose/quotations.ts';
import type { Fix, Match, Verdict } from '../../../rules/finding.ts';
import type { Position } from '../../../text/lineIndex.ts';
import { type Span, sliceOf } from '../../../text/span.ts';
import type { CheckReport, DraftReport, ReportedFinding } from '../report.ts';
import { matchOf } from '../report.ts';
import { type WireMatch, wireMatch } from '../wire.ts';

interface WireRange {
  readonly start: Position;
  readonly end: Position;
}

/** The contract with other programs: one document, positions as the Language Server Protocol counts them. */
export function json(report: CheckReport): string {
  return `${JSON.stringify({ version: 1, drafts: report.drafts.map(wireDraft) }, null, 1)}\n`;
}

function wireDraft(draft: DraftReport) {
  return {
    path: draft.path,
    quotations: draft.analysis.draft.quotations.flatMap((quotation) => {
      const verdict = draft.analysis.verdicts.get(quotation);
      return verdict === undefined ? [] : [wireQuotation(quotation, verdict, draft)];
    }),
    findings: draft.findings.map((reported) => wireFinding(reported, draft)),
  };
}

function wireQuotation(quotation: Quotation, verdict: Verdict, draft: DraftReport) {
  const { prose, attributions } = draft.analysis.draft;
  const speaker = attributions.get(quotation)?.speakers[0];
  return {
    range: rangeOf(quotation.span, draft),
    text: readable(quotation.pieces.map((piece) => sliceOf(prose.text, piece)).join(' ')),
    verdict: verdict.kind,
    speaker: speaker === undefined ? null : (speaker.name ?? readable(sliceOf(prose.text, speaker.span))),
    match: matchIn(matchOf(verdict), draft),
  };
}

function wireFinding({ finding, severity }: ReportedFinding, draft: DraftReport) {
  return {
    code: finding.rule,
    kind: finding.kind,
    severity,
    range: rangeOf(finding.span, draft),
    message: finding.message.text,
    match: matchIn(finding.match, draft),
    fixes: finding.fixes.map((fix) => wireFix(fix, draft)),
  };
}

function wireFix(fix: Fix, draft: DraftReport) {
  return {
    title: fix.title.text,
    preferred: fix.preferred,
    safe: fix.applicability === 'safe',
    edits: fix.edits.map(({ span, newText }) => ({ range: rangeOf(span, draft), newText })),
  };
}

function matchIn(match: Match | null, { sources }: DraftReport): WireMatch | null {
  if (match === null) return null;
  const id = match.source.articleId;
  return wireMatch(match, sources.article(id), sources.pathOf(id));
}

function rangeOf(span: Span, { lines }: DraftReport): WireRange {
  return { start: lines.positionAt(span.start), end: lines.positionAt(span.end) };
}
