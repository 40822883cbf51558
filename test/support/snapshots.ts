import type { Cache } from '../../server/src/service/host.ts';
import { type SnapshotContent, SnapshotStore, type StoreOptions } from '../../server/src/service/snapshot/store.ts';
import type { InMemoryCache } from './inMemoryCache.ts';
import { segmentOf } from './segments.ts';

const FOLDERS = ['/c', '/d'];

const HARBOUR = segmentOf({ '/c/a.md': 'the harbour wall of stone', '/c/b.md': 'the winter ferry' });
const LAMP = segmentOf({ '/c/c.md': 'a lamp and a crate of salt', '/c/e.md': 'another crate' });
const GULL = segmentOf({ '/c/d.md': 'the gull and the tide' });

function fileOf(path: string) {
  return { path, size: 7, stamp: `stamp of ${path}`, articleIds: [path], problems: [] };
}

/** Three contents of a library of the same folders, which share a segment or none. */
export const FIRST: SnapshotContent = { files: ['/c/a.md', '/c/b.md'].map(fileOf), segments: [{ data: HARBOUR, gone: [] }] };
export const SECOND: SnapshotContent = {
  files: ['/c/a.md', '/c/c.md'].map(fileOf),
  segments: [
    { data: HARBOUR, gone: [1] },
    { data: LAMP, gone: [] },
  ],
};
export const THIRD: SnapshotContent = { files: [fileOf('/c/d.md')], segments: [{ data: GULL, gone: new Set<number>() }] };

/** A store of those folders, by the cache's clock. */
export function storeOver(cache: InMemoryCache, options: Partial<StoreOptions> = {}): SnapshotStore {
  return new SnapshotStore(cache, { folders: FOLDERS, now: () => cache.now, ...options });
}

/** What a new process loads: content to compare, or the problem. */
export async function loaded(cache: Cache, options: Partial<StoreOptions> = {}) {
  const found = await new SnapshotStore(cache, { folders: FOLDERS, ...options }).load();
  if ('problem' in found) return found.problem;
  const { manifest, segments } = found;
  return {
    files: [...manifest.files()],
    segments: segments.map(({ data }, at) => ({ data, gone: [...(manifest.segments[at]?.gone ?? [])] })),
  };
}

/** Content as {@link loaded} gives it. */
export function asLoaded({ files, segments }: SnapshotContent) {
  return { files: [...files], segments: segments.map(({ data, gone }) => ({ data, gone: [...gone] })) };
}
