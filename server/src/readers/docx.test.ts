import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { deflatedZeros, packed, zipByHand } from '../../../test/support/zips.ts';
import { crc32 } from '../text/crc32.ts';
import { sliceOf } from '../text/span.ts';
import { docx } from './docx.ts';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const run = (text: string, properties = '') => `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (content: string, style = '', more = '') =>
  `<w:p><w:pPr>${style && `<w:pStyle w:val="${style}"/>`}${more}</w:pPr>${content.startsWith('<') ? content : run(content)}</w:p>`;
const style = (name: string) => `<w:style w:type="paragraph" w:styleId="${name.replace(' ', '')}"><w:name w:val="${name}"/></w:style>`;
const item = (text: string) => paragraph(text, '', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>');

interface Parts {
  readonly core?: string;
  readonly notes?: string;
  readonly comments?: string;
  readonly app?: string;
}

function document(body: string, { core = '', notes = '', comments = '', app = '' }: Parts = {}): Uint8Array {
  const styles = ['Title', 'Subtitle', 'heading 1', 'Quote', 'caption', 'toc 1'].map(style).join('');
  return packed({
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'docProps/core.xml': `<cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:dcterms="t">${core}</cp:coreProperties>`,
    'docProps/app.xml': `<Properties>${app}</Properties>`,
    'word/document.xml': `<?xml version="1.0"?><w:document ${W}><w:body>${body}</w:body></w:document>`,
    'word/styles.xml': `<w:styles ${W}>${styles}</w:styles>`,
    'word/footnotes.xml': `<w:footnotes ${W}>${notes}</w:footnotes>`,
    'word/comments.xml': `<w:comments ${W}>${comments}</w:comments>`,
    'word/numbering.xml': `<w:numbering ${W}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
  });
}

const read = async (bytes: Uint8Array) => docx.read('/c/weir.docx', bytes);
const articleOf = async (bytes: Uint8Array) => {
  const { articles, problems } = await read(bytes);
  expect(problems).toEqual([]);
  expect(articles).toHaveLength(1);
  return articles[0]!;
};
const blocksOf = async (bytes: Uint8Array) => {
  const { prose } = await articleOf(bytes);
  return prose.blocks.map(({ span, kind, group }) => `${kind}${group < 0 ? '' : ` ${group}`}: ${sliceOf(prose.text, span)}`);
};
const problemOf = async (bytes: Uint8Array) => {
  const { articles, problems } = await read(bytes);
  expect(articles).toEqual([]);
  return problems.map(({ message }) => message).join('\n');
};

describe('a Word document', () => {
  it('is read to its text: headings, quotations, lists, tables, captions, line breaks', async () => {
    const body = [
      paragraph('The Weir Holds', 'Title'),
      paragraph('Contents 1', 'toc1'),
      paragraph('The night', 'heading1'),
      paragraph(`${run('“The weir ')}${run('held', '<w:b/>')}${run(',” Ada Quill said.')}`),
      paragraph('We never left.', 'Quote'),
      paragraph('We were there.', 'Quote'),
      item('Sandbags'),
      item('Lamps'),
      `<w:tbl><w:tr><w:tc>${paragraph('7')}</w:tc><w:tc>${paragraph('boats')}</w:tc></w:tr></w:tbl>`,
      paragraph('The quay at dawn', 'caption'),
      paragraph('<w:r><w:t>One</w:t><w:br/><w:t>two</w:t><w:br/><w:br/><w:t>three</w:t><w:tab/><w:t>four</w:t></w:r>'),
    ].join('');
    expect(await blocksOf(document(body))).toEqual([
      'heading: The night',
      'paragraph: “The weir held,” Ada Quill said.',
      'quote 0: We never left.',
      'quote 0: We were there.',
      'item 1: Sandbags',
      'item 1: Lamps',
      'cell 2: 7',
      'cell 2: boats',
      'caption: The quay at dawn',
      'paragraph: One\ntwo',
      'paragraph: three four',
    ]);
  });

  it('has what was put in and not what was struck out, is hidden or is said beside it', async () => {
    const body = paragraph(
      `${run('“The weir')}<w:del><w:r><w:delText> never</w:delText></w:r></w:del><w:ins>${run(' held')}</w:ins>${run(' badly', '<w:vanish/>')}${run(' well', '<w:vanish w:val="0"/>')}<w:moveFrom>${run(' once')}</w:moveFrom>${run(',” she said.')}<w:r><w:commentReference w:id="0"/></w:r>`,
    );
    const comments = `<w:comment w:id="0" w:initials="A">${paragraph('Check this.')}</w:comment>`;
    expect(await blocksOf(document(body, { comments }))).toEqual(['paragraph: “The weir held well,” she said.']);
  });

  it('joins a paragraph whose end was struck out with the next', async () => {
    const struck = `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${run('The lamp ')}</w:p>`;
    expect(await blocksOf(document(struck + paragraph('stayed lit.')))).toEqual(['paragraph: The lamp stayed lit.']);
  });

  it('has notes behind the text, and no numbers of notes in it', async () => {
    const reference = '<w:r><w:footnoteReference w:id="2"/></w:r>';
    const body = paragraph(`${run('“The weir')}${reference}${run(' held,” she said.')}`) + paragraph('The end.');
    const notes = `<w:footnote w:id="2">${paragraph('Board minutes, page 3.')}</w:footnote><w:footnote w:id="3">${paragraph('Unused.')}</w:footnote>`;
    expect(await blocksOf(document(body, { notes }))).toEqual([
      'paragraph: “The weir held,” she said.',
      'paragraph: The end.',
      'footnote: Board minutes, page 3.',
    ]);
  });

  it('can be quoted by offsets', async () => {
    const { prose } = await articleOf(document(paragraph('First.') + paragraph('“The weir held &amp; held,” she said.')));
    const quoted = 'The weir held & held';
    expect(prose.text).toBe('First.\n\n“The weir held & held,” she said.');
    expect(prose.text.indexOf(quoted)).toBe(9);
    expect(prose.blocks[1]?.span).toEqual({ start: 8, end: prose.text.length });
  });

  it('is people speaking in turn where it plainly is', async () => {
    const turns = ['ADA QUILL: Is it shut?', 'TOM REED: It is.', 'ADA QUILL: Since when?', 'TOM REED: Since noon.'];
    expect(await articleOf(document(turns.map((turn) => paragraph(turn)).join('')))).toMatchObject({ kind: 'transcript' });
  });

  it('says on which page words stand, where its pages add up', async () => {
    const broken = run('<w:lastRenderedPageBreak/>').replace(/<w:t[^>]*>|<\/w:t>/g, '');
    const body =
      paragraph('One.') +
      paragraph(`${broken}${run('Two.')}`) +
      paragraph(`${run('Two and ')}${broken}${run('three.')}`) +
      paragraph('Three.');
    const { locators, prose } = await articleOf(document(body, { app: '<Pages>3</Pages>' }));
    expect(locators?.map(({ start, label }) => [label, prose.text.slice(start, start + 4)])).toEqual([
      ['page 1', 'One.'],
      ['page 2', 'Two.'],
      ['page 3', 'Thre'],
    ]);
    expect(await articleOf(document(body, { app: '<Pages>5</Pages>' }))).not.toHaveProperty('locators');
  });
});

