import type { Articles } from '../rules/analysis.ts';
import type { Steps } from '../text/steps.ts';
import { drain } from './pump.ts';

/** How long work that nobody waits for may hold the thread, in milliseconds. */
const SHORT_SLICE_MS = 3;

/** Texts that are read at one go. */
const FEW_TEXTS = 8;

/** Who was answered may have more to ask, or another letter to type: it is quiet so long after that, in milliseconds. */
const QUIET_MS = 25;

/** What somebody waits for; work that nobody waits for asks when it is quiet. */
export class Foreground {
  readonly #running = new Set<Promise<unknown>>();
  #ended = Number.NEGATIVE_INFINITY;

  /** Runs what somebody waits for. */
  during<T>(task: () => Promise<T>): Promise<T> {
    const run = task();
    const ended = run
      .catch(() => undefined)
      .finally(() => {
        this.#running.delete(ended);
        this.#ended = performance.now();
      });
    this.#running.add(ended);
    return run;
  }

  /** Resolves when nobody waits for anything, or has done so just before. */
  async quiet(): Promise<void> {
    for (;;) {
      const left = QUIET_MS - (performance.now() - this.#ended);
      if (this.#running.size > 0) await Promise.all(this.#running);
      else if (left > 0) await new Promise((resolve) => setTimeout(resolve, left));
      else return;
    }
  }
}

/** Runs work to its end in short slices, none of which begins before it is quiet. */
export function drainAside<T>(work: Steps<T>, quiet: () => Promise<void>, signal: AbortSignal): Promise<T> {
  return drain(work, signal, SHORT_SLICE_MS, quiet);
}

/** Texts of articles, a few at a time. */
export async function fetchFew(ids: readonly string[], fetch: (some: readonly string[]) => Promise<Articles>): Promise<Articles> {
  const found = new Map();
  for (let at = 0; at < ids.length; at += FEW_TEXTS) {
    for (const [id, article] of await fetch(ids.slice(at, at + FEW_TEXTS))) found.set(id, article);
  }
  return found;
}
