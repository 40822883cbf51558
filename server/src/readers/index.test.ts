import { describe, expect, it } from 'vitest';
import { docx } from './docx.ts';
import { eml } from './eml.ts';
import { epub } from './epub.ts';
import { html } from './html/html.ts';
import { readerFor, readSource } from './index.ts';
import { mhtml } from './mhtml.ts';
import { newsFile } from './news/newsFile.ts';
import { odt } from './odt.ts';
import { pdf } from './pdf/pdf.ts';

describe('what is loaded late', () => {
  it.each([
    ['docx', docx],
    ['eml', eml],
    ['epub', epub],
    ['html', html],
    ['mhtml', mhtml],
    ['newsFile', newsFile],
    ['odt', odt],
    ['pdf', pdf],
  ] as const)('is known by the same endings before: %s', (_, reader) => {
    const known = readerFor(`/c/a.${reader.endings[0]}`);
    expect(known?.endings).toEqual(reader.endings);
    expect(known?.extracts).toBe(reader.extracts);
  });

  it('reads what its program reads', async () => {
    const bytes = new TextEncoder().encode(
      '{"title": "The weir", "text": "The weir held through the night.", "publisher": "The Quay Courier"}',
    );
    expect(await readSource('/c/a.json', bytes)).toEqual(await newsFile.read('/c/a.json', bytes));
    expect((await readSource('/c/a.json', bytes)).articles[0]?.title).toBe('The weir');
  });
});

it('finds the reader by the ending in any letters', () => {
  expect(readerFor('/c/A.PDF')).toBe(readerFor('/c/a.pdf'));
  expect(readerFor('/c/pdf')).toBeUndefined();
  expect(readerFor('/c/a.pdf/b')).toBeUndefined();
});

it('says of other files that they are not read', async () => {
  expect(await readSource('/c/a.xyz', new Uint8Array())).toEqual({
    articles: [],
    problems: [{ message: 'This kind of file is not read.', span: null }],
  });
});
