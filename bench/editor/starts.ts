// Starts the extension in a real VS Code, as it is installed, each time in a fresh profile, and says what the editor itself notes of it:
//   node bench/editor/starts.ts [--sessions N] [--vsix FILE]
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
    vsix: { type: 'string', default: path.join(root, `dist/verbatim-${version}.vsix`) },
  },
});
const LIMIT_MS = 120_000;

interface Kind {
  readonly title: string;
  /** How long the window has been open when the draft is opened, in milliseconds. */
  readonly rest: number;
}

/** At its own start the editor starts a dozen extensions together, and counts for each what the others take meanwhile. */
const KINDS: readonly Kind[] = [
  { title: 'a draft is opened as soon as there is a window', rest: 0 },
  { title: 'a draft is opened in a window that is at rest', rest: 5000 },
];

async function session(host: WorkbenchHost, { rest }: Kind, folder: string): Promise<EditorStart> {
  const profile = mkdtempSync(path.join(folder, 'p-'));
  const results = path.join(profile, 'results.json');
  const workspace = path.join(profile, 'workspace');
  cpSync(path.join(root, 'test/editor/fixture'), workspace, { recursive: true });
  writeSettings(profile);
  await installPackage(host, path.resolve(given.vsix), profile);
  const environment = { VERBATIM_BENCH_RESULTS: results, VERBATIM_BENCH_REST: String(rest), XDG_CACHE_HOME: path.join(profile, 'cache') };
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

function tell({ title }: Kind, starts: readonly EditorStart[]): void {
  const cells = (name: string, values: readonly string[]) => console.log(`| ${name.padEnd(42)} | ${values.join(' | ')} |`);
  console.log(`\n${title} (${starts.length} sessions, each with a fresh profile)\n`);
  cells('milliseconds', ['  best', 'median', ' worst']);
  cells('---', ['---:', '---:', '---:']);
  for (const [name, of] of ROWS) {
    const sorted = starts.map(of).sort((a, b) => a - b);
    const shown = [0, sorted.length >> 1, sorted.length - 1].map((at) => (sorted[at] ?? Number.NaN).toFixed(0).padStart(6));
    cells(name, shown);
  }
}

const host = await prepareHost();
if (host.kind !== 'workbench') throw new Error('Set VERBATIM_TEST_EDITOR=workbench: what a session saw is read from the workbench’s page.');
const folder = mkdtempSync(path.join(tmpdir(), 'verbatim-starts-'));
try {
  for (const kind of KINDS) {
    const starts: EditorStart[] = [];
    for (let i = 0; i < Number(given.sessions); i++) starts.push(await session(host, kind, folder));
    tell(kind, starts);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit(0);
