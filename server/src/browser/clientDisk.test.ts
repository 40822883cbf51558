import { expect, it } from 'vitest';
import { InMemoryHost } from '../../../test/support/inMemoryHost.ts';
import { ClientDisk } from './clientDisk.ts';

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

/** What a client has, by URI. */
function disk() {
  const client = new InMemoryHost({
    'file:///quay/my%20sources/a%20letter.md': 'The lamp will stay lit.',
    'file:///quay/my%20sources/old%20ones/b.md': 'Nobody steers by a buoy.',
  });
  return new ClientDisk(client);
}

it('knows files by paths that the client knows by URIs', async () => {
  const host = disk();
  expect((await host.listFiles('/quay/my sources')).map(({ path }) => path)).toEqual([
    '/quay/my sources/a letter.md',
    '/quay/my sources/old ones/b.md',
  ]);
  expect(text(await host.readFile('/quay/my sources/a letter.md'))).toBe('The lamp will stay lit.');
  expect((await host.stat('/quay/my sources/a letter.md'))?.path).toBe('/quay/my sources/a letter.md');
  expect(await host.stat('/quay/my sources/none.md')).toBeUndefined();
  expect(await host.isFolder('/quay/my sources')).toBe(true);
  expect(await host.isFolder('/quay/none')).toBe(false);
});

it('asks a sieve about paths and names as people write them', async () => {
  const asked: string[] = [];
  const sieve = {
    enter: async (folder: string, names: readonly string[]) => {
      asked.push(`${folder}: ${[...names].sort().join(', ')}`);
      return (name: string) => name !== 'old ones';
    },
    metLink: () => undefined,
  };
  const listed = await disk().listFiles('/quay/my sources', sieve);
  expect(listed.map(({ path }) => path)).toEqual(['/quay/my sources/a letter.md']);
  expect(asked).toEqual(['/quay/my sources: a letter.md, old ones']);
});
