import { readFileSync } from 'node:fs';

/**
 * Milliseconds that the main thread of another process has had a processor, by what Linux counts of it: asking costs that
 * process nothing. Undefined on other systems.
 */
export function busyTime(pid: number): number | undefined {
  try {
    return Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
  } catch {
    return undefined;
  }
}
