import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import * as z from 'zod';
import { pathOfUri, positionsOf, uriOfPath } from '../features/convert.ts';
import type { Voice } from '../features/l10n/voice.ts';
import { factCheckOf } from '../features/report/factCheck.ts';
import { REPORT_FORMATS } from '../features/report/formats.ts';
import { reportPanel } from '../features/report/html.ts';
import type { FactCheck, Item } from '../features/report/model.ts';
import { CHECKS_ENDING, NO_SIGN_OFFS, readSignOffs, type SignOff, type SignOffs, signingEdit } from '../features/report/signOffs.ts';
import { REPORT_STYLE } from '../features/report/style.ts';
import { coverageLine, signedLine } from '../features/report/wording.ts';
import { draftPositions, type View } from '../features/view.ts';
import { decodeFile } from '../readers/decode.ts';
import { claimEvidenceSteps } from '../rules/claimEvidence.ts';
import { checkOptionsOf } from '../service/configuration.ts';
import { fileNameOf } from '../service/configurationPaths.ts';
import type { Host } from '../service/host.ts';
import { drain, unlessAborted } from '../service/pump.ts';
import { type Said, say } from '../text/said.ts';
import type {
  ExportReportParams,
  ExportReportResult,
  FactCheckItem,
  FactCheckParams,
  FactCheckResult,
  PlainSignOff,
  SignOffParams,
  SignOffResult,
} from './factCheckProtocol.ts';
import type { Unchecked } from './protocol.ts';
import type { Session } from './session.ts';

const uriShape = z.object({ uri: z.string().min(1) });
const exportShape = uriShape.extend({ format: z.enum(Object.keys(REPORT_FORMATS) as [keyof typeof REPORT_FORMATS]) });
const signShape = uriShape.extend({
  item: z.string().min(1),
  initials: z.string().trim().max(12),
  note: z.string().trim().max(500).nullish(),
  time: z.iso.datetime({ offset: true }).nullable(),
});

/** A report with what it was made of. */
interface Made {
  readonly check: FactCheck;
  readonly view: View;
  readonly checks: ChecksFile | null;
}

/** The file of a draft's sign-offs, as it is open in the editor, else as it is on disk. */
interface ChecksFile {
  readonly uri: string;
  /** Null where there is none yet. */
  readonly text: string | null;
  /** Of the open document. */
  readonly version: number | null;
  readonly content: SignOffs;
}

/** Answers {@link FactCheckParams}. */
export async function factCheck(
  session: Session,
  host: Host,
  params: FactCheckParams | null,
  signal: AbortSignal,
): Promise<FactCheckResult> {
  const { uri } = checked(uriShape, params);
  const made = await make(session, host, uri, signal);
  const style = REPORT_STYLE;
  if (!('check' in made)) {
    return { ...made, title: '', coverage: [], items: [], checks: null, problem: null, html: '', style };
  }
  const { check, view, checks } = made;
  const { voice } = view;
  return {
    unchecked: null,
    title: check.title,
    coverage: [coverageLine('quotation', check.coverage), coverageLine('claim', check.coverage), signedLine(check)].map(voice.tell),
    items: check.items.map((item) => plainItem(item, view)),
    checks: checks?.uri ?? null,
    problem: checks && problemIn(checks, voice),
    html: reportPanel(check, voice),
    style,
  };
}

/** Answers {@link ExportReportParams}. */
export async function exportReport(
  session: Session,
  host: Host,
  params: ExportReportParams | null,
  signal: AbortSignal,
): Promise<ExportReportResult | null> {
  const { uri, format } = checked(exportShape, params);
  const made = await make(session, host, uri, signal);
  if (!('check' in made)) return null;
  const { write, ending } = REPORT_FORMATS[format];
  return { text: write(made.check, session.traits.voice), name: `${made.check.name.replace(/\.[^.]+$/, '')}${ending}` };
}

