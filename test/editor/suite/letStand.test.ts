import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import * as vscode from 'vscode';
import {
  closeAll,
  codeActions,
  describeDiagnostics,
  diagnosticOf,
  diagnosticsOf,
  eventually,
  nameOf,
  noDiagnosticOf,
  onDisk,
  openDraft,
  putOnDisk,
  rangeOf,
  replaceText,
  workspaceFile,
} from './support.ts';

const FILE = '.verbatim-stet.yaml';

/** What no other draft of the fixture has. */
const OWN = '“The lamp has outlasted three mayors and it will outlast the hailstones,” said Edda Quill, the harbour warden.\n';

async function stetFile(): Promise<vscode.TextDocument> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'the workspace has a folder');
  return vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, FILE));
}

async function isThere(): Promise<boolean> {
  try {
    await onDisk(FILE);
    return true;
  } catch {
    return false;
  }
}

async function letStand(draft: vscode.TextDocument, words: string, scope: string, reason?: string): Promise<void> {
  await vscode.commands.executeCommand('verbatim.letStand', draft.uri.toString(), rangeOf(draft, words), 'misquote', scope, reason);
}

suite('a finding is let stand', () => {
  teardown(async () => {
    await closeAll();
    // Behind the editor's back, as Git does it: what it still has open of the file no longer counts.
    rmSync(workspaceFile(FILE).fsPath, { force: true });
  });

  test('at its place, until its words are others', async () => {
    const draft = await openDraft(OWN);
    await diagnosticOf(draft, 'misquote');
    await letStand(draft, 'hailstones', 'place', 'It is on the tape');
    await noDiagnosticOf(draft, 'misquote');
    assert.match(await onDisk(FILE), /- rule: misquote\n {2}words: hailstones\n {2}before: and it will outlast the\n/);
    assert.match(await onDisk(FILE), /reason: It is on the tape\n {2}date: \d{4}-\d\d-\d\d\n/);

    // The paragraph moves, grows and has another word beside it.
    await replaceText(draft, '“The lamp', 'The tide is late.\n\n“The lamp');
    await replaceText(draft, 'said Edda Quill, the harbour warden.', 'added Edda Quill, the warden. She sat down.');
    await draft.save();
    await new Promise((resolve) => setTimeout(resolve, 500));
    assert.deepEqual(diagnosticsOf(draft), [], describeDiagnostics(draft));
    assert.deepEqual(diagnosticsOf(await stetFile()), [], describeDiagnostics(await stetFile()));

    await replaceText(draft, 'hailstones', 'thunderclaps');
    await diagnosticOf(draft, 'misquote');
    const idle = await diagnosticOf(await stetFile(), 'unused-stet');
    assert.equal((await stetFile()).getText(idle.range), 'rule: misquote');

    await replaceText(draft, 'thunderclaps', 'hailstones');
    await noDiagnosticOf(draft, 'misquote');
    await noDiagnosticOf(await stetFile(), 'unused-stet');
  });

  test('in this draft and in no other, and undone in the file', async () => {
    const draft = await openDraft(OWN);
    // Findings are asked for of what has a tab, which the next document would take over from a mere preview.
    await vscode.window.showTextDocument(draft, { preview: false });
    const other = await openDraft(OWN);
    await vscode.window.showTextDocument(other, { preview: false });
    await diagnosticOf(draft, 'misquote');
    await diagnosticOf(other, 'misquote');
    await letStand(draft, 'hailstones', 'draft');
    await noDiagnosticOf(draft, 'misquote');
    const saved = await onDisk(FILE);
    assert.ok(saved.includes(`draft: ${nameOf(draft.uri)}`), saved);
    await diagnosticOf(other, 'misquote');

    const file = await stetFile();
    await vscode.window.showTextDocument(file);
    await vscode.commands.executeCommand('undo');
    assert.ok(!file.getText().includes('misquote'), file.getText());
    // It holds as it is in the editor, saved or not.
    await vscode.window.showTextDocument(draft);
    await diagnosticOf(draft, 'misquote');
  });

  test('by a comment in the draft', async () => {
    const draft = await openDraft(OWN);
    await diagnosticOf(draft, 'misquote');
    await letStand(draft, 'hailstones', 'comment', 'on the tape');
    assert.ok(draft.getText().startsWith('<!-- stet misquote: on the tape -->\n“The lamp'), draft.getText());
    await noDiagnosticOf(draft, 'misquote');
    assert.ok(!(await isThere()), 'no file was written');
  });

  test('is offered with the fixes, by the command that asks', async () => {
    const draft = await openDraft(OWN);
    const found = await diagnosticOf(draft, 'misquote');
    const actions = await codeActions(draft, found.range, vscode.CodeActionKind.QuickFix);
    const asking = actions.filter(({ command }) => command?.command === 'verbatim.letStand');
    assert.deepEqual(
      asking.map(({ title }) => title),
      ['Let this stand…'],
      actions.map(({ title }) => title).join(' | '),
    );
  });

  test('an entry that is broken is told of on its line, and the others hold', async () => {
    const draft = await openDraft(OWN);
    await diagnosticOf(draft, 'misquote');
    await putOnDisk(FILE, '- rool: misquote\n- rule: misquote\n');
    // It holds from the disk on, before an editor has it.
    await noDiagnosticOf(draft, 'misquote');
    const file = await stetFile();
    await vscode.window.showTextDocument(file);
    const found = await eventually('a problem in the file', () => diagnosticsOf(file).find(({ code }) => code === 'stet-file'));
    assert.equal(found.range.start.line, 0);
  });
});

suite('all that a rule finds', () => {
  teardown(closeAll);

  test('is fixed in the folder, with edits that are to be looked at first', async () => {
    const draft = await openDraft(OWN);
    const found = await diagnosticOf(draft, 'misquote');
    const actions = await codeActions(draft, found.range, vscode.CodeActionKind.QuickFix);
    const inFolder = actions.find(({ title }) => title.startsWith('Fix every misquote in this folder'));
    const entries = inFolder?.edit?.entries() ?? [];
    const own = entries.find(([uri]) => uri.toString() === draft.uri.toString());
    assert.deepEqual(
      own?.[1].map(({ newText }) => newText),
      ['fog'],
    );
    assert.ok(entries.length > 1, 'drafts that are not open are fixed, too');
  });
});
