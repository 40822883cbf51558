import { type Connection, ErrorCodes, type ExecuteCommandParams, ResponseError, type WorkspaceEdit } from 'vscode-languageserver';
import { pathOrUri } from '../features/convert.ts';
import {
  CANNOT_WRITE,
  checkOutcome,
  NO_DRAFT,
  NO_SOURCE,
  reportOutcome,
  rereadOutcome,
  uncheckedOutcome,
  WHICH_DRAFT,
} from '../features/outcomes.ts';
import type { Host } from '../service/host.ts';
import type { Said } from '../text/said.ts';
import { detailsOf } from './details.ts';
import { exportReport } from './factCheck.ts';
import type { ReportFormat } from './factCheckProtocol.ts';
import { guarded } from './guard.ts';
import type { CheckParams, CheckResult, RereadResult } from './protocol.ts';
import type { Session } from './session.ts';
import type { Traits } from './traits.ts';

/** Commands that the server carries out, for editors that have none of their own. */
const COMMANDS = ['verbatim.check', 'verbatim.reread', 'verbatim.report', 'verbatim.details'] as const;

/** The commands that a client is offered; one that has commands of its own needs none. */
export function commandsFor({ commands }: Pick<Traits, 'commands'>): readonly string[] {
  return Object.keys(commands).length > 0 ? [] : COMMANDS;
}

/** What commands are made of. */
interface Tools {
  readonly connection: Connection;
  readonly session: Session;
  readonly host: Host;
  readonly check: (params: CheckParams, signal: AbortSignal) => Promise<CheckResult>;
  readonly reread: (signal: AbortSignal) => Promise<RereadResult>;
}

/** Has the server carry out its commands. What comes of one is told as a message, too: few editors show an answer. */
export function answerCommands(tools: Tools): void {
  const { connection, session } = tools;
  connection.onExecuteCommand(
    guarded('workspace/executeCommand', session.log, async ({ command, arguments: given = [] }: ExecuteCommandParams, signal) => {
      const [first, second] = given as unknown[];
      const uri = typeof first === 'string' ? first : null;
      switch (command as (typeof COMMANDS)[number]) {
        case 'verbatim.check':
          return await checkDrafts(tools, uri, signal);
        case 'verbatim.reread':
          return await rereadAll(tools, signal);
        case 'verbatim.report':
          return await writeReport(tools, uri, second, signal);
        case 'verbatim.details':
          return await openDetails(tools, uri, signal);
        default:
          throw new ResponseError(ErrorCodes.InvalidParams, `There is no command ${command}.`);
      }
    }),
  );
}

function inform({ connection, session }: Tools, message: Said): void {
  connection.window.showInformationMessage(session.traits.voice.tell(message));
}

/** The draft that is named, else every draft that is open. */
async function checkDrafts(tools: Tools, uri: string | null, signal: AbortSignal): Promise<CheckResult | null> {
  const uris = uri === null ? tools.session.documents.all().map((document) => document.uri) : [uri];
  const results: CheckResult[] = [];
  for (const one of uris) results.push(await tools.check({ uri: one }, signal));
  const checked = results.filter(({ unchecked }) => unchecked === null);
  const [only] = results;
  if (checked.length === 0) {
    inform(tools, uri !== null && only?.unchecked ? uncheckedOutcome(only.unchecked) : NO_DRAFT);
    return only ?? null;
  }
  const sum = (key: 'findings' | 'quotations' | 'verified') => checked.reduce((all, one) => all + one[key], 0);
  const articles = Math.max(...checked.map((one) => one.articles));
  const result = { unchecked: null, findings: sum('findings'), quotations: sum('quotations'), verified: sum('verified'), articles };
  inform(tools, checkOutcome(result));
  return result;
}

async function rereadAll(tools: Tools, signal: AbortSignal): Promise<RereadResult> {
  const result = await tools.reread(signal);
  inform(tools, rereadOutcome(result));
  return result;
}

/** Writes the fact-check report of a draft beside it and shows it; gives its URI. The editor writes, as it does with every edit. */
async function writeReport(tools: Tools, named: string | null, format: unknown, signal: AbortSignal): Promise<string | null> {
  const { session, host } = tools;
  const uri = named ?? (await onlyDraft(tools, signal));
  if (uri === null) return null;
  const wanted = (typeof format === 'string' ? format : 'markdown') as ReportFormat;
  const report = await exportReport(session, host, { uri, format: wanted }, signal);
  if (!report) {
    inform(tools, NO_DRAFT);
    return null;
  }
  const target = `${uri.slice(0, uri.lastIndexOf('/') + 1)}${encodeURIComponent(report.name)}`;
  const isWritten = await writeFile(tools, { uri: target, text: report.text, overwrites: true });
  if (isWritten) inform(tools, reportOutcome(report.name));
  return isWritten ? target : null;
}

/** The only draft that is open; says which is missing where there are several or none. */
async function onlyDraft(tools: Tools, signal: AbortSignal): Promise<string | null> {
  const { documents, desk } = tools.session;
  const drafts: string[] = [];
  for (const { uri } of documents.all()) if ('draft' in (await desk.open(uri, signal))) drafts.push(uri);
  const [first = null] = drafts;
  if (drafts.length === 1) return first;
  inform(tools, drafts.length === 0 ? NO_DRAFT : WHICH_DRAFT);
  return null;
}

/** Opens the side file of a source, which is written first where there is none; gives its URI. */
async function openDetails(tools: Tools, uri: string | null, signal: AbortSignal): Promise<string | null> {
  const { session, host } = tools;
  const details = uri === null ? null : await detailsOf(session, uri, signal);
  if (!details) {
    inform(tools, NO_SOURCE);
    return null;
  }
  for (const place of details.sideFiles) {
    if ((await host.stat(pathOrUri(place))) === undefined) continue;
    await show(tools, place);
    return place;
  }
  const [place] = details.sideFiles;
  if (place === undefined) return null;
  return (await writeFile(tools, { uri: place, text: details.text, overwrites: false })) ? place : null;
}

interface NewFile {
  readonly uri: string;
  readonly text: string;
  readonly overwrites: boolean;
}

/** Has the editor write a file and show it; says so where it cannot. */
async function writeFile(tools: Tools, { uri, text, overwrites }: NewFile): Promise<boolean> {
  const { connection, session } = tools;
  if (!session.traits.appliesEdits || !session.traits.createsFiles) {
    inform(tools, CANNOT_WRITE);
    return false;
  }
  const start = { line: 0, character: 0 };
  const options = overwrites ? { overwrite: true } : { ignoreIfExists: true };
  const edit: WorkspaceEdit = {
    documentChanges: [
      { kind: 'create', uri, options },
      { textDocument: { uri, version: null }, edits: [{ range: { start, end: start }, newText: text }] },
    ],
  };
  const { applied } = await connection.workspace.applyEdit(edit);
  if (applied) await show(tools, uri);
  return applied;
}

async function show({ connection, session }: Tools, uri: string): Promise<void> {
  if (session.traits.showsDocuments) await connection.window.showDocument({ uri, takeFocus: true });
}
