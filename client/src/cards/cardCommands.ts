import {
  CodeActionKind,
  commands,
  type Disposable,
  Location,
  type LocationLink,
  l10n,
  languages,
  Range,
  type TextEdit,
  type TextEditor,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import type { CodeAction, Command } from 'vscode-languageclient';
import type { PlainRange } from '../../../server/src/lsp/protocol.ts';
import type { Register } from '../commands.ts';
import type { LateClient } from '../lateClient.ts';

/** Whose diagnostics are ours. */
const SOURCE = 'verbatim';

/** What the links of a card do. From the command palette they are about the words at the cursor. */
export function cardCommands(register: Register, client: LateClient): Disposable[] {
  return [
    register('peekSource', (uri?: string, range?: PlainRange) => peekSource(uri, range)),
    register('replaceWithSource', (uri?: string, range?: PlainRange) => replaceWithSource(client, uri, range)),
  ];
}

/** A place of a draft in the editor that shows it. */
interface Place {
  readonly editor: TextEditor;
  readonly range: Range;
}

/** Shows the passage behind the words under them, without leaving the draft. */
async function peekSource(uri?: string, plain?: PlainRange): Promise<void> {
  const place = await placeOf(uri, plain);
  if (!place) return;
  await hideCard();
  const { document } = place.editor;
  const at = place.range.start;
  const found = await commands.executeCommand<(Location | LocationLink)[]>('vscode.executeDefinitionProvider', document.uri, at);
  // The one that the card shows: of several the editor would open whichever comes first by its name.
  const [first] = found;
  if (!first) {
    await window.showInformationMessage(l10n.t('No source was found for these words.'));
    return;
  }
  const location = 'targetUri' in first ? new Location(first.targetUri, first.targetSelectionRange ?? first.targetRange) : first;
  await commands.executeCommand('editor.action.peekLocations', document.uri, at, [location], 'peek');
}

/** Applies the preferred fixes of what is found at a place: the server is asked for them then, so that they fit the draft as it is. */
async function replaceWithSource(client: LateClient, uri?: string, plain?: PlainRange): Promise<void> {
  const place = await placeOf(uri, plain);
  if (!place) return;
  await hideCard();
  const { uri: draft } = place.editor.document;
  const replaced = new WorkspaceEdit();
  replaced.set(draft, await preferredEdits(client, draft, place.range));
  if (replaced.size === 0) await window.showInformationMessage(l10n.t('There is nothing to replace here.'));
  else await workspace.applyEdit(replaced);
}

/** Our preferred fixes alone, other extensions have their own; the first of those that touch each other. */
async function preferredEdits(client: LateClient, draft: Uri, range: Range): Promise<TextEdit[]> {
  const loaded = await client.loaded;
  const { code2ProtocolConverter: there, protocol2CodeConverter: back } = loaded;
  const found = languages.getDiagnostics(draft).filter((one) => one.source === SOURCE && range.contains(one.range));
  const params = {
    textDocument: { uri: there.asUri(draft) },
    range: there.asRange(range),
    context: { diagnostics: found.map((one) => there.asDiagnostic(one)), only: [CodeActionKind.QuickFix.value] },
  };
  const offered = ((await loaded.sendRequest<(Command | CodeAction)[] | null>('textDocument/codeAction', params)) ?? []).filter(
    (one) => 'isPreferred' in one && one.isPreferred,
  );
  // What touches the place without lying in it belongs to no diagnostic that was named.
  const inside = offered.filter((one) => 'diagnostics' in one && one.diagnostics?.length);
  const edits: TextEdit[] = [];
  for (const one of inside.length > 0 ? inside : offered) {
    const own = 'edit' in one ? ((await back.asWorkspaceEdit(one.edit))?.get(draft) ?? []) : [];
    if (own.every((edit) => edits.every((other) => !edit.range.intersection(other.range)))) edits.push(...own);
  }
  return edits;
}

/** A card stays as long as the mouse is over it, though its words may be gone. Older editors have no command for that. */
async function hideCard(): Promise<void> {
  await commands.executeCommand('editor.action.hideHover').then(undefined, () => undefined);
}

/** The place that is named, shown in an editor; without a name, the cursor. */
async function placeOf(uri?: string, plain?: PlainRange): Promise<Place | undefined> {
  if (uri === undefined) {
    const editor = window.activeTextEditor;
    if (!editor) await window.showInformationMessage(l10n.t('Open a draft first.'));
    return editor && { editor, range: editor.selection };
  }
  const target = Uri.parse(uri);
  const shown = window.visibleTextEditors.find(({ document }) => document.uri.toString() === target.toString());
  const editor = await window.showTextDocument(shown?.document ?? (await workspace.openTextDocument(target)), shown?.viewColumn);
  const range = plain ? new Range(plain.start.line, plain.start.character, plain.end.line, plain.end.character) : editor.selection;
  return { editor, range };
}
