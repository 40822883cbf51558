import { describe, expect, it } from 'vitest';
import type { MarkupContent } from 'vscode-languageserver';
import type { OpenText } from '../support/serverProcess.ts';
import { CAPABILITIES } from '../support/serverProcess.ts';
import { DRAFT, openDraft } from './fixture.ts';

const FIX_ALL = 'source.fixAll.verbatim';

async function cardAt(draft: OpenText, words: string): Promise<MarkupContent> {
  const hover = await draft.hover(draft.at(words));
  if (!hover) throw new Error(`no hover at “${words}”`);
  return hover.contents as MarkupContent;
}

describe('a hover', () => {
  it('shows the source behind the words', async () => {
    const { folder, draft } = await openDraft();
    const { kind, value } = await cardAt(draft, 'storm');
    expect(kind).toBe('markdown');
    expect(value).toContain('outlast the ~~storm~~ **fog**');
    expect(value).toContain(`[Saltmere keeps its lamp](${folder.uriOf('corpus/harbour-lamp.md')}#L10,`);
    expect(value).toContain('Saltmere Gazette, 12 March 2024');
    expect(value).toContain('Edda Quill');
  });

  it('says that words were verified', async () => {
    const { draft } = await openDraft();
    expect((await cardAt(draft, 'kettles')).value).toMatch(/^\*\*Verified/);
    const hover = await draft.hover(draft.at('kettles'));
    expect(hover?.range && draft.covered(hover.range)).toMatch(/^“People set .* the boat,”$/);
  });

  it('says nothing between quotations', async () => {
    const { draft } = await openDraft();
    expect(await draft.hover(draft.at('light at'))).toBeNull();
    expect(await draft.hover(draft.at('harbour warden', 5))).toBeNull();
  });

  it('is plain where the client shows no Markdown', async () => {
    const textDocument = { ...CAPABILITIES.textDocument, hover: { contentFormat: ['plaintext' as const] } };
    const { draft } = await openDraft(DRAFT, { capabilities: { ...CAPABILITIES, textDocument } });
    const { kind, value } = await cardAt(draft, 'storm');
    expect(kind).toBe('plaintext');
    expect(value).toContain('outlast the [storm → fog]');
    expect(value).not.toMatch(/\*\*|\]\(/);
  });
});

describe('a quick fix', () => {
  it('puts the source’s words in', async () => {
    const { draft } = await openDraft();
    const actions = (await draft.codeActions(draft.rangeOf('storm'), ['quickfix'])) ?? [];
    const preferred = actions.filter(({ isPreferred }) => isPreferred);
    expect(preferred).toHaveLength(1);
    await draft.apply(preferred[0]!);
    expect(draft.text).toBe(DRAFT.replace('storm', 'fog'));
    expect(await draft.findings()).toEqual([]);
  });

  it('names the version that it is for, where the client can tell versions', async () => {
    const { draft } = await openDraft();
    await draft.replace('# A light', '# The light');
    const [action] = (await draft.codeActions(draft.rangeOf('storm'))) ?? [];
    expect(action?.edit?.documentChanges?.[0]).toMatchObject({ textDocument: { uri: draft.uri, version: 2 } });
  });

  it('is offered where its finding is, and nowhere else', async () => {
    const { draft } = await openDraft();
    expect(await draft.codeActions(draft.rangeOf('kettles'), ['quickfix'])).toEqual([]);
    expect(await draft.codeActions(draft.rangeOf('storm'), ['refactor'])).toEqual([]);
  });

  it('for everything that is safe leaves nothing that is', async () => {
    const { draft } = await openDraft(DRAFT.replace('missed the boat', 'missed the goat'));
    expect(await draft.findings()).toEqual(['misquote: storm', 'misquote: goat']);
    const nowhere = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    const actions = (await draft.codeActions(nowhere, ['source.fixAll'])) ?? [];
    expect(actions.map(({ kind }) => kind)).toEqual([FIX_ALL]);
    await draft.apply(actions[0]!);
    expect(draft.text).toBe(DRAFT.replace('storm', 'fog'));
    expect(await draft.findings()).toEqual([]);
    expect(await draft.codeActions(nowhere, [FIX_ALL])).toEqual([]);
  });
});

describe('the definition of words', () => {
  it('is the passage in the source', async () => {
    const { folder, draft } = await openDraft();
    const [link] = (await draft.definition(draft.at('three mayors'))) ?? [];
    expect(link?.targetUri).toBe(folder.uriOf('corpus/harbour-lamp.md'));
    const line = folder.read('corpus/harbour-lamp.md').split('\n')[link?.targetRange.start.line ?? 0] ?? '';
    const target = line.slice(link?.targetRange.start.character, link?.targetRange.end.character);
    expect(target).toContain('The lamp has outlasted three mayors and it will outlast the fog');
    expect(link?.originSelectionRange && draft.covered(link.originSelectionRange)).toContain('The lamp has outlasted');
  });

  it('is a plain location for a client without links', async () => {
    const { definition: _, ...textDocument } = CAPABILITIES.textDocument ?? {};
    const { folder, draft } = await openDraft(DRAFT, { capabilities: { ...CAPABILITIES, textDocument } });
    expect(await draft.definition(draft.at('three mayors'))).toMatchObject([{ uri: folder.uriOf('corpus/harbour-lamp.md') }]);
  });

  it('is nothing between quotations', async () => {
    const { draft } = await openDraft();
    expect(await draft.definition(draft.at('light at'))).toBeNull();
  });
});
