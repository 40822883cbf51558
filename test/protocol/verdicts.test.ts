import { describe, expect, it } from 'vitest';
import type { Hover, MarkupContent, Range } from 'vscode-languageserver';
import type { VerdictsResult } from '../../server/src/lsp/protocol.ts';
import type { OpenText, Received, ServerProcess } from '../support/serverProcess.ts';
import { CAPABILITIES } from '../support/serverProcess.ts';
import { DRAFT, folderOf, openDraft, SOURCES, serverFor } from './fixture.ts';

const refreshed = ({ method }: Received) => method === 'workspace/diagnostic/refresh';
const PATIENTLY = { timeout: 10_000, interval: 20 };

const asked = (draft: OpenText) => ({ textDocument: draft.id });
const cardOf = (contents: Hover['contents'] | undefined) => (contents as MarkupContent | undefined)?.value ?? '';

/** The refresh that follows the reading at the start must not be taken for another. */
async function settled(server: ServerProcess): Promise<void> {
  await server.message(({ method, params }) => method === 'verbatim/status' && params.kind !== 'indexing');
  await new Promise((resolve) => setTimeout(resolve, 150));
}

async function type(draft: OpenText, after: string, letters: string): Promise<void> {
  for (const [i, newText] of [...letters].entries()) {
    const at = draft.at(after, after.length + i);
    await draft.edit([{ range: { start: at, end: at }, newText }]);
  }
}

describe('verdicts', () => {
  const ask = (server: ServerProcess, draft: OpenText): Promise<VerdictsResult | null> => server.request('verbatim/verdicts', draft.id);
  const told = (draft: OpenText, result: VerdictsResult | null) =>
    result?.quotations.map(({ range, verdict, source }) => [verdict, draft.covered(range).slice(0, 11), source]);

  it('are what the last check made of each quotation, without another check', async () => {
    const { server, draft } = await openDraft();
    await draft.report();
    const result = await ask(server, draft);
    expect(result?.version).toBe(1);
    expect(told(draft, result)).toEqual([
      ['misquoted', '“The lamp h', 'Saltmere Gazette, 12 March 2024'],
      ['verified', '“People set', 'The Low Coast Observer, 6 February 2024'],
    ]);
    const [, second] = result?.quotations ?? [];
    expect(second?.pieces.map((piece) => draft.covered(piece))).toEqual([
      'People set their kettles by that bell, and they have missed it more than they missed the boat,',
    ]);
    await draft.replace('storm', 'fog');
    expect(await ask(server, draft)).toBeNull();
  });

  it('are told to have changed after each check, to clients that ask for them', async () => {
    const { server, draft } = await openDraft();
    await settled(server);
    await draft.report();
    const checked = ({ method, params }: Received) => method === 'verbatim/checked' && params.uri === draft.uri;
    expect(server.received.some(checked)).toBe(false);
    await ask(server, draft);
    const seen = server.received.length;
    await draft.replace('storm', 'fog');
    await draft.report();
    await server.message(checked, seen);
    expect(told(draft, await ask(server, draft))?.map(([verdict]) => verdict)).toEqual(['verified', 'verified']);
  });

  it('are none for a source', async () => {
    const { folder, server } = await openDraft();
    const source = await server.open(folder.uriOf('corpus/harbour-lamp.md'), SOURCES['corpus/harbour-lamp.md']);
    expect(await ask(server, source)).toEqual({ version: 1, quotations: [] });
  });
});

describe('a word that is being typed', () => {
  it('is not found fault with until the typing pauses, and then the client is told to ask again', async () => {
    const { server, draft } = await openDraft(DRAFT.replace('storm', 'fog').replace('the boat', 'the '));
    await settled(server);
    const before = (await draft.findings()).length;
    const seen = server.received.length;
    await type(draft, 'they missed the ', 'goat');
    const held = await draft.report();
    expect(held).toMatchObject({ kind: 'full' });
    expect((await draft.findings()).length).toBeLessThanOrEqual(before);
    expect(await draft.findings()).not.toContain('misquote: goat');
    await server.message(refreshed, seen);
    const after = await draft.report(held.resultId);
    expect(after).toMatchObject({ kind: 'full', items: [{ code: 'misquote', range: draft.rangeOf('goat') }] });
    expect(await draft.report(after.resultId)).toMatchObject({ kind: 'unchanged' });
  });

  it('is found fault with when it is done', async () => {
    const { draft } = await openDraft(DRAFT.replace('storm', 'fog').replace('the boat,”', 'the '));
    await type(draft, 'they missed the ', 'goat');
    await type(draft, 'the goat', ',” ');
    expect(await draft.findings()).toEqual(['misquote: goat']);
  });

  it('keeps what was found before', async () => {
    const { draft } = await openDraft();
    expect(await draft.findings()).toEqual(['misquote: storm']);
    await type(draft, 'outlast the storm', 's');
    expect(await draft.findings()).toEqual(['misquote: storms']);
  });

  it('is waited for with a client that is sent diagnostics, too', async () => {
    const { diagnostic: _, ...textDocument } = CAPABILITIES.textDocument ?? {};
    const text = DRAFT.replace('storm', 'fog').replace('the boat', 'the boa');
    const { server, draft } = await openDraft(text, { capabilities: { ...CAPABILITIES, textDocument } });
    const of = (version: number) => (message: Received) =>
      message.method === 'textDocument/publishDiagnostics' && message.params.uri === draft.uri && message.params.version === version;
    await server.message(of(1));
    await type(draft, 'missed the boa', 't');
    await server.message(of(2));
    const seen = server.received.length;
    await draft.edit([{ range: draft.rangeOf('boat'), newText: 'goat' }]);
    expect((await server.message(of(3), seen)).params.diagnostics).toEqual([]);
    const later = await server.message((message) => of(3)(message) && message.params.diagnostics.length > 0, seen);
    expect(draft.covered(later.params.diagnostics[0].range)).toBe('goat');
  });
});

