import { describe, expect, it } from 'vitest';
import { detailsOf, readNews, readOne } from '../../../../test/support/readNews.ts';

const PLAIN = {
  title: 'Harbour fees rise',
  text: 'The fees rise.\n\n“No choice,” said Ines Vale.',
  date: '2025-10-07',
  publisher: 'The Quay Courier',
};

const NO_ARTICLE = /^There is no news article in this JSON file/;

describe('schema.org', () => {
  const ARTICLE = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: 'Harbour fees rise',
    articleBody: 'The fees rise.\n\n“No choice,” said Ines Vale.',
    author: [{ '@type': 'Person', name: 'Ada Quill' }, 'Tom Reed'],
    publisher: { '@type': 'Organization', name: 'The Quay Courier' },
    datePublished: '2025-10-07T23:30:00+02:00',
    dateModified: '2025-10-08T09:00:00+02:00',
    inLanguage: 'en-GB',
    mainEntityOfPage: { '@type': 'WebPage', '@id': 'https://quay.example/fees' },
  };
  const DETAILS = {
    kind: 'report',
    title: 'Harbour fees rise',
    publisher: 'The Quay Courier',
    authors: ['Ada Quill', 'Tom Reed'],
    published: { year: 2025, month: 10, day: 7 },
    url: 'https://quay.example/fees',
    language: 'en-GB',
    speaker: null,
    guessed: [],
    edition: { of: 'https://quay.example/fees', version: null, created: '2025-10-08T07:00:00Z', status: 'usable' },
  };

  it('is read as an article', async () => {
    const article = await readOne('a.json', ARTICLE);
    expect(detailsOf(article)).toEqual(DETAILS);
    expect(article.prose.text.slice(17, 26)).toBe('No choice');
  });

  it.each(['ReportageNewsArticle', 'http://schema.org/NewsArticle', ['Thing', 'Article'], 'BlogPosting'])(
    'knows the type %s',
    async (type) => {
      expect((await readOne('a.json', { ...ARTICLE, '@type': type })).title).toBe('Harbour fees rise');
    },
  );

  it('is read in a graph, where names are given elsewhere', async () => {
    const article = await readOne('a.json', {
      '@context': 'https://schema.org',
      '@graph': [
        { ...ARTICLE, author: { '@id': '#ada' }, publisher: { '@id': '#quay' } },
        { '@type': 'WebPage', '@id': 'https://quay.example/fees', name: 'A page' },
        { '@type': 'Person', '@id': '#ada', name: 'Ada Quill', url: 'https://quay.example/ada' },
        { '@type': 'Organization', '@id': '#quay', name: 'The Quay Courier' },
      ],
    });
    expect(detailsOf(article)).toEqual({ ...DETAILS, authors: ['Ada Quill'] });
  });

  it('is read with the vocabulary’s address in every name', async () => {
    const article = await readOne('a.json', [
      {
        '@type': ['http://schema.org/NewsArticle'],
        'http://schema.org/headline': [{ '@value': 'Fees' }],
        'http://schema.org/articleBody': [{ '@value': 'They rise.' }],
      },
    ]);
    expect([article.title, article.prose.text]).toEqual(['Fees', 'They rise.']);
  });

  it('counts a correction beside the text', async () => {
    const article = await readOne('a.json', { ...ARTICLE, correction: { '@type': 'CorrectionComment', text: 'The sum was wrong.' } });
    expect(article.edition?.status).toBe('corrected');
  });

  it('reads a live blog as its updates', async () => {
    const update = (headline: string) => ({
      '@type': 'BlogPosting',
      headline,
      articleBody: `${headline} it is.`,
      datePublished: '2025-10-07',
    });
    const { articles } = await readNews('a.json', {
      '@type': 'LiveBlogPosting',
      headline: 'Live',
      liveBlogUpdate: [update('High'), update('Low')],
    });
    expect(articles.map(({ title }) => title)).toEqual(['High', 'Low']);
  });
});

