import { describe, expect, it } from 'vitest';
import type { CodeAction, Diagnostic, TextDocumentEdit } from 'vscode-languageserver';
import { CAPABILITIES, type OpenText, type ServerProcess } from '../support/serverProcess.ts';
import { DRAFT, folderOf, openDraft, SOURCES, serverFor } from './fixture.ts';

const FILE = '.verbatim-stet.yaml';
const GOAT = DRAFT.replace('missed the boat', 'missed the goat');

/** A client that makes files, shows edits before it makes them, and asks for an action's edit when it is picked. */
const ABLE = {
  ...CAPABILITIES,
  workspace: {
    ...CAPABILITIES.workspace,
    workspaceEdit: { documentChanges: true, resourceOperations: ['create' as const], changeAnnotationSupport: {} },
  },
  textDocument: {
    ...CAPABILITIES.textDocument,
    codeAction: { ...CAPABILITIES.textDocument?.codeAction, dataSupport: true, resolveSupport: { properties: ['edit'] } },
  },
};

async function actionsAt(draft: OpenText, words: string): Promise<CodeAction[]> {
  return (await draft.codeActions(draft.rangeOf(words), ['quickfix'])) ?? [];
}

async function actionCalled(draft: OpenText, words: string, title: string): Promise<CodeAction> {
  const actions = await actionsAt(draft, words);
  const found = actions.find((action) => action.title === title);
  if (!found) throw new Error(`no “${title}”, but ${actions.map((action) => action.title).join(' | ')}`);
  return found;
}

/** Waits until the file is told of as wanted. */
async function fileDiagnostics(server: ServerProcess, uri: string, wanted: (items: Diagnostic[]) => boolean): Promise<Diagnostic[]> {
  const message = await server.message(
    ({ method, params }) => method === 'textDocument/publishDiagnostics' && params.uri === uri && wanted(params.diagnostics),
  );
  return message.params.diagnostics as Diagnostic[];
}

