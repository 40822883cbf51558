import { describe, expect, it } from 'vitest';
import { CancellationTokenSource, type DocumentLink, type Location, type WorkspaceSymbol } from 'vscode-languageserver';
import type { Folder, OpenText, ServerProcess } from '../support/serverProcess.ts';
import { CAPABILITIES } from '../support/serverProcess.ts';
import { DRAFT, folderOf, openDraft, SOURCES, serverFor } from './fixture.ts';

const LAMP = 'corpus/harbour-lamp.md';
const SECOND = '# Again\n\nThe lamp “has outlasted three mayors”, Edda Quill told the council, and so have we.\n';
const THIRD = '# Bells\n\n“People set their kettles by that bell,” said Tobin Marl.\n';

async function references(server: ServerProcess, uri: string, position: { line: number; character: number }): Promise<Location[] | null> {
  return await server.request('textDocument/references', { textDocument: { uri }, position, context: { includeDeclaration: true } });
}

/** Places as `file: words`. */
function shown(folder: Folder, places: readonly Location[] | null): string[] {
  return (places ?? []).map(({ uri, range: { start, end } }) => {
    const name = decodeURIComponent(uri.slice(folder.uriOf('').length).replace(/^\//, ''));
    const lines = folder.read(name).split('\n');
    const words = start.line === end.line ? lines[start.line]?.slice(start.character, end.character) : '…';
    return `${name}: ${words?.slice(0, 28)}`;
  });
}

async function newsroom(): Promise<{ folder: Folder; server: ServerProcess; draft: OpenText }> {
  const folder = folderOf({
    ...SOURCES,
    'draft.md': DRAFT,
    'columns/second.md': SECOND,
    'third.md': THIRD,
    'old/fourth.md': SECOND,
    '.verbatim.yaml': 'exclude: [old]\n',
  });
  const server = await serverFor(folder);
  return { folder, server, draft: await server.open(folder.uriOf('draft.md'), DRAFT) };
}

describe('references', () => {
  it('lead from a sentence of a source to the drafts that quote it, open or on disk', async () => {
    const { folder, server } = await newsroom();
    const source = SOURCES[LAMP].split('\n');
    const line = source.findIndex((text) => text.includes('outlasted three mayors'));
    const places = await references(server, folder.uriOf(LAMP), { line, character: 30 });
    expect(shown(folder, places)).toEqual(['columns/second.md: “has outlasted three mayors”', 'draft.md: “The lamp has outlasted thre']);
    const unquoted = source.findIndex((text) => text.includes('voted by seven'));
    expect(await references(server, folder.uriOf(LAMP), { line: unquoted, character: 30 })).toEqual([]);
  });

  it('lead from the title of a source to all that quotes it', async () => {
    const { folder, server } = await newsroom();
    const places = await references(server, folder.uriOf('corpus/ferry-bell.md'), { line: 1, character: 9 });
    expect(shown(folder, places)).toEqual(['draft.md: “People set their kettles by', 'third.md: “People set their kettles by']);
  });

  it('lead from a quotation to the other places that quote the passage, and to the sources that have it', async () => {
    const { folder, server, draft } = await newsroom();
    const places = await references(server, draft.uri, draft.at('three mayors'));
    expect(shown(folder, places)).toEqual([
      'columns/second.md: “has outlasted three mayors”',
      'draft.md: “The lamp has outlasted thre',
      `${LAMP}: The lamp has outlasted three`,
    ]);
    expect(await references(server, draft.uri, draft.at('light at'))).toBeNull();
  });

  it('take a draft as it stands in the editor', async () => {
    const { folder, server, draft } = await newsroom();
    await draft.replace(
      '“People set their kettles by that bell, and they have missed it more than they missed the boat,” said Tobin Marl.',
      'Nothing.',
    );
    const places = await references(server, folder.uriOf('corpus/ferry-bell.md'), { line: 1, character: 9 });
    expect(shown(folder, places)).toEqual(['third.md: “People set their kettles by']);
  });

  it('lead from the text that was taken out of a file', async () => {
    const page =
      '<html><head><title>The weir</title></head><body><article><p>The weir at Saltmere held on Tuesday, the council said.</p><p>“The sluice was opened an hour before the flood came down the valley,” said Tobin Marl, who keeps it.</p></article></body></html>';
    const text = '“The sluice was opened an hour before the flood,” said Tobin Marl.\n';
    const capabilities = {
      ...CAPABILITIES,
      workspace: { ...CAPABILITIES.workspace, textDocumentContent: {} },
      textDocument: { ...CAPABILITIES.textDocument, references: { dynamicRegistration: true } },
    };
    const folder = folderOf({ 'corpus/weir.html': page, 'draft.md': text });
    const server = await serverFor(folder, { capabilities });
    const draft = await server.open(folder.uriOf('draft.md'), text);
    const [link] = (await draft.definition(draft.at('sluice'))) ?? [];
    expect(link?.targetUri).toMatch(/^verbatim-source:/);
    const places = await references(server, String(link?.targetUri), link?.targetRange.start ?? draft.at('sluice'));
    expect(shown(folder, places)).toEqual(['draft.md: “The sluice was opened an ho']);
    const { params } = await server.message(
      ({ method, params }) => method === 'client/registerCapability' && params.registrations[0].method === 'textDocument/references',
    );
    expect(params.registrations[0].registerOptions).toEqual({ documentSelector: [{ scheme: 'verbatim-source' }] });
  });

  it('can be taken back while drafts are looked through', async () => {
    const { folder, server } = await newsroom();
    // So many that a bar is worth it on the fastest machine.
    for (let nth = 0; nth < 1000; nth++) folder.write(`many/draft-${nth}.md`, `${DRAFT}\n${nth}\n`);
    const asked = new CancellationTokenSource();
    const params = {
      textDocument: { uri: folder.uriOf(LAMP) },
      position: { line: 1, character: 9 },
      context: { includeDeclaration: true },
    };
    const answer = server.connection.sendRequest('textDocument/references', params, asked.token).catch((error: Error) => error.message);
    await server.message(({ method }) => method === '$/progress');
    asked.cancel();
    expect(await answer).toBe('Cancelled.');
    // What was found by then is kept, and the rest is looked through when it is asked for again.
    expect(await references(server, folder.uriOf(LAMP), params.position)).toHaveLength(1002);
  });
});

describe('links of citations', () => {
  const PAGE = 'https://saltmere.example/lamp';
  const WITH_PAGE = { ...SOURCES, [LAMP]: SOURCES[LAMP].replace('---\n', `---\nurl: ${PAGE}\n`) };

  async function links(text: string): Promise<{ folder: Folder; draft: OpenText; links: DocumentLink[] }> {
    const folder = folderOf({ ...WITH_PAGE, 'draft.md': text });
    const server = await serverFor(folder);
    const draft = await server.open(folder.uriOf('draft.md'), text);
    return { folder, draft, links: await server.request('textDocument/documentLink', { textDocument: draft.id }) };
  }

  it('lead to the passage in the corpus from the words of a link', async () => {
    const quoted = '“The lamp has outlasted three mayors and it will outlast the fog,” said Edda Quill';
    const found = await links(`${quoted} ([Gazette](${PAGE}?utm_source=x)). See [the web](https://example.org/).\n`);
    expect(found.links.map(({ range }) => found.draft.covered(range))).toEqual(['Gazette']);
    expect(found.links[0]).toMatchObject({
      target: `${found.folder.uriOf(LAMP)}#L11,2`,
      tooltip: 'Open in the corpus: Saltmere keeps its lamp, Saltmere Gazette, 12 March 2024',
    });
  });

  it('lead there from files, bare addresses and footnotes', async () => {
    const found = await links(
      `See [the lamp](corpus/harbour-lamp.md), ${PAGE} and the bell.[^1] And more.[^2]\n\n[^1]: The Low Coast Observer, 6 February 2024, p. 3.\n[^2]: The Low Coast Observer, 7 February 2024.\n`,
    );
    expect(found.links.map(({ range }) => found.draft.covered(range))).toEqual(['the lamp', PAGE, '[^1]']);
    expect(found.links.map(({ target }) => target)).toEqual([
      found.folder.uriOf(LAMP),
      found.folder.uriOf(LAMP),
      found.folder.uriOf('corpus/ferry-bell.md'),
    ]);
  });
});

describe('symbols of the workspace', () => {
  it('are articles by title and publisher, and the people whom they quote', async () => {
    const { folder, server } = await openDraft();
    const find = async (query: string) => {
      const found: WorkspaceSymbol[] = await server.request('workspace/symbol', { query });
      return found.map(({ name, location }) => `${name} ${location.uri.slice(`${folder.uriOf('')}/`.length)}`);
    };
    await server.message(({ params }) => params?.kind === 'ready');
    expect(await find('keeps lamp')).toEqual(['Saltmere keeps its lamp — Saltmere Gazette corpus/harbour-lamp.md']);
    expect(await find('low coast')).toEqual(['A bell for the morning ferry — The Low Coast Observer corpus/ferry-bell.md']);
    expect(await find('edda quill')).toEqual(['Edda Quill corpus/harbour-lamp.md']);
    expect(await find('')).toEqual([]);
    expect(await find('zzz')).toEqual([]);
  });
});
