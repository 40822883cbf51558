// A thread that asks the disk about files while the program does something else.
import { statSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import { AT_HAND_MS, FILES_A_LOOK, NUMBERS_A_FILE } from './diskAside.ts';

/** What {@link DiskAside.look} gives for these paths. Stops where the disk is slow or has no answer: others then wait for it better. */
function looked(paths: readonly string[]): Float64Array {
  const numbers = new Float64Array(paths.length * NUMBERS_A_FILE);
  let at = 0;
  try {
    for (let isAtHand = true; isAtHand && at < paths.length; ) {
      const before = performance.now();
      const end = Math.min(at + FILES_A_LOOK, paths.length);
      for (; at < end; at++) {
        const found = statSync(paths[at] as string, { throwIfNoEntry: false });
        numbers.set(found?.isFile() ? [found.mtimeMs, found.size, found.mode] : [Number.NaN, 0, 0], at * NUMBERS_A_FILE);
      }
      isAtHand = performance.now() - before < FILES_A_LOOK * AT_HAND_MS;
    }
  } catch {
    // Whoever asks about the rest is told why.
  }
  return numbers.slice(0, at * NUMBERS_A_FILE);
}

parentPort?.on('message', (paths: readonly string[]) => parentPort?.postMessage(looked(paths)));
