import { describe, expect, it } from 'vitest';
import type { Article } from '../../corpus/article.ts';
import { sliceOf } from '../../text/span.ts';
import { html } from './html.ts';

const STORY = [
  'The harbour board met on Tuesday and agreed that the north quay should stay open to boats all winter.',
  '“We shall keep the lamp lit through the fog,” Ada Quill said after the meeting in the old rope works.',
  'The decision ends a dispute of three years, in which the board had twice voted to close the quay for good.',
  'Fishermen had warned that without the quay they would have to land their catch in the next town, an hour away.',
];

function page({ head = '', before = '', after = '', body = STORY.map((text) => `<p>${text}</p>`).join('\n'), lang = 'en' }): string {
  return `<!doctype html><html lang="${lang}"><head>${head}</head><body><nav><a href="/">Home</a> <a href="/sea">Sea</a></nav>${before}<article>${body}</article>${after}<footer>© 2031 The Quay Courier</footer></body></html>`;
}

async function read(source: string | Uint8Array, id = 'quay.html') {
  return html.read(id, typeof source === 'string' ? new TextEncoder().encode(source) : source);
}

async function articleOf(source: string | Uint8Array, id = 'quay.html'): Promise<Article> {
  const { articles } = await read(source, id);
  expect(articles).toHaveLength(1);
  return articles[0] as Article;
}

const blocks = ({ prose }: Article) => prose.blocks.map(({ span }) => sliceOf(prose.text, span));
const linked = (data: unknown) => `<script type="application/ld+json">${JSON.stringify(data)}</script>`;

describe('the text of a page', () => {
  it('is the article, with offsets in the extracted text', async () => {
    const article = await articleOf(page({}));
    expect(blocks(article)).toEqual(STORY);
    const quotation = '“We shall keep the lamp lit through the fog,”';
    const start = article.prose.text.indexOf(quotation);
    expect(sliceOf(article.prose.text, { start, end: start + quotation.length })).toBe(quotation);
  });

  it('has no share lines, links to other pages, sign-up boxes, credits or comments', async () => {
    const [first, second, third, fourth] = STORY;
    const body = `<h1>Quay stays open</h1><p class="byline">By Ada Quill</p><div class="share-bar"><a href="#">Facebook</a> <a href="#">Email</a></div>
      <p>${first}</p><figure><img src="q.jpg"><figcaption>The quay at dusk. Photo: Jan Roe/Alamy</figcaption></figure><p>${second}</p>
      <p>Read more: <a href="/a">Why the lamp went out</a></p><aside class="newsletter-signup"><p>Get the best of the coast in your inbox every morning, for free.</p></aside>
      <p>${third}</p><p>${fourth}</p><h3>Related stories</h3><ul><li><a href="/b">Boats are back</a></li><li><a href="/c">Nets are not</a></li></ul>`;
    const after =
      '<section id="comments"><h3>2 comments</h3><p>I have always said that the quay should be closed, and nobody listens to me.</p></section>';
    expect(blocks(await articleOf(page({ head: '<title>Quay stays open</title>', body, after })))).toEqual([
      first,
      'The quay at dusk.',
      second,
      third,
      fourth,
    ]);
  });

  it('keeps a word of a sentence, whatever its element is called', async () => {
    const body = STORY.map((text) => `<p>${text.replace('quay', '<span class="share">quay</span>')}</p>`).join('');
    expect(blocks(await articleOf(page({ body })))).toEqual(STORY);
  });

  it('keeps headings, quotations, lists and a subhead that is also a menu’s word', async () => {
    const body = `<h2>Opinion</h2><p>${STORY[0]}</p><blockquote><p>${STORY[1]}</p></blockquote><p>${STORY[2]}</p><ul><li>Salt and tar for the boats</li></ul><p>${STORY[3]}</p>`;
    const { prose } = await articleOf(page({ head: '<title>Quay stays open</title>', body }));
    expect(prose.blocks.map(({ kind }) => kind)).toEqual(['heading', 'paragraph', 'quote', 'paragraph', 'item', 'paragraph']);
  });

  it('is in other languages without their furniture, too', async () => {
    const text = 'Der Hafenrat beschloss am Dienstag, dass der Nordkai den ganzen Winter über für die Boote offen bleiben soll.';
    const body = `<p>${text}</p><p>Lesen Sie auch: <a href="/x">Die Lampe brennt wieder</a></p><p>${text.replace('Dienstag', 'Mittwoch')}</p>`;
    expect(blocks(await articleOf(page({ body, lang: 'de' })))).toEqual([text, text.replace('Dienstag', 'Mittwoch')]);
  });

  it('is taken from the page’s data where the page itself has less of it', async () => {
    const data = { '@type': 'NewsArticle', headline: 'Quay stays open', articleBody: STORY.join('\n\n') };
    expect(blocks(await articleOf(page({ head: linked(data), body: `<p>${STORY[0]}</p>` })))).toEqual(STORY);
  });

  it('is all there is on a page without an article’s markup', async () => {
    expect(blocks(await articleOf('<p>The lamp is lit.<br><br>The fog is thick.'))).toEqual(['The lamp is lit.', 'The fog is thick.']);
  });
});

