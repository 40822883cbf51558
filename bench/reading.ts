// Measures how fast sources are read, and how soon a change of one is seen:
//   node bench/reading.ts [--sources N] [--data DIR | --made-up] [--starts N] [--changes N] [--edits N]
// Ten thousand should be read within 15 s on two cores, and a changed one be found again within 200 ms.
import { fork } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { Folder, type OpenText, ServerProcess } from '../test/support/serverProcess.ts';
import { madeUpTexts } from './madeUp.ts';
import type { ReadingRun } from './readingRun.ts';
import { STEPS, stepsOfReading } from './readingSteps.ts';
import type { RealText } from './realTexts.ts';
import { timedAsync, timesOf } from './timing.ts';

const root = resolve(import.meta.dirname, '..');
const { values: given } = parseArgs({
  options: {
    sources: { type: 'string', default: '10000' },
    data: { type: 'string', default: resolve(root, '../shared/data') },
    'made-up': { type: 'boolean', default: false },
    starts: { type: 'string', default: '3' },
    changes: { type: 'string', default: '50' },
    edits: { type: 'string', default: '50' },
  },
});

const MEGABYTE = 2 ** 20;
const TO_A_FOLDER = 500;
/** Changes that are not counted: the server has just been started. */
const WARMING_UP = 5;
/** Nobody waits longer for a diagnostic, in milliseconds. */
const PATIENCE_MS = 10_000;

function textsOf(count: number): readonly string[] {
  if (given['made-up']) return madeUpTexts(count).map(({ text }) => text);
  const lines = gunzipSync(readFileSync(join(resolve(given.data), 'senate.jsonl.gz')))
    .toString('utf8')
    .split('\n');
  return lines.slice(0, count).flatMap((line) => (line === '' ? [] : [(JSON.parse(line) as RealText).text]));
}

/** Writes texts as files of their own; gives how many bytes they have. */
function layOutTexts(texts: readonly string[], folder: string): number {
  let bytes = 0;
  for (const [at, text] of texts.entries()) {
    const below = join(folder, String(Math.floor(at / TO_A_FOLDER)).padStart(4, '0'));
    if (at % TO_A_FOLDER === 0) mkdirSync(below, { recursive: true });
    writeFileSync(join(below, `${String(at).padStart(6, '0')}.txt`), text);
    bytes += Buffer.byteLength(text);
  }
  return bytes;
}

function runOnce(folder: string, changes: number): Promise<ReadingRun> {
  return new Promise((done, fail) => {
    const child = fork(resolve(import.meta.dirname, 'readingRun.ts'), { execArgv: [] });
    child.once('message', (run) => done(run as ReadingRun));
    child.once('exit', (status) => fail(new Error(`Reading ended with status ${status}.`)));
    child.send({ folder, changes });
  });
}

/** A draft that quotes a source, and the source with another word each time. */
class Quoted {
  readonly #server: ServerProcess;
  readonly #draft: OpenText;
  readonly #uri: string;
  readonly #write: (text: string) => void;

  constructor(server: ServerProcess, draft: OpenText, { uri, write }: { uri: string; write: (text: string) => void }) {
    this.#server = server;
    this.#draft = draft;
    this.#uri = uri;
    this.#write = write;
  }

