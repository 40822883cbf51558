import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { cacheFolder } from '../../server/src/node/cacheFolder.ts';
import { DiskCache } from '../../server/src/node/diskCache.ts';
import { SnapshotStore } from '../../server/src/service/snapshot/store.ts';
import { segmentOf } from '../support/segments.ts';

const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A cache in a folder that is not there yet. */
function fresh(report?: (message: string) => void) {
  const base = mkdtempSync(join(tmpdir(), 'verbatim-cache-'));
  made.push(base);
  const folder = join(base, 'deep', 'cache');
  return { base, folder, cache: new DiskCache(folder, report) };
}

const bytes = (text: string) => new TextEncoder().encode(text);
const text = (held: Uint8Array | undefined) => held && new TextDecoder().decode(held);

describe('a disk cache', () => {
  it('is empty where there is no folder, and makes none by reading', async () => {
    const { cache, folder } = fresh();
    expect(await cache.list()).toEqual([]);
    expect(await cache.read('a')).toBeUndefined();
    await cache.remove('a');
    expect(existsSync(folder)).toBe(false);
  });

  it('gives back what was written last', async () => {
    const { cache } = fresh();
    await cache.write('a', [bytes('one '), bytes(''), bytes('two')]);
    await cache.write('b', []);
    expect(text(await cache.read('a'))).toBe('one two');
    await cache.write('a', [bytes('three')]);
    expect(text(await cache.read('a'))).toBe('three');
    const listed = await cache.list();
    expect(new Map(listed.map(({ name, size }) => [name, size]))).toEqual(
      new Map([
        ['a', 5],
        ['b', 0],
      ]),
    );
    for (const { modified } of listed) expect(Math.abs(Date.now() - modified)).toBeLessThan(60_000);
    await cache.remove('a');
    expect(await cache.read('a')).toBeUndefined();
    expect(await cache.list()).toHaveLength(1);
  });

  it('gives bytes whose arrays can be used where they lie', async () => {
    const { cache } = fresh();
    await cache.write('a', [new Uint8Array(99)]);
    expect((await cache.read('a'))?.byteOffset).toBe(0);
  });

  it.skipIf(process.platform === 'win32')('is for the user alone', async () => {
    const { cache, folder } = fresh();
    await cache.write('a', [bytes('x')]);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(readdirSync(folder).map((name) => statSync(join(folder, name)).mode & 0o777)).toEqual([0o600]);
  });

  it('keeps odd names apart and in the folder', async () => {
    const { cache, folder, base } = fresh();
    const names = ['A', 'a', '../../up', 'a/b', 'a=0041', 'con', 'dot.', 'dot', '.', '..', '', 'é', '\ud800', 'a b\n'];
    for (const name of names) await cache.write(name, [bytes(name)]);
    expect(new Set((await cache.list()).map(({ name }) => name))).toEqual(new Set(names));
    for (const name of names.filter((one) => one !== '\ud800')) expect(text(await cache.read(name))).toBe(name);
    expect(readdirSync(folder).every((file) => /^v-[a-z0-9._=-]*$/.test(file) && !file.endsWith('.'))).toBe(true);
    expect(readdirSync(base)).toEqual(['deep']);
  });

  it('leaves alone what is not its own', async () => {
    const { cache, folder } = fresh();
    await cache.write('a', [bytes('x')]);
    writeFileSync(join(folder, 'notes.txt'), 'mine');
    writeFileSync(join(folder, 'v-Not Ours'), 'mine');
    mkdirSync(join(folder, 'v-folder'));
    expect((await cache.list()).map(({ name }) => name)).toEqual(['a']);
  });

  it('removes what a crash left an hour ago', async () => {
    const { cache, folder } = fresh();
    mkdirSync(folder, { recursive: true });
    for (const [name, age] of [
      ['unfinished-1-ab', 2 * 3600],
      ['unfinished-2-cd', 600],
    ] as const) {
      writeFileSync(join(folder, name), 'half');
      utimesSync(join(folder, name), Date.now() / 1000 - age, Date.now() / 1000 - age);
    }
    await cache.write('a', [bytes('x')]);
    expect(readdirSync(folder).sort((one, two) => (one < two ? -1 : 1))).toEqual(['unfinished-2-cd', 'v-a']);
  });
});

