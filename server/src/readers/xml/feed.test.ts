import { describe, expect, it } from 'vitest';
import { readNews, readOne } from '../../../../test/support/readNews.ts';

const SUMMARIES = /only a summary here/;

function rss(items: string, channel = '<language>en-gb</language>'): string {
  return `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom">
    <channel><title>The Quay Courier</title><link>https://quay.example</link>${channel}${items}</channel></rss>`;
}

const FULL = `<item><title>Harbour fees &amp;amp; tolls rise</title><link>https://quay.example/fees</link><guid isPermaLink="false">quay-17</guid>
  <pubDate>Tue, 07 Oct 2025 23:30:00 -0500</pubDate><dc:creator><![CDATA[Ada Quill and Tom Reed]]></dc:creator><atom:updated>2025-10-08T09:00:00Z</atom:updated>
  <description>Fees up.</description>
  <content:encoded><![CDATA[<p>The fees rise.</p><p>&#8220;No choice,&#8221; said Ines Vale.</p><p>The post <a href="/">Fees</a> appeared first on <a href="/">Quay</a>.</p>]]></content:encoded></item>`;

describe('RSS', () => {
  it('is read with the whole text where the feed has it', async () => {
    const article = await readOne('feed.rss', rss(FULL));
    expect(article).toMatchObject({
      ...{ id: 'feed.rss', title: 'Harbour fees & tolls rise', publisher: 'The Quay Courier', authors: ['Ada Quill', 'Tom Reed'] },
      ...{ published: { year: 2025, month: 10, day: 7 }, url: 'https://quay.example/fees', language: 'en-gb', guessed: ['publisher'] },
      edition: { of: 'https://quay.example/fees', version: null, created: '2025-10-08T09:00:00Z', status: 'usable' },
    });
    expect(article.prose.text).toBe('The fees rise.\n\n“No choice,” said Ines Vale.');
    expect(article.prose.text.indexOf('No choice')).toBe(17);
  });

  it('keeps summaries, and says that they are no more', async () => {
    const brief =
      '<item><title>Weir holds</title><guid>https://quay.example/weir</guid><description>It holds, they say.</description></item>';
    const { articles, problems } = await readNews('feed.xml', rss(FULL + brief));
    expect(articles.map(({ id }) => id)).toEqual(['feed.xml#quay-17', expect.stringMatching(/^feed\.xml#weir-\w{13}$/)]);
    expect(articles[1]).toMatchObject({ url: 'https://quay.example/weir', prose: { text: 'It holds, they say.' } });
    expect(problems.map(({ message }) => message)).toEqual([
      '1 of the 2 articles is only a summary here, so that what it leaves out will not be found: save the full text to check against it.',
    ]);
  });

  it('takes a long description that does not break off for the whole text', async () => {
    const long = `<p>${'The fees rise and the weir holds today. '.repeat(20)}</p>`.replaceAll('<', '&lt;');
    const item = `<item><title>Fees</title><description>${long}</description></item>`;
    expect((await readNews('feed.xml', rss(item))).problems).toEqual([]);
    expect((await readNews('feed.xml', rss(item.replace('today. &lt;/p>', 'today…&lt;/p>')))).problems[0]?.message).toMatch(SUMMARIES);
  });

  it('leaves out items without any text, and says which', async () => {
    const { articles, problems } = await readNews('feed.xml', rss(`${FULL}<item><title>Nothing</title></item>`));
    expect(articles).toHaveLength(1);
    expect(problems.map(({ message }) => message)).toEqual(['1 of its 2 items has no text and was left out: “Nothing”.']);
  });

  it('is read in version 0.91 with its type declaration', async () => {
    const feed = `<?xml version="1.0"?><!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://quay.example/rss-0.91.dtd">
      <rss version="0.91"><channel><title>Quay</title><item><title>Weir</title><link>https://quay.example/weir</link><description>It holds.</description></item></channel></rss>`;
    expect(await readOne('feed.xml', feed)).toMatchObject({ title: 'Weir', prose: { text: 'It holds.' } });
  });

  it('is read in version 1.0', async () => {
    const feed = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel rdf:about="https://quay.example"><title>Quay</title><dc:language>en</dc:language></channel>
      <item rdf:about="https://quay.example/weir"><title>Weir</title><link>https://quay.example/weir</link><description>It holds.</description>
      <dc:creator>Ada Quill</dc:creator><dc:date>2025-10-07T23:30:00-05:00</dc:date></item></rdf:RDF>`;
    expect(await readOne('feed.xml', feed)).toMatchObject({
      ...{ title: 'Weir', publisher: 'Quay', authors: ['Ada Quill'], published: { year: 2025, month: 10, day: 7 }, language: 'en' },
      edition: { of: 'https://quay.example/weir', created: '2025-10-08T04:30:00Z' },
    });
  });
});

describe('Atom', () => {
  const entry = (
    content: string,
    title = '<title>Harbour fees rise</title>',
  ) => `<entry xml:lang="de"><id>tag:quay.example,2025:fees</id>${title}
    <link rel="alternate" href="https://quay.example/fees"/><published>2025-10-07T23:30:00-05:00</published><updated>2025-10-08T09:00:00Z</updated>
    <author><name>Ada Quill</name></author>${content}</entry>`;
  const feed = (entries: string) =>
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>The Quay Courier</title><id>tag:quay.example,2025:all</id>${entries}</feed>`;

  it.each([
    ['xhtml', '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The <em>fees</em> rise &amp; rise.</p></div></content>'],
    ['html', '<content type="html">&lt;p&gt;The &lt;em&gt;fees&lt;/em&gt; rise &amp;amp; rise.&lt;/p&gt;</content>'],
    ['text', '<content type="text">The fees rise &amp; rise.</content>'],
    ['text without a type', '<content>The fees rise &amp; rise.</content>'],
  ])('is read with content that is %s', async (_, content) => {
    const { articles, problems } = await readNews('feed.atom', feed(entry(content)));
    expect(problems).toEqual([]);
    expect(articles[0]).toMatchObject({
      ...{
        title: 'Harbour fees rise',
        publisher: 'The Quay Courier',
        authors: ['Ada Quill'],
        published: { year: 2025, month: 10, day: 7 },
      },
      ...{ url: 'https://quay.example/fees', language: 'de', guessed: ['publisher'], prose: { text: 'The fees rise & rise.' } },
      edition: { of: 'tag:quay.example,2025:fees', version: null, created: '2025-10-08T09:00:00Z', status: 'usable' },
    });
  });

  it('reads titles as their type says', async () => {
    const titles = ['<title>5 &lt; 6</title>', '<title type="html">Salt &amp;amp; tar</title>'].map((title) =>
      entry('<summary>They rise.</summary>', title),
    );
    const { articles, problems } = await readNews('feed.atom', feed(titles.join('')));
    expect(articles.map(({ title }) => title)).toEqual(['5 < 6', 'Salt & tar']);
    expect(articles.map(({ id }) => id)[1]).toBe(`${articles[0]?.id}~2`);
    expect(problems[0]?.message).toMatch(/^All 2 articles/);
  });

  it('sees a correction in a title', async () => {
    const article = await readOne('feed.atom', feed(entry('<content>They rise.</content>', '<title>CORRECTED: Fees rise</title>')));
    expect(article.edition?.status).toBe('corrected');
  });
});

describe('a feed', () => {
  it.each([
    ['is empty', rss(''), 'There is no article in this feed.'],
    ['breaks off', rss(FULL).slice(0, 600), 'The feed is not well-formed XML or breaks off, and was not read: save it again.'],
    [
      'is nested without end',
      rss(`<item>${'<a>'.repeat(50_000)}`),
      'The feed is not well-formed XML or breaks off, and was not read: save it again.',
    ],
  ])('that %s has one problem', async (_, text, message) => {
    const { articles, problems } = await readNews('feed.xml', text);
    expect([articles, problems.map((problem) => problem.message)]).toEqual([[], [message]]);
  });

  it('gets no entities of its own expanded', async () => {
    const laughs = Array.from({ length: 30 }, (_, i) => `<!ENTITY a${i + 1} "${`&a${i};`.repeat(10)}">`).join('');
    const text = `<!DOCTYPE rss [<!ENTITY a0 "ha">${laughs}]>${rss('<item><title>Fees</title><description>See &a30; rise.</description></item>').replace(/^<\?xml[^>]*>/, '')}`;
    const { articles } = await readNews('feed.xml', text);
    expect(articles[0]?.prose.text).toBe('See &a30; rise.');
  });
});
