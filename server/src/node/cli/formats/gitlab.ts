import { type CheckReport, type DraftReport, ruleKey, type UnreadDraft } from '../report.ts';
import { oneLine } from '../terminal.ts';
import { fingerprints, hexOf } from './fingerprint.ts';

const SEVERITIES = { error: 'critical', warning: 'major', information: 'minor', hint: 'info' } as const;

/** GitLab's Code Quality report: what GitLab's documentation asks for, which is a part of the Code Climate specification. */
export function gitlab({ drafts, unread = [] }: CheckReport): string {
  return `${JSON.stringify([...drafts.flatMap(entriesOf), ...unread.map(unreadEntry)], null, 1)}\n`;
}

function entriesOf(draft: DraftReport) {
  const prints = fingerprints(draft);
  return draft.findings.map(({ finding, severity }, at) => ({
    description: oneLine(finding.message.text),
    check_name: ruleKey(finding),
    fingerprint: prints[at],
    severity: SEVERITIES[severity],
    location: {
      path: draft.path,
      lines: {
        begin: draft.lines.positionAt(finding.span.start).line + 1,
        end: draft.lines.positionAt(finding.span.end).line + 1,
      },
    },
  }));
}

function unreadEntry({ path, reason }: UnreadDraft) {
  return {
    description: oneLine(`This draft was not checked. ${reason}`),
    check_name: 'unread-draft',
    fingerprint: hexOf(`unread-draft\n${path}`),
    severity: 'blocker',
    location: { path, lines: { begin: 1, end: 1 } },
  };
}
