import { describe, expect, it } from 'vitest';
import { InMemoryCache } from '../../../test/support/inMemoryCache.ts';
import { InMemoryHost } from '../../../test/support/inMemoryHost.ts';
import { unmergeableIndexer as indexer } from '../../../test/support/segments.ts';
import { Library, type LibraryOptions } from './library.ts';
import { SnapshotStore } from './snapshot/store.ts';

const COUNT = 220;

function harbour(count = COUNT): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, i) => [`/c/${i}.md`, `Boat ${i} came in at dawn with salt for wharf number ${i}.`]),
  );
}

/** A library over a host and a cache, as it is right after it was loaded; with the paths that it read for that. */
async function started(host: InMemoryHost, cache: InMemoryCache, options: Pick<LibraryOptions, 'memory' | 'indexer'> = {}) {
  const notes: string[] = [];
  const keeping = (folders: readonly string[]) => ({
    store: new SnapshotStore(cache, { folders }),
    memory: Number.POSITIVE_INFINITY,
    note: (message: string) => void notes.push(message),
  });
  const library = new Library(['/c'], host, { keeping, ...options });
  await library.load();
  return { library, notes, read: [...host.reads] };
}

const found = (library: Library, words: string) => library.corpus.retrieve(words.split(' '), 3).map(({ articleId }) => articleId);

describe('what was indexed', () => {
  it('is not read again at the next start', async () => {
    const cache = new InMemoryCache();
    const first = await started(new InMemoryHost(harbour()), cache);
    await first.library.keepNow();
    const second = await started(new InMemoryHost(harbour()), cache);
    expect([first.read.length, second.read.length]).toEqual([COUNT, 0]);
    expect([...second.library.corpus.ids()].sort()).toEqual([...first.library.corpus.ids()].sort());
    expect(found(second.library, 'wharf number 17')).toEqual(found(first.library, 'wharf number 17'));
    const articles = await second.library.fetch(['/c/17.md']);
    expect(articles.get('/c/17.md')?.prose.text).toContain('wharf number 17');
  });

  it('is read again as far as it has changed', async () => {
    const cache = new InMemoryCache();
    await (await started(new InMemoryHost(harbour()), cache)).library.keepNow();
    const files = harbour();
    files['/c/5.md'] = 'The lamp was lit again.';
    files['/c/new.md'] = 'A whale was seen off the point.';
    delete files['/c/6.md'];
    const { library, read } = await started(new InMemoryHost(files), cache);
    expect(read.sort()).toEqual(['/c/5.md', '/c/new.md']);
    expect(library.complete).toBe(true);
    expect(found(library, 'the lamp was lit')).toEqual(['/c/5.md']);
    expect(found(library, 'a whale was seen')).toEqual(['/c/new.md']);
    expect(library.corpus.has('/c/6.md')).toBe(false);
  });

  it('is kept with what is wrong with its files', async () => {
    const cache = new InMemoryCache();
    const files = { ...harbour(), '/c/bad.md': new Uint8Array([0, 1, 0, 2, 255]), '/c/empty.md': '' };
    const first = await started(new InMemoryHost(files), cache);
    await first.library.keepNow();
    const second = await started(new InMemoryHost(files), cache);
    expect(second.library.problems).toEqual(first.library.problems);
    expect(second.library.problems.size).toBe(2);
  });

  it('is read anew, and that said, where the snapshot is damaged', async () => {
    const cache = new InMemoryCache();
    await (await started(new InMemoryHost(harbour()), cache)).library.keepNow();
    for (const held of cache.held.values()) if (held.bytes.length > 0) held.bytes[held.bytes.length >> 1]! ^= 1;
    const { library, notes, read } = await started(new InMemoryHost(harbour()), cache);
    expect(read).toHaveLength(COUNT);
    expect(notes).toEqual([expect.stringContaining('The sources are read anew.') as string]);
    expect(found(library, 'wharf number 17')[0]).toBe('/c/17.md');
  });

  it('is not kept where there is little of it', async () => {
    const cache = new InMemoryCache();
    await (await started(new InMemoryHost(harbour(20)), cache)).library.keepNow();
    expect(cache.held.size).toBe(0);
  });

  it('is saved once for each change', async () => {
    const cache = new InMemoryCache();
    const { library } = await started(new InMemoryHost(harbour()), cache);
    await library.keepNow();
    const writes = cache.done.filter((what) => what.startsWith('write')).length;
    await library.keepNow();
    expect(cache.done.filter((what) => what.startsWith('write'))).toHaveLength(writes);
  });
});

describe('an index beyond the memory that it may take', () => {
  const options = { memory: 1, indexer };

  it('is left on disk, which is said once, at this start and at the next', async () => {
    const cache = new InMemoryCache();
    const first = await started(new InMemoryHost(harbour()), cache, options);
    expect(first.library.beyondMemory).toBeNull();
    let told = 0;
    first.library.onChange(() => told++);
    await first.library.keepNow();
    expect(told).toBe(1);
    const second = await started(new InMemoryHost(harbour()), cache, options);
    for (const { library, notes } of [first, second]) {
      expect(library.corpus.onDisk).toBe(true);
      expect(library.beyondMemory).toContain('more with “memory”');
      expect(notes).toEqual([library.beyondMemory]);
    }
  });

  it('is not spoken of where it fits', async () => {
    const cache = new InMemoryCache();
    const { library, notes } = await started(new InMemoryHost(harbour()), cache, { indexer });
    await library.keepNow();
    expect([library.beyondMemory, notes]).toEqual([null, []]);
  });
});
