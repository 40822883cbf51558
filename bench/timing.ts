import type { Times } from './results.ts';

const RUNS = 3;
/** Queries that take longer, milliseconds, are not run again: the machine’s other work hardly shows in them. */
const SLOW = 300;
/** So many queries are run once before they are run again, so that none finds all it needs in the nearest cache. */
const BATCH = 200;

/** Percentiles of some times in milliseconds; null where there are none. */
export function timesOf(times: readonly number[]): Times | null {
  if (times.length === 0) return null;
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] as number;
  return { count: sorted.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), worst: at(1) };
}

/** What a task takes, in milliseconds. */
export function timed(task: () => void): number {
  const started = performance.now();
  task();
  return performance.now() - started;
}

/** A task that may be asynchronous, in milliseconds. */
export async function timedAsync(task: () => Promise<void> | void): Promise<number> {
  const started = performance.now();
  await task();
  return performance.now() - started;
}

export interface TimeBox {
  /** No new query is begun after so long; infinite for none. */
  readonly seconds: number;
  /** So many are run however long they take. */
  readonly least: number;
}

/** The shortest of three times of each item that fits into the time box, in order: milliseconds. */
export function bestTimes<T>(items: readonly T[], task: (item: T) => void, { seconds, least }: TimeBox): number[] {
  const deadline = performance.now() + seconds * 1000;
  const best: number[] = [];
  for (let start = 0; start < items.length && best.length === start; start += BATCH) {
    for (const item of items.slice(start, start + BATCH)) {
      if (best.length >= least && performance.now() > deadline) break;
      best.push(timed(() => task(item)));
    }
    for (let run = 1; run < RUNS; run++) runAgain(best, start, (at) => task(items[at] as T));
  }
  return best;
}

/** Runs what was run from `start` on once more, and keeps the shorter times. */
function runAgain(best: number[], start: number, task: (at: number) => void): void {
  for (let at = start; at < best.length; at++) {
    const so = best[at] as number;
    if (so <= SLOW)
      best[at] = Math.min(
        so,
        timed(() => task(at)),
      );
  }
}
