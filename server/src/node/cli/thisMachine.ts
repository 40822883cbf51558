import { extracting } from '../extraction/extracting.ts';
import { WorkerIndexer, workerScript } from '../indexing/workerIndexer.ts';
import { nodeHostAlone } from '../nodeHost.ts';
import { snapshotsFor } from '../snapshots.ts';
import { steadyHost } from '../steadyHost.ts';
import type { Terminal } from './terminal.ts';
import type { World } from './world.ts';

/** The files and the processors of this machine. `cached` says whether anything is kept for the next run. */
export function thisMachine(terminal: Terminal, cached: boolean): World {
  const host = steadyHost(extracting(nodeHostAlone, { keeps: cached }));
  const indexer = new WorkerIndexer(host, { script: workerScript(), note: terminal.note, keeps: cached });
  return { host, indexer, cwd: process.cwd(), terminal, ...(cached ? { keeping: snapshotsFor(terminal.note) } : {}) };
}
