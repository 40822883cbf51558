// Runs inside the editor's extension host: opens a draft, which starts the extension, and writes down what that took.
import { writeFileSync } from 'node:fs';
import process from 'node:process';
import * as vscode from 'vscode';
import { activationOf } from './activation.ts';
import { HoldMeter } from './holds.ts';
import type { EditorStart } from './results.ts';

const EXTENSION = 'verbatim.verbatim';
const PATIENCE_MS = 60_000;

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

export async function run(): Promise<void> {
  const { VERBATIM_BENCH_RESULTS: results, VERBATIM_BENCH_REST: rest, VERBATIM_BENCH_DRAFT: draft } = process.env;
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (!results || !rest || !draft || !folder) throw new Error('Run “npm run bench:starts”.');
  await pause(Number(rest));
  const meter = new HoldMeter();
  const opened = performance.now();
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, draft));
  await vscode.window.showTextDocument(document);
  const found = () => vscode.languages.getDiagnostics(document.uri).some(({ source }) => source === 'verbatim');
  while (!found()) {
    if (performance.now() - opened > PATIENCE_MS) throw new Error('The draft has no findings.');
    await pause(5);
  }
  const start: EditorStart = { firstFinding: performance.now() - opened, held: meter.stop(), ...(await activationOf(EXTENSION)) };
  writeFileSync(results, JSON.stringify(start));
}
