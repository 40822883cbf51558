import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { extname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import type { CodeAction, Diagnostic, TextEdit } from 'vscode-languageserver/node';
import type { CheckSettings, DraftReport, SourceCorpus, SourceFile } from '../../server/src/core/core.ts';
import { checkShape } from '../cli/contract.ts';
import { run } from '../cli/world.ts';
import type { ServerProcess } from '../support/serverProcess.ts';
import type { SameProject } from './drafts.ts';

// The four ways by which somebody asks for what is found in a draft. Each gives reports by the drafts' paths.

export type Reports = ReadonlyMap<string, DraftReport>;

const DIST = new URL('../../dist/', import.meta.url);

export async function byCommandLine(folder: string): Promise<Reports> {
  const { stdout } = await run(['check', '.', '--format', 'json'], folder);
  return new Map(checkShape.parse(JSON.parse(stdout)).drafts.map((draft) => [draft.path, draft]));
}

/** One session with the server for assistants, which is asked for each draft as it is on disk. */
export async function byAssistant(folder: string, paths: readonly string[]): Promise<Reports> {
  const client = new Client({ name: 'an assistant', version: '1' });
  const args = [fileURLToPath(new URL('cli.cjs', DIST)), 'mcp'];
  await client.connect(new StdioClientTransport({ command: process.execPath, args, cwd: folder }));
  const reports = new Map<string, DraftReport>();
  try {
    for (const path of paths) {
      const text = readFileSync(join(folder, path), 'utf8');
      const { structuredContent } = await client.callTool({ name: 'check_text', arguments: { text, path } });
      reports.set(path, structuredContent as unknown as DraftReport);
    }
  } finally {
    await client.close();
  }
  return reports;
}

/** The library for programs, given sources and drafts as they are in memory. */
export async function byLibrary(projects: readonly SameProject[]): Promise<Reports> {
  const { openCorpus } = createRequire(import.meta.url)(fileURLToPath(new URL('core.cjs', DIST))) as {
    openCorpus: (sources: readonly SourceFile[]) => Promise<SourceCorpus>;
  };
  const reports = new Map<string, DraftReport>();
  for (const { folder, sources, drafts, settings: all, stet } of projects) {
    const { assistants: _, ...settings } = all;
    const corpus = await openCorpus(Object.entries(sources).map(([path, content]) => ({ path, content })));
    for (const [path, text] of Object.entries(drafts)) {
      // Entries of a file count from its own folder.
      const own = stet === null ? {} : { stet: stet.replaceAll('draft: ', `draft: ${folder}/`) };
      reports.set(path, await corpus.check({ text, path }, { settings: settings as CheckSettings, ...own }));
    }
  }
  return reports;
}

const LANGUAGES: Readonly<Record<string, string>> = { '.md': 'markdown', '.txt': 'plaintext', '.tex': 'latex', '.adoc': 'asciidoc' };
const LEVELS = ['error', 'warning', 'information', 'hint'] as const;

/** What an editor is told of a draft: no passages as data, and of fixes not whether they are safe. */
export interface EditorReport {
  readonly path: string;
  readonly quotations: readonly Pick<DraftReport['quotations'][number], 'range' | 'verdict'>[];
  readonly findings: readonly (Omit<DraftReport['findings'][number], 'match' | 'fixes'> & {
    readonly fixes: readonly Omit<DraftReport['findings'][number]['fixes'][number], 'safe'>[];
  })[];
}

/** The part of a report that an editor is told. */
export function asEditorsAreTold({ path, quotations, findings }: DraftReport): EditorReport {
  return {
    path,
    quotations: quotations.map(({ range, verdict }) => ({ range, verdict })),
    findings: findings.map(({ code, kind, severity, range, message, fixes }) => ({
      code,
      kind,
      severity,
      range,
      message,
      fixes: fixes.map(({ title, preferred, edits }) => ({ title, preferred, edits })),
    })),
  };
}

/** A session of an editor, in which each draft is opened, asked about and closed. */
export async function byEditor(
  folder: string,
  paths: readonly string[],
  server: ServerProcess,
): Promise<ReadonlyMap<string, EditorReport>> {
  const reports = new Map<string, EditorReport>();
  for (const path of paths) {
    const uri = pathToFileURL(join(folder, path)).href;
    const draft = await server.open(uri, readFileSync(join(folder, path), 'utf8'), LANGUAGES[extname(path)] ?? 'markdown');
    const diagnostics: readonly Diagnostic[] = await draft.diagnostics();
    const findings: EditorReport['findings'][number][] = [];
    for (const diagnostic of diagnostics) {
      const { code, data, severity, range, message } = diagnostic as Diagnostic & { data: { kind: string | null } };
      const fixes = await fixesOf(server, uri, diagnostic);
      findings.push({
        code: String(code),
        kind: data.kind,
        severity: LEVELS[(severity ?? 4) - 1] ?? 'hint',
        range,
        message: messageOf(message),
        fixes,
      });
    }
    const verdicts = await server.request<{ quotations: readonly EditorReport['quotations'][number][] }>('verbatim/verdicts', { uri });
    reports.set(path, { path, quotations: verdicts.quotations.map(({ range, verdict }) => ({ range, verdict })), findings });
    await server.notify('textDocument/didClose', { textDocument: { uri } });
  }
  return reports;
}

function messageOf(message: Diagnostic['message']): string {
  return typeof message === 'string' ? message : message.value;
}

async function fixesOf(server: ServerProcess, uri: string, diagnostic: Diagnostic): Promise<EditorReport['findings'][number]['fixes']> {
  const context = { diagnostics: [diagnostic], only: ['quickfix'] };
  const actions = await server.request<readonly CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri },
    range: diagnostic.range,
    context,
  });
  // An action for another finding at the place has no diagnostic; one that asks how something is to be let stand has no edit.
  const own = actions.filter(({ diagnostics = [], edit }) => diagnostics.length > 0 && edit !== undefined);
  return own.map(({ title, isPreferred = false, edit }) => {
    const edits = (edit?.documentChanges ?? []).flatMap((change) => ('edits' in change ? (change.edits as TextEdit[]) : []));
    return { title, preferred: isPreferred, edits: edits.map(({ range, newText }) => ({ range, newText })) };
  });
}
