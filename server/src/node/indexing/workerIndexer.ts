import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Entry, Host } from '../../service/host.ts';
import type { Indexer, IndexPiece, IndexRun } from '../../service/indexer.ts';
import { partsOf, weightOf } from '../../service/indexParts.ts';
import { InProcessIndexer } from '../../service/inProcessIndexer.ts';

/** From so many files or bytes on, threads are quicker than the time it takes to start them. */
const MANY_FILES = 200;
const MANY_BYTES = 1 << 20;

/** More threads than these wait for the disk and for memory. */
const MOST_WORKERS = 4;

export interface WorkerIndexerOptions {
  /** The file that workers run; null where there is none. */
  readonly script: string | null;
  /** Says in the log what the user need not know. */
  readonly note: (message: string) => void;
  /** Whether somebody is typing meanwhile: workers then take what of the processor nobody else wants. */
  readonly yielding?: boolean;
  /** Whether what is taken out of files is kept for the next start. */
  readonly keeps?: boolean;
  /** How many workers there are at most; as the machine has cores where it is not said. */
  readonly workers?: number;
}

/** Indexes in worker threads; a few files, and where there can be no workers all, on the thread that it is called on. */
export class WorkerIndexer implements Indexer {
  readonly #options: WorkerIndexerOptions;
  readonly #inProcess: Indexer;
  #hopeless = false;

  constructor(host: Pick<Host, 'readFile' | 'extract'>, options: WorkerIndexerOptions) {
    this.#options = options;
    this.#inProcess = new InProcessIndexer(host);
  }

  async *index(entries: readonly Entry[], run: IndexRun): AsyncGenerator<IndexPiece> {
    const left = isMuch(entries) && !this.#hopeless ? yield* this.#inWorkers(entries, run) : entries;
    if (left.length === 0) return;
    const before = entries.length - left.length;
    yield* this.#inProcess.index(left, { ...run, progressed: (read) => run.progressed?.(before + read) });
  }

  /** Gives the entries that workers could not index. */
  async *#inWorkers(entries: readonly Entry[], { signal, progressed }: IndexRun): AsyncGenerator<IndexPiece, readonly Entry[]> {
    const { script, workers, yielding = false, keeps = false } = this.#options;
    if (script === null) return this.#giveUp(entries, 'their program is not there');
    signal?.throwIfAborted();
    const { IndexCrew } = await import('./indexCrew.ts');
    const crew = new IndexCrew(partsOf(entries), { script, size: workers ?? workerCount(), yielding, keeps, progressed });
    const abort = () => crew.fail(signal?.reason);
    signal?.addEventListener('abort', abort, { once: true });
    try {
      yield* crew.work();
    } finally {
      signal?.removeEventListener('abort', abort);
      await crew.dispose();
    }
    if (!crew.started) return this.#giveUp(crew.left, crew.trouble ?? 'for an unknown reason');
    if (crew.trouble !== null) this.#options.note(`A thread that read sources broke off (${crew.trouble}).`);
    return crew.left;
  }

  /** Told once: it will not be tried again. */
  #giveUp(left: readonly Entry[], why: string): readonly Entry[] {
    this.#hopeless = true;
    this.#options.note(`Sources are read on the main thread: no others could be started (${why}).`);
    return left;
  }
}

function isMuch(entries: readonly Entry[]): boolean {
  return entries.length >= MANY_FILES || entries.reduce((sum, entry) => sum + weightOf(entry), 0) >= MANY_BYTES;
}

/** Where there are more than two cores, the thread that answers has one for itself; with two, it gets its share in time. */
function workerCount(): number {
  const cores = availableParallelism();
  return Math.min(MOST_WORKERS, cores > 2 ? cores - 1 : cores);
}

/** The workers' program, which lies beside this one; null where it does not. */
export function workerScript(): string | null {
  const script = join(__dirname, 'worker.cjs');
  return existsSync(script) ? script : null;
}
