import { describe, expect, it } from 'vitest';
import { InMemoryHost } from '../../../test/support/inMemoryHost.ts';
import type { SourceGlobs } from './settings.ts';
import { SourceRules } from './sourceRules.ts';

/** What is listed of a corpus folder, from there; asked of a listing and of each file by itself, which must agree. */
async function sourcesIn(folder: string, names: readonly string[], rules: Readonly<Record<string, string>> = {}, globs: SourceGlobs = {}) {
  const files = Object.fromEntries(names.map((name) => [name, 'x']));
  const host = new InMemoryHost({ ...files, ...rules });
  const sieve = new SourceRules(folder, host, globs);
  const listed = (await host.listFiles(folder, sieve)).map(({ path }) => path.slice(folder.length + 1));
  const fresh = new SourceRules(folder, host, globs);
  const admitted: string[] = [];
  for (const path of [...host.files.keys()].sort())
    if (path.startsWith(`${folder}/`) && (await fresh.admits(path, false))) admitted.push(path);
  expect(admitted.map((path) => path.slice(folder.length + 1))).toEqual(listed);
  return listed;
}

describe('the sources of a folder', () => {
  it('are the files of formats that are read, and their side files', async () => {
    expect(await sourcesIn('/c', ['/c/a.md', '/c/a.md.yaml', '/c/b.png', '/c/b.png.yaml', '/c/d/e.txt', '/c/notes.yaml'])).toEqual([
      'a.md',
      'a.md.yaml',
      'd/e.txt',
    ]);
  });

  it('are not hidden, and not there for a moment only', async () => {
    const passing = ['~$a.md', '.a.md.swp', '.~lock.a.md#', 'a.md~', '#a.md#', '.#a.md', 'a.md.tmp', 'a.md.part', '._a.md', '~$a.md.yaml'];
    const hidden = ['.git/a.md', '.trash/a.md', 'node_modules/p/a.md', 'd/.e/a.md'];
    expect(
      await sourcesIn(
        '/c',
        [...passing, ...hidden, 'a.md'].map((name) => `/c/${name}`),
      ),
    ).toEqual(['a.md']);
    // That the corpus itself lies in such a folder does not matter.
    expect(await sourcesIn('/p/.sources/node_modules', ['/p/.sources/node_modules/a.md'])).toEqual(['a.md']);
  });

  it('are what globs have, side files with their sources', async () => {
    const names = [
      '/c/a.md',
      '/c/a.md.yaml',
      '/c/a.bak.md',
      '/c/Drafts/b.md',
      '/c/letters/d.txt',
      '/c/letters/d.txt.yml',
      '/c/x/letters/e.md',
    ];
    expect(await sourcesIn('/c', names, {}, { exclude: ['drafts/**', '**/*.bak.md'] })).toEqual([
      'a.md',
      'a.md.yaml',
      'letters/d.txt',
      'letters/d.txt.yml',
      'x/letters/e.md',
    ]);
    expect(await sourcesIn('/c', names, {}, { include: ['./letters/'] })).toEqual(['letters/d.txt', 'letters/d.txt.yml']);
    expect(await sourcesIn('/c', names, {}, { include: ['**/*.txt'], exclude: ['letters'] })).toEqual([]);
    expect(await sourcesIn('/c', names, {}, { include: [] })).toEqual([]);
  });

  it('of a folder elsewhere count by names as people write them', async () => {
    const folder = 'vscode-vfs://github/quay/archive';
    const names = [`${folder}/my%20drafts/a.md`, `${folder}/b%20c.md`];
    expect(await sourcesIn(folder, names, {}, { exclude: ['my drafts'] })).toEqual(['b%20c.md']);
    expect(await sourcesIn(folder, names, { [`${folder}/.gitignore`]: 'b c.md\n' })).toEqual(['my%20drafts/a.md']);
  });
});

describe('what Git passes over', () => {
  const repository = { '/p/.git/HEAD': 'x' };

  it('is no source, from the root of the repository on', async () => {
    const names = ['/p/q/c/a.md', '/p/q/c/a.draft.md', '/p/q/c/old/b.md', '/p/q/c/sub/x.md', '/p/q/c/sub/keep.md'];
    const rules = {
      ...repository,
      '/p/.gitignore': '*.draft.md\n',
      '/p/q/.gitignore': 'c/old/\n',
      '/p/q/c/sub/.gitignore': '*\n!keep.md\n',
    };
    expect(await sourcesIn('/p/q/c', names, rules)).toEqual(['a.md', 'sub/keep.md']);
  });

  it('above the corpus counts within a repository only', async () => {
    const rules = { '/p/.gitignore': '*.draft.md\n', '/p/c/.gitignore': 'b.md\n' };
    expect(await sourcesIn('/p/c', ['/p/c/a.draft.md', '/p/c/b.md'], rules)).toEqual(['a.draft.md']);
    expect(await sourcesIn('/p/c', ['/p/c/a.draft.md', '/p/c/b.md'], { ...rules, '/p/c/.git': 'gitdir: elsewhere' })).toEqual([
      'a.draft.md',
    ]);
    expect(await sourcesIn('/p/c', ['/p/c/a.draft.md', '/p/c/b.md'], { ...rules, '/p/.git': 'gitdir: elsewhere' })).toEqual([]);
  });

  it.each([
    ['the folder', '/archive/2024/\n'],
    ['the folder above it', 'archive\n'],
    ['the folder wherever it is', '2024\n'],
    ['what is in it', 'archive/2024/*\n'],
    ['all that is in it', '/archive/**\n'],
    ['everything', '*\n!.gitignore\n'],
    ['every file with an ending', '*.*\n'],
  ])('is read where it is %s, and was named as a corpus', async (_what, text) => {
    const names = ['/p/archive/2024/a.md', '/p/archive/2024/sub/b.md', '/p/archive/2024/c.bak.md'];
    expect(await sourcesIn('/p/archive/2024', names, { ...repository, '/p/.gitignore': `${text}*.bak.md\n` })).toEqual([
      'a.md',
      'sub/b.md',
    ]);
  });

  it('in a corpus that is empty to Git is read, too', async () => {
    expect(await sourcesIn('/p/c', ['/p/c/a.md'], { ...repository, '/p/c/.gitignore': '*\n!.gitignore\n' })).toEqual(['a.md']);
  });

  it('stays a side file where its source is one', async () => {
    expect(await sourcesIn('/c', ['/c/a.md', '/c/a.md.yaml'], { '/c/.gitignore': '*.yaml\n' })).toEqual(['a.md', 'a.md.yaml']);
  });

  it('may be taken in again by rules for sources, which may leave out more', async () => {
    const names = ['/c/a.md', '/c/b.md', '/c/out/d.md', '/c/sub/e.md'];
    const rules = { '/c/.gitignore': 'a.md\nout/\n', '/c/.verbatimignore': '!a.md\n!out/\nb.md\n', '/c/sub/.verbatimignore': '*\n' };
    expect(await sourcesIn('/c', names, rules)).toEqual(['a.md', 'out/d.md']);
    expect(await sourcesIn('/c', names, { '/c/.verbatimignore': '*\n' })).toEqual([]);
  });
});