describe('a long draft', () => {
  const filler = Array.from(
    { length: 400 },
    (_, at) => `Paragraph ${at} says that nothing of note was moored beside the pier on day ${at}.`,
  );
  const wrong = (words: string) => `“The lamp has outlasted three mayors and it will outlast the ${words},” said Edda Quill.`;
  const long = [wrong('storm'), ...filler, wrong('snow'), ...filler, wrong('hail')].join('\n\n');
  const whole = ['misquote: storm', 'misquote: snow', 'misquote: hail'];
  const found = ({ items }: { items: readonly { code?: unknown; range: Parameters<OpenText['covered']>[0] }[] }, draft: OpenText) =>
    items.filter(({ code }) => code === 'misquote').map(({ code, range }) => `${String(code)}: ${draft.covered(range)}`);

  it('is told of where it begins first, then whole', async () => {
    const { server, draft } = await openDraft(long);
    await settled(server);
    const seen = server.received.length;
    const first = await draft.report();
    expect(first.kind === 'full' && found(first, draft)).toEqual(['misquote: storm']);
    await server.message(refreshed, seen);
    const second = await draft.report(first.resultId);
    expect(second.kind === 'full' && found(second, draft)).toEqual(whole);
    expect(await draft.report(second.resultId)).toMatchObject({ kind: 'unchanged' });
    // From then on a keystroke is told of at once, wherever it is.
    await draft.replace('the hail', 'the fog');
    const third = await draft.report(second.resultId);
    expect(third.kind === 'full' && found(third, draft)).toEqual(whole.slice(0, 2));
  });

  it('is told of where it is in view first, if the client says what is', async () => {
    const { server, draft } = await openDraft(long);
    await settled(server);
    await server.notify('verbatim/visible', { uri: draft.uri, range: draft.rangeOf(wrong('snow')) });
    const first = await draft.report();
    expect(first.kind === 'full' && found(first, draft)).toEqual(['misquote: snow']);
    await expect.poll(() => draft.findings(), PATIENTLY).toEqual(expect.arrayContaining(whole));
  });

  it('is waited for by a client that cannot be told to ask again', async () => {
    const { server, draft } = await openDraft(long, {
      capabilities: { ...CAPABILITIES, workspace: { ...CAPABILITIES.workspace, diagnostics: {} } },
    });
    await settled(server);
    const first = await draft.report();
    expect(first.kind === 'full' && found(first, draft)).toEqual(whole);
  });
});

