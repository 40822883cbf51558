import { existsSync, linkSync, mkdirSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { nodeHost } from '../../server/src/node/nodeHost.ts';
import { articleIds } from '../../server/src/service/eachArticle.ts';
import { Library } from '../../server/src/service/library.ts';
import { Folder } from '../support/serverProcess.ts';

const folders: Folder[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) folder.dispose();
});

function folderOf(files: Readonly<Record<string, string>>): Folder {
  const folder = new Folder(files);
  folders.push(folder);
  return folder;
}

async function libraryOf(folder: Folder): Promise<Library> {
  const library = new Library([folder.pathOf('c')], nodeHost);
  await library.load();
  return library;
}

/** What a library has, with the words of each file. */
async function contentOf(library: Library, folder: Folder) {
  const ids = articleIds(library);
  const texts = await library.fetch(ids);
  return {
    texts: ids.map((id) => [id.slice(folder.path.length), texts.get(id)?.prose.text]),
    problems: [...library.problems].map(([path, problems]) => [path.slice(folder.path.length), problems]),
  };
}

const FOLDERS = ['c', 'c/old', 'c/old/er', 'c/.put', 'c/new'];
const file = fc
  .tuple(fc.constantFrom(...FOLDERS), fc.constantFrom('a.md', 'b.txt', 'é.md', 'e\u0301.md', 'A.md', '~$a.md'))
  .map((parts) => parts.join('/'));
const place = fc.oneof(file, fc.constantFrom(...FOLDERS.slice(1), 'c/link', 'c/old/link.md'));
const words = fc.constantFrom('The lamp is lit.', 'The bell is rung by hand.', 'Nobody steers by a buoy.', ' ');
const change = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('write' as const), path: file, words }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('save' as const), path: file, words }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('remove' as const), path: place }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('rename' as const), path: place, to: place }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('link' as const),
      path: fc.constantFrom('c/link', 'c/old/link', 'c/new/link.md', 'c/old/link.md'),
      to: fc.oneof(place, fc.constantFrom('c', '.')),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('rules' as const),
      path: fc.constantFrom(...FOLDERS),
      words: fc.constantFrom('*.txt\n', 'old\n', '!old\n'),
    }),
  },
);
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

/** Does it where it can be done, and gives what an editor tells of it. */
function happen(one: Change, folder: Folder): string[] {
  const path = folder.pathOf(one.path);
  const made = (target: string) => mkdirSync(dirname(target), { recursive: true });
  try {
    made(path);
    if (one.kind === 'write') writeFileSync(path, one.words);
    if (one.kind === 'remove') rmSync(path, { recursive: true });
    if (one.kind === 'link') symlinkSync(folder.pathOf(one.to), path);
    if (one.kind === 'rules') {
      writeFileSync(`${path}/.gitignore`, one.words);
      return [`${path}/.gitignore`];
    }
    if (one.kind === 'save') {
      writeFileSync(`${path}.tmp`, one.words);
      renameSync(`${path}.tmp`, path);
      return [`${path}.tmp`, path];
    }
    if (one.kind === 'rename') {
      made(folder.pathOf(one.to));
      renameSync(path, folder.pathOf(one.to));
      return [path, folder.pathOf(one.to)];
    }
  } catch {
    // It cannot be done as things are: a folder stands in the way, or there is nothing.
  }
  return [path];
}

