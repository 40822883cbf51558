import { describe, expect, it } from 'vitest';
import { type Frame, pdfOf, type Run, setText, widthOf } from '../../../../test/support/pdfWriter.ts';
import type { Article } from '../../corpus/article.ts';
import { sliceOf } from '../../text/span.ts';
import { readPdf } from './pdf.ts';

const LIMITS = { now: () => 0, time: 1 };

async function read(bytes: Uint8Array): Promise<Article> {
  const { articles, problems } = await readPdf('quay.pdf', bytes, LIMITS);
  expect(problems).toEqual([]);
  expect(articles).toHaveLength(1);
  return articles[0] as Article;
}

function blocksOf({ prose }: Article): string[] {
  return prose.blocks.map(({ span, kind, group }) => `${kind}${group < 0 ? '' : ` ${group}`}: ${sliceOf(prose.text, span)}`);
}

async function problemOf(bytes: Uint8Array): Promise<string> {
  const { articles, problems } = await readPdf('quay.pdf', bytes, LIMITS);
  expect(articles).toEqual([]);
  expect(problems).toHaveLength(1);
  return problems[0]?.message ?? '';
}

const LAMP =
  'The lamp of the old light­house will stay lit through the fog, the har­bour mas­ter said on Mon­day, and no­body at the quay had any rea­son to doubt her word.';
const WEIR =
  'Below the weir the wa­ter had risen by two feet since the morn­ing, and the boats that lay there were be­ing moved to the south­ern ba­sin one by one.';
const SALT =
  'Two crews of salt car­ri­ers waited at the gate for the ferry, which did not come un­til long af­ter dark, and then went home with­out a word.';
const bare = (text: string) => text.replaceAll('\u00AD', '');

/** One column of a page. */
const PAGE: Frame = { x: 72, top: 740, width: 300, lines: 50 };

function flat(...parts: readonly (readonly Run[])[]): Run[] {
  return parts.flat();
}

