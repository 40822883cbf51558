import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ReportedFinding } from '../../../core/contract.ts';
import type { SourceRef } from '../../../corpus/article.ts';
import { type Fix, type Match, RULE_NAMES } from '../../../rules/finding.ts';
import { RULES } from '../../../rules/index.ts';
import type { Severity } from '../../../service/settings.ts';
import { DEFAULT_SEVERITIES } from '../../../service/severity.ts';
import type { LineIndex } from '../../../text/lineIndex.ts';
import type { Span } from '../../../text/span.ts';
import { type CheckReport, type DraftReport, placeOf, type UnreadDraft } from '../report.ts';
import { oneLine } from '../terminal.ts';
import { VERSION } from '../version.ts';
import { fingerprints } from './fingerprint.ts';

const LEVELS = { off: 'none', hint: 'note', information: 'note', warning: 'warning', error: 'error' } as const satisfies Record<
  Severity,
  string
>;

/** What relative paths are seen from. Which folder that was is not told: it is nobody's business, and differs between machines. */
const BASE = '%SRCROOT%';

/** Static Analysis Results Interchange Format 2.1.0 (OASIS), which code-scanning services read. */
export function sarif({ drafts, unread = [] }: CheckReport): string {
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Verbatim', version: VERSION, semanticVersion: VERSION, language: 'en', rules: RULE_NAMES.map(ruleOf) } },
        language: 'en',
        columnKind: 'utf16CodeUnits',
        newlineSequences: ['\r\n', '\n', '\r'],
        originalUriBaseIds: { [BASE]: { description: { text: 'The folder that the check was run in.' } } },
        invocations: [{ executionSuccessful: unread.length === 0, toolExecutionNotifications: unread.map(unreadNotification) }],
        // What was checked, whether anything was found in it or not.
        artifacts: pathsOf(drafts, unread).map((path) => ({ location: locationOf(path), roles: ['analysisTarget'] })),
        results: drafts.flatMap(resultsOf),
      },
    ],
  };
  return `${JSON.stringify(log, null, 1)}\n`;
}

function pathsOf(drafts: readonly DraftReport[], unread: readonly UnreadDraft[]): readonly string[] {
  return [...new Set([...drafts, ...unread].map(({ path }) => path))];
}

function unreadNotification({ path, reason }: UnreadDraft) {
  return {
    level: 'error',
    message: { text: plain(`This draft was not checked. ${reason}`) },
    locations: [{ physicalLocation: { artifactLocation: locationOf(path) } }],
  };
}

function ruleOf(id: (typeof RULE_NAMES)[number]) {
  // Suppression reports `unused-stet` itself, without a rule of its own.
  const text = RULES.find(({ name }) => name === id)?.summary ?? 'A stet directive lets nothing stand that would be reported.';
  const page = `docs/rules/${id}.md`;
  const stet = `A comment “stet ${id}” before the block lets the words stand.`;
  return {
    id,
    name: id.replace(/(?:^|-)(\w)/g, (_dash, letter: string) => letter.toUpperCase()),
    shortDescription: { text },
    fullDescription: { text },
    help: {
      text: `${text} ${stet} “verbatim explain ${id}” says more, and so does ${page}.`,
      markdown: `${text}\n\n${stet}\n\n\`verbatim explain ${id}\` says more, and so does \`${page}\`.`,
    },
    defaultConfiguration: { level: LEVELS[DEFAULT_SEVERITIES[id]] },
  };
}

function resultsOf(draft: DraftReport) {
  const prints = fingerprints(draft);
  return draft.findings.map(({ finding, severity }: ReportedFinding, at) => {
    const passages = finding.match === null ? [] : passagesOf(finding.match);
    // Some services apply the first, and only one.
    const fixes = finding.fixes.filter(({ edits }) => edits.length > 0).sort((a, b) => Number(b.preferred) - Number(a.preferred));
    return {
      ruleId: finding.rule,
      ruleIndex: RULE_NAMES.indexOf(finding.rule),
      level: LEVELS[severity],
      message: { text: [plain(finding.message.text), ...seeAlso(passages, draft)].join(' ') },
      locations: [{ physicalLocation: placeIn(draft.path, finding.span, draft.lines) }],
      relatedLocations: passages.map((passage, index) => sourceLocation(passage, index + 1, draft)),
      fixes: fixes.map((fix) => fixOf(fix, draft)),
      partialFingerprints: { 'verbatimFinding/v1': prints[at] },
      properties: { kind: finding.kind, similarity: finding.match?.similarity ?? null },
    };
  });
}

/** A passage that a finding speaks of, and its words. */
type Passage = Pick<Match, 'source' | 'exact'>;

function passagesOf(match: Match): readonly Passage[] {
  return [match, ...(match.otherwise ?? [])];
}

/** Code scanning shows a related place only where the message has a link to it (SARIF 3.11.6). */
function seeAlso(passages: readonly Passage[], { sources }: DraftReport): readonly string[] {
  const links = passages.map(({ source }, index) => {
    const text = plain(placeOf(source, sources)).replace(/[\\[\]]/g, String.raw`\$&`);
    return `[${text}](${index + 1})`;
  });
  return links.length === 0 ? [] : [`See ${links.join(', ')}.`];
}

/** A message of one line in which braces and brackets are no more than that (SARIF 3.11.5, 3.11.6). */
function plain(message: string): string {
  return oneLine(message).replace(/[{}]/g, '$&$&').replaceAll('](', '] (');
}

function sourceLocation({ source, exact }: Passage, id: number, { sources }: DraftReport) {
  return { id, message: { text: plain(`The source has: “${exact}”`) }, physicalLocation: sourcePlace(source, sources) };
}

function sourcePlace({ articleId, span }: SourceRef, sources: DraftReport['sources']) {
  return placeIn(sources.pathOf(articleId), span, sources.linesOf(articleId));
}

/** Where offsets do not count in a file (PDF and the like) the file is all that can be said. */
function placeIn(path: string, span: Span, lines: LineIndex | undefined) {
  const artifactLocation = locationOf(path);
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
  return { description: { text: plain(title.text) }, artifactChanges: [{ artifactLocation: locationOf(path), replacements }] };
}

/** A file below the folder that the check was run in as seen from there, any other one by its whole address. */
function locationOf(path: string) {
  if (isAbsolute(path) || path.startsWith('../')) return { uri: pathToFileURL(path).href };
  // Half of a surrogate pair, which Windows allows in names, has no address.
  const parts = path.replace(/\p{Cs}/gu, '\u{FFFD}').split('/');
  return { uri: parts.map(encodeURIComponent).join('/'), uriBaseId: BASE };
}
