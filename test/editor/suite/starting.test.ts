import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { writeSample } from '../../../client/src/starting/sample.ts';
import { closeAll, diagnosticOf, eventually, extensionId } from './support.ts';

interface Step {
  readonly id: string;
  readonly description: string;
}

suite('starting', () => {
  teardown(closeAll);

  test('the sample is a draft with its sources beside it, and is checked', async () => {
    const extension = vscode.extensions.getExtension(extensionId);
    const folder = vscode.workspace.workspaceFolders?.[0];
    assert.ok(extension && folder);
    const sample = vscode.Uri.joinPath(folder.uri, 'sample');
    await writeSample(extension.extensionUri, sample);
    const sources = await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(sample, 'corpus'));
    assert.ok(sources.length >= 5, `the sample has ${sources.length} sources`);
    const draft = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(sample, 'draft.md'));
    await vscode.window.showTextDocument(draft);
    const found = await diagnosticOf(draft, 'spliced-quote');
    assert.match(draft.getText(found.range), /just struggle of the Russian people/);
    await closeAll();
    await vscode.workspace.fs.delete(sample, { recursive: true });
  });

  test('every step of the walkthrough leads to a command that there is', async () => {
    const extension = vscode.extensions.getExtension(extensionId);
    assert.ok(extension);
    const { walkthroughs } = extension.packageJSON.contributes as { walkthroughs: readonly { readonly steps: readonly Step[] }[] };
    const steps = walkthroughs.flatMap((walkthrough) => walkthrough.steps);
    const named = steps.flatMap(({ description }) => [...description.matchAll(/\(command:([\w.]+)/g)].map(([, name]) => name as string));
    assert.ok(named.length >= 4, `the steps lead to ${named.length} commands`);
    let missing = named;
    await eventually(
      'every command of the walkthrough',
      async () => {
        const known = new Set(await vscode.commands.getCommands(true));
        missing = named.filter((name) => !known.has(name));
        return missing.length === 0 || undefined;
      },
      () => `Missing: ${missing.join(', ')}.`,
    );
    await vscode.commands.executeCommand('workbench.action.openWalkthrough', `${extensionId}#start`, false);
    await eventually('the walkthrough is open', () =>
      vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).find(({ label }) => /Welcome|Walkthrough|Source-Check/.test(label)),
    );
  });
});
