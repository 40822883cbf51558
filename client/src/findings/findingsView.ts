import { commands, type Disposable, type Event, env, l10n, type Memento, type TreeView, window } from 'vscode';
import {
  type FindingGrouping,
  type FindingScope,
  type FindingsResult,
  findingFixesRequest,
  findingsChangedNotification,
  findingsRequest,
  watchFindingsNotification,
} from '../../../server/src/lsp/findingsProtocol.ts';
import type { Status } from '../../../server/src/lsp/protocol.ts';
import { ask, listen } from '../client.ts';
import type { Register } from '../commands.ts';
import { type LateClient, State } from '../lateClient.ts';
import { findingCount } from '../wording.ts';
import { applyFixes } from './applyFixes.ts';
import { asText, type FindingNode } from './findingNodes.ts';
import { FindingTree } from './findingTree.ts';
import { countLine, stateOf, viewMessage } from './findingWording.ts';
import { inMarks } from './inMarks.ts';

const VIEW = 'verbatim.findings';
const BY = 'verbatim.findingsBy';
const ALL = 'verbatim.findingsOfAll';
/** What an empty view says. */
const STATE = 'verbatim.findingsState';
/** Lets words stand; its arguments are the draft's URI and a range. */
const LET_STAND = 'verbatim.letStand';
const CAN_LET_STAND = 'verbatim.canLetStand';

/** What the view works with. */
interface Surroundings {
  readonly memory: Memento;
  readonly register: Register;
  readonly onStatus: Event<Status>;
}

/** The view of what was found in the open drafts, or in all. */
export class FindingsView implements Disposable {
  readonly tree: FindingTree;
  readonly #client: LateClient;
  readonly #view: TreeView<FindingNode>;
  readonly #memory: Memento;
  readonly #owned: Disposable[];
  #asking: boolean = false;
  #stale: boolean = true;