describe('the text of a PDF', () => {
  it('is its paragraphs, by indents, with the hyphens of lines’ ends mended', async () => {
    const [runs = []] = setText([LAMP, WEIR, SALT], [{ ...PAGE, width: 150 }], { indent: 12 });
    expect(runs.some(({ text }) => text.endsWith('-'))).toBe(true);
    expect(blocksOf(await read(pdfOf([runs])))).toEqual([LAMP, WEIR, SALT].map((text) => `paragraph: ${bare(text)}`));
  });

  it('is its paragraphs, by white between them', async () => {
    const [runs = []] = setText([LAMP, WEIR, SALT], [PAGE], { between: 1 });
    expect(blocksOf(await read(pdfOf([runs])))).toEqual([LAMP, WEIR, SALT].map((text) => `paragraph: ${bare(text)}`));
  });

  it('is its paragraphs, where only their last lines’ ends tell', async () => {
    const [runs = []] = setText([LAMP, WEIR, SALT], [PAGE], { justified: true });
    expect(blocksOf(await read(pdfOf([runs])))).toEqual([LAMP, WEIR, SALT].map((text) => `paragraph: ${bare(text)}`));
  });

  it('runs down one column and then the next, under a headline across both', async () => {
    const frames = [
      { x: 72, top: 700, width: 200, lines: 9 },
      { x: 290, top: 697, width: 200, lines: 9 },
    ];
    const columns = setText([LAMP, WEIR, SALT], frames, { indent: 10, justified: true });
    const headline = { text: 'Harbour keeps its lamp lit through the fog', x: 72, y: 740, size: 20 };
    const article = await read(pdfOf([flat([headline], ...columns)]));
    expect(article.title).toBe('Harbour keeps its lamp lit through the fog');
    expect(article.guessed).toEqual(['title']);
    expect(blocksOf(article)).toEqual([LAMP, WEIR, SALT].map((text) => `paragraph: ${bare(text)}`));
  });

  it('is not mixed up with a box beside it', async () => {
    const [runs = []] = setText([`${LAMP} ${WEIR} ${SALT}`], [{ ...PAGE, width: 240, lines: 20 }], { justified: true });
    const box = ['The light', 'Built', '1931', 'Height 40 m', 'Keeper', 'Ada Quill'].map((text, i) => ({
      text,
      x: 330,
      y: 738 - 13 * i,
      size: 9,
    }));
    expect(blocksOf(await read(pdfOf([flat(runs, box)])))[0]).toBe(`paragraph: ${bare(`${LAMP} ${WEIR} ${SALT}`)}`);
  });

  it('keeps a hyphen of the word’s own, by the document’s other words', async () => {
    const lines = [
      'They moored at the well-',
      'known pier, and the infor-',
      'mation board at Kes-Tor',
      'told of a long-drawn-out',
      'storm, as well-known as',
      'the information on it.',
    ];
    const runs = lines.map((text, i) => ({ text, x: 72, y: 700 - 12 * i }));
    expect(blocksOf(await read(pdfOf([runs])))).toEqual([
      'paragraph: They moored at the well-known pier, and the information board at Kes-Tor told of a long-drawn-out storm, as well-known as the information on it.',
    ]);
  });

  it('has letters for ligatures and no soft hyphens or hard spaces', async () => {
    const runs: Run[] = [
      { text: 'The þrst baÿed þsherman', x: 72, y: 700, font: 'F3' },
      { text: `was${'\u00A0'}lost, they said${'\u00A0'}“again”…`, x: 72, y: 688 },
    ];
    expect(blocksOf(await read(pdfOf([runs])))).toEqual(['paragraph: The first baffled fisherman was lost, they said “again”…']);
  });

  it('joins letters that are set wide apart', async () => {
    const spaced = [...'STORM'].map((text, i) => ({ text, x: 72 + 13 * i, y: 740 }));
    const [runs = []] = setText([LAMP], [{ ...PAGE, top: 710 }]);
    expect(blocksOf(await read(pdfOf([flat(spaced, runs)])))[0]).toMatch(/^paragraph: /);
    expect((await read(pdfOf([flat(spaced, runs)]))).title).toBe('STORM');
  });

  it('has no marks of notes, but powers', async () => {
    const word = 'The quay was closed.';
    const area = 'It has 40 km';
    const runs: Run[] = [
      { text: word, x: 72, y: 700 },
      { text: '12', x: 72 + widthOf(word, 10), y: 703.5, size: 6.5 },
      { text: area, x: 72, y: 688 },
      { text: '2', x: 72 + widthOf(area, 10), y: 691.5, size: 6.5 },
      { text: 'of mud.', x: 72 + widthOf(area, 10) + 7, y: 688 },
    ];
    expect(blocksOf(await read(pdfOf([runs])))).toEqual(['paragraph: The quay was closed. It has 40 km² of mud.']);
  });

  it('has no references that are raised in brackets, one behind the other', async () => {
    const before = 'It closed at dusk,';
    const [runs = []] = setText([LAMP], [{ ...PAGE, top: 676 }]);
    const at = 72 + widthOf(before, 10);
    const line: Run[] = [
      { text: before, x: 72, y: 688 },
      { text: '[7]', x: at, y: 692, size: 8 },
      { text: '[12]', x: at + widthOf('[7]', 8), y: 692, size: 8 },
      { text: 'and Ada went home.', x: at + 32, y: 688 },
    ];
    expect(blocksOf(await read(pdfOf([flat(line, runs)])))[0]).toBe('paragraph: It closed at dusk, and Ada went home.');
  });

  it('leaves out what stands across the page', async () => {
    const [runs = []] = setText([LAMP], [PAGE]);
    const stamp: Run = { text: 'quay archive 12.3456v7', x: 30, y: 300, size: 18, turned: 1 };
    expect(blocksOf(await read(pdfOf([flat([stamp], runs)])))).toEqual([`paragraph: ${bare(LAMP)}`]);
  });

  it('has headings, lists, captions, tables and footnotes as what they are', async () => {
    const [first = []] = setText([LAMP, WEIR], [{ ...PAGE, top: 700 }], { between: 1 });
    const heading: Run = { text: 'The light', x: 72, y: 730, font: 'F2', size: 10 };
    const list = ['• Salt', '• Tar'].map((text, i) => ({ text, x: 72, y: 540 - 14 * i }));
    const table = [
      ['Pier', '12', '7 boats'],
      ['Gate', '9', '11 boats'],
      ['Weir', '140', '2 boats'],
    ].flatMap((row, y) => row.map((text, x) => ({ text, x: 72 + 90 * x, y: 480 - 12 * y })));
    const caption: Run = { text: 'Figure 2: The quay at low tide.', x: 72, y: 420, size: 9 };
    const note: Run[] = [
      { text: '1', x: 72, y: 103, size: 5.5 },
      { text: 'See the harbour book of 1931.', x: 76, y: 100, size: 8 },
    ];
    const blocks = blocksOf(await read(pdfOf([flat([heading], first, list, table, [caption], note)], { info: { Title: 'Quay notes' } })));
    expect(blocks).toEqual([
      'heading: The light',
      `paragraph: ${bare(LAMP)}`,
      `paragraph: ${bare(WEIR)}`,
      'item: Salt',
      'item: Tar',
      ...['Pier', '12', '7 boats', 'Gate', '9', '11 boats', 'Weir', '140', '2 boats'].map((cell) => `cell 0: ${cell}`),
      'caption: Figure 2: The quay at low tide.',
      'footnote: See the harbour book of 1931.',
    ]);
  });

  it('begins with a large initial as with any letter', async () => {
    const runs: Run[] = [
      { text: 'T', x: 72, y: 678, size: 30 },
      { text: 'he lamp stayed lit through', x: 94, y: 700 },
      { text: 'the fog, and nobody who', x: 94, y: 688 },
      { text: 'stood on the quay that night', x: 72, y: 676 },
      { text: 'was surprised by it.', x: 72, y: 664 },
    ];
    expect(blocksOf(await read(pdfOf([runs])))).toEqual([
      'paragraph: The lamp stayed lit through the fog, and nobody who stood on the quay that night was surprised by it.',
    ]);
  });

  it('is people speaking in turn where it plainly is', async () => {
    const turns = ['ADA QUILL: Is it lit?', 'TOM REED: It is lit.', 'ADA QUILL: Since when?', 'TOM REED: Since Monday.'];
    const article = await read(pdfOf([turns.map((text, i) => ({ text, x: 72, y: 700 - 12 * i }))]));
    expect(article.kind).toBe('transcript');
    expect(blocksOf(article)).toEqual(turns.map((turn) => `paragraph: ${turn}`));
  });
});

