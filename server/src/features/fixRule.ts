import { type CodeAction, CodeActionKind, type TextDocumentEdit, type WorkspaceEdit } from 'vscode-languageserver';
import type { Finding, Fix, RuleName } from '../rules/finding.ts';
import { safeFixes } from '../service/fixing.ts';
import { type CodeActionQuery, touches, wants } from './codeActions.ts';
import { draftPositions, shownFindings, type View } from './view.ts';
import { FIX_LABEL, fixRuleInDraft, fixRuleInFolder } from './wording.ts';

/** What a client can do with edits that it is to look at first. */
export interface PreviewOptions {
  /** Whether it shows edits that have to be confirmed. */
  readonly confirms: boolean;
  /** Whether it asks for an action's edit when it is picked. */
  readonly resolves: boolean;
}

/** What comes back when an action is to be filled in: the rule to be fixed in all drafts beside this one. */
export interface FixFolderData {
  readonly fixInFolder: { readonly uri: string; readonly rule: RuleName };
}

/** The actions that fix all that a rule has found: in this draft, where that is more than one place, and in the folder. */
export function fixRuleActions(view: View, query: CodeActionQuery, options: PreviewOptions): CodeAction[] {
  if (!wants(query.only, CodeActionKind.QuickFix)) return [];
  const span = draftPositions(view).span(query.range);
  const here = shownFindings(view).filter((finding) => touches(finding.span, span) && fixesOf([finding]).length > 0);
  return [...new Set(here.map(({ rule }) => rule))].flatMap((rule): CodeAction[] => {
    const fixes = fixesOf(ofRule(view, rule));
    const edit = previewed([editOf(view, fixes, query.versionedEdits)], rule, { ...options, versioned: query.versionedEdits });
    const inDraft = { title: view.voice.tell(fixRuleInDraft(rule, fixes.length)), kind: CodeActionKind.QuickFix, edit };
    const data: FixFolderData = { fixInFolder: { uri: view.uri, rule } };
    const inFolder = { title: view.voice.tell(fixRuleInFolder(rule)), kind: CodeActionKind.QuickFix, data };
    return [...(fixes.length > 1 ? [inDraft] : []), ...(options.resolves ? [inFolder] : [])];
  });
}

/** The safe fixes for what a rule has found in a draft, that can be made together. */
export function safeFixesOf(view: View, rule: RuleName): readonly Fix[] {
  return fixesOf(ofRule(view, rule));
}

function ofRule(view: View, rule: RuleName): readonly Finding[] {
  return shownFindings(view).filter((finding) => finding.rule === rule);
}

function fixesOf(findings: readonly Finding[]): readonly Fix[] {
  return safeFixes(findings);
}

/** The edit of one draft that makes some fixes; `versioned` where the client is told the version that it is for. */
export function editOf(view: View, fixes: readonly Fix[], versioned: boolean): TextDocumentEdit {
  const positions = draftPositions(view);
  const edits = fixes.flatMap((fix) => fix.edits).map(({ span, newText }) => ({ range: positions.range(span), newText }));
  return { textDocument: { uri: view.uri, version: versioned && view.version >= 0 ? view.version : null }, edits };
}

const ANNOTATION = 'verbatim';

/** Edits of several drafts as one, to be looked at before they are made where the client can show them. */
export function previewed(
  documents: readonly TextDocumentEdit[],
  rule: RuleName,
  { confirms, versioned }: { readonly confirms: boolean; readonly versioned: boolean },
): WorkspaceEdit {
  if (!versioned) return { changes: Object.fromEntries(documents.map(({ textDocument, edits }) => [textDocument.uri, edits as never])) };
  if (!confirms) return { documentChanges: [...documents] };
  const annotated = documents.map(({ textDocument, edits }) => ({
    textDocument,
    edits: edits.map((edit) => ({ ...edit, annotationId: ANNOTATION })) as TextDocumentEdit['edits'],
  }));
  return { documentChanges: annotated, changeAnnotations: { [ANNOTATION]: { label: `${FIX_LABEL}: ${rule}`, needsConfirmation: true } } };
}
