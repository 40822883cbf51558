import type { ReportedFinding } from '../../../core/contract.ts';
import { type CheckReport, type DraftReport, ruleKey, type UnreadDraft } from '../report.ts';
import { oneLine } from '../terminal.ts';

const COMMANDS = { error: 'error', warning: 'warning', information: 'notice', hint: 'notice' } as const;

/** Workflow commands: a run on GitHub shows each as an annotation beside the line of the draft. */
export function github({ drafts, unread = [] }: CheckReport): string {
  const found = drafts.flatMap((draft) => draft.findings.map((reported) => annotation(reported, draft)));
  return [...found, ...unread.map(unreadAnnotation)].join('');
}

function annotation({ finding, severity }: ReportedFinding, { path, lines }: DraftReport): string {
  const start = lines.positionAt(finding.span.start);
  const end = lines.positionAt(finding.span.end);
  // The runner takes columns only of what stands in one line.
  const columns = start.line === end.line ? { col: start.character + 1, endColumn: end.character + 1 } : {};
  const properties = { file: path, line: start.line + 1, endLine: end.line + 1, ...columns, title: ruleKey(finding) };
  return command(COMMANDS[severity], properties, finding.message.text);
}

function unreadAnnotation({ path, reason }: UnreadDraft): string {
  return command('error', { file: path, title: 'unread-draft' }, `This draft was not checked. ${reason}`);
}

function command(name: string, properties: Readonly<Record<string, string | number>>, message: string): string {
  const list = Object.entries(properties).map(([key, value]) => `${key}=${property(String(value))}`);
  return `::${name} ${list.join(',')}::${data(oneLine(message))}\n`;
}

/** What a command would take for its own, escaped as the runner reads it. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
