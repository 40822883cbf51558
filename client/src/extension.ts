import { commands, type ExtensionContext, l10n, window } from 'vscode';
import { addCommands } from './adding/addCommands.ts';
import { SourceAdder } from './adding/adder.ts';
import { cardCommands } from './cards/cardCommands.ts';
import { LANGUAGES, LANGUAGES_KEY } from './client.ts';
import { checkCommands, registering } from './commands.ts';
import { answerForFiles } from './files.ts';
import { FindingsView } from './findings/findingsView.ts';
import type { LateClient } from './lateClient.ts';
import { Quoting } from './quoting/quoteThis.ts';
import { ReportPanels } from './report/reportPanels.ts';
import { SourcesView } from './sources/sourcesView.ts';
import { letStandCommands } from './standing/letStand.ts';
import { openSample, showSample } from './starting/sample.ts';
import { StatusItem } from './status.ts';
import { Stepping } from './verdicts/stepping.ts';
import { VerdictMarks } from './verdicts/verdictMarks.ts';
import { VisibleParts } from './verdicts/visibleParts.ts';

let client: LateClient | undefined;

/** What the tests that run in the editor are given: what it lets nobody click or drop from a program. */
export interface TestApi {
  readonly sources: SourcesView;
  readonly marks: VerdictMarks;
  readonly stepping: Stepping;
  readonly findings: FindingsView;
  readonly reports: ReportPanels;
}

/** Where the extension runs, as far as it matters to it. */
export interface Surroundings {
  /** The client of the language server; not yet started. */
  readonly client: LateClient;
  /** Whether a page of the web can be asked for as any program asks; a browser asks in its own name, and only where the page allows it. */
  readonly fetchesFreely: boolean;
  /** Whether tests drive it; other extensions are given nothing. */
  readonly underTest: boolean;
}

/** All that happens when the first draft is opened, or the view of sources. */
export function start(context: ExtensionContext, { client: created, fetchesFreely, underTest }: Surroundings): TestApi | undefined {
  client = created;
  // Before anything else: menus and keys wait for it.
  void commands.executeCommand('setContext', LANGUAGES_KEY, LANGUAGES);
  const status = new StatusItem(created);
  const register = registering(created);
  const { version } = context.extension.packageJSON as { readonly version: string };
  const adder = new SourceAdder(created, fetchesFreely ? `verbatim/${version}` : null);
  const sources = new SourcesView(created, adder, { memory: context.workspaceState, register });
  const marks = new VerdictMarks(created);
  const stepping = new Stepping(created, register);
  const findings = new FindingsView(created, { memory: context.workspaceState, register, onStatus: status.onStatus });
  const quoting = new Quoting(created, register);
  const reports = new ReportPanels(created, context, register);
  context.subscriptions.push(
    created,
    status,
    quoting,
    sources,
    findings,
    marks,
    stepping,
    new VisibleParts(created),
    reports,
    ...checkCommands(register, created),
    ...cardCommands(register, created),
    ...letStandCommands(register, created),
    ...addCommands(register, adder),
    ...answerForFiles(created),
    register('openSample', () => openSample(context)),
  );
  // Not waited for: the editor counts it as time that the extension takes to start, and requests wait for the server themselves.
  const started = created.start().then(() => quoting.started());
  started.catch((error: unknown) => {
    status.failed();
    created.error('The language server could not be started.', error, false);
    void window.showErrorMessage(l10n.t('The language server could not be started. The output has the reason.'));
  });
  showSample(context.globalState).catch((error: unknown) => created.error('The sample could not be shown.', error, false));
  return underTest ? { sources, findings, marks, stepping, reports } : undefined;
}

/** All that happens when the window closes or the extension is switched off. */
export async function stop(): Promise<void> {
  await client?.stop();
}
