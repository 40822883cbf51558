import { describe, expect, it } from 'vitest';
import { InMemoryHost } from '../../../test/support/inMemoryHost.ts';
import { Library } from './library.ts';
import { sourceAt, sourcesAmong } from './sourceEntries.ts';
import { sourceOfSide } from './sourceNames.ts';

const WEIR = 'The weir held through the night, the keeper said.\n';

describe('a side file', () => {
  it('is known by the name of its source', () => {
    expect(sourceOfSide('/c/weir.txt.yaml')).toBe('/c/weir.txt');
    expect(sourceOfSide('/c/weir.md.YML')).toBe('/c/weir.md');
    expect(sourceOfSide('/c/weir.yaml')).toBeUndefined();
    expect(sourceOfSide('/c/weir.png.yaml')).toBeUndefined();
    expect(sourceOfSide('/c/weir.txt')).toBeUndefined();
  });

  it('belongs to its source in a listing and by itself', async () => {
    const host = new InMemoryHost({
      '/c/a.txt': WEIR,
      '/c/a.txt.yaml': 'title: A',
      '/c/a.txt.yml': 'title: B',
      '/c/b.txt': WEIR,
      '/c/x.yaml': '',
    });
    const listed = [...sourcesAmong(await host.listFiles('/c'))].filter((entry) => entry !== undefined);
    expect(listed.map(({ path, side }) => [path, side])).toEqual([
      ['/c/a.txt', '/c/a.txt.yaml'],
      ['/c/b.txt', undefined],
    ]);
    expect(await sourceAt(host, '/c/a.txt')).toEqual(listed[0]);
    expect(await sourceAt(host, '/c/b.txt')).toEqual(listed[1]);
    expect(await sourceAt(host, '/c/none.txt')).toBeUndefined();
  });
});

describe('a library', () => {
  const titleOf = (library: Library) => library.corpus.details('/c/a.txt')?.title;

  it('takes metadata from a side file, and follows what becomes of it', async () => {
    const host = new InMemoryHost({ '/c/a.txt': WEIR, '/c/a.txt.yaml': 'title: The weir' });
    const library = new Library(['/c'], host);
    await library.load();
    expect(titleOf(library)).toBe('The weir');
    host.write('/c/a.txt.yaml', 'title: The weir held');
    await library.update(['/c/a.txt.yaml']);
    expect(titleOf(library)).toBe('The weir held');
    host.write('/c/a.txt.yaml', null);
    await library.update(['/c/a.txt.yaml']);
    expect(titleOf(library)).toBeNull();
    host.write('/c/a.txt.yml', 'title: Again');
    await library.update(['/c/a.txt.yml']);
    expect(titleOf(library)).toBe('Again');
  });

  it('has the text fetched with the same metadata', async () => {
    const host = new InMemoryHost({ '/c/a.txt': WEIR, '/c/a.txt.yaml': 'speaker: Ada Quill' });
    const library = new Library(['/c'], host, { mostCharacters: 0 });
    await library.load();
    expect((await library.fetch(['/c/a.txt'])).get('/c/a.txt')?.speaker).toBe('Ada Quill');
  });

  it('forgets a source that is gone, though its side file is there', async () => {
    const host = new InMemoryHost({ '/c/a.txt': WEIR, '/c/a.txt.yaml': 'title: The weir' });
    const library = new Library(['/c'], host);
    await library.load();
    host.write('/c/a.txt', null);
    await library.update(['/c/a.txt']);
    expect(library.corpus.size).toBe(0);
    await library.update(['/c/a.txt.yaml']);
    expect(library.corpus.size).toBe(0);
  });
});
