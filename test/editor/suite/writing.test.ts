import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, diagnosticsOf, eventually, onDisk, openDraft, putOnDisk, rangeOf, removeFromDisk } from './support.ts';

const LAMP = 'The lamp has outlasted three mayors and it will outlast the fog';

async function typed(text: string): Promise<void> {
  for (const letter of text) await vscode.commands.executeCommand('type', { text: letter });
}

function cursorAtEnd(document: vscode.TextDocument): void {
  const editor = vscode.window.activeTextEditor as vscode.TextEditor;
  const end = document.positionAt(document.getText().length);
  editor.selection = new vscode.Selection(end, end);
}

/** Selects words in a source that is opened for it. */
async function selectInSource(words: string, column = vscode.ViewColumn.Active): Promise<vscode.TextEditor> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri as vscode.Uri;
  const source = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder, 'corpus/harbour-lamp.md'));
  const editor = await vscode.window.showTextDocument(source, column);
  const range = rangeOf(source, words);
  editor.selection = new vscode.Selection(range.start, range.end);
  return editor;
}

suite('writing with the sources', () => {
  teardown(closeAll);

  test('the rest of a quotation is offered while its first words are typed', async () => {
    const draft = await openDraft('Once more.\n\n');
    cursorAtEnd(draft);
    const offered = await eventually('the suggestion', async () => {
      await vscode.commands.executeCommand('hideSuggestWidget');
      const found = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        draft.uri,
        draft.positionAt(draft.getText().length),
        ' ',
      );
      if (draft.getText().endsWith('\n')) await typed('“The lamp has ');
      return found.items.find(({ label }) => typeof label === 'object' && label.label.startsWith('… outlasted'));
    });
    assert.equal(typeof offered.label === 'object' && offered.label.description, 'Edda Quill');
    assert.equal(offered.detail, 'Edda Quill · Saltmere Gazette, 12 March 2024');
    await vscode.commands.executeCommand('hideSuggestWidget');
    await typed('outlasted ');
    await eventually('the words of the source', async () => {
      await vscode.commands.executeCommand('acceptSelectedSuggestion');
      return draft.getText().includes('fog') || undefined;
    });
    assert.equal(draft.getText(), `Once more.\n\n“${LAMP},”`);
  });

  for (const [style, outcome] of [
    ['text', `Before. “${LAMP},” said Edda Quill (Saltmere Gazette, 12 March 2024).`],
    ['link', `Before. “${LAMP},” said Edda Quill ([Saltmere Gazette, 12 March 2024](corpus/harbour-lamp.md)).`],
    [
      'footnote',
      `Before. “${LAMP},” said Edda Quill.[^1]\n\n[^1]: *Saltmere keeps its lamp*, Saltmere Gazette, 12 March 2024. [harbour-lamp.md](corpus/harbour-lamp.md)\n`,
    ],
  ] as const) {
    test(`a passage is quoted in the draft beside its source: ${style}`, async () => {
      await putOnDisk('.verbatim.yaml', `citationStyle: ${style}\n`);
      const draft = await openDraft('Before.');
      cursorAtEnd(draft);
      await eventually('the settings', async () => ((await onDisk('.verbatim.yaml')).includes(style) ? true : undefined));
      const before = draft.getText();
      await eventually(
        `“${outcome}”`,
        async () => {
          // The server is told of the file of settings a moment later.
          if (draft.getText() !== before) await vscode.commands.executeCommand('undo');
          await selectInSource(LAMP, vscode.ViewColumn.Two);
          await vscode.commands.executeCommand('verbatim.quoteThis');
          return draft.getText() === outcome || undefined;
        },
        () => draft.getText(),
      );
      const editor = vscode.window.activeTextEditor as vscode.TextEditor;
      assert.equal(editor.document, draft);
      assert.equal(draft.getText().slice(0, draft.offsetAt(editor.selection.active)), outcome.split('\n')[0]);
      await vscode.commands.executeCommand('undo');
      assert.equal(draft.getText(), before);
      await vscode.commands.executeCommand('redo');
      await new Promise((resolve) => setTimeout(resolve, 700));
      assert.deepEqual(
        diagnosticsOf(draft).map(({ message }) => message),
        [],
      );
      await removeFromDisk('.verbatim.yaml');
    });
  }

  test('a quotation is copied where no draft is open', async () => {
    await selectInSource('The lamp has outlasted three mayors');
    await vscode.env.clipboard.writeText('');
    void vscode.commands.executeCommand('verbatim.quoteThis');
    const copied = await eventually('the copy', async () => (await vscode.env.clipboard.readText()) || undefined);
    assert.equal(copied, '“The lamp has outlasted three mayors,” said Edda Quill (Saltmere Gazette, 12 March 2024).');
    await vscode.commands.executeCommand('notifications.clearAll');
  });
});
