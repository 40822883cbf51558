import { describe, expect, it } from 'vitest';
import type { MarkupContent, TextEdit } from 'vscode-languageserver';
import { together } from '../text/said.ts';
import { Positions } from './convert.ts';
import { ENGLISH } from './l10n/voice.ts';
import { type MetadataPage, metadataCompletions, metadataDiagnostics, metadataHover } from './metadata.ts';

const page = (text: string, more: Partial<MetadataPage> = {}): MetadataPage => ({
  text,
  form: 'side',
  encoding: 'utf-16',
  voice: ENGLISH,
  publishers: ['The Coast', 'Mill: News'],
  days: [{ day: '2025-10-07', why: together('today') }],
  marks: [],
  told: new Set(),
  ...more,
});

/** The completions at the `|` of a text: their labels. */
function offered(marked: string, more: Partial<MetadataPage> = {}) {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const items = metadataCompletions(page(text, more), new Positions(text).position(offset));
  return { text, labels: items?.map(({ label }) => label) ?? null, items: items ?? [] };
}

/** The text after the completion with a label was taken. */
function taken(marked: string, label: string, more: Partial<MetadataPage> = {}): string {
  const { text, items } = offered(marked, more);
  const { range, newText } = items.find((item) => item.label === label)!.textEdit as TextEdit;
  const { start, end } = new Positions(text).span(range);
  return text.slice(0, start) + newText + text.slice(end);
}

describe('completion of keys', () => {
  it('offers those that are not there, in their order', () => {
    expect(offered('|').labels).toEqual([
      'title',
      'publisher',
      'authors',
      'published',
      'url',
      'language',
      'speaker',
      'kind',
      'version',
      'corrects',
      'supersedes',
      'retrieved',
    ]);
    expect(offered('title: X\nauthor: Y\ndate: 2025\n|\nkind: note\n').labels).toEqual([
      'publisher',
      'url',
      'language',
      'speaker',
      'version',
      'corrects',
      'supersedes',
      'retrieved',
    ]);
  });

  it('writes the key with its colon, in place of what stands there', () => {
    expect(taken('title: X\npub|', 'publisher')).toBe('title: X\npublisher: ');
    expect(taken('pub|lishe: Coast\n', 'publisher')).toBe('publisher: Coast\n');
    expect(taken('publ|\nkind: note', 'publisher')).toBe('publisher: \nkind: note');
    expect(offered('tit|le: X\n').labels).toContain('title');
  });

  it('explains them', () => {
    const item = offered('|').items.find(({ label }) => label === 'published')!;
    expect((item.documentation as MarkupContent).value).toMatch(/^The day of publication.*`published: 2025-10-07` \(also `date`\)$/s);
  });

  it('offers the articles of a file that has several, and their keys', () => {
    const marks = { marks: ['1', 'b'] };
    expect(offered('title: X\n|', marks).labels).toContain('articles');
    expect(offered('articles:\n  1:\n    title: X\n  |', marks).labels).toEqual(['b']);
    expect(taken('articles:\n  |', '1', marks)).toBe('articles:\n  "1":');
    expect(offered('title: X\narticles:\n  1:\n    publisher: Y\n    |\n  b:\n    kind: note\n', marks).labels).toEqual(
      expect.arrayContaining(['title', 'kind']),
    );
    expect(offered('articles:\n  1:\n    publisher: Y\n    |', marks).labels).not.toContain('publisher');
    expect(offered('authors:\n  |', marks).labels).toBeNull();
  });

  it('serves front matter and nothing below it', () => {
    const front = { form: 'front' as const };
    expect(offered('---\ntitle: X\n|\n---\nBody.\n', front).labels).toContain('publisher');
    expect(offered('---\ntitle: X\n---\n\nBody|\n', front).labels).toBeNull();
    expect(offered('---\npub|', front).labels).toContain('publisher');
    expect(offered('No front matter|\n', front).labels).toBeNull();
    expect(taken('---\r\ntit|\r\n---\r\n', 'title', front)).toBe('---\r\ntitle: \r\n---\r\n');
  });

  it.each(['# a comment|', '- Mia|', 'title: X\n  deeper|', '---|'])('offers nothing in “%s”', (text) => {
    expect(offered(text).labels).toBeNull();
  });
});

