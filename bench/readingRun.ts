// One start over some corpus folder in a process of its own, so that what it takes of memory is its own: what the product
// does from the start until all sources are read, and then each time a source changes. Told in one message.
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import process from 'node:process';
import { WorkerIndexer } from '../server/src/node/indexing/workerIndexer.ts';
import { nodeHost } from '../server/src/node/nodeHost.ts';
import { Library } from '../server/src/service/library.ts';
import { random } from './random.ts';
import { timedAsync } from './timing.ts';

/** What one start came to. */
export interface ReadingRun {
  readonly sources: number;
  /** Files that had something wrong with them. */
  readonly troubled: number;
  /** From the start until everything is read, in seconds; CPU time is that of all threads. */
  readonly wall: number;
  readonly cpu: number;
  /** Listing alone, in seconds. */
  readonly listing: number;
  /** Megabytes: the most that the process took, and what it takes once all is read. */
  readonly peak: number;
  readonly left: number;
  /** From a change on disk that is told until its words are found, in milliseconds each. */
  readonly changes: readonly number[];
}

const MEGABYTE = 2 ** 20;
/** The worker's program, as it ships. */
const WORKER = resolve(import.meta.dirname, '../dist/worker.cjs');

const LETTERS = 'bcdfghklmnprstvwz';

/** Twelve words that no source has, and none of them another change. */
function newWords(at: number): string[] {
  const chance = random(`change ${at}`);
  return Array.from({ length: 12 }, () => Array.from({ length: 4 }, () => `${chance.pick([...LETTERS])}y`).join('x'));
}

/** Milliseconds until the library finds what was just written into one of its files. */
async function change(library: Library, path: string, at: number): Promise<number> {
  const words = newWords(at);
  const text = readFileSync(path, 'utf8');
  // In the midst of it: at the edges of a clipped page words may be furniture.
  const place = Math.max(0, text.indexOf(' ', text.length / 2));
  writeFileSync(path, `${text.slice(0, place)} ${words.join(' ')}${text.slice(place)}`);
  let found: string | undefined;
  const took = await timedAsync(async () => {
    await library.update([path]);
    found = library.corpus.retrieve(words, 1)[0]?.articleId;
  });
  if (found !== path) throw new Error(`What was written into ${path} is not found.`);
  // As it was, for the next start.
  writeFileSync(path, text);
  await library.update([path]);
  return took;
}

async function run(folder: string, changes: number): Promise<ReadingRun> {
  const notes: string[] = [];
  const indexer = new WorkerIndexer(nodeHost, { script: WORKER, note: (message) => notes.push(message) });
  let listing = 0;
  const host = {
    readFile: nodeHost.readFile.bind(nodeHost),
    stat: nodeHost.stat.bind(nodeHost),
    isFolder: nodeHost.isFolder?.bind(nodeHost) as NonNullable<typeof nodeHost.isFolder>,
    listedPath: nodeHost.listedPath?.bind(nodeHost) as NonNullable<typeof nodeHost.listedPath>,
    listFiles: async (...asked: Parameters<typeof nodeHost.listFiles>) => {
      const started = performance.now();
      const listed = await nodeHost.listFiles(...asked);
      listing += (performance.now() - started) / 1000;
      return listed;
    },
  };
  const library = new Library([folder], host, { indexer });
  const before = process.cpuUsage();
  const wall = (await timedAsync(() => library.load())) / 1000;
  const { user, system } = process.cpuUsage(before);
  if (notes.length > 0) throw new Error(notes.join(' '));
  const peak = (process.resourceUsage().maxRSS * 1024) / MEGABYTE;
  const left = process.memoryUsage.rss() / MEGABYTE;
  const paths = [...library.files.paths];
  const times: number[] = [];
  for (let at = 0; at < changes; at++) times.push(await change(library, paths[Math.floor((at * paths.length) / changes)] as string, at));
  const { corpus, problems } = library;
  return { sources: corpus.size, troubled: problems.size, wall, cpu: (user + system) / 1e6, listing, peak, left, changes: times };
}

process.once('message', ({ folder, changes }: { folder: string; changes: number }) => {
  run(folder, changes).then(
    (result) => process.send?.(result, () => process.exit(0)),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
