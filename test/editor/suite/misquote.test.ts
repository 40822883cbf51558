import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  applyAndSave,
  closeAll,
  codeActions,
  definitions,
  describeDiagnostics,
  diagnosticOf,
  diagnosticsOf,
  hoverText,
  nameOf,
  noDiagnosticOf,
  onDisk,
  openDraft,
  openFile,
  rangeOf,
  replaceText,
} from './support.ts';

suite('a misquoted word', () => {
  teardown(closeAll);

  test('is marked, and nothing round it', async () => {
    const draft = await openDraft();
    const found = await diagnosticOf(draft, 'misquote');
    assert.equal(found.severity, vscode.DiagnosticSeverity.Warning);
    assert.deepEqual(found.range, rangeOf(draft, 'storm'));
  });

  test('shows the source’s words and its title on hover', async () => {
    const draft = await openDraft();
    const found = await diagnosticOf(draft, 'misquote');
    const text = await hoverText(draft, found.range.start);
    assert.match(text, /fog/);
    assert.match(text, /Saltmere keeps its lamp/);
  });

  test('is put right by the preferred quick fix', async () => {
    const draft = await openDraft();
    const before = draft.getText();
    const found = await diagnosticOf(draft, 'misquote');
    const fixes = await codeActions(draft, found.range, vscode.CodeActionKind.QuickFix);
    const preferred = fixes.filter(({ isPreferred }) => isPreferred);
    assert.equal(preferred.length, 1, `one of ${fixes.map(({ title }) => title).join(' | ')}`);
    await applyAndSave(draft, preferred[0] as vscode.CodeAction);
    assert.equal(await onDisk(nameOf(draft.uri)), before.replace('storm', 'fog'));
    await noDiagnosticOf(draft, 'misquote');
  });

  test('leads to the passage of the source', async () => {
    const draft = await openDraft();
    await diagnosticOf(draft, 'misquote');
    const found = await definitions(draft, rangeOf(draft, 'three mayors').start);
    assert.deepEqual(
      found.map(({ name }) => name),
      ['harbour-lamp.md'],
    );
    assert.ok(found[0]?.text.includes('The lamp has outlasted three mayors and it will outlast the fog'), found[0]?.text);
  });

  test('is reported as it is typed, and no longer when it is typed right', async () => {
    const draft = await openDraft((await onDisk('draft.md')).replace('storm', 'fog').replace('2021', '2024'));
    await replaceText(draft, 'missed the boat', 'missed the goat');
    assert.equal(draft.getText((await diagnosticOf(draft, 'misquote')).range), 'goat');
    await replaceText(draft, 'missed the goat', 'missed the boat');
    await noDiagnosticOf(draft, 'misquote');
    assert.deepEqual(diagnosticsOf(draft), [], describeDiagnostics(draft));
  });

  test('is put right with everything else that is certain by “fix all”', async () => {
    const draft = await openDraft();
    const before = draft.getText();
    await diagnosticOf(draft, 'misquote');
    const kind = vscode.CodeActionKind.SourceFixAll.append('verbatim');
    const whole = new vscode.Range(draft.positionAt(0), draft.positionAt(before.length));
    const actions = (await codeActions(draft, whole, kind)).filter((action) => action.kind?.value === kind.value);
    assert.equal(actions.length, 1);
    await applyAndSave(draft, actions[0] as vscode.CodeAction);
    assert.equal(await onDisk(nameOf(draft.uri)), before.replace('storm', 'fog').replace('March 2021', 'March 2024'));
    await noDiagnosticOf(draft, 'misquote');
  });

  test('is no matter in a source itself', async () => {
    const source = await openFile('corpus/harbour-lamp.md');
    await replaceText(source, 'outlast the fog', 'outlast the storm');
    // The draft opened after it has been checked when its finding is there.
    const draft = await openDraft((await onDisk('draft.md')).replace('missed the boat', 'missed the goat'));
    await diagnosticOf(draft, 'wrong-date');
    assert.deepEqual(diagnosticsOf(source), [], describeDiagnostics(source));
    await vscode.window.showTextDocument(source);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });
});
