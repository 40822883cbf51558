import { describe, expect, it } from 'vitest';
import { InMemoryHost } from '../../../test/support/inMemoryHost.ts';
import { articleIds, eachArticle } from './eachArticle.ts';
import { Library } from './library.ts';

const TEXT = 'Some words of a source that is read from disk.';
const many = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, at) => [`/c/${at}.md`, `${TEXT} Number ${at}.\n`]));

/** A library that reads nothing but what is fetched: its index is made, and all texts have been forgotten. */
async function forgetful(files: Record<string, string>, mostCharacters = 10_000) {
  const host = new InMemoryHost(files);
  const library = new Library(['/c'], host, { mostCharacters });
  await library.load();
  host.reads.length = 0;
  return { host, library };
}

const textIn = async (library: Library, id: string) => (await library.fetch([id])).get(id)?.prose.text;

describe('texts of a small corpus', () => {
  it('are read once', async () => {
    const { host, library } = await forgetful(many(20));
    const first = await library.fetch(articleIds(library));
    expect(first.size).toBe(20);
    expect(host.reads).toEqual([]);
    const again = await library.fetch(articleIds(library));
    for (const [id, article] of first) expect(again.get(id)).toBe(article);
  });

  it('come in the order in which they are asked for', async () => {
    const { library } = await forgetful(many(5), 0);
    const wanted = ['/c/3.md', '/c/never.md', '/c/1.md', '/c/4.md'];
    expect([...(await library.fetch(wanted)).keys()]).toEqual(['/c/3.md', '/c/1.md', '/c/4.md']);
  });
});

describe('texts of a large corpus', () => {
  it('are read again when they are wanted again, and are what they were', async () => {
    const { host, library } = await forgetful(many(50), 200);
    const first = await library.fetch(['/c/7.md']);
    await library.fetch(articleIds(library).slice(10));
    host.reads.length = 0;
    const again = await library.fetch(['/c/7.md']);
    expect(host.reads).toEqual(['/c/7.md']);
    expect(again).toEqual(first);
    expect(again.get('/c/7.md')).not.toBe(first.get('/c/7.md'));
  });

  it('are read once for all who want them at the same time', async () => {
    const { host, library } = await forgetful(many(3), 0);
    const [one, two] = await Promise.all([library.fetch(['/c/1.md', '/c/2.md']), library.fetch(['/c/2.md', '/c/1.md'])]);
    expect([...host.reads].sort()).toEqual(['/c/1.md', '/c/2.md']);
    expect(one.get('/c/1.md')).toBe(two.get('/c/1.md'));
  });

  it('are never at hand together when all are gone through', async () => {
    const { host, library } = await forgetful(many(300), 0);
    let most = 0;
    const seen: string[] = [];
    for await (const { id } of eachArticle(library, articleIds(library))) {
      seen.push(id);
      most = Math.max(most, host.reads.length - seen.length);
    }
    expect(seen).toEqual([...library.corpus.ids()].sort());
    expect(most).toBeLessThan(100);
  });

  it('are no longer read when nobody wants them any more', async () => {
    const { host, library } = await forgetful(many(300), 0);
    const controller = new AbortController();
    const fetched = library.fetch(articleIds(library), library.corpus, { signal: controller.signal });
    controller.abort();
    await expect(fetched).rejects.toThrow('aborted');
    expect(host.reads.length).toBeLessThan(50);
  });
});

describe('a file that is not what was indexed', () => {
  it('because it is gone is left out, and then forgotten', async () => {
    const { host, library } = await forgetful(many(3), 0);
    host.write('/c/1.md', null);
    expect([...(await library.fetch(articleIds(library))).keys()]).toEqual(['/c/0.md', '/c/2.md']);
    await expect.poll(() => articleIds(library)).toEqual(['/c/0.md', '/c/2.md']);
  });

  it('because it cannot be read is left out', async () => {
    const { host, library } = await forgetful(many(3), 0);
    const { readFile } = host;
    host.readFile = (path) => (path === '/c/1.md' ? Promise.reject(new Error('The disk does not answer.')) : readFile.call(host, path));
    expect([...(await library.fetch(articleIds(library))).keys()]).toEqual(['/c/0.md', '/c/2.md']);
  });

  it('because nobody told of a change is taken over', async () => {
    const { host, library } = await forgetful(many(3), 0);
    host.write('/c/1.md', 'Entirely other prose about a gull.\n');
    expect(await textIn(library, '/c/1.md')).toContain('Entirely other');
    await expect
      .poll(() => library.corpus.retrieve(['entirely', 'other', 'prose'], 1).map(({ articleId }) => articleId))
      .toEqual(['/c/1.md']);
  });
});

it('a text that is being read while its file changes is not taken for the new one', async () => {
  const { host, library } = await forgetful({ '/c/1.md': 'One.\n' }, 5);
  host.write('/c/1.md', 'The second text.\n');
  await library.update(['/c/1.md']);
  const { readFile } = host;
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const reading = new Promise<void>((resolve) => {
    host.readFile = async (path) => {
      const bytes = await readFile.call(host, path);
      resolve();
      await held;
      return bytes;
    };
  });
  const older = textIn(library, '/c/1.md');
  await reading;
  host.readFile = readFile;
  host.write('/c/1.md', 'Two.\n');
  await library.update(['/c/1.md']);
  const newer = textIn(library, '/c/1.md');
  release();
  expect(await older).toBe('The second text.\n');
  expect(await newer).toBe('Two.\n');
  expect(await textIn(library, '/c/1.md')).toBe('Two.\n');
});
