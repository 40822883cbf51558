import { constants, platform, setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { type Gathered, Gathering } from '../../service/gathering.ts';
import { FINAL_WORDS } from '../../service/indexParts.ts';
import { TELL_EVERY_MS } from '../../service/inProcessIndexer.ts';
import { every } from '../../service/pump.ts';
import { readAhead } from '../../service/readAhead.ts';
import { bytesOf, readBytes } from '../../service/readEntry.ts';
import { extraction } from '../extraction/extracting.ts';
import type { IndexOrder, OddFile, WorkerGift, WorkerMessage } from './indexMessages.ts';
import { buffersOf } from './transfer.ts';
import { WorkerHost } from './workerHost.ts';

function say(message: WorkerMessage): void {
  parentPort?.postMessage(message, message.kind === 'segment' ? buffersOf(message.segment) : []);
}

/** What a thread reads by, and where it says how far it is. */
interface Desk {
  readonly host: WorkerHost;
  readonly at: Int32Array;
}

async function index({ paths, sizes, sides }: IndexOrder, { host, at }: Desk): Promise<void> {
  const gathering = new Gathering(FINAL_WORDS);
  const telling = every(TELL_EVERY_MS);
  let odd: OddFile[] = [];
  let read = 0;
  const give = (gathered: Gathered | null) => {
    say({ kind: 'segment', read, odd, segment: gathered?.segment ?? null, final: gathered?.final ?? true });
    odd = [];
  };
  const files = paths.map((path, i) => {
    const side = sides.get(i);
    return { path, size: sizes[i] as number, ...(side === undefined ? {} : { side }) };
  });
  for await (const bytes of readAhead(files, (file) => bytesOf(file, host))) {
    const path = paths[read] as string;
    const { articles, problems } = await readBytes(path, bytes, host);
    gathering.add(articles);
    if (problems.length > 0 || articles.length !== 1 || articles[0]?.id !== path)
      odd.push({ at: read, articleIds: articles.map(({ id }) => id), problems });
    Atomics.store(at, 0, ++read);
    if (telling()) say({ kind: 'progress', read });
    const gathered = gathering.next();
    if (gathered) give(gathered);
  }
  give(gathering.end());
  say({ kind: 'finished' });
}

/** Reads files and indexes them, in a thread of its own, and hands the segments over without copying them. */
export function serveIndexing(): void {
  const gift = workerData as WorkerGift;
  const desk = { host: new WorkerHost(extraction(gift)), at: new Int32Array(gift.at) };
  // Elsewhere this would slow down the whole process.
  if (gift.yielding && platform() === 'linux') setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  parentPort?.on('message', (order: IndexOrder) => void index(order, desk));
  say({ kind: 'ready' });
}
