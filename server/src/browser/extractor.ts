import type { BrowserStart } from '../lsp/protocol.ts';
import { readSource } from '../readers/index.ts';
import type { Reading } from '../readers/reader.ts';
import { plainly } from '../text/said.ts';

/** A file to read. The answer is its {@link Reading}. */
interface ExtractOrder {
  readonly path: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What a worker that reads for another does: one file after the other, each when it is told to. */
export function answerOrders(worker: DedicatedWorkerGlobalScope): void {
  worker.onmessage = ({ data: { path, bytes } }: MessageEvent<ExtractOrder>) => {
    void readSource(path, bytes).then((reading) => worker.postMessage(reading));
  };
}

/** How a worker is started: the browser's own way, or another's in tests. */
export type StartWorker = () => Worker;

/** How long a file may be read, in milliseconds. */
const PATIENCE_MS = 30_000;

/** A worker that has had nothing to do for so long is ended: the libraries in it take memory. Milliseconds. */
const IDLE_MS = 10_000;

/**
 * Reads files in a worker of its own, one at a time. A file that takes too long costs that worker, and nobody else; the next file
 * gets another. How much memory it may take a browser does not let one say.
 */
export class Extractor {
  readonly #start: StartWorker;
  readonly #patience: number;
  #worker: Worker | null = null;
  /** Whether another worker has ever answered here. */
  #works = false;
  #tail: Promise<unknown> = Promise.resolve();
  #idle: ReturnType<typeof setTimeout> | undefined;

  constructor(start: StartWorker, patience: number = PATIENCE_MS) {
    this.#start = start;
    this.#patience = patience;
  }

  /** Never rejects. */
  extract(path: string, bytes: Uint8Array): Promise<Reading> {
    const run = this.#tail.then(() => this.#extract(path, bytes));
    this.#tail = run;
    return run;
  }

  async #extract(path: string, bytes: Uint8Array): Promise<Reading> {
    clearTimeout(this.#idle);
    const order: ExtractOrder = { path, bytes: Uint8Array.from(bytes) };
    const answer = await this.#answerTo(order);
    if (typeof answer === 'string') {
      this.#dismiss();
      // Some browsers start no worker from a worker.
      if (answer === BROKE_OFF && !this.#works) return await readSource(path, bytes);
      return { articles: [], problems: [{ message: answer, span: null }] };
    }
    this.#works = true;
    this.#idle = setTimeout(() => this.#dismiss(), IDLE_MS);
    return answer;
  }

  /** The reading, or why there is none. */
  #answerTo(order: ExtractOrder): Promise<Reading | string> {
    return new Promise((resolve) => {
      let worker: Worker;
      try {
        this.#worker ??= this.#start();
        worker = this.#worker;
      } catch {
        resolve(BROKE_OFF);
        return;
      }
      const timer = setTimeout(() => resolve(tooSlow(this.#patience)), this.#patience);
      const settle = (answer: Reading | string) => {
        clearTimeout(timer);
        resolve(answer);
      };
      worker.onmessage = ({ data }: MessageEvent<Reading>) => settle(data);
      worker.onerror = () => settle(BROKE_OFF);
      worker.onmessageerror = () => settle(BROKE_OFF);
      worker.postMessage(order, [order.bytes.buffer]);
    });
  }

  #dismiss(): void {
    this.#worker?.terminate();
    this.#worker = null;
  }
}

const BROKE_OFF = plainly`Reading this file broke off in the browser. Open this folder in the desktop editor to have it read, or keep its text in a .txt file instead.`;

function tooSlow(patience: number): string {
  return plainly`This file was left out: after ${Math.round(patience / 1000)} seconds the browser was still reading it. Open this folder in the desktop editor to have it read, or keep its text in a .txt file instead.`;
}

/** Starts workers with a script that may lie on another site than the page: from memory, by a line that loads it. */
export function startingWith(script: string): StartWorker {
  let line: string | undefined;
  return () => {
    line ??= URL.createObjectURL(new Blob([`importScripts(${JSON.stringify(script)})`], { type: 'text/javascript' }));
    const worker = new Worker(line, { name: 'Verbatim reads a file' });
    worker.postMessage({ role: 'extract', script } satisfies BrowserStart);
    return worker;
  };
}
