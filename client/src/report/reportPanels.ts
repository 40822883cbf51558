import { type Disposable, type ExtensionContext, l10n, languages, type TextDocument, Uri, ViewColumn, window, workspace } from 'vscode';
import { LANGUAGES } from '../client.ts';
import type { Register } from '../commands.ts';
import type { LateClient } from '../lateClient.ts';
import { ReportPanel } from './reportPanel.ts';

/** The fact-check reports that are open: one panel a draft. */
export class ReportPanels implements Disposable {
  readonly #client: LateClient;
  readonly #context: ExtensionContext;
  readonly #panels = new Map<string, ReportPanel>();
  readonly #owned: Disposable[];

  constructor(client: LateClient, context: ExtensionContext, register: Register) {
    this.#client = client;
    this.#context = context;
    this.#owned = [
      register('showReport', (uri?: Uri) => this.show(uri instanceof Uri ? uri : undefined)),
      // A check has been made: the report may be another.
      languages.onDidChangeDiagnostics(({ uris }) => this.#changed(uris)),
      workspace.onDidChangeTextDocument(({ document }) => this.#changed([document.uri])),
    ];
  }

  /** The panel of a draft that is open; for tests. */
  panelOf(draft: Uri): ReportPanel | undefined {
    return this.#panels.get(draft.toString());
  }

  /** Shows the report of a draft: the one that is named, or the one in the editor. */
  async show(uri = window.activeTextEditor?.document.uri): Promise<void> {
    const draft = uri && (await workspace.openTextDocument(uri));
    if (!draft || !isText(draft)) {
      await window.showInformationMessage(l10n.t('Open a draft first.'));
      return;
    }
    const key = draft.uri.toString();
    const open = this.#panels.get(key);
    if (open) {
      open.reveal();
      return;
    }
    const panel = new ReportPanel(this.#client, draft.uri, {
      page: Uri.joinPath(this.#context.extensionUri, 'dist', 'report.js'),
      memory: this.#context.globalState,
      column: ViewColumn.Beside,
    });
    this.#panels.set(key, panel);
    panel.onClosed(() => this.#panels.delete(key));
  }

  dispose(): void {
    for (const owned of [...this.#owned, ...this.#panels.values()]) owned.dispose();
  }

  #changed(uris: readonly Uri[]): void {
    if (this.#panels.size === 0) return;
    for (const uri of uris) this.#panels.get(uri.toString())?.changed();
  }
}

function isText({ languageId }: TextDocument): boolean {
  return LANGUAGES.includes(languageId);
}
