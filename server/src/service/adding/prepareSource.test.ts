import { describe, expect, it } from 'vitest';
import { NO_DETAILS } from '../../corpus/article.ts';
import { plainProse } from '../../prose/plainProse.ts';
import { decode } from '../../readers/decode.ts';
import { readSource } from '../../readers/index.ts';
import { offersOf } from './clipboard.ts';
import type { Addition, Offer } from './offer.ts';
import { type AddingWorld, prepareSource } from './prepareSource.ts';

const REPORT = `The Weir Holds

Published: 12 Mar. 2024

The weir at Saltmere held on Tuesday, the council said, after a night of rain that brought down two elms and the fence of the mill.

“It held because we mended it,” said Edda Quill, the harbour warden.
`;

const utf8 = (text: string) => new TextEncoder().encode(text);

function world(taken: readonly string[] = [], rest: Partial<AddingWorld> = {}): AddingWorld {
  return {
    // As a reader in another thread does it: the bytes are gone afterwards.
    read: async (name, { file }) => {
      const reading = await readSource(name, 'problem' in file ? utf8('') : file);
      if (!('problem' in file)) file.fill(0);
      return reading;
    },
    isTaken: async (name) => taken.includes(name),
    admits: async () => true,
    twinOf: async () => null,
    ...rest,
  };
}

const file = (text: string, name: string, rest: Partial<Offer> = {}): Offer => {
  return { origin: 'file', bytes: utf8(text), name, mediaType: null, stated: {}, ...rest };
};
const page = (text: string, rest: Partial<Offer> = {}): Offer => {
  return { origin: 'page', bytes: utf8(text), name: null, mediaType: 'text/plain', stated: {}, ...rest };
};

async function prepared(offers: readonly Offer[], { name = null, ...rest }: { name?: string | null; world?: AddingWorld } = {}) {
  const result = await prepareSource(offers, name, rest.world ?? world());
  if (result.kind === 'refusal') throw new Error(result.reason);
  return result;
}

const written = ({ files }: Addition) => Object.fromEntries(files.map(({ name, bytes }) => [name, decode(bytes)]));

describe('a file that is added', () => {
  it('keeps its name and its bytes', async () => {
    const addition = await prepared([file(REPORT, 'Weir report.txt')]);
    expect(written(addition)).toEqual({ 'Weir report.txt': REPORT });
    expect(addition).toMatchObject({ articles: 1, title: 'The Weir Holds', published: { year: 2024, month: 3, day: 12 }, words: 38 });
  });

  it('gets another name where its own tells nothing or is taken', async () => {
    expect((await prepared([file(REPORT, 'download (1).txt')])).files[0]?.name).toBe('2024-03-12-the-weir-holds.txt');
    expect((await prepared([file(REPORT, 'weir.txt')], { world: world(['weir.txt']) })).files[0]?.name).toBe('weir-2.txt');
    // A side file that nobody belongs to must not become its.
    expect((await prepared([file(REPORT, 'weir.txt')], { world: world(['weir.txt.yaml']) })).files[0]?.name).toBe('weir-2.txt');
  });

  it('has what is stated of it in a side file, before what its own says', async () => {
    const stated = { publisher: 'The Quay: Courier', published: { year: 2024, month: 3 }, url: 'https://example.org/weir' };
    const addition = await prepared([file(REPORT, 'weir.txt', { stated, side: utf8('publisher: Other\nauthors: [A B]\n') })]);
    expect(written(addition)['weir.txt.yaml']).toBe(
      'publisher: "The Quay: Courier"\npublished: 2024-03\nurl: https://example.org/weir\npublisher: Other\nauthors: [A B]\n',
    );
    expect(addition).toMatchObject({ publisher: 'The Quay: Courier', published: { year: 2024, month: 3 } });
  });

  it('is called as is asked, with the ending of what it is', async () => {
    expect((await prepared([file(REPORT, 'a.txt')], { name: 'weir/2024' })).files[0]?.name).toBe('weir-2024.txt');
    expect((await prepared([file(REPORT, 'a.txt')], { name: 'weir.md' })).files[0]?.name).toBe('weir.txt');
  });

  it('is said not to be a source where the rules of the folder leave it out', async () => {
    const { problems } = await prepared([file(REPORT, 'a.txt')], { world: world([], { admits: async (name) => name !== 'a.txt' }) });
    expect(problems).toEqual([expect.stringMatching(/^Nothing is checked against it: .*\.verbatimignore/)]);
  });

  it('is not kept where it gives no article', async () => {
    expect(await prepareSource([file('', 'a.txt')], null, world())).toEqual({ kind: 'refusal', reason: 'It is empty.' });
    expect(await prepareSource([file(' \n', 'a.txt')], null, world())).toEqual({ kind: 'refusal', reason: 'The file is empty.' });
    expect(await prepareSource([file('x', 'a.xyz')], null, world())).toEqual({
      kind: 'refusal',
      reason: 'Files of this kind (.xyz) are not read as sources.',
    });
  });
});

