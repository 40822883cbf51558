import { type CodeAction, CodeActionKind, type Diagnostic, type Range, type TextEdit, type WorkspaceEdit } from 'vscode-languageserver';
import type { Edit, Finding, Fix } from '../rules/finding.ts';
import { safeFixes } from '../service/fixing.ts';
import { contains, type Span } from '../text/span.ts';
import { draftPositions, shownFindings, type View } from './view.ts';
import { fixAllTitle } from './wording.ts';

/** The kind of the action that applies every safe fix of a draft: `editor.codeActionsOnSave` names it. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.verbatim`;

/** What was asked, and what the client can take. */
export interface CodeActionQuery {
  readonly range: Range;
  /** Kinds that are wanted; a kind stands for its sub-kinds. Undefined: all. */
  readonly only: readonly string[] | undefined;
  /** The diagnostics that the client has there. */
  readonly diagnostics: readonly Diagnostic[];
  /** Whether the client takes edits that name the version they are for. */
  readonly versionedEdits: boolean;
}

/** The fixes for the findings at a range, and the one action for all that is safe. */
export function codeActionsFor(view: View, query: CodeActionQuery): CodeAction[] {
  const span = draftPositions(view).span(query.range);
  const quick = wants(query.only, CodeActionKind.QuickFix)
    ? shownFindings(view)
        .filter((finding) => touches(finding.span, span))
        .flatMap((finding) => finding.fixes.map((fix) => quickFix(view, query, { finding, fix })))
    : [];
  return wants(query.only, FIX_ALL) ? [...quick, ...fixAll(view, query)] : quick;
}

/** A cursor at either edge of a finding is on it. */
export function touches(a: Span, b: Span): boolean {
  return contains(a, b) || (a.start <= b.end && b.start <= a.end);
}

/** Whether a kind of action is asked for. */
export function wants(only: readonly string[] | undefined, kind: string): boolean {
  return only === undefined || only.some((wanted) => wanted === '' || wanted === kind || kind.startsWith(`${wanted}.`));
}

/** Those of the client's diagnostics that a finding was told by. */
export function diagnosticsFor(view: View, query: CodeActionQuery, { rule, span }: Finding): Diagnostic[] {
  const range = draftPositions(view).range(span);
  return query.diagnostics.filter((one) => one.code === rule && sameRange(one.range, range));
}

function quickFix(view: View, query: CodeActionQuery, { finding, fix }: { finding: Finding; fix: Fix }): CodeAction {
  const diagnostics = diagnosticsFor(view, query, finding);
  return {
    title: view.voice.tell(fix.title),
    kind: CodeActionKind.QuickFix,
    ...(diagnostics.length > 0 ? { diagnostics } : {}),
    ...(fix.preferred ? { isPreferred: true } : {}),
    edit: workspaceEdit(view, query, fix.edits),
  };
}

function fixAll(view: View, query: CodeActionQuery): CodeAction[] {
  const fixes = safeFixes(shownFindings(view));
  if (fixes.length === 0) return [];
  const edits = fixes.flatMap((fix) => fix.edits);
  return [{ title: view.voice.tell(fixAllTitle(fixes.length)), kind: FIX_ALL, edit: workspaceEdit(view, query, edits) }];
}

function workspaceEdit(view: View, query: CodeActionQuery, edits: readonly Edit[]): WorkspaceEdit {
  const positions = draftPositions(view);
  const textEdits: TextEdit[] = edits.map(({ span, newText }) => ({ range: positions.range(span), newText }));
  const { uri, version } = view;
  if (!query.versionedEdits) return { changes: { [uri]: textEdits } };
  return { documentChanges: [{ textDocument: { uri, version }, edits: textEdits }] };
}

function sameRange(a: Range, b: Range): boolean {
  return samePosition(a, b, 'start') && samePosition(a, b, 'end');
}

function samePosition(a: Range, b: Range, side: 'start' | 'end'): boolean {
  return a[side].line === b[side].line && a[side].character === b[side].character;
}
