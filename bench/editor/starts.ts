// Starts the extension in a real VS Code, as it is installed, each time in a fresh profile, and says what the editor itself notes of it:
//   node bench/editor/starts.ts [--sessions N] [--vsix FILE] [--only KIND]
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { prepareHost, type WorkbenchHost } from '../../test/editor/host.ts';
import { emptyExtension, installPackage } from '../../test/editor/installed.ts';
import { stop, withinTime } from '../../test/editor/processes.ts';
import { openBrowser, startServer, suiteFlag, workbenchAddress, writeSettings } from '../../test/editor/workbench.ts';
import type { EditorStart } from './results.ts';

const root = path.resolve(import.meta.dirname, '../..');
const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
const { values: given } = parseArgs({
  options: {
    sessions: { type: 'string', default: '5' },
    only: { type: 'string', default: '' },
    vsix: { type: 'string', default: path.join(root, `dist/verbatim-${version}.vsix`) },
  },
});
const LIMIT_MS = 120_000;
const SCRIPT_RUNS = 25;

interface Kind {
  readonly title: string;
  readonly draft: string;
  /** How long the window has been open when the draft is opened, in milliseconds. */
  readonly rest: number;
}

/**
 * What loads one extension's code waits for the others that start with it, and the editor counts that as well: of its own, several start
 * with a Markdown file, and a dozen with a window. None starts with plain text.
 */
const KINDS: readonly Kind[] = [
  { title: 'plain text, in a window at rest', draft: 'draft.txt', rest: 5000 },
  { title: 'Markdown, in a window at rest', draft: 'draft.md', rest: 5000 },
  { title: 'Markdown, as soon as there is a window', draft: 'draft.md', rest: 0 },
];

async function session(host: WorkbenchHost, { draft, rest }: Kind, folder: string): Promise<EditorStart> {
  const profile = mkdtempSync(path.join(folder, 'p-'));
  const results = path.join(profile, 'results.json');
  const workspace = path.join(profile, 'workspace');
  cpSync(path.join(root, 'test/editor/fixture'), workspace, { recursive: true });
  cpSync(path.join(workspace, 'draft.md'), path.join(workspace, 'draft.txt'));
  writeSettings(profile);
  await installPackage(host, path.resolve(given.vsix), profile);
  const environment = {
    VERBATIM_BENCH_RESULTS: results,
    VERBATIM_BENCH_DRAFT: draft,
    VERBATIM_BENCH_REST: String(rest),
    XDG_CACHE_HOME: path.join(profile, 'cache'),
  };
  const server = await startServer(host, profile, { flags: [suiteFlag], environment });
  const browser = await openBrowser(host);
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const paths = { extensionDevelopmentPath: emptyExtension(profile), extensionTestsPath: path.join(root, 'dist/test/start.cjs') };
    const ended = new Promise<number>((resolve, reject) => {
      Promise.all([page.exposeFunction('codeAutomationLog', () => undefined), page.exposeFunction('codeAutomationExit', resolve)])
        .then(() => page.goto(workbenchAddress(server.port, workspace, paths)))
        .catch(reject);
    });
    const code = await withinTime(ended, LIMIT_MS, 'the session did not finish');
    if (code !== 0 || !existsSync(results)) throw new Error(`The session ended with ${code}.\n${server.output()}`);
    return JSON.parse(readFileSync(results, 'utf8')) as EditorStart;
  } finally {
    await browser.close();
    stop(server.process);
  }
}

const ROWS: readonly (readonly [string, (start: EditorStart) => number])[] = [
  ['its code is loaded', ({ load }) => load],
  ['activate is called', ({ call }) => call],
  ['its promise is resolved', ({ resolved }) => resolved],
  ['all three', ({ load, call, resolved }) => load + call + resolved],
  ['from opening a draft to its first finding', ({ firstFinding }) => firstFinding],
  ['until then held at most, its work', ({ held }) => held.busy.worst],
];

/** What loading the script costs the processor, in milliseconds, in processes that do nothing else; the editor is made of names alone. */
function scriptAlone(runs: number): readonly number[] {
  const code = `
    const anything = new Proxy(class {}, { get: (made, key) => (key === 'prototype' ? made.prototype : anything) });
    const { _load: load } = require('node:module');
    require('node:module')._load = (name, ...rest) => (name === 'vscode' ? anything : load(name, ...rest));
    const before = process.cpuUsage();
    require(${JSON.stringify(path.join(root, 'dist/extension.cjs'))});
    const { user, system } = process.cpuUsage(before);
    console.log((user + system) / 1000);`;
  const times: number[] = [];
  for (let i = 0; i < runs; i++) times.push(Number(execFileSync(process.execPath, ['-e', code], { encoding: 'utf8' })));
  return times;
}

/** A line of a table: the best of some times, their median and the worst. */
function row(name: string, times: readonly number[], digits = 0): void {
  const sorted = [...times].sort((a, b) => a - b);
  const cells = [0, sorted.length >> 1, sorted.length - 1].map((at) => (sorted[at] ?? Number.NaN).toFixed(digits).padStart(6));
  console.log(`| ${name.padEnd(42)} | ${cells.join(' | ')} |`);
}

function tell({ title }: Kind, starts: readonly EditorStart[]): void {
  console.log(`\n${title} (${starts.length} sessions, each with a fresh profile)\n`);
  console.log(`| ${'milliseconds'.padEnd(42)} |   best | median |  worst |\n| --- | ---: | ---: | ---: |`);
  for (const [name, of] of ROWS) row(name, starts.map(of));
}

const host = await prepareHost();
if (host.kind !== 'workbench') throw new Error('Set VERBATIM_TEST_EDITOR=workbench: what a session saw is read from the workbench’s page.');
const folder = mkdtempSync(path.join(tmpdir(), 'verbatim-starts-'));
try {
  row('its script alone, on the processor', scriptAlone(SCRIPT_RUNS), 1);
  for (const kind of KINDS.filter(({ title }) => title.startsWith(given.only))) {
    const starts: EditorStart[] = [];
    for (let i = 0; i < Number(given.sessions); i++) starts.push(await session(host, kind, folder));
    tell(kind, starts);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit(0);
