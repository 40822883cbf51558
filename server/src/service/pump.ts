import { now } from './clock.ts';

/** How long work may hold the thread before everything else that waits gets its turn, in milliseconds. */
const SLICE_MS = 8;

/**
 * Resolves after everything else that waits has had its turn. A macrotask on purpose: promises alone would keep the
 * thread, and a cancellation that arrives over the connection would not be seen before the work is done.
 */
export function turn(): Promise<void> {
  return new Promise((resolve) => {
    nextTurn(resolve);
  });
}

/** Node's own way; in a browser a message to oneself, since timers there wait four milliseconds each when they follow one another. */
function nextTurn(task: () => void): void {
  const { setImmediate } = globalThis as { setImmediate?: (task: () => void) => unknown };
  if (setImmediate) {
    setImmediate(task);
    return;
  }
  if (!channel) {
    channel = new MessageChannel();
    channel.port1.onmessage = () => waiting.shift()?.();
  }
  waiting.push(task);
  channel.port2.postMessage(null);
}

let channel: MessageChannel | undefined;
const waiting: (() => void)[] = [];

/** Does something once after so many milliseconds; does not keep the process alive. */
export function after(milliseconds: number, task: () => void): ReturnType<typeof setTimeout> {
  const timer = setTimeout(task, milliseconds);
  // A browser's timers are numbers, and keep nothing alive.
  (timer as unknown as { unref?: () => void }).unref?.();
  return timer;
}

/** Says yes once in so many milliseconds, when it is asked. */
export function every(milliseconds: number): () => boolean {
  let last = now();
  return () => {
    if (now() - last < milliseconds) return false;
    last = now();
    return true;
  };
}

/** Does something when it has not been asked for again for so many milliseconds; does not keep the process alive. */
export function whenQuiet(milliseconds: number, task: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return () => {
    clearTimeout(timer);
    timer = after(milliseconds, task);
  };
}

/** Does something so many milliseconds after it was first asked for since it was last done; does not keep the process alive. */
export function later(milliseconds: number, task: () => void): () => void {
  let waiting = false;
  return () => {
    if (waiting) return;
    waiting = true;
    after(milliseconds, () => {
      waiting = false;
      task();
    });
  };
}

/** Cuts asynchronous work into slices: `pause` costs nothing until a slice is used up. */
export class Slices {
  readonly #milliseconds: number;
  readonly #signal: AbortSignal | undefined;
  #started = now();

  constructor(signal?: AbortSignal, milliseconds: number = SLICE_MS) {
    this.#signal = signal;
    this.#milliseconds = milliseconds;
  }

  /** Whether others should have their turn: where steps are small, what asks first spares itself a wait at each. */
  get isOver(): boolean {
    return this.#signal?.aborted === true || now() - this.#started >= this.#milliseconds;
  }

  /** To be awaited between two steps of the work; rejects once the signal is aborted. */
  async pause(): Promise<void> {
    if (now() - this.#started >= this.#milliseconds) {
      await turn();
      this.#started = now();
    }
    this.#signal?.throwIfAborted();
  }
}

/**
 * Runs a generator to its end in slices; every `yield` in it is a place where it may be interrupted. `ready` is waited
 * for before each slice.
 */
export async function drain<T>(
  work: Generator<unknown, T>,
  signal?: AbortSignal,
  milliseconds: number = SLICE_MS,
  ready?: () => Promise<void>,
): Promise<T> {
  const slices = new Slices(signal, milliseconds);
  for (;;) {
    await slices.pause();
    await ready?.();
    const until = now() + milliseconds;
    do {
      const step = work.next();
      if (step.done) return step.value;
    } while (now() < until);
  }
}

/**
 * What `work` gives, or a rejection as soon as the signal is aborted: whoever asked is answered at once, though the work
 * itself may take a moment longer to notice.
 */
export function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  if (signal.aborted) {
    work.catch(() => undefined);
    return Promise.reject(signal.reason as Error);
  }
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason as Error);
    signal.addEventListener('abort', abort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
