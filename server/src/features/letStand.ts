import { type CodeAction, CodeActionKind, type Range, type WorkspaceEdit } from 'vscode-languageserver';
import type { Draft } from '../draft/draft.ts';
import { languageIdFor, languageOf } from '../draft/languages/index.ts';
import { blockAt, readable } from '../prose/prose.ts';
import type { Finding } from '../rules/finding.ts';
import { quotationAround, textOfQuotation, wordsAround } from '../rules/standing.ts';
import { relativeTo } from '../service/configurationPaths.ts';
import type { StetFile } from '../service/stetFile.ts';
import { appending, type NewStet } from '../service/stetWriting.ts';
import { cover, type Span, sliceOf } from '../text/span.ts';
import type { Word } from '../text/words.ts';
import { type CodeActionQuery, diagnosticsFor, touches, wants } from './codeActions.ts';
import { positionsOf, uriOfPath } from './convert.ts';
import { draftPositions, shownFindings, type View } from './view.ts';
import { LET_STAND, letStandTitle } from './wording.ts';

/** How far a finding is let stand: here, with this quotation, in this draft, in the folder; or by a comment in the draft. */
export const LET_STAND_SCOPES = ['place', 'quotation', 'draft', 'rule', 'comment'] as const;
export type LetStandScope = (typeof LET_STAND_SCOPES)[number];

/** Where it is written down that something is let stand. */
export interface StetTarget {
  readonly file: StetFile;
  /** Of the open document; null where the file is not open. */
  readonly version: number | null;
  /** The draft's path, and the language that it is written in. */
  readonly draft: string;
  readonly languageId: string;
}

/** What else is written down. */
export interface StetNotes {
  readonly reason: string | null;
  /** YYYY-MM-DD. */
  readonly date: string | null;
}

/** A change of one document that lets a finding stand. */
export interface StandingEdit {
  readonly uri: string;
  /** Of the open document; null where it is not open. */
  readonly version: number | null;
  /** Whether the file has to be made first. */
  readonly create: boolean;
  readonly range: Range;
  readonly newText: string;
}

/** What a client can take. */
export interface LetStandOptions {
  readonly date: string;
  /** The client's command that asks how far, and why; null where it has none: then each way is an action of its own. */
  readonly command: string | null;
  /** Whether it makes files. */
  readonly creates: boolean;
}

/** The findings at a range that can be let stand: all but those that are about letting stand. */
export function standableAt(view: View, range: Range, rule: string | null): readonly Finding[] {
  const span = draftPositions(view).span(range);
  return shownFindings(view).filter((one) => one.rule !== 'unused-stet' && touches(one.span, span) && (rule === null || one.rule === rule));
}

/** How far a finding can be let stand, the narrowest first. */
export function scopesOf(view: View, finding: Finding, target: StetTarget): readonly LetStandScope[] {
  return LET_STAND_SCOPES.filter((scope) => {
    if (scope === 'comment') return commentEdit(view, finding, target, NO_NOTES) !== null;
    const entry = entryFor(view, finding, scope, target);
    return entry !== null && appending(target.file.text, entry) !== null;
  });
}

const NO_NOTES: StetNotes = { reason: null, date: null };

/** The change that lets a finding stand; null where it cannot be let stand so far, or the file has to be mended first. */
export function standingEdit(
  view: View,
  finding: Finding,
  scope: LetStandScope,
  { target, notes }: { readonly target: StetTarget; readonly notes: StetNotes },
): StandingEdit | null {
  if (scope === 'comment') return commentEdit(view, finding, target, notes);
  const { file, version } = target;
  const entry = entryFor(view, finding, scope, target);
  const edit = entry && appending(file.text, { ...entry, ...noted(notes) });
  if (!edit) return null;
  const range = positionsOf(file.text ?? '', view.encoding).range(edit.span);
  return { uri: uriOfPath(file.path), version, create: file.text === null, range, newText: edit.newText };
}

function noted({ reason, date }: StetNotes): NewStet {
  const why = (reason ?? '').replace(/\s+/g, ' ').trim();
  return { ...(why === '' ? {} : { reason: why }), ...(date === null ? {} : { date }) };
}