describe('JSON Feed', () => {
  it('is read as its items', async () => {
    const { articles, problems } = await readNews('feed.json', {
      version: 'https://jsonfeed.org/version/1.1',
      title: 'The Quay Courier',
      language: 'en',
      authors: [{ name: 'Ada Quill' }],
      items: [
        {
          id: 'https://quay.example/1',
          url: 'https://quay.example/1',
          title: 'Fees',
          content_html: '<p>They rise.</p>',
          date_published: '2025-10-07T08:00:00+02:00',
        },
        {
          id: 2,
          title: 'Weir',
          content_text: 'It holds.',
          date_published: '2025-10-06T08:00:00Z',
          authors: [{ name: 'Tom Reed' }],
          language: 'de',
        },
        { id: '3', title: 'Nothing' },
      ],
    });
    expect(articles.map((article) => [article.id.slice(0, 12), article.prose.text, article.authors, article.language])).toEqual([
      ['feed.json#1-', 'They rise.', ['Ada Quill'], 'en'],
      ['feed.json#id', 'It holds.', ['Tom Reed'], 'de'],
    ]);
    expect(articles[0]).toMatchObject({ publisher: 'The Quay Courier', guessed: ['publisher'], edition: { of: 'https://quay.example/1' } });
    expect(articles[1]?.edition).toBeNull();
    expect(problems.map(({ message }) => message)).toEqual(['1 of its 3 items has no text and was left out: “Nothing”.']);
  });
});

describe('a plain export', () => {
  it('is read under the usual names', async () => {
    const article = await readOne('a.json', {
      ...PLAIN,
      author: 'By Ada Quill',
      url: 'https://quay.example/fees',
      lang: 'en_GB',
      speaker: 'Ines Vale',
      id: 7,
    });
    expect(detailsOf(article)).toEqual({
      ...{ kind: 'report', title: 'Harbour fees rise', publisher: 'The Quay Courier', authors: ['Ada Quill'], speaker: 'Ines Vale' },
      ...{ published: { year: 2025, month: 10, day: 7 }, url: 'https://quay.example/fees', language: 'en-GB', guessed: [], edition: null },
    });
    expect(article.prose.text.indexOf('No choice')).toBe(17);
  });

  it.each([
    ['a list', [PLAIN]],
    ['articles', { articles: [PLAIN] }],
    ['items', { total: 1, items: [PLAIN] }],
    ['a search engine’s hits', { hits: { total: 1, hits: [{ _id: 'x', _source: PLAIN }] } }],
    [
      'an archive’s fields',
      {
        response: {
          results: [
            {
              id: 'x',
              webTitle: PLAIN.title,
              webPublicationDate: PLAIN.date,
              fields: { bodyText: PLAIN.text, publication: PLAIN.publisher },
            },
          ],
        },
      },
    ],
    [
      'rendered fields',
      [
        {
          id: 7,
          date: PLAIN.date,
          publisher: PLAIN.publisher,
          title: { rendered: PLAIN.title },
          content: { rendered: '<p>The fees rise.</p><p>“No choice,” said Ines Vale.</p>' },
        },
      ],
    ],
    [
      'paragraphs',
      { headline: PLAIN.title, published_at: PLAIN.date, source: { name: PLAIN.publisher }, paragraphs: PLAIN.text.split('\n\n') },
    ],
    ['a list of its own name', { clippingsOfTheWeek: [PLAIN] }],
  ])('is read in %s', async (_, value) => {
    const article = await readOne('a.json', value);
    expect(article).toMatchObject({
      id: 'a.json',
      title: PLAIN.title,
      publisher: PLAIN.publisher,
      published: { year: 2025, month: 10, day: 7 },
    });
    expect(article.prose.text).toBe(PLAIN.text);
  });

  it('takes when it was made for a guess at when it was published', async () => {
    const { date: _, ...rest } = PLAIN;
    expect((await readOne('a.json', { ...rest, created_at: '2025-10-07T08:00:00Z' })).guessed).toEqual(['published']);
  });

  it('has an edition where it says so', async () => {
    const article = await readOne('a.json', {
      ...PLAIN,
      url: 'https://quay.example/fees',
      version: 3,
      updated: '2025-10-08T08:00:00Z',
      correction: 'The sum was wrong.',
    });
    expect(article.edition).toEqual({
      of: 'https://quay.example/fees',
      version: '3',
      created: '2025-10-08T08:00:00Z',
      status: 'corrected',
    });
  });

  it('says where texts are cut off', async () => {
    const { problems } = await readNews('a.json', [PLAIN, { ...PLAIN, text: 'The fees… [+812 chars]' }]);
    expect(problems[0]?.message).toMatch(/^1 of the 2 articles is only a summary/);
  });

  it('gives a transcript’s turns to their speakers', async () => {
    const text = ['ADA QUILL: Good day.', 'TOM REED: Good day.', 'ADA QUILL: The fees?', 'TOM REED: They rise.'].join('\n\n');
    expect((await readOne('a.json', { ...PLAIN, text })).kind).toBe('transcript');
  });
});

