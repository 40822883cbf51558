import type { ReportedFinding } from '../../../core/contract.ts';
import type { CheckReport, DraftReport } from '../report.ts';
import { oneLine } from '../terminal.ts';

const COMMANDS = { error: 'error', warning: 'warning', information: 'notice', hint: 'notice' } as const;

/** Workflow commands: a run on GitHub shows each as an annotation beside the line of the draft. */
export function github(report: CheckReport): string {
  return report.drafts.flatMap((draft) => draft.findings.map((reported) => annotation(reported, draft))).join('');
}

function annotation({ finding, severity }: ReportedFinding, { path, lines }: DraftReport): string {
  const start = lines.positionAt(finding.span.start);
  const end = lines.positionAt(finding.span.end);
  const rule = finding.kind === null ? finding.rule : `${finding.rule}.${finding.kind}`;
  const properties = {
    file: path,
    line: start.line + 1,
    endLine: end.line + 1,
    col: start.character + 1,
    endColumn: end.character + 1,
    title: rule,
  };
  const list = Object.entries(properties).map(([name, value]) => `${name}=${property(String(value))}`);
  return `::${COMMANDS[severity]} ${list.join(',')}::${data(oneLine(finding.message.text))}\n`;
}

/** What a command would take for its own, escaped as the runner reads it. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