describe('completion of values', () => {
  it('offers what the key takes', () => {
    expect(offered('kind: |').labels).toEqual(['report', 'transcript', 'note']);
    expect(offered('lang: |').labels).toContain('pt');
    expect(offered('date: 2|').labels).toEqual(['2025-10-07']);
    expect(offered('title: |').labels).toEqual([]);
    expect(offered('mood: |').labels).toBeNull();
  });

  it('writes them as YAML takes them', () => {
    expect(offered('publisher: |').labels).toEqual(['Mill: News', 'The Coast']);
    expect(taken('publisher: Mi|', 'Mill: News')).toBe('publisher: "Mill: News"');
    expect(taken('kind:|', 'note')).toBe('kind: note');
    expect(taken('kind: tr|an\ntitle: X', 'transcript')).toBe('kind: transcript\ntitle: X');
  });
});

describe('a hover', () => {
  const hoverAt = (marked: string, more: Partial<MetadataPage> = {}, markdown = true) => {
    const text = marked.replace('|', '');
    const hover = metadataHover(page(text, more), new Positions(text).position(marked.indexOf('|')), markdown);
    return hover && [text.slice(...Object.values(new Positions(text).span(hover.range!))), (hover.contents as MarkupContent).value];
  };

  it('says what a key means', () => {
    expect(hoverAt('ki|nd: note\n')?.[0]).toBe('kind');
    expect(hoverAt('ki|nd: note\n')?.[1]).toMatchInlineSnapshot(`
      "What kind of text it is: a report, a transcript of people speaking in turn, or your own note about a source.

      - \`report\`: Somebody’s report: its quotations are whose they are said to be.
      - \`transcript\`: People speaking in turn: each turn is its speaker’s words.
      - \`note\`: Your own notes about a source: their prose is nobody’s words, their quotations are.

      \`kind: transcript\`"
    `);
    expect(hoverAt('arti|cles:\n  1:\n    title: X')?.[1]).toMatch(/^Details of single articles/);
    expect(hoverAt('ki|nd: note\n', {}, false)?.[1]).not.toContain('`');
  });

  it('says nothing of values and of other keys', () => {
    expect(hoverAt('kind: no|te\n')).toBeNull();
    expect(hoverAt('mo|od: sour\n')).toBeNull();
    expect(hoverAt('---\ntitle: X\n---\nki|nd: note\n', { form: 'front' })).toBeNull();
  });
});

describe('diagnostics', () => {
  const found = (text: string, more: Partial<MetadataPage> = {}) =>
    metadataDiagnostics(page(text, more)).map(({ message, range, severity }) => {
      const { start, end } = new Positions(text).span(range);
      return `${severity} ${text.slice(start, end)}: ${message}`;
    });

  it('of a side file name unknown keys and wrong values', () => {
    expect(found('titel: X\noutlet: Y\nmood: sour\npublished: 2025-02-30\narticles:\n  1:\n    kind: poem\n')).toEqual([
      '2 2025-02-30: “published” must be a day that exists, such as 2025-10-07 or 7 October 2025.',
      '2 poem: “kind” must be one of report, transcript, note.',
      '2 titel: No detail of a source is called “titel”. Did you mean “title”?',
      '2 outlet: No detail of a source is called “outlet”. Did you mean “publisher”?',
      '2 mood: No detail of a source is called “mood”. There are: title, publisher, authors, published, url, language, speaker, kind, version, corrects, supersedes, retrieved.',
    ]);
  });

  it('of front matter tell only slips', () => {
    const front = { form: 'front' as const };
    expect(found('---\ntags: [a]\npublsher: X\nsource: Y\nkind: poem\n---\nBody.', front)).toEqual([
      '2 poem: “kind” must be one of report, transcript, note.',
      '3 publsher: No detail of a source is called “publsher”. Did you mean “publisher”?',
    ]);
    expect(found('---\npublisher: X\npublishers: Y\n---\nBody.', front)).toEqual([]);
    expect(found('Body.', front)).toEqual([]);
  });

  it('leave out what is told already', () => {
    expect(found('kind: poem\n', { told: new Set(['“kind” must be one of report, transcript, note.']) })).toEqual([]);
  });
});
