import { describe, expect, it, vi } from 'vitest';
import { InMemoryHost } from '../../../test/support/inMemoryHost.ts';
import { MemoryCorpus } from '../corpus/memoryCorpus.ts';
import { LARGEST_TEXT_FILE } from '../readers/decode.ts';
import { articleIds } from './eachArticle.ts';
import { Library } from './library.ts';

const FILES = {
  '/c/a.md': '# A\n\nThe first source says this.\n',
  '/c/sub/b.md': '# B\n\nThe second source says that.\n',
  '/c/picture.png': 'x',
};

async function loaded(files: Record<string, string | Uint8Array> = FILES, folders = ['/c']) {
  const host = new InMemoryHost(files);
  const library = new Library(folders, host);
  await library.load();
  return { host, library };
}

const ids = (library: Library) => articleIds(library);
/** The text of an article as a corpus has it. */
const textOf = async (library: Library, id: string, corpus = library.corpus) => (await library.fetch([id], corpus)).get(id)?.prose.text;

describe('a library', () => {
  it('reads what is below its folders, and only what can be read', async () => {
    const { library, host } = await loaded();
    expect(ids(library)).toEqual(['/c/a.md', '/c/sub/b.md']);
    expect(host.reads).not.toContain('/c/picture.png');
    expect(library.complete).toBe(true);
    expect(library.progress).toBeNull();
    expect(library.problems.size).toBe(0);
    expect(library.fileOf('/c/a.md')).toBe('/c/a.md');
  });

  it('is empty and incomplete before', () => {
    const library = new Library(['/c'], new InMemoryHost(FILES));
    expect(ids(library)).toEqual([]);
    expect(library.complete).toBe(false);
  });

  it('can be stopped while it reads: what it has stays, and the rest is read when it is loaded again', async () => {
    const host = new InMemoryHost(FILES);
    const library = new Library(['/c'], host);
    const listFiles = host.listFiles.bind(host);
    host.listFiles = async (...asked) => {
      library.stopReading();
      return await listFiles(...asked);
    };
    await library.load();
    expect([library.stopped, library.complete, library.progress]).toEqual([true, false, null]);
    host.listFiles = listFiles;
    await library.load();
    expect([library.stopped, library.complete, ids(library).length]).toEqual([false, true, 2]);
    // Reading again what has been read may be stopped, too.
    host.listFiles = async (...asked) => {
      library.stopReading();
      return await listFiles(...asked);
    };
    await library.load(undefined, true);
    expect([library.stopped, library.complete, ids(library).length]).toEqual([false, true, 2]);
  });

  it('reads a file once that lies in two of its folders', async () => {
    const { library, host } = await loaded(FILES, ['/c', '/c/sub']);
    expect(ids(library)).toHaveLength(2);
    expect(host.reads).toHaveLength(2);
  });

  it('says which folder is not there, and reads the others', async () => {
    const { library } = await loaded(FILES, ['/nowhere', '/c']);
    expect([...library.missingFolders]).toEqual([['/nowhere', 'There is no such folder.']]);
    expect(ids(library)).toHaveLength(2);
  });

  it('says which file cannot be read, and reads the others', async () => {
    const { library } = await loaded({ ...FILES, '/c/bad.md': new Uint8Array([0, 1, 0, 2, 255]) });
    expect([...library.problems.keys()]).toEqual(['/c/bad.md']);
    expect(ids(library)).toHaveLength(2);
  });

  it('leaves a file that is too long on disk', async () => {
    const host = new InMemoryHost(FILES);
    const { listFiles } = host;
    host.write('/c/huge.md', 'x');
    host.listFiles = async (folder) =>
      (await listFiles.call(host, folder)).map((entry) =>
        entry.path === '/c/huge.md' ? { ...entry, size: LARGEST_TEXT_FILE + 1 } : entry,
      );
    const library = new Library(['/c'], host);
    await library.load();
    expect(host.reads).not.toContain('/c/huge.md');
    expect(library.problems.get('/c/huge.md')?.[0]?.message).toMatch(/longer than 32 MB/);
  });

  it('reads only what changed when it is loaded again, or everything where that is wanted', async () => {
    const { library, host } = await loaded();
    const { corpus } = library;
    host.reads.length = 0;
    await library.load();
    expect(host.reads).toEqual([]);
    expect(library.corpus).toBe(corpus);
    host.write('/c/a.md', '# A\n\nOther words.\n');
    host.write('/c/sub/b.md', null);
    await library.load();
    expect(host.reads).toEqual(['/c/a.md']);
    expect(ids(library)).toEqual(['/c/a.md']);
    await library.load(undefined, true);
    expect(host.reads).toEqual(['/c/a.md', '/c/a.md']);
  });

  it('stops reading when it is told to', async () => {
    const many = Object.fromEntries(Array.from({ length: 3000 }, (_, at) => [`/c/${at}.md`, 'Words and words.']));
    const library = new Library(['/c'], new InMemoryHost(many));
    const controller = new AbortController();
    library.onChange(() => controller.abort());
    await expect(library.load(controller.signal)).rejects.toThrow('aborted');
    expect(library.complete).toBe(false);
    expect(library.progress).toBeNull();
    // What is asked for afterwards is done.
    await library.load();
    expect(library.corpus.size).toBe(3000);
  });
});

