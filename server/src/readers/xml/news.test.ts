import { describe, expect, it } from 'vitest';
import { detailsOf, readNews, readOne } from '../../../../test/support/readNews.ts';
import { sliceOf } from '../../text/span.ts';

const NITF_BODY = `<body>
  <body.head><hedline><hl1>Harbour fees rise</hl1></hedline><byline>By <person>Ada Quill</person>, <byttl>Staff Reporter</byttl></byline>
    <abstract><p>Fees up.</p></abstract></body.head>
  <body.content>
    <p>The <em>fees</em> rise, said <person>Ines <name.family>Vale</name.family></person>.</p>
    <hl2>Why</hl2>
    <bq><block><p>“We had no choice &amp; no time.”</p></block></bq>
    <media media-type="image"><media-reference source="quay.jpg"/><media-producer>Tom Reed</media-producer><media-caption>The quay</media-caption></media>
    <note noteclass="cpyrt"><body.content><p>Copyright.</p></body.content></note>
  </body.content>
  <body.end><tagline>The writer is from Quay.</tagline></body.end>
</body>`;

interface Item {
  readonly version?: string;
  readonly status?: string;
  readonly meta?: string;
  readonly content?: string;
  readonly headline?: string;
  readonly guid?: string;
}

function newsItem({
  version = '2',
  status = 'stat:usable',
  meta = '',
  headline = 'Harbour fees rise',
  guid = 'urn:newsml:quay.example:fees',
  content,
}: Item = {}): string {
  return `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="${guid}" version="${version}" standard="NewsML-G2" xml:lang="en">
    <rightsInfo><copyrightHolder><name>Quay Holdings</name></copyrightHolder></rightsInfo>
    <itemMeta><itemClass qcode="ninat:text"/><provider qcode="nprov:QUAY"><name>Quay News Agency</name></provider>
      <versionCreated>2025-10-07T08:00:00+02:00</versionCreated><firstCreated>2025-10-06T23:30:00-05:00</firstCreated>
      <pubStatus qcode="${status}"/>${meta}</itemMeta>
    <contentMeta><language tag="en-GB"/><headline>${headline}</headline></contentMeta>
    <contentSet>${content ?? `<inlineXML contenttype="application/nitf+xml"><nitf xmlns="http://iptc.org/std/NITF/2006-10-18/">${NITF_BODY}</nitf></inlineXML>`}</contentSet>
  </newsItem>`;
}

const DETAILS = {
  kind: 'report',
  title: 'Harbour fees rise',
  publisher: 'Quay News Agency',
  authors: ['Ada Quill'],
  published: { year: 2025, month: 10, day: 6 },
  url: null,
  language: 'en-GB',
  speaker: null,
  guessed: [],
  edition: { of: 'urn:newsml:quay.example:fees', version: '2', created: '2025-10-07T06:00:00Z', status: 'usable' },
};

