import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { TestApi } from '../../../client/src/extension.ts';
import {
  closeAll,
  diagnosticOf,
  eventually,
  extensionId,
  onDisk,
  openDraft,
  openFile,
  putOnDisk,
  rangeOf,
  removeFromDisk,
} from './support.ts';

type Findings = TestApi['findings'];
type Node = Parameters<Findings['tree']['getTreeItem']>[0];

const bells = '“People set their clocks by that bell,” said Tobin Marl.\n';

function findingsView(): Findings {
  const api = vscode.extensions.getExtension<TestApi | undefined>(extensionId)?.exports;
  assert.ok(api, 'the extension gives its tests the view of findings');
  return api.findings;
}

/** The tree as lines, as deep as it goes. */
async function shown(node?: Node, depth = 0): Promise<string[]> {
  const { tree } = findingsView();
  const lines: string[] = [];
  for (const child of await tree.getChildren(node)) {
    const item = tree.getTreeItem(child);
    lines.push(`${'  '.repeat(depth)}${String(item.label)} | ${String(item.description)}`);
    if (item.collapsibleState) lines.push(...(await shown(child, depth + 1)));
  }
  return lines;
}

async function showsLine(wanted: RegExp): Promise<void> {
  let last: string[] = [];
  await eventually(
    `a line like ${wanted}`,
    async () => {
      last = await shown();
      return last.some((line) => wanted.test(line)) || undefined;
    },
    () => last.join('\n'),
  );
}

async function nodeOf(wanted: (node: Node) => boolean, among?: Node): Promise<Node> {
  for (const node of await findingsView().tree.getChildren(among)) {
    if (wanted(node)) return node;
    if (node.kind === 'group') {
      const within = await nodeOf(wanted, node).catch(() => undefined);
      if (within) return within;
    }
  }
  throw new Error('there is no such node');
}

const isFindingOn =
  (words: string, { uri }: vscode.TextDocument) =>
  (node: Node) =>
    node.kind === 'finding' && node.finding.words === words && node.finding.uri === uri.toString();
/** The editor keeps documents of earlier tests open for a while. */
const isDraft =
  ({ uri }: vscode.TextDocument) =>
  (node: Node) =>
    node.kind === 'group' && node.group.uri === uri.toString();

