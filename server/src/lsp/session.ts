import { type Connection, DidChangeConfigurationNotification } from 'vscode-languageserver';
import { pathOrUri } from '../features/convert.ts';
import { diagnosticsOf } from '../features/diagnostics.ts';
import { metadataDiagnostics } from '../features/metadata.ts';
import type { View } from '../features/view.ts';
import { type Configuration, DEFAULT_CORPUS, PROJECT_FILE } from '../service/configuration.ts';
import { isDraft } from '../service/drafts.ts';
import type { Host } from '../service/host.ts';
import type { LibraryOptions } from '../service/library.ts';
import { Desk } from './desk.ts';
import { metadataPage } from './details.ts';
import { Documents } from './documents.ts';
import { ExtractedTexts } from './extractedTexts.ts';
import { guardedTask, type Log } from './guard.ts';
import { sourcesChangedNotification } from './protocol.ts';
import { type Pushed, Pushing } from './pushing.ts';
import { Reporting } from './reporting.ts';
import { SECTION, SettingsSource } from './settingsSource.ts';
import { soon } from './soon.ts';
import { StatusTeller } from './status.ts';
import { Stets } from './stets.ts';
import type { Traits } from './traits.ts';
import { Watching } from './watching.ts';
import { Workspace } from './workspace.ts';

/** How long events are gathered before they are acted upon, in milliseconds. */
const GATHER_MS = 25;

/** Everything that lives as long as a client is connected, and what happens when something changes. */
export class Session {
  readonly traits: Traits;
  readonly log: Log;
  readonly documents: Documents;
  readonly workspace: Workspace;
  readonly settings: SettingsSource;
  readonly desk: Desk;
  readonly stets: Stets;
  readonly extractedTexts: ExtractedTexts;
  /** To be called when documents or settings have changed: works out anew what holds. */
  readonly settleSoon: () => void;
  /** Every open draft's diagnostics may be others now: the client asks again, or is sent them. */
  readonly askAgainSoon: () => void;
  /** Whether the client shows a list of the sources, and wants to be told when it is another. */
  listsSources = false;
  readonly #connection: Connection;
  readonly #reporting: Reporting;
  readonly #watching: Watching;
  readonly #teller: StatusTeller;
  readonly #shelfChanged: () => void;
  readonly #statusSoon: () => void;
  readonly #pushing: Pushing;
  readonly #findings = new Map<string, number>();
  #configurations: readonly Configuration[] = [];
  #sourceless = false;
  #corpusState = '';
  #listedState: readonly unknown[] | null = null;
  #settled = false;

  constructor(connection: Connection, host: Host, traits: Traits, libraryOptions: LibraryOptions = {}) {
    this.#connection = connection;
    this.traits = traits;
    this.log = connection.console;
    this.documents = new Documents(traits.encoding);
    this.settings = new SettingsSource(connection, traits, this.log);
    const events = {
      shelfChanged: () => this.#shelfChanged(),
      caughtUp: () => this.askAgainSoon(),
      failed: (error: unknown) => guardedTask('reading sources', this.log, () => Promise.reject(error as Error)),
    };
    this.workspace = new Workspace(host, (folder) => this.settings.settingsFor(folder), events, libraryOptions);
    const { documents, workspace, log } = this;
    this.stets = new Stets({ connection, host, documents, workspace, traits, log });
    this.desk = new Desk(documents, workspace, { traits, stets: this.stets, changed: () => this.askAgainSoon() });
    this.extractedTexts = new ExtractedTexts(connection, () => this.workspace.shelves.map(({ library }) => library));
    this.#reporting = new Reporting(connection, host, traits.encoding);
    this.#watching = new Watching(connection, traits);
    this.#teller = new StatusTeller(connection);
    this.settleSoon = this.#gathered('settling', GATHER_MS, () => this.#settle());
    this.askAgainSoon = this.#gathered('refreshing', GATHER_MS, () => this.#askAgain());
    this.#shelfChanged = this.#gathered('sources changed', GATHER_MS, () => this.#followSources());
    this.#statusSoon = this.#gathered('status', GATHER_MS, () => this.#tellStatus());
    this.#pushing = new Pushing({
      diagnose: (uri) => this.#toPush(uri),
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
    if (this.traits.settingsRegistration) {
      await this.#connection.client.register(DidChangeConfigurationNotification.type, { section: SECTION });
    }
  }

  /** The client is about to leave: work that nobody waits for stops. */
  end(): void {
    this.workspace.keepOnly([]);
  }

  /** Settings or project files may say something else now. */
  configurationChanged(): void {
    this.workspace.forgetConfigurations();
    this.settleSoon();
    this.askAgainSoon();
  }

  /** Files or folders were added, changed or removed on disk. */
  filesChanged(paths: readonly string[]): void {
    if (paths.some((path) => this.#matters(path))) this.configurationChanged();
    for (const { library } of this.workspace.shelves) guardedTask('reading changed sources', this.log, () => library.update(paths));
  }

  draftChanged(uri: string): void {
    if (this.#isStetFile(uri)) this.#stetsChanged();
    if (!this.traits.pulls) this.#pushing.changed(uri);
  }

  draftClosed(uri: string): void {
    for (const { check } of this.workspace.shelves) check.forget(uri);
    this.#findings.delete(uri);
    this.desk.closed(uri);
    this.stets.closed(uri);
    // What was never saved holds no longer.
    if (this.#isStetFile(uri)) this.configurationChanged();
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

  /** The diagnostics of a view, counted for the status. */
  diagnose(view: View): ReturnType<typeof diagnosticsOf> {
    const diagnostics = diagnosticsOf(view, this.traits.diagnostics);
    this.counted(view.uri, diagnostics.length);
    return diagnostics;
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
    const drafts = this.documents.all().map((document) => this.workspace.pathOf(document));
    const roots = await this.workspace.rootConfigurations();
    const own = await Promise.all(drafts.map((path) => this.workspace.configurationOf(path)));
    this.#configurations = [...new Set([...roots, ...own])];
    this.#sourceless = own.some((configuration, at) => configuration.corpora.length === 0 && isDraft(drafts[at] as string, configuration));
    this.workspace.keepOnly(this.#configurations);
    for (const configuration of this.#configurations) this.workspace.shelfOf(configuration);
    this.stets.follow(this.#configurations);
    await this.#watching.watch(this.#configurations);
    this.#settled = true;
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
    if (!this.traits.pulls) {
      for (const { uri } of this.documents.all()) this.#pushing.changed(uri);
    } else if (this.traits.refreshes) {
      await this.#connection.languages.diagnostics.refresh();
    }
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
    });
  }

  #libraries() {
    return this.workspace.shelves.map(({ library }) => library);
  }

  /** A document that is no draft has no findings, but may have details of a source; one that is closed is not spoken of. */
  async #toPush(uri: string): Promise<Pushed | null> {
    const view = await this.desk.view(uri, new AbortController().signal);
    if (view) return { version: view.version, diagnostics: this.diagnose(view) };
    // What is sent replaces what was sent before.
    const version = this.documents.get(uri)?.version;
    if (version !== undefined && this.#isStetFile(uri)) return { version, diagnostics: [...this.stets.diagnosticsOf(pathOrUri(uri))] };
    const page = await metadataPage(this, uri, new AbortController().signal);
    return version === undefined ? null : { version, diagnostics: page ? metadataDiagnostics({ ...page, told: new Set() }) : [] };
  }
}
