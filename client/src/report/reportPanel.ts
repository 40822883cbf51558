import {
  commands,
  type Disposable,
  l10n,
  type Memento,
  Range,
  RelativePattern,
  TextEditorRevealType,
  Uri,
  type ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import {
  exportReportRequest,
  type FactCheckItem,
  type FactCheckResult,
  factCheckRequest,
  type ReportFormat,
  signOffRequest,
} from '../../../server/src/lsp/factCheckProtocol.ts';
import type { PlainRange } from '../../../server/src/lsp/protocol.ts';
import { ask } from '../client.ts';
import type { LateClient } from '../lateClient.ts';
import { language } from '../wording.ts';
import { localTime } from './localTime.ts';
import type { FromPage, ToPage } from './messages.ts';
import { pageFor } from './pageHtml.ts';

/** The report is made anew so long after the last change, in milliseconds: while somebody types nobody reads it. */
const PAUSE_MS = 500;
const INITIALS = 'verbatim.initials';

export interface PanelOptions {
  /** The script that runs in the panel. */
  readonly page: Uri;
  /** Where the checker's initials are remembered. */
  readonly memory: Memento;
  readonly column: ViewColumn;
}

/** What the panel shows, as it tells itself. */
export type Shown = Extract<FromPage, { kind: 'shown' }>;

/** The fact-check report of one draft, beside it. The server writes the report; this asks for it again when it may be another. */
export class ReportPanel implements Disposable {
  readonly #client: LateClient;
  readonly #draft: Uri;
  readonly #options: PanelOptions;
  readonly #panel: WebviewPanel;
  readonly #owned: Disposable[];
  #result: FactCheckResult | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #page: 'loading' | 'ready' = 'loading';
  #report: 'fresh' | 'stale' = 'fresh';
  #watched: string | null = null;
  /** What the page showed last; for tests. */
  shown: Shown | null = null;

  constructor(client: LateClient, draft: Uri, options: PanelOptions) {
    this.#client = client;
    this.#draft = draft;
    this.#options = options;
    const name = draft.path.slice(draft.path.lastIndexOf('/') + 1);
    const folder = Uri.joinPath(options.page, '..');
    this.#panel = window.createWebviewPanel('verbatim.report', l10n.t('Fact Check: {0}', name), options.column, {
      enableScripts: true,
      enableFindWidget: true,
      localResourceRoots: [folder],
    });
    this.#owned = [
      this.#panel,
      this.#panel.webview.onDidReceiveMessage((message: FromPage) => this.#receive(message)),
      this.#panel.onDidChangeViewState(() => this.#unlessHidden()),
      this.#panel.onDidDispose(() => this.dispose()),
    ];
    void this.#guarded(() => this.#open());
  }

  /** What is in the report; for tests. */
  get items(): readonly FactCheckItem[] {
    return this.#result?.items ?? [];
  }

  onClosed(listener: () => void): void {
    this.#owned.push(this.#panel.onDidDispose(listener));
  }

  reveal(): void {
    this.#panel.reveal();
  }

  /** The draft, its sources or its sign-offs may be other than they were. */
  changed(): void {
    this.#report = 'stale';
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#unlessHidden(), PAUSE_MS);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const owned of this.#owned.splice(0)) owned.dispose();
  }

  /** Passes on what the page asks for; also for tests, which cannot press its buttons. */
  async act(message: FromPage): Promise<void> {
    if (message.kind === 'ready') {
      this.#page = 'ready';
      await this.#send();
    } else if (message.kind === 'shown') this.shown = message;
    else if (message.kind === 'go') await this.#go(message.to, message.item);
    else if (message.kind === 'export') await this.#export(message.format);
    else await this.#sign(message);
  }

  #receive(message: FromPage): void {
    void this.#guarded(() => this.act(message));
  }

  async #guarded(task: () => Promise<void>): Promise<void> {
    try {
      await task();
    } catch (error) {
      this.#client.error('The fact-check report failed.', error, false);
    }
  }

  async #open(): Promise<void> {
    const result = await this.#ask();
    const { webview } = this.#panel;
    const script = webview.asWebviewUri(this.#options.page).toString();
    webview.html = pageFor({ title: result.title, language: language(), style: result.style, script, nonce: crypto.randomUUID() });
  }

  #unlessHidden(): void {
    if (!this.#panel.visible) return;
    if (this.#report === 'stale') void this.#guarded(() => this.#refresh());
  }

  async #refresh(): Promise<void> {
    this.#report = 'fresh';
    // The first question may have been overtaken by a keystroke.
    if (this.#panel.webview.html === '') {
      await this.#open();
      return;
    }
    await this.#ask();
    await this.#send();
  }

  async #ask(): Promise<FactCheckResult> {
    // Its editor may have been closed since: the server knows open documents only.
    await workspace.openTextDocument(this.#draft);
    const result = await ask(this.#client, factCheckRequest, { uri: this.#client.code2ProtocolConverter.asUri(this.#draft) });
    this.#result = result;
    this.#watch(result.checks);
    return result;
  }

  /** Sign-offs of others come with a merge. */
  #watch(checks: string | null): void {
    if (checks === null || checks === this.#watched) return;
    this.#watched = checks;
    const uri = Uri.parse(checks);
    const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
    const watcher = workspace.createFileSystemWatcher(new RelativePattern(Uri.joinPath(uri, '..'), escapedGlob(name)));
    this.#owned.push(
      watcher,
      ...[watcher.onDidChange, watcher.onDidCreate, watcher.onDidDelete].map((event) => event(() => this.changed())),
    );
  }

  async #send(): Promise<void> {
    const result = this.#result;
    if (this.#page === 'loading' || !result) return;
    const html = result.unchecked === null ? withProblem(result) : `<main><p>${l10n.t('This document is not checked.')}</p></main>`;
    const initials = this.#options.memory.get<string>(INITIALS, '');
    const words = {
      shown: l10n.t('{0} of {1} shown.', '{0}', '{1}'),
      allSigned: l10n.t('Nothing else is waiting to be signed off.'),
      updated: l10n.t('The report was updated.'),
    };
    await this.#post({ kind: 'report', html, initials, words });
  }

  #post(message: ToPage): Thenable<boolean> {
    return this.#panel.webview.postMessage(message);
  }

  async #go(to: 'draft' | 'source', id: string): Promise<void> {
    const item = this.#result?.items.find((one) => one.id === id);
    if (!item) return;
    if (to === 'source') {
      if (item.source) await commands.executeCommand('verbatim.openSource', item.source.place.uri, item.source.place.range);
      return;
    }
    const open = window.visibleTextEditors.find(({ document }) => document.uri.toString() === this.#draft.toString());
    const place = open?.viewColumn === undefined ? {} : { viewColumn: open.viewColumn };
    const editor = await window.showTextDocument(this.#draft, { ...place, selection: rangeOf(item.range) });
    editor.revealRange(rangeOf(item.range), TextEditorRevealType.InCenterIfOutsideViewport);
  }

  async #sign(message: Extract<FromPage, { kind: 'sign' | 'withdraw' }>): Promise<void> {
    const isSigning = message.kind === 'sign';
    const initials = isSigning ? message.initials : '';
    if (isSigning) await this.#options.memory.update(INITIALS, initials);
    const uri = this.#client.code2ProtocolConverter.asUri(this.#draft);
    const time = isSigning ? localTime(new Date()) : null;
    const answer = await ask(this.#client, signOffRequest, {
      uri,
      item: message.item,
      initials,
      note: isSigning ? message.note : null,
      time,
    });
    if (answer.kind === 'refused') {
      await this.#post({ kind: 'say', text: answer.reason });
      void window.showWarningMessage(answer.reason);
      return;
    }
    const { protocol2CodeConverter: converter } = await this.#client.loaded;
    const edit = await converter.asWorkspaceEdit(answer.edit as unknown as Parameters<typeof converter.asWorkspaceEdit>[0]);
    const file = Uri.parse(answer.uri);
    if (!edit || !(await workspace.applyEdit(edit))) throw new Error('The edit of the file of sign-offs was not made.');
    await (await workspace.openTextDocument(file)).save();
    await this.#refresh();
    await this.#post({ kind: 'signed', item: message.item });
    const line = this.#result?.coverage.at(-1) ?? '';
    await this.#post({
      kind: 'say',
      text: isSigning ? l10n.t('Signed off by {0}. {1}.', initials, line) : l10n.t('Taken back. {0}.', line),
    });
  }

  async #export(format: ReportFormat): Promise<void> {
    const made = await ask(this.#client, exportReportRequest, { uri: this.#client.code2ProtocolConverter.asUri(this.#draft), format });
    if (!made) return;
    const folder = this.#draft.scheme === 'untitled' ? workspace.workspaceFolders?.[0]?.uri : Uri.joinPath(this.#draft, '..');
    const chosen = await window.showSaveDialog({
      title: l10n.t('Export the fact-check report'),
      ...(folder ? { defaultUri: Uri.joinPath(folder, made.name) } : {}),
    });
    if (!chosen) return;
    await workspace.fs.writeFile(chosen, new TextEncoder().encode(made.text));
    const open = l10n.t('Open');
    const answer = await window.showInformationMessage(l10n.t('The report was written to {0}.', workspace.asRelativePath(chosen)), open);
    if (answer === open) await commands.executeCommand('vscode.open', chosen);
  }
}

function withProblem({ html, problem }: FactCheckResult): string {
  if (problem === null) return html;
  const text = problem.replace(/[&<>]/g, (letter) => `&#${letter.charCodeAt(0)};`);
  return `<section class="trouble" role="alert"><p>${text}</p></section>${html}`;
}

function rangeOf({ start, end }: PlainRange): Range {
  return new Range(start.line, start.character, end.line, end.character);
}

/** A name as a pattern that means only it. */
function escapedGlob(name: string): string {
  return name.replace(/[*?[\]{}]/g, '[$&]');
}
