// Types in a real VS Code, ten characters a second, in a draft of 20,000 words with 200 quotations over 10,000 articles:
//   node bench/editor/run.ts --data DIR [--articles N] [--sessions N] [--bursts N] [--rate PER-SECOND] [--only KIND]
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { prepareHost, type WorkbenchHost } from '../../test/editor/host.ts';
import { stop, withinTime } from '../../test/editor/processes.ts';
import { openBrowser, startServer, suiteFlag, workbenchAddress, writeSettings } from '../../test/editor/workbench.ts';
import { type Archive, openArchive } from '../corpora.ts';
import { layOut } from '../layOut.ts';
import { readRealTexts } from '../realTexts.ts';
import { timesOf } from '../timing.ts';
import type { EditorRun } from './results.ts';

const root = path.resolve(import.meta.dirname, '../..');
const { values: given } = parseArgs({
  options: {
    data: { type: 'string', default: path.resolve(root, '../shared/data') },
    articles: { type: 'string', default: '10000' },
    sessions: { type: 'string', default: '2' },
    only: { type: 'string', default: '' },
    bursts: { type: 'string', default: '4' },
    rate: { type: 'string', default: '10' },
  },
});

const WORDS = 20_000;
const QUOTATIONS = 200;
/** Every so many-th quotation has a word changed. */
const CHANGED = 4;
const MARK = 'Here the writer goes on';
/** What is typed in one burst, to the end of a clause: a mark that is left open would wait for its partner. */
const TYPED = ' and “nothing but the harbour” was said, the mayor of the town told the Courier on Tuesday;';
const LIMIT_MS = 600_000;

const SENTENCE = /^[A-Z][^"“”\n]{60,300}[.!?]$/;
const sentencesIn = (text: string) => text.split(/(?<=[.!?])\s+/).filter((one) => SENTENCE.test(one));

/** Quotations from articles of the corpus, and between them prose that none of these has. */
function draftFrom(archive: Archive, articles: number): string {
  const step = Math.max(1, Math.floor(articles / (QUOTATIONS * 2)));
  const quoted: string[] = [];
  for (let number = 0; number < articles && quoted.length < QUOTATIONS; number += step)
    quoted.push(...sentencesIn(archive.article(number).text).slice(0, 1));
  const other = archive.heldOut.flatMap(({ text }) => sentencesIn(text).slice(0, 8));
  const between = Math.floor(WORDS / QUOTATIONS) - 25;
  let taken = 0;
  const paragraphs = quoted.map((sentence, i) => {
    const words = i % CHANGED === 0 ? sentence.replace(/\bthe\b/, 'a') : sentence;
    let own = '';
    while (own.split(' ').length < between && taken < other.length) own += ` ${other[taken++]}`;
    return `“${words.replace(/[.!?]$/, '')},” the senator said on Tuesday.\n\n${own.trim()}`;
  });
  paragraphs.splice(paragraphs.length >> 1, 0, `${MARK}.`);
  return `---\ntitle: A long draft\ndate: 2008-05-01\n---\n\n# A long draft\n\n${paragraphs.join('\n\n')}\n`;
}

interface Kind {
  readonly title: string;
  readonly draft: string;
  readonly verbatim: boolean;
}

/** The editor's own Markdown features read the whole draft at every change, in the same process: beside them, how it is without, and how without Verbatim. */
const KINDS: readonly Kind[] = [
  { title: 'plain text', draft: 'draft.txt', verbatim: true },
  { title: 'Markdown', draft: 'draft.md', verbatim: true },
  { title: 'Markdown, no Verbatim', draft: 'draft.md', verbatim: false },
];

/** An extension that does nothing: the editor runs suites only beside one that is under development. */
function nothing(folder: string): string {
  const empty = path.join(folder, 'nothing');
  mkdirSync(empty, { recursive: true });
  writeFileSync(path.join(empty, 'package.json'), '{"name":"nothing","publisher":"verbatim","version":"0.0.1","engines":{"vscode":"*"}}\n');
  return empty;
}

/** One session: a fresh profile, the same folder. */
async function session(host: WorkbenchHost, kind: Kind, workspace: string, folder: string): Promise<EditorRun> {
  const profile = mkdtempSync(path.join(folder, 'profile-'));
  const results = path.join(profile, 'results.json');
  writeSettings(profile, { 'editor.quickSuggestions': { other: 'off', comments: 'off', strings: 'off' } });
  const environment = {
    VERBATIM_BENCH_RESULTS: results,
    VERBATIM_BENCH_KEYS: String(TYPED.length),
    VERBATIM_BENCH_BURSTS: given.bursts,
    VERBATIM_BENCH_DRAFT: kind.draft,
    XDG_CACHE_HOME: path.join(folder, 'cache'),
  };
  const server = await startServer(host, profile, { flags: [suiteFlag], environment });
  const browser = await openBrowser(host);
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const ended = new Promise<number>((resolve, reject) => {
      const log = (_type: string, args: unknown[]) => {
        if (args[0] === '[lost]') console.log('findings out of their place:', args[1]);
        if (args[0] !== '[bench]') return;
        page.keyboard.type(TYPED, { delay: 1000 / Number(given.rate) }).catch(reject);
      };
      Promise.all([page.exposeFunction('codeAutomationLog', log), page.exposeFunction('codeAutomationExit', resolve)])
        .then(() => {
          const paths = {
            extensionDevelopmentPath: kind.verbatim ? root : nothing(folder),
            extensionTestsPath: path.join(root, 'dist/test/bench.cjs'),
          };
          return page.goto(workbenchAddress(server.port, workspace, paths));
        })
        .catch(reject);
    });
    const code = await withinTime(ended, LIMIT_MS, 'the session did not finish');
    if (code !== 0 || !existsSync(results)) throw new Error(`The session ended with ${code}.\n${server.output()}`);
    return JSON.parse(readFileSync(results, 'utf8')) as EditorRun;
  } finally {
    await browser.close();
    stop(server.process);
  }
}

