import { describe, expect, it } from 'vitest';
import type { Configuration } from './configuration.ts';
import { isDraft } from './drafts.ts';
import { DEFAULT_SETTINGS, type Settings } from './settings.ts';
import { parseStetFile } from './stetFile.ts';

const set = (settings: Partial<Settings>, corpora: readonly string[] = []): Configuration => ({
  settings: { ...DEFAULT_SETTINGS, ...settings },
  base: '/p',
  corpora,
  file: null,
  problems: [],
  stet: parseStetFile('/p/.verbatim-stet.yaml', '/p', null),
});

describe('drafts', () => {
  it.each([
    '/p/x.md',
    '/p/README.md',
    '/p/a/b/x.txt',
    '/p/X.MD',
    '/p/x.markdown',
    '/p/CHANGELOG.md',
    '/elsewhere/x.md',
    '/p/x.tex',
    '/p/x.adoc',
    '/p/x.rst',
    '/p/x.typ',
    '/p/x.mdx',
  ])('has %s', (path) => {
    expect(isDraft(path, set({}))).toBe(true);
  });

  it.each([
    '/p/x.ts',
    '/p/x.html',
    '/p/x.sty',
    '/p/.verbatim.yaml',
    '/p/node_modules/a/README.md',
    '/p/a/node_modules/b/x.md',
    '/p/.github/x.md',
    '/p/x.md.bak',
  ])('leaves out %s', (path) => {
    expect(isDraft(path, set({}))).toBe(false);
  });

  it('never has a file of a corpus', () => {
    expect(isDraft('/p/corpus/x.md', set({ include: ['**'] }, ['/p/corpus']))).toBe(false);
    expect(isDraft('/p/corpus2/x.md', set({}, ['/p/corpus']))).toBe(true);
  });

  it('takes folders and patterns, relative to the base', () => {
    const configuration = set({ include: ['drafts/', './columns/*.md'], exclude: ['drafts/old'] });
    const all = ['/p/drafts/a/x.txt', '/p/columns/x.md', '/p/columns/a/x.md', '/p/drafts/old/x.md', '/p/x.md'];
    expect(all.filter((path) => isDraft(path, configuration))).toEqual(['/p/drafts/a/x.txt', '/p/columns/x.md']);
  });

  it('has none where nothing is included', () => {
    expect(isDraft('/p/x.md', set({ include: [] }))).toBe(false);
  });

  it('does not fail on a pattern that is none', () => {
    expect(isDraft('/p/x.md', set({ include: ['[', '(', '**/*.md'] }))).toBe(true);
  });
});
