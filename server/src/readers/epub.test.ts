import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { deflatedZeros, packed, zipByHand } from '../../../test/support/zips.ts';
import { crc32 } from '../text/crc32.ts';
import { sliceOf } from '../text/span.ts';
import { epub } from './epub.ts';
import { resolvePath } from './epubPackage.ts';
import { placeLabel } from './epubPlaces.ts';

const CONTAINER = '<container><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>';
const METADATA = `<dc:title>The Weir and the Lamp</dc:title><dc:creator>Ada Quill</dc:creator><dc:date>2019-04-02</dc:date>
  <dc:publisher>Quay House</dc:publisher><dc:language>en-GB</dc:language><dc:identifier>urn:isbn:0</dc:identifier>`;
const page = (body: string) =>
  `<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body>${body}</body></html>`;

interface Book {
  readonly metadata?: string;
  readonly version?: string;
  readonly nav?: string;
  readonly ncx?: string;
  readonly more?: Readonly<Record<string, string>>;
  readonly linear?: Readonly<Record<string, string>>;
}

function partsOf(files: Readonly<Record<string, string>>, book: Book = {}): Record<string, string> {
  const { metadata = METADATA, version = '3.0', nav = '', ncx = '', more = {}, linear = {} } = book;
  const names = Object.keys(files);
  const items = names.map((name) => `<item id="${name}" href="text/${name}.xhtml" media-type="application/xhtml+xml"/>`).join('');
  const spine = names.map((name) => `<itemref idref="${name}"${linear[name] ? ` linear="${linear[name]}"` : ''}/>`).join('');
  const navigation = nav && '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>';
  const contents = ncx && '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>';
  return {
    mimetype: 'application/epub+zip',
    'META-INF/container.xml': CONTAINER,
    'OPS/book.opf': `<package version="${version}" xmlns:dc="d" xmlns:opf="o"><metadata>${metadata}</metadata><manifest>${items}${navigation}${contents}</manifest><spine toc="ncx"><itemref idref="nav"/>${spine}</spine></package>`,
    ...Object.fromEntries(Object.entries(files).map(([name, body]) => [`OPS/text/${name}.xhtml`, page(body)])),
    ...(nav ? { 'OPS/nav.xhtml': page(nav) } : {}),
    ...(ncx ? { 'OPS/toc.ncx': ncx } : {}),
    ...more,
  };
}

const read = async (bytes: Uint8Array) => epub.read('/c/book.epub', bytes);
const articleOf = async (files: Readonly<Record<string, string>>, book?: Book) => {
  const { articles, problems } = await read(packed(partsOf(files, book)));
  expect(problems).toEqual([]);
  expect(articles).toHaveLength(1);
  return articles[0]!;
};
const placesIn = async (files: Readonly<Record<string, string>>, book?: Book) => {
  const { prose, locators = [] } = await articleOf(files, book);
  return locators.map(({ start, label }) => `${label}: ${sliceOf(prose.text, { start, end: start + 6 })}`);
};
const problemOf = async (bytes: Uint8Array) => {
  const { articles, problems } = await read(bytes);
  expect(articles).toEqual([]);
  return problems.map(({ message }) => message).join('\n');
};