describe('a disk cache that cannot be written', () => {
  it('says so once for the log, and each time to who writes', async () => {
    const messages: string[] = [];
    const { base } = fresh();
    writeFileSync(join(base, 'file'), '');
    const cache = new DiskCache(join(base, 'file', 'cache'), (message) => messages.push(message));
    await expect(cache.write('a', [bytes('x')])).rejects.toThrow('could not be written: a part of its path is a file.');
    await expect(cache.write('b', [bytes('x')])).rejects.toThrow('could not be written');
    expect(messages).toEqual([expect.stringContaining('could not be written') as string]);
  });

  it.skipIf(process.platform === 'win32')('can still be read', async () => {
    const { cache, folder, base } = fresh();
    await cache.write('a', [bytes('x')]);
    for (const file of readdirSync(folder)) chmodSync(join(folder, file), 0o644);
    for (const above of [base, dirname(folder)]) chmodSync(above, 0o755);
    chmodSync(folder, 0o555);
    await withoutPrivileges(async () => {
      await expect(cache.write('b', [bytes('x')])).rejects.toThrow('you may not use it');
      expect(text(await cache.read('a'))).toBe('x');
    });
    chmodSync(folder, 0o700);
  });

  it('leaves nothing half written', async () => {
    const { cache, folder } = fresh();
    mkdirSync(join(folder, 'v-a', 'below'), { recursive: true });
    await expect(cache.write('a', [bytes('x')])).rejects.toThrow('could not be written');
    expect(readdirSync(folder)).toEqual(['v-a']);
    await expect(cache.read('a')).rejects.toThrow('it is a folder');
  });
});

/** Nobody in particular, to a system. */
const NOBODY = 65_534;

/** The superuser may write where others may not: for a while it is nobody in particular. */
async function withoutPrivileges(task: () => Promise<void>): Promise<void> {
  const isRoot = process.getuid?.() === 0;
  if (isRoot) process.seteuid?.(NOBODY);
  try {
    await task();
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
}

/** Another process that writes one name again and again. */
function writing(folder: string, byte: number, times: number): Promise<number | null> {
  const script = fileURLToPath(new URL('../support/cacheWriter.ts', import.meta.url));
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, folder, 'shared', String(byte), String(times)], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    child.on('error', reject);
    child.on('close', resolve);
  });
}

describe('two processes', () => {
  it('that write one name never show half of it', async () => {
    const { cache, folder } = fresh();
    const writers = [writing(folder, 1, 60), writing(folder, 2, 60)];
    let over = false;
    const ended = Promise.all(writers).finally(() => {
      over = true;
    });
    const seen = new Set<string>();
    while (!over) {
      const held = await cache.read('shared');
      if (held) seen.add(`${held.length} × ${[...new Set(held)].join(' and ')}`);
    }
    expect(await ended).toEqual([0, 0]);
    expect([...seen].filter((one) => one !== '50004 × 1' && one !== '50004 × 2')).toEqual([]);
    expect(seen.size).toBeGreaterThan(0);
    expect(readdirSync(folder)).toEqual(['v-shared']);
  });
});

describe('a snapshot on a disk', () => {
  it('is loaded as it was saved, and not where a byte has changed', async () => {
    const { cache, folder } = fresh();
    const data = segmentOf({ '/c/a.md': 'the harbour wall of stone', '/c/b.md': 'the winter ferry' });
    const files = ['/c/a.md', '/c/b.md'].map((path) => ({ path, size: 9, stamp: '1:9', articleIds: [path], problems: [] }));
    await new SnapshotStore(cache, { folders: ['/c'] }).save({ files, segments: [{ data, gone: [1] }] });
    const found = await new SnapshotStore(new DiskCache(folder), { folders: ['/c'] }).load();
    if ('problem' in found) throw new Error(found.message);
    expect(found.segments).toEqual([{ data, large: null }]);
    expect([...found.manifest.files()]).toEqual(files);
    const { name } = (await cache.list()).find((entry) => entry.name.endsWith('.segment'))!;
    const changed = Uint8Array.from((await cache.read(name))!);
    changed[changed.length - 40]! ^= 4;
    await cache.write(name, [changed]);
    expect(await new SnapshotStore(new DiskCache(folder), { folders: ['/c'] }).load()).toMatchObject({ problem: 'damaged' });
  });
});

describe('the folder of the cache', () => {
  it('is where the system wants it', () => {
    expect(cacheFolder('linux', { XDG_CACHE_HOME: '/x/cache' }, '/users/mara')).toBe('/x/cache/verbatim');
    expect(cacheFolder('linux', { XDG_CACHE_HOME: 'not/absolute' }, '/users/mara')).toBe('/users/mara/.cache/verbatim');
    expect(cacheFolder('linux', {}, '/users/mara')).toBe('/users/mara/.cache/verbatim');
    expect(cacheFolder('darwin', { XDG_CACHE_HOME: '/x' }, '/users/mara')).toBe('/users/mara/Library/Caches/verbatim');
    expect(cacheFolder('win32', { LOCALAPPDATA: 'C:\\L' }, 'C:\\M')).toBe('C:\\L\\verbatim\\Cache');
    expect(cacheFolder('win32', {}, 'C:\\M')).toBe('C:\\M\\AppData\\Local\\verbatim\\Cache');
  });
});
