import { mkdirSync, renameSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CAPABILITIES, type OpenText } from '../support/serverProcess.ts';
import { DRAFT, folderOf, openDraft, SOURCES, serverFor } from './fixture.ts';

const LAMP = 'corpus/harbour-lamp.md';
const { didChangeWatchedFiles: _, ...workspace } = CAPABILITIES.workspace ?? {};
/** A client that does not watch files, and tells nothing of them. */
const BLIND = { ...CAPABILITIES, workspace };

/** Waits until the findings are these. */
async function findingsOnce(draft: OpenText, wanted: readonly string[]): Promise<void> {
  await expect.poll(() => draft.findings(), { timeout: 10_000, interval: 50 }).toEqual(wanted);
}

describe('for a client that does not watch files, the server notices', () => {
  it('a source that is changed, added and removed', async () => {
    const { folder, draft } = await openDraft(DRAFT, { capabilities: BLIND });
    await findingsOnce(draft, ['misquote: storm']);
    folder.write(LAMP, SOURCES[LAMP].replace('outlast the fog', 'outlast the storm'));
    await findingsOnce(draft, []);
    folder.remove(LAMP);
    await findingsOnce(draft, ['quote-not-found: “The lamp has outlasted three mayors and it will outlast the storm,”']);
    folder.write('corpus/deep/er/lamp.md', SOURCES[LAMP]);
    await findingsOnce(draft, ['misquote: storm']);
    folder.write('corpus/deep/er/lamp.md', SOURCES[LAMP].replace('outlast the fog', 'outlast the storm'));
    await findingsOnce(draft, []);
  });

  it('a folder of sources that is moved away and back', async () => {
    const folder = folderOf({ ...SOURCES, 'corpus/lamps/lamp.md': SOURCES[LAMP], 'draft.md': DRAFT });
    folder.remove(LAMP);
    const server = await serverFor(folder, { capabilities: BLIND });
    const draft = await server.open(folder.uriOf('draft.md'), DRAFT);
    await findingsOnce(draft, ['misquote: storm']);
    mkdirSync(folder.pathOf('elsewhere'));
    renameSync(folder.pathOf('corpus/lamps'), folder.pathOf('elsewhere/lamps'));
    await findingsOnce(draft, ['quote-not-found: “The lamp has outlasted three mayors and it will outlast the storm,”']);
    renameSync(folder.pathOf('elsewhere/lamps'), folder.pathOf('corpus/lamps'));
    await findingsOnce(draft, ['misquote: storm']);
  });

  it('a project file, and the file that says what is let stand', async () => {
    const { folder, draft } = await openDraft(DRAFT, { capabilities: BLIND });
    await findingsOnce(draft, ['misquote: storm']);
    folder.write('.verbatim-stet.yaml', '- rule: misquote\n  words: storm\n');
    await findingsOnce(draft, []);
    folder.remove('.verbatim-stet.yaml');
    await findingsOnce(draft, ['misquote: storm']);
    folder.write('.verbatim.yaml', 'severity: { misquote: off }\n');
    await findingsOnce(draft, []);
  });

  it('a corpus that comes to be', async () => {
    const folder = folderOf({ 'draft.md': DRAFT });
    const server = await serverFor(folder, { capabilities: BLIND });
    const draft = await server.open(folder.uriOf('draft.md'), DRAFT);
    expect(await draft.findings()).toEqual([]);
    for (const [name, text] of Object.entries(SOURCES)) folder.write(name, text);
    await findingsOnce(draft, ['misquote: storm']);
  });
});

it('a client that watches is left to it', async () => {
  const { folder, server, draft } = await openDraft();
  await findingsOnce(draft, ['misquote: storm']);
  folder.write(LAMP, SOURCES[LAMP].replace('outlast the fog', 'outlast the storm'));
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(await draft.findings()).toEqual(['misquote: storm']);
  await server.filesChanged(folder.uriOf(LAMP));
  await findingsOnce(draft, []);
});
