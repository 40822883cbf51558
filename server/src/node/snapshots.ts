import { totalmem } from 'node:os';
import type { Keeping } from '../service/keeping.ts';
import { SnapshotStore } from '../service/snapshot/store.ts';
import { cacheFolder } from './cacheFolder.ts';
import { DiskCache } from './diskCache.ts';

/** Share of the machine's memory that an index may take; what goes beyond is read from the snapshot as it is needed. */
const MEMORY_SHARE = 0.25;

/** Snapshots in the folder where this system wants caches to be. `note` is told why one was not used or could not be saved. */
export function snapshotsFor(note: (message: string) => void): (folders: readonly string[]) => Keeping {
  const cache = new DiskCache(cacheFolder(), note);
  // Machines whose patterns know another Unicode find other words.
  const runtime = process.versions.unicode ?? '';
  return (folders) => ({ store: new SnapshotStore(cache, { folders, runtime }), memory: MEMORY_SHARE * totalmem(), note });
}
