import { describe, expect, it } from 'vitest';
import type { CompletionItem, Position } from 'vscode-languageserver';
import type { DetailsResult } from '../../server/src/lsp/protocol.ts';
import { CAPABILITIES, type OpenText, type ServerProcess } from '../support/serverProcess.ts';
import { DRAFT, folderOf, SOURCES, serverFor } from './fixture.ts';

const CAPTIONS = 'WEBVTT\n\n00:00:01.000 --> 00:00:04.000\n<v Edda Quill>The lamp stays lit.\n';

async function start(files: Readonly<Record<string, string>>, options = {}) {
  const folder = folderOf({ ...SOURCES, 'corpus/hearing.vtt': CAPTIONS, 'draft.md': DRAFT, ...files });
  const server = await serverFor(folder, options);
  return { folder, server, open: (name: string, language: string) => server.open(folder.uriOf(name), folder.read(name), language) };
}

async function labels(server: ServerProcess, document: OpenText, position: Position): Promise<string[] | null> {
  const items = await server.request<CompletionItem[] | null>('textDocument/completion', { textDocument: document.id, position });
  return items?.map(({ label }) => label) ?? null;
}

async function messages(document: OpenText): Promise<string[]> {
  return (await document.diagnostics()).map(({ code, range, message }) => `${String(code)} ${document.covered(range)}: ${String(message)}`);
}

describe('the details of a source', () => {
  it('are completed and checked in its side file', async () => {
    const { server, open } = await start({ 'corpus/hearing.vtt.yaml': 'publisher: \ntitel: Lamp\npublished: 2025-02-30\n' });
    const side = await open('corpus/hearing.vtt.yaml', 'yaml');
    expect(server.result.capabilities.completionProvider).toBeDefined();
    expect(await labels(server, side, side.at('titel', 2))).toEqual(expect.arrayContaining(['title', 'authors', 'speaker']));
    expect(await labels(server, side, side.at('titel', 2))).not.toContain('publisher');
    expect(await labels(server, side, side.at('publisher: ', 11))).toEqual(['Saltmere Gazette', 'The Low Coast Observer']);
    const unknown = 'source-details titel: No detail of a source is called “titel”. Did you mean “title”?';
    const day = '“published” must be a day that exists, such as 2025-10-07 or 7 October 2025.';
    // What was found when the source was read is told on the side file, once.
    const { params } = await server.message(
      ({ method, params: told }) => method === 'textDocument/publishDiagnostics' && told.uri === side.uri,
    );
    expect(params.diagnostics).toMatchObject([{ message: day, range: side.rangeOf('2025-02-30') }]);
    expect(await messages(side)).toEqual([unknown]);
    await side.replace('2025-02-30', '2025-02-20\nkind: poem');
    expect(await messages(side)).toEqual(['source-details poem: “kind” must be one of report, transcript, note.', unknown]);
    const hover = await side.hover(side.at('published', 2));
    expect(hover?.contents).toMatchObject({ value: expect.stringContaining('The day of publication.') });
    await side.replace('titel', 'title');
    await side.replace('poem', 'note');
    expect(await messages(side)).toEqual([]);
  });

  it('are completed and checked in its front matter, and nowhere below', async () => {
    const { server, open } = await start({ 'corpus/note.md': '---\nkind: note\npublsher: X\ntags: [a]\n---\n\nThe lamp stays lit.\n' });
    const source = await open('corpus/note.md', 'markdown');
    expect(await labels(server, source, source.at('kind: ', 6))).toEqual(['report', 'transcript', 'note']);
    expect(await labels(server, source, source.at('publsher', 3))).toContain('published');
    expect(await labels(server, source, source.at('lamp'))).toBeNull();
    expect(await messages(source)).toEqual([
      'source-details publsher: No detail of a source is called “publsher”. Did you mean “publisher”?',
    ]);
  });

  it('are not told twice', async () => {
    const { server, folder, open } = await start({ 'corpus/note.md': '---\nkind: poem\n---\n\nThe lamp stays lit.\n' });
    const source = await open('corpus/note.md', 'markdown');
    await open('draft.md', 'markdown');
    const pushed = await server.message(
      ({ method, params }) =>
        method === 'textDocument/publishDiagnostics' && params.uri === folder.uriOf('corpus/note.md') && params.diagnostics.length > 0,
    );
    expect(pushed.params.diagnostics[0].message).toMatch(/^“kind” must be/);
    expect(await messages(source)).toEqual([]);
  });

  it('are sent to a client that does not ask', async () => {
    const { diagnostic: _, ...textDocument } = CAPABILITIES.textDocument ?? {};
    const { server, open } = await start({ 'corpus/hearing.vtt.yml': 'mood: sour\n' }, { capabilities: { ...CAPABILITIES, textDocument } });
    const side = await open('corpus/hearing.vtt.yml', 'yaml');
    const { params } = await server.message(
      ({ method, params }) => method === 'textDocument/publishDiagnostics' && params.uri === side.uri,
    );
    expect(params.diagnostics).toMatchObject([{ code: 'source-details', message: expect.stringContaining('“mood”') }]);
  });

  it('are none of other YAML files, nor of drafts', async () => {
    const { server, open } = await start({
      'corpus/settings.yaml': 'titel: X\n',
      'corpus/data.bin.yaml': 'titel: X\n',
      'notes/report.md.yaml': 'titel: X\n',
      'open.md': '---\ntitel: X\n---\n\nThe lamp.\n',
    });
    for (const [name, language] of [
      ['corpus/settings.yaml', 'yaml'],
      ['corpus/data.bin.yaml', 'yaml'],
      ['notes/report.md.yaml', 'yaml'],
      ['open.md', 'markdown'],
    ] as const) {
      const document = await open(name, language);
      expect(await labels(server, document, document.at('titel', 2)), name).toBeNull();
      expect(await document.hover(document.at('titel', 2)), name).toBeNull();
      expect(await messages(document), name).toEqual([]);
    }
  });
});

