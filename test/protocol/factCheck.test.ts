import { describe, expect, it } from 'vitest';
import type { TextDocumentEdit } from 'vscode-languageserver';
import type {
  ExportReportParams,
  ExportReportResult,
  FactCheckResult,
  SignOffParams,
  SignOffResult,
} from '../../server/src/lsp/factCheckProtocol.ts';
import type { Folder, ServerProcess } from '../support/serverProcess.ts';
import { annotationTroubles } from '../support/webAnnotations.ts';
import { DRAFT, openDraft, serverFor } from './fixture.ts';

const factCheck = (server: ServerProcess, uri: string): Promise<FactCheckResult> => server.request('verbatim/factCheck', { uri });
const exported = (server: ServerProcess, params: ExportReportParams): Promise<ExportReportResult | null> =>
  server.request('verbatim/exportReport', params);

/** Signs as an editor does: asks for the edit, makes it, saves the file. */
async function sign(server: ServerProcess, folder: Folder, params: Omit<SignOffParams, 'uri'>): Promise<SignOffResult> {
  const answer: SignOffResult = await server.request('verbatim/signOff', { uri: folder.uriOf('draft.md'), ...params });
  if (answer.kind === 'refused') return answer;
  expect(answer.uri).toBe(folder.uriOf('draft.md.checks.yaml'));
  for (const change of answer.edit.documentChanges) {
    if ('kind' in change) folder.write('draft.md.checks.yaml', '');
    else {
      const [edit] = (change as unknown as TextDocumentEdit).edits as { range: { start: Place; end: Place }; newText: string }[];
      const text = folder.read('draft.md.checks.yaml');
      const offset = ({ line, character }: Place) =>
        text
          .split('\n')
          .slice(0, line)
          .reduce((sum, one) => sum + one.length + 1, 0) + character;
      folder.write('draft.md.checks.yaml', text.slice(0, offset(edit!.range.start)) + edit!.newText + text.slice(offset(edit!.range.end)));
    }
  }
  return answer;
}

interface Place {
  readonly line: number;
  readonly character: number;
}

const AT = { initials: 'EQ', note: 'Heard the tape.', time: '2024-04-02T10:15:00+01:00' };

