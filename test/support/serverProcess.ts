import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  type ClientCapabilities,
  type CodeAction,
  createMessageConnection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  FileChangeType,
  type Hover,
  type InitializeResult,
  type LocationLink,
  type MessageConnection,
  type Position,
  type Range,
  StreamMessageReader,
  StreamMessageWriter,
  type TextEdit,
} from 'vscode-languageserver/node';
import { answerForFiles } from './editorFiles.ts';

// VERBATIM_SERVER names another bundle to test.
const SERVER = process.env.VERBATIM_SERVER ?? fileURLToPath(new URL('../../dist/server.cjs', import.meta.url));

/** How long anything that must come may take, in milliseconds. */
const PATIENCE_MS = 15_000;

/** What a full-grown editor can do; tests take away what they are about. */
export const CAPABILITIES: ClientCapabilities = {
  general: { positionEncodings: ['utf-16'] },
  window: { workDoneProgress: true },
  workspace: {
    configuration: true,
    workspaceFolders: true,
    workspaceEdit: { documentChanges: true },
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
    diagnostics: { refreshSupport: true },
  },
  textDocument: {
    diagnostic: {},
    publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true, versionSupport: true },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    definition: { linkSupport: true },
    codeAction: {
      isPreferredSupport: true,
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source', 'source.fixAll'] } },
    },
  },
};

/** A message that the server sent by itself. */
export interface Received {
  readonly method: string;
  // biome-ignore lint/suspicious/noExplicitAny: a message of any kind; each test knows which one it waits for.
  readonly params: any;
}

export interface StartOptions {
  readonly capabilities?: ClientCapabilities;
  /** The language of the editor (BCP 47). */
  readonly locale?: string;
  readonly initializationOptions?: unknown;
  /** What the editor answers when it is asked for the section `verbatim`. */
  readonly settings?: unknown;
  /** Workspace folders; the temporary one by default. */
  readonly folders?: readonly string[];
  /** What the editor does before it begins to watch files; one that is busy takes its time. */
  readonly beforeWatching?: Promise<void>;
  /** Files that the editor has and no disk, by URI. */
  readonly editorFiles?: Map<string, string>;
  /** Options of Node for the server, which then also has a channel for messages of Node's own. */
  readonly execArgv?: readonly string[];
}

/** A folder of files that lasts as long as a test. */
export class Folder {
  readonly path = realpathSync(mkdtempSync(join(tmpdir(), 'verbatim-')));

  constructor(files: Readonly<Record<string, string | Uint8Array>>) {
    for (const [name, content] of Object.entries(files)) this.write(name, content);
  }

  write(name: string, content: string | Uint8Array): void {
    mkdirSync(dirname(this.pathOf(name)), { recursive: true });
    writeFileSync(this.pathOf(name), content);
  }

  remove(name: string): void {
    rmSync(this.pathOf(name), { recursive: true });
  }

  read(name: string): string {
    return readFileSync(this.pathOf(name), 'utf8');
  }

  pathOf(name: string): string {
    return join(this.path, name);
  }

  uriOf(name: string): string {
    return pathToFileURL(this.pathOf(name)).href;
  }

