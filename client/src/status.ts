import {
  type AccessibilityInformation,
  commands,
  type Disposable,
  EventEmitter,
  l10n,
  type QuickPickItem,
  StatusBarAlignment,
  type StatusBarItem,
  ThemeColor,
  window,
} from 'vscode';
import { type Status, statusNotification } from '../../server/src/lsp/protocol.ts';
import { listen } from './client.ts';
import { type LateClient, State } from './lateClient.ts';
import { FAILED_TEXT, failedHint, statusHint, statusText } from './wording.ts';

const COMMAND = 'verbatim.showStatus';

/** An entry of the menu behind the status; one without a command only tells something. */
interface Entry extends QuickPickItem {
  readonly run?: () => unknown;
}

/** Shows at all times how things stand: silence alone would not tell “checked and fine” from “not checked”. */
export class StatusItem implements Disposable {
  readonly #item: StatusBarItem;
  readonly #client: LateClient;
  readonly #owned: Disposable[];
  readonly #told = new EventEmitter<Status>();
  /** Whatever else goes by the status: only one may listen to the server. */
  readonly onStatus = this.#told.event;
  #status: Status = { kind: 'indexing', done: 0, total: 0 };

  constructor(client: LateClient) {
    this.#client = client;
    this.#item = window.createStatusBarItem('verbatim.status', StatusBarAlignment.Right, 100);
    this.#item.name = 'Verbatim';
    this.#item.command = COMMAND;
    this.#owned = [
      this.#item,
      commands.registerCommand(COMMAND, () => this.#menu()),
      listen(client, statusNotification, (status) => this.#show(status)),
      client.onDidChangeState(({ newState }) => {
        if (newState === State.Stopped) this.failed();
      }),
    ];
    this.#show(this.#status);
    this.#item.show();
  }

  /** The server does not run. */
  failed(): void {
    this.#item.text = FAILED_TEXT;
    this.#item.tooltip = failedHint();
    this.#item.accessibilityInformation = spoken(FAILED_TEXT, failedHint());
    this.#item.backgroundColor = new ThemeColor('statusBarItem.errorBackground');
  }

  dispose(): void {
    for (const owned of this.#owned) owned.dispose();
  }

  #show(status: Status): void {
    this.#status = status;
    this.#told.fire(status);
    this.#item.text = statusText(status);
    this.#item.tooltip = statusHint(status);
    this.#item.accessibilityInformation = spoken(statusText(status), statusHint(status));
    this.#item.backgroundColor = status.kind === 'trouble' ? new ThemeColor('statusBarItem.warningBackground') : undefined;
  }

  async #menu(): Promise<void> {
    const command = (label: string, name: string): Entry => ({ label, run: () => commands.executeCommand(name) });
    const troubles = this.#status.kind === 'trouble' ? this.#status.messages : [];
    const notes = this.#status.kind === 'indexing' ? [] : (this.#status.notes ?? []);
    const entries: Entry[] = [
      ...troubles.map(
        (message): Entry => ({
          label: '$(warning)',
          description: message,
          run: () => commands.executeCommand('workbench.actions.view.problems'),
        }),
      ),
      ...notes.map(
        (message): Entry => ({
          label: '$(info)',
          description: message,
          // Of the two notes that there are, one is about the memory that the index may take.
          run: () =>
            speaksOfChecking(message)
              ? commands.executeCommand('verbatim.checkNow')
              : commands.executeCommand('workbench.action.openSettings', 'verbatim.memory'),
        }),
      ),
      command(`$(search) ${l10n.t('Search Sources')}`, 'verbatim.searchSources'),
      command(`$(add) ${l10n.t('Add Source from Clipboard')}`, 'verbatim.addSourceFromClipboard'),
      command(`$(library) ${l10n.t('Show All Sources')}`, 'verbatim.sources.focus'),
      command(`$(checklist) ${l10n.t('Check This Draft Now')}`, 'verbatim.checkNow'),
      command(`$(list-tree) ${l10n.t('Show All Findings')}`, 'verbatim.findings.focus'),
      command(`$(refresh) ${l10n.t('Read All Sources Again')}`, 'verbatim.rereadCorpus'),
      { label: `$(output) ${l10n.t('Show the Output')}`, run: async () => (await this.#client.loaded).outputChannel.show() },
    ];
    const [hint = ''] = statusHint(this.#status).split('\n');
    const placeHolder = spoken(statusText(this.#status), hint).label;
    const chosen = await window.showQuickPick(entries, { title: 'Verbatim', placeHolder });
    await chosen?.run?.();
  }
}

/** For a screen reader: the words without their icon, and what resting the pointer on them would tell. */
function spoken(text: string, hint: string): AccessibilityInformation {
  return { label: `${text.replace(/\$\([^)]*\)\s*/g, '')}. ${hint.replaceAll('\n', ' ')}`, role: 'button' };
}

/** The note that a draft has not been checked names the command for it, in whatever language the server speaks. */
function speaksOfChecking(note: string): boolean {
  return note.includes('Check This Draft Now') || note.includes(l10n.t('Check This Draft Now'));
}
