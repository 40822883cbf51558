import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DyingCache, InMemoryCache } from '../../../../test/support/inMemoryCache.ts';
import { asLoaded, FIRST, loaded, SECOND, storeOver, THIRD } from '../../../../test/support/snapshots.ts';

const DAY = 86_400_000;

describe('a snapshot', () => {
  test('is absent before one was saved', async () => {
    const found = await storeOver(new InMemoryCache()).load();
    expect(found).toMatchObject({ problem: 'absent', message: expect.stringContaining('no snapshot') as string });
  });

  test('is loaded as it was saved last', async () => {
    const cache = new InMemoryCache();
    const store = storeOver(cache);
    expect(await store.save(FIRST)).toMatchObject({ segments: 1 });
    expect(await loaded(cache)).toEqual(asLoaded(FIRST));
    expect(await store.save(SECOND)).toMatchObject({ segments: 1 });
    expect(await loaded(cache)).toEqual(asLoaded(SECOND));
  });

  test('of nothing is one', async () => {
    const cache = new InMemoryCache();
    await storeOver(cache).save({ files: [], segments: [] });
    expect(await loaded(cache)).toEqual({ files: [], segments: [] });
  });

  test('that was loaded is not written again', async () => {
    const cache = new InMemoryCache();
    await storeOver(cache).save(SECOND);
    const store = storeOver(cache);
    const found = await store.load();
    if ('problem' in found) throw new Error(found.message);
    const segments = found.segments.map(({ data }, at) => ({ data, gone: found.manifest.segments[at]?.gone ?? [] }));
    expect(await store.save({ files: SECOND.files, segments })).toMatchObject({ segments: 0 });
    expect(await loaded(cache)).toEqual(asLoaded(SECOND));
  });

  test('is of these folders, this version and this runtime only', async () => {
    const cache = new InMemoryCache();
    await storeOver(cache).save(FIRST);
    expect(await loaded(cache, { folders: ['/c'] })).toBe('absent');
    expect(await loaded(cache, { folders: ['/d', '/c'] })).toBe('absent');
    expect(await loaded(cache, { runtime: 'Unicode 17' })).toBe('absent');
    // What a collision of keys would give.
    const others = new InMemoryCache();
    await storeOver(others, { folders: ['/other'] }).save(FIRST);
    const [name, held] = [...others.held].find(([one]) => one.endsWith('.manifest')) ?? [];
    const ours = [...cache.held.keys()].find((one) => one.endsWith('.manifest'));
    expect(name).not.toBe(ours);
    if (ours && held) cache.held.set(ours, held);
    expect(await loaded(cache)).toBe('foreign');
  });

  test('gives the thread to others, and ends with the signal', async () => {
    const cache = new InMemoryCache();
    const store = storeOver(cache);
    await store.save(FIRST);
    await expect(store.load({ signal: AbortSignal.abort() })).rejects.toThrow('aborted');
    await expect(store.save(SECOND, AbortSignal.abort())).rejects.toThrow('aborted');
    expect(await loaded(cache)).toEqual(asLoaded(FIRST));
  });
});

describe('a snapshot that is damaged', () => {
  test('is not believed wherever it is', async () => {
    const cache = new InMemoryCache();
    await storeOver(cache).save(SECOND);
    const places = [...cache.held].flatMap(([name, { bytes }]) => Array.from({ length: bytes.length }, (_, at) => ({ name, at })));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...places), fc.nat(7), async ({ name, at }, bit) => {
        const whole = cache.held.get(name)!;
        const bytes = whole.bytes.slice();
        bytes[at]! ^= 1 << bit;
        cache.held.set(name, { ...whole, bytes });
        expect(await loaded(cache)).toBeTypeOf('string');
        cache.held.set(name, { ...whole, bytes: whole.bytes.slice(0, at) });
        expect(await loaded(cache)).toBe('cut');
        cache.held.set(name, whole);
      }),
    );
    expect(await loaded(cache)).toEqual(asLoaded(SECOND));
  });

  test('is not believed where a segment is missing or is another', async () => {
    const cache = new InMemoryCache();
    await storeOver(cache).save(SECOND);
    const [one, two] = [...cache.held.keys()].filter((name) => name.endsWith('.segment')) as [string, string];
    const [first, second] = [cache.held.get(one)!, cache.held.get(two)!];
    cache.held.set(one, second);
    expect(await loaded(cache)).toBe('damaged');
    cache.held.delete(one);
    const found = await storeOver(cache).load();
    expect(found).toMatchObject({ problem: 'incomplete', message: expect.stringContaining(one) as string });
    cache.held.set(one, first);
    expect(await loaded(cache)).toEqual(asLoaded(SECOND));
  });

  test('is whole again after the next save', async () => {
    const cache = new InMemoryCache();
    await storeOver(cache).save(FIRST);
    for (const held of cache.held.values()) held.bytes.fill(0, 64);
    expect(await loaded(cache)).toBe('damaged');
    await storeOver(cache).save(FIRST);
    expect(await loaded(cache)).toEqual(asLoaded(FIRST));
  });

  test('is told of in plain words where the cache fails', async () => {
    const cache = new DyingCache(new InMemoryCache(), 0);
    expect(await storeOver(cache).load()).toMatchObject({ problem: 'out of reach', message: expect.stringContaining('gone') as string });
    expect(await storeOver(cache).save(FIRST)).toMatchObject({ problem: 'out of reach' });
  });
});

describe('a save that ends early', () => {
  test('leaves the snapshot before it or its own', async () => {
    const outcomes = new Set<string>();
    for (let lives = 0; lives < 20; lives++) {
      const cache = new InMemoryCache();
      const store = storeOver(cache);
      await store.save(FIRST);
      await store.save(THIRD);
      cache.now = 3 * DAY;
      await storeOver(new DyingCache(cache, lives)).save(SECOND);
      const found = await loaded(cache);
      const old = JSON.stringify(found) === JSON.stringify(asLoaded(THIRD));
      expect(found).toEqual(asLoaded(old ? THIRD : SECOND));
      outcomes.add(old ? 'old' : 'new');
      await storeOver(cache).save(FIRST);
      expect(await loaded(cache)).toEqual(asLoaded(FIRST));
    }
    expect([...outcomes]).toEqual(['old', 'new']);
  });
});

describe('upkeep', () => {
  test('removes what is left over, and notes that a snapshot is in use', async () => {
    const cache = new InMemoryCache();
    const store = storeOver(cache);
    await store.save(SECOND);
    cache.now = 2 * DAY;
    await store.load();
    await store.settled();
    expect(cache.done.at(-1)).toMatch(/^write [0-9a-f]{16}\.used$/);
    await store.save(FIRST);
    expect(new Set([...cache.held.keys()].map((name) => name.slice(name.lastIndexOf('.'))))).toEqual(
      new Set(['.segment', '.manifest', '.used']),
    );
    expect(cache.held.size).toBe(3);
    expect(await loaded(cache)).toEqual(asLoaded(FIRST));
  });

  test('removes snapshots of other folders that are too old or too many', async () => {
    const cache = new InMemoryCache();
    await storeOver(cache, { folders: ['/old'] }).save(FIRST);
    cache.now = 61 * DAY;
    await storeOver(cache, { folders: ['/new'] }).save(FIRST);
    expect(await loaded(cache, { folders: ['/old'] })).toBe('absent');
    await storeOver(cache, { mostBytes: 1 }).save(FIRST);
    expect(await loaded(cache, { folders: ['/new'] })).toBe('absent');
    expect(await loaded(cache)).toEqual(asLoaded(FIRST));
    expect(cache.held.size).toBe(2);
  });
});
