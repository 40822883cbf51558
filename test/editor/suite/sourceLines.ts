import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { TestApi } from '../../../client/src/extension.ts';
import { eventually, extensionId } from './support.ts';

// The view of sources, as lines of text.

type Sources = TestApi['sources'];
type Node = Parameters<Sources['tree']['getTreeItem']>[0];

export function sourcesView(): Sources {
  const api = vscode.extensions.getExtension<TestApi | undefined>(extensionId)?.exports;
  assert.ok(api, 'the extension gives its tests the view of sources');
  return api.sources;
}

/** The tree as lines, as deep as it goes. */
export async function shown(node?: Node, depth = 0): Promise<string[]> {
  const { tree } = sourcesView();
  const lines: string[] = [];
  for (const child of await tree.getChildren(node)) {
    const item = tree.getTreeItem(child);
    const label = typeof item.label === 'string' ? item.label : item.label?.label;
    lines.push(`${'  '.repeat(depth)}${label} | ${String(item.description)}`);
    if (item.collapsibleState) lines.push(...(await shown(child, depth + 1)));
  }
  return lines;
}

export async function showsLine(line: string): Promise<void> {
  let last: string[] = [];
  await eventually(
    `the line “${line}”`,
    async () => {
      last = await shown();
      return last.includes(line) || undefined;
    },
    () => last.join('\n'),
  );
}
