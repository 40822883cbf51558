import { l10n, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import type { FindingFixesResult } from '../../../server/src/lsp/findingsProtocol.ts';
import { rangeFrom } from './findingNodes.ts';

/** Makes fixes in their drafts. Of more than one draft each is shown first, in the editor's own preview, and can be left out. */
export async function applyFixes({ drafts, fixes, left }: FindingFixesResult): Promise<void> {
  if (fixes === 0) {
    await window.showInformationMessage(l10n.t('None of these has a safe fix. Open the finding to see what the source says.'));
    return;
  }
  if (drafts.some(({ uri, version }) => version !== null && versionOf(uri) !== version)) {
    await window.showInformationMessage(l10n.t('The draft has just changed. Try again in a moment.'));
    return;
  }
  const preview = drafts.length > 1;
  const edit = new WorkspaceEdit();
  for (const { uri, name, edits } of drafts) {
    for (const { range, newText, title } of edits) {
      const metadata = preview ? { needsConfirmation: true, label: title, description: name } : undefined;
      edit.replace(Uri.parse(uri), rangeFrom(range), newText, metadata);
    }
  }
  const applied = await workspace.applyEdit(edit, { isRefactoring: preview });
  if (applied && left > 0) window.setStatusBarMessage(l10n.t('{0} fixed; {1} have no safe fix.', fixes, left), 8000);
}

function versionOf(uri: string): number | undefined {
  const wanted = Uri.parse(uri).toString();
  return workspace.textDocuments.find((document) => document.uri.toString() === wanted)?.version;
}
