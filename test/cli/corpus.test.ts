import { closeSync, openSync, symlinkSync, truncateSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkShape, findShape, type SourcesResult, sourcesShape } from './contract.ts';
import { FERRY, folderWith, type Run, WRONG_WORD } from './world.ts';

const parsed = (run: Run): SourcesResult => sourcesShape.parse(JSON.parse(run.stdout));
const pathsOf = (result: SourcesResult) => ({
  articles: result.articles.map(({ path }) => path),
  unreadable: result.unreadable.map(({ path }) => path),
});

describe('sources', () => {
  it('lists articles with their details, words and quotations', async () => {
    const { verbatim } = folderWith({ 'corpus/ferry.md': FERRY });
    const { articles, unreadable } = parsed(await verbatim('sources', '--format', 'json'));
    expect(unreadable).toEqual([]);
    expect(articles).toMatchObject([
      {
        path: 'corpus/ferry.md',
        title: 'Ferry line to reopen in spring',
        publisher: 'The Harbour Gazette',
        authors: ['Ines Torvald'],
        published: '2025-03-04',
        quotations: [{ speaker: 'Mara Ellingham' }, { speaker: 'Owen Brack' }],
      },
    ]);
    const [article] = articles;
    expect(article?.words).toBeGreaterThan(80);
    expect(article?.text).toMatch(/^The ferry line[\s\S]*four crowns\.$/);
    for (const { text, start, end } of article?.quotations ?? []) expect(FERRY.slice(start, end)).toBe(text);
  });

  it('can be read by people', async () => {
    const { verbatim } = folderWith({ 'corpus/ferry.md': FERRY, 'corpus/noise.md': new Uint8Array([0, 1, 2, 3]) });
    const { stdout, status } = await verbatim('sources', '--corpus', 'corpus');
    expect(status).toBe(0);
    expect(stdout).toContain('Ferry line to reopen in spring\n  The Harbour Gazette, 4 March 2025 · ');
    expect(stdout).toContain('2 quotations · corpus/ferry.md\n');
    expect(stdout).toMatch(/Not read\n {2}corpus\/noise\.md: .+\n/);
    expect(stdout).toMatch(/\n1 article, 2 quotations, 1 file not read\n$/);
  });

  it('that print one text are told where somebody asks', async () => {
    const other = FERRY.replace(
      /\n\n[\s\S]*/,
      '\n\nNothing of the kind was heard in the town hall, and nobody there wanted to be quoted.\n',
    );
    const reprint = FERRY.replace('The Harbour Gazette', 'The Star');
    const { verbatim } = folderWith({ 'corpus/ferry.md': FERRY, 'corpus/star.md': reprint, 'corpus/z.md': other });
    const { articles } = parsed(await verbatim('sources', '--copies', '--format', 'json'));
    expect(articles.map(({ copies }) => copies)).toEqual([['corpus/star.md'], ['corpus/ferry.md'], []]);
    const { stdout } = await verbatim('sources', '--copies');
    expect(stdout.match(/^ {2}the same text as .*$/gm)).toEqual([
      '  the same text as corpus/star.md',
      '  the same text as corpus/ferry.md',
    ]);
    expect((await verbatim('sources')).stdout).not.toContain('the same text');
  });

  it('come in the same order on every machine', async () => {
    const names = ['b.md', 'B.md', 'a/z.md', 'a.md', 'ä.md', 'a-b.md'];
    const { verbatim } = folderWith(Object.fromEntries(names.map((name) => [`corpus/${name}`, FERRY])));
    const { articles } = parsed(await verbatim('sources', '--format', 'json'));
    expect(articles.map(({ path }) => path)).toEqual(['B.md', 'a-b.md', 'a.md', 'a/z.md', 'b.md', 'ä.md'].map((name) => `corpus/${name}`));
  });
});

describe('a file that cannot be read', () => {
  const broken = {
    'corpus/binary.md': new Uint8Array(5000).map((_, at) => (at * 7) % 256),
    'corpus/empty.md': '',
    'corpus/blank.txt': ' \n\t\n',
    'corpus/picture.png': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0]),
  };

  it('is listed with its reason and never stops the others', async () => {
    const { verbatim } = folderWith({ ...broken, 'corpus/ferry.md': FERRY });
    const run = await verbatim('sources', '--format', 'json');
    expect(run.status).toBe(0);
    expect(pathsOf(parsed(run))).toEqual({
      articles: ['corpus/ferry.md'],
      unreadable: ['corpus/binary.md', 'corpus/blank.txt', 'corpus/empty.md', 'corpus/picture.png'],
    });
  });

  it('is told on standard error while drafts are checked', async () => {
    const { verbatim } = folderWith({ ...broken, 'corpus/ferry.md': FERRY, 'a.md': WRONG_WORD });
    const run = await verbatim('check', 'a.md', '--format', 'json');
    expect(run.status).toBe(0);
    expect(run.stderr).toMatch(/^verbatim: corpus\/binary\.md was left out of the corpus: .+$/m);
    expect(checkShape.parse(JSON.parse(run.stdout)).drafts[0]?.findings).toMatchObject([{ code: 'misquote' }]);
  });

  it('is one that is much too large', async () => {
    const { verbatim, path } = folderWith({ 'corpus/ferry.md': FERRY });
    const huge = `${path}/corpus/huge.txt`;
    closeSync(openSync(huge, 'w'));
    truncateSync(huge, 50 * 1024 * 1024);
    const started = performance.now();
    expect(pathsOf(parsed(await verbatim('sources', '--format', 'json')))).toEqual({
      articles: ['corpus/ferry.md'],
      unreadable: ['corpus/huge.txt'],
    });
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  it.each([
    ['is the only one', { 'corpus/empty.md': '' }, /^verbatim: The corpus corpus holds no article[^\n]*corpus\/empty\.md[^\n]*empty\.\n$/],
    [
      'is one of several',
      { 'corpus/empty.md': '', 'corpus/noise.md': new Uint8Array([0, 1]) },
      /^verbatim: The corpus corpus holds no article[^\n]*1 more[^\n]*verbatim sources[^\n]*\n$/,
    ],
    [
      'is of a kind that is not read',
      { 'corpus/picture.png': 'x' },
      /^verbatim: The corpus corpus holds no article[^\n]*--corpus[^\n]*\n$/,
    ],
  ])('leaves nothing to check against where it %s', async (_what, corpus, stderr) => {
    const { verbatim } = folderWith({ ...corpus, 'a.md': WRONG_WORD });
    const run = await verbatim('check', 'a.md', '--format', 'json');
    expect(run).toMatchObject({ status: 2, stdout: '', stderr: expect.stringMatching(stderr) });
  });
});

