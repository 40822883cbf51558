import { type CodeAction, CodeActionKind, type Diagnostic, type Range, type TextEdit, type WorkspaceEdit } from 'vscode-languageserver';
import type { Edit, Finding, Fix } from '../rules/finding.ts';
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

/** Safe fixes that can be applied together, first come first served: none of them touches another. */
export function safeFixes(findings: readonly Finding[]): readonly Fix[] {
  const taken: Edit[] = [];
  return findings.flatMap(({ fixes }) => {
    const safe = fixes.filter((fix) => fix.applicability === 'safe');
    const fix = safe.find((one) => one.preferred) ?? safe[0];
    if (!fix || fix.edits.some((edit) => taken.some((other) => collides(edit, other)))) return [];
    taken.push(...fix.edits);
    return [fix];
  });
}

/** Whether two edits cannot both be made: they overlap, or one inserts where the other begins. */
function collides({ span: a }: Edit, { span: b }: Edit): boolean {
  return a.start === b.start || (a.start < b.end && b.start < a.end);
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
    title: fix.title,
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
  return [{ title: fixAllTitle(fixes.length), kind: FIX_ALL, edit: workspaceEdit(view, query, edits) }];
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
