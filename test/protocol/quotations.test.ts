import { describe, expect, it } from 'vitest';
import type { ClientCapabilities, CodeLens, DocumentSymbol, InlayHint, MarkupContent, SymbolInformation } from 'vscode-languageserver';
import { CAPABILITIES, type OpenText, type Received, type ServerProcess, type StartOptions } from '../support/serverProcess.ts';
import { DRAFT, folderOf, openDraft, SOURCES, serverFor } from './fixture.ts';

/** What is added to what a full-grown editor can do. */
function able(textDocument: ClientCapabilities['textDocument'], workspace: ClientCapabilities['workspace'] = {}): ClientCapabilities {
  return {
    ...CAPABILITIES,
    textDocument: { ...CAPABILITIES.textDocument, ...textDocument },
    workspace: { ...CAPABILITIES.workspace, ...workspace },
  };
}

const ALL = able(
  { inlayHint: { dynamicRegistration: true }, codeLens: { dynamicRegistration: true } },
  { inlayHint: { refreshSupport: true }, codeLens: { refreshSupport: true } },
);

const registers =
  (method: string, how = 'client/registerCapability') =>
  (message: Received) =>
    message.method === how &&
    ((message.params.registrations ?? message.params.unregisterations) as { method: string }[]).some((one) => one.method === method);

async function set(server: ServerProcess, settings: unknown): Promise<void> {
  server.settings = settings;
  await server.notify('workspace/didChangeConfiguration', { settings: null });
}

/** Does what an editor does each time that it is told to ask again, until it has the answer: it may still be told of the first reading. */
async function untilAsked(server: ServerProcess, { method, since }: { method: string; since: number }, isThere: () => Promise<boolean>) {
  let told: Received;
  let from = since;
  do {
    told = await server.message((message) => message.method === method, from);
    from = server.received.indexOf(told) + 1;
  } while (!(await isThere()));
}

const wholeOf = (draft: OpenText) => ({ start: { line: 0, character: 0 }, end: draft.positionAt(draft.text.length) });
const hintsOf = (server: ServerProcess, draft: OpenText, range = wholeOf(draft)) =>
  server.request<InlayHint[] | null>('textDocument/inlayHint', { textDocument: draft.id, range });
const lensesOf = (server: ServerProcess, draft: OpenText) =>
  server.request<CodeLens[] | null>('textDocument/codeLens', { textDocument: draft.id });
const labelOf = ({ label }: InlayHint) => (typeof label === 'string' ? label : label.map(({ value }) => value).join(''));

describe('the card of a quotation', () => {
  const cardAt = async (words: string, options: StartOptions = {}) => {
    const { draft } = await openDraft(DRAFT, options);
    const hover = await draft.hover(draft.at(words));
    return hover ? (hover.contents as MarkupContent).value : '';
  };

  it('shows what the draft has beside what the source has', async () => {
    expect(await cardAt('storm')).toContain('outlast the ~~storm~~ **fog**');
  });

  it('has links for a client that names commands, and those alone that it names', async () => {
    expect(await cardAt('storm')).not.toContain('command:');
    const commands = { open: 'my.open', replace: 'my.replace', letStand: 'not a [command]' };
    const card = await cardAt('storm', { initializationOptions: { commands } });
    expect([...card.matchAll(/\]\(command:([\w.]+)\?/g)].map(([, name]) => name)).toEqual(['my.open', 'my.replace']);
  });
});