  /** Milliseconds from telling that the source says something else to the diagnostics that know it. */
  async change(text: string, misquoted: boolean): Promise<number> {
    this.#write(text);
    return await timedAsync(async () => {
      let since = this.#server.received.length;
      const deadline = performance.now() + PATIENCE_MS;
      await this.#server.filesChanged(this.#uri);
      for (;;) {
        await this.#server.message(({ method }) => method === 'workspace/diagnostic/refresh', since);
        since = this.#server.received.length;
        const found = (await this.#draft.diagnostics()).some(({ code }) => String(code).startsWith('misquote'));
        if (found === misquoted) return;
        if (performance.now() > deadline) throw new Error('A change was not seen.');
      }
    });
  }
}

const SENTENCE = 'The keepers of the outer harbour have agreed to light the lamp at dusk on every winter evening';

/** Through the real server: from what the editor tells of a file to the diagnostics of an open draft that quotes it. */
async function editsOver(corpus: string, count: number, cache: string): Promise<readonly number[]> {
  process.env.XDG_CACHE_HOME = cache;
  const folder = new Folder({ '.verbatim.yaml': `corpora: [${JSON.stringify(corpus)}]\n` });
  const path = join(corpus, 'quoted.txt');
  const text = (changed: boolean) => `${changed ? SENTENCE.replace('dusk', 'dawn') : SENTENCE}. That is what the council was told.\n`;
  writeFileSync(path, text(false));
  const server = await ServerProcess.start(folder.path);
  try {
    const draft = await server.open(folder.uriOf('draft.md'), `“${SENTENCE},” the council was told.\n`);
    await draft.report();
    await server.message(({ method, params }) => method === 'verbatim/status' && params.kind !== 'indexing' && params.articles > 0);
    const quoted = new Quoted(server, draft, { uri: `file://${path}`, write: (said) => writeFileSync(path, said) });
    const times: number[] = [];
    for (let at = 0; at < count + WARMING_UP; at++) times.push(await quoted.change(text(at % 2 === 0), at % 2 === 0));
    return times.slice(WARMING_UP);
  } finally {
    await server.stop();
    folder.dispose();
    rmSync(path);
  }
}

function timesRow(what: string, times: readonly number[]): string {
  const found = timesOf(times);
  if (!found) return `| ${what} | – | – | – | – |`;
  const figures = [Math.min(...times), found.p50, found.p95, found.worst];
  return `| ${what} | ${figures.map((time) => time.toFixed(1)).join(' | ')} |`;
}

function reportOf(runs: readonly ReadingRun[], bytes: number): string[] {
  const best = runs.reduce((one, other) => (other.wall < one.wall ? other : one));
  const spread = (of: (run: ReadingRun) => number, digits: number) =>
    `${of(best).toFixed(digits)} | ${Math.max(...runs.map(of)).toFixed(digits)}`;
  return [
    `${best.sources} sources, ${(bytes / MEGABYTE).toFixed(1)} MB, ${best.troubled} with problems; ${availableParallelism()} cores, Node ${process.versions.node}`,
    '',
    `| from the start until all is read | best of ${runs.length} | worst |`,
    '| --- | --- | --- |',
    `| wall, s | ${spread(({ wall }) => wall, 2)} |`,
    `| CPU of all threads, s | ${spread(({ cpu }) => cpu, 2)} |`,
    `| of it listing, wall s | ${spread(({ listing }) => listing, 2)} |`,
    `| MB/s | ${(bytes / MEGABYTE / best.wall).toFixed(1)} | ${(bytes / MEGABYTE / Math.max(...runs.map(({ wall }) => wall))).toFixed(1)} |`,
    `| most memory, MB | ${spread(({ peak }) => peak, 0)} |`,
    `| memory once all is read, MB | ${spread(({ left }) => left, 0)} |`,
  ];
}

async function stepsReport(folder: string): Promise<string[]> {
  // The second time the code has been compiled, as it has in all but the first second of the product.
  await stepsOfReading(folder);
  const { times } = await stepsOfReading(folder);
  const all = [...times.values()].reduce((sum, time) => sum + time, 0);
  const rows = STEPS.map((step) => {
    const time = times.get(step) ?? 0;
    return `| ${step} | ${time.toFixed(0)} | ${((100 * time) / all).toFixed(0)} % |`;
  });
  return ['', '| on one thread | ms | share |', '| --- | --- | --- |', ...rows];
}

async function main(): Promise<void> {
  const place = mkdtempSync(join(tmpdir(), 'verbatim-reading-'));
  const corpus = join(place, 'corpus');
  try {
    const bytes = layOutTexts(textsOf(Number(given.sources)), corpus);
    const runs: ReadingRun[] = [];
    for (let start = 0; start < Number(given.starts); start++) runs.push(await runOnce(corpus, Number(given.changes)));
    const edits = await editsOver(corpus, Number(given.edits), join(place, 'cache'));
    const lines = [
      ...reportOf(runs, bytes),
      ...(await stepsReport(corpus)),
      '',
      '| after a change, ms | best | p50 | p95 | worst |',
      '| --- | --- | --- | --- | --- |',
      timesRow(
        'until the new words are found',
        runs.flatMap(({ changes }) => changes),
      ),
      timesRow('until an open draft’s diagnostics know it', edits),
    ];
    console.log(lines.join('\n'));
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

await main();