function tell(kinds: readonly Kind[], runs: readonly EditorRun[]): void {
  const [first] = runs;
  if (!first) return;
  const width = Math.max(...kinds.map(({ title }) => title.length)) + 2;
  const row = (name: string, of: (run: EditorRun) => number, digits = 1) =>
    console.log([name.padEnd(62), ...runs.map((run) => (Number.isNaN(of(run)) ? '–' : of(run).toFixed(digits)).padStart(width))].join(''));
  console.log(`${given.articles} articles; a draft of ${first.words} words; ${first.keys} keys, ${given.rate} a second\n`);
  console.log(['milliseconds'.padEnd(62), ...kinds.map(({ title }) => title.padStart(width))].join(''));
  row('the extension starts: its code is loaded', ({ activation }) => activation?.load ?? Number.NaN, 0);
  row('the extension starts: activate is called', ({ activation }) => activation?.call ?? Number.NaN, 0);
  row('the extension starts: its promise is resolved', ({ activation }) => activation?.resolved ?? Number.NaN, 0);
  row('from opening the draft to the first findings', ({ first: time }) => time || Number.NaN);
  for (const [how, name] of [['elapsed', 'by the clock'] as const, ['busy', 'its work'] as const]) {
    row(`extension host held at a time, ${name}, p50`, ({ held }) => held[how].p50);
    row(`extension host held at a time, ${name}, p99`, ({ held }) => held[how].p99);
    row(`extension host held at a time, ${name}, worst`, ({ held }) => held[how].worst);
    row(`times that it was held over 20 ms, ${name}`, ({ held }) => held[how].noticed, 0);
  }
  row('from a key to findings, p50', ({ answered }) => timesOf(answered)?.p50 ?? Number.NaN);
  row('from a key to findings, p95', ({ answered }) => timesOf(answered)?.p95 ?? Number.NaN);
  row('from the last key of a burst to settled findings, p50', ({ settled }) => timesOf(settled)?.p50 ?? Number.NaN);
  row('from the last key of a burst to settled findings, worst', ({ settled }) => timesOf(settled)?.worst ?? Number.NaN);
  row('findings', ({ findings }) => findings, 0);
  row('times that a finding was out of its place', ({ misplaced }) => misplaced, 0);
}

const host = await prepareHost();
if (host.kind !== 'workbench') throw new Error('Set VERBATIM_TEST_EDITOR=workbench: keys are typed into the workbench in a browser.');
const folder = mkdtempSync(path.join(tmpdir(), 'verbatim-editor-bench-'));
try {
  const workspace = path.join(folder, 'workspace');
  const archive = openArchive(readRealTexts(path.resolve(given.data)));
  mkdirSync(path.join(workspace, 'corpus'), { recursive: true });
  layOut(archive, Number(given.articles), path.join(workspace, 'corpus'));
  const draft = draftFrom(archive, Number(given.articles));
  for (const name of ['draft.md', 'draft.txt']) writeFileSync(path.join(workspace, name), draft);
  const kinds = KINDS.filter(({ title }) => title.startsWith(given.only)).flatMap((kind) => Array<Kind>(Number(given.sessions)).fill(kind));
  const runs: EditorRun[] = [];
  for (const kind of kinds) runs.push(await session(host, kind, workspace, folder));
  tell(kinds, runs);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit(0);
