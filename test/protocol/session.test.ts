import { describe, expect, it } from 'vitest';
import { LSPErrorCodes } from 'vscode-languageserver';
import type { ServerProcess } from '../support/serverProcess.ts';
import { DRAFT, folderOf, openDraft, SOURCES, serverFor } from './fixture.ts';

const published =
  (uri: string, count: (diagnostics: readonly unknown[]) => boolean) =>
  (message: { method: string; params: { uri?: string; diagnostics?: unknown[] } }) =>
    message.method === 'textDocument/publishDiagnostics' && message.params.uri === uri && count(message.params.diagnostics ?? []);
const some = (diagnostics: readonly unknown[]) => diagnostics.length > 0;
const none = (diagnostics: readonly unknown[]) => diagnostics.length === 0;

function status(server: ServerProcess, kind: string, since = 0) {
  return server.message(({ method, params }) => method === 'verbatim/status' && params.kind === kind, since);
}

describe('the handshake', () => {
  it('names what the server can do', async () => {
    const server = await serverFor(folderOf({}));
    expect(server.result).toMatchObject({
      serverInfo: { name: 'verbatim' },
      capabilities: {
        positionEncoding: 'utf-16',
        textDocumentSync: { openClose: true, change: 2 },
        diagnosticProvider: { identifier: 'verbatim', interFileDependencies: false, workspaceDiagnostics: false },
        hoverProvider: true,
        definitionProvider: true,
        codeActionProvider: { codeActionKinds: ['quickfix', 'source.fixAll.verbatim'] },
      },
    });
  });

  it('ends with status 0', async () => {
    const server = await serverFor(folderOf(SOURCES));
    expect(await server.stop()).toBe(0);
  });

  it('works with a client that can do nothing', async () => {
    const { server, draft } = await openDraft(DRAFT, { capabilities: {} });
    await server.message(published(draft.uri, some));
    expect(server.received.map(({ method }) => method)).not.toContain('workspace/configuration');
    expect(server.received.map(({ method }) => method)).not.toContain('client/registerCapability');
  });
});

describe('broken requests', () => {
  it('about a document that is not open are answered with nothing', async () => {
    const { folder, server } = await openDraft();
    const textDocument = { uri: folder.uriOf('other.md') };
    const position = { line: 0, character: 0 };
    expect(await server.request('textDocument/diagnostic', { textDocument })).toEqual({ kind: 'full', items: [] });
    expect(await server.request('textDocument/hover', { textDocument, position })).toBeNull();
    expect(await server.request('textDocument/definition', { textDocument, position })).toBeNull();
    const range = { start: position, end: position };
    expect(await server.request('textDocument/codeAction', { textDocument, range, context: { diagnostics: [] } })).toBeNull();
    expect(await server.request('verbatim/check', textDocument)).toMatchObject({ unchecked: 'closed' });
  });

  it('about places that are not there are answered', async () => {
    const { draft } = await openDraft();
    expect(await draft.hover({ line: 9999, character: 9999 })).toBeNull();
    expect(await draft.hover({ line: -1, character: -5 })).toBeNull();
    const backwards = { start: { line: 99, character: 0 }, end: { line: 0, character: 0 } };
    expect((await draft.codeActions(backwards, ['quickfix']))?.length).toBeGreaterThan(0);
  });

  it('with nonsense in them are answered with an error, and the server lives on', async () => {
    const { server, draft } = await openDraft();
    for (const method of ['textDocument/hover', 'textDocument/diagnostic', 'textDocument/codeAction', 'verbatim/check']) {
      await expect(server.request(method, { nonsense: true }), method).rejects.toThrow();
    }
    await expect(server.request('verbatim/unheard-of', {})).rejects.toThrow();
    await server.notify('textDocument/didChange', {
      textDocument: { uri: 'file:///nowhere.md', version: 7 },
      contentChanges: [{ text: 'x' }],
    });
    await server.notify('textDocument/didChange', { nonsense: true });
    await server.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: 'file:///a%', type: 1 }] });
    expect(await draft.findings()).toEqual(['misquote: storm']);
    expect(server.alive).toBe(true);
  });

  it('leave no words of the draft in the log', async () => {
    const { server, draft } = await openDraft();
    await server.request('textDocument/hover', { textDocument: draft.id, position: null }).catch(() => undefined);
    const logged = server.received.filter(({ method }) => method === 'window/logMessage').map(({ params }) => String(params.message));
    expect(logged.join('\n')).not.toMatch(/lamp|kettles/);
  });

  it('that the draft overtakes are answered too', async () => {
    const { draft } = await openDraft();
    const pending = [];
    for (const [from, to] of [
      ['storm', 'fog'],
      ['fog', 'storm'],
      ['storm', 'fog'],
    ] as const) {
      pending.push(
        draft.report().then(
          ({ kind }) => kind as unknown,
          (error: { code: number }) => error.code,
        ),
      );
      await draft.replace(from, to);
    }
    const answers = await Promise.all(pending);
    for (const answer of answers) expect(['full', LSPErrorCodes.ServerCancelled]).toContain(answer);
    expect(await draft.findings()).toEqual([]);
  });
});

