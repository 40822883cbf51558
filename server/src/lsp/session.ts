import { type Connection, DidChangeConfigurationNotification } from 'vscode-languageserver';
import { pathOrUri, positionsOf } from '../features/convert.ts';
import { diagnosticsOf } from '../features/diagnostics.ts';
import { shownFindings, type View } from '../features/view.ts';
import { type Configuration, DEFAULT_CORPUS, PROJECT_FILE } from '../service/configuration.ts';
import { isDraft } from '../service/drafts.ts';
import type { Host } from '../service/host.ts';
import type { LibraryOptions } from '../service/library.ts';
import { CheckTimes } from './checkTimes.ts';
import { Desk } from './desk.ts';
import { Documents, type OpenDocument } from './documents.ts';
import { DraftBook } from './draftBook.ts';
import { ExtractedTexts } from './extractedTexts.ts';
import { findingsChangedNotification } from './findingsProtocol.ts';
import { FirstLooks } from './firstLooks.ts';
import { guardedTask, type Log, outlineOf } from './guard.ts';
import { LastChecks } from './lastChecks.ts';
import { Outlining } from './outlining.ts';
import { Pushing } from './pushing.ts';
import { Reporting } from './reporting.ts';
import { reportToSend } from './reports.ts';
import { SECTION, SettingsSource } from './settingsSource.ts';
import { soon } from './soon.ts';
import { SourceHinting } from './sourceHinting.ts';
import { sourcesChangedNotification } from './sourcesProtocol.ts';
import { StatusTeller } from './status.ts';
import { Stets } from './stets.ts';
import type { Traits } from './traits.ts';
import { Typing } from './typing.ts';
import { VerdictTeller } from './verdicts.ts';
import { type WatchFolders, Watching } from './watching.ts';
import { Workspace } from './workspace.ts';

/** How long events are gathered before they are acted upon, in milliseconds. */
const GATHER_MS = 25;
/** How often whoever watches findings is told of others, in milliseconds: nobody reads faster. */
const FINDINGS_MS = 300;

/** What a session may do otherwise. */
export interface SessionOptions extends LibraryOptions {
  /** Watches folders for clients that do not; without it, these clients tell of changes or nobody does. */
  readonly watchFolders?: WatchFolders;
}

/** Everything that lives as long as a client is connected, and what happens when something changes. */
export class Session {
  readonly traits: Traits;
  readonly log: Log;
  readonly documents: Documents;
  readonly workspace: Workspace;
  readonly settings: SettingsSource;
  readonly desk: Desk;
  /** What is found in open drafts and, where it is asked for, in all. */
  readonly drafts: DraftBook;
  readonly stets: Stets;
  readonly checkTimes: CheckTimes;
  /** What is shown of drafts that are not to be checked as they are now. */
  readonly lastChecks: LastChecks;
  readonly outlining: Outlining;
  readonly typing: Typing;
  readonly firstLooks: FirstLooks;
  readonly verdicts: VerdictTeller;
  readonly extractedTexts: ExtractedTexts;
  readonly sourceHinting: SourceHinting;
  /** To be called when documents or settings have changed: works out anew what holds. */
  readonly settleSoon: () => void;
  /** Every open draft's diagnostics may be others now: the client asks again, or is sent them. */
  readonly askAgainSoon: () => void;
  /** Whether the client shows a list of the sources, and wants to be told when it is another. */
  listsSources = false;
  /** Whether the client shows a list of findings, and wants to be told when it is another. */
  watchesFindings: boolean = false;
  readonly #connection: Connection;
  readonly #reporting: Reporting;
  readonly #watching: Watching;
  readonly #teller: StatusTeller;
  readonly #shelfChanged: () => void;
  readonly #statusSoon: () => void;
  readonly #findingsChanged: () => void;
  readonly #pushing: Pushing;
  readonly #findings = new Map<string, number>();
  #configurations: readonly Configuration[] = [];
  #sourceless = false;
  #corpusState = '';
  #listedState: readonly unknown[] | null = null;
  #settled: boolean = false;
  #firstSettled: () => void = () => undefined;
  /** Resolves when it was first worked out which folders hold sources, or when that failed: what is counted before is not all there is. */
  readonly whenSettled: Promise<void> = new Promise((resolve) => {
    this.#firstSettled = resolve;
  });