  dispose(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

/** A language server in a process of its own, and the editor's end of the pipe to it. */
export class ServerProcess {
  readonly connection: MessageConnection;
  readonly received: Received[] = [];
  settings: unknown;
  result: InitializeResult = { capabilities: {} };
  readonly #process: ChildProcess;
  readonly #editorFiles: Map<string, string> | undefined;
  readonly #beforeWatching: Promise<void> | undefined;
  readonly #watchers = new Set<() => void>();

  private constructor({ settings = null, execArgv, editorFiles, beforeWatching }: StartOptions) {
    this.settings = settings;
    this.#beforeWatching = beforeWatching;
    this.#editorFiles = editorFiles;
    const channel: 'ipc'[] = execArgv ? ['ipc'] : [];
    this.#process = spawn(process.execPath, [...(execArgv ?? []), SERVER, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit', ...channel] });
    const { stdin, stdout } = this.#process;
    if (!stdin || !stdout) throw new Error('The server has no pipes.');
    this.connection = createMessageConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
    this.connection.onRequest((method, params) => this.#answer(method, params));
    this.connection.onNotification((method, params) => this.#note(method, params));
    this.connection.onUnhandledProgress((params) => this.#note('$/progress', params));
    this.connection.listen();
  }

  /** Starts a server for a folder and shakes hands with it. */
  static async start(folder: string | null, options: StartOptions = {}): Promise<ServerProcess> {
    const server = new ServerProcess(options);
    const folders = options.folders ?? (folder === null ? [] : [folder]);
    server.result = await server.request('initialize', {
      processId: process.pid,
      ...(options.locale === undefined ? {} : { locale: options.locale }),
      rootUri: null,
      capabilities: options.capabilities ?? CAPABILITIES,
      workspaceFolders: folders.map((path) => ({ uri: path.includes('://') ? path : pathToFileURL(path).href, name: path })),
      initializationOptions: options.initializationOptions,
    });
    await server.notify('initialized', {});
    return server;
  }

  // biome-ignore lint/suspicious/noExplicitAny: the answer to any question; each test knows what it asked.
  async request<Result = any>(method: string, params: unknown): Promise<Result> {
    const late = new Promise<never>((_, reject) => {
      setTimeout(() => reject(new Error(`${method} was not answered within ${PATIENCE_MS} ms`)), PATIENCE_MS).unref();
    });
    return (await Promise.race([this.connection.sendRequest(method, params), late])) as Result;
  }

  notify(method: string, params: unknown): Promise<void> {
    return this.connection.sendNotification(method, params as object);
  }

  /** The first message that is as wanted, of those that came from the `since`th on or that are still to come. */
  async message(wanted: (message: Received) => boolean, since = 0): Promise<Received> {
    const deadline = Date.now() + PATIENCE_MS;
    for (;;) {
      const found = this.received.slice(since).find(wanted);
      if (found) return found;
      const left = deadline - Date.now();
      if (left <= 0) throw new Error(`No such message came; these did: ${this.received.map(({ method }) => method).join(', ')}`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, left);
        this.#watchers.add(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    }
  }

  async open(uri: string, text: string, languageId = 'markdown', version = 1): Promise<OpenText> {
    await this.notify('textDocument/didOpen', { textDocument: { uri, languageId, version, text } });
    return new OpenText(this, uri, { text, version });
  }

  /** Tells the server what happened on disk, as an editor does that watches for it. */
  filesChanged(...uris: string[]): Promise<void> {
    return this.notify('workspace/didChangeWatchedFiles', { changes: uris.map((uri) => ({ uri, type: FileChangeType.Changed })) });
  }

  /** What a module that Node was told to load first (`execArgv`) answers over Node's own channel. */
  ask(): Promise<unknown> {
    return new Promise((resolve) => {
      this.#process.once('message', resolve);
      this.#process.send({});
    });
  }

  get pid(): number {
    return this.#process.pid as number;
  }

  /** Whether the process still runs. */
  get alive(): boolean {
    return this.#process.exitCode === null && this.#process.signalCode === null;
  }

  /** Ends the server as an editor does; gives its exit status. */
  async stop(): Promise<number | null> {
    const ended = new Promise<number | null>((resolve) => {
      if (this.alive) this.#process.once('exit', resolve);
      else resolve(this.#process.exitCode);
    });
    if (this.alive) {
      await this.request('shutdown', undefined).catch(() => undefined);
      await this.notify('exit', undefined).catch(() => undefined);
    }
    const timer = setTimeout(() => this.#process.kill('SIGKILL'), 3000);
    const status = await ended;
    clearTimeout(timer);
    this.connection.dispose();
    return status;
  }

  #answer(method: string, params: unknown): unknown {
    this.#note(method, params);
    if (this.#editorFiles && method.startsWith('verbatim/')) return answerForFiles(this.#editorFiles, method, params);
    if (method === 'client/registerCapability') return this.#beforeWatching?.then(() => null) ?? null;
    if (method !== 'workspace/configuration') return null;
    const { items } = params as { items: readonly { section?: string }[] };
    return items.map(({ section }) => (section === 'verbatim' ? this.settings : null));
  }

  #note(method: string, params: unknown): void {
    this.received.push({ method, params });
    const watchers = [...this.#watchers];
    this.#watchers.clear();
    for (const watcher of watchers) watcher();
  }
}

/** A document that is open in the server, and the editor's copy of its text (positions count in UTF-16). */
export class OpenText {
  readonly uri: string;
  text: string;
  version: number;
  readonly #server: ServerProcess;

  constructor(server: ServerProcess, uri: string, { text, version }: { text: string; version: number }) {
    this.#server = server;
    this.uri = uri;
    this.text = text;
    this.version = version;
  }

  get id(): { readonly uri: string } {
    return { uri: this.uri };
  }

  /** Where `words` begin, `offset` further on. */
  at(words: string, offset = 0): Position {
    const start = this.text.indexOf(words);
    if (start < 0) throw new Error(`“${words}” is not in the text`);
    return this.positionAt(start + offset);
  }

  rangeOf(words: string): Range {
    return { start: this.at(words), end: this.at(words, words.length) };
  }

  /** The words that a range covers. */
  covered({ start, end }: Range): string {
    return this.text.slice(this.offsetAt(start), this.offsetAt(end));
  }

  positionAt(offset: number): Position {
    const before = this.text.slice(0, offset).split(/\r\n|\n|\r/);
    return { line: before.length - 1, character: (before.at(-1) ?? '').length };
  }

  offsetAt({ line, character }: Position): number {
    const breaks = [...this.text.matchAll(/\r\n|\n|\r/g)].map((found) => found.index + found[0].length);
    return (line === 0 ? 0 : (breaks[line - 1] ?? this.text.length)) + character;
  }

  /** Types: replaces the first `words` by others. */
  async replace(words: string, replacement: string): Promise<void> {
    await this.edit([{ range: this.rangeOf(words), newText: replacement }]);
  }

  /** Applies edits as an editor does, last first, and tells the server. */
  async edit(edits: readonly TextEdit[]): Promise<void> {
    const ordered = [...edits].sort((a, b) => this.offsetAt(b.range.start) - this.offsetAt(a.range.start));
    const contentChanges = ordered.map(({ range, newText }) => ({ range, text: newText }));
    for (const { range, newText } of ordered) {
      this.text = this.text.slice(0, this.offsetAt(range.start)) + newText + this.text.slice(this.offsetAt(range.end));
    }
    this.version++;
    const textDocument = { uri: this.uri, version: this.version };
    await this.#server.notify('textDocument/didChange', { textDocument, contentChanges });
  }

  report(previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.#server.request('textDocument/diagnostic', { textDocument: this.id, identifier: 'verbatim', previousResultId });
  }

  async diagnostics(): Promise<Diagnostic[]> {
    const report = await this.report();
    return report.kind === 'full' ? report.items : [];
  }

  /** The findings as `rule: covered words`, in order. */
  async findings(): Promise<string[]> {
    return (await this.diagnostics()).map(({ code, range }) => `${String(code)}: ${this.covered(range)}`);
  }

  hover(position: Position): Promise<Hover | null> {
    return this.#server.request('textDocument/hover', { textDocument: this.id, position });
  }

  definition(position: Position): Promise<LocationLink[] | null> {
    return this.#server.request('textDocument/definition', { textDocument: this.id, position });
  }

  codeActions(range: Range, only?: readonly string[]): Promise<CodeAction[] | null> {
    return this.#server.request('textDocument/codeAction', {
      textDocument: this.id,
      range,
      context: { diagnostics: [], ...(only ? { only } : {}) },
    });
  }

  /** Applies the edit of a code action, as the editor does when it is picked. */
  async apply({ edit }: CodeAction): Promise<void> {
    const edits = (edit?.documentChanges ?? []).flatMap((change) => ('edits' in change ? change.edits : [])) as TextEdit[];
    await this.edit([...edits, ...(edit?.changes?.[this.uri] ?? [])]);
  }
}
