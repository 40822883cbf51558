import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { TestApi } from '../../../client/src/extension.ts';
import {
  closeAll,
  describeDiagnostics,
  diagnosticOf,
  diagnosticsOf,
  eventually,
  extensionId,
  noDiagnosticOf,
  onDisk,
  openDraft,
  rangeOf,
  replaceText,
} from './support.ts';

const lamp = '“The lamp has outlasted three mayors and it will outlast the storm,”';
const buoy = '“Nobody steers by a buoy that sleeps through the winter.”';
const bell = '“People set their kettles by that bell, and they have missed it more than they missed the boat,”';
const translated = '“Le phare restera allumé dans la brume” (translated from French), Edda Quill said.';

function api(): TestApi {
  const found = vscode.extensions.getExtension<TestApi | undefined>(extensionId)?.exports;
  assert.ok(found, 'the extension gives its tests its marks');
  return found;
}

async function marked(draft: vscode.TextDocument, expected: readonly (readonly [string, string])[]): Promise<void> {
  const seen = () => JSON.stringify(api().marks.shownIn(draft));
  await eventually('the marks', () => (seen() === JSON.stringify(expected) ? true : undefined), seen);
}

/** Types at the end of some words, letter by letter, as somebody does at the keyboard. */
async function type(draft: vscode.TextDocument, after: string, letters: string): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  assert.equal(editor?.document, draft);
  const { end } = rangeOf(draft, after);
  editor.selection = new vscode.Selection(end, end);
  for (const text of letters) await vscode.commands.executeCommand('type', { text });
}

async function set(name: string, value: unknown, scope?: vscode.ConfigurationScope, inLanguage = false): Promise<void> {
  await vscode.workspace.getConfiguration('verbatim', scope).update(name, value, vscode.ConfigurationTarget.Global, inLanguage);
}

suite('verdicts', () => {
  teardown(closeAll);

  test('mark each quotation, and follow what is typed', async () => {
    const draft = await openDraft();
    await marked(draft, [
      ['misquoted', lamp],
      ['verified', buoy],
      ['verified', bell],
    ]);
    await replaceText(draft, 'storm', 'fog');
    await marked(draft, [
      ['verified', lamp.replace('storm', 'fog')],
      ['verified', buoy],
      ['verified', bell],
    ]);
  });

  test('are left out as the settings say', async () => {
    const draft = await openDraft();
    try {
      await set('marks', 'unverified');
      await marked(draft, [['misquoted', lamp]]);
      await set('marks', 'none');
      await marked(draft, []);
    } finally {
      await set('marks', undefined);
    }
  });

  test('are none in a source', async () => {
    const draft = await openDraft();
    await marked(draft, [
      ['misquoted', lamp],
      ['verified', buoy],
      ['verified', bell],
    ]);
    const source = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(draft.uri, '../corpus/harbour-lamp.md'));
    await vscode.window.showTextDocument(source);
    await marked(source, []);
  });
});

suite('a word being typed', () => {
  teardown(closeAll);

  test('is marked when the typing pauses, not before', async () => {
    const draft = await openDraft((await onDisk('draft.md')).replace('storm', 'fog').replace('the boat', 'the boa'));
    await diagnosticOf(draft, 'wrong-date');
    await eventually('the misquote of a cut word', () => (diagnosticsOf(draft).length === 2 ? true : undefined));
    await type(draft, 'missed the boa', 't');
    await noDiagnosticOf(draft, 'misquote');
    await type(draft, 'missed the boat', 's');
    const typed = Date.now();
    assert.equal(draft.getText((await diagnosticOf(draft, 'misquote')).range), 'boats');
    assert.ok(Date.now() - typed > 500, `it was marked ${Date.now() - typed} ms after the last letter`);
  });
});

