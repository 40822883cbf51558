import { Worker } from 'node:worker_threads';
import type { Entry } from '../../service/host.ts';
import type { IndexOrder, WorkerGift, WorkerMessage } from './indexMessages.ts';

/** What a hand tells: a message of its worker, or why the worker is no more. */
export type HandEvent = WorkerMessage | { readonly kind: 'died'; readonly reason: string };

/** One worker thread that indexes files. */
export class IndexHand {
  readonly #worker: Worker;
  readonly #at = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));

  /** `tell` is called with all that happens until the hand is dismissed; the last of it is its death. */
  constructor(script: string, manner: Omit<WorkerGift, 'at'>, tell: (event: HandEvent) => void) {
    const gift: WorkerGift = { at: this.#at.buffer as SharedArrayBuffer, ...manner };
    let reason = '';
    this.#worker = new Worker(script, { workerData: gift, execArgv: [] });
    this.#worker.on('message', (message: WorkerMessage) => {
      tell(message);
    });
    this.#worker.on('error', (error: NodeJS.ErrnoException) => {
      // The message is left out: it may hold words of a source.
      reason = error.code ?? error.name;
    });
    this.#worker.on('exit', (code) => {
      tell({ kind: 'died', reason: reason || `status ${code}` });
    });
  }

  /** Which entry of its order the worker is at. */
  get at(): number {
    return Atomics.load(this.#at, 0);
  }

  index(entries: readonly Entry[]): void {
    const sizes = Float64Array.from(entries, ({ size }) => size);
    const sides = new Map(entries.flatMap(({ side }, at) => (side === undefined ? [] : [[at, side]])));
    const order: IndexOrder = { paths: entries.map(({ path }) => path), sizes, sides };
    Atomics.store(this.#at, 0, 0);
    this.#worker.postMessage(order, [sizes.buffer]);
  }

  /** Ends the worker at once. */
  async dismiss(): Promise<void> {
    this.#worker.removeAllListeners();
    // Without anybody to hear of it, what goes wrong now would end the process.
    this.#worker.on('error', () => undefined);
    await this.#worker.terminate();
  }
}
