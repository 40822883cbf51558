import type { Article } from '../corpus/article.ts';
import { type Saying, sayingsOf } from '../corpus/sayings.ts';
import { readable } from '../prose/prose.ts';
import type { Quotation } from '../prose/quotations.ts';
import { cleanText } from '../readers/cleanText.ts';
import type { Analysis } from '../rules/analysis.ts';
import { type Finding, type Fix, type Match, matchBehind, type Verdict } from '../rules/finding.ts';
import type { Settings, Severity } from '../service/settings.ts';
import { severityOf } from '../service/severity.ts';
import { type CalendarDate, isoDate } from '../text/calendarDate.ts';
import type { LineIndex } from '../text/lineIndex.ts';
import { type Span, sliceOf } from '../text/span.ts';
import type {
  ArticleReport,
  DraftReport,
  FindingReport,
  FixReport,
  MatchReport,
  QuotationReport,
  RangeReport,
  SayingReport,
} from './api.ts';

/** A finding that is reported at all, and how loudly. */
export interface ReportedFinding {
  readonly finding: Finding;
  readonly severity: Exclude<Severity, 'off'>;
}

/** What is reported of an analysis, in the order of the text. */
export function reportedFindings(findings: readonly Finding[], settings: Settings): readonly ReportedFinding[] {
  return findings
    .flatMap((finding): ReportedFinding[] => {
      const severity = severityOf(finding, settings);
      return severity === 'off' ? [] : [{ finding, severity }];
    })
    .sort((a, b) => a.finding.span.start - b.finding.span.start);
}

/** A draft that was checked, and what is needed to tell of it. */
export interface Told {
  /** As the user would write it. */
  readonly path: string;
  readonly analysis: Analysis;
  readonly lines: LineIndex;
  readonly findings: readonly ReportedFinding[];
  readonly sources: {
    readonly article: (id: string) => Article | undefined;
    /** The article's file as the user would write it. */
    readonly pathOf: (id: string) => string;
  };
}

/** A checked draft in the words of the JSON contract. */
export function draftReport(draft: Told): DraftReport {
  return {
    path: draft.path,
    quotations: draft.analysis.draft.quotations.flatMap((quotation) => {
      const verdict = draft.analysis.verdicts.get(quotation);
      return verdict === undefined ? [] : [quotationReport(quotation, verdict, draft)];
    }),
    findings: draft.findings.map((reported) => findingReport(reported, draft)),
  };
}

function quotationReport(quotation: Quotation, verdict: Verdict, draft: Told): QuotationReport {
  const { prose, attributions } = draft.analysis.draft;
  const speaker = attributions.get(quotation)?.speakers[0];
  return {
    range: rangeOf(quotation.span, draft),
    text: readable(quotation.pieces.map((piece) => sliceOf(prose.text, piece)).join(' ')),
    verdict: verdict.kind,
    speaker: speaker === undefined ? null : (speaker.name ?? readable(sliceOf(prose.text, speaker.span))),
    match: matchIn(matchBehind(verdict), draft),
  };
}

function findingReport({ finding, severity }: ReportedFinding, draft: Told): FindingReport {
  return {
    code: finding.rule,
    kind: finding.kind,
    severity,
    range: rangeOf(finding.span, draft),
    message: finding.message.text,
    match: matchIn(finding.match, draft),
    fixes: finding.fixes.map((fix) => fixReport(fix, draft)),
  };
}

function fixReport(fix: Fix, draft: Told): FixReport {
  return {
    title: fix.title.text,
    preferred: fix.preferred,
    safe: fix.applicability === 'safe',
    edits: fix.edits.map(({ span, newText }) => ({ range: rangeOf(span, draft), newText })),
  };
}

function matchIn(match: Match | null, { sources }: Told): MatchReport | null {
  if (match === null) return null;
  const id = match.source.articleId;
  return matchReport(match, sources.article(id), sources.pathOf(id));
}

function rangeOf(span: Span, { lines }: Told): RangeReport {
  return { start: lines.positionAt(span.start), end: lines.positionAt(span.end) };
}

/** A match in the words of the JSON contract; `path` is its article's file as the user would write it. */
export function matchReport(match: Match, article: Article | undefined, path: string): MatchReport {
  return {
    path,
    title: article?.title ?? null,
    publisher: article?.publisher ?? null,
    published: dayReport(article?.published ?? null),
    speaker: match.speaker,
    exact: match.exact,
    start: match.source.span.start,
    end: match.source.span.end,
    similarity: match.similarity,
  };
}

/** A day as the JSON contract writes it; null where only the month or the year is known. */
export function dayReport(date: CalendarDate | null): string | null {
  return date?.day === undefined ? null : isoDate(date);
}

/** An article in the words of the JSON contract. */
export function articleReport(article: Article, path: string): ArticleReport {
  const text = cleanText(article);
  return {
    path,
    title: article.title,
    publisher: article.publisher,
    authors: article.authors,
    published: dayReport(article.published),
    words: countWords(text),
    text,
    quotations: sayingsOf(article).map((saying) => sayingReport(saying, article)),
  };
}

/** The words between the marks; an interruption (“A,” she said, “B.”) is left out of them, and lies in their stretch. */
function sayingReport({ quotation, speaker }: Saying, article: Article): SayingReport {
  const { pieces, span } = quotation;
  return {
    text: readable(pieces.map((piece) => sliceOf(article.prose.text, piece)).join(' ')),
    speaker,
    start: pieces[0]?.start ?? span.start,
    end: pieces.at(-1)?.end ?? span.end,
  };
}

export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu)?.length ?? 0;
}
