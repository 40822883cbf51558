import { createHash } from 'node:crypto';
import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ReportedFinding } from '../../../core/contract.ts';
import { type Fix, type Match, RULE_NAMES } from '../../../rules/finding.ts';
import { RULES } from '../../../rules/index.ts';
import type { Severity } from '../../../service/settings.ts';
import { DEFAULT_SEVERITIES } from '../../../service/severity.ts';
import type { LineIndex } from '../../../text/lineIndex.ts';
import { type Span, sliceOf } from '../../../text/span.ts';
import type { CheckReport, DraftReport } from '../report.ts';
import { oneLine } from '../terminal.ts';
import { VERSION } from '../version.ts';

const LEVELS = { off: 'none', hint: 'note', information: 'note', warning: 'warning', error: 'error' } as const satisfies Record<
  Severity,
  string
>;

/** Static Analysis Results Interchange Format 2.1.0 (OASIS), which code-scanning services read. */
export function sarif(report: CheckReport): string {
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Verbatim', version: VERSION, rules: RULE_NAMES.map(ruleOf) } },
        columnKind: 'utf16CodeUnits',
        results: report.drafts.flatMap(resultsOf),
      },
    ],
  };
  return `${JSON.stringify(log, null, 1)}\n`;
}

function ruleOf(id: (typeof RULE_NAMES)[number]) {
  // Suppression reports `unused-stet` itself, without a rule of its own.
  const text = RULES.find(({ name }) => name === id)?.summary ?? 'A stet directive lets nothing stand that would be reported.';
  return {
    id,
    name: id.replace(/(?:^|-)(\w)/g, (_dash, letter: string) => letter.toUpperCase()),
    shortDescription: { text },
    fullDescription: { text },
    help: { text: `${text} See docs/rules/${id}.md. A comment “stet ${id}” before the block lets the words stand.` },
    defaultConfiguration: { level: LEVELS[DEFAULT_SEVERITIES[id]] },
  };
}

function resultsOf(draft: DraftReport) {
  const seen = new Map<string, number>();
  return draft.findings.map((reported) => {
    const { finding, severity } = reported;
    return {
      ruleId: finding.rule,
      ruleIndex: RULE_NAMES.indexOf(finding.rule),
      level: LEVELS[severity],
      message: { text: oneLine(finding.message.text) },
      locations: [{ physicalLocation: placeIn(draft.path, finding.span, draft.lines) }],
      relatedLocations: finding.match === null ? [] : [sourceLocation(finding.match, draft)],
      fixes: finding.fixes.filter(({ edits }) => edits.length > 0).map((fix) => fixOf(fix, draft)),
      partialFingerprints: { 'verbatimFinding/v1': fingerprint(reported, draft, seen) },
      properties: { kind: finding.kind, similarity: finding.match?.similarity ?? null },
    };
  });
}

function sourceLocation(match: Match, { sources }: DraftReport) {
  const { articleId, span } = match.source;
  return {
    id: 0,
    message: { text: oneLine(`The source has: “${match.exact}”`) },
    physicalLocation: placeIn(sources.pathOf(articleId), span, sources.linesOf(articleId)),
  };
}

function placeIn(path: string, span: Span, lines: LineIndex | undefined) {
  const artifactLocation = { uri: uriOf(path) };
  return lines === undefined ? { artifactLocation } : { artifactLocation, region: regionOf(span, lines) };
}

/** Lines and columns count from one; the end column is the first one behind. */
function regionOf(span: Span, lines: LineIndex) {
  const start = lines.positionAt(span.start);
  const end = lines.positionAt(span.end);
  return { startLine: start.line + 1, startColumn: start.character + 1, endLine: end.line + 1, endColumn: end.character + 1 };
}

function fixOf({ title, edits }: Fix, { path, lines }: DraftReport) {
  const replacements = edits.map(({ span, newText }) => ({ deletedRegion: regionOf(span, lines), insertedContent: { text: newText } }));
  return { description: { text: title.text }, artifactChanges: [{ artifactLocation: { uri: uriOf(path) }, replacements }] };
}

function uriOf(path: string): string {
  if (isAbsolute(path)) return pathToFileURL(path).href;
  return path.split('/').map(encodeURIComponent).join('/');
}

/** The same finding keeps its fingerprint when lines move: it is made of the rule and the words, counted where they come again. */
function fingerprint({ finding }: ReportedFinding, { path, analysis }: DraftReport, seen: Map<string, number>): string {
  const words = sliceOf(analysis.draft.text, finding.span).replace(/\s+/g, ' ');
  const key = [finding.rule, finding.kind, path, words].join('\n');
  const count = (seen.get(key) ?? 0) + 1;
  seen.set(key, count);
  return createHash('sha256').update(`${key}\n${count}`).digest('hex').slice(0, 32);
}
