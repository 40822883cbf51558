import { commands, type ExtensionContext, FileType, l10n, type Memento, Uri, window, workspace } from 'vscode';

/** The sample in the extension: what is copied, and as what. The sources stand beside the draft, where a writer has them. */
const FOLDERS = [
  { from: 'demo', to: '' },
  { from: 'corpus', to: 'corpus' },
] as const;
/** Says where the sample's sources are in the extension; beside the draft they are found without it. */
const LEFT_OUT = new Set(['.verbatim.yaml']);
const DRAFT = 'draft.md';
/** Makes the editor start Verbatim as soon as the folder is opened. */
const PROJECT_FILE = '.verbatim.yaml';
/** Under which the sample is remembered from the window that makes it to the one that opens it. */
const REMEMBERED = 'sampleToShow';

/** Writes a fresh sample draft with its sources into a folder; what is already there is replaced. */
export async function writeSample(extension: Uri, folder: Uri): Promise<void> {
  for (const { from, to } of FOLDERS) {
    const source = Uri.joinPath(extension, from);
    for (const [name, type] of await workspace.fs.readDirectory(source)) {
      if (type !== FileType.File || LEFT_OUT.has(name)) continue;
      const content = await workspace.fs.readFile(Uri.joinPath(source, name));
      await workspace.fs.writeFile(Uri.joinPath(folder, to, name), content);
    }
  }
  const project = `# ${l10n.t('The sample draft is checked against the folder “corpus” beside it.')}\n{}\n`;
  await workspace.fs.writeFile(Uri.joinPath(folder, PROJECT_FILE), new TextEncoder().encode(project));
}

/** Makes the sample and opens it, in a window of its own where this one has a folder. */
export async function openSample({ extensionUri, globalStorageUri, globalState }: ExtensionContext): Promise<void> {
  const folder = Uri.joinPath(globalStorageUri, 'sample');
  await writeSample(extensionUri, folder);
  await globalState.update(REMEMBERED, folder.toString());
  await commands.executeCommand('vscode.openFolder', folder, { forceNewWindow: workspace.workspaceFolders !== undefined });
}

/** Shows the sample's draft where this window was opened for it. */
export async function showSample(memory: Memento): Promise<void> {
  const [folder] = workspace.workspaceFolders ?? [];
  if (!folder || memory.get<string>(REMEMBERED) !== folder.uri.toString()) return;
  await memory.update(REMEMBERED, undefined);
  await window.showTextDocument(Uri.joinPath(folder.uri, DRAFT));
}
