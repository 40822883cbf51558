import { describe, expect, it } from 'vitest';
import { detailsOf, readNews, readOne } from '../../../../test/support/readNews.ts';

const FIRST = {
  uri: 'urn:newsml:quay.example:fees',
  type: 'text',
  version: '2',
  firstcreated: '2025-10-06T23:30:00-05:00',
  versioncreated: '2025-10-07T08:00:00+02:00',
  pubstatus: 'usable',
  copyrightholder: 'Quay News Agency',
  language: 'en-GB',
  byline: 'By Ada Quill and Tom Reed',
  headline: 'Harbour fees rise',
  body_text: 'The fees rise.\n\n“We had no choice,” said Ines Vale.',
  body_xhtml: '<p>The fees rise.</p><p>“We had no choice,” said Ines Vale.</p>',
};

const DETAILS = {
  kind: 'report',
  title: 'Harbour fees rise',
  publisher: 'Quay News Agency',
  authors: ['Ada Quill', 'Tom Reed'],
  published: { year: 2025, month: 10, day: 6 },
  url: null,
  language: 'en-GB',
  speaker: null,
  guessed: ['publisher'],
  edition: { of: 'urn:newsml:quay.example:fees', version: '2', created: '2025-10-07T06:00:00Z', status: 'usable' },
};

describe('ninjs', () => {
  it('is read in version 1', async () => {
    const article = await readOne('a.json', FIRST);
    expect(article.id).toBe('a.json');
    expect(detailsOf(article)).toEqual(DETAILS);
    expect(article.prose.text).toBe('The fees rise.\n\n“We had no choice,” said Ines Vale.');
    expect(article.prose.text.indexOf('We had')).toBe(17);
  });

  it.each([
    [
      '2',
      {
        versioncreated: FIRST.versioncreated,
        firstcreated: FIRST.firstcreated,
        pubstatus: 'usable',
        copyrightholder: FIRST.copyrightholder,
      },
      'contenttype',
    ],
    [
      '3',
      {
        versionCreated: FIRST.versioncreated,
        firstCreated: FIRST.firstcreated,
        pubStatus: 'usable',
        copyrightHolder: FIRST.copyrightholder,
      },
      'contentType',
    ],
  ])('is read in version %s', async (_, names, contentType) => {
    const article = await readOne('a.json', {
      ...{ uri: FIRST.uri, type: 'text', version: '2', language: 'en-GB', by: FIRST.byline, ...names },
      headlines: [
        { role: 'short', value: 'Fees up' },
        { role: 'main', value: FIRST.headline },
      ],
      bodies: [
        { role: 'summary', [contentType]: 'text/html', value: '<p>Fees up.</p>' },
        { role: 'main', [contentType]: 'text/plain', value: FIRST.body_text.replace('\n\n', ' ') },
        { role: 'richtext', [contentType]: 'application/xhtml+xml', value: FIRST.body_xhtml },
      ],
    });
    expect(detailsOf(article)).toEqual(DETAILS);
    expect(article.prose.blocks.map(({ span }) => [span.start, span.end])).toEqual([
      [0, 14],
      [16, 51],
    ]);
  });

  it('reads headlines and bodies under everybody’s own names', async () => {
    const { headline: _, body_text: __, body_xhtml: ___, ...rest } = FIRST;
    const article = await readOne('a.json', { ...rest, headline_main: 'Fees', body_main: 'They rise.', body_summary: 'No.' });
    expect([article.title, article.prose.text]).toEqual(['Fees', 'They rise.']);
  });

  it('takes withheld and cancelled items with what is said of them', async () => {
    const statuses = ['withheld', 'canceled'].map(async (pubstatus) => (await readOne('a.json', { ...FIRST, pubstatus })).edition?.status);
    expect(await Promise.all(statuses)).toEqual(['withheld', 'canceled']);
  });

  it('sees a correction in the headline or in the note to editors', async () => {
    const headline = await readOne('a.json', { ...FIRST, headline: 'CORRECTED-Harbour fees rise' });
    const note = await readOne('a.json', { ...FIRST, ednote: 'CORRECTS name in 2nd paragraph' });
    expect([headline.edition?.status, note.edition?.status]).toEqual(['corrected', 'corrected']);
  });

  it('does not take the day of a later version for the day it was published', async () => {
    const { firstcreated: _, ...rest } = FIRST;
    const article = await readOne('a.json', rest);
    expect([article.published, article.guessed]).toEqual([{ year: 2025, month: 10, day: 7 }, ['publisher', 'published']]);
  });

  it('takes the end of an embargo for the day it was published', async () => {
    const article = await readOne('a.json', { ...FIRST, embargoed: '2025-10-09T06:00:00Z' });
    expect(article.published).toEqual({ year: 2025, month: 10, day: 9 });
  });

  it('reads the texts that a package has with it, and no pictures', async () => {
    const { articles } = await readNews('a.json', {
      ...{ uri: 'urn:quay:pack', type: 'composite', versioncreated: '2025-10-07T08:00:00Z', headline: 'Pack' },
      associations: {
        one: FIRST,
        two: { ...FIRST, uri: 'urn:newsml:quay.example:weir', headline: 'Weir' },
        picture: {
          uri: 'urn:quay:pic',
          type: 'picture',
          versioncreated: '2025-10-07T08:00:00Z',
          headline: 'Quay',
          description_text: 'The quay.',
        },
      },
    });
    expect(articles.map(({ title }) => title)).toEqual(['Harbour fees rise', 'Weir']);
  });

  it('keeps several versions of one item apart', async () => {
    const { articles } = await readNews('a.json', [FIRST, { ...FIRST, version: '3' }]);
    expect(articles.map(({ edition }) => edition?.version)).toEqual(['2', '3']);
    expect(new Set(articles.map(({ id }) => id)).size).toBe(2);
    const alone = await readNews('a.json', [{ ...FIRST, uri: 'urn:new' }, FIRST, { ...FIRST, version: '3' }]);
    expect(alone.articles.slice(1).map(({ id }) => id)).toEqual(articles.map(({ id }) => id));
  });

  it('says that a picture is no text', async () => {
    const { articles, problems } = await readNews('a.json', {
      uri: 'urn:p',
      type: 'picture',
      pubstatus: 'usable',
      description_text: 'The quay.',
    });
    expect([articles, problems.map(({ message }) => message)]).toEqual([
      [],
      ['There is no article in this file: it describes pictures, sound or events.'],
    ]);
  });

  it('keeps an item of which there is only a summary, and says so', async () => {
    const { articles, problems } = await readNews('a.json', {
      uri: 'urn:s',
      type: 'text',
      pubstatus: 'usable',
      headline: 'Fees',
      description_text: 'They rise.',
    });
    expect(articles[0]?.prose.text).toBe('They rise.');
    expect(problems.map(({ message }) => message)).toEqual([
      'The article is only a summary here, so that what it leaves out will not be found: save the full text to check against it.',
    ]);
  });
});
