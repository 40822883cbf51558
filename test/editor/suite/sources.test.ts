import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import type { TestApi } from '../../../client/src/extension.ts';
import { closeAll, diagnosticOf, eventually, extensionId, onDisk, openDraft, putOnDisk, removeFromDisk } from './support.ts';

const weir = `The Weir Holds

Published: 14 Mar. 2024

The weir at Saltmere held on Wednesday, the council said, after a night of rain that brought down two elms and the fence of the mill.

“It held because we mended it,” said Edda Quill, the harbour warden.
`;

type Sources = TestApi['sources'];
type Node = Parameters<Sources['tree']['getTreeItem']>[0];

function sourcesView(): Sources {
  const api = vscode.extensions.getExtension<TestApi | undefined>(extensionId)?.exports;
  assert.ok(api, 'the extension gives its tests the view of sources');
  return api.sources;
}

/** The tree as lines, as deep as it goes. */
async function shown(node?: Node, depth = 0): Promise<string[]> {
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

async function showsLine(line: string): Promise<void> {
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

function corpusFiles(): Thenable<string[]> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri as vscode.Uri;
  return vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(folder, 'corpus')).then((found) => found.map(([name]) => name).sort());
}

function dataTransfer(items: Readonly<Record<string, string>>): vscode.DataTransfer {
  const data = new vscode.DataTransfer();
  for (const [type, value] of Object.entries(items)) data.set(type, new vscode.DataTransferItem(value));
  return data;
}

suite('sources', () => {
  let before: string[] = [];
  let elsewhere = '';
  const newFiles = async () => (await corpusFiles()).filter((name) => !before.includes(name));
  suiteSetup(async () => {
    elsewhere = mkdtempSync(path.join(tmpdir(), 'verbatim-'));
    await openDraft();
    before = await corpusFiles();
  });
  suiteTeardown(() => rmSync(elsewhere, { recursive: true, force: true }));
  teardown(async () => {
    for (const name of await newFiles()) removeFromDisk(`corpus/${name}`);
    // What one test has added is no longer a source in the next.
    await eventually('the sources of the fixture alone', async () => ((await shown()).length === before.length + 1 ? true : undefined));
    await vscode.commands.executeCommand('notifications.clearAll');
    await closeAll();
  });

  test('are listed by folder and by publisher', async () => {
    await sourcesView().groupBy('folder');
    await showsLine('  Saltmere keeps its lamp | Saltmere Gazette · 2024-03-12');
    assert.match((await shown())[0] ?? '', /^corpus \| \d+$/);
    await sourcesView().groupBy('publisher');
    await showsLine('Saltmere Gazette | 1');
    await showsLine('  Saltmere keeps its lamp | 2024-03-12');
    await sourcesView().groupBy('folder');
  });

  test('come from the clipboard, and drafts are checked against them', async () => {
    const draft = await openDraft('“It held because we broke it,” said Edda Quill.\n');
    await diagnosticOf(draft, 'quote-not-found');
    await vscode.env.clipboard.writeText(weir);
    await vscode.commands.executeCommand('verbatim.addSourceFromClipboard');
    assert.deepEqual(await newFiles(), ['2024-03-14-the-weir-holds.txt']);
    assert.match(onDisk('corpus/2024-03-14-the-weir-holds.txt'), /^---\nretrieved: [\d-]{10}\n---\n\nThe Weir Holds\n/);
    await diagnosticOf(draft, 'misquote');
    await showsLine('  The Weir Holds | 2024-03-14');
    // The same again is told, and not kept twice.
    await vscode.commands.executeCommand('verbatim.addSourceFromClipboard');
    assert.deepEqual(await newFiles(), ['2024-03-14-the-weir-holds.txt']);
  });

  test('come from files, which keep their names and bytes', async () => {
    const file = path.join(elsewhere, 'Weir report.txt');
    writeFileSync(file, weir);
    await vscode.commands.executeCommand('verbatim.addToSources', vscode.Uri.file(file));
    assert.deepEqual(await newFiles(), ['Weir report.txt']);
    assert.equal(onDisk('corpus/Weir report.txt'), weir);
    await showsLine('  The Weir Holds | 2024-03-14');
  });

  test('come by drop: files, and parts of pages', async () => {
    const { dropping, tree } = sourcesView();
    const file = path.join(elsewhere, 'dropped.txt');
    writeFileSync(file, weir);
    await dropping.handleDrop(undefined, dataTransfer({ 'text/uri-list': vscode.Uri.file(file).toString() }));
    assert.deepEqual(await newFiles(), ['dropped.txt']);
    const [group] = await tree.getChildren();
    const text = weir.replace('The Weir Holds', 'The Mill Stands').replaceAll('weir', 'mill');
    await dropping.handleDrop(group, dataTransfer({ 'text/plain': text }));
    assert.deepEqual(await newFiles(), ['2024-03-14-the-mill-stands.txt', 'dropped.txt']);
  });

  test('that are a part of a page stay a page', async () => {
    const html = '<h1>The Weir Holds</h1><p>The weir at Saltmere held on Wednesday, the council said, after a night of rain.</p>';
    const text = 'The Weir Holds\n\nThe weir at Saltmere held on Wednesday, the council said, after a night of rain.';
    await sourcesView().dropping.handleDrop(undefined, dataTransfer({ 'text/html': html, 'text/plain': text }));
    assert.deepEqual(await newFiles(), ['the-weir-holds.html', 'the-weir-holds.html.yaml']);
    assert.match(onDisk('corpus/the-weir-holds.html'), /<body>\n<h1>The Weir Holds<\/h1>/);
    await showsLine('  The Weir Holds | ');
  });

  test('come from the web, when the writer asks for it', async () => {
    const server = createServer((request, response) => {
      response.writeHead(request.url === '/weir' ? 200 : 404, { 'content-type': 'text/plain; charset=utf-8' }).end(weir);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    try {
      await vscode.commands.executeCommand('verbatim.addSourceFromUrl', `${site}/nowhere`);
      assert.deepEqual(await newFiles(), []);
      await vscode.commands.executeCommand('verbatim.addSourceFromUrl', `${site}/weir`);
      assert.deepEqual(await newFiles(), ['2024-03-14-127-0-0-1-the-weir-holds.txt', '2024-03-14-127-0-0-1-the-weir-holds.txt.yaml']);
      assert.match(onDisk('corpus/2024-03-14-127-0-0-1-the-weir-holds.txt.yaml'), /^url: http:\/\/127\.0\.0\.1:\d+\/weir\nretrieved: /);
    } finally {
      server.close();
    }
  });

  test('that cannot be read are shown with the reason', async () => {
    putOnDisk('corpus/blank.txt', ' ');
    await showsLine('Not read | 1');
    await showsLine('  blank.txt | The file is empty.');
    removeFromDisk('corpus/blank.txt');
    await eventually('nothing unreadable', async () => ((await shown()).some((line) => line.startsWith('Not read')) ? undefined : true));
  });
});
