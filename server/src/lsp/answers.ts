import { type CancellationToken, CodeActionTriggerKind, type Connection, ErrorCodes, ResponseError } from 'vscode-languageserver';
import { definitionAt } from '../features/definition.ts';
import { SOURCE } from '../features/diagnostics.ts';
import { hoverAt } from '../features/hover.ts';
import { metadataCompletions, metadataHover } from '../features/metadata.ts';
import { settingsCompletions, settingsHover } from '../features/settingsFile.ts';
import { shownFindings, type View } from '../features/view.ts';
import { countArticles } from '../service/countArticles.ts';
import type { Host } from '../service/host.ts';
import { unlessAborted } from '../service/pump.ts';
import { say } from '../text/said.ts';
import { addSource } from './adding.ts';
import { corpora } from './corpora.ts';
import { detailsOf, metadataPage } from './details.ts';
import { exportReport, factCheck, signOff } from './factCheck.ts';
import { exportReportRequest, factCheckRequest, signOffRequest } from './factCheckProtocol.ts';
import { answerFindings } from './findings.ts';
import { resolveAction } from './fixFolder.ts';
import { answerGoing } from './going.ts';
import { guarded, type Handler } from './guard.ts';
import { actionsFor, letStand, standable } from './letStand.ts';
import { letStandRequest, standableRequest } from './letStandProtocol.ts';
import { tellingProgress } from './progress.ts';
import {
  type CheckParams,
  type CheckResult,
  checkRequest,
  type DetailsParams,
  type DetailsResult,
  detailsRequest,
  type Method,
  MOST_SOURCES,
  quoteRequest,
  type RereadResult,
  rereadRequest,
  roleRequest,
  type SourcesParams,
  type SourcesResult,
  sourcesRequest,
  type Unchecked,
  verdictsRequest,
} from './protocol.ts';
import { answerForQuotations } from './quotationAnswers.ts';
import { quotationCompletionsAt, quote, roleOf } from './quoting.ts';
import { reportOn } from './reports.ts';
import type { Session } from './session.ts';
import { settingsPage } from './settingsFiles.ts';
import { sourceGroups, sourcePage, unreadable } from './sourceList.ts';
import { listSources } from './sources.ts';
import { addSourceRequest, corporaRequest, sourceGroupsRequest, sourcePageRequest, unreadableRequest } from './sourcesProtocol.ts';
import { progressOf } from './status.ts';
import { verdicts } from './verdicts.ts';

/** What a client shows while somebody waits. */
const READING = say`Reading all sources again`;
const CHECKING = say`Checking the draft`;