describe('the symbols of a draft', () => {
  const ask = (server: ServerProcess, draft: OpenText) => server.request('textDocument/documentSymbol', { textDocument: draft.id });

  it('are its quotations with verdicts', async () => {
    const documentSymbol = { hierarchicalDocumentSymbolSupport: true };
    const { server, draft } = await openDraft(DRAFT, { capabilities: able({ documentSymbol }) });
    expect(server.result.capabilities.documentSymbolProvider).toEqual({ label: 'Quotations' });
    const symbols: DocumentSymbol[] = await ask(server, draft);
    expect(symbols.map(({ name, detail }) => [name, detail])).toEqual([
      ['“The lamp has outlasted …”', 'misquoted · Edda Quill'],
      ['“People set their kettles …”', 'verified · Tobin Marl'],
    ]);
    expect(symbols.map(({ selectionRange }) => draft.covered(selectionRange))[1]).toMatch(/^“People set .* the boat,”$/);
  });

  it('are a list for a client that takes no tree', async () => {
    const { server, draft } = await openDraft();
    const symbols: SymbolInformation[] = await ask(server, draft);
    expect(symbols.map(({ name, location }) => [name, draft.covered(location.range).slice(0, 9)])).toEqual([
      ['“The lamp has outlasted …” (misquoted · Edda Quill)', '“The lamp'],
      ['“People set their kettles …” (verified · Tobin Marl)', '“People s'],
    ]);
  });

  describe('are asked for again by a client that can be told of them later', () => {
    const capabilities = able({ documentSymbol: { hierarchicalDocumentSymbolSupport: true, dynamicRegistration: true } });
    const registered = registers('textDocument/documentSymbol');
    const unregistered = registers('textDocument/documentSymbol', 'client/unregisterCapability');
    const detailsOf = async (server: ServerProcess, draft: OpenText) => {
      const symbols: DocumentSymbol[] | null = await ask(server, draft);
      return symbols?.map(({ detail }) => detail) ?? null;
    };

    it('when a draft has been checked, or checked again', async () => {
      const { server, draft } = await openDraft(DRAFT, { capabilities, settings: { check: 'on-demand' } });
      expect(server.result.capabilities).not.toHaveProperty('documentSymbolProvider');
      const { params } = await server.message(registered);
      expect(params.registrations[0].registerOptions).toEqual({ documentSelector: null, label: 'Quotations' });
      expect(await detailsOf(server, draft)).toBeNull();
      const before = server.received.length;
      await server.request('verbatim/check', draft.id);
      await draft.report();
      await server.message(unregistered, before);
      // Never is there a moment without one.
      const told = server.received.slice(before);
      expect(told.findIndex(registered)).toBeLessThan(told.findIndex(unregistered));
      expect(await detailsOf(server, draft)).toEqual(['misquoted · Edda Quill', 'verified · Tobin Marl']);
    });

    it('when its sources are others, and not for what the client asks by itself', async () => {
      const { folder, server, draft } = await openDraft(DRAFT, { capabilities });
      await server.message(registered);
      await expect.poll(() => detailsOf(server, draft), { timeout: 10_000 }).toEqual(['misquoted · Edda Quill', 'verified · Tobin Marl']);
      const settled = server.received.length;
      await draft.replace('A light', 'Light');
      await draft.report();
      await detailsOf(server, draft);
      await draft.report();
      const before = server.received.length;
      folder.write('corpus/harbour-lamp.md', SOURCES['corpus/harbour-lamp.md'].replace('the fog', 'the storm'));
      await server.filesChanged(folder.uriOf('corpus/harbour-lamp.md'));
      const told = { method: 'workspace/diagnostic/refresh', since: before };
      await untilAsked(server, told, async () => (await draft.findings()).length === 0);
      await server.message(unregistered, before);
      expect(server.received.slice(settled).filter(unregistered)).toHaveLength(1);
      expect(await detailsOf(server, draft)).toEqual(['verified · Edda Quill', 'verified · Tobin Marl']);
    });
  });

  it('are none for a source', async () => {
    const folder = folderOf(SOURCES);
    const server = await serverFor(folder);
    const source = await server.open(folder.uriOf('corpus/harbour-lamp.md'), folder.read('corpus/harbour-lamp.md'));
    expect(await ask(server, source)).toBeNull();
  });
});