it('the corpus is the same however many times it was handed out while it was read', async () => {
  // Two words in common and ten that no other source has: where an article is indexed without the first one, it comes near it.
  const names = 'rope sail tide bell pier gull mast oar reef quay'.split(' ');
  const sentence = (at: number) => `keeper lamp ${names.map((name) => `${name}${String.fromCodePoint(97 + at)}`).join(' ')}`;
  const files = Object.fromEntries(Array.from({ length: 26 }, (_, at) => [`/c/${at}.md`, sentence(at)]));
  const library = new Library(['/c'], new InMemoryHost(files));
  const revisions = new Set<string>();
  library.onChange(() => revisions.add(`${library.corpus.revision} ${library.complete}`));
  // A disk so slow that half a second goes by between any two looks at the clock.
  let now = 0;
  const clock = vi.spyOn(process, 'hrtime').mockImplementation(() => {
    now += 500;
    return [0, now * 1_000_000];
  });
  await library.load();
  clock.mockRestore();
  expect(revisions.size).toBeGreaterThan(3);
  const whole = MemoryCorpus.of((await library.fetch(articleIds(library))).values());
  const words = sentence(0).split(' ');
  expect(library.corpus.retrieve(words, 26)).toEqual(whole.retrieve(words, 26));
});

describe('a changed file', () => {
  it('is taken over, and disturbs nobody who holds the corpus as it was', async () => {
    const { library, host } = await loaded();
    const before = library.corpus;
    const text = await textOf(library, '/c/a.md');
    expect(text).toContain('The first source');
    host.write('/c/a.md', '# A\n\nOther words.\n');
    await library.update(['/c/a.md']);
    expect(await textOf(library, '/c/a.md')).toContain('Other words');
    expect(library.corpus.revision).not.toBe(before.revision);
    expect(await textOf(library, '/c/a.md', before)).toBe(text);
    expect(before.retrieve(['first', 'source'], 1)).toHaveLength(1);
  });

  it('is new, or gone', async () => {
    const { library, host } = await loaded();
    host.write('/c/new.md', 'New words.');
    host.write('/c/a.md', null);
    await library.update(['/c/new.md', '/c/a.md']);
    expect(ids(library)).toEqual(['/c/new.md', '/c/sub/b.md']);
  });

  it('may be a folder that came or went', async () => {
    const { library, host } = await loaded();
    host.write('/c/more/x.md', 'One.');
    host.write('/c/more/y.md', 'Two.');
    await library.update(['/c/more']);
    expect(ids(library)).toHaveLength(4);
    for (const path of ['/c/more/x.md', '/c/more/y.md']) host.write(path, null);
    await library.update(['/c/more']);
    expect(ids(library)).toEqual(['/c/a.md', '/c/sub/b.md']);
  });

  it('loses its problem when it is mended', async () => {
    const { library, host } = await loaded({ ...FILES, '/c/bad.md': new Uint8Array([0, 1, 0, 2, 255]) });
    host.write('/c/bad.md', 'Words.');
    await library.update(['/c/bad.md']);
    expect(library.problems.size).toBe(0);
    expect(ids(library)).toContain('/c/bad.md');
  });

  it('costs no more for all that changed before it', async () => {
    const { library, host } = await loaded();
    for (let time = 0; time < 40; time++) {
      host.write('/c/a.md', `It is changed for the ${time}th time.`);
      await library.update(['/c/a.md']);
      expect(library.corpus.segmentCount).toBeLessThan(12);
    }
    const { revision } = library.corpus;
    await expect.poll(() => library.corpus.segmentCount).toBe(1);
    expect(library.corpus.revision).toBe(revision);
    expect(library.corpus.retrieve(['the', '39th', 'time'], 1)).toHaveLength(1);
    expect(library.corpus.information('38th')).toBe(library.corpus.information('138th'));
  });

  it('elsewhere is no business of the library', async () => {
    const { library, host } = await loaded();
    const { corpus } = library;
    await library.update(['/elsewhere/a.md', '/c2/a.md']);
    expect(library.corpus).toBe(corpus);
    expect(host.reads).toHaveLength(2);
  });

  it('is told to who listens, until they no longer do', async () => {
    const { library, host } = await loaded();
    let told = 0;
    const stop = library.onChange(() => told++);
    host.write('/c/a.md', 'Other.');
    await library.update(['/c/a.md']);
    expect(told).toBeGreaterThan(0);
    stop();
    told = 0;
    host.write('/c/a.md', 'Others.');
    await library.update(['/c/a.md']);
    expect(told).toBe(0);
  });
});

it('texts are fetched by id, from the corpus that they are wanted for', async () => {
  const { library, host } = await loaded();
  const before = library.corpus;
  host.write('/c/a.md', null);
  await library.update(['/c/a.md']);
  expect([...(await library.fetch(['/c/a.md', '/c/sub/b.md', '/c/never.md'])).keys()]).toEqual(['/c/sub/b.md']);
  expect([...(await library.fetch(['/c/a.md'], before)).keys()]).toEqual(['/c/a.md']);
});
