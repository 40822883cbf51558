import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { calibrate, type Scored } from './calibration.ts';
import type { Archive } from './corpora.ts';
import type { Answer, Engine, MakeEngine } from './engines/engine.ts';
import { isExact, isRight, type TextOf } from './judge.ts';
import { meteredBuild } from './meter.ts';
import { draftFor, MAIN_CELLS, NOWHERE_CELLS, type Query, queriesFor, UNEDITED_CELLS } from './queries.ts';
import type { Measured, Share, Snapshot } from './results.ts';
import { keptTexts } from './texts.ts';
import { bestTimes, timed, timedAsync, timesOf } from './timing.ts';
import { measureUpdates } from './updates.ts';

/** What is measured: one engine on one corpus. */
export interface Task {
  readonly articles: number;
  readonly queriesPerCell: number;
  /** Queries are no longer asked after so many seconds; null: all of them are. */
  readonly seconds: number | null;
  /** Articles aligned for each query, see `EngineContext`. */
  readonly top: number;
  /** An empty folder for the engine’s files. */
  readonly folder: string;
}

/** However slow an engine is, so many queries are asked. */
const FEWEST_QUERIES = 2;
/** A draft is asked only of engines that answer the median query in so many milliseconds. */
const QUICK_ENOUGH = 500;
/** A draft that takes longer, milliseconds, is asked once only. */
const LONG_DRAFT = 2_000;

/**
 * Builds an index, asks it all queries and judges the answers, then measures what else the engine can do. Null where the
 * corpus is too large for the engine.
 */
export async function measure(archive: Archive, makeEngine: MakeEngine, task: Task): Promise<Measured | null> {
  const { articles, queriesPerCell, folder, top } = task;
  const engine = makeEngine({ textOf: (number) => texts.textOf(number), folder, top });
  if (articles > engine.most) return null;
  const texts = keptTexts(archive, articles);
  const queries = queriesFor(archive, { articles, perCell: queriesPerCell });
  const { build, memory, bytes } = await meteredBuild(engine, texts);
  const own = engine.bytes?.() ?? null;
  const first = timed(() => engine.find(firstQuery(queries)));
  const asked = ask(engine, queries, task.seconds);
  const results = {
    engine: engine.name,
    articles,
    bytes,
    build,
    memory: { measured: memory, own },
    first,
    ...judge(asked, engine, texts.textOf),
    draft: draftTime(engine, draftFor(archive, articles), asked),
    snapshot: await save(engine, folder),
    ...measureUpdates(engine, archive, { count: articles, textOf: texts.textOf }),
  };
  engine.close?.();
  return results;
}

/** The query that a new index, or one that was loaded, is asked first: of middling length, with a few wrong words. */
export function firstQuery(queries: readonly Query[]): string {
  return queries.find(({ cell }) => cell === 'M 10 %')?.text ?? '';
}

interface Asked {
  readonly query: Query;
  readonly answer: Answer | null;
  /** Milliseconds. */
  readonly time: number;
}

function ask(engine: Engine, queries: readonly Query[], seconds: number | null): Asked[] {
  const answers = new Map<Query, Answer | null>();
  const box = { seconds: seconds ?? Number.POSITIVE_INFINITY, least: FEWEST_QUERIES };
  const times = bestTimes(queries, (query) => answers.set(query, engine.find(query.text)), box);
  return times.map((time, i) => {
    const query = queries[i] as Query;
    return { query, answer: answers.get(query) ?? null, time };
  });
}

function share(asked: readonly Asked[], isOne: (one: Asked) => boolean): Share {
  return { asked: asked.length, right: asked.filter(isOne).length };
}

/** Whatever can be told from the answers. */
function judge(asked: readonly Asked[], { threshold }: Engine, textOf: TextOf) {
  const right = new Set(asked.filter(({ query, answer }) => isRight(query, answer, textOf)));
  const known = asked.filter(({ query }) => query.truth !== null);
  const lost = asked.filter(({ query }) => query.truth === null);
  const cells = [...new Set(known.map(({ query }) => query.cell))];
  const inCell = (cell: string) => asked.filter(({ query }) => query.cell === cell);
  const lostByCell = NOWHERE_CELLS.map(({ name }) => [name, inCell(name)] as const);
  const main = known.filter(({ query }) => MAIN_CELLS.includes(query.cell));
  return {
    times: timesOf(known.map(({ time }) => time)),
    nowhereTimes: timesOf(lost.map(({ time }) => time)),
    mainTimes: timesOf(main.map(({ time }) => time)),
    cells: Object.fromEntries(cells.map((cell) => [cell, share(inCell(cell), (one) => right.has(one))])),
    exact: share(
      known.filter(({ query }) => UNEDITED_CELLS.includes(query.cell)),
      ({ query, answer }) => isExact(query, answer, textOf),
    ),
    nowhere:
      threshold === undefined
        ? {}
        : Object.fromEntries(lostByCell.map(([cell, some]) => [cell, share(some, ({ answer }) => (answer?.score ?? 0) >= threshold)])),
    calibration: calibrate({
      answers: main.map((one): Scored => ({ score: one.answer?.score ?? 0, right: right.has(one) })),
      nowhere: Object.fromEntries(lostByCell.map(([cell, some]) => [cell, some.map(({ answer }) => answer?.score ?? 0)])),
    }),
  };
}

/** Milliseconds that all of a draft’s quotations and claims take together: the best of three runs as a rule. */
function draftTime(engine: Engine, draft: readonly string[], asked: readonly Asked[]): number | null {
  if ((timesOf(asked.map(({ time }) => time))?.p50 ?? 0) > QUICK_ENOUGH) return null;
  const all = () => {
    for (const words of draft) engine.find(words);
  };
  const first = timed(all);
  return first > LONG_DRAFT ? first : Math.min(first, timed(all), timed(all));
}

/** Where an engine’s index is saved, below its folder. */
export function snapshotFolder(folder: string): string {
  return resolve(folder, 'snapshot');
}

async function save(engine: Engine, folder: string): Promise<Snapshot | null> {
  if (!engine.save || !engine.load) return null;
  const to = snapshotFolder(folder);
  mkdirSync(to, { recursive: true });
  const time = await timedAsync(() => engine.save?.(to));
  const files = readdirSync(to, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const bytes = files.reduce((sum, { parentPath, name }) => sum + statSync(resolve(parentPath, name)).size, 0);
  return { bytes, save: time, load: null, first: null };
}

/** Milliseconds. */
export interface Loaded {
  readonly load: number;
  /** The first query after loading. */
  readonly first: number;
}

/** Loads what {@link measure} left in the folder, in a process that has not seen the index before. Milliseconds. */
export async function measureLoad(archive: Archive, makeEngine: MakeEngine, task: Task): Promise<Loaded> {
  const { articles, folder, top } = task;
  const query = firstQuery(queriesFor(archive, { articles, perCell: 1 }));
  const { textOf } = keptTexts(archive, articles);
  const engine = makeEngine({ textOf, folder, top });
  const load = await timedAsync(() => engine.load?.(snapshotFolder(folder)));
  const first = timed(() => engine.find(query));
  engine.close?.();
  return { load, first };
}
