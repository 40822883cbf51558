import { type Disposable, l10n, type QuickPickItem, Range, type TextDocument, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import {
  type LetStandParams,
  type LetStandResult,
  type LetStandScope,
  letStandRequest,
  type StandableFinding,
  standableRequest,
} from '../../../server/src/lsp/letStandProtocol.ts';
import type { PlainRange } from '../../../server/src/lsp/protocol.ts';
import { ask } from '../client.ts';
import type { Register } from '../commands.ts';
import { inMarks } from '../findings/inMarks.ts';
import type { LateClient } from '../lateClient.ts';

/** How long a line at the bottom says what was done, in milliseconds. */
const TOLD_MS = 6000;
/** Of a draft's words in a question, in UTF-16 code units. */
const MOST_LETTERS = 50;

/** Lets a finding stand: this command is run by quick fixes, by the palette, and by programs that say how far. */
export function letStandCommands(register: Register, client: LateClient): Disposable[] {
  return [
    register('letStand', (uri?: string, range?: PlainRange, rule?: string, scope?: LetStandScope, reason?: string) =>
      letStand(client, { uri, range, rule, scope, reason }),
    ),
  ];
}

/** What is known beforehand; the rest is asked. */
interface Given {
  readonly uri: string | undefined;
  readonly range: PlainRange | undefined;
  readonly rule: string | undefined;
  readonly scope: LetStandScope | undefined;
  readonly reason: string | undefined;
}

async function letStand(client: LateClient, given: Given): Promise<void> {
  const editor = window.activeTextEditor;
  const uri = given.uri ?? (editor && client.code2ProtocolConverter.asUri(editor.document.uri));
  const range = given.range ?? editor?.selection;
  const { findings } = uri && range ? await ask(client, standableRequest, paramsOf(uri, range, given.rule)) : { findings: [] };
  if (!uri || findings.length === 0) {
    await window.showInformationMessage(l10n.t('Put the cursor on a finding first: on the words that are underlined.'));
    return;
  }
  const finding = await findingOf(findings);
  const scope = finding && (given.scope ?? (await scopeOf(finding)));
  if (!finding || !scope) return;
  // Who says how far from the start is not asked anything.
  const reason = given.scope === undefined ? await askReason(finding) : (given.reason ?? '');
  if (reason === undefined) return;
  const why = reason.trim() === '' ? {} : { reason };
  await write(client, { uri, range: finding.range, rule: finding.rule, scope, date: today(), ...why });
}

function paramsOf(uri: string, range: PlainRange, rule: string | undefined) {
  const { start, end } = range;
  const place = { line: start.line, character: start.character };
  return { uri, range: { start: place, end: { line: end.line, character: end.character } }, ...(rule === undefined ? {} : { rule }) };
}

async function findingOf(findings: readonly StandableFinding[]): Promise<StandableFinding | undefined> {
  if (findings.length === 1) return findings[0];
  const items = findings.map((finding) => ({
    label: finding.rule,
    description: inMarks(finding.words, MOST_LETTERS),
    detail: finding.message,
    finding,
  }));
  const picked = await window.showQuickPick(items, { title: l10n.t('Let Stand'), placeHolder: l10n.t('Which finding is to stand?') });
  return picked?.finding;
}

async function scopeOf({ rule, words, scopes }: StandableFinding): Promise<LetStandScope | undefined> {
  const items = scopes.map((scope) => ({ scope, ...scopeItem(scope, rule, words) }));
  const picked = await window.showQuickPick(items, { title: l10n.t('Let Stand'), placeHolder: l10n.t('How far is it to stand?') });
  return picked?.scope;
}

function scopeItem(scope: LetStandScope, rule: string, words: string): QuickPickItem {
  switch (scope) {
    case 'place':
      return {
        label: `$(location) ${l10n.t('Only here')}`,
        detail: l10n.t('{0} in this sentence, wherever the paragraph is moved to', inMarks(words, MOST_LETTERS)),
      };
    case 'quotation':
      return {
        label: `$(quote) ${l10n.t('This quotation')}`,
        detail: l10n.t('These very words, in every draft; they are not checked any more'),
      };
    case 'draft':
      return { label: `$(file) ${l10n.t('This draft')}`, detail: l10n.t('Everything that “{0}” finds in it, now and later', rule) };
    case 'rule':
      return {
        label: `$(folder) ${l10n.t('This folder')}`,
        detail: l10n.t('Everything that “{0}” finds in its drafts, now and later', rule),
      };
    case 'comment':
      return {
        label: `$(comment) ${l10n.t('By a comment in the draft')}`,
        detail: l10n.t('Seen by everyone who has the draft; for the whole paragraph'),
      };
  }
}

/** Undefined where it was cancelled; empty where there is to be none. */
async function askReason({ words }: StandableFinding): Promise<string | undefined> {
  return await window.showInputBox({
    title: l10n.t('Let {0} Stand', inMarks(words, MOST_LETTERS)),
    prompt: l10n.t('Why? It is written down for whoever asks later; it may be left empty.'),
    placeHolder: l10n.t('She says so on the recording'),
  });
}

/** The day where the user is. */
function today(): string {
  const now = new Date();
  const two = (number: number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

async function write(client: LateClient, params: LetStandParams): Promise<void> {
  const result = await ask(client, letStandRequest, params);
  if (result.kind === 'refused') {
    await window.showWarningMessage(result.reason);
    return;
  }
  const uri = Uri.parse(result.uri);
  const open = workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  const wasDirty = open?.isDirty === true;
  if (!(await workspace.applyEdit(editOf(uri, result)))) {
    await window.showWarningMessage(l10n.t('Nothing was changed: {0} could not be written.', workspace.asRelativePath(uri)));
    return;
  }
  // A comment is part of the draft, which its writer saves.
  if (params.scope !== 'comment' && !wasDirty) await saved(uri);
  window.setStatusBarMessage(l10n.t('Let stand; written down in {0}', workspace.asRelativePath(uri)), TOLD_MS);
}

function editOf(uri: Uri, { create, range, newText }: Extract<LetStandResult, { kind: 'edit' }>): WorkspaceEdit {
  const edit = new WorkspaceEdit();
  if (create) edit.createFile(uri, { ignoreIfExists: true });
  edit.replace(uri, new Range(range.start.line, range.start.character, range.end.line, range.end.character), newText);
  return edit;
}

/** The file is nobody's work in progress: it is saved, so that the command line sees the same. */
async function saved(uri: Uri): Promise<void> {
  const document: TextDocument = await workspace.openTextDocument(uri);
  await document.save();
}
