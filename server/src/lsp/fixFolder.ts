import type { CodeAction, TextDocumentEdit } from 'vscode-languageserver';
import { languageIdOf } from '../draft/languages/index.ts';
import { uriOfPath } from '../features/convert.ts';
import { editOf, type FixFolderData, previewed, safeFixesOf } from '../features/fixRule.ts';
import type { View } from '../features/view.ts';
import { decode } from '../readers/decode.ts';
import type { RuleName } from '../rules/finding.ts';
import { checkDraft } from '../service/checkDraft.ts';
import type { Configuration } from '../service/configuration.ts';
import { draftsIn } from '../service/draftsIn.ts';
import type { Host } from '../service/host.ts';
import { drain, unlessAborted } from '../service/pump.ts';
import { severityOf } from '../service/severity.ts';
import type { Session } from './session.ts';

/** Fills in the edit of an action that fixes what a rule finds in all drafts of a folder; any other stays as it is. */
export async function resolveAction(session: Session, host: Host, action: CodeAction, signal: AbortSignal): Promise<CodeAction> {
  const { fixInFolder } = (action.data ?? {}) as Partial<FixFolderData>;
  const opened = fixInFolder && (await session.desk.open(fixInFolder.uri, signal));
  if (!fixInFolder || !opened || !('draft' in opened)) return action;
  const { rule } = fixInFolder;
  const { confirms, versionedEdits: versioned } = session.traits;
  const edits: TextDocumentEdit[] = [];
  for await (const view of viewsIn(session, host, { base: opened.draft.configuration.base, signal })) {
    const fixes = safeFixesOf(view, rule as RuleName);
    if (fixes.length > 0) edits.push(editOf(view, fixes, versioned));
  }
  return { ...action, edit: previewed(edits, rule, { confirms, versioned }) };
}

interface Project {
  /** Its folder. */
  readonly base: string;
  readonly signal: AbortSignal;
}

interface ClosedDraft {
  readonly path: string;
  readonly configuration: Configuration;
  readonly signal: AbortSignal;
}

/** Every draft of a project, checked with the settings and sources that hold for it: as the editor has it where it is open. */
async function* viewsIn(session: Session, host: Host, { base, signal }: Project): AsyncGenerator<View> {
  const { workspace, documents, desk } = session;
  const open = new Map(documents.all().map((document) => [workspace.pathOf(document), document]));
  const configurationOf = (path: string) => workspace.configurationOf(path);
  const paths = await draftsIn(base, { host, configurationOf, open: open.keys() });
  for (const path of paths) {
    signal.throwIfAborted();
    const configuration = await configurationOf(path);
    // A folder may be a project of its own.
    if (configuration.base !== base) continue;
    const document = open.get(path);
    const view = document ? await desk.view(document.uri, signal) : await closedView(session, host, { path, configuration, signal });
    if (view) yield view;
  }
}

/** A draft that is not open, as a feature sees it; null where it cannot be read. */
async function closedView(session: Session, host: Host, { path, configuration, signal }: ClosedDraft): Promise<View | null> {
  const shelf = session.workspace.shelfOf(configuration);
  await unlessAborted(shelf.ready, signal);
  const text = await host.readFile(path).then(decode, () => null);
  if (text === null) return null;
  const { corpus, complete } = shelf.library;
  const stands = session.stets.standsFor(configuration, path);
  const analysis = await checkDraft({ text, languageId: languageIdOf(path), stands }, configuration.settings, {
    corpus,
    complete,
    fetch: (ids) => shelf.library.fetch(ids, corpus, { signal }),
    run: (work) => drain(work, signal),
  });
  const { encoding, voice, opensExtracts, commands } = session.traits;
  return {
    uri: uriOfPath(path),
    // Not open: it has no version.
    version: -1,
    analysis,
    encoding,
    voice,
    opensExtracts,
    commands,
    severityOf: (finding) => severityOf(finding, configuration.settings),
    fileOf: (articleId) => shelf.library.fileOf(articleId),
  };
}
