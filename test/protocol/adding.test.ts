import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { AddSourceParams, AddSourceResult, PreparedSource, SourcePageResult } from '../../server/src/lsp/sourcesProtocol.ts';
import type { Folder, ServerProcess } from '../support/serverProcess.ts';
import { folderOf, openDraft, SOURCES, serverFor } from './fixture.ts';

const NEWS = `The Weir Holds

Published: 14 Mar. 2024

The weir at Saltmere held on Wednesday, the council said, after a night of rain that brought down two elms and the fence of the mill.

“It held because we mended it,” said Edda Quill, the harbour warden.
`;

async function prepared(server: ServerProcess, folder: Folder, given: AddSourceParams['given']): Promise<PreparedSource> {
  const params: AddSourceParams = { folder: folder.uriOf('corpus'), given, today: '2024-03-15' };
  const result = await server.request<AddSourceResult>('verbatim/addSource', params);
  if (result.kind === 'refused') throw new Error(result.reason);
  return result;
}

/** Writes what the server says, as a client does; gives the names. */
async function written(server: ServerProcess, { files }: PreparedSource, given: Uint8Array | null = null): Promise<string[]> {
  for (const { uri, base64 } of files) writeFileSync(fileURLToPath(uri), base64 === null ? given! : Buffer.from(base64, 'base64'));
  await server.filesChanged(...files.map(({ uri }) => uri));
  return files.map(({ uri }) => uri.slice(uri.lastIndexOf('/') + 1));
}

const changed = ({ method }: { method: string }) => method === 'verbatim/sourcesChanged';

describe('adding a source', () => {
  it('that is pasted: drafts are checked against it', async () => {
    const { folder, server, draft } = await openDraft('“It held because we broke it,” said Edda Quill.\n');
    expect(await draft.findings()).toEqual(['quote-not-found: “It held because we broke it,”']);
    const source = await prepared(server, folder, { kind: 'pasted', text: NEWS, html: null });
    expect(source).toMatchObject({
      title: 'The Weir Holds',
      publisher: null,
      published: '14 March 2024',
      articles: 1,
      problems: [],
      twin: null,
    });
    expect(await written(server, source)).toEqual(['2024-03-14-the-weir-holds.txt']);
    expect(folder.read('corpus/2024-03-14-the-weir-holds.txt')).toBe(`---\nretrieved: 2024-03-15\n---\n\n${NEWS}`);
    await expect.poll(() => draft.findings(), { timeout: 10_000 }).toEqual(['misquote: broke']);
  });

  it('that is a file: its bytes need not come back', async () => {
    const { folder, server } = await openDraft();
    folder.write('in/weir.txt', NEWS);
    const source = await prepared(server, folder, { kind: 'file', uri: folder.uriOf('in/weir.txt') });
    expect(source.files).toEqual([{ uri: folder.uriOf('corpus/weir.txt'), base64: null }]);
    expect(source.textUri).toBe(folder.uriOf('corpus/weir.txt'));
  });

  it('that is a page: it is said where and when it was found', async () => {
    const { folder, server } = await openDraft();
    const page = new TextEncoder().encode(NEWS);
    const base64 = Buffer.from(page).toString('base64');
    const given = { kind: 'bytes', base64, name: 'weir', mediaType: 'text/plain', url: 'https://quay.example/weir' } as const;
    const source = await prepared(server, folder, given);
    expect(await written(server, source, page)).toEqual([
      '2024-03-14-quay-example-the-weir-holds.txt',
      '2024-03-14-quay-example-the-weir-holds.txt.yaml',
    ]);
    expect(folder.read('corpus/2024-03-14-quay-example-the-weir-holds.txt.yaml')).toBe(
      'url: https://quay.example/weir\nretrieved: 2024-03-15\n',
    );
  });

  it('that is there already is told', async () => {
    const { folder, server, draft } = await openDraft();
    await draft.findings();
    const text = SOURCES['corpus/harbour-lamp.md'];
    const source = await prepared(server, folder, { kind: 'pasted', text, html: null });
    expect(source.twin).toEqual({ uri: folder.uriOf('corpus/harbour-lamp.md'), title: 'Saltmere keeps its lamp', same: 'text' });
    const inside = {
      folder: folder.uriOf('corpus'),
      today: '2024-03-15',
      given: { kind: 'file', uri: folder.uriOf('corpus/harbour-lamp.md') },
    };
    expect(await server.request('verbatim/addSource', inside)).toEqual({ kind: 'refused', reason: 'It lies in the corpus already.' });
  });

  it('under a name that is taken, also where only the client knows, gives another one', async () => {
    const { folder, server } = await openDraft();
    folder.write('in/harbour-lamp.md', NEWS);
    const params = {
      folder: folder.uriOf('corpus'),
      today: '2024-03-15',
      given: { kind: 'file', uri: folder.uriOf('in/harbour-lamp.md') },
      taken: ['harbour-lamp-2.md'],
    };
    expect(await server.request('verbatim/addSource', params)).toMatchObject({
      files: [{ uri: folder.uriOf('corpus/harbour-lamp-3.md') }],
    });
  });

  it('that cannot be read is refused with the reason', async () => {
    const { folder, server } = await openDraft();
    const refused = (given: object) =>
      server.request<AddSourceResult>('verbatim/addSource', { folder: folder.uriOf('corpus'), today: '2024-03-15', given });
    expect(await refused({ kind: 'file', uri: folder.uriOf('gone.txt') })).toEqual({ kind: 'refused', reason: 'There is no such file.' });
    expect(await refused({ kind: 'pasted', text: ' ', html: null })).toEqual({ kind: 'refused', reason: 'There is no text to be kept.' });
    await expect(refused({ kind: 'telepathy' })).rejects.toThrow(/Invalid/);
  });
});