describe('sources in the text', () => {
  it('are off: a client that can be told later is not told, and another gets none', async () => {
    const { server, draft } = await openDraft(DRAFT, { capabilities: ALL });
    await draft.findings();
    expect(server.received.some(registers('textDocument/inlayHint')) || server.received.some(registers('textDocument/codeLens'))).toBe(
      false,
    );
    expect(server.result.capabilities).not.toHaveProperty('inlayHintProvider');
    expect(server.result.capabilities).not.toHaveProperty('codeLensProvider');
    expect(await hintsOf(server, draft)).toBeNull();
    expect(await lensesOf(server, draft)).toBeNull();
  });

  it('stand behind quotations where they are switched on, and no longer when they are switched off', async () => {
    const { server, draft } = await openDraft(DRAFT, { capabilities: ALL, settings: { sourceHints: 'inlay' } });
    await server.message(registers('textDocument/inlayHint'));
    const hints = (await hintsOf(server, draft)) ?? [];
    expect(hints.map(labelOf)).toEqual(['Saltmere Gazette, 12 March 2024', 'Low Coast Observer, 6 February 2024']);
    expect(hints.map(({ position }) => draft.text.slice(0, draft.offsetAt(position)).slice(-7))).toEqual(['storm,”', ' boat,”']);
    const first = { start: draft.at('“The lamp'), end: draft.at('storm') };
    expect(((await hintsOf(server, draft, first)) ?? []).map(labelOf)).toEqual(['Saltmere Gazette, 12 March 2024']);
    await set(server, { sourceHints: 'off' });
    await server.message(registers('textDocument/inlayHint', 'client/unregisterCapability'));
    expect(await hintsOf(server, draft)).toBeNull();
  });

  it('stand above lines as lenses, which open the source', async () => {
    const settings = { sourceHints: 'lens' };
    const { folder, server, draft } = await openDraft(DRAFT, {
      capabilities: ALL,
      settings,
      initializationOptions: { commands: { open: 'my.open' } },
    });
    await server.message(registers('textDocument/codeLens'));
    const [lens] = (await lensesOf(server, draft)) ?? [];
    expect(lens).toMatchObject({
      range: { start: { line: 2 } },
      command: { title: 'Saltmere Gazette, 12 March 2024', command: 'my.open', arguments: [folder.uriOf('corpus/harbour-lamp.md'), {}] },
    });
    expect(await hintsOf(server, draft)).toBeNull();
  });

  it('are asked for again when the sources change', async () => {
    const { folder, server, draft } = await openDraft(DRAFT, { capabilities: ALL, settings: { sourceHints: 'inlay' } });
    await server.message(registers('textDocument/inlayHint'));
    await hintsOf(server, draft);
    const since = server.received.length;
    folder.write('corpus/harbour-lamp.md', SOURCES['corpus/harbour-lamp.md'].replace('Saltmere Gazette', 'Quay Courier'));
    await server.filesChanged(folder.uriOf('corpus/harbour-lamp.md'));
    const first = async () => ((await hintsOf(server, draft)) ?? []).map(labelOf)[0];
    await untilAsked(
      server,
      { method: 'workspace/inlayHint/refresh', since },
      async () => (await first()) !== 'Saltmere Gazette, 12 March 2024',
    );
    expect(await first()).toBe('Quay Courier, 12 March 2024');
  });

  it('are announced at once to a client that cannot be told later, which is told to ask again', async () => {
    const capabilities = able({ inlayHint: {}, codeLens: {} }, { codeLens: { refreshSupport: true } });
    const { server, draft } = await openDraft(DRAFT, { capabilities });
    expect(server.result.capabilities).toMatchObject({ inlayHintProvider: true, codeLensProvider: {} });
    await set(server, { sourceHints: 'lens' });
    await server.message(({ method }) => method === 'workspace/codeLens/refresh');
    expect(((await lensesOf(server, draft)) ?? []).map(({ command }) => command)).toEqual([
      { title: 'Saltmere Gazette, 12 March 2024', command: '' },
      { title: 'Low Coast Observer, 6 February 2024', command: '' },
    ]);
  });

  it('are set by what a client sends that cannot be asked', async () => {
    const capabilities = able({ inlayHint: {} }, { configuration: false });
    const options = { capabilities, initializationOptions: { settings: { sourceHints: 'inlay' } } };
    const { server, draft } = await openDraft(DRAFT, options);
    expect(await hintsOf(server, draft)).toHaveLength(2);
  });
});
