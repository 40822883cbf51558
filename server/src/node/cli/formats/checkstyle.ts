import type { ReportedFinding } from '../../../core/contract.ts';
import type { CheckReport, DraftReport, UnreadDraft } from '../report.ts';
import { oneLine } from '../terminal.ts';
import { type XmlElement, xmlDocument } from './xml.ts';

const SEVERITIES = { error: 'error', warning: 'warning', information: 'info', hint: 'info' } as const;

/** The version of Checkstyle whose report this is like; readers take any. */
const LIKE_VERSION = '8.0';

/** The report of Checkstyle, which Jenkins and many others read: an element a draft, whether anything was found or not. */
export function checkstyle({ drafts, unread = [] }: CheckReport): Promise<string> {
  return xmlDocument('checkstyle', { '@version': LIKE_VERSION, file: [...drafts.map(fileOf), ...unread.map(unreadFile)] });
}

function fileOf(draft: DraftReport): XmlElement {
  return { '@name': draft.path, error: draft.findings.map((reported) => errorOf(reported, draft)) };
}

/** Lines and columns count from one. Readers take what is behind the last point of `source` for the rule. */
function errorOf({ finding, severity }: ReportedFinding, { lines }: DraftReport): XmlElement {
  const { line, character } = lines.positionAt(finding.span.start);
  return {
    '@line': line + 1,
    '@column': character + 1,
    '@severity': SEVERITIES[severity],
    '@message': oneLine(finding.message.text),
    '@source': `verbatim.${finding.rule}`,
  };
}

function unreadFile({ path, reason }: UnreadDraft): XmlElement {
  const message = oneLine(`This draft was not checked. ${reason}`);
  return { '@name': path, error: [{ '@line': 1, '@severity': 'error', '@message': message, '@source': 'verbatim.unread-draft' }] };
}
