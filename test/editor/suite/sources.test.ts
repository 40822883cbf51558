import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { shown, showsLine, sourcesView } from './sourceLines.ts';
import { closeAll, diagnosticOf, eventually, inBrowser, onDisk, openDraft, putOnDisk, removeFromDisk, workspaceFile } from './support.ts';
import { weir } from './weir.ts';

function corpusFiles(): Thenable<string[]> {
  return vscode.workspace.fs.readDirectory(workspaceFile('corpus')).then((found) => found.map(([name]) => name).sort());
}

function dataTransfer(items: Readonly<Record<string, string>>): vscode.DataTransfer {
  const data = new vscode.DataTransfer();
  for (const [type, value] of Object.entries(items)) data.set(type, new vscode.DataTransferItem(value));
  return data;
}

suite('sources', () => {
  let before: string[] = [];
  const newFiles = async () => (await corpusFiles()).filter((name) => !before.includes(name));
  suiteSetup(async () => {
    await openDraft();
    before = await corpusFiles();
  });
  teardown(async () => {
    for (const name of await newFiles()) await removeFromDisk(`corpus/${name}`);
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
    assert.match(await onDisk('corpus/2024-03-14-the-weir-holds.txt'), /^---\nretrieved: [\d-]{10}\n---\n\nThe Weir Holds\n/);
    await diagnosticOf(draft, 'misquote');
    await showsLine('  The Weir Holds | 2024-03-14');
    // The same again is told, and not kept twice.
    await vscode.commands.executeCommand('verbatim.addSourceFromClipboard');
    assert.deepEqual(await newFiles(), ['2024-03-14-the-weir-holds.txt']);
  });

  test('come from files, which keep their names and bytes', async () => {
    await putOnDisk('elsewhere/Weir report.txt', weir);
    await vscode.commands.executeCommand('verbatim.addToSources', workspaceFile('elsewhere/Weir report.txt'));
    assert.deepEqual(await newFiles(), ['Weir report.txt']);
    assert.equal(await onDisk('corpus/Weir report.txt'), weir);
    await showsLine('  The Weir Holds | 2024-03-14');
  });

  test('come by drop: files, and parts of pages', async () => {
    const { dropping, tree } = sourcesView();
    await putOnDisk('elsewhere/dropped.txt', weir);
    await dropping.handleDrop(undefined, dataTransfer({ 'text/uri-list': workspaceFile('elsewhere/dropped.txt').toString() }));
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
    assert.match(await onDisk('corpus/the-weir-holds.html'), /<body>\n<h1>The Weir Holds<\/h1>/);
    await showsLine('  The Weir Holds | ');
  });

  test('come from the web, when the writer asks for it', async () => {
    const site = await onDisk('.site');
    await vscode.commands.executeCommand('verbatim.addSourceFromUrl', `${site}/nowhere`);
    assert.deepEqual(await newFiles(), []);
    // A browser hands over only what a site lets it.
    if (inBrowser) await vscode.commands.executeCommand('verbatim.addSourceFromUrl', `${site}/closed`);
    assert.deepEqual(await newFiles(), []);
    await vscode.commands.executeCommand('verbatim.addSourceFromUrl', `${site}/moved`);
    assert.deepEqual(await newFiles(), ['2024-03-14-127-0-0-1-the-weir-holds.txt', '2024-03-14-127-0-0-1-the-weir-holds.txt.yaml']);
    assert.match(await onDisk('corpus/2024-03-14-127-0-0-1-the-weir-holds.txt.yaml'), /^url: http:\/\/127\.0\.0\.1:\d+\/weir\nretrieved: /);
  });

  test('that cannot be read are shown with the reason', async () => {
    await putOnDisk('corpus/blank.txt', ' ');
    await showsLine('Not read | 1');
    await showsLine('  blank.txt | The file is empty.');
    await removeFromDisk('corpus/blank.txt');
    await eventually('nothing unreadable', async () => ((await shown()).some((line) => line.startsWith('Not read')) ? undefined : true));
  });
});