suite('when drafts are checked', () => {
  teardown(async () => {
    await set('check', undefined, { languageId: 'markdown' }, true);
    await closeAll();
  });

  test('can be set for one language', async () => {
    await set('check', 'on-save', { languageId: 'markdown' }, true);
    const draft = await openDraft((await onDisk('draft.md')).replace('2021', '2024'));
    await diagnosticOf(draft, 'misquote');
    await replaceText(draft, 'missed the boat', 'missed the goat');
    const other = await openDraft(await onDisk('draft.md'), '.txt');
    await diagnosticOf(other, 'misquote');
    await replaceText(other, 'storm', 'fog');
    await noDiagnosticOf(other, 'misquote');
    await vscode.window.showTextDocument(draft);
    assert.deepEqual(
      diagnosticsOf(draft).map(({ range }) => draft.getText(range)),
      ['storm'],
      describeDiagnostics(draft),
    );
    await draft.save();
    await eventually(
      'both findings',
      () => (diagnosticsOf(draft).length === 2 ? true : undefined),
      () => describeDiagnostics(draft),
    );
  });

  test('on demand waits to be asked', async () => {
    await set('check', 'on-demand', { languageId: 'markdown' }, true);
    const draft = await openDraft();
    // The draft opened after it has been checked when its finding is there.
    await diagnosticOf(await openDraft(await onDisk('draft.md'), '.txt'), 'misquote');
    assert.deepEqual(diagnosticsOf(draft), []);
    await vscode.window.showTextDocument(draft);
    // The message that says what came of it is not waited for.
    void vscode.commands.executeCommand('verbatim.checkNow');
    await diagnosticOf(draft, 'misquote');
    await vscode.commands.executeCommand('notifications.clearAll');
  });
});

suite('the next finding', () => {
  teardown(closeAll);

  const caret = (draft: vscode.TextDocument) => {
    const editor = vscode.window.activeTextEditor;
    return editor && draft.getText(draft.getWordRangeAtPosition(editor.selection.active));
  };

  test('is gone to, round the ends, and said', async () => {
    const draft = await openDraft();
    await diagnosticOf(draft, 'misquote');
    await diagnosticOf(draft, 'wrong-date');
    await vscode.commands.executeCommand('verbatim.nextFinding');
    assert.equal(caret(draft), 'storm');
    assert.match(api().stepping.said, /^Finding 1 of 2: .*fog/);
    await vscode.commands.executeCommand('verbatim.nextFinding');
    assert.equal(caret(draft), 'March');
    await vscode.commands.executeCommand('verbatim.nextFinding');
    assert.equal(caret(draft), 'storm');
    assert.match(api().stepping.said, /^Finding 1 of 2: .*round the draft\)$/);
    await vscode.commands.executeCommand('verbatim.previousFinding');
    assert.equal(caret(draft), 'March');
  });

  test('is told to be none', async () => {
    const draft = await openDraft((await onDisk('draft.md')).replace('storm', 'fog').replace('2021', '2024'));
    await marked(draft, [
      ['verified', lamp.replace('storm', 'fog')],
      ['verified', buoy],
      ['verified', bell],
    ]);
    await vscode.commands.executeCommand('verbatim.nextFinding');
    assert.equal(api().stepping.said, 'There are no findings in this draft.');
    await vscode.commands.executeCommand('verbatim.nextUnchecked');
    assert.equal(api().stepping.said, 'No quotation of this draft is unchecked.');
  });

  test('that is a quotation nobody could check', async () => {
    const draft = await openDraft(`${await onDisk('draft.md')}\n${translated}\n`);
    await vscode.commands.executeCommand('verbatim.nextUnchecked');
    assert.equal(api().stepping.said, 'Unchecked quotation 1 of 1');
    assert.equal(vscode.window.activeTextEditor?.selection.active.line, rangeOf(draft, 'Le phare').start.line);
  });

  test('has keys that the editor has no use for', async () => {
    const text = (await vscode.workspace.openTextDocument(vscode.Uri.parse('vscode://defaultsettings/keybindings.json'))).getText();
    const taken = new Map(
      [...text.matchAll(/"key": "([^"]+)",(?:\s*"mac": "[^"]+",)?\s*"command": "([^"]+)"/g)].map(([, key, command]) => [key, command]),
    );
    assert.ok(taken.size > 200, `${taken.size} keys`);
    assert.equal(taken.get('f8'), 'editor.action.marker.nextInFiles');
    for (const key of ['ctrl+f8', 'ctrl+shift+f8', 'ctrl+k ctrl+f8']) {
      const command = taken.get(key);
      assert.ok(command === undefined || command.startsWith('verbatim.'), `${key} is ${command}`);
    }
  });
});