describe('a file that is not quite right', () => {
  it('is read in another encoding', async () => {
    const latin = Buffer.from(FERRY.replaceAll(/[“”]/g, '"').replace('bakery', 'café'), 'latin1');
    const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(FERRY, 'utf16le')]);
    const { verbatim } = folderWith({ 'corpus/latin.md': latin, 'corpus/wide.md': wide, 'corpus/marked.md': `\uFEFF${FERRY}` });
    const { articles } = parsed(await verbatim('sources', '--format', 'json'));
    expect(articles.map(({ title }) => title)).toEqual(Array(3).fill('Ferry line to reopen in spring'));
    expect(articles[0]?.text).toContain('the café on the quay');
  });

  it('is read with broken front matter', async () => {
    const { verbatim } = folderWith({
      'corpus/a.md': FERRY.replace('title: Ferry', 'title: [Ferry'),
      'corpus/b.md': FERRY.replace('\n---\n\nThe', '\n\nThe'),
    });
    const { articles } = parsed(await verbatim('sources', '--format', 'json'));
    expect(articles).toHaveLength(2);
    for (const { text } of articles) expect(text).toContain('We have waited eleven long winters');
  });

  it('may be a link that leads in a circle, or nowhere', async () => {
    const { verbatim, path } = folderWith({ 'corpus/a/ferry.md': FERRY });
    symlinkSync(`${path}/corpus`, `${path}/corpus/a/again`);
    symlinkSync(`${path}/nowhere.md`, `${path}/corpus/gone.md`);
    const run = await verbatim('sources', '--format', 'json');
    expect(run.status).toBe(0);
    expect(parsed(run).articles).toHaveLength(1);
  });
});

describe('find', () => {
  it('finds words as they stand, and nearly so, best first', async () => {
    const { verbatim } = folderWith({
      'corpus/ferry.md': FERRY,
      'corpus/other.md': 'The bell of the mill rang all night, and no one knew why it rang.\n',
    });
    const { matches } = findShape.parse(
      JSON.parse((await verbatim('find', 'the old pier must not carry waggons', '--format', 'json')).stdout),
    );
    expect(matches[0]).toMatchObject({ path: 'corpus/ferry.md', speaker: 'Owen Brack', publisher: 'The Harbour Gazette' });
    expect(matches[0]?.similarity).toBeLessThan(1);
    expect(FERRY.slice(matches[0]?.start, matches[0]?.end)).toContain('The old pier must not carry');
  });

  it('gives the day of a source only where it is known', async () => {
    const { verbatim } = folderWith({ 'corpus/ferry.md': FERRY.replace('2025-03-04', '2025-03') });
    const [match] = findShape.parse(JSON.parse((await verbatim('find', 'eleven long winters', '--format', 'json')).stdout)).matches;
    expect(match).toMatchObject({ published: null, similarity: 1 });
    expect(parsed(await verbatim('sources', '--format', 'json')).articles).toMatchObject([{ published: null }]);
    expect((await verbatim('sources')).stdout).toContain('The Harbour Gazette, March 2025 · ');
  });

  it('gives no more than asked for, and says so where there is nothing', async () => {
    const { verbatim } = folderWith(Object.fromEntries(['a', 'b', 'c'].map((name) => [`corpus/${name}.md`, FERRY])));
    const found = await verbatim('find', 'eleven long winters to see the boats', '--format', 'json', '--limit', '2');
    expect(findShape.parse(JSON.parse(found.stdout)).matches).toHaveLength(2);
    expect(await verbatim('find', 'zygomorphic quokka xylophones')).toMatchObject({
      status: 0,
      stdout: 'Nothing in the corpus comes near these words.\n',
    });
  });

  it('shows people where the words stand', async () => {
    const { stdout } = await folderWith({ 'corpus/ferry.md': FERRY }).verbatim('find', 'eleven long winters to see the boats');
    expect(stdout).toMatch(/^corpus\/ferry\.md:10\n {2}…?.*eleven long winters to see the boats/);
  });
});
