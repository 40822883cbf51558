import { extracting } from '../extraction/extracting.ts';
import { WorkerIndexer, workerScript } from '../indexing/workerIndexer.ts';
import { nodeHost, nodeHostAlone } from '../nodeHost.ts';
import { snapshotsFor } from '../snapshots.ts';
import { steadyHost } from '../steadyHost.ts';
import type { Terminal } from './terminal.ts';
import type { World } from './world.ts';

/** How a command uses the machine. */
export interface MachineUse {
  /** Whether anything is kept for the next run. */
  readonly cached: boolean;
  /** Whether it goes on, and answers while files are listed: not where it runs once and nobody else wants its thread. */
  readonly stays: boolean;
}

/** The files and the processors of this machine. */
export function thisMachine(terminal: Terminal, { cached, stays }: MachineUse): World {
  const host = steadyHost(extracting(stays ? nodeHost : nodeHostAlone, { keeps: cached }));
  const indexer = new WorkerIndexer(host, { script: workerScript(), note: terminal.note, keeps: cached });
  return { host, indexer, cwd: process.cwd(), terminal, ...(cached ? { keeping: snapshotsFor(terminal.note) } : {}) };
}