describe('what a page says of its article', () => {
  it('is read from JSON-LD first, with authors by reference', async () => {
    const graph = {
      '@graph': [
        { '@type': 'Person', '@id': '#ada', name: 'Ada Quill' },
        {
          '@type': ['NewsArticle'],
          headline: 'Quay stays open',
          author: [{ '@id': '#ada' }, { name: 'Jan Roe' }],
          datePublished: '2031-03-04T23:30:00-05:00',
          publisher: { name: 'The Quay Courier' },
        },
      ],
    };
    const head = `${linked(graph)}<meta property="og:title" content="You will not believe this quay"><meta property="article:published_time" content="2030-01-01"><link rel="canonical" href="https://quay.example/2031/open">`;
    expect(await articleOf(page({ head }))).toMatchObject({
      title: 'Quay stays open',
      authors: ['Ada Quill', 'Jan Roe'],
      published: { year: 2031, month: 3, day: 4 },
      publisher: 'The Quay Courier',
      url: 'https://quay.example/2031/open',
      language: 'en',
      guessed: [],
      edition: null,
    });
  });

  it('takes the node that is about this page, and passes broken scripts over', async () => {
    const others = [
      { '@type': 'Article', headline: 'Another', url: 'https://quay.example/b' },
      { '@type': 'Article', headline: 'This one', url: 'https://quay.example/a/' },
    ];
    const head = `<script type="application/ld+json">{"@type": "Article", </script>${linked(others)}<link rel="canonical" href="https://www.quay.example/a?x=1">`;
    expect((await articleOf(page({ head }))).title).toBe('This one');
  });

  it('is read from meta tags, the most careful first', async () => {
    const head =
      '<title>Quay stays open | Courier</title><meta property="og:site_name" content="The Quay Courier"><meta name="dc.creator" content="Quill, Ada"><meta name="author" content="webmaster">' +
      '<meta name="dcterms.issued" content="2031-03-04"><meta property="og:title" content="Quay stays open - The Quay Courier"><meta property="og:locale" content="en_GB">';
    expect(await articleOf(page({ head, lang: '' }))).toMatchObject({
      title: 'Quay stays open',
      authors: ['Ada Quill'],
      published: { year: 2031, month: 3, day: 4 },
      publisher: 'The Quay Courier',
      language: 'en-GB',
      guessed: [],
    });
  });

  it('is read from Parse.ly and Sailthru tags', async () => {
    const parsely = JSON.stringify({ title: 'Quay stays open', author: 'Ada Quill', pub_date: '2031-03-04T10:00:00Z' }).replace(
      /"/g,
      '&quot;',
    );
    const expected = { title: 'Quay stays open', authors: ['Ada Quill'], published: { year: 2031, month: 3, day: 4 } };
    expect(await articleOf(page({ head: `<meta name="parsely-page" content="${parsely}">` }))).toMatchObject(expected);
    const sailthru =
      '<meta name="sailthru.title" content="Quay stays open"><meta name="sailthru.author" content="By Ada Quill"><meta name="sailthru.date" content="2031-03-04 10:00">';
    expect(await articleOf(page({ head: sailthru }))).toMatchObject(expected);
  });

  it('is read from microdata, links to authors and bylines', async () => {
    const microdata =
      '<h1 itemprop="headline">Quay stays open</h1><span itemprop="author" itemscope><b itemprop="name">Ada Quill</b></span><time itemprop="datePublished" datetime="2031-03-04T08:00">Tuesday</time>';
    expect(await articleOf(page({ before: microdata }))).toMatchObject({
      title: 'Quay stays open',
      authors: ['Ada Quill'],
      published: { day: 4 },
    });
    expect((await articleOf(page({ before: '<h1>Quay stays open</h1><a rel="author" href="/q">Ada Quill</a>' }))).authors).toEqual([
      'Ada Quill',
    ]);
    expect(
      (
        await articleOf(
          page({ before: '<h1>Quay stays open</h1><p class="byline"><span>By</span> <a href="/q">Ada Quill</a><i>4 Mar</i></p>' }),
        )
      ).authors,
    ).toEqual(['Ada Quill']);
    expect(
      (await articleOf(page({ before: '<h1>Quay stays open</h1><p>By Ada Quill and Jan Roe</p><p>Published: 4 March 2031, 10:20</p>' })))
        .authors,
    ).toEqual(['Ada Quill', 'Jan Roe']);
  });

  it('does not take authors and days of comments and other stories', async () => {
    const after = '<aside class="related"><a rel="author" href="/x">Zoe Moor</a><time datetime="2029-01-01">2029</time></aside>';
    expect(await articleOf(page({ after }))).toMatchObject({ authors: [], published: null });
  });

  it('says what it guessed', async () => {
    const head =
      '<title>Quay stays open as the fog comes in - Quay Courier Times</title><link rel="canonical" href="https://q.example/2031/03/04/quay">';
    expect(await articleOf(page({ head }))).toMatchObject({
      title: 'Quay stays open as the fog comes in',
      publisher: 'Quay Courier Times',
      published: { year: 2031, month: 3, day: 4 },
      guessed: ['publisher', 'published'],
    });
    const changed = await articleOf(
      page({ head: linked({ '@type': 'Article', headline: 'Quay', dateModified: '2031-03-05T01:00:00+09:00' }) }),
    );
    expect(changed).toMatchObject({ published: { day: 5 }, guessed: ['publisher', 'published'] });
  });

  it('tells an edition by its change or its correction', async () => {
    const url = '<link rel="canonical" href="https://q.example/a">';
    const data = { '@type': 'Article', headline: 'Quay', datePublished: '2031-03-04T10:00:00Z', dateModified: '2031-03-04T12:00:00Z' };
    expect((await articleOf(page({ head: url + linked(data) }))).edition).toEqual({
      of: 'https://q.example/a',
      version: null,
      created: '2031-03-04T12:00:00Z',
      status: 'usable',
    });
    const corrected = { ...data, headline: 'CORRECTED - Quay stays open', dateModified: undefined };
    expect((await articleOf(page({ head: url + linked(corrected) }))).edition).toMatchObject({
      created: '2031-03-04T10:00:00Z',
      status: 'corrected',
    });
    expect((await articleOf(page({ head: linked(data) }))).edition).toBeNull();
  });

  it('knows where a browser saved a page from', async () => {
    expect((await articleOf(`<!-- saved from url=(0024)https://quay.example/a -->${page({})}`)).url).toBe('https://quay.example/a');
  });

  it('leaves out the name of the site from titles in other scripts', async () => {
    expect((await articleOf(page({ head: '<title>码头整个冬天都开放_海洋频道_海港网</title>' }))).title).toBe('码头整个冬天都开放');
  });
});

