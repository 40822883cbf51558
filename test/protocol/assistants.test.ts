import { expect, it } from 'vitest';
import type { ServerProcess } from '../support/serverProcess.ts';
import { DRAFT, folderOf, SOURCES, serverFor } from './fixture.ts';

const ask = (server: ServerProcess, tool: string, input: object, draft?: string) =>
  server.request('verbatim/assistant', { tool, input, ...(draft === undefined ? {} : { draft }) });

/** Files of two projects that lie beside each other. */
const under = (folder: string, files: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(files).map(([name, text]) => [`${folder}/${name}`, text]));

it('answers an assistant of the editor as the command line reports, where the project allows it', async () => {
  const folder = folderOf({ ...SOURCES, 'corpus/broken.docx': 'no archive', '.verbatim.yaml': 'assistants: true\n' });
  const server = await serverFor(folder);
  const checked = await ask(server, 'checkText', { text: DRAFT, path: 'drafts/new.md' });
  expect(checked.data).toMatchObject({
    path: 'drafts/new.md',
    quotations: [{ verdict: 'misquoted' }, { verdict: 'verified' }],
    findings: [
      {
        code: 'misquote',
        match: { path: 'corpus/harbour-lamp.md' },
        fixes: expect.arrayContaining([expect.objectContaining({ safe: true })]),
      },
    ],
  });
  expect(checked.text).toContain('2 quotations (1 verified, 1 misquoted), 1 finding.');
  const verified = await ask(server, 'verifyQuotation', { quotation: 'it will outlast the fog', speaker: 'Edda Quill' });
  expect(verified.data).toMatchObject({ verdict: 'verified', findings: [] });
  const absent = await ask(server, 'verifyQuotation', { quotation: 'The gulls have eaten my only hat and my best coat' });
  expect([absent.data.verdict, absent.text]).toEqual(['not-found', expect.stringMatching(/^not-found: not in this corpus\./)]);
  const found = await ask(server, 'findPassages', { words: 'outlasted three mayors' });
  expect(found.data).toMatchObject({ matches: [{ path: 'corpus/harbour-lamp.md', similarity: 1 }] });
  const listed = await ask(server, 'listSources', { limit: 1 });
  expect(listed.data).toMatchObject({
    sources: [{ path: 'corpus/ferry-bell.md' }],
    total: 2,
    unreadable: [{ path: 'corpus/broken.docx' }],
  });
  const rest = await ask(server, 'listSources', { cursor: listed.data.nextCursor });
  expect(rest.data).toMatchObject({ sources: [{ path: 'corpus/harbour-lamp.md' }], nextCursor: null, unreadable: [] });
});

it('goes by the draft that is in front', async () => {
  const lamp = { 'corpus/lamp.md': SOURCES['corpus/harbour-lamp.md'], 'draft.md': DRAFT };
  const bell = { 'corpus/bell.md': SOURCES['corpus/ferry-bell.md'], 'draft.md': DRAFT };
  const folder = folderOf({ ...under('lamp', lamp), ...under('bell', bell), '.verbatim.yaml': 'assistants: true\n' });
  const server = await serverFor(folder);
  const listed = async (name: string) => {
    await server.open(folder.uriOf(name), DRAFT);
    const { data } = await ask(server, 'listSources', {}, folder.uriOf(name));
    return data.sources.map(({ path }: { path: string }) => path);
  };
  expect(await listed('lamp/draft.md')).toEqual(['lamp/corpus/lamp.md']);
  expect(await listed('bell/draft.md')).toEqual(['bell/corpus/bell.md']);
});

it('answers nothing that is not allowed, and says in the user’s language why', async () => {
  const folder = folderOf({ ...SOURCES });
  const editor = await serverFor(folder, { settings: { assistants: true } });
  expect((await ask(editor, 'listSources', {})).data.total).toBe(2);
  await expect(ask(editor, 'checkText', { text: DRAFT, path: '../elsewhere/draft.md' })).rejects.toThrow('lies in no folder that is open');
  await expect(ask(editor, 'checkText', { text: DRAFT, path: 'corpus/ferry-bell.md' })).rejects.toThrow('is a source, not a draft');
  await expect(ask(editor, 'checkText', { text: '' })).rejects.toThrow('text: The text is empty.');
  await expect(ask(editor, 'verifyQuotation', { quotation: '“”' })).rejects.toThrow('The quotation is empty.');
  await expect(ask(editor, 'writeForMe', {})).rejects.toThrow('There is no tool “writeForMe”.');

  const silent = await serverFor(folder, { locale: 'de' });
  await expect(ask(silent, 'listSources', {})).rejects.toThrow('Assistenten sind hier nicht erlaubt');

  // A project that says no is not overruled by an editor that says yes.
  const closed = await serverFor(folderOf({ ...SOURCES, '.verbatim.yaml': 'assistants: false\n' }), { settings: { assistants: true } });
  await expect(ask(closed, 'findPassages', { words: 'lamp' })).rejects.toThrow('Assistants are not allowed here');
});