describe('a draft is checked', () => {
  it('when it is saved, if the settings say so', async () => {
    const { server, draft } = await openDraft(DRAFT, { settings: { check: 'on-save' } });
    await settled(server);
    const first = await draft.report();
    expect(first).toMatchObject({ kind: 'full', items: [{ code: 'misquote' }] });
    await draft.replace('storm', 'fog');
    expect(await draft.report(first.resultId)).toEqual({ kind: 'unchanged', resultId: first.resultId });
    const seen = server.received.length;
    await server.notify('textDocument/didSave', { textDocument: draft.id });
    await server.message(refreshed, seen);
    expect(await draft.report(first.resultId)).toMatchObject({ kind: 'full', items: [] });
  });

  it('when it is asked about, if the settings say so', async () => {
    const { server, draft } = await openDraft(DRAFT, { settings: { check: 'on-demand' } });
    await settled(server);
    expect(await draft.report()).toEqual({ kind: 'full', items: [] });
    const unasked = ({ method, params }: Received) =>
      method === 'verbatim/status' && JSON.stringify(params).includes('has not been checked');
    await server.message(unasked);
    expect(await server.request('verbatim/verdicts', draft.id)).toBeNull();
    const seen = server.received.length;
    expect(await server.request('verbatim/check', draft.id)).toMatchObject({ findings: 1 });
    await server.message(refreshed, seen);
    const report = await draft.report();
    expect(report).toMatchObject({ kind: 'full', items: [{ code: 'misquote' }] });
    await server.message((message) => message.method === 'verbatim/status' && !unasked(message), seen);
    await draft.replace('storm', 'fog');
    expect(await draft.report(report.resultId)).toMatchObject({ kind: 'unchanged' });
  });

  it('for nothing that is only shown: a hover, hints and the outline tell of the last check', async () => {
    const { server, draft } = await openDraft(DRAFT, { settings: { check: 'on-save' } });
    await settled(server);
    await draft.report();
    const card = (words: string) => draft.hover(draft.at(words)).then((hover) => cardOf(hover?.contents));
    const verdicts = async () => {
      const symbols = await server.request<{ name: string; location: { range: Range } }[]>('textDocument/documentSymbol', asked(draft));
      return symbols.map(({ name, location }) => [name.replace(/^.*\((.*) · .*$/, '$1'), draft.covered(location.range).slice(-9)]);
    };
    // Elsewhere than in the quotations: all is as it was, where it stands now.
    await draft.replace('# A light', '# What is left of a light');
    expect(await card('outlast')).toContain('~~storm~~ **fog**');
    expect(draft.covered((await draft.hover(draft.at('kettles')))?.range as Range)).toContain('“People set their kettles');
    expect(await draft.hover(draft.at('left of'))).toBeNull();
    expect(await verdicts()).toEqual([
      ['misquoted', 'e storm,”'],
      ['verified', 'he boat,”'],
    ]);
    // In one of them: its passage is shown, and nothing said of what is written.
    await draft.replace('storm', 'fog');
    expect(await card('outlast')).toMatch(/^\*\*Changed since the last check\.\*\*/);
    expect(await card('outlast')).toContain('it will outlast the fog,” said Edda Quill');
    expect(await card('kettles')).toMatch(/^\*\*Verified/);
    expect(await verdicts()).toEqual([
      ['not checked', 'the fog,”'],
      ['verified', 'he boat,”'],
    ]);
    // A quotation that was not there then is not there now.
    const start = draft.at('“People');
    await draft.edit([{ range: { start, end: start }, newText: '“A bell for the morning,” said Tobin Marl.\n\n' }]);
    expect(await draft.hover(draft.at('bell for the'))).toBeNull();
    expect(await verdicts()).toHaveLength(2);
    // From a client that sends all of its text only what is other is taken for changed.
    const whole = {
      textDocument: { uri: draft.uri, version: ++draft.version },
      contentChanges: [{ text: draft.text.replace('# What is left', '# All that was left') }],
    };
    await server.notify('textDocument/didChange', whole);
    expect(await card('kettles')).toMatch(/^\*\*Verified/);
    await server.notify('textDocument/didSave', { textDocument: draft.id });
    expect(await card('outlast')).toMatch(/^\*\*Verified/);
    expect(await verdicts()).toHaveLength(3);
  });

  it('for no lightbulb, but for the fixes that somebody asks for', async () => {
    const { server, draft } = await openDraft(DRAFT, { settings: { check: 'on-demand' } });
    await settled(server);
    const titles = async (context: object) => {
      const params = { textDocument: draft.id, range: draft.rangeOf('storm'), context: { diagnostics: [], ...context } };
      return (await server.request<{ title: string }[]>('textDocument/codeAction', params)).map(({ title }) => title);
    };
    expect(await draft.hover(draft.at('storm'))).toBeNull();
    expect(await titles({ triggerKind: 2 })).toEqual([]);
    expect(await titles({ triggerKind: 1 })).not.toEqual([]);
    expect(await titles({ triggerKind: 2, only: ['source.fixAll'] })).toHaveLength(1);
    await server.request('verbatim/check', draft.id);
    expect(await titles({ triggerKind: 2 })).not.toEqual([]);
    const told = await draft.diagnostics();
    await draft.replace('A light', 'Light');
    expect(await titles({ triggerKind: 2 })).toEqual([]);
    expect(told).toHaveLength(1);
    expect(await titles({ triggerKind: 2, diagnostics: told })).not.toEqual([]);
  });

  it('when its project file says, whatever the editor is set to', async () => {
    const folder = folderOf({ ...SOURCES, '.verbatim.yaml': 'check: while-typing\n' });
    const server = await serverFor(folder, { settings: { check: 'on-demand' } });
    const draft = await server.open(folder.uriOf('draft.md'), DRAFT);
    expect(await draft.findings()).toEqual(['misquote: storm']);
  });

  it('and nothing is sent before, to a client that is sent diagnostics', async () => {
    const { diagnostic: _, ...textDocument } = CAPABILITIES.textDocument ?? {};
    const { server, draft } = await openDraft(DRAFT, {
      capabilities: { ...CAPABILITIES, textDocument },
      settings: { check: 'on-demand' },
    });
    await settled(server);
    const sent = () =>
      server.received.filter(({ method, params }) => method === 'textDocument/publishDiagnostics' && params.uri === draft.uri);
    expect(sent()).toEqual([]);
    await server.request('verbatim/check', draft.id);
    await expect.poll(() => sent().at(-1)?.params.diagnostics.length, PATIENTLY).toBe(1);
  });
});