/** Answers {@link SignOffParams}; writes nothing. */
export async function signOff(session: Session, host: Host, params: SignOffParams | null, signal: AbortSignal): Promise<SignOffResult> {
  const { uri, item: id, initials, note, time } = checked(signShape, params);
  const made = await make(session, host, uri, signal);
  const { voice } = session.traits;
  const refused = (reason: Said): SignOffResult => ({ kind: 'refused', reason: voice.tell(reason) });
  if (!('check' in made)) return refused(say`This document is not checked, so that there is nothing to sign.`);
  const { check, checks } = made;
  if (!checks) return refused(say`Save the draft first: who has checked it is kept in a file beside it.`);
  const problem = problemIn(checks, voice);
  if (problem !== null) return { kind: 'refused', reason: problem };
  if (time !== null && initials === '') return refused(say`Say who signs: initials are enough.`);
  const item = check.items.find((one) => one.id === id);
  if (!item) return refused(say`The sentence has changed since. Look at the report again.`);
  const text = checks.text ?? '';
  const { span, newText } = signingEdit(text, check.name, {
    item: item.key,
    initials,
    replaced: item.signed.stale && time !== null ? [item.signed.stale.signOff] : [],
    signOff: time === null ? null : signOffOf(item, { initials, time, note: note || null }),
  });
  const create = { kind: 'create', uri: checks.uri, options: { ignoreIfExists: true } } as const;
  const range = positionsOf(text, session.traits.encoding).range(span);
  const edit = { textDocument: { uri: checks.uri, version: checks.version }, edits: [{ range, newText }] };
  return { kind: 'edit', uri: checks.uri, edit: { documentChanges: [...(checks.text === null ? [create] : []), edit] } };
}

/** What is wrong with the file of sign-offs, for whoever reads the report. */
function problemIn({ content: { problem } }: ChecksFile, { retell }: Voice): string | null {
  return problem === null ? null : retell(problem);
}

function checked<T>(shape: z.ZodType<T>, params: unknown): T {
  const found = shape.safeParse(params);
  if (!found.success) throw new ResponseError(ErrorCodes.InvalidParams, z.prettifyError(found.error));
  return found.data;
}

function signOffOf({ key, words, source, passageHash }: Item, by: PlainSignOff): SignOff {
  // In English: the file is everybody's.
  const named = source && [source.name, source.imprint.text, source.locator].filter(Boolean).join(', ');
  return { ...by, item: key, text: words, source: named, passage: passageHash };
}

async function make(session: Session, host: Host, uri: string, signal: AbortSignal): Promise<Made | { readonly unchecked: Unchecked }> {
  const opened = await session.desk.open(uri, signal);
  if (!('draft' in opened)) return opened;
  const { document, configuration, shelf } = opened.draft;
  const view = await session.desk.viewOf(opened.draft, signal);
  const evidence = await drain(claimEvidenceSteps(view.analysis, checkOptionsOf(configuration.settings)), signal);
  const checks = await unlessAborted(checksFileOf(session, host, uri), signal);
  const check = factCheckOf(view, {
    evidence,
    signOffs: checks?.content.signOffs ?? [],
    languageId: document.languageId,
    path: session.workspace.pathOf(document),
    incomplete: !shelf.library.complete,
  });
  return { check, view, checks };
}

/** Null for a draft that is in no file yet. */
async function checksFileOf({ documents, traits }: Session, host: Host, draft: string): Promise<ChecksFile | null> {
  if (draft.startsWith('untitled:')) return null;
  const path = pathOfUri(draft);
  const uri = path === undefined ? `${draft}${CHECKS_ENDING}` : uriOfPath(`${path}${CHECKS_ENDING}`);
  const open = documents
    .all()
    .find((document) => document.uri === uri || (path !== undefined && pathOfUri(document.uri) === path + CHECKS_ENDING));
  if (open) return { uri: open.uri, text: open.text, version: open.version, content: readSignOffs(open.text) };
  const file = path === undefined ? uri : path + CHECKS_ENDING;
  if ((await host.stat(file)) === undefined) return { uri, text: null, version: null, content: NO_SIGN_OFFS };
  const { text, problem } = decodeFile(await host.readFile(file));
  const content =
    text === null ? { signOffs: [], problem: `${fileNameOf(file)}: ${traits.voice.retell(problem ?? '')}` } : readSignOffs(text);
  return { uri, text, version: null, content };
}

function plainItem({ id, kind, verdict, span, words, speaker, remarks, source, signed }: Item, view: View): FactCheckItem {
  const plain = ({ initials, time, note }: SignOff): PlainSignOff => ({ initials, time, note });
  return {
    id,
    kind,
    verdict,
    range: draftPositions(view).range(span),
    words,
    speaker,
    messages: remarks.map(({ message }) => view.voice.tell(message)),
    source: source && {
      place: source.place,
      title: source.name,
      imprint: view.voice.tell(source.imprint),
      locator: view.voice.retell(source.locator),
      url: source.url,
      exact: source.exact,
      speaker: source.speaker,
      independent: source.independent,
    },
    signed: signed.fresh.map(plain),
    stale: signed.stale && { ...plain(signed.stale.signOff), since: signed.stale.since },
  };
}
