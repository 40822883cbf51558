import { describe, expect, it } from 'vitest';
import type {
  FindingFixesResult,
  FindingGroup,
  FindingPageResult,
  FindingsResult,
  ListedFinding,
} from '../../server/src/lsp/findingsProtocol.ts';
import type { Folder, OpenText, ServerProcess, StartOptions } from '../support/serverProcess.ts';
import { DRAFT, folderOf, SOURCES, serverFor } from './fixture.ts';

const SECOND = `“Nobody steers by a buoy that sleeps through the summer,” said Edda Quill.

“People set their clocks by that bell, and they have missed it more than they missed the boat,” said Tobin Marl.
`;
const CLEAN = '“Nobody steers by a buoy that sleeps through the winter,” said Edda Quill.\n';

type Scope = { by: 'draft' | 'rule' | 'source'; all: boolean };
const OPEN: Scope = { by: 'draft', all: false };
const ALL: Scope = { by: 'draft', all: true };

async function newsroom(options: StartOptions = {}): Promise<{ folder: Folder; server: ServerProcess; draft: OpenText }> {
  const folder = folderOf({ ...SOURCES, 'draft.md': DRAFT, 'columns/second.md': SECOND, 'clean.md': CLEAN });
  const server = await serverFor(folder, options);
  return { folder, server, draft: await server.open(folder.uriOf('draft.md'), DRAFT) };
}

const findings = (server: ServerProcess, params: object) => server.request<FindingsResult>('verbatim/findings', params);

async function page(server: ServerProcess, scope: Scope, key: string): Promise<readonly ListedFinding[]> {
  return (await server.request<FindingPageResult>('verbatim/findingPage', { ...scope, key, start: 0 })).findings;
}

const line = ({ name, detail, count, fixable, severity }: FindingGroup) =>
  [name, detail, `${count} ${severity}`, `${fixable} fixable`].filter((part) => part !== null).join(' · ');