  constructor(connection: Connection, host: Host, traits: Traits, { watchFolders, ...libraryOptions }: SessionOptions = {}) {
    this.#connection = connection;
    this.traits = traits;
    this.log = connection.console;
    this.settings = new SettingsSource(connection, traits, this.log);
    this.checkTimes = new CheckTimes((uri) => this.settings.checkTimeOf(uri));
    const canLookAgain = !traits.pulls || traits.refreshes;
    this.typing = new Typing({ release: (uris) => this.#lookAgain(uris), canRelease: canLookAgain });
    this.documents = new Documents(traits.encoding, (...change) => {
      this.typing.changed(...change);
      this.lastChecks.changed(change[0], change[1]);
    });
    this.verdicts = new VerdictTeller(connection, (error) => this.log.error(`telling of a check: ${outlineOf(error)}`));
    const events = {
      shelfChanged: () => this.#shelfChanged(),
      caughtUp: () => this.askAgainSoon(),
      failed: (error: unknown) => guardedTask('reading sources', this.log, () => Promise.reject(error as Error)),
    };
    this.workspace = new Workspace(host, (folder) => this.settings.settingsFor(folder), events, libraryOptions);
    const { documents, workspace, log } = this;
    this.stets = new Stets({ connection, host, documents, workspace, traits, log });
    this.desk = new Desk(documents, workspace, { traits, stets: this.stets, changed: () => this.askAgainSoon() });
    this.lastChecks = new LastChecks(this);
    this.outlining = new Outlining(connection, traits, (error) => this.log.error(`outlines: ${outlineOf(error)}`));
    this.firstLooks = new FirstLooks({
      desk: this.desk,
      spanOf: (text, range) => positionsOf(text, traits.encoding).span(range),
      lookAgain: (uris) => this.#lookAgain(uris),
      canLookAgain,
      log: this.log,
    });
    this.drafts = new DraftBook({ host, documents, workspace, desk: this.desk, traits });
    this.extractedTexts = new ExtractedTexts(connection, () => this.workspace.shelves.map(({ library }) => library));
    this.sourceHinting = new SourceHinting(connection, this.settings, traits);
    this.#reporting = new Reporting(connection, host, traits);
    const watch = traits.watches
      ? undefined
      : watchFolders?.(
          (paths) => this.filesChanged(paths),
          (message) => this.log.error(message),
        );
    this.#watching = new Watching(connection, traits, watch ?? null);
    this.#teller = new StatusTeller(connection, traits.voice, () => {
      for (const library of this.#libraries()) library.stopReading();
    });
    this.settleSoon = this.#gathered('settling', GATHER_MS, () => this.#settle().finally(this.#firstSettled));
    this.askAgainSoon = this.#gathered('refreshing', GATHER_MS, () => this.#askAgain());
    this.#shelfChanged = this.#gathered('sources changed', GATHER_MS, () => this.#followSources());
    this.#statusSoon = this.#gathered('status', GATHER_MS, () => this.#tellStatus());
    this.#findingsChanged = this.#gathered('findings', FINDINGS_MS, async () => {
      if (this.watchesFindings) await connection.sendNotification(findingsChangedNotification.method, null);
    });
    this.#pushing = new Pushing({
      diagnose: (uri) => reportToSend(this, uri),
      send: (params) => connection.sendDiagnostics(params),
      log: this.log,
    });
  }

  /** Whether it is known which folders hold sources. */
  get settled(): boolean {
    return this.#settled;
  }

  /** After the handshake: now the client may be asked for things. */
  async begin(): Promise<void> {
    this.settleSoon();
    guardedTask('showing sources', this.log, () => this.sourceHinting.follow());
    guardedTask('offering outlines', this.log, () => this.outlining.begin());
    if (this.traits.settingsRegistration) {
      await this.#connection.client.register(DidChangeConfigurationNotification.type, { section: SECTION });
    }
  }

  /** The client is about to leave: work that nobody waits for stops. */
  end(): void {
    this.workspace.close();
    this.typing.end();
    this.#watching.end();
  }

  /** Settings or project files may say something else now. */
  configurationChanged(): void {
    this.drafts.forgetListing();
    this.#tellFindings();
    guardedTask('showing sources', this.log, () => this.sourceHinting.follow());
    this.workspace.forgetConfigurations();
    this.checkTimes.forgetSettings();
    this.settleSoon();
    this.askAgainSoon();
  }

  /** Files or folders were added, changed or removed on disk. */
  filesChanged(paths: readonly string[]): void {
    this.drafts.forgetListing();
    this.#tellFindings();
    if (paths.some((path) => this.#matters(path))) this.configurationChanged();
    for (const { library } of this.workspace.shelves) guardedTask('reading changed sources', this.log, () => library.update(paths));
  }

  draftOpened(document: OpenDocument): void {
    this.checkTimes.opened(document);
    // Whether it is a file or not was asked before it was opened, and nobody need have told of it since.
    if (this.stets.isUnseen(document.uri)) this.configurationChanged();
    else this.settleSoon();
  }

  draftChanged(uri: string): void {
    if (this.#isStetFile(uri)) this.#stetsChanged();
    if (!this.traits.pulls) this.#pushing.changed(uri);
  }

  /** A draft was written to disk: whoever saves wants to see what there is. */
  draftSaved(document: OpenDocument): void {
    this.checkTimes.saved(document);
    this.typing.settle(document.uri);
    this.#lookAgain([document.uri]);
  }

  /** Somebody asks for a check of a draft as it is now. */
  draftAsked(document: OpenDocument): void {
    this.checkTimes.asked(document);
    this.typing.settle(document.uri);
    this.askAgainSoon();
    this.#statusSoon();
  }

  draftClosed(uri: string): void {
    for (const { check } of this.workspace.shelves) check.forget(uri);
    this.#findings.delete(uri);
    this.desk.closed(uri);
    this.#tellFindings();
    this.stets.closed(uri);
    // What was never saved holds no longer.
    if (this.#isStetFile(uri)) this.configurationChanged();
    this.checkTimes.closed(uri);
    this.lastChecks.closed(uri);
    this.outlining.closed(uri);
    this.typing.closed(uri);
    this.firstLooks.closed(uri);
    this.settleSoon();
    if (!this.traits.pulls) guardedTask('closing', this.log, () => this.#connection.sendDiagnostics({ uri, diagnostics: [] }));
  }

  #isStetFile(uri: string): boolean {
    return this.stets.isFile(pathOrUri(uri));
  }

  /** What is let stand is being edited: it holds as it is in the editor. */
  #stetsChanged(): void {
    this.stets.follow(this.#configurations);
    this.askAgainSoon();
  }

  /** Takes note of how many findings a draft has, for the status. */
  counted(uri: string, findings: number): void {
    if (this.#findings.get(uri) === findings || !this.documents.get(uri)) return;
    this.#findings.set(uri, findings);
    this.#statusSoon();
  }

  /** The diagnostics of a view that may be shown now, counted for the status. */
  diagnose(view: View): ReturnType<typeof diagnosticsOf> {
    const { uri, analysis } = view;
    const findings = this.typing.shown(uri, shownFindings(view));
    const diagnostics = diagnosticsOf({ ...view, analysis: { ...analysis, findings } }, this.traits.diagnostics);
    this.counted(uri, diagnostics.length);
    this.verdicts.checked(uri);
    this.lastChecks.checked(view);
    this.#tellFindings();
    return diagnostics;
  }

  #tellFindings(): void {
    if (this.watchesFindings) this.#findingsChanged();
  }

  #gathered(name: string, delay: number, task: () => Promise<void>): () => void {
    return soon(delay, () => guardedTask(name, this.log, task));
  }

  /** Whether a path can change which configuration holds, or which folder is the corpus. */
  #matters(path: string): boolean {
    const steps = path.split('/');
    if (steps.at(-1) === PROJECT_FILE || this.stets.isFile(path)) return true;
    const known = this.workspace.shelves.some(({ library }) => library.covers(path) && !library.folders.includes(path));
    return steps.includes(DEFAULT_CORPUS) && !known;
  }

  /** Works out what holds for the open drafts and the workspace folders, and lets go of what no longer does. */
  async #settle(): Promise<void> {
    const { shelvesMade } = this.workspace;
    const drafts = this.documents.all().map((document) => this.workspace.pathOf(document));
    const roots = await this.workspace.rootConfigurations();
    const own = await Promise.all(drafts.map((path) => this.workspace.configurationOf(path)));
    const listed = await Promise.all(this.drafts.oneOfEachFolder.map((path) => this.workspace.configurationOf(path)));
    this.#configurations = [...new Set([...roots, ...own, ...listed])];
    this.#sourceless = own.some((configuration, at) => configuration.corpora.length === 0 && isDraft(drafts[at] as string, configuration));
    this.workspace.keepOnly(this.#configurations, shelvesMade);
    for (const configuration of this.#configurations) this.workspace.shelfOf(configuration);
    // Nobody need wait until the client has begun to watch them.
    this.#settled = true;
    this.#firstSettled();
    this.stets.follow(this.#configurations);
    await this.#watching.watch(this.#configurations, this.workspace.folders);
    await this.#report();
    await this.#tellStatus();
    await this.#tellList();
  }

  async #followSources(): Promise<void> {
    this.stets.follow(this.#configurations);
    const state = this.workspace.shelves.map(({ number, library }) => `${number}:${library.corpus.revision}:${library.complete}`).join();
    if (state !== this.#corpusState) {
      this.#corpusState = state;
      this.askAgainSoon();
      this.#tellFindings();
      guardedTask('showing extracted texts', this.log, () => this.extractedTexts.refresh());
    }
    await this.#tellStatus();
    await this.#tellList();
    await this.#report();
  }

  /** A file that cannot be read changes the list, though not the corpus. */
  async #tellList(): Promise<void> {
    const state = this.#libraries().flatMap(({ corpus, problems, complete }) => [corpus, problems, complete]);
    const before = this.#listedState;
    const same = state.length === before?.length && state.every((one, at) => one === before[at]);
    this.#listedState = state;
    if (!same && this.listsSources) await this.#connection.sendNotification(sourcesChangedNotification.method, null);
  }

  async #askAgain(): Promise<void> {
    guardedTask('showing sources', this.log, () => this.sourceHinting.refresh());
    if (!this.traits.pulls) {
      for (const { uri } of this.documents.all()) this.#pushing.changed(uri);
    } else if (this.traits.refreshes) {
      await this.#connection.languages.diagnostics.refresh();
    }
  }

  /** These drafts are to be looked at again: the client asks, or is sent what there is. */
  #lookAgain(uris: readonly string[]): void {
    if (this.traits.pulls) this.askAgainSoon();
    else for (const uri of uris) this.#pushing.changed(uri);
  }

  #report(): Promise<void> {
    return this.#reporting.report(this.#configurations, this.#libraries());
  }

  #tellStatus(): Promise<void> {
    const findings = [...this.#findings.values()].reduce((sum, count) => sum + count, 0);
    return this.#teller.tell({
      libraries: this.#libraries(),
      configurations: this.#configurations,
      findings,
      sourceless: this.#sourceless,
      unasked: this.checkTimes.isAnyWaiting,
    });
  }

  #libraries() {
    return this.workspace.shelves.map(({ library }) => library);
  }
}
