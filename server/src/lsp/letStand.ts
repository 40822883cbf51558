import { type CodeAction, ErrorCodes, ResponseError } from 'vscode-languageserver';
import { type CodeActionQuery, codeActionsFor } from '../features/codeActions.ts';
import { fixRuleActions } from '../features/fixRule.ts';
import { LET_STAND_SCOPES, letStandActions, type StetTarget, scopesOf, standableAt, standingEdit } from '../features/letStand.ts';
import { stetActions } from '../features/stetDiagnostics.ts';
import { draftPositions, type View } from '../features/view.ts';
import { CANNOT_LET_STAND } from '../features/wording.ts';
import { readable } from '../prose/prose.ts';
import { parseIsoDate } from '../text/calendarDate.ts';
import { sliceOf } from '../text/span.ts';
import type { OpenDraft } from './desk.ts';
import type { LetStandParams, LetStandResult, StandableParams, StandableResult } from './letStandProtocol.ts';
import type { Session } from './session.ts';
import { today } from './today.ts';

/** All that can be done about the findings at a range: their fixes, these in bulk, and letting them stand. */
export async function actionsFor(session: Session, uri: string, query: CodeActionQuery, signal: AbortSignal): Promise<CodeAction[] | null> {
  const opened = await session.desk.open(uri, signal);
  if (!('draft' in opened)) {
    const stets = session.stets.openFile(uri);
    const { encoding, voice } = session.traits;
    return stets && stetActions({ ...stets, uri }, query, { told: session.stets.diagnosticsOf(stets.path), encoding, voice });
  }
  const view = await session.desk.viewOf(opened.draft, signal);
  const { confirms, resolvesEdits: resolves, createsFiles: creates, commands } = session.traits;
  const command = commands.letStand ?? null;
  const all = codeActionsFor(view, query);
  const ofRules = fixRuleActions(view, query, { confirms, resolves });
  const standing = letStandActions(view, query, targetOf(session, opened.draft), { date: today(), command, creates });
  return [...all, ...ofRules, ...standing];
}

function targetOf({ stets, workspace }: Session, { document, configuration }: OpenDraft): StetTarget {
  return { ...stets.currentOf(configuration), draft: workspace.pathOf(document), languageId: document.languageId };
}

async function viewOf(session: Session, uri: unknown, signal: AbortSignal): Promise<{ view: View; target: StetTarget } | null> {
  if (typeof uri !== 'string') throw new ResponseError(ErrorCodes.InvalidParams, 'The URI of the draft is missing.');
  const opened = await session.desk.open(uri, signal);
  if (!('draft' in opened)) return null;
  return { view: await session.desk.viewOf(opened.draft, signal), target: targetOf(session, opened.draft) };
}

/** Which findings at a range can be let stand, and how far. */
export async function standable(session: Session, params: StandableParams | null, signal: AbortSignal): Promise<StandableResult> {
  const found = params && (await viewOf(session, params.uri, signal));
  if (!found) return { findings: [] };
  const { view, target } = found;
  const { text } = view.analysis.draft.prose;
  const findings = standableAt(view, params.range, params.rule ?? null).map((finding) => ({
    rule: finding.rule,
    message: view.voice.tell(finding.message),
    words: readable(sliceOf(text, finding.span)).replace(/\s+/g, ' ').trim(),
    range: draftPositions(view).range(finding.span),
    scopes: scopesOf(view, finding, target),
  }));
  return { findings };
}

/** The change that lets a finding stand. Nothing is written here. */
export async function letStand(session: Session, params: LetStandParams | null, signal: AbortSignal): Promise<LetStandResult> {
  const found = params && (await viewOf(session, params.uri, signal));
  const finding = found && standableAt(found.view, params.range, params.rule)[0];
  if (!finding || !LET_STAND_SCOPES.includes(params.scope)) return { kind: 'refused', reason: session.traits.voice.tell(CANNOT_LET_STAND) };
  const date = params.date !== undefined && parseIsoDate(params.date) ? params.date : today();
  const notes = { reason: params.reason ?? null, date };
  const edit = standingEdit(found.view, finding, params.scope, { target: found.target, notes });
  return edit ? { kind: 'edit', ...edit } : { kind: 'refused', reason: session.traits.voice.tell(CANNOT_LET_STAND) };
}
