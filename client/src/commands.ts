import { commands, type Disposable, type Location, type LocationLink, l10n, Range, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import { checkRequest, detailsRequest, type PlainRange, rereadRequest } from '../../server/src/lsp/protocol.ts';
import { ask } from './client.ts';
import type { LateClient } from './lateClient.ts';
import { patiently } from './patience.ts';
import { fileOf, type Node } from './sources/nodes.ts';
import { checkOutcome, rereadOutcome } from './wording.ts';

/** Gives a command of ours its name. What goes wrong in it is told in words, and logged. */
export type Register = (name: string, run: (...args: never[]) => Promise<void>) => Disposable;

export function registering(client: LateClient): Register {
  return (name, run) =>
    commands.registerCommand(`verbatim.${name}`, async (...args: never[]) => {
      try {
        await run(...args);
      } catch (error) {
        client.error(`The command verbatim.${name} failed.`, error, false);
        await window.showErrorMessage(l10n.t('Verbatim could not do this. Its output has the details.'));
      }
    });
}

/** What can be done with drafts and their sources from the command palette. */
export function checkCommands(register: Register, client: LateClient): Disposable[] {
  return [
    register('checkNow', () => checkNow(client)),
    register('rereadCorpus', () => rereadCorpus(client)),
    register('openSource', (uri?: string, range?: PlainRange) => openSource(uri, range)),
    // What it searches with is not small, and is loaded when somebody searches.
    register('searchSources', async () => (await import('./sourcePicker.ts')).searchSources(client)),
    // The view of sources hands over what was clicked in it.
    register('editSourceDetails', (source?: Uri | Node) => editSourceDetails(client, source instanceof Uri ? source : fileOf(source))),
  ];
}

async function checkNow(client: LateClient): Promise<void> {
  const draft = window.activeTextEditor?.document;
  if (!draft) {
    await window.showInformationMessage(l10n.t('Open a draft first.'));
    return;
  }
  const params = { uri: client.code2ProtocolConverter.asUri(draft.uri) };
  const result = await patiently(l10n.t('Verbatim: checking the draft'), (token) => ask(client, checkRequest, params, token));
  if (result) await window.showInformationMessage(checkOutcome(result));
}

async function rereadCorpus(client: LateClient): Promise<void> {
  const result = await patiently(l10n.t('Verbatim: reading all sources again'), (token) => ask(client, rereadRequest, null, token));
  if (result) await window.showInformationMessage(rereadOutcome(result));
}

/** Opens a source at a place; without one, the source of the words at the cursor. */
async function openSource(uri?: string, range?: PlainRange): Promise<void> {
  if (uri !== undefined) {
    await show(Uri.parse(uri), range);
    return;
  }
  const target = await sourceAtCursor();
  if (target) await show(target.uri, target.range);
  else await window.showInformationMessage(l10n.t('Put the cursor into a quotation whose source was found.'));
}

/** Opens the side file of a source (the one in the editor, if none is named); writes one where there is none yet. */
async function editSourceDetails(client: LateClient, source = window.activeTextEditor?.document.uri): Promise<void> {
  const details = source && (await ask(client, detailsRequest, { uri: client.code2ProtocolConverter.asUri(source) }));
  if (!details) {
    await window.showInformationMessage(l10n.t('Open a file of your sources first: details are kept beside it.'));
    return;
  }
  const places = details.sideFiles.map((uri) => Uri.parse(uri));
  for (const place of places) {
    if (await isThere(place)) {
      await window.showTextDocument(place);
      return;
    }
  }
  const [place] = places;
  if (!place) return;
  const edit = new WorkspaceEdit();
  edit.createFile(place, { ignoreIfExists: true, contents: new TextEncoder().encode(details.text) });
  await workspace.applyEdit(edit);
  await window.showTextDocument(place);
}

async function isThere(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

async function sourceAtCursor(): Promise<{ uri: Uri; range: Range } | undefined> {
  const editor = window.activeTextEditor;
  if (!editor) return undefined;
  const found = await commands.executeCommand<(Location | LocationLink)[]>(
    'vscode.executeDefinitionProvider',
    editor.document.uri,
    editor.selection.active,
  );
  const first = found[0];
  if (!first) return undefined;
  return 'targetUri' in first ? { uri: first.targetUri, range: first.targetSelectionRange ?? first.targetRange } : first;
}

/** Text opens at its place; anything else (a PDF) in whatever the editor has for it. */
async function show(uri: Uri, range?: PlainRange): Promise<void> {
  const selection = range && new Range(range.start.line, range.start.character, range.end.line, range.end.character);
  await commands.executeCommand('vscode.open', uri, selection ? { selection } : {});
}
