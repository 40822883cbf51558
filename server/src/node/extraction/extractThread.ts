import { constants, platform, setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { readSource } from '../../readers/index.ts';
import type { ExtractGift, ExtractOrder } from './extractMessages.ts';

/** Reads one file after the other, each when it is told to, in a thread of its own that may be ended at any time. */
export function serveExtraction(): void {
  // Elsewhere this would slow down the whole process.
  if ((workerData as ExtractGift).yielding && platform() === 'linux') setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  parentPort?.on('message', ({ path, bytes }: ExtractOrder) => {
    void readSource(path, bytes).then((reading) => parentPort?.postMessage(reading));
  });
}
