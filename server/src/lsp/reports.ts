import { type DocumentDiagnosticReport, DocumentDiagnosticReportKind } from 'vscode-languageserver';
import { pathOrUri } from '../features/convert.ts';
import { metadataDiagnostics } from '../features/metadata.ts';
import type { OpenDraft } from './desk.ts';
import { metadataPage } from './details.ts';
import type { Pushed } from './pushing.ts';
import type { Session } from './session.ts';

/** What a client that asks for diagnostics says: `previousResultId` names the report that it has. */
interface ReportParams {
  readonly textDocument: { readonly uri: string };
  readonly previousResultId?: string | undefined;
}

/** Follows the name of a state whose report is not complete: something is held back, or has not been checked yet. */
const INCOMPLETE = '~';

/** A report, or only that nothing has changed since the one that the client has: that costs no check at all. */
export async function reportOn(
  session: Session,
  { textDocument: { uri }, previousResultId }: ReportParams,
  signal: AbortSignal,
): Promise<DocumentDiagnosticReport> {
  const opened = await session.desk.open(uri, signal);
  if (!('draft' in opened)) {
    session.counted(uri, 0);
    session.verdicts.checked(uri);
    const page = opened.unchecked === 'source' ? await metadataPage(session, uri, signal) : null;
    return { kind: DocumentDiagnosticReportKind.Full, items: page ? metadataDiagnostics(page) : [] };
  }
  const { draft } = opened;
  const resultId = draft.stateId;
  if (previousResultId === resultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
  const due = await dueness(session, draft);
  if (due !== 'now' && previousResultId !== undefined) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: previousResultId };
  if (due === 'never yet') {
    session.counted(uri, 0);
    return { kind: DocumentDiagnosticReportKind.Full, items: [] };
  }
  const { view, isWhole } = await session.firstLooks.viewOf(draft, signal);
  const items = session.diagnose(view);
  if (isWhole) session.outlining.checked(view);
  const isAll = isWhole && !session.typing.holds(uri);
  return { kind: DocumentDiagnosticReportKind.Full, resultId: isAll ? resultId : resultId + INCOMPLETE, items };
}

/**
 * What is to be sent to a client that does not ask. A document that is no draft has no findings, but may have details of a
 * source; of one that is closed, and of a version that is not to be checked, nothing is said.
 */
export async function reportToSend(session: Session, uri: string): Promise<Pushed | null> {
  const { signal } = new AbortController();
  const opened = await session.desk.open(uri, signal);
  if ('draft' in opened) {
    if ((await dueness(session, opened.draft)) !== 'now') return null;
    const { view, isWhole } = await session.firstLooks.viewOf(opened.draft, signal);
    if (isWhole) session.outlining.checked(view);
    return { version: view.version, diagnostics: session.diagnose(view) };
  }
  session.verdicts.checked(uri);
  // What is sent replaces what was sent before.
  const version = session.documents.get(uri)?.version;
  const path = pathOrUri(uri);
  if (version !== undefined && session.stets.isFile(path)) return { version, diagnostics: [...session.stets.diagnosticsOf(path)] };
  const page = await metadataPage(session, uri, signal);
  return version === undefined ? null : { version, diagnostics: page ? metadataDiagnostics({ ...page, told: new Set() }) : [] };
}

/** Whether a draft is to be reported on as it is now; `later`, but there may be an older report; `never yet`. */
async function dueness({ checkTimes }: Session, { document, configuration }: OpenDraft): Promise<'now' | 'later' | 'never yet'> {
  const time = await checkTimes.timeFor(document.uri, configuration);
  if (checkTimes.isDue(document, time)) return 'now';
  return checkTimes.isWaiting(document, time) ? 'never yet' : 'later';
}
