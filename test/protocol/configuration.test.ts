import { describe, expect, it } from 'vitest';
import type { CodeAction, CompletionItem, CompletionList, Position, TextDocumentEdit } from 'vscode-languageserver';
import { CAPABILITIES, type OpenText, type Received, ServerProcess, type StartOptions } from '../support/serverProcess.ts';
import { DRAFT, folderOf, SOURCES, serverFor } from './fixture.ts';

type Completions = CompletionItem[] | CompletionList | null;

async function labels(server: ServerProcess, document: OpenText, position: Position, typed?: string): Promise<string[] | null> {
  const context = typed === undefined ? {} : { context: { triggerKind: 2, triggerCharacter: typed } };
  const params = { textDocument: document.id, position, ...context };
  const items = await server.request<Completions>('textDocument/completion', params);
  return items && (Array.isArray(items) ? items : items.items).map(({ label }) => label);
}

const published = (uri: string, message: string) => (told: Received) =>
  told.method === 'textDocument/publishDiagnostics' &&
  told.params.uri === uri &&
  told.params.diagnostics.some((one: { message: string }) => one.message.includes(message));

describe('a project file that is being written', () => {
  it('has its keys and values completed and explained', async () => {
    const folder = folderOf({ ...SOURCES, '.verbatim.yaml': 'houseStyle: \nseverity:\n  wrong-date: hint\nche\n' });
    const server = await serverFor(folder);
    const file = await server.open(folder.uriOf('.verbatim.yaml'), folder.read('.verbatim.yaml'), 'yaml');
    const behind = { line: 0, character: 12 };
    expect(await labels(server, file, behind)).toEqual(['strict', 'guardian', 'chicago', 'legal']);
    expect(await labels(server, file, behind, ' ')).toEqual(['strict', 'guardian', 'chicago', 'legal']);
    expect(await labels(server, file, file.at('che', 3))).toEqual(expect.arrayContaining(['check', 'root', 'corpora']));
    expect(await labels(server, file, file.at('che', 3))).not.toContain('severity');
    expect(await labels(server, file, file.at('wrong-date', 5), ' ')).toBeNull();
    expect((await file.hover(file.at('wrong-date', 3)))?.contents).toMatchObject({
      value: expect.stringContaining('By default: warning.'),
    });
    // As it is in the editor, whatever is on disk.
    await file.replace('che\n', 'severity2:\nroot: \n');
    expect(await labels(server, file, file.at('root: ', 6))).toEqual(['true', 'false']);
    expect(await file.hover(file.at('severity2', 3))).toBeNull();
  });

  it('is completed wherever it lies, and so is the file of what is let stand', async () => {
    const folder = folderOf({
      ...SOURCES,
      '.verbatim.yaml': 'stetFile: editing/let.yaml\n',
      'editing/let.yaml': '- rule: \n',
      'other.yaml': 'hou\n',
    });
    const server = await serverFor(folder);
    await server.open(folder.uriOf('draft.md'), DRAFT);
    const deep = await server.open(folder.uriOf('desks/sport/.verbatim.yaml'), '', 'yaml');
    expect(await labels(server, deep, { line: 0, character: 0 })).toContain('corpora');
    const stet = await server.open(folder.uriOf('.verbatim-stet.yaml'), '- rule: misquote\n  \n', 'yaml');
    expect(await labels(server, stet, { line: 1, character: 2 })).toContain('reason');
    const named = await server.open(folder.uriOf('editing/let.yaml'), '- rule: \n', 'yaml');
    await expect.poll(() => labels(server, named, { line: 0, character: 8 })).toContain('wrong-date');
    const other = await server.open(folder.uriOf('other.yaml'), 'hou\n', 'yaml');
    expect(await labels(server, other, { line: 0, character: 3 })).toBeNull();
  });
});

