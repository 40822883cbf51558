import { describe, expect, it } from 'vitest';
import type { Folder, ServerProcess } from '../support/serverProcess.ts';
import { folderOf, serverFor } from './fixture.ts';

const AFAR = 'vscode-vfs://github/quay/letters';
const SOURCE = 'The lamp will stay lit through the fog and the frost, the keeper wrote to the council.\n';
const DRAFT = '“The lamp will stay lit through the storm and the frost,” the keeper wrote.\n';

const filesAfar = () =>
  new Map([
    [`${AFAR}/.verbatim.yaml`, 'corpora: [my sources]\nsources: { exclude: [old ones] }\n'],
    [`${AFAR}/my%20sources/a%20letter.md`, SOURCE],
    [`${AFAR}/my%20sources/old%20ones/b.md`, 'Nobody steers by a buoy.\n'],
    [`${AFAR}/my%20sources/.hidden/b.md`, 'Nobody steers by a buoy.\n'],
    [`${AFAR}/my%20sources/picture.png`, 'x'],
  ]);

const ready = (server: ServerProcess, articles: number, since = 0) =>
  server.message(({ method, params }) => method === 'verbatim/status' && params.kind === 'ready' && params.articles === articles, since);

async function openAfar(editorFiles: Map<string, string>, folder: Folder | null = null) {
  const server = await serverFor(folder, { editorFiles, folders: [AFAR], initializationOptions: { readsFiles: true } });
  return { server, draft: await server.open(`${AFAR}/draft.md`, DRAFT) };
}

describe('folders that are on no disk', () => {
  it('have their project files and sources read through the editor', async () => {
    const { server, draft } = await openAfar(filesAfar());
    await ready(server, 1);
    expect(await draft.findings()).toEqual(['misquote: storm']);
    const places = await draft.definition(draft.at('stay lit'));
    expect(places?.map(({ targetUri }) => targetUri)).toEqual([`${AFAR}/my%20sources/a%20letter.md`]);
    const asked = server.received.filter(({ method }) => method === 'verbatim/readFile').map(({ params }) => params.uri);
    expect(asked).not.toContain(`${AFAR}/my%20sources/picture.png`);
    expect(JSON.stringify(await draft.hover(draft.at('stay lit')))).toContain('a letter.md');
  });

  it('are watched, and read again where something changed', async () => {
    const files = filesAfar();
    const { server, draft } = await openAfar(files);
    await ready(server, 1);
    await server.message(
      ({ method, params }) => method === 'client/registerCapability' && JSON.stringify(params).includes(`${AFAR}/my%20sources`),
    );
    const since = server.received.length;
    files.set(`${AFAR}/my%20sources/a%20letter.md`, SOURCE.replace('fog', 'storm'));
    files.set(`${AFAR}/my%20sources/c.md`, 'The bell is rung by hand.\n');
    await server.filesChanged(`${AFAR}/my%20sources/a%20letter.md`, `${AFAR}/my%20sources/c.md`);
    await ready(server, 2, since);
    expect(await draft.findings()).toEqual([]);
  });

  it('can hold the sources of drafts that are on a disk, beside others', async () => {
    const folder = folderOf({
      '.verbatim.yaml': `corpora: [near, "${AFAR}/my%20sources"]\n`,
      'near/b.md': 'The bell is rung by hand at noon.\n',
    });
    const server = await serverFor(folder, { editorFiles: filesAfar(), initializationOptions: { readsFiles: true } });
    const draft = await server.open(folder.uriOf('draft.md'), `${DRAFT}\n“The bell is rung by foot at noon,” she said.\n`);
    await ready(server, 3);
    expect(await draft.findings()).toEqual(['misquote: storm', 'misquote: foot']);
  });

  it('are missed in plain words where the editor does not give them', async () => {
    const folder = folderOf({ '.verbatim.yaml': `corpora: ["${AFAR}/nowhere"]\n` });
    const server = await serverFor(folder, { editorFiles: filesAfar(), initializationOptions: { readsFiles: true } });
    await server.open(folder.uriOf('draft.md'), DRAFT);
    const { params } = await server.message((message) => message.method === 'verbatim/status' && message.params.kind === 'trouble');
    expect(params.messages.join()).toContain('the editor does not give it');
  });
});