describe('the pages of a PDF', () => {
  const frames = Array.from({ length: 3 }, () => ({ ...PAGE, width: 200, lines: 5 }));
  const pages = setText([LAMP, WEIR, SALT], frames, { indent: 12 }).map((runs, i) =>
    flat(
      [
        { text: i % 2 === 0 ? 'THE KESSMOUTH HERALD' : 'Fog special', x: 72, y: 800, size: 8 },
        { text: String(i + 7), x: 300, y: 40, size: 8 },
      ],
      runs,
    ),
  );
  const four = [...pages, [pages[1]?.[0], { text: '10', x: 300, y: 40, size: 8 }, { text: 'The end.', x: 72, y: 740 }] as Run[]];

  it('give no running heads and page numbers, and break no paragraph', async () => {
    const article = await read(pdfOf(four));
    expect(blocksOf(article)).toEqual([...[LAMP, WEIR, SALT].map((text) => `paragraph: ${bare(text)}`), 'paragraph: The end.']);
  });

  it('are told where each begins, in the middle of a paragraph too', async () => {
    const article = await read(pdfOf(four));
    const { prose, locators = [] } = article;
    expect(locators.map(({ label }) => label)).toEqual(['page 1', 'page 2', 'page 3', 'page 4']);
    const firstLine = (page: number) => (four[page] as Run[]).find(({ size }) => size !== 8)?.text.slice(0, 12);
    expect(locators.slice(1, 3).map(({ start }) => prose.text.slice(start, start + 12))).toEqual([firstLine(1), firstLine(2)]);
    const words = 'boats that lay there';
    expect(prose.text.indexOf(words)).toBe(prose.text.indexOf(bare(WEIR)) + bare(WEIR).indexOf(words));
  });

  it('that are nothing but the same form over and over keep their text', async () => {
    const form = (i: number): Run[] =>
      ['Keeper of the light', 'Hours at the lamp', `Sheet ${i}`].map((text, at) => ({ text, x: 72, y: 700 - 30 * at }));
    expect((await read(pdfOf([form(1), form(2), form(3)]))).prose.text).toContain('Hours at the lamp');
  });

  it('go by the file’s own labels', async () => {
    const { locators = [] } = await read(pdfOf(four, { labels: '0 << /S /r /St 3 >> 2 << /S /D >>' }));
    expect(locators.map(({ label }) => label)).toEqual(['page iii', 'page iv', 'page 1', 'page 2']);
  });

  it('keep footnotes out of a paragraph that runs over them', async () => {
    const [one = [], two = []] = setText([LAMP], [{ ...PAGE, lines: 1 }, PAGE]);
    const note = { text: '* See the harbour book.', x: 72, y: 90, size: 8 };
    const article = await read(pdfOf([flat(one, [{ text: 'So it was.', x: 72, y: 760 }], [note]), flat(two)]));
    expect(blocksOf(article).at(-1)).toBe('footnote: See the harbour book.');
    expect(article.locators?.map(({ label }) => label)).toEqual(['page 1', 'page 2', 'page 1']);
  });
});