  constructor(client: LateClient, { memory, register, onStatus }: Surroundings) {
    this.#client = client;
    this.#memory = memory;
    this.tree = new FindingTree(client, { by: memory.get<FindingGrouping>(BY, 'draft'), all: memory.get(ALL, false) });
    this.#view = window.createTreeView(VIEW, { treeDataProvider: this.tree, showCollapseAll: true, canSelectMany: true });
    this.#owned = [
      this.#view,
      listen(client, findingsChangedNotification, () => this.#changed()),
      client.onDidChangeState(({ newState }) => {
        if (newState === State.Running) this.#seen(this.#view.visible);
      }),
      this.#view.onDidChangeVisibility(({ visible }) => this.#seen(visible)),
      onStatus((status) => this.#counted(status)),
      ...this.#commands(register),
    ];
    this.#tellScope();
  }

  #commands(register: Register): Disposable[] {
    const chosen = (node?: FindingNode, nodes?: readonly FindingNode[]) => nodes ?? (node ? [node] : this.#view.selection);
    return [
      register('groupFindingsByDraft', () => this.groupBy('draft')),
      register('groupFindingsByRule', () => this.groupBy('rule')),
      register('groupFindingsBySource', () => this.groupBy('source')),
      register('checkAllDrafts', () => this.checkAll()),
      register('showOpenDraftsOnly', () => this.#follow({ all: false })),
      register('fixFinding', (node?: FindingNode, nodes?: readonly FindingNode[]) => this.#fix(chosen(node, nodes))),
      register('fixFindings', (node?: FindingNode, nodes?: readonly FindingNode[]) => this.#fix(chosen(node, nodes))),
      register('openFindingSource', (node?: FindingNode) => openSource(node)),
      register('letFindingStand', (node?: FindingNode) => letStand(node)),
      register('copyFindings', (node?: FindingNode, nodes?: readonly FindingNode[]) => this.#copy(chosen(node, nodes))),
    ];
  }

  async groupBy(by: FindingGrouping): Promise<void> {
    await this.#follow({ by });
  }

  /** Checks every draft of the workspace, and shows what was found. */
  async checkAll(): Promise<void> {
    await commands.executeCommand(`${VIEW}.focus`);
    this.#setScope({ all: true });
    await this.refresh(true);
  }

  /** Asks what there is to show; `check`: has every draft checked for it. */
  async refresh(check = false): Promise<void> {
    this.#asking = true;
    this.#stale = false;
    const { scope } = this.tree;
    try {
      const asked = ask(this.#client, findingsRequest, { ...scope, check });
      // While somebody types, a bar would come and go.
      if (check) void window.withProgress({ location: { viewId: VIEW } }, () => asked.then(undefined, () => undefined));
      const result = await asked;
      if (scope === this.tree.scope) this.#show(result);
    } finally {
      this.#asking = false;
    }
    // What has changed meanwhile, or is wanted otherwise by now.
    if (scope !== this.tree.scope || (this.#stale && this.#view.visible)) await this.refresh();
  }

  dispose(): void {
    for (const owned of this.#owned) owned.dispose();
  }

  /** The server looks after the list only as long as somebody does. */
  #seen(visible: boolean): void {
    if (this.#client.state !== State.Running) return;
    void this.#client.sendNotification(watchFindingsNotification.method, { watch: visible });
    if (!visible) this.#stale = true;
    else if (this.#stale) this.#changed();
  }

  #changed(): void {
    this.#stale = true;
    if (!this.#view.visible || this.#asking) return;
    // The next change asks again.
    this.refresh().catch((error: unknown) => this.#client.debug(`Findings were not listed: ${String(error)}`));
  }

  async #follow(change: Partial<FindingScope>): Promise<void> {
    this.#setScope(change);
    if (!this.#asking) await this.refresh();
  }

  #setScope(change: Partial<FindingScope>): void {
    this.tree.scope = { ...this.tree.scope, ...change };
    void this.#memory.update(BY, this.tree.scope.by);
    void this.#memory.update(ALL, this.tree.scope.all);
    this.#tellScope();
  }

  #tellScope(): void {
    void commands.executeCommand('setContext', BY, this.tree.scope.by);
    void commands.executeCommand('setContext', ALL, this.tree.scope.all);
  }

  #show(result: FindingsResult): void {
    this.tree.show(result);
    this.#view.description = countLine(result);
    this.#view.message = viewMessage(result);
    this.#badge(result.count);
    void commands.executeCommand('setContext', STATE, stateOf(result, this.tree.scope.all));
    void commands.getCommands(true).then((known) => commands.executeCommand('setContext', CAN_LET_STAND, known.includes(LET_STAND)));
  }

  /** While nobody looks, the status tells how much there is in the open drafts. */
  #counted(status: Status): void {
    if (status.kind === 'indexing' || this.tree.scope.all || this.#view.visible) return;
    this.#badge(status.findings);
  }

  #badge(value: number): void {
    this.#view.badge = value > 0 ? { value, tooltip: findingCount(value) } : undefined;
  }

  async #fix(nodes: readonly FindingNode[]): Promise<void> {
    const keys = nodes.flatMap((node) => (node.kind === 'group' ? [node.group.key] : []));
    const singles = nodes.filter(({ kind }) => kind !== 'group');
    const ids = (await this.tree.findingsOf(singles)).map(({ id }) => id);
    if (keys.length + ids.length === 0) return;
    await applyFixes(await ask(this.#client, findingFixesRequest, { ...this.tree.scope, keys, ids }));
  }

  async #copy(nodes: readonly FindingNode[]): Promise<void> {
    const found = await this.tree.findingsOf(nodes);
    if (found.length === 0) {
      // The key acts on what is selected, the menu on what has the focus.
      void window.showInformationMessage(l10n.t('Select findings first, or choose “Copy as Text” in the context menu (Shift+F10).'));
      return;
    }
    await env.clipboard.writeText(found.map((finding) => `${asText(finding)}\n`).join(''));
    const [first] = found;
    const what =
      found.length === 1 && first ? l10n.t('Copied: {0}', inMarks(first.words)) : l10n.t('Copied: {0}', findingCount(found.length));
    window.setStatusBarMessage(what, 3000);
  }
}

async function openSource(node: FindingNode | undefined): Promise<void> {
  if (node?.kind === 'group' && node.group.uri !== null) await commands.executeCommand('verbatim.openSource', node.group.uri);
  const source = node?.kind === 'finding' ? node.finding.source : null;
  if (source) await commands.executeCommand('verbatim.openSource', source.uri, source.range);
}

async function letStand(node: FindingNode | undefined): Promise<void> {
  if (node?.kind === 'finding') await commands.executeCommand(LET_STAND, node.finding.uri, node.finding.range);
}