describe('a project file', () => {
  const broken = 'corpora: [corpus]\nhouseStyle: baroque\n';

  it('with a mistake shows it in its place until it is mended', async () => {
    const folder = folderOf({ ...SOURCES, '.verbatim.yaml': broken });
    const server = await serverFor(folder);
    const uri = folder.uriOf('.verbatim.yaml');
    const { params } = await server.message(published(uri, some));
    expect(params.diagnostics[0]).toMatchObject({ source: 'verbatim', range: { start: { line: 1 } } });
    expect((await status(server, 'trouble')).params.messages[0]).toContain('.verbatim.yaml, line 2');
    const seen = server.received.length;
    folder.write('.verbatim.yaml', 'corpora: [corpus]\n');
    await server.filesChanged(uri);
    await server.message(published(uri, none), seen);
    expect((await status(server, 'ready', seen)).params).toMatchObject({ articles: 2 });
  });

  it('says which sources a draft is checked against, also outside the workspace', async () => {
    const elsewhere = folderOf(SOURCES);
    const folder = folderOf({ '.verbatim.yaml': `corpora: ["${elsewhere.pathOf('corpus')}"]\nseverity: { misquote: error }\n` });
    const server = await serverFor(folder);
    const draft = await server.open(folder.uriOf('draft.md'), DRAFT);
    expect((await draft.diagnostics()).map(({ severity }) => severity)).toEqual([1]);
    const registered = await server.message(
      ({ method, params }) => method === 'client/registerCapability' && JSON.stringify(params).includes(elsewhere.path),
    );
    expect(JSON.stringify(registered.params)).toContain(`{"baseUri":"${elsewhere.uriOf('corpus')}","pattern":"**/*"}`);
  });

  it('that appears changes the findings of open drafts', async () => {
    const { folder, server, draft } = await openDraft();
    expect(await draft.findings()).toEqual(['misquote: storm']);
    const seen = server.received.length;
    folder.write('.verbatim.yaml', 'severity: { misquote: off }\n');
    await server.filesChanged(folder.uriOf('.verbatim.yaml'));
    await server.message(({ method }) => method === 'workspace/diagnostic/refresh', seen);
    await expect.poll(() => draft.findings(), { timeout: 10_000, interval: 20 }).toEqual([]);
  });
});