suite('findings', () => {
  suiteSetup(async () => {
    await closeAll();
    await vscode.commands.executeCommand('verbatim.findings.focus');
    await vscode.commands.executeCommand('verbatim.showOpenDraftsOnly');
  });
  setup(() => findingsView().groupBy('draft'));
  teardown(async () => {
    await vscode.commands.executeCommand('verbatim.showOpenDraftsOnly');
    await closeAll();
  });

  test('follow the open drafts', async () => {
    const draft = await openDraft(bells);
    const name = vscode.workspace.asRelativePath(draft.uri);
    await showsLine(new RegExp(`^${name} \\| 1$`));
    await showsLine(/^ {2}“clocks” \| The source has “kettles”/);
    await findingsView().groupBy('rule');
    await showsLine(/^Misquote \| \d+$/);
    await showsLine(new RegExp(`^  “clocks” \\| ${name}, line 1 · The source has “kettles”`));
    await findingsView().groupBy('source');
    await showsLine(/^A bell for the morning ferry \| \d+ · The Low Coast Observer, 6 February 2024$/);
    await findingsView().groupBy('draft');
    const edit = new vscode.WorkspaceEdit();
    edit.replace(draft.uri, rangeOf(draft, 'clocks'), 'kettles');
    await vscode.workspace.applyEdit(edit);
    await eventually('nothing found', async () => ((await shown()).some((line) => line.startsWith(name)) ? undefined : true));
  });

  test('lead to their place and to the source', async () => {
    const draft = await openDraft(bells);
    await showsLine(new RegExp(`^${vscode.workspace.asRelativePath(draft.uri)} `));
    const node = await nodeOf(isFindingOn('clocks', draft));
    const { command } = findingsView().tree.getTreeItem(node);
    assert.ok(command);
    await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), draft.uri.toString());
    assert.deepEqual(vscode.window.activeTextEditor.selection, new vscode.Selection(...endsOf(rangeOf(draft, 'clocks'))));
    await vscode.commands.executeCommand('verbatim.openFindingSource', node);
    assert.match(String(vscode.window.activeTextEditor?.document.uri), /corpus\/ferry-bell\.md$/);
  });

  test('are mended one by one or a draft at a time, and copied as text', async () => {
    const draft = await openDraft(`${bells}\n“Nobody steers by a buoy that sleeps through the summer,” said Edda Quill.\n`);
    await showsLine(new RegExp(`^${vscode.workspace.asRelativePath(draft.uri)} \\| 2$`));
    await vscode.commands.executeCommand('verbatim.copyFindings', await nodeOf(isFindingOn('clocks', draft)));
    assert.match(
      await vscode.env.clipboard.readText(),
      /^draft-\d+\.md, line 1: “clocks” – .*kettles.* \(A bell for the morning ferry, The Low/,
    );
    await vscode.commands.executeCommand('verbatim.fixFinding', await nodeOf(isFindingOn('clocks', draft)));
    assert.match(draft.getText(), /their kettles by/);
    assert.match(draft.getText(), /summer/);
    await showsLine(new RegExp(`^${vscode.workspace.asRelativePath(draft.uri)} \\| 1$`));
    await vscode.commands.executeCommand('verbatim.fixFindings', await nodeOf(isDraft(draft)));
    assert.match(draft.getText(), /winter/);
  });

  test('are those of every draft in the folder, when they are asked for', async () => {
    putOnDisk('unopened.md', bells);
    try {
      await openFile('draft.md');
      await vscode.commands.executeCommand('verbatim.checkAllDrafts');
      await showsLine(/^unopened\.md \| 1$/);
      await showsLine(/^draft\.md \| \d+$/);
      // Of one draft that is not open the fix is made at once, and left to be saved.
      await vscode.commands.executeCommand(
        'verbatim.fixFindings',
        await nodeOf((node) => node.kind === 'group' && node.group.name === 'unopened.md'),
      );
      const document = await openFile('unopened.md');
      assert.match(document.getText(), /their kettles by/);
      assert.equal(await onDisk('unopened.md'), bells);
      await vscode.commands.executeCommand('verbatim.showOpenDraftsOnly');
      assert.equal(findingsView().tree.scope.all, false);
    } finally {
      await closeAll();
      removeFromDisk('unopened.md');
    }
  });
});

suite('going', () => {
  teardown(closeAll);

  test('from a source to the drafts that quote it', async () => {
    const draft = await openDraft();
    await diagnosticOf(draft, 'misquote');
    const source = await openFile('corpus/ferry-bell.md');
    const at = rangeOf(source, 'kettles').start;
    const found = await vscode.commands.executeCommand<vscode.Location[]>('vscode.executeReferenceProvider', source.uri, at);
    assert.ok(found.some(({ uri }) => uri.toString() === draft.uri.toString()));
    assert.ok(found.some(({ uri }) => uri.path.endsWith('/draft.md')));
  });

  test('to sources and the people whom they quote, by name', async () => {
    await openDraft();
    const names = await eventually('the symbols', async () => {
      const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', 'tobin marl');
      return found.length > 0 ? found.map(({ name }) => name) : undefined;
    });
    assert.ok(names.includes('Tobin Marl'));
  });

  test('from a citation to the source in the corpus', async () => {
    const draft = await openDraft(
      '“People set their kettles by that bell,” said Tobin Marl.[^1]\n\n[^1]: The Low Coast Observer, 6 February 2024.\n',
    );
    const target = await eventually('the link', async () => {
      const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', draft.uri, 10);
      return links.find(({ tooltip }) => tooltip?.startsWith('Open in the corpus'))?.target;
    });
    assert.match(target.toString(), /corpus\/ferry-bell\.md/);
  });
});

function endsOf({ start, end }: vscode.Range): [vscode.Position, vscode.Position] {
  return [start, end];
}
