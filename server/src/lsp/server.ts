import {
  type Connection,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
  type WorkspaceFolder,
} from 'vscode-languageserver';
import { FIX_ALL } from '../features/codeActions.ts';
import { pathOrUri } from '../features/convert.ts';
import { SOURCE } from '../features/diagnostics.ts';
import { EXTRACT_SCHEME } from '../features/extracts.ts';
import { voiceFor } from '../features/l10n/load.ts';
import { ENGLISH } from '../features/l10n/voice.ts';
import type { Host } from '../service/host.ts';
import { InProcessIndexer } from '../service/inProcessIndexer.ts';
import { answerRequests } from './answers.ts';
import { ClientFilesIndexer, ClientHost, withClientFiles } from './clientHost.ts';
import { commandsFor } from './commands.ts';
import { registerGoing } from './going.ts';
import { guardedTask, outlineOf } from './guard.ts';
import { outlineLabel } from './outlining.ts';
import { type VisibleParams, visibleNotification } from './protocol.ts';
import { Session, type SessionOptions } from './session.ts';
import { type Traits, traitsOf } from './traits.ts';

/** Serves one client over a connection until it hangs up. The connection is not listened to before. */
export function startServer(connection: Connection, host: Host, sessionOptions: SessionOptions = {}): void {
  connection.onInitialize(async (params) => {
    const voice = await voiceFor(params.locale).catch((error: unknown) => {
      connection.console.error(`language: ${outlineOf(error)}`);
      return ENGLISH;
    });
    const traits = traitsOf(params, voice);
    const files = traits.readsFiles ? withClientFiles(host, new ClientHost(connection)) : host;
    const options = { ...sessionOptions, raw: traits.encoding !== 'utf-16' };
    const session = new Session(connection, files, traits, traits.readsFiles ? readingThere(files, options) : options);
    session.workspace.folders = foldersOf(params);
    answerRequests(connection, session, files);
    followEvents(connection, session);
    return { capabilities: capabilitiesFor(traits), serverInfo: { name: 'verbatim' } };
  });
  connection.listen();
}

/** Options of libraries that ask the client for what is on no disk. */
function readingThere(host: Host, options: SessionOptions): SessionOptions {
  return { ...options, indexer: new ClientFilesIndexer(options.indexer ?? new InProcessIndexer(host), host) };
}

function capabilitiesFor(traits: Traits): InitializeResult['capabilities'] {
  const { encoding, pulls, opensExtracts, symbols, inlayHints, codeLenses } = traits;
  const commands = commandsFor(traits);
  return {
    positionEncoding: encoding,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: { includeText: false } },
    // What is found in a draft depends on the corpus, not on other drafts; the client is told to ask again when that changes.
    ...(pulls ? { diagnosticProvider: { identifier: SOURCE, interFileDependencies: false, workspaceDiagnostics: false } } : {}),
    hoverProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    documentLinkProvider: {},
    // A client that can be told later is told again when an outline is another.
    ...(symbols.registers ? {} : { documentSymbolProvider: { label: outlineLabel(traits) } }),
    workspaceSymbolProvider: true,
    // Clients that can be told later are told when the setting asks for it.
    ...(inlayHints.shows && !inlayHints.registers ? { inlayHintProvider: true } : {}),
    ...(codeLenses.shows && !codeLenses.registers ? { codeLensProvider: {} } : {}),
    // A space behind the first words of a quotation: letters alone ask for nothing in Markdown.
    completionProvider: { triggerCharacters: [' '] },
    ...(commands.length > 0 ? { executeCommandProvider: { commands: [...commands] } } : {}),
    codeActionProvider: { codeActionKinds: ['quickfix', FIX_ALL], resolveProvider: true },
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: true },
      ...(opensExtracts ? { textDocumentContent: { schemes: [EXTRACT_SCHEME] } } : {}),
    },
  };
}

/** The folders of a client that knows several; a client that does not says its one folder in an older way. */
function foldersOf(params: InitializeParams): string[] {
  const { rootUri } = params;
  if (params.workspaceFolders) return pathsOf(params.workspaceFolders);
  return rootUri ? pathsOf([{ uri: rootUri }]) : [];
}

function pathsOf(folders: readonly Pick<WorkspaceFolder, 'uri'>[]): string[] {
  return folders.map(({ uri }) => pathOrUri(uri).replace(/(?<=[^/:])\/$/, ''));
}

/** What the client tells without being asked. */
function followEvents(connection: Connection, session: Session): void {
  const { log, documents, workspace, traits } = session;
  documents.listen(connection);
  documents.onDidOpen(({ document }) => session.draftOpened(document));
  documents.onDidChangeContent(({ document }) => session.draftChanged(document.uri));
  documents.onDidClose(({ document }) => session.draftClosed(document.uri));
  documents.onDidSave(({ document }) => {
    session.filesChanged([workspace.pathOf(document)]);
    session.draftSaved(document);
  });
  connection.onInitialized(() => {
    if (traits.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(pathsOf(removed));
        const kept = workspace.folders.filter((folder) => !gone.has(folder));
        workspace.folders = [...new Set([...kept, ...pathsOf(added)])];
        session.configurationChanged();
      });
    }
    guardedTask('initialized', log, () => session.begin());
    registerGoing(connection, session);
  });
  connection.onDidChangeConfiguration(({ settings }) => {
    session.settings.take(settings);
    session.configurationChanged();
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    session.filesChanged(changes.map(({ uri }) => pathOrUri(uri)));
  });
  connection.onNotification(visibleNotification.method, ({ uri, range }: VisibleParams) => {
    guardedTask(visibleNotification.method, log, () => session.firstLooks.inView(uri, range));
  });
  connection.onShutdown(() => session.end());
}