describe('the sources', () => {
  it('that cannot be read are told about on their own files, until they can be', async () => {
    const folder = folderOf({ ...SOURCES, 'corpus/broken.md': new Uint8Array([0, 1, 2, 0, 255]) });
    const server = await serverFor(folder);
    const uri = folder.uriOf('corpus/broken.md');
    await server.message(published(uri, some));
    expect((await status(server, 'trouble')).params).toMatchObject({ articles: 2, messages: [expect.stringContaining('broken.md')] });
    const seen = server.received.length;
    folder.remove('corpus/broken.md');
    await server.filesChanged(uri);
    await server.message(published(uri, none), seen);
    await status(server, 'ready', seen);
  });

  it('are counted in the status, and so are findings', async () => {
    const { server, draft } = await openDraft();
    await draft.diagnostics();
    await server.message(
      ({ method, params }) => method === 'verbatim/status' && params.kind === 'ready' && params.articles === 2 && params.findings === 1,
    );
  });

  it('that are missing altogether are missed', async () => {
    const folder = folderOf({ 'draft.md': DRAFT });
    const server = await serverFor(folder);
    await server.open(folder.uriOf('draft.md'), DRAFT);
    expect((await status(server, 'trouble')).params.messages[0]).toContain('nothing to check against');
    const seen = server.received.length;
    for (const [name, content] of Object.entries(SOURCES)) folder.write(name, content);
    await server.filesChanged(folder.uriOf('corpus'));
    expect((await status(server, 'ready', seen)).params.articles).toBe(2);
  });

  it('are read with a progress bar where they are many, while drafts are answered', async () => {
    const many = Array.from({ length: 400 }, (_, at) => [
      `corpus/many/${at}.md`,
      `# Day ${at}\n\nNothing of note was moored beside the pier on day ${at}.\n`,
    ]);
    const folder = folderOf({ ...Object.fromEntries(many), ...SOURCES });
    const server = await serverFor(folder);
    const draft = await server.open(folder.uriOf('draft.md'), DRAFT);
    expect((await draft.report()).kind).toBe('full');
    expect((await status(server, 'ready')).params.articles).toBe(402);
    expect(await draft.findings()).toEqual(['misquote: storm']);
    const kinds = () => server.received.filter(({ method }) => method === '$/progress').map(({ params }) => params.value.kind);
    await server.message(({ method, params }) => method === '$/progress' && params.value.kind === 'end');
    expect(kinds()[0]).toBe('begin');
    expect(kinds().at(-1)).toBe('end');
    expect(server.received.some(({ method, params }) => method === 'verbatim/status' && params.kind === 'indexing')).toBe(true);
  });

  it('can be listed, with what they quote', async () => {
    const { folder, server, draft } = await openDraft();
    await draft.diagnostics();
    const { sources, incomplete } = await server.request('verbatim/sources', null);
    expect(incomplete).toBe(false);
    expect(sources).toHaveLength(2);
    const lamp = sources.find(({ uri }: { uri: string }) => uri === folder.uriOf('corpus/harbour-lamp.md'));
    expect(lamp).toMatchObject({ title: 'Saltmere keeps its lamp', publisher: 'Saltmere Gazette', published: '2024-03-12' });
    expect(lamp.quotations[0].text).toContain('The lamp has outlasted three mayors');
    expect(lamp.quotations[0].range.start.line).toBe(9);
    expect(lamp.speakers.join()).toContain('Quill');
  });

  it('can be asked for by their words, so many at a time', async () => {
    const { folder, server, draft } = await openDraft();
    await draft.diagnostics();
    const first = await server.request('verbatim/sources', { limit: 1 });
    expect([first.sources.length, first.more]).toEqual([1, true]);
    const all = await server.request('verbatim/sources', {});
    expect([all.sources.length, all.more]).toEqual([2, false]);
    const found = await server.request('verbatim/sources', { words: 'outlasted three mayors', limit: 5 });
    expect(found.sources.map(({ uri }: { uri: string }) => uri)).toEqual([folder.uriOf('corpus/harbour-lamp.md')]);
    expect(found.more).toBe(false);
  });

  it('can be read again', async () => {
    const { folder, server, draft } = await openDraft();
    await draft.diagnostics();
    folder.write('corpus/third.md', '---\ntitle: A third\n---\n\nNothing much was said.\n');
    expect(await server.request('verbatim/reread', null)).toEqual({ articles: 3, troubled: 0 });
  });
});

describe('checking now', () => {
  it('says what came of it', async () => {
    const { folder, server, draft } = await openDraft();
    expect(await server.request('verbatim/check', draft.id)).toEqual({
      unchecked: null,
      findings: 1,
      quotations: 2,
      verified: 1,
      articles: 2,
    });
    const source = await server.open(folder.uriOf('corpus/harbour-lamp.md'), SOURCES['corpus/harbour-lamp.md']);
    expect(await server.request('verbatim/check', source.id)).toMatchObject({ unchecked: 'source' });
  });
});
