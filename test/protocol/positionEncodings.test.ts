import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClientCapabilities, CodeAction, Position, Range } from 'vscode-languageserver';
import * as factCheckMethods from '../../server/src/lsp/factCheckProtocol.ts';
import * as findingsMethods from '../../server/src/lsp/findingsProtocol.ts';
import * as letStandMethods from '../../server/src/lsp/letStandProtocol.ts';
import * as methods from '../../server/src/lsp/protocol.ts';
import * as sourcesMethods from '../../server/src/lsp/sourcesProtocol.ts';
import { type Encoding, isBetweenLetters, positionAt, type Translation, translated, wholeRange } from '../support/positionEncodings.ts';
import { CAPABILITIES, type Folder, type ServerProcess } from '../support/serverProcess.ts';
import { folderOf, serverFor } from './fixture.ts';

/** Before every passage stands what counts otherwise in each encoding: letters of two to four bytes, marks of their own, markup. */
const FILES = {
  'corpus/lamp.md': `---
title: 등대는 남는다 – Saltmere keeps its lamp 🏮
publisher: Saltmere Gazette
published: 2024-03-12
---

바다 🌊 **Edda Quill**, \`é\` [the warden](https://example.org/등대): “The lamp has outlasted three mayors and it will outlast the fog,” said Edda Quill, the harbour warden.

Nobody e\u0301crit 😀 <!-- 한국 --> of the buoy. “Nobody steers by a buoy that sleeps through the winter,” said Edda Quill.\r
`,
  'corpus/bell.txt': `A bell for the morning ferry

종소리 😀 “People set their kettles by that bell, and they have missed it more than they missed the boat,” said Tobin Marl.
`,
  'corpus/bell.txt.yaml': 'title: 종 😀 A bell\npublisher: The Low Coast Observer\npublished: 2024-02-06\n',
  'corpus/pier.html': `<!doctype html><html><head><title>The pier</title><meta name="author" content="Orrin Teasel"></head><body><article>
<h1>The pier</h1><p>부두 😀 <b>é</b> “Whoever walks the pier at night should carry a lantern and a friend,” said Orrin Teasel.</p>
<p>The planks were counted twice by the council, and twice there was one plank fewer than before the storm of last March.</p></article></body></html>`,
  '.verbatim.yaml': '# 한국 😀\n"등대 😀 é": 1\nhouseStyle: "바다 😀"\n',
  '.verbatim-stet.yaml': '- rule: misquote # 😀\n  words: "한국 é 😀"\n- {"등대 😀 é": 1, rule: misquote}\n',
  'second.md': '등대 😀 “Nobody steers by a buoy that sleeps through the summer,” said Edda Quill.\n',
};

const DRAFT = `# 등대 A light 🏮 at the end of the pier\r
\r
바다 🌊 *e\u0301* “The lamp has outlasted three mayors and it will outlast the storm,” said Edda Quill, [the harbour warden](corpus/lamp.md).\r
\r
그리고 😀 “People set their kettles by that bell, and they have missed it more than they missed the goat,” said Tobin Marl.\r
\r
밤 “Whoever walks the pier at night should carry a lantern and a dog,” said Orrin Teasel.\r
\r
말 😀 “The lamp has outlasted \r
`;

const COMMANDS = { open: 'my.open', peek: 'my.peek', replace: 'my.replace' };

function capabilitiesFor(encoding: Encoding): ClientCapabilities {
  return {
    ...CAPABILITIES,
    general: { positionEncodings: [encoding] },
    workspace: {
      ...CAPABILITIES.workspace,
      workspaceEdit: { documentChanges: true, resourceOperations: ['create'], changeAnnotationSupport: {} },
      textDocumentContent: {},
    },
    textDocument: {
      ...CAPABILITIES.textDocument,
      documentSymbol: { hierarchicalDocumentSymbolSupport: true },
      inlayHint: {},
      codeLens: {},
      codeAction: { ...CAPABILITIES.textDocument?.codeAction, dataSupport: true, resolveSupport: { properties: ['edit'] } },
    },
  };
}

/** Requests that were asked, by their methods. */
const asked = new Set<string>();

/** A client that speaks to the server in one encoding and to the test in UTF-16. */
class Editor {
  readonly server: ServerProcess;
  readonly #encoding: Encoding;
  readonly #folder: Folder;
  readonly #texts = new Map<string, string>();
  #version = 1;

