import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { InMemoryHost } from '../../../test/support/inMemoryHost.ts';
import { articleIds } from './eachArticle.ts';
import type { Entry, Sieve } from './host.ts';
import { Library } from './library.ts';

/** A disk that knows when files were written, and can be away. */
class ClockedHost extends InMemoryHost {
  disk: 'here' | 'away' = 'here';
  readonly #written = new Map<string, number>();

  override write(path: string, content: string | Uint8Array | null): void {
    super.write(path, content);
    this.#written.set(path, Date.now());
  }

  override async stat(path: string): Promise<Entry | undefined> {
    const entry = this.disk === 'away' ? undefined : await super.stat(path);
    return entry && { ...entry, modified: this.#written.get(path) ?? 0 };
  }

  override async listFiles(folder: string, sieve?: Sieve): Promise<readonly Entry[]> {
    if (this.disk === 'away') throw new Error('It could not be read: the machine that has it does not answer.');
    const listed = await super.listFiles(folder, sieve);
    return listed.map((entry) => ({ ...entry, modified: this.#written.get(entry.path) ?? 0 }));
  }
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);
const textOf = async (library: Library, id: string) => (await library.fetch([id])).get(id)?.prose.text;

async function loaded(files: Readonly<Record<string, string>> = { '/c/a.md': 'The lamp is lit.', '/c/b.md': 'The bell is rung.' }) {
  const host = new ClockedHost(files);
  const library = new Library(['/c'], host);
  await library.load();
  return { host, library };
}

describe('a file that is being written', () => {
  it('is what it was while it is empty for a moment', async () => {
    const { host, library } = await loaded();
    host.write('/c/a.md', '');
    await library.update(['/c/a.md']);
    expect(library.problems.size).toBe(0);
    expect(articleIds(library)).toContain('/c/a.md');
    host.write('/c/a.md', 'The lamp is out.');
    await library.update(['/c/a.md']);
    expect(await textOf(library, '/c/a.md')).toContain('out');
  });

  it('is empty if it stays so', async () => {
    const { host, library } = await loaded();
    host.write('/c/a.md', '');
    host.write('/c/new.md', '');
    await library.update(['/c/a.md', '/c/new.md']);
    expect(library.problems.size).toBe(0);
    await pass(1200);
    await expect.poll(() => [...library.problems.keys()]).toEqual(['/c/a.md', '/c/new.md']);
  });

  it('is read to its end though nobody tells when that was written', async () => {
    const { host, library } = await loaded();
    host.write('/c/a.md', 'The lamp');
    await library.update(['/c/a.md']);
    host.write('/c/a.md', 'The lamp is to stay.');
    await pass(1200);
    await expect.poll(() => textOf(library, '/c/a.md')).toContain('stay');
  });

  it('is not looked at again once the library is let go', async () => {
    const host = new ClockedHost({ '/c/a.md': 'The lamp is lit.' });
    const library = new Library(['/c'], host);
    const controller = new AbortController();
    await library.load(controller.signal);
    host.write('/c/a.md', '');
    await library.update(['/c/a.md']);
    controller.abort();
    await pass(5000);
    expect(library.problems.size).toBe(0);
  });
});

it('a file that is gone before it is read is no trouble', async () => {
  const { host, library } = await loaded();
  const { readFile } = host;
  host.readFile = (path) => {
    host.write('/c/new.md', null);
    return readFile.call(host, path);
  };
  host.write('/c/new.md', 'Words.');
  await library.update(['/c/new.md']);
  expect(library.problems.size).toBe(0);
  expect(library.files.has('/c/new.md')).toBe(false);
});

it('a file that could not be read is read when it is told to have changed, though it is as it was', async () => {
  const { host, library } = await loaded();
  const { readFile } = host;
  host.readFile = () => Promise.reject(new Error('It could not be read: you may not read it.'));
  host.write('/c/new.md', 'Words.');
  await library.update(['/c/new.md']);
  expect([...library.problems.keys()]).toEqual(['/c/new.md']);
  host.readFile = readFile;
  await library.update(['/c/new.md']);
  expect(library.problems.size).toBe(0);
  expect(articleIds(library)).toContain('/c/new.md');
});

it('a side file has its source read again, and nothing else', async () => {
  const { host, library } = await loaded();
  for (const content of ['title: A\n', 'title: B\n', null]) {
    host.reads.length = 0;
    host.write('/c/a.md.yaml', content);
    await library.update(['/c/a.md.yaml']);
    expect(new Set(host.reads)).toEqual(new Set(content === null ? ['/c/a.md'] : ['/c/a.md', '/c/a.md.yaml']));
  }
});

describe('a disk that goes away', () => {
  it('is missed as a whole, and its sources are there again when it is', async () => {
    const { host, library } = await loaded();
    host.disk = 'away';
    await library.update(['/c/a.md']);
    expect([...library.missingFolders.keys()]).toEqual(['/c']);
    expect(library.corpus.size).toBe(0);
    await pass(20_000);
    expect(library.corpus.size).toBe(0);
    host.disk = 'here';
    await pass(20_000);
    await expect.poll(() => articleIds(library)).toEqual(['/c/a.md', '/c/b.md']);
    expect(library.missingFolders.size).toBe(0);
  });

  it('is not looked for once the library is let go', async () => {
    const host = new ClockedHost({ '/c/a.md': 'The lamp is lit.' });
    host.disk = 'away';
    const library = new Library(['/c'], host);
    const controller = new AbortController();
    await library.load(controller.signal);
    controller.abort();
    host.disk = 'here';
    await pass(60_000);
    expect(library.corpus.size).toBe(0);
  });
});
