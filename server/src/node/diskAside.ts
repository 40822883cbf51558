import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

/** Asked on a thread itself, a disk at hand answers in a fifth of what the way round takes. One that takes so long for a file is not: milliseconds. */
export const AT_HAND_MS = 1;
/** Files that are asked for before it is looked how long they took: to look at the clock takes as long as to ask for a file. */
export const FILES_A_LOOK = 16;
/** When it was written (milliseconds since 1970; NaN for what is no file), its bytes and its mode. */
export const NUMBERS_A_FILE = 3;

/** The script of the thread; null where it is not there, as when the sources are run. */
export function diskScript(): string | null {
  const script = join(__dirname, 'disk.cjs');
  return existsSync(script) ? script : null;
}

/** A thread that asks the disk about files. Takes some thirty milliseconds to start, and keeps the process alive until it is closed. */
export class DiskAside {
  readonly #worker: Worker;
  readonly #waiting: ((numbers: Float64Array) => void)[] = [];
  #ended: boolean = false;

  constructor(script: string) {
    this.#worker = new Worker(script);
    this.#worker.on('message', (numbers: Float64Array) => this.#waiting.shift()?.(numbers));
    this.#worker.on('error', () => this.#end());
    this.#worker.on('exit', () => this.#end());
  }

  /** {@link NUMBERS_A_FILE} for each of the paths, or for the first of them where the rest has to be asked for in another way. */
  look(paths: readonly string[]): Promise<Float64Array> {
    return new Promise((resolve) => {
      if (this.#ended) {
        resolve(new Float64Array());
        return;
      }
      this.#waiting.push(resolve);
      this.#worker.postMessage(paths);
    });
  }

  close(): void {
    this.#end();
    void this.#worker.terminate();
  }

  #end(): void {
    this.#ended = true;
    for (const resolve of this.#waiting.splice(0)) resolve(new Float64Array());
  }
}
