import { EventEmitter, type TreeDataProvider, type TreeItem } from 'vscode';
import {
  type FindingGroup,
  type FindingScope,
  type FindingsResult,
  findingPageRequest,
  type ListedFinding,
  MOST_FINDINGS,
} from '../../../server/src/lsp/findingsProtocol.ts';
import { ask } from '../client.ts';
import type { LateClient } from '../lateClient.ts';
import { type FindingNode, findingItem } from './findingNodes.ts';

/** So many drafts are opened from the start: each that is open is asked for. */
const MOST_OPEN = 20;

/** The findings by draft, rule or source. Only the groups that are opened are asked for. */
export class FindingTree implements TreeDataProvider<FindingNode> {
  readonly #client: LateClient;
  readonly #changed = new EventEmitter<void>();
  readonly onDidChangeTreeData = this.#changed.event;
  scope: FindingScope;
  #groups: readonly FindingGroup[] = [];

  constructor(client: LateClient, scope: FindingScope) {
    this.#client = client;
    this.scope = scope;
  }

  /** Shows other groups; what is open in the tree is asked for anew. */
  show({ groups }: Pick<FindingsResult, 'groups'>): void {
    this.#groups = groups;
    this.#changed.fire();
  }

  getTreeItem(node: FindingNode): TreeItem {
    return findingItem(node, this.scope.by);
  }

  async getChildren(node?: FindingNode): Promise<FindingNode[]> {
    if (node === undefined) {
      const most = this.scope.by === 'draft' ? MOST_OPEN : 1;
      return this.#groups.map((group) => ({ kind: 'group', group, isOpen: this.#groups.length <= most }));
    }
    if (node.kind === 'finding') return [];
    if (node.kind === 'group' && node.group.count > MOST_FINDINGS) return pagesOf(node.group);
    const found = await this.#page(node.group, node.kind === 'page' ? node.start : 0);
    return found.map((finding) => ({ kind: 'finding', finding }));
  }

  /** All findings of some nodes, each once. */
  async findingsOf(nodes: readonly FindingNode[]): Promise<readonly ListedFinding[]> {
    const found = new Map<string, ListedFinding>();
    for (const node of nodes) {
      if (node.kind === 'finding') found.set(node.finding.id, node.finding);
      else for (const finding of await this.#all(node.group)) found.set(finding.id, finding);
    }
    return [...found.values()];
  }

  async #all(group: FindingGroup): Promise<readonly ListedFinding[]> {
    const found: ListedFinding[] = [];
    for (let start = 0; start < group.count; start += MOST_FINDINGS) found.push(...(await this.#page(group, start)));
    return found;
  }

  async #page({ key }: FindingGroup, start: number): Promise<readonly ListedFinding[]> {
    return (await ask(this.#client, findingPageRequest, { ...this.scope, key, start })).findings;
  }
}

function pagesOf(group: FindingGroup): FindingNode[] {
  const pages: FindingNode[] = [];
  for (let start = 0; start < group.count; start += MOST_FINDINGS) {
    pages.push({ kind: 'page', group, start, end: Math.min(start + MOST_FINDINGS, group.count) });
  }
  return pages;
}