describe('a file that is no news', () => {
  it.each([
    ['a package', { name: 'quay', version: '1.0.0', description: 'Fees', author: 'Ada Quill', scripts: { test: 'x' }, files: ['a', 'b'] }],
    ['settings', { compilerOptions: { strict: true }, include: ['src'], content: ['./src/**/*.html'] }],
    [
      'a map',
      {
        type: 'FeatureCollection',
        features: [
          { type: 'Feature', properties: { name: 'Quay', description: 'A quay' }, geometry: { type: 'Point', coordinates: [1, 2] } },
        ],
      },
    ],
    [
      'a schema',
      {
        $schema: 'https://json-schema.org/draft/2020-12/schema',
        title: 'Fees',
        description: 'What fees are',
        type: 'object',
        properties: { text: { type: 'string' } },
      },
    ],
    ['a number', 7],
    ['an empty list', []],
  ])('has no article and one calm problem: %s', async (_, value) => {
    const { articles, problems } = await readNews('a.json', value);
    expect(articles).toEqual([]);
    expect(problems.map(({ message }) => message)).toEqual([expect.stringMatching(NO_ARTICLE)]);
  });

  it('is told where it is broken', async () => {
    const { articles, problems } = await readNews('a.json', '{"title": "Fees",\n "text": "They rise",,}');
    expect(articles).toEqual([]);
    expect(problems).toEqual([
      {
        message: 'The file is not valid JSON (line 2) and was not read: export it again, or mend that place.',
        span: { start: 39, end: 40 },
      },
    ]);
  });

  it('is told where it is empty', async () => {
    expect((await readNews('a.json', ' \n')).problems).toEqual([{ message: 'The file is empty.', span: null }]);
  });

  it('is bounded however deep it is', async () => {
    const deep = `{"title":"x","date":"2025-10-07","text":${'['.repeat(50_000)}"a"${']'.repeat(50_000)}}`;
    expect((await readNews('a.json', deep)).articles).toEqual([]);
    const html = [{ ...PLAIN, text: `${'<div>'.repeat(50_000)}hi` }, PLAIN];
    const { articles, problems } = await readNews('a.json', html);
    expect(articles.map(({ prose }) => prose.text.trim())).toEqual(['hi', PLAIN.text]);
    expect(problems).toEqual([]);
  });

  it('has no hold on the reader’s own objects', async () => {
    const article = await readOne(
      'a.json',
      '{"__proto__": {"title": "No"}, "constructor": 1, "title": "Yes", "date": "2025-10-07", "text": "They rise."}',
    );
    expect(article.title).toBe('Yes');
  });
});

it('reads UTF-16 and byte-order marks', async () => {
  const text = JSON.stringify(PLAIN);
  const wide = new Uint8Array(2 + text.length * 2);
  wide.set([0xff, 0xfe]);
  for (let i = 0; i < text.length; i++) new DataView(wide.buffer).setUint16(2 + i * 2, text.charCodeAt(i), true);
  expect((await readOne('a.json', wide)).prose.text).toBe(PLAIN.text);
  expect((await readOne('a.json', `\uFEFF${text}`)).prose.text).toBe(PLAIN.text);
});
