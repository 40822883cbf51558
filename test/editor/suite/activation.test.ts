import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, diagnosticOf, eventually, extensionId, openDraft } from './support.ts';

// Without the extension nothing else can pass: one failure here, instead of a time-out a test.
suiteSetup('a Markdown file starts the extension', async () => {
  const extension = vscode.extensions.getExtension(extensionId);
  assert.ok(extension, `the extension ${extensionId} is not there`);
  await openDraft();
  await eventually('the extension is active', () => extension.isActive || undefined).catch(async (late: unknown) => {
    // If the extension was started and failed, this has the reason.
    await extension.activate();
    throw late;
  });
  await closeAll();
});

suite('activation', () => {
  teardown(closeAll);

  test('a plain text file is a draft', async () => {
    const draft = await openDraft(undefined, '.txt');
    assert.equal(draft.languageId, 'plaintext');
    const found = await diagnosticOf(draft, 'misquote');
    assert.equal(draft.getText(found.range), 'storm');
  });

  test('a LaTeX file is a draft', async () => {
    const draft = await openDraft(undefined, '.tex');
    assert.equal(draft.languageId, 'latex');
    const found = await diagnosticOf(draft, 'misquote');
    assert.equal(draft.getText(found.range), 'storm');
  });

  test('the commands are registered', async () => {
    await openDraft();
    const commands = ['verbatim.checkNow', 'verbatim.rereadCorpus', 'verbatim.openSource', 'verbatim.searchSources'];
    const missing = async () => {
      const registered = new Set(await vscode.commands.getCommands(true));
      return commands.filter((command) => !registered.has(command));
    };
    let last: string[] = [];
    await eventually(
      'every command',
      async () => {
        last = await missing();
        return last.length === 0 || undefined;
      },
      () => `Missing: ${last.join(', ')}.`,
    );
  });
});