describe('the encoding of a page', () => {
  const windows = (text: string) => Uint8Array.from(text, (c) => ({ '“': 0x93, '”': 0x94, ü: 0xfc })[c] ?? c.charCodeAt(0));
  const body = '<p>“Für die Boote”</p>';

  it('is what it says in its head, by either form', async () => {
    for (const meta of ['<meta charset="windows-1252">', '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">']) {
      const { articles, problems } = await read(windows(meta + body));
      expect(articles[0]?.prose.text).toBe('“Für die Boote”');
      expect(problems).toEqual([]);
    }
    const shiftJis = Uint8Array.from([...new TextEncoder().encode('<meta charset=shift_jis><p>'), 0x8a, 0x43, 0x82, 0xcc]);
    expect((await articleOf(shiftJis)).prose.text).toBe('海の');
  });

  it('is UTF-8 where the bytes are, whatever the page says', async () => {
    expect((await articleOf(`<meta charset="iso-8859-1">${body}`)).prose.text).toBe('“Für die Boote”');
    expect((await articleOf(`\uFEFF<meta charset="iso-8859-1">${body}`)).prose.text).toBe('“Für die Boote”');
  });

  it('is guessed aloud where nothing says it', async () => {
    const { articles, problems } = await read(windows(body));
    expect(articles[0]?.prose.text).toBe('“Für die Boote”');
    expect(problems[0]?.message).toContain('Windows-1252');
  });
});

