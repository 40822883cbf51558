import assert from 'node:assert/strict';
import * as vscode from 'vscode';

export const extensionId = 'verbatim.verbatim';

/** Long enough for a language server to start on a busy machine; a test that passes never waits for it. */
const patience = 15_000;

/** Asks until the answer is something, and returns it; the error says what was seen last. */
export async function eventually<Value>(
  what: string,
  ask: () => Value | undefined | Promise<Value | undefined>,
  seen: () => string = () => '',
): Promise<Value> {
  const deadline = Date.now() + patience;
  while (Date.now() < deadline) {
    const value = await ask();
    if (value !== undefined) return value;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${what}: not within ${patience / 1000} s. ${seen()}`);
}

/** Whether the suite runs in a browser, where there is no Node. */
export const inBrowser = (globalThis as { process?: { versions?: { node?: string } } }).process?.versions?.node === undefined;

export function workspaceFile(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'the workspace has a folder');
  return vscode.Uri.joinPath(folder.uri, name);
}

/** What is saved under a name in the workspace, as the editor's own file system has it: there may be no disk. */
export async function onDisk(name: string): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(workspaceFile(name)));
}

export async function putOnDisk(name: string, content: string | Uint8Array): Promise<void> {
  await vscode.workspace.fs.writeFile(workspaceFile(name), typeof content === 'string' ? new TextEncoder().encode(content) : content);
}

export async function removeFromDisk(name: string): Promise<void> {
  await vscode.workspace.fs.delete(workspaceFile(name), { recursive: true });
}

/** The last name of a file's path. */
export function nameOf({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

export async function openFile(name: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(workspaceFile(name));
  await vscode.window.showTextDocument(document);
  return document;
}

let drafts = 0;

/** A new draft with the given text (that of the fixture's draft by default), so that no test sees what another one did to its own. */
export async function openDraft(text?: string, extension = '.md'): Promise<vscode.TextDocument> {
  drafts += 1;
  const name = `draft-${drafts}${extension}`;
  await putOnDisk(name, text ?? (await onDisk('draft.md')));
  return openFile(name);
}

export async function closeAll(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

export function diagnosticsOf(document: vscode.TextDocument): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'verbatim');
}

function ruleOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

export function describeDiagnostics(document: vscode.TextDocument): string {
  const lines = diagnosticsOf(document).map((found) => `${ruleOf(found)} on “${document.getText(found.range)}”: ${found.message}`);
  return `${nameOf(document.uri)} has ${lines.length ? lines.join('; ') : 'no diagnostics'}.`;
}

/** Waits for the rule's one diagnostic in the document. */
export function diagnosticOf(document: vscode.TextDocument, rule: string): Promise<vscode.Diagnostic> {
  const ask = () => {
    const found = diagnosticsOf(document).filter((each) => ruleOf(each) === rule);
    return found.length === 1 ? found[0] : undefined;
  };
  return eventually(`one ${rule}`, ask, () => describeDiagnostics(document));
}

export async function noDiagnosticOf(document: vscode.TextDocument, rule: string): Promise<void> {
  const ask = () => (diagnosticsOf(document).some((each) => ruleOf(each) === rule) ? undefined : true);
  await eventually(`no ${rule}`, ask, () => describeDiagnostics(document));
}

export function rangeOf(document: vscode.TextDocument, text: string): vscode.Range {
  const start = document.getText().indexOf(text);
  assert.notEqual(start, -1, `“${text}” stands in the draft`);
  return new vscode.Range(document.positionAt(start), document.positionAt(start + text.length));
}

export async function replaceText(document: vscode.TextDocument, text: string, replacement: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, rangeOf(document, text), replacement);
  assert.ok(await vscode.workspace.applyEdit(edit), 'the edit was applied');
}

export async function codeActions(
  document: vscode.TextDocument,
  range: vscode.Range,
  kind: vscode.CodeActionKind,
): Promise<vscode.CodeAction[]> {
  // The last argument has lazily made edits filled in.
  return vscode.commands.executeCommand('vscode.executeCodeActionProvider', document.uri, range, kind.value, 20);
}

export async function applyAndSave(document: vscode.TextDocument, action: vscode.CodeAction): Promise<void> {
  assert.ok(action.edit, `“${action.title}” carries an edit`);
  assert.ok(await vscode.workspace.applyEdit(action.edit), 'the edit was applied');
  if (action.command) await vscode.commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
  assert.ok(await document.save(), 'the draft was saved');
}

export async function hoverText(document: vscode.TextDocument, position: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, position);
  const contents = hovers.flatMap((hover) => hover.contents);
  return contents.map((content) => (typeof content === 'string' ? content : content.value)).join('\n');
}

/** Where “go to definition” leads: the file and the text that it would select or reveal. */
export async function definitions(document: vscode.TextDocument, position: vscode.Position): Promise<{ name: string; text: string }[]> {
  const found = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
    'vscode.executeDefinitionProvider',
    document.uri,
    position,
  );
  return Promise.all(
    found.map(async (each) => {
      const [uri, range] = 'targetUri' in each ? [each.targetUri, each.targetRange] : [each.uri, each.range];
      const target = await vscode.workspace.openTextDocument(uri);
      return { name: nameOf(uri), text: target.getText(range) };
    }),
  );
}
