import assert from 'node:assert/strict';
import path from 'node:path';
import * as vscode from 'vscode';
import type { TestApi } from '../../../client/src/extension.ts';
import type { ReportPanel } from '../../../client/src/report/reportPanel.ts';
import { closeAll, diagnosticOf, eventually, extensionId, onDisk, openDraft, rangeOf, removeFromDisk, replaceText } from './support.ts';

/** What is listed of the fixture’s draft: its quotations, and the one statement that no quotation is a part of. */
const ITEMS = 4;

async function testApi(): Promise<TestApi> {
  const extension = vscode.extensions.getExtension<TestApi>(extensionId);
  assert.ok(extension, 'the extension is there');
  return extension.activate();
}

async function openReport(draft: vscode.TextDocument): Promise<ReportPanel> {
  await diagnosticOf(draft, 'misquote');
  await vscode.commands.executeCommand('verbatim.showReport');
  const { reports } = await testApi();
  const panel = reports.panelOf(draft.uri);
  assert.ok(panel, 'there is a panel for the draft');
  await shows(panel, ({ items }) => items === ITEMS);
  return panel;
}

/** Waits until the page itself tells that it shows something. */
async function shows(panel: ReportPanel, wanted: (shown: NonNullable<ReportPanel['shown']>) => boolean): Promise<void> {
  const isShown = () => (panel.shown && wanted(panel.shown) ? true : undefined);
  await eventually('the report as wanted', isShown, () => JSON.stringify(panel.shown));
}

const kettles = ({ items }: ReportPanel) => items.find(({ words }) => words.startsWith('People set their kettles'));
const tabs = () => vscode.window.tabGroups.all.flatMap((group) => group.tabs.map(({ label }) => label));

suite('the fact-check report', () => {
  teardown(closeAll);

  test('opens beside the draft, once', async () => {
    const draft = await openDraft();
    await openReport(draft);
    const label = `Fact Check: ${path.basename(draft.uri.fsPath)}`;
    assert.equal(tabs().filter((tab) => tab === label).length, 1);
    await vscode.window.showTextDocument(draft);
    await vscode.commands.executeCommand('verbatim.showReport');
    assert.equal(tabs().filter((tab) => tab === label).length, 1);
    assert.equal(vscode.window.tabGroups.all.length, 2);
  });

  test('has the colours of the editor’s theme', async () => {
    const panel = await openReport(await openDraft());
    assert.match(panel.shown?.theme ?? '', /^vscode-(light|dark|high-contrast)/);
  });

  test('follows what is typed', async () => {
    const draft = await openDraft();
    const panel = await openReport(draft);
    await replaceText(
      draft,
      'The ferry has a voice',
      'She added: “Nobody asked the gulls about the price of oil.”\n\nThe ferry has a voice',
    );
    await shows(panel, ({ items }) => items === ITEMS + 1);
  });

  test('leads to the words in the draft and to the passage in the source', async () => {
    const draft = await openDraft();
    const panel = await openReport(draft);
    const [first] = panel.items;
    assert.ok(first, 'the report has items');
    await panel.act({ kind: 'go', to: 'draft', item: first.id });
    const words = '“The lamp has outlasted three mayors and it will outlast the storm,”';
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), draft.uri.toString());
    assert.deepEqual(
      new vscode.Range(vscode.window.activeTextEditor.selection.start, vscode.window.activeTextEditor.selection.end),
      rangeOf(draft, words),
    );
    await panel.act({ kind: 'go', to: 'source', item: first.id });
    const opened = await eventually('the source', () =>
      vscode.window.activeTextEditor?.document.uri.path.endsWith('/corpus/harbour-lamp.md') ? vscode.window.activeTextEditor : undefined,
    );
    assert.match(opened.document.getText(opened.selection), /outlast the fog/);
  });

  test('keeps a signature in a file beside the draft, which is stale when the sentence changes', async () => {
    const draft = await openDraft();
    const panel = await openReport(draft);
    const last = kettles(panel);
    assert.ok(last, 'the report has items');
    const file = `${path.basename(draft.uri.fsPath)}.checks.yaml`;
    await panel.act({ kind: 'sign', item: last.id, initials: 'EQ', note: 'Heard the tape' });
    const kept = await onDisk(file);
    assert.match(kept, new RegExp(`item: "?${last.id}"?\\n`));
    assert.match(kept, /by: EQ\n {4}at: \d{4}-\d\d-\d\dT\d\d:\d\d:00[+-]\d\d:\d\d\n {4}note: Heard the tape/);
    assert.equal(kettles(panel)?.signed[0]?.initials, 'EQ');
    await replaceText(draft, 'missed the boat', 'missed the goat');
    await eventually('the signature is stale', () => kettles(panel)?.stale?.initials);
    await replaceText(draft, 'missed the goat', 'missed the boat');
    await eventually('the signature holds', () => kettles(panel)?.signed[0]?.initials);
    await panel.act({ kind: 'withdraw', item: last.id });
    assert.doesNotMatch(await onDisk(file), /EQ/);
    await removeFromDisk(file);
  });

  test('shows what others have signed when their file comes', async () => {
    const draft = await openDraft();
    const panel = await openReport(draft);
    const last = kettles(panel);
    const file = vscode.Uri.file(`${draft.uri.fsPath}.checks.yaml`);
    await vscode.workspace.fs.writeFile(
      file,
      new TextEncoder().encode(`checks:\n  - item: "${last?.id}"\n    by: OT\n    at: 2024-04-02T10:15:00Z\n`),
    );
    // It says of no source what it was: so the source has changed since.
    await eventually('the other’s signature', () => kettles(panel)?.stale?.initials === 'OT' || undefined);
    await vscode.workspace.fs.delete(file);
  });

  test('of a source says that it is none', async () => {
    const { reports } = await testApi();
    const source = vscode.Uri.joinPath(vscode.workspace.workspaceFolders?.[0]?.uri ?? assert.fail(), 'corpus/ferry-bell.md');
    await vscode.window.showTextDocument(source);
    await vscode.commands.executeCommand('verbatim.showReport');
    const panel = reports.panelOf(source);
    assert.ok(panel);
    await shows(panel, ({ items }) => items === 0);
  });
});