describe('NewsML-G2', () => {
  it('is read with a body of NITF', async () => {
    const article = await readOne('a.xml', `<?xml version="1.0" encoding="UTF-8"?>\n${newsItem()}`);
    expect(article.id).toBe('a.xml');
    expect(detailsOf(article)).toEqual(DETAILS);
    expect(article.prose.blocks.map(({ span, kind }) => `${kind}: ${sliceOf(article.prose.text, span)}`)).toEqual([
      'paragraph: The fees rise, said Ines Vale.',
      'heading: Why',
      'quote: “We had no choice & no time.”',
      'caption: The quay',
    ]);
    expect(article.prose.text.indexOf('We had')).toBe(38);
  });

  it('is read with a body of XHTML under a prefix, or of data that are text', async () => {
    const xhtml = newsItem({
      content:
        '<inlineXML contenttype="application/xhtml+xml"><h:html xmlns:h="http://www.w3.org/1999/xhtml"><h:head><h:title>No</h:title></h:head><h:body><h:p>They <h:em>rise</h:em>.</h:p></h:body></h:html></inlineXML>',
    });
    expect((await readOne('a.xml', xhtml)).prose.text).toBe('They rise.');
    const data = newsItem({ content: '<inlineData contenttype="text/plain"><![CDATA[They rise & fall.\n\nThey do.]]></inlineData>' });
    expect((await readOne('a.xml', data)).prose.text).toBe('They rise & fall.\n\nThey do.');
  });

  it.each([
    ['stat:withheld', '', 'withheld'],
    ['stat:canceled', '', 'canceled'],
    ['stat:usable', '<edNote>CORRECTS name in lead</edNote>', 'corrected'],
    ['stat:usable', '<signal qcode="sig:correction"/>', 'corrected'],
    ['stat:usable', '<signal qcode="sig:update"/>', 'usable'],
  ])('tells the status of %s %s', async (status, meta, expected) => {
    expect((await readOne('a.xml', newsItem({ status, meta }))).edition?.status).toBe(expected);
  });

  it('takes all versions of a message for articles of their own', async () => {
    const message = `<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header><sent>2025-10-07T08:00:00Z</sent></header><itemSet>
      <packageItem guid="urn:pack"><itemMeta/></packageItem>${newsItem()}${newsItem({ version: '3', headline: 'CORRECTED-Harbour fees rise' })}
      ${newsItem({ guid: 'urn:pic', content: '<remoteContent href="quay.jpg"/>' }).replace('ninat:text', 'ninat:picture')}</itemSet></newsMessage>`;
    const { articles, problems } = await readNews('a.xml', message);
    expect(articles.map(({ edition }) => [edition?.version, edition?.status])).toEqual([
      ['2', 'usable'],
      ['3', 'corrected'],
    ]);
    expect(articles.map(({ id }) => id)).toEqual([
      expect.stringMatching(/^a\.xml#fees-2-\w{13}$/),
      expect.stringMatching(/^a\.xml#fees-3-\w{13}$/),
    ]);
    expect(problems).toEqual([]);
  });

  it('says that a package only points at articles', async () => {
    const { articles, problems } = await readNews('a.xml', '<packageItem guid="urn:pack"><groupSet/></packageItem>');
    expect([articles, problems.map(({ message }) => message)]).toEqual([
      [],
      ['This is a package, which only points at articles: save the articles that it names.'],
    ]);
  });

  it('guesses the publisher where only a code or a holder of rights is named', async () => {
    const without = newsItem().replace('<name>Quay News Agency</name>', '');
    expect(await readOne('a.xml', without)).toMatchObject({ publisher: 'Quay Holdings', guessed: ['publisher'] });
    const code = without.replace('<name>Quay Holdings</name>', '');
    expect(await readOne('a.xml', code)).toMatchObject({ publisher: 'QUAY', guessed: ['publisher'] });
  });

  it('reads what there is of a file that breaks off', async () => {
    const whole = newsItem();
    const { articles, problems } = await readNews('a.xml', whole.slice(0, whole.indexOf('<hl2>')));
    expect(articles.map(({ prose }) => prose.text)).toEqual(['The fees rise, said Ines Vale.']);
    expect(problems.map(({ message }) => message)).toEqual([
      'The file is not well-formed XML or breaks off: what could be made out was read.',
    ]);
  });
});

const NITF = `<?xml version="1.0"?>
<!DOCTYPE nitf PUBLIC "-//IPTC//DTD NITF 3.6//EN" "http://www.nitf.org/IPTC/NITF/3.6/specification/dtd/nitf-3-6.dtd">
<nitf xml:lang="en"><head><title>Fees</title><docdata management-status="usable"><doc-id id-string="quay.fees" regsrc="QUAY"/>
<du-key key="fees" version="1"/><date.issue norm="20251007T080000+0200"/><doc.copyright holder="Quay Holdings"/></docdata>
<pubdata name="The Quay Courier" date.publication="20251007T060000+0200" ex-ref="https://quay.example/fees"/></head>${NITF_BODY}</nitf>`;

describe('NITF', () => {
  it('is read by itself', async () => {
    const article = await readOne('a.xml', NITF);
    expect(detailsOf(article)).toEqual({
      ...DETAILS,
      ...{ publisher: 'The Quay Courier', published: { year: 2025, month: 10, day: 7 }, url: 'https://quay.example/fees', language: 'en' },
      edition: { of: 'quay.fees', version: '1', created: '2025-10-07T06:00:00Z', status: 'usable' },
    });
    expect(article.prose.text.slice(38, 54)).toBe('We had no choice');
  });

  it('tells corrections and cancellations', async () => {
    const status = async (from: string, to: string) => (await readOne('a.xml', NITF.replace(from, to))).edition?.status;
    expect(await status('management-status="usable"', 'management-status="canceled"')).toBe('canceled');
    expect(await status('<doc-id ', '<correction info="The sum was wrong"/><doc-id ')).toBe('corrected');
    expect(await status('<doc-id ', '<ed-msg info="CORRECTS the sum"/><doc-id ')).toBe('corrected');
  });
});

describe('a hostile document', () => {
  const inNitf = (text: string, doctype = '') => `${doctype}<nitf><body><body.content><p>${text}</p></body.content></body></nitf>`;
  const DEFINES = 'The file defines abbreviations (entities) of its own: for safety they are left as they are written.';

  it.each([
    [
      'billion laughs',
      `<!ENTITY a0 "ha">${Array.from({ length: 40 }, (_, i) => `<!ENTITY a${i + 1} "${`&a${i};`.repeat(10)}">`).join('')}`,
      '&a40;',
    ],
    ['a quadratic blow-up', `<!ENTITY a40 "${'ha'.repeat(50_000)}">`, '&a40;'],
    ['a file from outside', '<!ENTITY a40 SYSTEM "file:///etc/hostname">', '&a40;'],
    ['a parameter entity', '<!ENTITY % all SYSTEM "http://quay.example/x.dtd"> %all;', '&a40;'],
  ])('gets nothing expanded: %s', async (_, subset, reference) => {
    const { articles, problems } = await readNews('a.xml', inNitf(`See ${reference} &amp; go.`, `<!DOCTYPE nitf [${subset}]>`));
    expect(articles[0]?.prose.text).toBe('See &a40; & go.');
    expect(problems.map(({ message }) => message)).toEqual([DEFINES]);
  });

  it.each([
    ['deep elements', `<nitf>${'<a>'.repeat(100_000)}`],
    ['deep elements that end', `<nitf>${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}</nitf>`],
    ['unfinished comments', `<nitf>${'<!--'.repeat(100_000)}`],
    ['unfinished data', `<nitf>${'<![CDATA['.repeat(100_000)}`],
    ['nothing but signs', `<nitf>${'<'.repeat(100_000)}`],
    ['an unfinished type', `<!DOCTYPE nitf [${'"'.repeat(100_001)}`],
    ['names of the language', '<nitf><__proto__><constructor/></__proto__></nitf>'],
  ])('ends in one problem: %s', async (_, text) => {
    const { articles, problems } = await readNews('a.xml', text);
    expect([articles.length, problems.length]).toEqual([0, 1]);
  });

  it('keeps characters that are written by number, within what there is', async () => {
    expect((await readOne('a.xml', inNitf('&#8220;Tide&#x201D; &rsquo; &#xD800; &#9999999; &nosuch;'))).prose.text).toBe(
      '“Tide” ’ &#xD800; &#9999999; &nosuch;',
    );
  });
});

describe('a file of XML', () => {
  it.each([
    ['<?xml version="1.0"?><!-- a build --><project><x/></project>', /begins with “project”/],
    ['<svg xmlns="http://www.w3.org/2000/svg"/>', /begins with “svg”/],
    ['<html xmlns="http://www.w3.org/1999/xhtml"><body><p>x</p></body></html>', /web page/],
    ['<?xml version="1.0"?>', /not valid XML/],
  ])('that is no news has one calm problem: %s', async (text, message) => {
    const { articles, problems } = await readNews('a.xml', text);
    expect([articles, problems.map((problem) => problem.message)]).toEqual([[], [expect.stringMatching(message)]]);
  });

  it('is read in the encoding that it declares', async () => {
    const text = '<?xml version="1.0" encoding="ISO-8859-2"?><nitf><body><body.content><p>Gda~sk</p></body.content></body></nitf>';
    const bytes = new TextEncoder().encode(text);
    bytes[bytes.indexOf('~'.charCodeAt(0))] = 0xf1;
    expect(await readNews('a.xml', bytes)).toMatchObject({ articles: [{ prose: { text: 'Gdańsk' } }], problems: [] });
  });

  it('is read in UTF-16, with a mark or without', async () => {
    const text = '<?xml version="1.0" encoding="UTF-16"?><nitf><body><body.content><p>Fées rise.</p></body.content></body></nitf>';
    const wide = new Uint8Array([...text].flatMap((sign) => [sign.charCodeAt(0) & 0xff, sign.charCodeAt(0) >> 8]));
    expect((await readOne('a.xml', wide)).prose.text).toBe('Fées rise.');
    expect((await readOne('a.xml', new Uint8Array([0xff, 0xfe, ...wide]))).prose.text).toBe('Fées rise.');
    // Converted since, with the declaration left as it was.
    expect((await readOne('a.xml', text)).prose.text).toBe('Fées rise.');
  });

  it('is told where its encoding is not known', async () => {
    const { articles, problems } = await readNews(
      'a.xml',
      '<?xml version="1.0" encoding="x-quay"?><nitf><body><body.content><p>Fees.</p></body.content></body></nitf>',
    );
    expect([articles.length, problems[0]?.message]).toEqual([1, expect.stringMatching(/^The file says that it is written in “x-quay”/)]);
  });

  it('may have the ending of JSON, and JSON that of XML', async () => {
    expect((await readOne('a.json', NITF)).title).toBe('Harbour fees rise');
    expect((await readOne('a.xml', '{"title": "Fees", "text": "They rise.", "date": "2025"}')).title).toBe('Fees');
  });
});
