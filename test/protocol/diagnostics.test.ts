import { describe, expect, it } from 'vitest';
import { LSPErrorCodes } from 'vscode-languageserver';
import { CAPABILITIES } from '../support/serverProcess.ts';
import { DRAFT, folderOf, openDraft, SOURCES, serverFor } from './fixture.ts';

/** What happens on disk is told to the client a little later, and the reading at the start may be told at the same time. */
const PATIENTLY = { timeout: 10_000, interval: 20 };
const refreshed = ({ method }: { method: string }) => method === 'workspace/diagnostic/refresh';

describe('diagnostics', () => {
  it('mark the changed word alone, and lead to the rule and to the source', async () => {
    const { folder, draft } = await openDraft(DRAFT, { initializationOptions: { rulePages: 'file:///pages' } });
    const diagnostics = await draft.diagnostics();
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]).toMatchObject({
      range: draft.rangeOf('storm'),
      severity: 2,
      source: 'verbatim',
      code: 'misquote',
      codeDescription: { href: 'file:///pages/misquote.md' },
      data: { rule: 'misquote' },
    });
    const [related] = diagnostics[0]?.relatedInformation ?? [];
    expect(related?.location.uri).toBe(folder.uriOf('corpus/harbour-lamp.md'));
    expect(related?.location.range.start.line).toBe(9);
    expect(related?.message).toMatch(/^“The lamp has outlasted .* — Saltmere keeps its lamp, Saltmere Gazette, 12 March 2024$/);
  });

  it('do not repeat the passage where the editor shows it in the hover beside them', async () => {
    const { draft } = await openDraft(DRAFT, { initializationOptions: { hoversWithFindings: true } });
    const [diagnostic] = await draft.diagnostics();
    expect(diagnostic?.relatedInformation?.map(({ message }) => message)).toEqual([
      'The source: Saltmere keeps its lamp, Saltmere Gazette, 12 March 2024',
    ]);
  });

  it('are not sent again while nothing has changed', async () => {
    const { draft } = await openDraft();
    const first = await draft.report();
    expect(first.kind).toBe('full');
    expect(await draft.report(first.resultId)).toEqual({ kind: 'unchanged', resultId: first.resultId });
    await draft.replace('# A light', '# The light');
    const second = await draft.report(first.resultId);
    expect(second.kind).toBe('full');
    expect(second.resultId).not.toBe(first.resultId);
  });

  it('follow what is typed', async () => {
    const { draft } = await openDraft();
    expect(await draft.findings()).toEqual(['misquote: storm']);
    await draft.replace('storm', 'fog');
    expect(await draft.findings()).toEqual([]);
    await draft.replace('missed the boat', 'missed the goat');
    expect(await draft.findings()).toEqual(['misquote: goat']);
  });

  it('follow the sources on disk', async () => {
    const { folder, server, draft } = await openDraft();
    const before = await draft.report();
    const seen = server.received.length;
    folder.write('corpus/harbour-lamp.md', SOURCES['corpus/harbour-lamp.md'].replace('outlast the fog', 'outlast the storm'));
    await server.filesChanged(folder.uriOf('corpus/harbour-lamp.md'));
    await server.message(refreshed, seen);
    await expect.poll(() => draft.report(before.resultId), PATIENTLY).toMatchObject({ kind: 'full', items: [] });
  });

  it('follow a source that is removed and one that is added', async () => {
    const { folder, server, draft } = await openDraft();
    await draft.report();
    let seen = server.received.length;
    folder.remove('corpus/ferry-bell.md');
    await server.filesChanged(folder.uriOf('corpus/ferry-bell.md'));
    await server.message(refreshed, seen);
    await expect
      .poll(() => draft.findings(), PATIENTLY)
      .toEqual(['misquote: storm', expect.stringMatching(/^quote-not-found: “People set/)]);

    seen = server.received.length;
    folder.write('corpus/more/bell.md', SOURCES['corpus/ferry-bell.md']);
    await server.filesChanged(folder.uriOf('corpus/more'));
    await server.message(refreshed, seen);
    await expect.poll(() => draft.findings(), PATIENTLY).toEqual(['misquote: storm']);
  });

  it('are none for a file of the corpus, open or not', async () => {
    const { folder, server } = await openDraft();
    const source = await server.open(folder.uriOf('corpus/harbour-lamp.md'), DRAFT);
    expect(await source.report()).toEqual({ kind: 'full', items: [] });
  });

  it('are there for a draft that was never saved', async () => {
    const folder = folderOf(SOURCES);
    const server = await serverFor(folder);
    const draft = await server.open('untitled:Untitled-1', DRAFT);
    expect(await draft.findings()).toEqual(['misquote: storm']);
  });

  it('are there for each of several workspace folders, by its own sources', async () => {
    const one = folderOf(SOURCES);
    const other = folderOf({ 'corpus/other.md': SOURCES['corpus/harbour-lamp.md'].replaceAll('the fog', 'the storm') });
    const server = await serverFor(null, { folders: [one.path, other.path] });
    const first = await server.open(one.uriOf('draft.md'), DRAFT.split('\n“People')[0] as string);
    const second = await server.open(other.uriOf('draft.md'), first.text);
    expect(await first.findings()).toEqual(['misquote: storm']);
    expect(await second.findings()).toEqual([]);
  });

  it('are as loud as the editor is set, and change with its settings', async () => {
    const { server, draft } = await openDraft(DRAFT, { settings: { severity: { misquote: 'hint' } } });
    expect((await draft.diagnostics()).map(({ severity }) => severity)).toEqual([4]);
    server.settings = { severity: { misquote: 'off' } };
    await server.notify('workspace/didChangeConfiguration', { settings: null });
    expect(await draft.diagnostics()).toEqual([]);
  });

  it('are sent to a client that does not ask for them', async () => {
    const { diagnostic: _, ...textDocument } = CAPABILITIES.textDocument ?? {};
    const { folder, server, draft } = await openDraft(DRAFT, { capabilities: { ...CAPABILITIES, textDocument } });
    expect(server.result.capabilities.diagnosticProvider).toBeUndefined();
    const sent = (version: number) =>
      server.message(
        ({ method, params }) =>
          method === 'textDocument/publishDiagnostics' &&
          params.uri === draft.uri &&
          params.version === version &&
          params.diagnostics.length === (version === 1 ? 1 : 0),
      );
    expect((await sent(1)).params.diagnostics[0]).toMatchObject({ code: 'misquote', range: draft.rangeOf('storm') });
    await draft.replace('storm', 'fog');
    await sent(2);
    const seen = server.received.length;
    folder.write('corpus/harbour-lamp.md', SOURCES['corpus/harbour-lamp.md'].replaceAll('three mayors', 'four mayors'));
    await server.filesChanged(folder.uriOf('corpus/harbour-lamp.md'));
    const again = await server.message(
      ({ method, params }) => method === 'textDocument/publishDiagnostics' && params.diagnostics.length > 0,
      seen,
    );
    expect(draft.covered(again.params.diagnostics[0].range)).toBe('three');
  });

  it('count in the lines of a draft with Windows line ends, after letters outside the basic plane', async () => {
    const text = DRAFT.replace('# A light', '# 😀 Épée 𝔣 light').replace('“The lamp', '😀 “The lamp').replaceAll('\n', '\r\n');
    const { draft } = await openDraft(text);
    expect(await draft.findings()).toEqual(['misquote: storm']);
    await draft.replace('storm', 'fog');
    expect(await draft.findings()).toEqual([]);
  });

  it('count in bytes with a client that does', async () => {
    const text = DRAFT.replace('“The lamp', '😀é “The lamp');
    const { server, draft } = await openDraft(text, { capabilities: { ...CAPABILITIES, general: { positionEncodings: ['utf-8'] } } });
    const [found] = await draft.diagnostics();
    const line = text.split('\n')[2] as string;
    expect(found?.range.start.character).toBe(Buffer.byteLength(line.slice(0, line.indexOf('storm'))));
    expect((found?.range.end.character ?? 0) - (found?.range.start.character ?? 0)).toBe(5);
    // The changes that such a client sends count in bytes as well.
    await server.notify('textDocument/didChange', {
      textDocument: { uri: draft.uri, version: 2 },
      contentChanges: [{ range: found?.range, text: 'fog' }],
    });
    expect(await draft.diagnostics()).toEqual([]);
  });

  it('beside another draft of the folder come when that one is opened, and go when it is closed', async () => {
    const { server, folder, draft } = await openDraft('Cy Fenn said: “The lamp was lit and the steps were wet.”\n');
    expect(await draft.findings()).toEqual(['quote-not-found: “The lamp was lit and the steps were wet.”']);
    const other = await server.open(folder.uriOf('another.md'), 'Cy Fenn said: “The lamp was lit and the stairs were wet.”\n');
    let seen = server.received.length;
    expect((await other.diagnostics()).map(({ code }) => code)).toEqual(['quote-not-found']);
    await server.message(refreshed, seen);
    expect((await draft.diagnostics()).map(({ code }) => code)).toEqual(['inconsistent-quote', 'quote-not-found']);
    seen = server.received.length;
    await server.notify('textDocument/didClose', { textDocument: { uri: other.uri } });
    await server.message(refreshed, seen);
    expect((await draft.diagnostics()).map(({ code }) => code)).toEqual(['quote-not-found']);
  });

  it('of a big draft come as well', async () => {
    const filler = Array.from(
      { length: 1500 },
      (_, at) => `Paragraph ${at} says that nothing of note was moored beside the pier on day ${at}.`,
    ).join('\n\n');
    const { server, draft } = await openDraft(`${filler}\n\n${DRAFT}`);
    // The beginning first, the whole when it has been checked.
    await draft.report();
    await expect.poll(() => draft.findings(), PATIENTLY).toEqual(['misquote: storm']);
    expect(server.received.some(refreshed)).toBe(true);
    await draft.replace('storm', 'fog');
    expect(await draft.findings()).toEqual([]);
  });

  it('that nobody waits for any more are answered as cancelled, at once', async () => {
    const filler = Array.from(
      { length: 3000 },
      (_, at) => `“The lamp number ${at} has outlasted three mayors and it will outlast the storm,” said Edda Quill.`,
    ).join('\n\n');
    const { server, draft } = await openDraft(filler);
    const source = new (await import('vscode-languageserver/node')).CancellationTokenSource();
    const started = performance.now();
    const answer = server.connection.sendRequest('textDocument/diagnostic', { textDocument: draft.id }, source.token).then(
      () => 'answered',
      (error: { code: number }) => error.code,
    );
    setTimeout(() => source.cancel(), 30);
    expect(await answer).toBe(LSPErrorCodes.RequestCancelled);
    expect(performance.now() - started).toBeLessThan(5000);
    // And the server goes on as if nothing had been.
    expect(await draft.hover({ line: 1, character: 0 })).toBeNull();
  });
});