it('what a side file states is used', async () => {
  const { server, folder, open } = await start({ 'corpus/hearing.vtt.yaml': 'publisher: Radio Saltmere\npublished: 2024-03-05\n' });
  await open('draft.md', 'markdown');
  const details = () => server.request<DetailsResult | null>('verbatim/details', { uri: folder.uriOf('corpus/hearing.vtt') });
  expect((await details())?.text).toContain('publisher: Radio Saltmere\n');
  folder.write('corpus/hearing.vtt.yaml', 'publisher: Radio Gullhythe\n');
  await server.filesChanged(folder.uriOf('corpus/hearing.vtt.yaml'));
  await expect.poll(async () => (await details())?.text).toContain('publisher: Radio Gullhythe\n# authors:\n# published:\n');
});

describe('a new side file', () => {
  it('has what was read of the source', async () => {
    const { server, folder, open } = await start({});
    await open('draft.md', 'markdown');
    const ask = (name: string) => server.request<DetailsResult | null>('verbatim/details', { uri: folder.uriOf(name) });
    const details = await ask('corpus/harbour-lamp.md');
    expect(details?.sideFiles).toEqual([folder.uriOf('corpus/harbour-lamp.md.yaml'), folder.uriOf('corpus/harbour-lamp.md.yml')]);
    expect(details?.text).toContain(
      'title: Saltmere keeps its lamp\npublisher: Saltmere Gazette\nauthors: [Orrin Teasel]\npublished: 2024-03-12\n',
    );
    expect((await ask('corpus/hearing.vtt'))?.text).toContain('kind: transcript\n');
    expect((await ask('corpus/hearing.vtt.yaml'))?.sideFiles).toContain(folder.uriOf('corpus/hearing.vtt.yaml'));
    expect(await ask('draft.md')).toBeNull();
    await expect(ask('')).resolves.toBeNull();
    await expect(server.request('verbatim/details', null)).rejects.toThrow('The URI of the source is missing.');
  });
});

it('words of captions lead to their line and time', async () => {
  const { folder, open } = await start({
    'corpus/hearing.vtt': `${CAPTIONS}\n00:12:31.000 --> 00:12:34.000\n<v Tobin Marl>The ferry has carried\na bell since the oldest of us\nwere children.\n`,
    'second.md': '“The ferry has carried a bell since the eldest of us were children,” said Tobin Marl.\n',
  });
  const draft = await open('second.md', 'markdown');
  expect(await draft.findings()).toEqual(['misquote: eldest']);
  const hover = await draft.hover(draft.at('eldest'));
  expect(hover?.contents).toMatchObject({ value: expect.stringMatching(/a bell since the ~~eldest~~ \*\*oldest\*\* of us were children/) });
  expect(hover?.contents).toMatchObject({ value: expect.stringContaining('0:12:31') });
  const [link] = (await draft.definition(draft.at('ferry'))) ?? [];
  expect(link).toMatchObject({ targetUri: folder.uriOf('corpus/hearing.vtt'), targetRange: { start: { line: 6, character: 14 } } });
});