describe('the fact-check report', () => {
  it('has each item with its place in draft and source', async () => {
    const { folder, server, draft } = await openDraft();
    const { items, title, unchecked, coverage, checks } = await factCheck(server, draft.uri);
    expect({ title, unchecked, checks }).toEqual({
      title: 'A light at the end of the pier',
      unchecked: null,
      checks: folder.uriOf('draft.md.checks.yaml'),
    });
    expect(items.map(({ kind, verdict, speaker }) => [kind, verdict, speaker])).toEqual([
      ['quotation', 'misquoted', 'Edda Quill'],
      ['quotation', 'verified', 'Tobin Marl'],
    ]);
    expect(items[0] && draft.covered(items[0].range)).toMatch(/^“The lamp .* storm,”$/);
    expect(items[0]?.source).toMatchObject({ place: { uri: folder.uriOf('corpus/harbour-lamp.md') }, title: 'Saltmere keeps its lamp' });
    expect(items[0]?.messages[0]).toContain('fog');
    expect(coverage[0]).toBe('2 quotations: 1 verified, 1 misquoted (50 % are the sources’ words)');
  });

  it('comes as HTML with its style, which loads nothing', async () => {
    const { server, draft } = await openDraft();
    const { html, style } = await factCheck(server, draft.uri);
    expect(html).toContain('<mark>storm</mark>');
    expect(html).toContain('<mark>fog</mark>');
    expect(html + style).not.toMatch(/<script|url\(|@import|\bon\w+=/);
  });

  it('follows what is typed', async () => {
    const { server, draft } = await openDraft();
    await draft.replace('storm', 'fog');
    expect((await factCheck(server, draft.uri)).items.map(({ verdict }) => verdict)).toEqual(['verified', 'verified']);
  });

  it('says of a source that it is not checked', async () => {
    const { folder, server } = await openDraft();
    const uri = folder.uriOf('corpus/ferry-bell.md');
    await server.open(uri, folder.read('corpus/ferry-bell.md'));
    expect(await factCheck(server, uri)).toMatchObject({ unchecked: 'source', items: [], html: '' });
    expect(await exported(server, { uri, format: 'html' })).toBeNull();
  });

  it('is refused to who does not say of what', async () => {
    const { server, draft } = await openDraft();
    await expect(server.request('verbatim/factCheck', null)).rejects.toThrow();
    await expect(server.request('verbatim/exportReport', { uri: draft.uri, format: 'pdf' })).rejects.toThrow();
    await expect(server.request('verbatim/signOff', { uri: draft.uri, item: 'x', initials: 'EQ', time: 'today' })).rejects.toThrow();
  });

  it('is exported in every format', async () => {
    const { server, draft } = await openDraft();
    const [markdown, html, jsonld] = await Promise.all(
      (['markdown', 'html', 'jsonld'] as const).map((format) => exported(server, { uri: draft.uri, format })),
    );
    expect([markdown?.name, html?.name, jsonld?.name]).toEqual(['draft.checked.md', 'draft.checked.html', 'draft.annotations.jsonld']);
    expect(markdown?.text).toContain('outlast the storm,”[^check-1] said Edda Quill');
    expect(html?.text).toMatch(/^<!DOCTYPE html>/);
    expect(annotationTroubles(JSON.parse(jsonld?.text ?? '{}'))).toEqual([]);
    // What is handed on names no folder of this machine.
    for (const made of [markdown, html, jsonld]) expect(made?.text).not.toContain('file:');
  });
});

describe('a sign-off', () => {
  it('is kept beside the draft and holds in the next session', async () => {
    const { folder, server, draft } = await openDraft();
    const [, second] = (await factCheck(server, draft.uri)).items;
    await sign(server, folder, { item: second?.id ?? '', ...AT });
    expect(folder.read('draft.md.checks.yaml')).toContain('by: EQ');
    expect((await factCheck(server, draft.uri)).items[1]?.signed).toEqual([{ ...AT }]);
    const later = await serverFor(folder);
    await later.open(draft.uri, DRAFT);
    expect((await factCheck(later, draft.uri)).coverage.at(-1)).toBe('1 of 2 signed off');
  });

  it('becomes stale as the sentence is typed over, and holds again when that is undone', async () => {
    const { folder, server, draft } = await openDraft();
    const [, second] = (await factCheck(server, draft.uri)).items;
    await sign(server, folder, { item: second?.id ?? '', ...AT });
    await draft.replace('kettles', 'clocks');
    const changed = (await factCheck(server, draft.uri)).items[1];
    expect(changed).toMatchObject({ signed: [], stale: { ...AT, since: 'text' } });
    await draft.replace('clocks', 'kettles');
    expect((await factCheck(server, draft.uri)).items[1]).toMatchObject({ signed: [AT], stale: null });
    await draft.replace('kettles', 'clocks');
    await sign(server, folder, { item: changed?.id ?? '', ...AT, initials: 'OT' });
    expect((await factCheck(server, draft.uri)).items[1]).toMatchObject({ signed: [{ initials: 'OT' }], stale: null });
    expect(folder.read('draft.md.checks.yaml')).not.toContain('by: EQ');
  });

  it('is taken back', async () => {
    const { folder, server, draft } = await openDraft();
    const [first] = (await factCheck(server, draft.uri)).items;
    await sign(server, folder, { item: first?.id ?? '', ...AT });
    await sign(server, folder, { item: first?.id ?? '', initials: '', time: null });
    expect((await factCheck(server, draft.uri)).coverage.at(-1)).toBe('0 of 2 signed off');
  });

  it('is made of the file as it is open in the editor', async () => {
    const { folder, server, draft } = await openDraft();
    const open = '# Ours\nchecks: []\n';
    await server.open(folder.uriOf('draft.md.checks.yaml'), open, 'yaml', 7);
    const [first] = (await factCheck(server, draft.uri)).items;
    const answer: SignOffResult = await server.request('verbatim/signOff', { uri: draft.uri, item: first?.id, ...AT });
    expect(answer).toMatchObject({
      kind: 'edit',
      edit: { documentChanges: [{ textDocument: { version: 7 }, edits: [{ range: { start: { line: 1 } } }] }] },
    });
  });

  it('is refused where it could not be kept or does not fit', async () => {
    const { folder, server, draft } = await openDraft();
    const [first] = (await factCheck(server, draft.uri)).items;
    expect(await sign(server, folder, { item: 'gone', ...AT })).toMatchObject({
      kind: 'refused',
      reason: expect.stringContaining('changed'),
    });
    expect(await sign(server, folder, { item: first?.id ?? '', ...AT, initials: ' ' })).toMatchObject({ kind: 'refused' });
    await server.open('untitled:Untitled-1', DRAFT);
    const unsaved = await factCheck(server, 'untitled:Untitled-1');
    const params = { uri: 'untitled:Untitled-1', item: unsaved.items[0]?.id, ...AT };
    expect(await server.request('verbatim/signOff', params)).toMatchObject({
      kind: 'refused',
      reason: expect.stringMatching(/^Save the draft/),
    });
    folder.write('draft.md.checks.yaml', '<<<<<<< ours\nchecks: [\n');
    expect((await factCheck(server, draft.uri)).problem).toMatch(/not YAML/);
    expect(await sign(server, folder, { item: first?.id ?? '', ...AT })).toMatchObject({ kind: 'refused' });
  });
});