describe('a page that is added', () => {
  const stated = { url: 'https://www.quay.example/news/weir', retrieved: '2024-03-13' };

  it('is named by what is known of it, and keeps where it came from beside it', async () => {
    const addition = await prepared([page(REPORT, { stated })]);
    expect(written(addition)).toEqual({
      '2024-03-12-quay-example-the-weir-holds.txt': REPORT,
      '2024-03-12-quay-example-the-weir-holds.txt.yaml': 'url: https://www.quay.example/news/weir\nretrieved: 2024-03-13\n',
    });
  });

  it('is kept so that its letters can be read', async () => {
    const latin = Uint8Array.from(REPORT.replaceAll(/[“”]/g, '"').replace('Quill', 'Quíll'), (letter) => letter.charCodeAt(0));
    const addition = await prepared([page('', { bytes: latin, mediaType: 'text/plain; charset=iso-8859-1' })]);
    expect(decode(addition.files[0]!.bytes)).toContain('Edda Quíll');
  });

  it('with hardly a word is none', async () => {
    const result = await prepareSource([page('Please enable JavaScript and cookies to continue.')], null, world());
    expect(result).toMatchObject({ kind: 'refusal', reason: expect.stringContaining('only 7 words were found') });
  });
});

describe('text that is pasted', () => {
  it('has what is known of it as front matter', async () => {
    const addition = await prepared(offersOf({ text: REPORT, html: null }, { retrieved: '2024-03-13', publisher: 'The Quay' }));
    const [[name, text] = ['', '']] = Object.entries(written(addition));
    expect(name).toBe('2024-03-12-the-quay-the-weir-holds.txt');
    expect(text).toBe(`---\npublisher: The Quay\nretrieved: 2024-03-13\n---\n\n${REPORT}`);
  });

  it('keeps its own front matter, and has the rest beside it', async () => {
    const text = '---\ntitle: Weir\npublished: 2024-03-12\n---\n\nIt held.\n';
    const addition = await prepared(offersOf({ text, html: null }, { retrieved: '2024-03-13' }));
    expect(written(addition)).toEqual({ '2024-03-12-weir.md': text, '2024-03-12-weir.md.yaml': 'retrieved: 2024-03-13\n' });
  });

  it('without a title is called by its first words', async () => {
    const addition = await prepared(offersOf({ text: 'we will not close the weir this year, whatever they say.', html: null }, {}));
    expect(addition.files[0]?.name).toBe('we-will-not-close-the-weir-this.txt');
  });

  it('is kept as plain text where its page cannot be read', async () => {
    const read: AddingWorld['read'] = async (name, { file: bytes }) =>
      name.endsWith('.html') || 'problem' in bytes
        ? { articles: [], problems: [{ message: 'There is no article in it.', span: null }] }
        : await readSource(name, bytes);
    const addition = await prepared(offersOf({ text: REPORT, html: '<p>The weir</p>' }, {}), { world: world([], { read }) });
    expect(addition.files.map(({ name }) => name)).toEqual(['2024-03-12-the-weir-holds.txt']);
  });
});

describe('what is said of an addition', () => {
  it('is guessed only where nobody stated it', async () => {
    const read: AddingWorld['read'] = async (id) => {
      const prose = plainProse(REPORT);
      return { articles: [{ ...NO_DETAILS, id, title: 'Weir', guessed: ['title', 'published'], prose }], problems: [] };
    };
    const addition = await prepared([file('x', 'a.txt', { stated: { title: 'The weir' } })], { world: world([], { read }) });
    expect(addition).toMatchObject({ title: 'The weir', guessed: ['published'] });
  });

  it('counts all articles of a file, and names it by where it is from', async () => {
    const read: AddingWorld['read'] = async (id) => {
      const prose = plainProse(REPORT);
      return { articles: [1, 2].map((mark) => ({ ...NO_DETAILS, id: `${id}#${mark}`, title: `T${mark}`, prose })), problems: [] };
    };
    const offer = page(REPORT, { name: 'feed', stated: { url: 'https://quay.example/feed' } });
    const addition = await prepared([offer], { world: world([], { read }) });
    expect(addition).toMatchObject({ articles: 2, twin: null });
    expect(addition.files[0]?.name).toBe('quay.example-feed.txt');
  });
});