describe('a library over a disk', () => {
  it('has what a fresh one has, whatever becomes of files, folders and links', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 16 }), fc.boolean(), async (changes, linked) => {
        const folder = new Folder({ 'c/a.md': 'The lamp is lit.', 'far/b.md': 'The bell is rung.' });
        try {
          if (linked) symlinkSync(folder.pathOf('far'), folder.pathOf('c/far'));
          const library = await libraryOf(folder);
          for (const one of changes) await library.update(happen(one, folder));
          expect(await contentOf(library, folder)).toEqual(await contentOf(await libraryOf(folder), folder));
        } finally {
          folder.dispose();
        }
      }),
      { numRuns: 60 },
    );
  });

  it('reads once what several links lead to, by its own name where it has one', async () => {
    const folder = folderOf({ 'c/own/a.md': 'The lamp.', 'far/b.md': 'The bell.', 'far/more/d.md': 'The buoy.' });
    symlinkSync(folder.pathOf('c/own'), folder.pathOf('c/again'));
    symlinkSync(folder.pathOf('c/own/a.md'), folder.pathOf('c/a.md'));
    symlinkSync(folder.pathOf('far'), folder.pathOf('c/one'));
    symlinkSync(folder.pathOf('far'), folder.pathOf('c/two'));
    symlinkSync(folder.pathOf('far/b.md'), folder.pathOf('c/zwei.md'));
    symlinkSync(folder.path, folder.pathOf('c/own/up'));
    linkSync(folder.pathOf('far/b.md'), folder.pathOf('c/hard.md'));
    const names = articleIds(await libraryOf(folder)).map((id) => id.slice(folder.pathOf('c/').length));
    expect(names).toEqual(['hard.md', 'one/b.md', 'one/more/d.md', 'own/a.md']);
  });

  it('lists folders that are all linked with each other as fast as any', async () => {
    const names = Array.from({ length: 12 }, (_, at) => `f${at}`);
    const folder = folderOf(Object.fromEntries(names.map((name) => [`c/${name}/a.md`, 'The lamp.'])));
    for (const from of names) for (const to of names) symlinkSync(folder.pathOf(`c/${to}`), folder.pathOf(`c/${from}/to-${to}`));
    expect(articleIds(await libraryOf(folder))).toHaveLength(12);
  });

  it('follows a folder that is called as files are which are there for a moment only', async () => {
    const folder = folderOf({ 'c/old/a.md': 'The lamp is lit.' });
    const library = await libraryOf(folder);
    const at = (name: string) => folder.pathOf(`c/${name}`);
    renameSync(at('old'), at('wire.download'));
    await library.update(['old', 'wire.download'].map(at));
    expect((await contentOf(library, folder)).texts).toEqual([['/c/wire.download/a.md', 'The lamp is lit.']]);
    rmSync(at('wire.download'), { recursive: true });
    await library.update([at('wire.download')]);
    expect((await contentOf(library, folder)).texts).toEqual([]);
  });

  it('takes over what an editor does to a file on saving', async () => {
    const folder = folderOf({ 'c/a.md': 'The lamp is lit.' });
    const library = await libraryOf(folder);
    const at = (name: string) => folder.pathOf(`c/${name}`);
    // Vim, with a backup: the old file is renamed, the new one is written in its place, the backup goes.
    writeFileSync(at('.a.md.swp'), 'x');
    renameSync(at('a.md'), at('a.md~'));
    writeFileSync(at('a.md'), 'The lamp is out.');
    rmSync(at('a.md~'));
    await library.update(['.a.md.swp', 'a.md~', 'a.md', '4913'].map(at));
    expect((await contentOf(library, folder)).texts).toEqual([['/c/a.md', 'The lamp is out.']]);
    // LibreOffice and Word lock; others empty the file first.
    writeFileSync(at('.~lock.a.md#'), 'x');
    writeFileSync(at('~$a.md'), 'x');
    writeFileSync(at('a.md'), '');
    await library.update(['.~lock.a.md#', '~$a.md', 'a.md'].map(at));
    expect([...library.problems]).toEqual([]);
    writeFileSync(at('a.md'), 'The lamp is to stay.');
    await library.update([at('a.md')]);
    expect((await contentOf(library, folder)).texts).toEqual([['/c/a.md', 'The lamp is to stay.']]);
    expect(existsSync(at('~$a.md')) && readdirSync(folder.pathOf('c'))).toContain('a.md');
  });
});