describe('the details of a PDF', () => {
  const [runs = []] = setText([LAMP, WEIR], [{ ...PAGE, top: 650 }], { between: 1 });
  const head: Run[] = [
    { text: 'Lamp stays lit', x: 72, y: 740, size: 22 },
    { text: 'By Ada Quill', x: 72, y: 710 },
    { text: '5 March 2024', x: 72, y: 690 },
  ];

  it('are a title, unless a program made it up', async () => {
    const stated = await read(pdfOf([flat(head, runs)], { info: { Title: 'The lamp of Kessmouth' }, language: 'en-GB' }));
    expect([stated.title, stated.guessed, stated.language]).toEqual(['The lamp of Kessmouth', [], 'en-GB']);
    const junk = await read(pdfOf([flat(head, runs)], { info: { Title: 'Microsoft Word - lamp_final2.doc' } }));
    expect([junk.title, junk.guessed]).toEqual(['Lamp stays lit', ['title']]);
  });

  it('are no title where only a part of the text has a heading', async () => {
    const article = await read(pdfOf([flat([{ text: 'Table of Contents', x: 72, y: 740, size: 20 }], runs)]));
    expect([article.title, article.guessed]).toEqual([null, []]);
    expect(blocksOf(article)[0]).toBe('heading: Table of Contents');
  });

  it('are the day and the byline of the first page before those of the file', async () => {
    const info = { Author: 'Tom Reed', CreationDate: "D:20240809233000+02'00'" };
    const shown = await read(pdfOf([flat(head, runs)], { info }));
    expect([shown.authors, shown.published, shown.guessed]).toEqual([['Ada Quill'], { year: 2024, month: 3, day: 5 }, ['title']]);
    const hidden = await read(pdfOf([runs], { info }));
    expect([hidden.authors, hidden.published, hidden.guessed]).toEqual([['Tom Reed'], { year: 2024, month: 8, day: 9 }, ['published']]);
  });

  it('are XMP’s where it has them', async () => {
    const xmp = `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/"><dc:title><rdf:Alt><rdf:li xml:lang="x-default">Lamp and fog</rdf:li></rdf:Alt></dc:title><dc:creator><rdf:Seq><rdf:li>Ada Quill</rdf:li><rdf:li>Tom Reed</rdf:li></rdf:Seq></dc:creator><prism:publicationDate>2024-03-06</prism:publicationDate></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`;
    const { title, authors, published, guessed } = await read(pdfOf([runs], { xmp }));
    expect({ title, authors, published, guessed }).toEqual({
      title: 'Lamp and fog',
      authors: ['Ada Quill', 'Tom Reed'],
      published: { year: 2024, month: 3, day: 6 },
      guessed: [],
    });
  });

  it('are the address that a browser printed below', async () => {
    const printed = (i: number): Run => ({ text: `https://herald.example/lamp     ${i}/2`, x: 30, y: 20, size: 8 });
    const article = await read(pdfOf([flat(runs, [printed(1)]), flat(setText([SALT], [PAGE])[0] ?? [], [printed(2)])]));
    expect(article.url).toBe('https://herald.example/lamp');
    expect(article.prose.text).not.toContain('herald');
  });
});

