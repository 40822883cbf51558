import { l10n, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import type { FindingFixesResult } from '../../../server/src/lsp/findingsProtocol.ts';
import { numeral } from '../wording.ts';
import { rangeFrom } from './findingNodes.ts';

/**
 * Makes fixes in their drafts. Where these are more than one, the writer says whether all are to be made, or first looked at one
 * by one in the editor's own preview, in which none is ticked beforehand.
 */
export async function applyFixes({ drafts, fixes, left }: FindingFixesResult): Promise<void> {
  if (fixes === 0) {
    await window.showInformationMessage(l10n.t('None of these has a safe fix. Open the finding to see what the source says.'));
    return;
  }
  if (drafts.some(({ uri, version }) => version !== null && versionOf(uri) !== version)) {
    await window.showInformationMessage(l10n.t('The draft has just changed. Try again in a moment.'));
    return;
  }
  const preview = drafts.length > 1 ? await wantsPreview(fixes, drafts.length) : false;
  if (preview === undefined) return;
  const edit = new WorkspaceEdit();
  for (const { uri, name, edits } of drafts) {
    for (const { range, newText, title } of edits) {
      const metadata = preview ? { needsConfirmation: true, label: title, description: name } : undefined;
      edit.replace(Uri.parse(uri), rangeFrom(range), newText, metadata);
    }
  }
  const applied = await workspace.applyEdit(edit, { isRefactoring: drafts.length > 1 });
  if (applied && left > 0) window.setStatusBarMessage(l10n.t('Fixed: {0}. Without a safe fix: {1}.', numeral(fixes), numeral(left)), 8000);
}

/** Undefined where nothing is to be done. */
async function wantsPreview(fixes: number, drafts: number): Promise<boolean | undefined> {
  const [all, each] = [l10n.t('Apply All'), l10n.t('Review Each')];
  const question = l10n.t('Apply {0} safe fixes in {1} drafts?', numeral(fixes), numeral(drafts));
  const detail = l10n.t(
    'Each puts in what the source has. Drafts that are not open are changed, too; “Undo” takes a draft’s changes back.',
  );
  const chosen = await window.showInformationMessage(question, { modal: true, detail }, all, each);
  return chosen === undefined ? undefined : chosen === each;
}

function versionOf(uri: string): number | undefined {
  const wanted = Uri.parse(uri).toString();
  return workspace.textDocuments.find((document) => document.uri.toString() === wanted)?.version;
}
