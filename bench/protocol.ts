// Measures what a writer waits for, with a real server over a pipe:
//   node bench/protocol.ts [--articles N [--data DIR] | --corpus FOLDER] [--draft FILE] [--starts N] [--keystrokes N]
//     [--pause MS] [--profile DIR]
// A keystroke should keep the server's main thread busy for less than 10 ms, while the index is being made too, and the
// first diagnostics should be there a second after the start.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Folder, type OpenText, ServerProcess } from '../test/support/serverProcess.ts';
import type { Busy } from './busy.ts';
import { busyTime } from './busyTime.ts';
import { openArchive } from './corpora.ts';
import { draftOf, layOut } from './layOut.ts';
import { readRealTexts } from './realTexts.ts';
import { timesOf } from './timing.ts';

const root = resolve(import.meta.dirname, '..');
const { values: given } = parseArgs({
  options: {
    articles: { type: 'string' },
    data: { type: 'string', default: resolve(root, '../shared/data') },
    corpus: { type: 'string', default: resolve(root, 'corpus') },
    draft: { type: 'string' },
    starts: { type: 'string', default: '5' },
    keystrokes: { type: 'string', default: '200' },
    pause: { type: 'string', default: '60' },
    profile: { type: 'string' },
  },
});

/** From so many sources on the server keeps its index from one start to the next. */
const KEPT_FROM = 200;
/** Nobody waits longer for an index, in milliseconds. */
const MOST_PATIENCE_MS = 600_000;
/** What is typed: so many letters at a place, then somewhere else. */
const TYPED = ' and nothing but the harbour';
/** A step that is prime to most lengths, so that every part of the text gets its share. */
const STRIDE = 7919;
/** Texts that a draft is made of. */
const QUOTED = 20;

/** After its diagnostics a keystroke has so long for what else it brings with it, in milliseconds. */
const AFTERMATH_MS = 5;

/** What one keystroke cost, in milliseconds. */
interface Stroke {
  /** From the keystroke to its diagnostics. */
  readonly waited: number;
  /** What the main thread did in that time. */
  readonly busy: number;
  /** The longest time in it that nothing else had its turn. */
  readonly held: number;
}

/** A server with one open draft, and a hand that types. */
class Typist {
  readonly server: ServerProcess;
  readonly draft: OpenText;
  #typed = 0;

  constructor(server: ServerProcess, draft: OpenText) {
    this.server = server;
    this.draft = draft;
  }