describe('a PDF that cannot be read', () => {
  const [runs = []] = setText([LAMP], [PAGE]);

  it('has a password', async () => {
    expect(await problemOf(pdfOf([runs], { encrypted: true }))).toContain('password');
  });

  it('is pictures of pages', async () => {
    expect(await problemOf(pdfOf(['q 500 0 0 700 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \u0001 EI Q']))).toContain('text recognition');
  });

  it('is damaged, empty or something else', async () => {
    const whole = pdfOf([runs]);
    expect(await problemOf(new Uint8Array())).toBe('The file is empty.');
    expect(await problemOf(whole.slice(0, 40))).toContain('damaged');
    expect(await problemOf(new TextEncoder().encode('<html>Not found</html>'))).toContain('damaged');
  });

  it('has no pages', async () => {
    expect(await problemOf(pdfOf([]))).toMatch(/no pages|damaged/);
  });

  it('is read all the same where only its table of contents is broken', async () => {
    expect(blocksOf(await read(pdfOf([runs], { brokenXref: true })))).toEqual([`paragraph: ${bare(LAMP)}`]);
  });

  it('ends where its page tree goes round in circles or its count is a lie', async () => {
    for (const options of [{ cyclic: true }, { count: 2_000_000_000 }, { cyclic: true, count: 1_000_000 }]) {
      const { articles, problems } = await readPdf('quay.pdf', pdfOf([runs], options), LIMITS);
      expect(articles.length + problems.length).toBeGreaterThan(0);
    }
  });

  it('says which pages have no text, or letters without meaning', async () => {
    const other = setText([WEIR], [PAGE])[0] ?? [];
    const { articles, problems } = await readPdf('quay.pdf', pdfOf([runs, [], [], other]), LIMITS);
    expect(articles).toHaveLength(1);
    expect(problems.map(({ message }) => message)).toEqual([expect.stringMatching(/^Some pages of this PDF \(2, 3\) have no text/)]);
  });

  it('is packed twice', async () => {
    const twice = '99 0 obj\n<< /Filter [/FlateDecode /FlateDecode] /Length 1 >>\nstream\nx\nendstream endobj';
    expect(await problemOf(new Uint8Array([...pdfOf([runs]), ...new TextEncoder().encode(twice)]))).toContain('unpacks');
  });

  it('has text among pictures that would take gigabytes', async () => {
    const text = new TextDecoder('latin1').decode(pdfOf([runs])).replace(/<< {2}\/Length/g, '<< /Filter /JBIG2Decode /Length');
    const { articles, problems } = await readPdf(
      'quay.pdf',
      Uint8Array.from(text, (letter) => letter.charCodeAt(0)),
      LIMITS,
    );
    expect(articles.length + problems.length).toBeGreaterThan(0);
  });

  it('gives the pages that were read when the time was up', async () => {
    const six = [LAMP, WEIR, SALT, `${LAMP} ${SALT}`, `${SALT} ${LAMP}`, SALT].map((text) => setText([text], [PAGE])[0] ?? []);
    let time = 0;
    const limits = { now: () => time++, time: 8 };
    const { articles, problems } = await readPdf('quay.pdf', pdfOf(six), limits);
    expect(articles).toHaveLength(1);
    expect(problems.map(({ message }) => message).join()).toMatch(/only the first (?:page was|\d pages were) read, of 6/);
  });
});
