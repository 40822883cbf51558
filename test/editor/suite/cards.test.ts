import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, describeDiagnostics, diagnosticOf, eventually, hoverText, noDiagnosticOf, openDraft, rangeOf } from './support.ts';

/** The links of a card that run commands: what each is called, and how it is run. */
function actionsOf(card: string): Map<string, () => Thenable<unknown>> {
  const links = [...card.matchAll(/\[([^\]]*)\]\(command:([\w.]+)\?([^)]*)\)/g)];
  return new Map(
    links.map(([, label = '', command = '', json = '']) => {
      const args = JSON.parse(decodeURIComponent(json)) as unknown[];
      return [label, () => vscode.commands.executeCommand(command, ...args)];
    }),
  );
}

function setHints(value: string | undefined): Thenable<void> {
  return vscode.workspace.getConfiguration('verbatim').update('sourceHints', value, vscode.ConfigurationTarget.Global);
}

function wholeOf(document: vscode.TextDocument): vscode.Range {
  return new vscode.Range(document.positionAt(0), document.positionAt(document.getText().length));
}

suite('the card of a source', () => {
  teardown(closeAll);

  test('has the words of draft and source, whose they are, and what can be done', async () => {
    const draft = await openDraft();
    await diagnosticOf(draft, 'misquote');
    const card = await hoverText(draft, rangeOf(draft, 'storm').start);
    assert.ok(card.startsWith('**Not quite the source’s words.**'), card);
    assert.ok(card.includes('outlast the ~~storm~~ **fog**'), card);
    assert.ok(card.includes('Saltmere Gazette, 12 March 2024 · said by Edda Quill'), card);
    assert.deepEqual([...actionsOf(card).keys()], ['Open', 'Peek', 'Replace with the source’s words', 'Let stand']);
  });

  test('puts the source’s words in, and nothing else', async () => {
    const draft = await openDraft();
    const before = draft.getText();
    await diagnosticOf(draft, 'misquote');
    await diagnosticOf(draft, 'wrong-date');
    const replace = actionsOf(await hoverText(draft, rangeOf(draft, 'three mayors').start)).get('Replace with the source’s words');
    assert.ok(replace, 'the card of the whole quotation can replace');
    await replace();
    assert.equal(draft.getText(), before.replace('storm', 'fog'));
    await noDiagnosticOf(draft, 'misquote');
    assert.ok(await diagnosticOf(draft, 'wrong-date'), describeDiagnostics(draft));
  });

  test('opens the source at the passage, and shows it without leaving the draft', async () => {
    const draft = await openDraft();
    await diagnosticOf(draft, 'misquote');
    const actions = actionsOf(await hoverText(draft, rangeOf(draft, 'kettles').start));
    assert.deepEqual([...actions.keys()], ['Open', 'Peek']);
    await actions.get('Peek')?.();
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), draft.uri.toString());
    await actions.get('Open')?.();
    const { document, selection } = vscode.window.activeTextEditor as vscode.TextEditor;
    assert.match(document.uri.path, /ferry-bell\.md$/);
    assert.match(document.getText(selection), /^People set their kettles .* missed the boat$/);
  });
});

suite('the outline', () => {
  teardown(closeAll);

  test('has the quotations with their verdicts beside the headings', async () => {
    const draft = await openDraft();
    await diagnosticOf(draft, 'misquote');
    const ask = async () => {
      const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', draft.uri);
      const found = symbols.filter(({ name }) => name.startsWith('“')).map(({ name, detail }) => `${name} ${detail}`);
      return found.length > 0 ? found : undefined;
    };
    assert.deepEqual(await eventually('symbols of quotations', ask), [
      '“The lamp has outlasted …” misquoted · Edda Quill',
      '“Nobody steers by a buoy …” verified · Edda Quill',
      '“People set their kettles …” verified · Tobin Marl',
    ]);
  });
});

suite('sources in the text', () => {
  teardown(async () => {
    await setHints(undefined);
    await closeAll();
  });

  const SHOWN = ['Saltmere Gazette, 12 March', 'Saltmere Gazette, 12 March', 'Low Coast Observer, 6 February'];

  test('are not there unless they are asked for', async () => {
    const draft = await openDraft();
    await diagnosticOf(draft, 'misquote');
    assert.deepEqual(await vscode.commands.executeCommand('vscode.executeInlayHintProvider', draft.uri, wholeOf(draft)), []);
    assert.deepEqual(await vscode.commands.executeCommand('vscode.executeCodeLensProvider', draft.uri), []);
  });

  test('stand behind the quotations', async () => {
    const draft = await openDraft();
    await setHints('inlay');
    const ask = async () => {
      const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>('vscode.executeInlayHintProvider', draft.uri, wholeOf(draft));
      const labels = hints.map(({ label }) =>
        typeof label === 'string'
          ? label
          : label
              .map(({ value }) => value)
              .join('')
              .trim(),
      );
      return labels.length > 0 ? labels : undefined;
    };
    assert.deepEqual(await eventually('hints of sources', ask), SHOWN);
  });

  test('stand above the lines, and open the source', async () => {
    const draft = await openDraft();
    await setHints('lens');
    const ask = async () => {
      const found = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', draft.uri, 20);
      return found.length > 0 ? found : undefined;
    };
    const lenses = await eventually('lenses of sources', ask);
    assert.deepEqual(
      lenses.map(({ command }) => command?.title),
      SHOWN,
    );
    const command = lenses[2]?.command as vscode.Command;
    await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
    assert.match(vscode.window.activeTextEditor?.document.uri.path ?? '', /ferry-bell\.md$/);
  });
});
