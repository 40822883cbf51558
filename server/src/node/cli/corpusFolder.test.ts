import { expect, it } from 'vitest';
import { InMemoryCache } from '../../../../test/support/inMemoryCache.ts';
import { InMemoryHost } from '../../../../test/support/inMemoryHost.ts';
import { unmergeableIndexer as indexer } from '../../../../test/support/segments.ts';
import { DEFAULT_SETTINGS } from '../../service/settings.ts';
import { SnapshotStore } from '../../service/snapshot/store.ts';
import { loadCorpus } from './corpusFolder.ts';
import type { World } from './world.ts';

const COUNT = 220;

/** The notes of a command that loads a corpus which may take so many megabytes. */
async function notesWith(memory: number | null): Promise<string[]> {
  const notes: string[] = [];
  const files = Object.fromEntries(Array.from({ length: COUNT }, (_, i) => [`/c/${i}.md`, `Boat ${i} came in.`]));
  const cache = new InMemoryCache();
  const world: World = {
    host: new InMemoryHost(files),
    indexer,
    keeping: (folders) => ({
      store: new SnapshotStore(cache, { folders }),
      memory: Number.POSITIVE_INFINITY,
      note: (message: string) => void notes.push(message),
    }),
    cwd: '/',
    terminal: {
      write: () => undefined,
      note: (message) => void notes.push(message),
      progress: () => undefined,
      colour: false,
      columns: 80,
    },
  };
  await loadCorpus({ folders: [{ folder: '/c', given: null }], settings: { ...DEFAULT_SETTINGS, memory } }, world);
  return notes;
}

it('lets the index take as much memory as the settings say', async () => {
  expect(await notesWith(null)).toEqual([]);
  const aByte = 1 / 2 ** 20;
  expect(await notesWith(aByte)).toEqual([expect.stringContaining('more with “memory”') as string]);
});
