import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { pdfOf, setText } from '../../support/pdfWriter.ts';
import {
  closeAll,
  definitions,
  diagnosticOf,
  diagnosticsOf,
  eventually,
  hoverText,
  noDiagnosticOf,
  openDraft,
  openFile,
  putOnDisk,
  rangeOf,
  removeFromDisk,
  workspaceFile,
} from './support.ts';

const frames = [
  { x: 72, top: 760, width: 220, lines: 30 },
  { x: 310, top: 760, width: 220, lines: 30 },
];
const PAGES = [
  [
    'The Weir Holds',
    'By Edda Quill, 12 March 2024',
    'The weir at Saltmere held on Tuesday, the council said, after a night of rain that brought down two elms.',
  ],
  ['“The sluice was opened an hour before the flood came down the valley,” said Tobin Marl, who keeps it.'],
];

function report(): Uint8Array {
  return pdfOf(PAGES.map((paragraphs) => setText(paragraphs, frames, { between: 1 }).flat()));
}

suite('sources that are no text', () => {
  teardown(closeAll);

  test('open as text at the passage, and the file is a click away', async () => {
    await putOnDisk('corpus/weir.pdf', report());
    const draft = await openDraft('“The sluice was opened an hour after the flood came down the valley,” said Tobin Marl.\n');
    await diagnosticOf(draft, 'misquote');
    const at = rangeOf(draft, 'sluice').start;
    const [passage] = await definitions(draft, at);
    assert.equal(passage?.name, 'weir.pdf.txt');
    assert.equal(passage?.text, 'The sluice was opened an hour before the flood came down the valley');

    const card = await hoverText(draft, at);
    assert.match(card, /· page 2 ·/);
    assert.ok(card.includes(`[open the original](${workspaceFile('corpus/weir.pdf').toString()})`), card);
    const [, link = ''] = /\(command:verbatim\.openSource\?([^)]*)\)/.exec(card) ?? [];
    await vscode.commands.executeCommand('verbatim.openSource', ...(JSON.parse(decodeURIComponent(link)) as unknown[]));
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.uri.scheme, 'verbatim-source');
    assert.equal(editor?.document.getText(editor.selection), passage?.text);
    await removeFromDisk('corpus/weir.pdf');
    const shown = editor?.document as vscode.TextDocument;
    await eventually('the text to go with its source', () => (shown.getText().startsWith('This source is no longer') ? true : undefined));
  });

  test('take their details from a side file, which the editor completes and checks', async () => {
    await putOnDisk('corpus/weir.pdf', report());
    await putOnDisk('corpus/weir.pdf.yaml', '');
    const draft = await openDraft('The sluice was opened an hour before the flood came down the valley, the Low Coast Observer wrote.\n');
    const side = await openFile('corpus/weir.pdf.yaml');
    const labels = await eventually('completions', async () => {
      const found = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        side.uri,
        new vscode.Position(0, 0),
      );
      const names = found.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
      return names.includes('publisher') ? names : undefined;
    });
    assert.ok(labels.includes('published') && labels.includes('title'), labels.join());
    const edit = new vscode.WorkspaceEdit();
    edit.insert(side.uri, new vscode.Position(0, 0), 'publisher: Low Coast Observer\npublished: 30 February 2024\n');
    assert.ok(await vscode.workspace.applyEdit(edit));
    const wrong = await eventually('the day that does not exist', () => diagnosticsOf(side)[0]);
    assert.match(wrong.message, /must be a day that exists/);
    assert.equal(side.getText(wrong.range), '30 February 2024');
    await side.save();
    await noDiagnosticOf(draft, 'unattributed-claim');
    await removeFromDisk('corpus/weir.pdf.yaml');
    await removeFromDisk('corpus/weir.pdf');
  });

  test('that cannot be read are named in Problems with the reason', async () => {
    await openDraft();
    await putOnDisk('corpus/broken.pdf', '%PDF-1.7 and nothing more');
    const broken = workspaceFile('corpus/broken.pdf');
    const [problem] = await eventually('the problem', () => {
      const found = vscode.languages.getDiagnostics(broken);
      return found.length > 0 ? found : undefined;
    });
    assert.match(problem?.message ?? '', /damaged or no PDF/);
    await removeFromDisk('corpus/broken.pdf');
    await eventually('no problem', () => (vscode.languages.getDiagnostics(broken).length === 0 ? true : undefined));
  });
});