describe('what a Word document says of itself', () => {
  const core = (title: string, creator = 'Ada Quill') =>
    `<dc:title>${title}</dc:title><dc:creator>${creator}</dc:creator><dcterms:created>2024-03-05T23:30:00Z</dcterms:created>`;
  const detailsOf = async (body: string, properties: string) => {
    const { title, authors, published, guessed } = await articleOf(document(body + paragraph('Text.'), { core: properties }));
    return { title, authors, published, guessed };
  };

  it('is the title over the text before that of the properties; author and day are guesses', async () => {
    expect(await detailsOf(paragraph('The Weir Holds', 'Title'), core('The Weir, draft two'))).toEqual({
      title: 'The Weir Holds',
      authors: ['Ada Quill'],
      published: { year: 2024, month: 3, day: 5 },
      guessed: ['authors', 'published'],
    });
    expect(await detailsOf('', core('Word from the harbour'))).toMatchObject({ title: 'Word from the harbour' });
    expect(await detailsOf(paragraph('Night', 'heading1'), core('The Weir'))).toMatchObject({
      title: 'The Weir',
      guessed: ['authors', 'published'],
    });
  });

  it('is guessed from a heading', async () => {
    expect(await detailsOf(paragraph('Night', 'heading1'), core('Microsoft Word - weir.docx'))).toMatchObject({
      title: 'Night',
      guessed: ['title', 'authors', 'published'],
    });
  });

  it('is nothing where a program put it in', async () => {
    expect(await detailsOf('', core('Document1', 'python-docx'))).toEqual({ title: null, authors: [], published: null, guessed: [] });
  });
});

describe('a Word document that cannot be read', () => {
  it('is something else', async () => {
    expect(await problemOf(strToU8('%PDF-1.7'))).toBe('It is a PDF, not a Word document: give it the ending .pdf.');
    expect(await problemOf(strToU8('Dear all,'))).toContain('plain text');
    expect(await problemOf(packed({ 'a.txt': 'one' }))).toContain('not a Word document');
    expect(await problemOf(new Uint8Array(0))).toBe('The file is empty.');
  });

  it('is cut off', async () => {
    const whole = document(paragraph('Text.'));
    expect(await problemOf(whole.subarray(0, whole.length / 2))).toContain('cut off or damaged');
  });

  it('has no document, no sound XML or no text in it', async () => {
    expect(await problemOf(packed({ '[Content_Types].xml': '<Types/>' }))).toContain('damaged Word document');
    expect(await problemOf(packed({ '[Content_Types].xml': '<Types/>', 'word/document.xml': 'no' }))).not.toBe('');
    expect(await problemOf(document(''))).toContain('There is no text in it');
  });

  it('is a zip bomb, defines entities or is nested a hundred thousand deep', async () => {
    const types = { name: '[Content_Types].xml', data: strToU8('<Types/>'), method: 0, crc: crc32(strToU8('<Types/>')) };
    const bomb = { name: 'word/document.xml', data: deflatedZeros(1_024), inflated: 900_000 };
    expect(await problemOf(zipByHand([types, bomb]))).toContain('far larger');
    const laughing = packed({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<!DOCTYPE a [<!ENTITY b "&b;&b;">]><a>&b;</a>' });
    expect(await problemOf(laughing)).toContain('shorthands of its own');
    const deep = `${'<w:sdt><w:sdtContent>'.repeat(100_000)}${'</w:sdtContent></w:sdt>'.repeat(100_000)}`;
    expect(await problemOf(packed({ '[Content_Types].xml': '<Types/>', 'word/document.xml': deep }, 0))).toContain('too deeply');
  });
});
