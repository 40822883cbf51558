import { describe, expect, it } from 'vitest';
import type { CompletionItem, CompletionList, Position, TextEdit } from 'vscode-languageserver';
import type { Quote, RoleResult } from '../../server/src/lsp/protocol.ts';
import { CAPABILITIES, type OpenText, type ServerProcess } from '../support/serverProcess.ts';
import { folderOf, openDraft, SOURCES, serverFor } from './fixture.ts';

const LAMP = 'corpus/harbour-lamp.md';

function offered(server: ServerProcess, { id }: OpenText, position: Position, context?: object): Promise<CompletionList | null> {
  return server.request('textDocument/completion', { textDocument: id, position, ...(context ? { context } : {}) });
}

function accepted(text: string, { textEdit, additionalTextEdits = [] }: CompletionItem): string {
  const lines = text.split('\n');
  const offset = ({ line, character }: Position) => lines.slice(0, line).join('\n').length + (line > 0 ? 1 : 0) + character;
  return [textEdit as TextEdit, ...additionalTextEdits]
    .map(({ range, newText }) => ({ start: offset(range.start), end: offset(range.end), newText }))
    .sort((a, b) => b.start - a.start)
    .reduce((so, { start, end, newText }) => so.slice(0, start) + newText + so.slice(end), text);
}

describe('while a quotation is written', () => {
  it('the rest of it is offered, and is right', async () => {
    const text = 'Quill spoke first.\n\n“The lamp has outlasted \n';
    const { server, draft } = await openDraft(text);
    const space = { triggerKind: 2, triggerCharacter: ' ' };
    expect(server.result.capabilities.completionProvider).toMatchObject({ triggerCharacters: [' '] });
    const list = await offered(server, draft, { line: 2, character: 24 }, space);
    expect(list).toMatchObject({ isIncomplete: false, items: [{ kind: 1 }, { kind: 18 }] });
    const written = accepted(text, list?.items[1] as CompletionItem);
    expect(written).toBe(
      'Quill spoke first.\n\n“The lamp has outlasted three mayors and it will outlast the fog,” said Edda Quill (Saltmere Gazette, 12 March 2024).\n',
    );
    await draft.replace('“The lamp has outlasted ', written.split('\n')[2] as string);
    expect(await draft.diagnostics()).toEqual([]);
    const result = await server.request('verbatim/check', { uri: draft.uri });
    expect(result).toMatchObject({ quotations: 1, verified: 1, findings: 0 });
  });

  it('nothing is offered elsewhere', async () => {
    const { server, draft } = await openDraft('The lamp has outlasted \n\n“The kettle has outlasted \n');
    for (const line of [0, 2]) expect(await offered(server, draft, { line, character: 23 })).toBeNull();
    const folder = folderOf(SOURCES);
    const own = await serverFor(folder);
    const source = await own.open(folder.uriOf(LAMP), folder.read(LAMP));
    expect(await offered(own, source, source.at('outlasted three'))).toBeNull();
  });

  it('what the client can show is made use of', async () => {
    const text = '“The lamp has outlasted ';
    const textDocument = {
      ...CAPABILITIES.textDocument,
      completion: { completionItem: { labelDetailsSupport: true, snippetSupport: true } },
    };
    const { server, draft } = await openDraft(text, {
      capabilities: { ...CAPABILITIES, textDocument },
      settings: { citationStyle: 'footnote' },
    });
    const list = await offered(server, draft, { line: 0, character: 24 });
    expect(list?.items[0]?.detail).toBe('Edda Quill · Saltmere Gazette, 12 March 2024');
    expect(list?.items[0]?.labelDetails).toEqual({ description: 'Edda Quill' });
    expect(list?.items[1]).toMatchObject({ insertTextFormat: 2, textEdit: { newText: expect.stringContaining('[^1]$0\n\n[^1]: ') } });
  });
});

