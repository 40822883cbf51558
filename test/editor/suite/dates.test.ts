import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { applyAndSave, closeAll, codeActions, diagnosticOf, noDiagnosticOf, openDraft } from './support.ts';

suite('a wrong date', () => {
  teardown(closeAll);

  test('is marked whole and put right from the source', async () => {
    const draft = await openDraft();
    const found = await diagnosticOf(draft, 'wrong-date');
    assert.equal(found.severity, vscode.DiagnosticSeverity.Warning);
    assert.equal(draft.getText(found.range), 'March 2021');
    const fixes = await codeActions(draft, found.range, vscode.CodeActionKind.QuickFix);
    const preferred = fixes.find(({ isPreferred }) => isPreferred);
    assert.ok(preferred, `one of ${fixes.map(({ title }) => title).join(' | ')} is preferred`);
    await applyAndSave(draft, preferred);
    assert.match(draft.getText(), /In March 2024, Quill told/);
    await noDiagnosticOf(draft, 'wrong-date');
  });
});