  constructor(server: ServerProcess, folder: Folder, encoding: Encoding) {
    this.server = server;
    this.#folder = folder;
    this.#encoding = encoding;
  }

  async open(uri: string, text: string, languageId = 'markdown'): Promise<void> {
    this.#texts.set(uri, text);
    await this.server.open(uri, text, languageId);
  }

  async type(uri: string, { start, end, newText }: { start: number; end: number; newText: string }): Promise<void> {
    const text = this.textOf(uri);
    const range = { start: positionAt(text, start), end: positionAt(text, end) };
    const contentChanges = [{ range: translated(range, uri, this.#outward), text: newText }];
    await this.server.notify('textDocument/didChange', { textDocument: { uri, version: ++this.#version }, contentChanges });
    this.#texts.set(uri, text.slice(0, start) + newText + text.slice(end));
  }

  async ask<Answer = unknown>(method: string, uri: string, params: object): Promise<Answer> {
    asked.add(method);
    const answer = await this.server.request(method, translated(params, uri, this.#outward));
    return translated(answer, uri, this.#inward) as Answer;
  }

  /** A passage of a source as a quotation for a place of a draft: two documents in one question. */
  async quote({ uri, range, draft, position }: { uri: string; range: Range; draft: string; position: Position }): Promise<unknown> {
    asked.add('verbatim/quote');
    const place = translated(position, draft, this.#outward);
    const answer = await this.server.request('verbatim/quote', {
      uri,
      range: translated(range, uri, this.#outward),
      draft,
      position: place,
    });
    return translated(answer, draft, this.#inward);
  }

  /** What is told of a file last. */
  async told(uri: string): Promise<unknown> {
    const isOfFile = ({ method, params }: (typeof this.server.received)[0]) =>
      method === 'textDocument/publishDiagnostics' && params.uri === uri;
    await this.server.message(isOfFile);
    return translated(this.server.received.findLast(isOfFile)?.params.diagnostics, uri, this.#inward);
  }

  /** Fetches what a document shows that is no file. */
  async show(uri: string): Promise<void> {
    this.#texts.set(uri, (await this.ask<{ text: string }>('workspace/textDocumentContent', uri, { uri })).text);
  }

  textOf(uri: string): string {
    const text = this.#texts.get(uri);
    if (text !== undefined || !uri.startsWith('file:')) return text ?? '';
    const name = fileURLToPath(uri).slice(this.#folder.path.length + 1);
    return name in FILES || name.startsWith('corpus/') ? readFileSync(fileURLToPath(uri), 'utf8') : '';
  }

  get #outward(): Translation {
    return { from: 'utf-16', to: this.#encoding, textOf: (uri) => this.textOf(uri) };
  }

  get #inward(): Translation {
    return { from: this.#encoding, to: 'utf-16', textOf: (uri) => this.textOf(uri) };
  }
}

/** Everything that can be asked about an open draft, with the answers. */
async function askAll(editor: Editor, folder: Folder, places: readonly number[]): Promise<unknown[]> {
  const uri = folder.uriOf('draft.md');
  const textDocument = { uri };
  const text = editor.textOf(uri);
  const answers: unknown[] = [];
  const ask = async <Answer = unknown>(method: string, params: object, about = uri): Promise<Answer> => {
    const answer = await editor.ask<Answer>(method, about, params);
    answers.push([method, JSON.stringify(params), withoutIds(answer)]);
    return answer;
  };
  await ask('verbatim/check', { uri });
  const { items } = await ask<{ items: { range: { start: Position } }[] }>('textDocument/diagnostic', { textDocument });
  const positions = [...items.map(({ range }) => range.start), ...places.map((offset) => positionAt(text, offset))];
  for (const position of positions) {
    for (const method of ['hover', 'definition', 'completion']) await ask(`textDocument/${method}`, { textDocument, position });
    await ask('textDocument/references', { textDocument, position, context: { includeDeclaration: true } });
  }
  const range = wholeRange(text);
  const actions = await ask<CodeAction[]>('textDocument/codeAction', { textDocument, range, context: { diagnostics: items } });
  for (const action of actions) if (action.data) await ask('codeAction/resolve', action);
  for (const method of ['documentSymbol', 'codeLens', 'documentLink']) await ask(`textDocument/${method}`, { textDocument });
  await ask('textDocument/inlayHint', { textDocument, range });
  await ask('verbatim/verdicts', { uri });
  const { findings } = await ask<{ findings: { rule: string; range: unknown; scopes: string[] }[] }>('verbatim/standable', { uri, range });
  for (const { rule, scopes, range: at } of findings)
    for (const scope of scopes) await ask('verbatim/letStand', { uri, range: at, rule, scope, date: '2026-01-02' });
  const check = await ask<{ items: { id: string }[] }>('verbatim/factCheck', { uri });
  for (const { id: item } of check.items.slice(0, 1))
    await ask('verbatim/signOff', { uri, item, initials: '한😀', time: '2026-01-02T10:00:00Z' });
  for (const format of ['markdown', 'html']) await ask('verbatim/exportReport', { uri, format });
  const scope = { by: 'draft', all: true };
  const { groups } = await ask<{ groups: { key: string }[] }>('verbatim/findings', { ...scope, check: true });
  for (const { key } of groups) await ask('verbatim/findingPage', { ...scope, key, start: 0 });
  await ask('verbatim/findingFixes', { ...scope, keys: groups.map(({ key }) => key) });
  return answers;
}

/** What can be asked about the sources. */
async function askSources(editor: Editor, folder: Folder): Promise<unknown[]> {
  const answers: unknown[] = [];
  const ask = async <Answer = unknown>(method: string, params: object, about: string): Promise<Answer> => {
    const answer = await editor.ask<Answer>(method, about, params);
    answers.push([method, JSON.stringify(params), withoutIds(answer)]);
    return answer;
  };
  const draft = folder.uriOf('draft.md');
  const end = positionAt(editor.textOf(draft), editor.textOf(draft).length);
  await ask('verbatim/sources', { words: '' }, draft);
  for (const query of ['Quill', 'lamp', 'Marl']) await ask('workspace/symbol', { query }, draft);
  for (const name of ['corpus/lamp.md', 'corpus/bell.txt']) {
    const uri = folder.uriOf(name);
    const text = editor.textOf(uri);
    await editor.open(uri, text, 'plaintext');
    for (const words of ['outlasted', 'steers', 'kettles', 'publisher']) {
      const offset = text.indexOf(words);
      if (offset < 0) continue;
      const position = positionAt(text, offset);
      const textDocument = { uri };
      for (const method of ['hover', 'completion']) await ask(`textDocument/${method}`, { textDocument, position }, uri);
      await ask('textDocument/references', { textDocument, position, context: { includeDeclaration: true } }, uri);
      const range = { start: position, end: positionAt(text, offset + words.length) };
      answers.push(await editor.quote({ uri, range, draft, position: end }));
    }
  }
  const side = folder.uriOf('corpus/bell.txt.yaml');
  await editor.open(side, editor.textOf(side), 'yaml');
  const at = positionAt(editor.textOf(side), editor.textOf(side).indexOf('A bell'));
  for (const method of ['hover', 'completion']) await ask(`textDocument/${method}`, { textDocument: { uri: side }, position: at }, side);
  const stets = folder.uriOf('.verbatim-stet.yaml');
  await editor.open(stets, editor.textOf(stets), 'yaml');
  const range = wholeRange(editor.textOf(stets));
  await ask('textDocument/codeAction', { textDocument: { uri: stets }, range, context: { diagnostics: [] } }, stets);
  for (const name of ['.verbatim.yaml', '.verbatim-stet.yaml']) answers.push([name, await editor.told(folder.uriOf(name))]);
  await ask('verbatim/role', { uri: stets }, stets);
  return answers;
}

/** Without the names of states and findings: they are the server’s own, and made of what it counts. */
function withoutIds(answer: unknown): unknown {
  return JSON.parse(JSON.stringify(answer ?? null), (key, value) =>
    key === 'resultId' || (key === 'id' && /#\d+:\d+ /.test(value)) ? undefined : value,
  );
}

const ENCODINGS: readonly Encoding[] = ['utf-16', 'utf-8', 'utf-32'];

/** Servers for one folder, one an encoding, with the draft open in each. */
async function editorsFor(sourceHints: string): Promise<{ folder: Folder; editors: Editor[] }> {
  const folder = folderOf({ ...FILES, 'draft.md': DRAFT });
  const editors: Editor[] = [];
  for (const encoding of ENCODINGS) {
    const capabilities = capabilitiesFor(encoding);
    const server = await serverFor(folder, { capabilities, settings: { sourceHints }, initializationOptions: { commands: COMMANDS } });
    expect(server.result.capabilities.positionEncoding).toBe(encoding);
    const editor = new Editor(server, folder, encoding);
    await editor.open(folder.uriOf('draft.md'), DRAFT);
    await server.message(({ method, params }) => method === 'verbatim/status' && params.kind !== 'indexing' && params.articles === 3);
    editors.push(editor);
  }
  return { folder, editors };
}

/** The documents that show what was taken out of sources. */
async function showExtracts(editor: Editor, folder: Folder): Promise<void> {
  const position = positionAt(DRAFT, DRAFT.indexOf('Whoever'));
  const uri = folder.uriOf('draft.md');
  const [link] = await editor.server.request('textDocument/definition', {
    textDocument: { uri },
    position: { line: position.line, character: 20 },
  });
  expect(link.targetUri).toContain('pier.html');
  await editor.show(link.targetUri);
}

/** What somebody does to the draft: which words go, as a share of its length, and what comes. */
const edits = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    cut: fc.nat({ max: 3 }),
    newText: fc.constantFrom('한국', '😀', 'e\u0301', 'x', '\r\n', '\n', ' “', '👩‍🔬 ', 'the ', ''),
  }),
  { minLength: 1, maxLength: 5 },
);

describe.each(['inlay', 'lens'])('a session with hints as %s', (sourceHints) => {
  it('is the same in every position encoding', async () => {
    const { folder, editors } = await editorsFor(sourceHints);
    for (const editor of editors) await showExtracts(editor, folder);
    const uri = folder.uriOf('draft.md');
    const compare = async (ask: (editor: Editor) => Promise<unknown[]>) => {
      const [first = [], ...others] = await Promise.all(editors.map(ask));
      expect(JSON.stringify(first)).toContain('"character":');
      for (const other of others) expect(other).toEqual(first);
    };
    await compare((editor) => askAll(editor, folder, [DRAFT.indexOf('People'), DRAFT.lastIndexOf(' \r')]));
    await compare((editor) => askSources(editor, folder));
    await fc.assert(
      fc.asyncProperty(edits, fc.double({ min: 0, max: 1, noNaN: true }), async (made, asked) => {
        for (const { at, cut, newText } of made) {
          const text = editors[0]?.textOf(uri) ?? '';
          const start = betweenLetters(text, Math.floor(at * text.length));
          const end = betweenLetters(text, Math.min(text.length, start + cut));
          for (const editor of editors) await editor.type(uri, { start, end, newText });
        }
        const text = editors[0]?.textOf(uri) ?? '';
        await compare((editor) => askAll(editor, folder, [betweenLetters(text, Math.floor(asked * text.length))]));
      }),
      { numRuns: 8, endOnFailure: true },
    );
  }, 240_000);
});

/** The offset, or the next at which a position can stand in every encoding. */
function betweenLetters(text: string, offset: number): number {
  return isBetweenLetters(text, offset) ? offset : betweenLetters(text, offset + 1);
}

/** Answered without a position in the question or the answer, or asked where another test is about it. */
const WITHOUT_POSITIONS = ['addSource', 'corpora', 'sourceGroups', 'sourcePage', 'unreadable', 'details', 'reread'];

it('every request that is answered was asked', () => {
  const own = [methods, sourcesMethods, letStandMethods, factCheckMethods, findingsMethods].flatMap((all) =>
    Object.entries(all).flatMap(([name, one]) => (name.endsWith('Request') ? [(one as methods.Method<unknown>).method] : [])),
  );
  const ofTheClient = [methods.readFileRequest, methods.readFolderRequest, methods.statRequest].map(({ method }) => method);
  const left = own.filter((method) => !asked.has(method) && !ofTheClient.includes(method));
  expect(left.map((method) => method.replace('verbatim/', '')).toSorted()).toEqual(WITHOUT_POSITIONS.toSorted());
});

it('every feature of the protocol that the server has was asked', async () => {
  const server = await serverFor(folderOf(FILES), {
    capabilities: capabilitiesFor('utf-16'),
    initializationOptions: { commands: COMMANDS },
  });
  const features = Object.keys(server.result.capabilities).flatMap((name) => /^(\w+)Provider$/.exec(name)?.[1] ?? []);
  const names = [...asked].map((method) => method.replace(/^\w+\//, '').toLowerCase());
  // What a client is told of under another name than it asks for.
  const asAsked = features.map((name) => (name === 'workspaceSymbol' ? 'symbol' : name).toLowerCase());
  expect(asAsked.filter((name) => !names.includes(name) && !names.includes(name.replace(/s$/, '')))).toEqual([]);
  expect(features.length).toBeGreaterThan(10);
});
