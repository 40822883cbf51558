import { describe, expect, it } from 'vitest';
import { InMemoryHost } from '../../../test/support/inMemoryHost.ts';
import { together } from '../text/said.ts';
import { configurationFor } from './configuration.ts';
import { standsFor } from './stetStands.ts';
import { unusedEntry, unusedWith } from './unusedStets.ts';

const STETS = `- rule: misquote
  words: the storm
- quotation: The bell is late
- rule: wrong-date
  draft: a.md
- rule: cut-quote
`;
const FILES = { '/w/.verbatim-stet.yaml': STETS, '/w/a.md': 'Nothing.', '/w/corpus/x.md': 'Against the storm.' };

async function unused(files: Record<string, string>, served: Record<string, readonly number[]>, open: Record<string, string> = {}) {
  const host = new InMemoryHost({ ...FILES, ...files });
  const configurationOf = (path: string) => configurationFor(path, host, {}, '/w');
  const configuration = await configurationOf('/w/a.md');
  const seen = new Map(Object.entries(served).map(([path, ids]) => [path, new Set(ids)]));
  return (await unusedWith(configuration.stet, seen, { host, configurationOf, open: new Map(Object.entries(open)) })).map(({ id }) => id);
}

describe('an entry lets nothing stand', () => {
  it('where every draft was checked and none needs it; sources are no drafts', async () => {
    expect(await unused({}, { '/w/a.md': [0, 3] })).toEqual([1, 2]);
    expect(await unused({}, { '/w/a.md': [] })).toEqual([0, 1, 2, 3]);
  });

  it('but not where a draft that was not checked has its words, or may have anything', async () => {
    expect(
      await unused({ '/w/deep/b.md': 'It outlasts\n[The](https://example.org/y) [**storm**](https://example.org/x).' }, { '/w/a.md': [] }),
    ).toEqual([1, 2]);
    expect(await unused({ '/w/deep/b.md': 'A storm. “The bell is,” she said, “late.”' }, { '/w/a.md': [] })).toEqual([0, 2]);
    expect(await unused({}, {})).toEqual([0, 1]);
  });

  it('by what is open rather than what is on disk', async () => {
    expect(await unused({ '/w/b.md': 'the storm' }, { '/w/a.md': [] }, { '/w/b.md': 'the fog' })).toEqual([0, 1, 2]);
    expect(await unused({ '/w/b.md': 'the fog' }, { '/w/a.md': [] }, { '/w/b.md': 'the storm' })).toEqual([1, 2]);
  });
});

it('holds for the drafts that it names', async () => {
  const { stet } = await configurationFor('/w/a.md', new InMemoryHost(FILES), {}, '/w');
  const date = { rule: 'wrong-date', kind: null, span: { start: 0, end: 1 }, message: together(''), match: null, fixes: [] } as const;
  const draft = { quotations: [], prose: { text: 'x', blocks: [] } } as never;
  expect(standsFor(stet, '/w/a.md').for(date, draft)).toHaveLength(1);
  expect(standsFor(stet, '/w/b.md').for(date, draft)).toHaveLength(0);
  expect(standsFor(stet, '/w/a.md')).toBe(standsFor(stet, '/w/a.md'));
});

it('lies on its first line, and is taken out whole', async () => {
  const { stet } = await configurationFor('/w/a.md', new InMemoryHost(FILES), {}, '/w');
  const finding = unusedEntry(stet.entries[0]!, STETS);
  expect(STETS.slice(finding.span.start, finding.span.end)).toBe('rule: misquote');
  const [edit] = finding.fixes[0]?.edits ?? [];
  expect(STETS.slice(0, edit?.span.start) + STETS.slice(edit?.span.end)).toBe(STETS.split('\n').slice(2).join('\n'));
});

describe('the file lies', () => {
  const at = async (files: Record<string, string>, workspace: string | null) => {
    const { stet } = await configurationFor('/w/a/b/draft.md', new InMemoryHost(files), {}, workspace);
    return [stet.path, stet.home, stet.text === null ? 'none' : 'there'];
  };
  it.each([
    ['in the workspace folder where there is none yet', {}, '/w', ['/w/.verbatim-stet.yaml', '/w', 'none']],
    ['beside the draft where there is no workspace folder', {}, null, ['/w/a/b/.verbatim-stet.yaml', '/w/a/b', 'none']],
    ['above the draft', { '/w/.verbatim-stet.yaml': '' }, null, ['/w/.verbatim-stet.yaml', '/w', 'there']],
    ['not above the workspace folder', { '/.verbatim-stet.yaml': '' }, '/w', ['/w/.verbatim-stet.yaml', '/w', 'none']],
    [
      'beside the project file',
      { '/w/.verbatim.yaml': '', '/w/a/.verbatim-stet.yaml': '' },
      '/w',
      ['/w/.verbatim-stet.yaml', '/w', 'none'],
    ],
    ['where the settings say', { '/w/.verbatim.yaml': 'stetFile: x/s.yaml', '/w/x/s.yaml': '' }, '/w', ['/w/x/s.yaml', '/w', 'there']],
  ] as const)('%s', async (_, files, workspace, expected) => {
    expect(await at(files, workspace)).toEqual(expected);
  });
});