const DESKS = {
  ...SOURCES,
  '.verbatim.yaml': 'corpora: [corpus]\nseverity: { misquote: hint }\nfonts: serif\n',
  'desks/a/.verbatim.yaml': 'houseStyel: legal\n',
  'desks/b/.verbatim.yaml': 'severity: { misquote: error }\n',
  'desks/c/.verbatim.yaml': 'root: true\ncorpora: [../../corpus]\n',
  'desks/a/draft.md': DRAFT,
  'desks/b/draft.md': DRAFT,
  'desks/c/draft.md': DRAFT,
};

describe('project files in folders above each other', () => {
  it('hold together, and are each told what is wrong in them', async () => {
    const folder = folderOf(DESKS);
    const server = await serverFor(folder);
    const drafts = await Promise.all(['a', 'b', 'c'].map((desk) => server.open(folder.uriOf(`desks/${desk}/draft.md`), DRAFT)));
    const severities = await Promise.all(drafts.map(async (draft) => (await draft.diagnostics()).map(({ severity }) => severity)));
    expect(severities).toEqual([[4], [1], [2]]);
    await server.message(published(folder.uriOf('.verbatim.yaml'), '“fonts”'));
    await server.message(published(folder.uriOf('desks/a/.verbatim.yaml'), 'Did you mean “houseStyle”?'));
  });

  it('are each noticed when they change, also above the workspace', async () => {
    const folder = folderOf(DESKS);
    const server = await ServerProcess.start(folder.pathOf('desks/b'));
    try {
      const draft = await server.open(folder.uriOf('desks/b/draft.md'), DRAFT);
      expect((await draft.diagnostics()).map(({ severity }) => severity)).toEqual([1]);
      const { params } = await server.message(
        ({ method, params: told }) => method === 'client/registerCapability' && JSON.stringify(told).includes('"pattern":".verbatim.yaml"'),
      );
      const watched = JSON.stringify(params);
      expect(watched).toContain(`{"baseUri":"${folder.uriOf('').replace(/\/$/, '')}","pattern":".verbatim.yaml"}`);
      expect(watched).not.toContain(`"baseUri":"${folder.uriOf('desks/b')}"`);
      folder.write('.verbatim.yaml', 'corpora: [corpus]\nseverity: { misquote: hint }\n');
      folder.write('desks/b/.verbatim.yaml', '');
      await server.filesChanged(folder.uriOf('desks/b/.verbatim.yaml'));
      await expect.poll(async () => (await draft.diagnostics()).map(({ severity }) => severity)).toEqual([4]);
      folder.write('.verbatim.yaml', 'corpora: [corpus]\nseverity: { misquote: information }\n');
      await server.filesChanged(folder.uriOf('.verbatim.yaml'));
      await expect.poll(async () => (await draft.diagnostics()).map(({ severity }) => severity)).toEqual([3]);
    } finally {
      await server.stop();
    }
  });

  it('make one project, in all of whose drafts a rule is fixed', async () => {
    const folder = folderOf({ ...DESKS, 'desks/b/notes/x.md': DRAFT, 'desks/b/.verbatim.yaml': 'exclude: [notes]\n' });
    const codeAction = { ...CAPABILITIES.textDocument?.codeAction, dataSupport: true, resolveSupport: { properties: ['edit'] } };
    const capabilities: StartOptions['capabilities'] = { ...CAPABILITIES, textDocument: { ...CAPABILITIES.textDocument, codeAction } };
    const server = await serverFor(folder, { capabilities });
    const draft = await server.open(folder.uriOf('desks/a/draft.md'), DRAFT);
    await draft.diagnostics();
    const actions = (await draft.codeActions(draft.rangeOf('storm'), ['quickfix'])) ?? [];
    const action = actions.find(({ title }) => title.includes('this folder’s drafts'));
    const { edit } = await server.request<CodeAction>('codeAction/resolve', action);
    const changed = ((edit?.documentChanges ?? []) as TextDocumentEdit[]).map(({ textDocument }) => textDocument.uri);
    expect(changed).toEqual([folder.uriOf('desks/a/draft.md'), folder.uriOf('desks/b/draft.md')]);
  });
});
