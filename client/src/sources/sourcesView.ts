import { commands, type Disposable, env, l10n, type Memento, type TreeView, Uri, window, workspace } from 'vscode';
import { type SourceGrouping, type SourceGroupsResult, sourcesChangedNotification } from '../../../server/src/lsp/sourcesProtocol.ts';
import type { SourceAdder } from '../adding/adder.ts';
import { listen } from '../client.ts';
import type { Register } from '../commands.ts';
import type { LateClient } from '../lateClient.ts';
import { numeral } from '../wording.ts';
import { SourceDropping } from './dropping.ts';
import { fileOf, type Node } from './nodes.ts';
import { SourceTree } from './sourceTree.ts';

const VIEW = 'verbatim.sources';
const BY = 'verbatim.sourcesBy';
/** Whether it is known how many sources there are: before, the view does not say that there are none. */
const KNOWN = 'verbatim.sourcesKnown';

/** The tree is made anew so long after a change, in milliseconds; while sources are being read they change all the time. */
const PAUSE_MS = 300;
const PAUSE_WHILE_READING_MS = 3000;

/** The view of all sources. */
export class SourcesView implements Disposable {
  readonly tree: SourceTree;
  readonly dropping: SourceDropping;
  readonly #view: TreeView<Node>;
  readonly #memory: Memento;
  readonly #owned: Disposable[];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stale = false;
  #pause = PAUSE_MS;

  constructor(client: LateClient, adder: SourceAdder, { memory, register }: { memory: Memento; register: Register }) {
    this.#memory = memory;
    this.tree = new SourceTree(client, memory.get<SourceGrouping>(BY, 'folder'), (result) => this.#counted(result));
    this.dropping = new SourceDropping(adder);
    const options = { treeDataProvider: this.tree, dragAndDropController: this.dropping, showCollapseAll: true, canSelectMany: true };
    this.#view = window.createTreeView(VIEW, options);
    this.#owned = [
      this.#view,
      listen(client, sourcesChangedNotification, () => this.#changed()),
      this.#view.onDidChangeVisibility(({ visible }) => {
        if (visible && this.#stale) this.#refresh();
      }),
      register('groupSourcesByFolder', () => this.groupBy('folder')),
      register('groupSourcesByPublisher', () => this.groupBy('publisher')),
      register('openOriginal', (node?: Node) => openOriginal(node)),
      register('openWebPage', (node?: Node) => openWebPage(node)),
      register('revealSource', (node?: Node) => reveal(node)),
    ];
    void commands.executeCommand('setContext', BY, this.tree.by);
  }

  async groupBy(by: SourceGrouping): Promise<void> {
    this.tree.by = by;
    this.#refresh();
    await this.#memory.update(BY, by);
    await commands.executeCommand('setContext', BY, by);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const owned of this.#owned) owned.dispose();
  }

  #changed(): void {
    this.#stale = true;
    if (!this.#view.visible || this.#timer !== undefined) return;
    this.#timer = setTimeout(() => this.#refresh(), this.#pause);
  }

  #refresh(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#stale = false;
    this.tree.refresh();
  }

  #counted({ count, incomplete }: SourceGroupsResult): void {
    // The first ones are shown soon: so few are put together in no time.
    this.#pause = incomplete && count > 0 ? PAUSE_WHILE_READING_MS : PAUSE_MS;
    this.#view.description = count > 0 ? numeral(count) : '';
    this.#view.message = incomplete ? l10n.t('Sources are still being read.') : '';
    void commands.executeCommand('setContext', KNOWN, !incomplete);
  }
}

/** The file itself, as it came: in the program that the system has for it, or where there is none at hand, in the editor. */
async function openOriginal(node: Node | undefined): Promise<void> {
  const file = fileOf(node);
  if (!file) return;
  const opened = file.scheme === 'file' && env.remoteName === undefined && (await env.openExternal(file));
  if (!opened) await commands.executeCommand('vscode.open', file);
}

async function openWebPage(node: Node | undefined): Promise<void> {
  if (node?.kind === 'source' && node.source.url) await env.openExternal(Uri.parse(node.source.url));
}

async function reveal(node: Node | undefined): Promise<void> {
  const file = fileOf(node);
  if (file) await commands.executeCommand(workspace.getWorkspaceFolder(file) ? 'revealInExplorer' : 'revealFileInOS', file);
}
