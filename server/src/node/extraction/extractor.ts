import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { readSource } from '../../readers/index.ts';
import type { Reading } from '../../readers/reader.ts';
import { plainly } from '../../text/said.ts';
import type { ExtractGift, ExtractOrder } from './extractMessages.ts';

/** How much one file may take. */
export interface Limits {
  /** Milliseconds. */
  readonly time: number;
  /** Megabytes of what the thread allocates, the file itself not counted. */
  readonly memory: number;
}

const USUAL: Limits = { time: 30_000, memory: 1024 };

/** A thread that has had nothing to do for so long is ended: the libraries in it take memory. Milliseconds. */
const IDLE_MS = 10_000;

export interface ExtractorOptions {
  /** The file that the thread runs; null where there is none. */
  readonly script: string | null;
  /** Whether somebody is typing meanwhile. */
  readonly yielding?: boolean;
  readonly limits?: Limits;
}

/**
 * Reads files in a thread of its own, one at a time. A file that takes too long or too much memory costs that thread, and
 * nobody else; the next file gets another.
 */
export class Extractor {
  readonly #options: ExtractorOptions;
  readonly #limits: Limits;
  #worker: Worker | null = null;
  #tail: Promise<unknown> = Promise.resolve();
  #idle: NodeJS.Timeout | undefined;
  /** Told what became of the file that is being read. */
  #settle: (answer: Reading | string) => void = () => undefined;

  constructor(options: ExtractorOptions) {
    this.#options = options;
    this.#limits = options.limits ?? USUAL;
  }

  /** Never rejects. The bytes are handed over, and gone afterwards. */
  extract(path: string, bytes: Uint8Array): Promise<Reading> {
    const run = this.#tail.then(() => this.#extract(path, bytes));
    this.#tail = run;
    return run;
  }

  async #extract(path: string, bytes: Uint8Array): Promise<Reading> {
    const { script } = this.#options;
    if (script === null) return await readSource(path, bytes);
    clearTimeout(this.#idle);
    this.#worker ??= this.#start(script);
    const worker = this.#worker;
    worker.ref();
    const answer = await this.#answerOf(worker, path, bytes);
    worker.unref();
    if (typeof answer !== 'string') {
      this.#idle = setTimeout(() => this.#dismiss(), IDLE_MS).unref();
      return answer;
    }
    this.#dismiss();
    return { articles: [], problems: [{ message: answer, span: null }] };
  }

  /** The reading, or why there is none. */
  #answerOf(worker: Worker, path: string, bytes: Uint8Array): Promise<Reading | string> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#settle(tooSlow(this.#limits)), this.#limits.time);
      this.#settle = (answer) => {
        clearTimeout(timer);
        resolve(answer);
      };
      const own = ownBytes(bytes);
      worker.postMessage({ path, bytes: own } satisfies ExtractOrder, [own.buffer]);
    });
  }

  #start(script: string): Worker {
    const gift: ExtractGift = { yielding: this.#options.yielding ?? false };
    const worker = new Worker(script, {
      workerData: gift,
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: this.#limits.memory },
    });
    // Of a thread that was dismissed nobody wants to hear.
    const tell = (answer: Reading | string) => {
      if (worker === this.#worker) this.#settle(answer);
    };
    worker.on('message', tell);
    worker.on('error', (error: NodeJS.ErrnoException) => tell(reasonFor(error, this.#limits)));
    worker.on('exit', () => {
      tell(BROKE_OFF);
      if (worker === this.#worker) this.#worker = null;
    });
    return worker;
  }

  #dismiss(): void {
    const worker = this.#worker;
    this.#worker = null;
    void worker?.terminate();
  }
}

const BROKE_OFF = plainly`Reading this file broke off for a reason that could not be found. Save it anew, or keep its text in a .txt file instead.`;

function tooSlow({ time }: Limits): string {
  return plainly`This file was left out: after ${Math.round(time / 1000)} seconds it was still being read. Save it anew, or keep its text in a .txt file instead.`;
}

function reasonFor(error: NodeJS.ErrnoException, { memory }: Limits): string {
  return error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? plainly`This file was left out: reading it takes more than ${memory} MB of memory. Save it anew, or keep its text in a .txt file instead.`
    : BROKE_OFF;
}

/** Bytes that nothing else lies beside, so that they can be handed over. */
function ownBytes(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const { buffer, byteLength } = bytes;
  return buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? new Uint8Array(buffer) : Uint8Array.from(bytes);
}

/** The thread's program, which lies beside this one; null where it does not. */
export function extractScript(): string | null {
  const script = join(__dirname, 'worker.cjs');
  return existsSync(script) ? script : null;
}
