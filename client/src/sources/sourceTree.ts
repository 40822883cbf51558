import { EventEmitter, type TreeDataProvider, type TreeItem } from 'vscode';
import { MOST_SOURCES } from '../../../server/src/lsp/protocol.ts';
import {
  type SourceGroup,
  type SourceGrouping,
  type SourceGroupsResult,
  sourceGroupsRequest,
  sourcePageRequest,
  unreadableRequest,
} from '../../../server/src/lsp/sourcesProtocol.ts';
import { ask } from '../client.ts';
import type { LateClient } from '../lateClient.ts';
import { itemOf, type Node } from './nodes.ts';

/** The sources by folder or publisher. Only what is opened is asked for, so that it is quick over any archive. */
export class SourceTree implements TreeDataProvider<Node> {
  readonly #client: LateClient;
  readonly #counted: (result: SourceGroupsResult) => void;
  readonly #changed = new EventEmitter<void>();
  readonly onDidChangeTreeData = this.#changed.event;
  by: SourceGrouping;

  /** `counted` is told how many there are whenever the tree is made anew. */
  constructor(client: LateClient, by: SourceGrouping, counted: (result: SourceGroupsResult) => void) {
    this.#client = client;
    this.by = by;
    this.#counted = counted;
  }

  refresh(): void {
    this.#changed.fire();
  }

  getTreeItem(node: Node): TreeItem {
    return itemOf(node, this.by);
  }

  async getChildren(node?: Node): Promise<Node[]> {
    if (!node) return await this.#roots();
    if (node.kind === 'group') return node.group.count > MOST_SOURCES ? pagesOf(node.group) : await this.#page(node.group, 0);
    if (node.kind === 'page') return await this.#page(node.group, node.start);
    if (node.kind !== 'unreadableFiles') return [];
    const { files } = await ask(this.#client, unreadableRequest, null);
    return files.map((file) => ({ kind: 'unreadable', file }));
  }

  async #roots(): Promise<Node[]> {
    const result = await ask(this.#client, sourceGroupsRequest, { by: this.by });
    this.#counted(result);
    const { groups, unreadable } = result;
    const nodes: Node[] = groups.map((group) => ({ kind: 'group', group, alone: groups.length === 1 }));
    return unreadable > 0 ? [...nodes, { kind: 'unreadableFiles', count: unreadable }] : nodes;
  }

  async #page({ key }: SourceGroup, start: number): Promise<Node[]> {
    const { sources } = await ask(this.#client, sourcePageRequest, { by: this.by, key, start });
    return sources.map((source) => ({ kind: 'source', source }));
  }
}

function pagesOf(group: SourceGroup): Node[] {
  const pages: Node[] = [];
  for (let start = 0; start < group.count; start += MOST_SOURCES) {
    pages.push({ kind: 'page', group, start, end: Math.min(start + MOST_SOURCES, group.count) });
  }
  return pages;
}