describe('an e-book', () => {
  it('is one source with the details of the book', async () => {
    expect(await articleOf({ one: '<p>“The weir held,” said Tom Reed.</p>', two: '<p>The end.</p>' })).toMatchObject({
      id: '/c/book.epub',
      kind: 'report',
      title: 'The Weir and the Lamp',
      authors: ['Ada Quill'],
      publisher: 'Quay House',
      published: { year: 2019, month: 4, day: 2 },
      language: 'en-GB',
      speaker: null,
      url: null,
      guessed: [],
      prose: { text: '“The weir held,” said Tom Reed.\n\nThe end.' },
    });
  });

  it('tells authors from translators, the main title from others, publication from other days', async () => {
    const three = `<dc:title id="t1">A Novel</dc:title><dc:title id="t2">The Lamp</dc:title><meta refines="#t2" property="title-type">main</meta>
      <dc:creator id="c1">Tom Reed</dc:creator><meta refines="#c1" property="role">trl</meta><dc:creator>Ada Quill &amp; Ann Poe</dc:creator>
      <dc:source>https://quay.example/lamp</dc:source>`;
    const { title, authors, published, url } = await articleOf({ one: '<p>One.</p>' }, { metadata: three });
    expect({ title, authors, published, url }).toEqual({
      title: 'The Lamp',
      authors: ['Ada Quill', 'Ann Poe'],
      published: null,
      url: 'https://quay.example/lamp',
    });
    const dates = async (metadata: string) => {
      const article = await articleOf({ one: '<p>One.</p>' }, { metadata, version: '2.0' });
      return [article.published, article.guessed];
    };
    const both = '<dc:date opf:event="modification">2020-01-01</dc:date><dc:date opf:event="publication">2011</dc:date>';
    expect(await dates(both)).toEqual([{ year: 2011 }, []]);
    expect(await dates('<dc:date>2020-01-01T00:00:00+00:00</dc:date>')).toEqual([{ year: 2020, month: 1, day: 1 }, ['published']]);
    expect(await dates('<dc:date>0101-01-01T00:00:00+00:00</dc:date>')).toEqual([null, []]);
  });

  it('is read in the order of its spine, without what is only looked up', async () => {
    const { prose } = await articleOf(
      { b: '<p>First.</p>', a: '<p>Second.</p>', c: '<p>Answers.</p>' },
      { linear: { c: 'no' }, nav: '<nav epub:type="toc"><ol/></nav>' },
    );
    expect(prose.text).toBe('First.\n\nSecond.');
  });

  it('reads XHTML as such: elements without content, entities, headings, quotations', async () => {
    const { prose } = await articleOf({
      one: '<script src="x.js"/><h1>The Weir</h1><p>It<a id="p1"/> held&nbsp;&#8212;</p><blockquote><p>We stayed.</p></blockquote>',
    });
    expect(prose.blocks.map(({ kind, span }) => `${kind}: ${sliceOf(prose.text, span)}`)).toEqual([
      'heading: The Weir',
      'paragraph: It held —',
      'quote: We stayed.',
    ]);
  });

  it('reads all of a file that holds several pages', async () => {
    const { prose } = await articleOf({ one: '<p>One.</p></body></html><html><head><title>No</title></head><body><p>Two.</p>' });
    expect(prose.text).toBe('One.\n\nTwo.');
  });

  it('leaves the numbers of notes out and puts notes behind the text', async () => {
    const { prose } = await articleOf({
      one: '<p>“It held<a epub:type="noteref" href="#n1">1</a>,” he said<a href="#n2"><sup>2</sup></a> in H<sub>2</sub>O.</p><aside epub:type="footnote" id="n1"><p>Minutes. <a role="doc-backlink" href="#r1">Back</a></p></aside><p>More.</p>',
    });
    expect(prose.blocks.map(({ kind, span }) => `${kind}: ${sliceOf(prose.text, span)}`)).toEqual([
      'paragraph: “It held,” he said in H2O.',
      'paragraph: More.',
      'footnote: Minutes.',
    ]);
  });
});

describe('where words stand in an e-book', () => {
  const link = (href: string, label: string, inner = '') => `<li><a href="${href}">${label}</a>${inner}</li>`;

  it('is told by its table of contents, chapters that share a file too', async () => {
    const nav = `<nav epub:type="toc"><ol>${link('text/one.xhtml', 'Part One', `<ol>${link('text/one.xhtml', 'The Weir', `<ol>${link('text/one.xhtml#s', 'A section')}</ol>`)}</ol>`)}${link('text/two.xhtml#a', 'The Lamp')}${link('text/two.xhtml#b', '<i>Chapter 3</i>: The Quay')}</ol></nav>`;
    const files = {
      one: '<p>One a.</p><p id="s">One b.</p>',
      more: '<p>One c.</p>',
      two: '<div id="a"><p>Two a.</p></div><p>Two b.</p><h2 id="b">Three.</h2><p>Three b.</p>',
    };
    const expected = ['chapter “The Weir”: One a.', 'chapter “The Lamp”: Two a.', '“Chapter 3: The Quay”: Three.'];
    expect(await placesIn(files, { nav })).toEqual(expected);
    const point = (label: string, src: string, inner = '') =>
      `<navPoint><navLabel><text>${label}</text></navLabel><content src="${src}"/>${inner}</navPoint>`;
    const ncx = `<ncx><navMap>${point('Part One', 'text/one.xhtml', point('The Weir', 'text/one.xhtml', point('A section', 'text/one.xhtml#s')))}${point('The Lamp', 'text/two.xhtml#a')}${point('Chapter 3: The Quay', 'text/two.xhtml#b')}</navMap></ncx>`;
    expect(await placesIn(files, { ncx })).toEqual(expected);
  });

  it('is told by headings where there is no table of contents, or none that can be read', async () => {
    const files = { one: '<h2>The<br/>Weir</h2><p>One.</p>', two: '<p>Two.</p>' };
    expect(await placesIn(files)).toEqual(['chapter “The Weir”: The\nWe']);
    expect(await placesIn(files, { nav: `<nav epub:type="toc">${'<ol>'.repeat(400)}</nav>` })).toHaveLength(1);
  });

  it('is a printed page where the book has them; what begins within a paragraph is the place of the next', async () => {
    const files = {
      one: '<h1>The Weir</h1><span epub:type="pagebreak" title="12"/><p>One <span role="doc-pagebreak" aria-label="Page 13."></span>goes on.</p><p>Two.</p><p id="pg14">Three.</p>',
    };
    const nav = `<nav epub:type="page-list"><ol>${link('text/one.xhtml#pg14', '14')}</ol></nav>`;
    expect(await placesIn(files, { nav })).toEqual([
      'chapter “The Weir”: The We',
      'chapter “The Weir”, page 12: One go',
      'chapter “The Weir”, page 13: Two.\n\n',
      'chapter “The Weir”, page 14: Three.',
    ]);
  });

  it('is named as a reader would', () => {
    expect([placeLabel('“The Weir”', null), placeLabel('Part Two', null), placeLabel(null, '7'), placeLabel(null, null)]).toEqual([
      'chapter “The Weir”',
      '“Part Two”',
      'page 7',
      '',
    ]);
  });
});

