import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { InMemoryCache } from '../../../../test/support/inMemoryCache.ts';
import { asLoaded, FIRST, loaded, SECOND, storeOver, THIRD } from '../../../../test/support/snapshots.ts';
import type { SnapshotContent, SnapshotStore } from './store.ts';

const DAY = 86_400_000;

describe('two processes', () => {
  /** Each operation waits for its turn. */
  class TakingTurns extends InMemoryCache {
    override readonly held: InMemoryCache['held'];
    readonly #turns: fc.Scheduler;

    constructor(over: InMemoryCache, turns: fc.Scheduler) {
      super();
      this.held = over.held;
      this.now = over.now;
      this.#turns = turns;
    }

    protected override before(what: string): Promise<void> {
      return this.#turns.schedule(Promise.resolve(), what);
    }
  }

  async function interleaved(turns: fc.Scheduler, cache: InMemoryCache, before: SnapshotContent | undefined) {
    const stores = [1, 2].map(() => storeOver(new TakingTurns(cache, turns)));
    const [one, two] = stores as [SnapshotStore, SnapshotStore];
    const all = [before ? one.save(before) : one.load(), one.save(SECOND), two.save(THIRD), two.save(FIRST), one.load()];
    const results = await turns.waitFor(Promise.all(all));
    return results.filter((result) => 'problem' in result && result.problem !== 'absent');
  }

  test('that save at once leave a snapshot of one of them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (turns) => {
        const cache = new InMemoryCache();
        expect(await interleaved(turns, cache, undefined)).toEqual([]);
        expect([asLoaded(SECOND), asLoaded(FIRST)]).toContainEqual(await loaded(cache));
      }),
      { numRuns: 40 },
    );
  });

  test('that take away each other’s old segments never leave a wrong one', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (turns) => {
        const cache = new InMemoryCache();
        await storeOver(cache).save(SECOND);
        cache.now = 3 * DAY;
        await interleaved(turns, cache, THIRD);
        const found = await loaded(cache);
        if (found !== 'incomplete') expect([asLoaded(SECOND), asLoaded(FIRST)]).toContainEqual(found);
      }),
      { numRuns: 40 },
    );
  });

  /** Something happens before an operation. */
  class Meddled extends InMemoryCache {
    meddle: (what: string) => Promise<void> | void = () => undefined;

    protected override async before(what: string): Promise<void> {
      await super.before(what);
      await this.meddle(what);
    }
  }

  test('mend what is taken away while they save', async () => {
    const cache = new Meddled();
    let written = false;
    cache.meddle = (what) => {
      if (written) for (const name of cache.held.keys()) if (name.endsWith('.segment')) cache.held.delete(name);
      written = what.endsWith('.manifest');
    };
    expect(await storeOver(cache).save(SECOND)).toMatchObject({ segments: 4 });
    cache.meddle = () => undefined;
    expect(await loaded(cache)).toEqual(asLoaded(SECOND));
  });

  test('leave each other what the last manifest names', async () => {
    const cache = new Meddled();
    await storeOver(cache).save(SECOND);
    const others = [...cache.held];
    cache.now = 2 * DAY;
    cache.meddle = (what) => {
      // The other one's manifest comes last.
      if (/^read .*manifest$/.test(what)) for (const [name, held] of others) cache.held.set(name, held);
    };
    await storeOver(cache).save(THIRD);
    cache.meddle = () => undefined;
    expect(await loaded(cache)).toEqual(asLoaded(SECOND));
  });

  test('read again what changed while they read', async () => {
    const cache = new Meddled();
    await storeOver(cache).save(FIRST);
    cache.now = 2 * DAY;
    let reads = 0;
    cache.meddle = async (what) => {
      const other = new InMemoryCache();
      if (!what.startsWith('read') || ++reads !== 2) return;
      await storeOver(other).save(THIRD);
      cache.held.clear();
      for (const [name, held] of other.held) cache.held.set(name, held);
    };
    expect(await loaded(cache)).toEqual(asLoaded(THIRD));
  });

  test('mend what one has taken from the other', async () => {
    const cache = new InMemoryCache();
    const [one, two] = [storeOver(cache), storeOver(cache)];
    await one.save(FIRST);
    cache.now = 2 * DAY;
    await two.save(THIRD);
    expect([...cache.held.keys()].filter((name) => name.endsWith('.segment'))).toHaveLength(1);
    expect(await one.save(FIRST)).toMatchObject({ segments: 1 });
    expect(await loaded(cache)).toEqual(asLoaded(FIRST));
  });
});
