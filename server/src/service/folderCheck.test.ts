import { expect, it } from 'vitest';
import { InMemoryHost } from '../../../test/support/inMemoryHost.ts';
import { configurationFor } from './configuration.ts';
import { type DraftListing, listDrafts } from './draftListing.ts';
import { FolderCheck } from './folderCheck.ts';
import { Library } from './library.ts';
import { mayQuote } from './mayQuote.ts';

const SOURCE = '“The lamp has outlasted three mayors and it will outlast the fog,” said Edda Quill.\n';
const WRONG = '“The lamp has outlasted three mayors and it will outlast the storm,” said Edda Quill.\n';
const never = new AbortController().signal;

async function newsroom(files: Record<string, string | Uint8Array> = { '/w/a.md': WRONG, '/w/deep/b.txt': SOURCE }) {
  const host = new InMemoryHost({ '/w/corpus/lamp.md': SOURCE, ...files });
  const library = new Library(['/w/corpus'], host);
  await library.load();
  const digested: string[] = [];
  const check = new FolderCheck(
    host,
    async () => ({ name: '1', library, quiet: async () => undefined }),
    ({ path }, { findings }) => {
      digested.push(path);
      return findings.map(({ rule }) => rule);
    },
  );
  const list = (): Promise<DraftListing> =>
    listDrafts(
      ['/w'],
      {
        host,
        configurationOf: (path) => configurationFor(path, host, {}, '/w'),
        isSource: (path) => library.holds(path),
        corpora: ['/w/corpus'],
      },
      never,
    );
  const checked = async (again = true) => {
    const result = await check.check((await list()).drafts, { signal: never, again });
    return { ...result, checked: result.checked.map(({ draft, digest }) => `${draft.path} ${digest}`) };
  };
  return { host, library, check, list, checked, digested };
}

it('finds what is in every draft, which sources are not', async () => {
  const { checked } = await newsroom();
  expect(await checked()).toMatchObject({ checked: ['/w/a.md misquote', '/w/deep/b.txt '], unread: [], stale: false, left: 0 });
});

it('lists drafts by the project’s own rules, and goes into no corpus', async () => {
  const { list, host } = await newsroom({
    '/w/.verbatim.yaml': 'exclude: [old]\n',
    '/w/a.md': '',
    '/w/old/b.md': '',
    '/w/picture.png': '',
    '/w/sub/.verbatim.yaml': 'include: ["*.txt"]\n',
    '/w/sub/c.md': '',
    '/w/sub/d.txt': '',
  });
  expect((await list()).drafts.map(({ path }) => path)).toEqual(['/w/a.md', '/w/sub/d.txt']);
  expect(host.reads).not.toContain('/w/old/b.md');
});

it('checks a draft once for each state of it and of the sources', async () => {
  const { checked, digested, host, library } = await newsroom();
  await checked();
  await checked();
  expect(digested).toEqual(['/w/a.md', '/w/deep/b.txt']);
  host.write('/w/a.md', SOURCE);
  expect((await checked()).checked).toEqual(['/w/a.md ', '/w/deep/b.txt ']);
  expect(digested.slice(2)).toEqual(['/w/a.md']);
  host.write('/w/corpus/lamp.md', WRONG);
  await library.update(['/w/corpus/lamp.md']);
  expect((await checked()).checked).toEqual(['/w/a.md misquote', '/w/deep/b.txt misquote']);
});

it('leaves many drafts alone until it is told to check them', async () => {
  const many = Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`/w/${i}.md`, i === 0 ? WRONG : 'Nothing.']));
  const { checked, digested, host, library } = await newsroom(many);
  expect(await checked(false)).toMatchObject({ checked: [], left: 200 });
  expect(digested).toEqual([]);
  expect((await checked(true)).checked).toHaveLength(200);
  host.write('/w/1.md', WRONG);
  expect((await checked(false)).checked).toContain('/w/1.md misquote');
  expect(library.complete).toBe(true);
});

it('stops where it is cancelled, and keeps what it has found', async () => {
  const { check, list, digested } = await newsroom(Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`/w/${i}.md`, WRONG])));
  const { drafts } = await list();
  const controller = new AbortController();
  const progressed = (done: number) => {
    if (done === 5) controller.abort(new Error('enough'));
  };
  await expect(check.check(drafts, { signal: controller.signal, again: true, progressed })).rejects.toThrow('enough');
  const before = digested.length;
  expect(before).toBeLessThan(20);
  expect((await check.check(drafts, { signal: never, again: true })).checked).toHaveLength(20);
  expect(digested).toHaveLength(20);
});

it('tells drafts that are no text', async () => {
  const { checked } = await newsroom({ '/w/a.md': new Uint8Array([0, 1, 2, 0, 7, 9]), '/w/b.md': SOURCE });
  const { unread, checked: read } = await checked();
  expect(unread.map(({ path }) => path)).toEqual(['/w/a.md']);
  expect(read).toEqual(['/w/b.md ']);
});

it('does not check what cannot quote the passages that are looked for', async () => {
  const { check, list, digested, library } = await newsroom({ '/w/a.md': WRONG, '/w/b.md': 'The mayors of the town have met.' });
  const wanted = mayQuote(['The lamp has outlasted three mayors'], library.corpus);
  const { checked } = await check.check((await list()).drafts, { signal: never, again: true, wanted });
  expect(checked.map(({ draft: { path } }) => path)).toEqual(['/w/a.md']);
  expect(digested).toEqual(['/w/a.md']);
  expect(mayQuote(['of the'], library.corpus)('anything')).toBe(true);
});
