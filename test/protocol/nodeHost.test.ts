import { mkdirSync, symlinkSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { nodeHost } from '../../server/src/node/nodeHost.ts';
import { folderOf } from './fixture.ts';

async function listed(path: string): Promise<string[]> {
  return (await nodeHost.listFiles(path)).map((entry) => entry.path.slice(path.length + 1));
}

describe('the machine’s files', () => {
  it('are listed in order, without hidden folders and packages', async () => {
    const folder = folderOf({
      'b.md': 'b',
      'a/z.md': 'z',
      '.git/config': 'x',
      '.hidden.md': 'x',
      'node_modules/p/readme.md': 'x',
      'c d/é.md': 'é',
    });
    expect(await listed(folder.path)).toEqual(['a/z.md', 'b.md', 'c d/é.md']);
  });

  it('are listed through links, but a loop of links ends', async () => {
    const elsewhere = folderOf({ 'far.md': 'far' });
    const folder = folderOf({ 'a/one.md': '1' });
    symlinkSync(folder.path, folder.pathOf('a/loop'));
    symlinkSync(elsewhere.path, folder.pathOf('linked'));
    symlinkSync(folder.pathOf('nowhere'), folder.pathOf('dead'));
    expect(await listed(folder.path)).toEqual(['a/one.md', 'linked/far.md']);
  });

  it('have a size and a stamp that changes with them', async () => {
    const folder = folderOf({ 'a.md': 'é' });
    const before = await nodeHost.stat(folder.pathOf('a.md'));
    expect(before).toMatchObject({ path: folder.pathOf('a.md'), size: 2 });
    folder.write('a.md', 'longer');
    expect((await nodeHost.stat(folder.pathOf('a.md')))?.stamp).not.toBe(before?.stamp);
  });

  it('are none where there is a folder, or nothing', async () => {
    const folder = folderOf({});
    mkdirSync(folder.pathOf('empty'));
    expect(await nodeHost.stat(folder.pathOf('empty'))).toBeUndefined();
    expect(await nodeHost.stat(folder.pathOf('never'))).toBeUndefined();
    expect(await nodeHost.listFiles(folder.pathOf('empty'))).toEqual([]);
  });

  it('that are not there are missed in plain words', async () => {
    const folder = folderOf({});
    await expect(nodeHost.listFiles(folder.pathOf('never'))).rejects.toThrow('It could not be read: there is no such file or folder.');
    await expect(nodeHost.readFile(folder.path)).rejects.toThrow('It could not be read: it is a folder.');
  });
});