describe('the list of findings', () => {
  it('has the open drafts, and every draft when it is asked for', async () => {
    const { server } = await newsroom();
    const counted = { count: 1, drafts: 1, articles: 2, incomplete: false, left: 0, stale: false };
    await expect.poll(() => findings(server, OPEN), { timeout: 10_000 }).toMatchObject(counted);
    const open = await findings(server, OPEN);
    expect(open.groups.map(line)).toEqual(['draft.md · 1 warning · 1 fixable']);
    const all = await findings(server, { ...ALL, check: true });
    expect(all.groups.map(line)).toEqual(['columns/second.md · 2 warning · 2 fixable', 'draft.md · 1 warning · 1 fixable']);
    expect(all).toMatchObject({ count: 3, drafts: 3, left: 0, unread: 0, more: false });
  });

  it('is whole before the editor has begun to watch files', async () => {
    let watch: () => void = () => undefined;
    const beforeWatching = new Promise<void>((resolve) => {
      watch = resolve;
    });
    const { server } = await newsroom({ beforeWatching });
    await server.message(({ method }) => method === 'client/registerCapability');
    await expect.poll(() => findings(server, OPEN), { timeout: 10_000 }).toMatchObject({ count: 1, articles: 2, incomplete: false });
    watch();
  });

  it('is put together by rule and by source', async () => {
    const { server } = await newsroom();
    await findings(server, { ...ALL, check: true });
    const byRule = await findings(server, { by: 'rule', all: true });
    expect(byRule.groups.map(line)).toEqual(['Misquote · 3 warning · 3 fixable']);
    const bySource = await findings(server, { by: 'source', all: true });
    expect(bySource.groups.map(line)).toEqual([
      'A bell for the morning ferry · The Low Coast Observer, 6 February 2024 · 1 warning · 1 fixable',
      'Saltmere keeps its lamp · Saltmere Gazette, 12 March 2024 · 2 warning · 2 fixable',
    ]);
  });

  it('has what the drafts of a folder show only together, though none of them is open', async () => {
    const { folder, server } = await newsroom();
    const said = (word: string) => `Cy Fenn said: “The lamp was lit and the ${word} were wet that night.”\n`;
    folder.write('columns/later.md', said('stairs'));
    folder.write('columns/first.md', said('steps'));
    await findings(server, { ...ALL, check: true });
    const uri = folder.uriOf('columns/later.md');
    const told = async () => (await page(server, ALL, uri)).filter(({ kind }) => kind === 'drafts');
    const message = 'first.md quotes this in other words: “The lamp was lit and the steps were wet that night.”.';
    expect(await told()).toMatchObject([{ rule: 'inconsistent-quote', severity: 'hint', message }]);
    await server.open(uri, said('stairs'));
    await findings(server, ALL);
    expect(await told()).toMatchObject([{ rule: 'inconsistent-quote', message }]);
  });

  it('says of each finding what it is and where', async () => {
    const { folder, server, draft } = await newsroom();
    await findings(server, OPEN);
    const [found] = await page(server, OPEN, draft.uri);
    expect(found).toMatchObject({ uri: draft.uri, draft: 'draft.md', rule: 'misquote', severity: 'warning', words: 'storm' });
    expect(found?.range).toEqual(draft.rangeOf('storm'));
    expect(found?.source).toMatchObject({ uri: folder.uriOf('corpus/harbour-lamp.md'), name: 'Saltmere keeps its lamp' });
    expect(found?.fix).toMatch(/fog/);
  });

  it('follows what is typed, and tells whoever watches it', async () => {
    const { server, draft } = await newsroom();
    await findings(server, OPEN);
    await server.notify('verbatim/watchFindings', { watch: true });
    const before = server.received.length;
    await draft.replace('storm', 'fog');
    await draft.diagnostics();
    await server.message(({ method }) => method === 'verbatim/findingsChanged', before);
    expect(await findings(server, OPEN)).toMatchObject({ count: 0, drafts: 1 });
    await server.notify('verbatim/watchFindings', { watch: false });
    const since = server.received.length;
    await draft.replace('fog', 'storm');
    await draft.diagnostics();
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(server.received.slice(since).map(({ method }) => method)).not.toContain('verbatim/findingsChanged');
  });

  it('follows drafts and sources that change on disk', async () => {
    const { folder, server } = await newsroom();
    await findings(server, { ...ALL, check: true });
    folder.write('columns/second.md', SECOND.replace('summer', 'winter'));
    await server.filesChanged(folder.uriOf('columns/second.md'));
    expect((await findings(server, ALL)).count).toBe(2);
    folder.remove('columns/second.md');
    await server.filesChanged(folder.uriOf('columns/second.md'));
    expect(await findings(server, ALL)).toMatchObject({ count: 1, drafts: 2 });
    folder.write('corpus/harbour-lamp.md', SOURCES['corpus/harbour-lamp.md'].replace('the winter', 'every winter'));
    const before = server.received.length;
    await server.filesChanged(folder.uriOf('corpus/harbour-lamp.md'));
    await server.message(({ method }) => method === 'workspace/diagnostic/refresh', before);
    const check = () => findings(server, { ...ALL, check: true });
    await expect.poll(check, { timeout: 10_000 }).toMatchObject({ count: 2, drafts: 2 });
  });

  it('finds what the command line finds: neither sources nor what is left out are drafts', async () => {
    const { folder, server } = await newsroom();
    folder.write('.verbatim.yaml', 'exclude: [columns]\n');
    await server.filesChanged(folder.uriOf('.verbatim.yaml'));
    expect((await findings(server, { ...ALL, check: true })).groups.map(({ name }) => name)).toEqual(['draft.md']);
  });
});

describe('fixes of findings', () => {
  it('are given for some of them, draft by draft', async () => {
    const { folder, server, draft } = await newsroom();
    await findings(server, { ...ALL, check: true });
    const fixes = (params: object) => server.request<FindingFixesResult>('verbatim/findingFixes', { ...ALL, ...params });
    const [one] = await page(server, ALL, draft.uri);
    const single = await fixes({ ids: [one?.id] });
    expect(single).toMatchObject({ fixes: 1, left: 0, drafts: [{ uri: draft.uri, version: 1, edits: [{ newText: 'fog' }] }] });
    const many = await fixes({ keys: [folder.uriOf('columns/second.md'), draft.uri] });
    expect(many.fixes).toBe(3);
    expect(many.drafts.map(({ name, version, edits }) => `${name} ${version} ${edits.map(({ newText }) => newText)}`)).toEqual([
      'columns/second.md null winter,kettles',
      'draft.md 1 fog',
    ]);
    const [edit] = many.drafts[1]?.edits ?? [];
    if (edit) await draft.edit([{ range: edit.range, newText: edit.newText }]);
    expect(draft.text).toContain('outlast the fog');
    // They are for drafts as they are now.
    expect(await fixes({ keys: [draft.uri] })).toMatchObject({ fixes: 0, drafts: [] });
  });
});
