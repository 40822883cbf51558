// How long a thread's event loop is held at a time, by the clock and by what the thread worked.
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import type { Holds } from './results.ts';

/** How often the loop is asked whether it is free, in milliseconds. */
const TICK_MS = 1;

/**
 * From one tick of a timer to the next, the loop was held for all the time beyond the timer's own. On a machine that others use as well, part
 * of that the thread was not running at all: `busy` has what it worked (`process.threadCpuUsage`, where Node has it), whatever the clock says.
 */
export class HoldMeter {
  readonly #elapsed: number[] = [];
  readonly #busy: number[] = [];
  readonly #timer: NodeJS.Timeout;
  #at = performance.now();
  #worked = worked();

  constructor() {
    this.#timer = setInterval(() => this.#tick(), TICK_MS);
  }

  #tick(): void {
    const [now, work] = [performance.now(), worked()];
    this.#elapsed.push(now - this.#at);
    this.#busy.push(work - this.#worked);
    this.#at = now;
    this.#worked = work;
  }

  stop(): { readonly elapsed: Holds; readonly busy: Holds } {
    clearInterval(this.#timer);
    return { elapsed: holdsOf(this.#elapsed), busy: holdsOf(this.#busy) };
  }
}

/** What this thread has worked since it began, in milliseconds; NaN where Node cannot tell. */
function worked(): number {
  const { threadCpuUsage } = process as { threadCpuUsage?: () => { user: number; system: number } };
  if (!threadCpuUsage) return Number.NaN;
  const { user, system } = threadCpuUsage.call(process);
  return (user + system) / 1000;
}

/** The longest of what was measured, and how many were longer than a writer may notice. */
const NOTICED_MS = 20;

function holdsOf(times: readonly number[]): Holds {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
  return { p50: at(0.5), p99: at(0.99), worst: at(1), noticed: sorted.filter((time) => time > NOTICED_MS).length };
}
