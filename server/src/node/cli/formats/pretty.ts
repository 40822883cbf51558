import type { ReportedFinding } from '../../../core/contract.ts';
import { longDate } from '../../../text/calendarDate.ts';
import type { LineIndex } from '../../../text/lineIndex.ts';
import { contains, type Span } from '../../../text/span.ts';
import { excerptOf } from '../excerpt.ts';
import { type CheckReport, type DraftReport, type Look, placeOf, type Sources } from '../report.ts';
import { harmless, type Style } from '../terminal.ts';

const SEVERITY_STYLES = { error: 'red', warning: 'yellow', information: 'cyan', hint: 'dim' } as const satisfies Record<string, Style>;
const VERDICTS = ['verified', 'altered', 'misquoted', 'not-found', 'unchecked', 'ignored'] as const;
const LABEL = '           ';

/** For someone at a terminal: what is wrong, the words of the draft, the words of the source, where they stand, what to do. */
export function pretty(report: CheckReport, look: Look): string {
  const parts = report.drafts.filter(({ findings }) => findings.length > 0).map((draft) => draftBlock(draft, look));
  return `${[...parts, summary(report)].join('\n\n')}\n`;
}

function draftBlock(draft: DraftReport, look: Look): string {
  const header = look.paint('underline', harmless(draft.path));
  return [header, ...draft.findings.map((reported) => findingBlock(reported, draft, look))].join('\n\n');
}

function findingBlock({ finding, severity }: ReportedFinding, draft: DraftReport, look: Look): string {
  const { paint, columns } = look;
  const { line, character } = draft.lines.positionAt(finding.span.start);
  const style = SEVERITY_STYLES[severity];
  const rule = finding.kind === null ? finding.rule : `${finding.rule}.${finding.kind}`;
  const head = `  ${line + 1}:${character + 1}  ${paint(style, severity)}  ${harmless(finding.message.text)}  ${paint('dim', rule)}`;
  const excerpt = excerptOf({
    text: draft.analysis.draft.text,
    focus: finding.span,
    marks: [finding.span],
    bounds: lineAround(finding.span, draft.analysis.draft.text, draft.lines),
    columns: columns - LABEL.length - 2,
  });
  const rows = [
    labelled('draft', excerpt.line),
    labelled('', paint(style, excerpt.pointer)),
    ...sourceRows(finding.match, draft.sources, look),
  ];
  const fix = finding.fixes.find(({ preferred }) => preferred) ?? finding.fixes[0];
  if (fix) rows.push(labelled('fix', harmless(fix.title.text)));
  return [head, ...rows].join('\n');
}

/** The source's words with the changed ones marked, and where they stand. */
function sourceRows(match: ReportedFinding['finding']['match'], sources: Sources, { paint, columns }: Look): readonly string[] {
  const article = match === null ? undefined : sources.article(match.source.articleId);
  if (match === null || article === undefined) return [];
  const { span } = match.source;
  const block = article.prose.blocks.find((one) => contains(one.span, span))?.span ?? span;
  const excerpt = excerptOf({
    text: article.prose.text,
    focus: span,
    marks: match.changed,
    bounds: block,
    columns: columns - LABEL.length - 2,
  });
  const title = article.title === null ? [] : [`“${article.title}”`];
  const publisher = article.publisher === null ? [] : [article.publisher];
  const published = article.published === null ? [] : [longDate(article.published)];
  const from = [[...title, ...publisher, ...published].join(', '), placeOf(match.source, sources)]
    .filter((part) => part !== '')
    .join(' · ');
  const pointer = excerpt.pointer === '' ? [] : [labelled('', paint('green', excerpt.pointer))];
  return [labelled('source', excerpt.line), ...pointer, labelled('', paint('dim', harmless(from)))];
}

function labelled(label: string, text: string): string {
  return `${`    ${label}`.padEnd(LABEL.length)}│ ${text}`.trimEnd();
}

/** The lines that a span touches, without the last line's end. */
function lineAround(span: Span, text: string, lines: LineIndex): Span {
  const start = lines.lineStart(lines.positionAt(span.start).line);
  let end = lines.lineStart(lines.positionAt(span.end).line + 1);
  while (end > span.end && /[\r\n]/.test(text[end - 1] as string)) end--;
  return { start, end };
}

/** `12 quotations: 7 verified, 1 altered, 3 misquoted, 1 not found; 2 errors, 5 warnings` */
function summary({ drafts }: CheckReport): string {
  const verdicts = drafts.flatMap(({ analysis }) => [...analysis.verdicts.values()]);
  const severities = drafts.flatMap(({ findings }) => findings.map(({ severity }) => severity));
  const byVerdict = VERDICTS.map((kind) => [verdicts.filter((verdict) => verdict.kind === kind).length, kind.replace('-', ' ')] as const);
  const counts = (pairs: readonly (readonly [number, string])[]) =>
    pairs
      .filter(([number]) => number > 0)
      .map((pair) => pair.join(' '))
      .join(', ');
  const found = counts(
    (Object.keys(SEVERITY_STYLES) as (keyof typeof SEVERITY_STYLES)[]).map((severity) => {
      const number = severities.filter((one) => one === severity).length;
      return [number, severity === 'information' || number === 1 ? severity : `${severity}s`] as const;
    }),
  );
  const quotations = `${verdicts.length || 'no'} quotation${verdicts.length === 1 ? '' : 's'}`;
  return `${verdicts.length === 0 ? quotations : `${quotations}: ${counts(byVerdict)}`}; ${found || 'no findings'}`;
}
