// Runs inside the editor's extension host: opens the draft, watches while the driver types, and writes down what it saw.
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import * as vscode from 'vscode';
import { activationOf } from './activation.ts';
import { HoldMeter } from './holds.ts';
import type { EditorRun } from './results.ts';

const EXTENSION = 'verbatim.verbatim';
/** The paragraph that is typed into begins with these words. */
const MARK = 'Here the writer goes on';
/** After so long without a change of the diagnostics they have settled, in milliseconds. */
const STILL_MS = 1500;
/** A draft that was held against the sources read so far is held against all of them within this, in milliseconds. */
const CAUGHT_UP_MS = 10_000;

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

async function until(isSo: () => boolean, patience: number): Promise<void> {
  const deadline = performance.now() + patience;
  while (!isSo()) {
    if (performance.now() > deadline) throw new Error('The editor bench waited in vain.');
    await pause(20);
  }
}

/** Each finding by its rule and the words that it is on, in the order of the text. */
function findingsIn(document: vscode.TextDocument): string[] {
  return vscode.languages
    .getDiagnostics(document.uri)
    .filter(({ source }) => source === 'verbatim')
    .sort((a, b) => a.range.start.compareTo(b.range.start))
    .map(({ code, range }) => `${typeof code === 'object' ? code.value : code}: ${document.getText(range)}`);
}

async function startExtension(): Promise<void> {
  const extension = vscode.extensions.getExtension(EXTENSION);
  if (!extension || extension.isActive) throw new Error('The extension is not there, or was started already.');
  await extension.activate();
}

/** So often is looked whether the findings are new ones, in milliseconds. The editor's event comes up to 50 ms after it shows them. */
const LOOK_MS = 2;

/** What happens to a document while somebody types in it. */
class Watch {
  readonly keys: number[] = [];
  /** When its findings were set last. */
  told = 0;
  /** From a key to the first findings after it, where these came before the next key. */
  readonly answered: number[] = [];
  /** Times that a finding was on other words than before. */
  misplaced = 0;
  #newest: vscode.Diagnostic | undefined;
  readonly #document: vscode.TextDocument;
  readonly #looking: ReturnType<typeof setInterval>;

  constructor(document: vscode.TextDocument, expected: ReadonlySet<string>) {
    this.#document = document;
    this.#newest = this.#first();
    vscode.workspace.onDidChangeTextDocument((event) => {
      if (event.document === document && event.contentChanges.length > 0) this.keys.push(performance.now());
    });
    this.#looking = setInterval(() => this.#look(expected), LOOK_MS);
  }

  stop(): void {
    clearInterval(this.#looking);
  }

  /** Others have diagnostics here, too, and those that are set anew are new objects, though they say the same. */
  #first(): vscode.Diagnostic | undefined {
    return vscode.languages.getDiagnostics(this.#document.uri).find(({ source }) => source === 'verbatim');
  }

  #look(expected: ReadonlySet<string>): void {
    const newest = this.#first();
    if (newest === this.#newest) return;
    this.#newest = newest;
    const key = this.keys.at(-1);
    if (key === undefined) return;
    const now = performance.now();
    if (this.told <= key) this.answered.push(now - key);
    this.told = now;
    const kept = new Set(findingsIn(this.#document));
    const missing = [...expected].filter((finding) => !kept.has(finding));
    if (missing.length > 0) this.misplaced++;
    if (this.misplaced === 1 && missing.length > 0) console.log('[lost]', `${missing.length}, first ${missing[0]?.slice(0, 120)}`);
  }
}

/** Until the sources are indexed, which is when the index is kept, and the findings no longer change. */
async function untilChecked(document: vscode.TextDocument): Promise<{ first: number; expected: ReadonlySet<string> }> {
  const kept = `${process.env.XDG_CACHE_HOME}/verbatim`;
  const opened = performance.now();
  await until(() => findingsIn(document).length > 0, 120_000);
  const first = performance.now() - opened;
  await until(() => existsSync(kept) && readdirSync(kept).some((name) => name.endsWith('.manifest')), 300_000);
  await pause(CAUGHT_UP_MS);
  for (let before = ''; ; ) {
    await pause(STILL_MS * 2);
    const now = findingsIn(document).join('\n');
    if (now === before) return { first, expected: new Set(before.split('\n')) };
    before = now;
  }
}

/** Where there is nothing to check, as long as the rest of the editor takes to settle. */
async function untilShown(): Promise<{ first: number; expected: ReadonlySet<string> }> {
  await pause(CAUGHT_UP_MS);
  return { first: 0, expected: new Set() };
}

export async function run(): Promise<void> {
  const {
    VERBATIM_BENCH_RESULTS: results,
    VERBATIM_BENCH_KEYS: wanted,
    VERBATIM_BENCH_BURSTS: bursts,
    VERBATIM_BENCH_DRAFT: draft,
  } = process.env;
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (!results || !wanted || !bursts || !draft || !folder) throw new Error('Run “npm run bench:editor”.');
  const present = vscode.extensions.getExtension(EXTENSION) !== undefined;
  if (present) await startExtension();
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, draft));
  const editor = await vscode.window.showTextDocument(document);
  const { first, expected } = present ? await untilChecked(document) : await untilShown();
  const at = document.positionAt(document.getText().indexOf(MARK) + MARK.length);
  editor.selection = new vscode.Selection(at, at);
  editor.revealRange(new vscode.Range(at, at), vscode.TextEditorRevealType.InCenter);
  await pause(1000);
  const watch = new Watch(document, expected);
  const meter = new HoldMeter();
  const settled: number[] = [];
  for (let burst = 1; burst <= Number(bursts); burst++) {
    console.log('[bench]', 'type');
    await until(() => watch.keys.length >= burst * Number(wanted), 300_000);
    await pause(STILL_MS);
    // The editor may close a mark by itself, which is no key, and comes with one.
    settled.push(Math.max(0, watch.told - (watch.keys.at(-1) as number)));
  }
  const held = meter.stop();
  watch.stop();
  const run: EditorRun = {
    activation: present ? await activationOf(EXTENSION) : null,
    first,
    words: document.getText().split(/\s+/).length,
    findings: expected.size,
    keys: watch.keys.length,
    answered: present ? watch.answered : [],
    settled: present ? settled : [],
    held,
    misplaced: watch.misplaced,
  };
  writeFileSync(results, JSON.stringify(run));
}
