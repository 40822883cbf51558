// Compares the engine with others that find quotations, on the same corpora and queries:
//   node bench/run.ts [--data DIR] [--articles 10000,100000] [--million] [--queries N] [--peers yes|no] [--only NAME,…]
//     [--seconds N] [--top N] [--quick] [--out FILE]
import { fork } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Order } from './child.ts';
import { ENGINES, OURS } from './engines/all.ts';
import type { Loaded } from './measure.ts';
import { markdownOf } from './report.ts';
import type { EngineResult, Measured, Run } from './results.ts';

const { values: given } = parseArgs({
  options: {
    data: { type: 'string', default: resolve(import.meta.dirname, '../../shared/data') },
    articles: { type: 'string' },
    million: { type: 'boolean', default: false },
    queries: { type: 'string' },
    peers: { type: 'string', default: 'yes' },
    only: { type: 'string' },
    seconds: { type: 'string' },
    top: { type: 'string', default: '20' },
    quick: { type: 'boolean', default: false },
    out: { type: 'string' },
  },
});

const MILLION = 1_000_000;
const HEAP_MEGABYTES = 20_000;
const LOADS = 3;
/** What a `--quick` run asks for: enough to see that all of it works. */
const { articles, queries, seconds } = given.quick
  ? { articles: '60', queries: '3', seconds: '1', ...given }
  : { articles: '10000,100000', queries: '1000', seconds: '60', ...given };

/** What a process of its own makes of an order. */
function carriedOut(order: Order): Promise<unknown> {
  return new Promise((done, failed) => {
    const child = fork(resolve(import.meta.dirname, 'child.ts'), {
      execArgv: ['--expose-gc', `--max-old-space-size=${HEAP_MEGABYTES}`, '--disable-warning=ExperimentalWarning'],
    });
    child.once('message', (message) => done((message as { result: unknown }).result));
    child.once('error', failed);
    child.once('exit', (code, signal) => failed(new Error(`${order.engine} ended with ${code ?? signal}.`)));
    child.send(order);
  });
}

/** One engine on one corpus; null where the corpus is too large for it, or where it fails. */
async function resultOf(engine: string, count: number): Promise<EngineResult | null> {
  const folder = mkdtempSync(resolve(tmpdir(), 'verbatim-bench-'));
  const task = { engine, data: resolve(given.data), articles: count, queriesPerCell: Number(queries), top: Number(given.top), folder };
  const order = { ...task, seconds: engine === OURS ? null : Number(seconds) };
  try {
    const measured = (await carriedOut({ ...order, what: 'measure' })) as Measured | null;
    const result = measured && { key: engine, ...measured };
    if (!result?.snapshot) return result;
    const loads: Loaded[] = [];
    for (let i = 0; i < LOADS; i++) loads.push((await carriedOut({ ...order, what: 'load' })) as Loaded);
    const best = (key: keyof Loaded) => Math.min(...loads.map((one) => one[key]));
    return { ...result, snapshot: { ...result.snapshot, load: best('load'), first: best('first') } };
  } catch (error) {
    console.error(`${engine}, ${count} articles: ${error instanceof Error ? error.message : error}`);
    return null;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function chosenEngines(): string[] {
  const wanted = given.only?.split(',') ?? (given.peers === 'no' ? [OURS] : Object.keys(ENGINES));
  const unknown = wanted.filter((name) => !(name in ENGINES));
  if (unknown.length > 0) throw new Error(`There is no engine ${unknown.join(', ')}: there are ${Object.keys(ENGINES).join(', ')}.`);
  return wanted;
}

function write(run: Run): void {
  if (given.out === undefined) return;
  const out = resolve(given.out.replace(/\.(?:md|json)$/, ''));
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(`${out}.json`, `${JSON.stringify(run, null, 1)}\n`);
  writeFileSync(`${out}.md`, markdownOf(run));
}

async function main(): Promise<void> {
  const sizes = [...new Set([...articles.split(',').map(Number), ...(given.million ? [MILLION] : [])])];
  const results: EngineResult[] = [];
  const run: Run = {
    version: 1,
    node: process.version,
    processor: cpus()[0]?.model ?? 'unknown',
    queriesPerCell: Number(queries),
    top: Number(given.top),
    results,
  };
  for (const count of sizes) {
    for (const engine of chosenEngines()) {
      const result = await resultOf(engine, count);
      if (!result) continue;
      results.push(result);
      // Written after each, so that what was measured is not lost with what fails.
      write(run);
    }
    console.log(markdownOf({ ...run, results: results.filter((one) => one.articles === count) }));
  }
}

await main();