  /** What the server has done so far; to be asked between two keystrokes. */
  async #look(): Promise<Busy> {
    return (await this.server.ask()) as Busy;
  }

  /** Milliseconds that the server's main thread was busy so far. */
  async busy(): Promise<number> {
    return busyTime(this.server.pid) ?? (await this.#look()).busy;
  }

  /** Types one letter and waits for its diagnostics. */
  async stroke(): Promise<Stroke> {
    const { draft } = this;
    const run = Math.floor(this.#typed / TYPED.length);
    const place = this.#typed % TYPED.length;
    const at = draft.positionAt(((run * STRIDE) % (draft.text.length - TYPED.length)) + place);
    this.#typed++;
    await this.#look();
    await pause(AFTERMATH_MS);
    const before = await this.busy();
    const started = performance.now();
    await draft.edit([{ range: { start: at, end: at }, newText: TYPED.charAt(place) }]);
    await draft.report();
    const waited = performance.now() - started;
    await pause(AFTERMATH_MS);
    const busy = (await this.busy()) - before;
    return { waited, busy, held: (await this.#look()).held };
  }

  /** Types until it is so, with a pause after each letter. */
  async typeUntil(isSo: (strokes: number) => boolean): Promise<Stroke[]> {
    const strokes: Stroke[] = [];
    const deadline = performance.now() + MOST_PATIENCE_MS;
    while (!isSo(strokes.length) && performance.now() < deadline) {
      strokes.push(await this.stroke());
      await pause(Number(given.pause));
    }
    return strokes;
  }
}

/** Starts a server and opens a draft at once; gives the time to its first diagnostics. */
async function firstDiagnostics(folder: Folder, text: string): Promise<{ typist: Typist; elapsed: number }> {
  const started = performance.now();
  const profile = given.profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${resolve(given.profile)}`];
  const server = await ServerProcess.start(folder.path, { execArgv: ['--import', resolve(import.meta.dirname, 'busy.ts'), ...profile] });
  const draft = await server.open(folder.uriOf('draft.md'), text);
  await draft.report();
  return { typist: new Typist(server, draft), elapsed: performance.now() - started };
}

function isIndexed({ received }: ServerProcess): boolean {
  const last = received.filter(({ method }) => method === 'verbatim/status').at(-1);
  return last !== undefined && last.params.kind !== 'indexing';
}

function isKept(cache: string): boolean {
  const folder = join(cache, 'verbatim');
  return existsSync(folder) && readdirSync(folder).some((name) => name.endsWith('.manifest'));
}

/**
 * The least that each keystroke cost in several sessions in which the same was typed: what is left of the machine's other
 * work, which comes and goes.
 */
function bestOf(sessions: readonly (readonly Stroke[])[], count: number): Stroke[] {
  const least = (at: number, of: (stroke: Stroke) => number) =>
    Math.min(...sessions.flatMap((strokes) => strokes.slice(at, at + 1).map(of)));
  return sessions.length === 0
    ? []
    : Array.from({ length: count }, (_, at) => ({
        waited: least(at, ({ waited }) => waited),
        busy: least(at, ({ busy }) => busy),
        held: least(at, ({ held }) => held),
      }));
}

/** Rows of a table: what keystrokes cost. */
function rowsOf(name: string, strokes: readonly Stroke[]): string[][] {
  const parts: [string, (stroke: Stroke) => number][] = [
    ['busy', ({ busy }) => busy],
    ['to diagnostics', ({ waited }) => waited],
    ['longest held', ({ held }) => held],
  ];
  return parts.map(([part, of]) => [`${name}: ${part}`, ...figuresOf(strokes.map(of))]);
}

function figuresOf(times: readonly number[]): string[] {
  const found = timesOf(times);
  if (!found) return ['0', '–', '–', '–'];
  return [String(found.count), ...[found.p50, found.p95, found.worst].map((time) => time.toFixed(1))];
}

function print(rows: readonly (readonly string[])[]): void {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length))) ?? [];
  for (const row of rows)
    console.log(row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  '));
}

/** Everything for one draft over one corpus. `cache` is an empty folder, so that the first server has to read all sources. */
async function measure(folder: Folder, text: string, cache: string): Promise<void> {
  process.env.XDG_CACHE_HOME = cache;
  const started = performance.now();
  const { typist, elapsed } = await firstDiagnostics(folder, text);
  const building = await typist.typeUntil(() => isIndexed(typist.server));
  const indexed = (performance.now() - started) / 1000;
  const worked = (await typist.busy()) / 1000;
  const articles: number = typist.server.received.filter(({ method }) => method === 'verbatim/status').at(-1)?.params.articles ?? 0;
  const saving = articles < KEPT_FROM ? [] : await typist.typeUntil(() => isKept(cache));
  const count = Number(given.keystrokes);
  const after = await typist.typeUntil((strokes) => strokes >= count);
  await typist.server.stop();

  const again: number[] = [];
  const fresh: Stroke[] = [];
  const warm: Stroke[][] = [];
  let findings = 0;
  for (let start = 0; start < Number(given.starts); start++) {
    const next = await firstDiagnostics(folder, text);
    again.push(next.elapsed);
    fresh.push(...(await next.typist.typeUntil((strokes) => strokes >= count && isIndexed(next.typist.server))));
    warm.push(await next.typist.typeUntil((strokes) => strokes >= count));
    findings = (await next.typist.draft.diagnostics()).length;
    await next.typist.server.stop();
  }
  console.log(`${articles} articles; a draft of ${text.length} characters with ${findings} findings`);
  console.log(`indexed ${indexed.toFixed(1)} s after the start, in which the main thread was busy for ${worked.toFixed(1)} s\n`);
  print([
    ['milliseconds', 'count', 'p50', 'p95', 'worst'],
    ['start to first diagnostics, nothing kept', ...figuresOf([elapsed])],
    ...rowsOf('while indexing', building),
    ...rowsOf('while the index is saved', saving),
    ...rowsOf('afterwards', after),
    ['start to first diagnostics, index kept', ...figuresOf(again)],
    ...rowsOf('after such a start', fresh),
    ...rowsOf('a while later', warm.flat()),
    ...rowsOf(`a while later, best of ${warm.length}`, bestOf(warm, count)),
  ]);
}

async function main(): Promise<void> {
  const place = mkdtempSync(join(tmpdir(), 'verbatim-typing-'));
  const cache = join(place, 'cache');
  mkdirSync(cache);
  const corpus = given.articles === undefined ? resolve(given.corpus) : join(place, 'corpus');
  if (given.articles !== undefined) layOut(openArchive(readRealTexts(resolve(given.data))), Number(given.articles), corpus);
  const text = given.draft === undefined ? draftOf(someTexts(corpus)) : readFileSync(given.draft, 'utf8');
  const folder = new Folder({ '.verbatim.yaml': `corpora: [${JSON.stringify(corpus)}]\n`, 'draft.md': text });
  try {
    await measure(folder, text, cache);
  } finally {
    folder.dispose();
    rmSync(place, { recursive: true, force: true });
  }
}

/** The texts of some files of a corpus, spread over it. */
function someTexts(corpus: string): string[] {
  const files = readdirSync(corpus, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:md|txt)$/.test(name))
    .sort();
  const step = Math.max(1, Math.floor(files.length / QUOTED));
  const chosen = files.filter((_, i) => i % step === step - 1).slice(0, QUOTED);
  return chosen.map((name) => readFileSync(join(corpus, name), 'utf8').replace(/^---\n.*?\n---\n/s, ''));
}

await main();