describe('verbatim/quote', () => {
  const range = (line: number, start: number, end: number) => ({ start: { line, character: start }, end: { line, character: end } });

  it('words a passage of a source for a draft', async () => {
    const { folder, server, draft } = await openDraft('Once more.\n\nAnd then.\n', {
      settings: { citationStyle: 'footnote', reportingVerb: 'says' },
    });
    const source = await server.open(folder.uriOf(LAMP), folder.read(LAMP));
    const params = { uri: source.uri, range: source.rangeOf('The lamp has outlasted three mayors'), draft: draft.uri };
    expect(await server.request<Quote>('verbatim/quote', params)).toEqual({
      text: '“The lamp has outlasted three mayors,” says Edda Quill.[^1]',
      attribution: 'says Edda Quill',
      citation: '[^1]',
      snippet: '“The lamp has outlasted three mayors,” says Edda Quill.[^1]$0',
      edits: [
        {
          range: range(3, 0, 0),
          newText: '\n[^1]: *Saltmere keeps its lamp*, Saltmere Gazette, 12 March 2024. [harbour-lamp.md](corpus/harbour-lamp.md)\n',
        },
      ],
      guessed: [],
    });
    const { text } = await server.request<Quote>('verbatim/quote', { ...params, position: { line: 0, character: 10 } });
    expect(text).toMatch(/^ “The lamp/);
    const atCursor = { ...params, range: { start: source.at('three mayors'), end: source.at('three mayors') } };
    expect((await server.request<Quote>('verbatim/quote', atCursor)).text).toMatch(/^“The lamp has .* the fog,” says/);
  });

  it('answers for projects by their own settings, and without a draft in plain text', async () => {
    const { folder, server, draft } = await openDraft();
    folder.write('.verbatim.yaml', 'citationStyle: link\ndateFormat: MMMM d, yyyy\n');
    await server.filesChanged(folder.uriOf('.verbatim.yaml'));
    const source = await server.open(folder.uriOf(LAMP), folder.read(LAMP));
    const params = { uri: source.uri, range: source.rangeOf('The lamp has outlasted three mayors') };
    expect((await server.request<Quote>('verbatim/quote', { ...params, draft: draft.uri })).citation).toBe(
      '([Saltmere Gazette, March 12, 2024](corpus/harbour-lamp.md))',
    );
    expect((await server.request<Quote>('verbatim/quote', params)).citation).toBe('(Saltmere Gazette, March 12, 2024)');
    expect(await server.request('verbatim/quote', { ...params, uri: draft.uri })).toBeNull();
    await expect(server.request('verbatim/quote', { uri: source.uri })).rejects.toThrow('Say which range');
  });

  it('knows the text that was taken out of a source', async () => {
    const articleBody = '“The sluice was opened an hour before the flood came,” said Tobin Marl, who keeps it.';
    const weir = JSON.stringify({ '@type': 'NewsArticle', headline: 'The weir holds', datePublished: '2024-05-02', articleBody });
    const folder = folderOf({ ...SOURCES, 'corpus/weir.json': weir, 'draft.md': 'Hello.\n' });
    const opensExtracts = { ...CAPABILITIES, workspace: { ...CAPABILITIES.workspace, textDocumentContent: {} } };
    const server = await serverFor(folder, { capabilities: opensExtracts });
    const draft = await server.open(folder.uriOf('draft.md'), 'Hello.\n');
    await draft.diagnostics();
    const { sources } = await server.request('verbatim/sources', { words: 'The sluice was opened' });
    const { uri } = sources.find((one: { uri: string }) => one.uri.startsWith('verbatim-source:'));
    const { text } = await server.request('workspace/textDocumentContent', { uri });
    const line = text.split('\n').findIndex((one: string) => one.includes('sluice'));
    const character = text.split('\n')[line].indexOf('The sluice');
    const quote = await server.request<Quote>('verbatim/quote', { uri, range: range(line, character, character + 21), draft: draft.uri });
    expect(quote.text).toMatch(/^“The sluice was opened,” said Tobin Marl \(The weir holds, 2 May 2024\)\.$/);
    expect(await server.request<RoleResult>('verbatim/role', { uri })).toEqual({ role: 'source' });
  });

  it('tells drafts from sources', async () => {
    const { folder, server, draft } = await openDraft();
    expect(await server.request<RoleResult>('verbatim/role', { uri: draft.uri })).toEqual({ role: 'draft' });
    expect(await server.request<RoleResult>('verbatim/role', { uri: folder.uriOf(LAMP) })).toEqual({ role: 'source' });
    expect(await server.request<RoleResult>('verbatim/role', { uri: folder.uriOf('code.py') })).toEqual({ role: 'other' });
  });
});