describe('the folders that sources can be added to', () => {
  it('are those that are configured', async () => {
    const folder = folderOf({ ...SOURCES, '.verbatim.yaml': 'corpora: [corpus, ../archive]\n' });
    const server = await serverFor(folder);
    const { folders } = await server.request('verbatim/corpora', null);
    expect(folders).toEqual([
      { uri: folder.uriOf('corpus'), name: 'corpus' },
      { uri: folder.uriOf('../archive'), name: 'archive' },
    ]);
  });

  it('are the one that would be, where there is none', async () => {
    const folder = folderOf({ 'draft.md': 'x' });
    const server = await serverFor(folder);
    expect(await server.request('verbatim/corpora', {})).toEqual({ folders: [{ uri: folder.uriOf('corpus'), name: 'corpus' }] });
    expect(await (await serverFor(null)).request('verbatim/corpora', null)).toEqual({ folders: [] });
  });
});

describe('the list of sources', () => {
  it('has groups, pages and what could not be read, without reading a file for it', async () => {
    const folder = folderOf({
      ...SOURCES,
      'corpus/2025/weir.txt': NEWS,
      'corpus/empty.txt': '',
      'corpus/2025/bad.txt': new Uint8Array(200),
    });
    const server = await serverFor(folder);
    const all = { count: 3, unreadable: 2, incomplete: false };
    await expect.poll(() => server.request('verbatim/sourceGroups', { by: 'folder' }), { timeout: 10_000 }).toMatchObject(all);
    expect(await server.request('verbatim/sourceGroups', { by: 'folder' })).toMatchObject({
      groups: [
        { key: folder.pathOf('corpus'), name: 'corpus', uri: folder.uriOf('corpus'), count: 2 },
        { key: folder.pathOf('corpus/2025'), name: 'corpus/2025', count: 1 },
      ],
    });
    expect(await server.request('verbatim/sourceGroups', { by: 'publisher' })).toMatchObject({
      groups: [
        { key: 'Saltmere Gazette', name: 'Saltmere Gazette', uri: null, count: 1 },
        { key: 'The Low Coast Observer', count: 1 },
        { key: '', name: null, count: 1 },
      ],
    });
    const { sources } = await server.request<SourcePageResult>('verbatim/sourcePage', {
      by: 'publisher',
      key: 'Saltmere Gazette',
      start: 0,
    });
    const uri = folder.uriOf('corpus/harbour-lamp.md');
    expect(sources).toEqual([
      {
        id: folder.pathOf('corpus/harbour-lamp.md'),
        uri,
        file: uri,
        title: 'Saltmere keeps its lamp',
        publisher: 'Saltmere Gazette',
        published: '2024-03-12',
        url: null,
        problems: [],
      },
    ]);
    expect(await server.request('verbatim/sourcePage', { by: 'folder', key: 'nowhere', start: 0 })).toEqual({ sources: [] });
    expect(await server.request('verbatim/unreadable', null)).toEqual({
      files: [
        { uri: folder.uriOf('corpus/2025/bad.txt'), name: 'corpus/2025/bad.txt', reasons: [expect.stringContaining('binary file')] },
        { uri: folder.uriOf('corpus/empty.txt'), name: 'corpus/empty.txt', reasons: ['The file is empty.'] },
      ],
    });
  });

  it('is not complete before it is known which folders hold sources, and is told when it is', async () => {
    const server = await serverFor(folderOf({ 'draft.md': 'x' }));
    await expect
      .poll(() => server.request('verbatim/sourceGroups', { by: 'folder' }))
      .toEqual({
        groups: [],
        count: 0,
        unreadable: 0,
        incomplete: false,
      });
    const folder = folderOf({ '.verbatim.yaml': 'corpora: [nowhere, corpus]\n', ...SOURCES });
    const other = await serverFor(folder);
    await expect
      .poll(() => other.request('verbatim/sourceGroups', { by: 'folder' }), { timeout: 10_000 })
      .toMatchObject({ count: 2, unreadable: 1 });
    expect(await other.request('verbatim/unreadable', null)).toMatchObject({ files: [{ name: 'nowhere' }] });
  });

  it('is told to be another when sources change, or can no longer be read', async () => {
    const { folder, server } = await openDraft();
    await expect
      .poll(() => server.request('verbatim/sourceGroups', { by: 'folder' }), { timeout: 10_000 })
      .toMatchObject({ count: 2, incomplete: false });
    const since = server.received.length;
    folder.write('corpus/weir.txt', NEWS);
    await server.filesChanged(folder.uriOf('corpus/weir.txt'));
    await server.message(changed, since);
    await expect.poll(() => server.request('verbatim/sourceGroups', { by: 'folder' }), { timeout: 10_000 }).toMatchObject({ count: 3 });
    folder.write('corpus/blank.txt', ' ');
    const next = server.received.length;
    await server.filesChanged(folder.uriOf('corpus/blank.txt'));
    await server.message(changed, next);
    await expect
      .poll(() => server.request('verbatim/sourceGroups', { by: 'publisher' }), { timeout: 10_000 })
      .toMatchObject({ count: 3, unreadable: 1 });
  });

  it('is told nothing of to a client that has not asked for it', async () => {
    const { folder, server, draft } = await openDraft();
    folder.write('corpus/weir.txt', NEWS);
    await server.filesChanged(folder.uriOf('corpus/weir.txt'));
    await draft.findings();
    await server.message(({ method, params }) => method === 'verbatim/status' && params.articles === 3);
    expect(server.received.filter(changed)).toEqual([]);
    await expect(server.request('verbatim/sourceGroups', { by: 'colour' })).rejects.toThrow('grouped by folder or publisher');
  });
});