it('finds what a file refers to, and nothing outside the book', () => {
  expect(resolvePath('OPS/book.opf', 'text/a%20b.xhtml#x')).toBe('OPS/text/a b.xhtml');
  expect(resolvePath('OPS/text/a.xhtml', '../../../../etc/passwd')).toBe('etc/passwd');
  expect(resolvePath('OPS/book.opf', '/x/100%.xhtml')).toBe('x/100%.xhtml');
});

describe('an e-book that cannot be read', () => {
  const locked = (algorithm: string, uri: string) =>
    `<encryption><enc:EncryptedData><enc:EncryptionMethod Algorithm="${algorithm}"/><enc:CipherData><enc:CipherReference URI="${uri}"/></enc:CipherData></enc:EncryptedData></encryption>`;

  it('is protected against copying; scrambled fonts are no protection', async () => {
    const aes = locked('http://www.w3.org/2001/04/xmlenc#aes256-cbc', 'OPS/text/one.xhtml');
    expect(await problemOf(packed(partsOf({ one: '' }, { more: { 'META-INF/encryption.xml': aes } })))).toContain(
      'protected against copying (DRM)',
    );
    const fonts =
      locked('http://www.idpf.org/2008/embedding', 'OPS/text/one.xhtml') +
      locked('http://www.w3.org/2001/04/xmlenc#aes256-cbc', 'OPS/a.mp3');
    await articleOf({ one: '<p>One.</p>' }, { more: { 'META-INF/encryption.xml': `<a>${fonts}</a>` } });
  });

  it('is something else, cut off, empty or says nothing of what is in it', async () => {
    expect(await problemOf(strToU8('%PDF-1.4'))).toBe('It is a PDF, not an e-book: give it the ending .pdf.');
    const whole = packed(partsOf({ one: '<p>One.</p>' }));
    expect(await problemOf(whole.subarray(0, whole.length - 30))).toContain('cut off or damaged');
    expect(await problemOf(packed({ 'a.txt': 'one' }))).toContain('not an e-book');
    expect(await problemOf(packed({ 'a.opf': '<a/>' }))).toContain('does not say what is in it');
    expect(await problemOf(packed(partsOf({ one: '<img src="1.jpg"/>' })))).toContain('its pages are pictures');
  });

  it('loses only the files of it that are wrong', async () => {
    const parts: Record<string, string> = partsOf({
      one: '<p>One.</p>',
      deep: '<div>'.repeat(100_000),
      two: '',
      three: '',
      four: '<p>Four.</p>',
    });
    delete parts['OPS/text/two.xhtml'];
    delete parts['OPS/text/three.xhtml'];
    parts['OPS/text/deep2.xhtml'] = '';
    const { articles, problems } = await read(packed(parts, 0));
    expect(articles[0]?.prose.text).toBe('One.\n\nFour.');
    expect(problems.map(({ message }) => message.slice(0, 75))).toEqual([
      'A part of the book is left out (OPS/text/deep.xhtml): Its parts stand in on',
      'A part of the book is left out (OPS/text/two.xhtml and 1 more): The file is',
    ]);
  });

  it('is a zip bomb or defines entities', async () => {
    const entry = (name: string, text: string) => ({ name, data: strToU8(text), method: 0, crc: crc32(strToU8(text)) });
    const parts = Object.entries(partsOf({ one: '' })).filter(([name]) => !name.includes('one'));
    const bomb = { name: 'OPS/text/one.xhtml', data: deflatedZeros(1_024), inflated: 900_000 };
    expect(await problemOf(zipByHand([...parts.map(([name, text]) => entry(name, text)), bomb]))).toContain('far larger');
    const laughing = {
      ...partsOf({ one: '' }),
      'OPS/text/one.xhtml': '<!DOCTYPE html [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><html><body>&b;</body></html>',
    };
    expect(await problemOf(packed(laughing))).toContain('shorthands of its own');
  });
});
