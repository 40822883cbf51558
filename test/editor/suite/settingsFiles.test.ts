import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, diagnosticOf, eventually, hoverText, onDisk, openFile, putOnDisk, rangeOf, removeFromDisk } from './support.ts';

const FOLDER = 'desks/sport';
const FILE = `${FOLDER}/.verbatim.yaml`;

async function completed(document: vscode.TextDocument, position: vscode.Position): Promise<string[]> {
  const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    position,
  );
  return items.map(({ label }) => (typeof label === 'string' ? label : label.label));
}

suite('a project file', () => {
  teardown(async () => {
    await closeAll();
    await removeFromDisk('desks');
  });

  test('is completed and explained while it is written, and holds for its folder', async () => {
    await putOnDisk(FILE, 'houseStyle: \nseverity:\n  misquote: error\n');
    const draftName = `${FOLDER}/draft.md`;
    await putOnDisk(draftName, await onDisk('draft.md'));
    const file = await openFile(FILE);
    const values = await eventually('values', async () => {
      const found = await completed(file, new vscode.Position(0, 12));
      return found.includes('guardian') ? found : undefined;
    });
    assert.ok(values.includes('legal'));
    assert.ok((await completed(file, new vscode.Position(3, 0))).includes('corpora'));
    assert.match(await hoverText(file, rangeOf(file, 'misquote').start), /not the words of the source/);
    const draft = await openFile(draftName);
    const found = await diagnosticOf(draft, 'misquote');
    assert.equal(found.severity, vscode.DiagnosticSeverity.Error);
  });
});