describe('a finding is let stand', () => {
  it('by a file that is made for it, undone with it', async () => {
    const { folder, server, draft } = await openDraft(DRAFT, { capabilities: ABLE });
    const { edit } = await actionCalled(draft, 'storm', 'Let “storm” stand here');
    const [made, written] = edit?.documentChanges ?? [];
    expect(made).toEqual({ kind: 'create', uri: folder.uriOf(FILE), options: { ignoreIfExists: true } });
    expect(written).toMatchObject({ textDocument: { uri: folder.uriOf(FILE), version: null } });
    const text = ((written as TextDocumentEdit).edits[0] as { newText: string }).newText;
    expect(text).toMatch(
      /- rule: misquote\n {2}words: storm\n {2}before: and it will outlast the\n {2}after: said Edda Quill, the harbour\n {2}date: \d{4}-\d\d-\d\d\n$/,
    );

    // The editor has the file, and nothing is on disk yet.
    const file = await server.open(folder.uriOf(FILE), text, 'yaml');
    expect(await draft.findings()).toEqual([]);
    await file.edit([{ range: { start: { line: 0, character: 0 }, end: file.positionAt(text.length) }, newText: '' }]);
    expect(await draft.findings()).toEqual(['misquote: storm']);
  });

  it('after others, for the version that is open', async () => {
    const { folder, server, draft } = await openDraft(GOAT, { capabilities: ABLE });
    const file = await server.open(folder.uriOf(FILE), '- rule: misquote\n  words: storm', 'yaml');
    expect(await draft.findings()).toEqual(['misquote: goat']);
    const { edit } = await actionCalled(draft, 'goat', 'Let this quotation stand in every draft');
    const change = edit?.documentChanges?.[0] as TextDocumentEdit;
    expect(change.textDocument).toEqual({ uri: folder.uriOf(FILE), version: 1 });
    await file.edit(change.edits as never);
    expect(file.text).toContain('- rule: misquote\n  words: storm\n\n- quotation: People set their kettles by that bell');
    expect(await draft.findings()).toEqual([]);
    const hover = await draft.hover(draft.at('kettles'));
    expect(JSON.stringify(hover?.contents)).toContain('Let stand');
  });

  it.each([
    ['Let every misquote stand in this draft', '- rule: misquote\n  draft: draft.md\n'],
    ['Let every misquote stand in this folder', '- rule: misquote\n'],
  ])('%s', async (title, written) => {
    const { folder, server, draft } = await openDraft(GOAT);
    const { edit } = await actionCalled(draft, 'storm', title);
    const change = edit?.documentChanges?.[0] as TextDocumentEdit;
    const text = (change.edits[0] as { newText: string }).newText;
    expect(text).toContain(written);
    folder.write(FILE, text);
    await server.filesChanged(folder.uriOf(FILE));
    await server.message(({ method }) => method === 'workspace/diagnostic/refresh');
    expect(await draft.findings()).toEqual([]);
  });

  it('by a comment in the draft', async () => {
    const { draft } = await openDraft();
    await draft.apply(await actionCalled(draft, 'storm', 'Let it stand by a comment in the draft'));
    expect(draft.text).toBe(DRAFT.replace('“The lamp', '<!-- stet misquote -->\n“The lamp'));
    expect(await draft.findings()).toEqual([]);
  });

  it('by the client’s own command where it has one', async () => {
    const { draft } = await openDraft(DRAFT, { initializationOptions: { commands: { letStand: 'client.letStand' } } });
    const actions = (await actionsAt(draft, 'storm')).filter(({ title }) => title.startsWith('Let'));
    expect(actions).toMatchObject([
      { title: 'Let this stand…', command: { command: 'client.letStand', arguments: [draft.uri, draft.rangeOf('storm'), 'misquote'] } },
    ]);
  });

  it('as the client asks, with a reason', async () => {
    const { folder, server, draft } = await openDraft();
    const range = draft.rangeOf('storm');
    const { findings } = await server.request('verbatim/standable', { uri: draft.uri, range });
    expect(findings).toMatchObject([
      { rule: 'misquote', words: 'storm', range, scopes: ['place', 'quotation', 'draft', 'rule', 'comment'] },
    ]);
    const asked = { uri: draft.uri, range, rule: 'misquote', scope: 'place', reason: 'On the tape:\nshe says storm', date: '2026-03-14' };
    expect(await server.request('verbatim/letStand', asked)).toMatchObject({
      kind: 'edit',
      uri: folder.uriOf(FILE),
      create: true,
      newText: expect.stringContaining('  reason: "On the tape: she says storm"\n  date: 2026-03-14\n'),
    });
    expect(await server.request('verbatim/letStand', { ...asked, rule: 'wrong-date' })).toMatchObject({ kind: 'refused' });
    expect(await server.request('verbatim/standable', { uri: draft.uri, range: draft.rangeOf('kettles') })).toEqual({ findings: [] });
  });

  it('no longer by a file that is deleted, though the editor still has it', async () => {
    const folder = folderOf({ ...SOURCES, 'draft.md': DRAFT, [FILE]: '- rule: misquote\n' });
    const server = await serverFor(folder);
    const draft = await server.open(folder.uriOf('draft.md'), DRAFT);
    const file = await server.open(folder.uriOf(FILE), '- rule: misquote\n', 'yaml');
    expect(await draft.findings()).toEqual([]);
    folder.remove(FILE);
    const since = server.received.length;
    await server.filesChanged(folder.uriOf(FILE));
    await server.message(({ method }) => method === 'workspace/diagnostic/refresh', since);
    await expect.poll(() => draft.findings(), { timeout: 10_000 }).toEqual(['misquote: storm']);
    await file.replace('misquote', 'wrong-date');
    await file.replace('wrong-date', 'misquote');
    expect(await draft.findings()).toEqual([]);
  });

  it('no longer by a file that is deleted, though nobody told of it before the editor opened it', async () => {
    const folder = folderOf({ ...SOURCES, 'draft.md': DRAFT });
    const server = await serverFor(folder);
    const draft = await server.open(folder.uriOf('draft.md'), DRAFT);
    expect(await draft.findings()).toEqual(['misquote: storm']);
    folder.write(FILE, '- rule: misquote\n');
    await server.open(folder.uriOf(FILE), '- rule: misquote\n', 'yaml');
    expect(await draft.findings()).toEqual([]);
    folder.remove(FILE);
    await server.filesChanged(folder.uriOf(FILE));
    expect(await draft.findings()).toEqual(['misquote: storm']);
  });

  it('not by a file that is no list', async () => {
    const folder = folderOf({ ...SOURCES, 'draft.md': DRAFT, [FILE]: 'rule: misquote\n' });
    const server = await serverFor(folder);
    const draft = await server.open(folder.uriOf('draft.md'), DRAFT);
    expect(await draft.findings()).toEqual(['misquote: storm']);
    const titles = (await actionsAt(draft, 'storm')).map(({ title }) => title).filter((title) => title.startsWith('Let'));
    expect(titles).toEqual(['Let it stand by a comment in the draft']);
    const told = await fileDiagnostics(server, folder.uriOf(FILE), (items) => items.length > 0);
    expect(told).toMatchObject([{ code: 'stet-file', message: expect.stringContaining('must be a list') }]);
  });
});