/** One line a request: the session's state goes in, a feature's answer comes out. */
export function answerRequests(connection: Connection, session: Session, host: Host): void {
  const { desk, log, traits } = session;
  const guard = <Params, Result>(name: string, handler: Handler<Params, Result>) => guarded(name, log, handler);
  const own = <Params, Result>({ method }: Method<Params, Result>, handler: Handler<Params, Result>) => {
    const answer = guarded(method, log, handler);
    connection.onRequest(method, (params: Params, token: CancellationToken): Promise<unknown> => answer(params, token));
  };

  connection.languages.diagnostics.on(guard('textDocument/diagnostic', (params, signal) => reportOn(session, params, signal)));
  connection.onHover(
    guard('textDocument/hover', async ({ textDocument, position }, signal) => {
      const settings = settingsPage(session, textDocument.uri);
      if (settings) return settingsHover(settings, position, traits.markdownHover);
      const view = await session.lastChecks.view(textDocument.uri, signal);
      if (view) return hoverAt(view, position, traits.markdownHover);
      const page = await metadataPage(session, textDocument.uri, signal);
      return page && metadataHover(page, position, traits.markdownHover);
    }),
  );
  connection.onCompletion(
    guard('textDocument/completion', async ({ textDocument, position, context }, signal) => {
      const settings = settingsPage(session, textDocument.uri);
      if (settings) return settingsCompletions(settings, position, context?.triggerCharacter === undefined ? 'all' : 'values');
      const words = await quotationCompletionsAt(session, textDocument.uri, position, signal);
      if (words || context?.triggerCharacter !== undefined) return words;
      const page = await metadataPage(session, textDocument.uri, signal);
      return page && metadataCompletions(page, position);
    }),
  );
  connection.onDefinition(
    guard('textDocument/definition', async ({ textDocument, position }, signal) => {
      const view = await desk.view(textDocument.uri, signal);
      return view && definitionAt(view, position, traits.definitionLinks);
    }),
  );
  connection.onCodeAction(
    guard('textDocument/codeAction', async ({ textDocument, range, context }, signal) => {
      if (!traits.codeActionLiterals) return null;
      const { only, diagnostics: shown } = context;
      const isUnasked =
        context.triggerKind === CodeActionTriggerKind.Automatic && only === undefined && !shown.some(({ source }) => source === SOURCE);
      if (isUnasked && !(await session.lastChecks.isDue(textDocument.uri, signal))) return [];
      return actionsFor(session, textDocument.uri, { range, only, diagnostics: shown, versionedEdits: traits.versionedEdits }, signal);
    }),
  );
  connection.onCodeActionResolve(guard('codeAction/resolve', (action, signal) => resolveAction(session, host, action, signal)));
  connection.workspace.textDocumentContent.on(
    guard('workspace/textDocumentContent', async ({ uri }) => ({ text: await session.extractedTexts.textOf(uri, traits.voice) })),
  );
  answerForQuotations(connection, session);
  own(sourcesRequest, (params, signal) => sources(session, params, signal));
  own(rereadRequest, (params, signal) => {
    const progress = { token: params?.workDoneToken, title: traits.voice.tell(READING) };
    return tellingProgress(connection, progress, () => reread(session, signal));
  });
  own(checkRequest, (params, signal) => {
    const progress = { token: params?.workDoneToken, title: traits.voice.tell(CHECKING) };
    return tellingProgress(connection, progress, () => check(session, params, signal));
  });
  own(verdictsRequest, (params, signal) => verdicts(session, params, signal));
  own(corporaRequest, (params) => corpora(session, params));
  own(addSourceRequest, (params) => addSource(session, host, params));
  own(sourceGroupsRequest, (params) => sourceGroups(session, params));
  own(sourcePageRequest, (params, signal) => sourcePage(session, params, signal));
  own(unreadableRequest, async () => unreadable(session));
  own(quoteRequest, (params, signal) => quote(session, params, signal));
  own(roleRequest, (params, signal) => roleOf(session, params, signal));
  own(standableRequest, (params, signal) => standable(session, params, signal));
  own(letStandRequest, (params, signal) => letStand(session, params, signal));
  own(detailsRequest, (params, signal) => details(session, params, signal));
  own(factCheckRequest, (params, signal) => factCheck(session, host, params, signal));
  own(signOffRequest, (params, signal) => signOff(session, host, params, signal));
  own(exportReportRequest, (params, signal) => exportReport(session, host, params, signal));
  answerGoing(connection, session);
  answerFindings(connection, session);
}

async function sources({ workspace, traits }: Session, params: SourcesParams | null, signal: AbortSignal): Promise<SourcesResult> {
  const libraries = workspace.shelves.map(({ library }) => library);
  const limit = Math.max(0, Math.min(MOST_SOURCES, Number(params?.limit ?? MOST_SOURCES) || 0));
  const wanted = { words: String(params?.words ?? '').trim(), limit };
  return { ...(await listSources(libraries, wanted, traits, signal)), incomplete: progressOf(libraries) !== null };
}

async function reread(session: Session, signal: AbortSignal): Promise<RereadResult> {
  session.configurationChanged();
  const libraries = session.workspace.shelves.map(({ library }) => library);
  // What was not read again stays as it was read before.
  const stop = () => {
    for (const library of libraries) library.stopReading();
  };
  signal.addEventListener('abort', stop, { once: true });
  await unlessAborted(Promise.all(libraries.map((library) => library.load(undefined, true))), signal);
  return {
    articles: countArticles(libraries),
    troubled: new Set(libraries.flatMap((library) => [...library.problems.keys()])).size,
  };
}

async function details(session: Session, params: DetailsParams | null, signal: AbortSignal): Promise<DetailsResult | null> {
  if (typeof params?.uri !== 'string') throw new ResponseError(ErrorCodes.InvalidParams, 'The URI of the source is missing.');
  return await detailsOf(session, params.uri, signal);
}

async function check(session: Session, params: CheckParams | null, signal: AbortSignal): Promise<CheckResult> {
  if (typeof params?.uri !== 'string') throw new ResponseError(ErrorCodes.InvalidParams, 'The URI of the draft is missing.');
  for (const shelf of session.workspace.shelves) shelf.check.forget(params.uri);
  const opened = await session.desk.open(params.uri, signal);
  if (!('draft' in opened)) return nothingChecked(opened.unchecked);
  const view = await session.desk.viewOf(opened.draft, signal);
  session.draftAsked(opened.draft.document);
  return outcomeOf(view);
}

function nothingChecked(unchecked: Unchecked): CheckResult {
  return { unchecked, findings: 0, quotations: 0, verified: 0, articles: 0 };
}

function outcomeOf(view: View): CheckResult {
  const verdicts = [...view.analysis.verdicts.values()];
  return {
    unchecked: null,
    findings: shownFindings(view).length,
    quotations: verdicts.length,
    verified: verdicts.filter(({ kind }) => kind === 'verified' || kind === 'altered').length,
    articles: view.analysis.corpus.size,
  };
}