describe('pages that are no articles, or out to harm', () => {
  it('says what to do about a page that scripts fill in', async () => {
    for (const source of [
      '<html><body><div id="root"></div><script>go()</script></body></html>',
      '<noscript>Please enable JavaScript.</noscript><p>Loading</p>',
    ]) {
      const { articles, problems } = await read(source);
      expect(articles).toEqual([]);
      expect(problems[0]?.message).toContain('no text in it');
    }
    expect((await read('  ')).problems[0]?.message).toBe('The file is empty.');
  });

  it('reads what is nested a hundred thousand deep, closed or not', async () => {
    expect((await articleOf(`${'<div>'.repeat(100_000)}<p>${STORY[0]}</p>`)).prose.text).toBe(STORY[0]);
    for (const end of ['</div>', '</b>', '</p>']) {
      expect((await articleOf(`${'<div>'.repeat(1_000)}<p>${STORY[0]}</p>${end.repeat(1_000)}`)).prose.text).toBe(STORY[0]);
    }
    expect((await articleOf(`${'<b><i>'.repeat(1_000)}${STORY[0]}`)).prose.text).toBe(STORY[0]);
  }, 60_000);

  it('reads one line of five million characters', async () => {
    const { prose } = await articleOf(`<p>${'fog and rain '.repeat(400_000)}</p>`);
    expect(prose.blocks).toHaveLength(1);
  }, 60_000);

  it('cuts off what has more tags than any page', async () => {
    const { articles, problems } = await read(`<p>${STORY[0]}</p>${'<'.repeat(260_000)}`);
    expect(articles[0]?.prose.text).toContain(STORY[0]);
    expect(problems[0]?.message).toContain('only its first part was read');
  }, 60_000);

  it('reads unclosed tags and scripts as browsers do', async () => {
    expect((await articleOf(`<p>${STORY[0]}<p>${STORY[1]}<script>if (a<b) "<p>no</p>"`)).prose.text).toBe(`${STORY[0]}\n\n${STORY[1]}`);
    expect((await articleOf(`<p>The lamp<!-- not <p> this --> is lit.<!-- never closed`)).prose.text).toBe('The lamp is lit.');
  });

  it('reads XHTML, in which any element may end in its own tag', async () => {
    const source = `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title/><script src="a.js"/></head><body><a id="top"/><p>${STORY[0]}</p></body></html>`;
    expect((await articleOf(source, 'quay.xhtml')).prose.text).toBe(STORY[0]);
  });
});