describe('an entry that lets nothing stand', () => {
  const ENTRY = '- rule: misquote\n  words: storm\n  before: outlast the\n';

  it('is told of at its place, as soon as it lets nothing stand', async () => {
    const folder = folderOf({ ...SOURCES, 'draft.md': DRAFT, [FILE]: ENTRY });
    const server = await serverFor(folder);
    const draft = await server.open(folder.uriOf('draft.md'), DRAFT);
    expect(await draft.findings()).toEqual([]);
    await draft.replace('storm', 'gale');
    // What is found at a word that has just been typed is told a moment later.
    await expect.poll(() => draft.findings(), { timeout: 10_000 }).toEqual(['misquote: gale']);
    const told = await fileDiagnostics(server, folder.uriOf(FILE), (items) => items.length > 0);
    expect(told).toMatchObject([
      { code: 'unused-stet', severity: 4, range: { start: { line: 0, character: 2 }, end: { line: 0, character: 16 } } },
    ]);
    const since = server.received.length;
    await draft.replace('gale', 'storm');
    expect(await draft.findings()).toEqual([]);
    await server.message(
      ({ method, params }) =>
        method === 'textDocument/publishDiagnostics' && params.uri === folder.uriOf(FILE) && params.diagnostics.length === 0,
      since,
    );
  });

  it('is not told of while another draft, though it is not open, may need it', async () => {
    const other = { 'other.md': DRAFT, [FILE]: `${ENTRY}- rule: misquote\n  words: nowhere\n` };
    const folder = folderOf({ ...SOURCES, 'draft.md': DRAFT.replace('storm', 'fog'), ...other });
    const server = await serverFor(folder);
    const draft = await server.open(folder.uriOf('draft.md'), DRAFT.replace('storm', 'fog'));
    expect(await draft.findings()).toEqual([]);
    const told = await fileDiagnostics(server, folder.uriOf(FILE), (items) => items.length > 0);
    expect(told).toMatchObject([{ range: { start: { line: 3 } } }]);
  });

  it('is told of to a client that is sent diagnostics, too', async () => {
    const { diagnostic: _, ...textDocument } = CAPABILITIES.textDocument ?? {};
    const folder = folderOf({ ...SOURCES, 'draft.md': DRAFT });
    const server = await serverFor(folder, { capabilities: { ...CAPABILITIES, textDocument } });
    await server.open(folder.uriOf('draft.md'), DRAFT);
    const file = await server.open(folder.uriOf(FILE), '- rule: wrong-name\n  draft: draft.md\n- rool: x\n', 'yaml');
    const told = await fileDiagnostics(server, folder.uriOf(FILE), (items) => items.length === 2);
    expect(told.map(({ code }) => code)).toEqual(['stet-file', 'unused-stet']);
    const actions = (await file.codeActions({ start: { line: 0, character: 4 }, end: { line: 0, character: 4 } })) ?? [];
    expect(actions.map(({ title }) => title)).toEqual(['Remove the entry']);
    await file.apply(actions[0] as CodeAction);
    expect(file.text).toBe('- rool: x\n');
    expect(await file.codeActions({ start: { line: 0, character: 4 }, end: { line: 0, character: 4 } })).toEqual([]);
  });
});

describe('all that a rule finds is fixed', () => {
  it('in the draft, to be looked at first', async () => {
    const { draft } = await openDraft(GOAT, { capabilities: ABLE });
    const { edit } = await actionCalled(draft, 'storm', 'Fix every misquote in this draft that is safe to fix (2 places)');
    expect(Object.values(edit?.changeAnnotations ?? {})).toEqual([{ label: 'Verbatim: misquote', needsConfirmation: true }]);
    const [change] = (edit?.documentChanges ?? []) as TextDocumentEdit[];
    expect(change?.textDocument).toEqual({ uri: draft.uri, version: 1 });
    await draft.edit((change?.edits ?? []) as never);
    expect(await draft.findings()).toEqual([]);
  });

  it('in the folder, drafts that are not open included', async () => {
    const { folder, server, draft } = await openDraft(GOAT, { capabilities: ABLE });
    folder.write('columns/other.md', DRAFT);
    folder.write('columns/right.md', DRAFT.replace('storm', 'fog'));
    const action = await actionCalled(draft, 'storm', 'Fix every misquote in this folder’s drafts that is safe to fix…');
    expect(action.edit).toBeUndefined();
    const { edit } = await server.request<CodeAction>('codeAction/resolve', action);
    const changes = (edit?.documentChanges ?? []) as TextDocumentEdit[];
    expect(changes.map(({ textDocument, edits }) => [textDocument, edits.map((one) => 'newText' in one && one.newText)])).toEqual([
      [{ uri: folder.uriOf('columns/other.md'), version: null }, ['fog']],
      [{ uri: draft.uri, version: 1 }, ['fog', 'boat']],
    ]);
    expect(changes.flatMap(({ edits }) => edits)).toEqual(
      changes.flatMap(({ edits }) => edits.map((one) => ({ ...one, annotationId: 'verbatim' }))),
    );
  });

  it('with edits as they are where the client shows none first, and not on save', async () => {
    const { draft } = await openDraft(GOAT);
    const titles = (await actionsAt(draft, 'storm')).map(({ title }) => title).filter((title) => title.startsWith('Fix'));
    expect(titles).toEqual(['Fix every misquote in this draft that is safe to fix (2 places)']);
    const { edit } = await actionCalled(draft, 'storm', titles[0] as string);
    expect(edit?.changeAnnotations).toBeUndefined();
    const onSave = (await draft.codeActions(draft.rangeOf('storm'), ['source.fixAll'])) ?? [];
    expect(onSave.map(({ kind }) => kind)).toEqual(['source.fixAll.verbatim']);
  });
});