function entryFor(view: View, { rule, span }: Finding, scope: LetStandScope, { file, draft: path }: StetTarget): NewStet | null {
  const { draft } = view.analysis;
  if (scope === 'place') return { rule, ...placeEntry(span, draft) };
  if (scope === 'rule') return { rule };
  if (scope === 'quotation') {
    const quotation = quotationAround(span, draft);
    const words = quotation ? shownText(textOfQuotation(quotation, draft)) : '';
    return words === '' ? null : { quotation: words };
  }
  const way = view.uri.startsWith('untitled:') ? undefined : relativeTo(file.home, path);
  return scope === 'draft' && way ? { rule, draft: way } : null;
}

function placeEntry(span: Span, draft: Draft): NewStet {
  const { before, after } = wordsAround(span, draft);
  const text = (words: readonly Word[]) => {
    const [first, last] = [words[0], words.at(-1)];
    return first && last ? shownText(sliceOf(draft.prose.text, cover(first.span, last.span))) : '';
  };
  const around = { before: text(before), after: text(after) };
  return {
    words: shownText(sliceOf(draft.prose.text, span)),
    ...(around.before === '' ? {} : { before: around.before }),
    ...(around.after === '' ? {} : { after: around.after }),
  };
}

/** Words as a person would write them down: in one line, without markup. */
function shownText(text: string): string {
  return readable(text).replace(/\s+/g, ' ').trim();
}

/** Puts a comment over the paragraph, or the whole list, table or block quote, that a finding begins in. */
function commentEdit(view: View, { rule, span }: Finding, { languageId, draft }: StetTarget, notes: StetNotes): StandingEdit | null {
  const { text, prose } = view.analysis.draft;
  const own = blockAt(prose, span.start);
  if (!own) return null;
  const { comment } = languageOf(languageIdFor(languageId, draft));
  const first = own.group < 0 ? own : (prose.blocks.find(({ group }) => group === own.group) ?? own);
  const at = text.lastIndexOf('\n', first.span.start - 1) + 1;
  const why = noted(notes).reason ?? '';
  const newText = comment(`stet ${rule}${why === '' ? '' : `: ${why}`}`).replaceAll('\n', text.includes('\r\n') ? '\r\n' : '\n');
  const range = draftPositions(view).range({ start: at, end: at });
  return { uri: view.uri, version: view.version, create: false, range, newText };
}

/** The actions that let the findings at a range stand: one that asks, or one for each way. */
export function letStandActions(view: View, query: CodeActionQuery, target: StetTarget, options: LetStandOptions): CodeAction[] {
  if (!wants(query.only, CodeActionKind.QuickFix)) return [];
  return standableAt(view, query.range, null).flatMap((finding): CodeAction[] => {
    const diagnostics = diagnosticsFor(view, query, finding);
    const action = { kind: CodeActionKind.QuickFix, ...(diagnostics.length > 0 ? { diagnostics } : {}) };
    if (options.command !== null) {
      const range = draftPositions(view).range(finding.span);
      const title = view.voice.tell(LET_STAND);
      const command = { title, command: options.command, arguments: [view.uri, range, finding.rule] };
      return [{ ...action, title, command }];
    }
    return LET_STAND_SCOPES.flatMap((scope) => {
      const edit = standingEdit(view, finding, scope, { target, notes: { reason: null, date: options.date } });
      const words = shownText(sliceOf(view.analysis.draft.prose.text, finding.span));
      const title = view.voice.tell(letStandTitle(scope, finding.rule, words));
      return edit ? [{ ...action, title, edit: asWorkspaceEdit(edit, query, options) }] : [];
    });
  });
}

function asWorkspaceEdit(
  { uri, version, create, range, newText }: StandingEdit,
  query: CodeActionQuery,
  options: LetStandOptions,
): WorkspaceEdit {
  const textEdits = [{ range, newText }];
  // A client that is told of no new file makes one when it writes a document that is not there.
  if (!query.versionedEdits) return { changes: { [uri]: textEdits } };
  const made = create && options.creates ? [{ kind: 'create' as const, uri, options: { ignoreIfExists: true } }] : [];
  return { documentChanges: [...made, { textDocument: { uri, version }, edits: textEdits }] };
}
