import { describe, expect, it } from 'vitest';
import { type Article, NO_DETAILS } from '../corpus/article.ts';
import { plainProse } from '../prose/plainProse.ts';
import { sliceOf } from '../text/span.ts';
import type { Reading } from './reader.ts';
import { applySideFile, newSideFile, readSideFile, sideFilesOf, yamlText } from './sideFile.ts';

function article(id: string, details: Partial<Article> = {}): Article {
  return { id, ...NO_DETAILS, prose: plainProse('The lamp stays lit.'), ...details };
}

const reading = (...articles: Article[]): Reading => ({ articles, problems: [] });

/** What is said of a side file: the message, the words it is about, and in which file. */
function told(text: string, { problems }: Reading) {
  return problems.map(({ message, span, file }) => [message, span && sliceOf(text, span), file]);
}

describe('a side file', () => {
  it('holds against what the file says, and is no guess', () => {
    const guessed = article('/c/a.pdf', {
      title: 'Page 1',
      publisher: 'Acrobat',
      url: 'https://a.example/x',
      guessed: ['title', 'publisher'],
    });
    const text = 'title: The lamp\npublished: 7 October 2025\nauthor: Mia Roe\nkind: transcript\n';
    const applied = applySideFile(reading(guessed), text);
    expect(applied.problems).toEqual([]);
    expect(applied.articles).toEqual([
      {
        ...guessed,
        title: 'The lamp',
        published: { year: 2025, month: 10, day: 7 },
        authors: ['Mia Roe'],
        kind: 'transcript',
        guessed: ['publisher'],
      },
    ]);
  });

  it('says of which text it is an edition', () => {
    const of = 'https://a.example/x';
    const edition = (text: string, own: Partial<Article> = {}) =>
      applySideFile(reading(article('/c/a.pdf', own)), text).articles[0]?.edition;
    expect(edition(`corrects: ${of}\nversion: 2\n`)).toEqual({ of, version: '2', created: null, status: 'corrected' });
    expect(edition(`supersedes: ${of}\n`)).toEqual({ of, version: null, created: null, status: 'usable' });
    expect(edition('version: final\n', { url: of })).toEqual({ of, version: 'final', created: null, status: 'usable' });
    expect(edition('version: final\n')).toBeNull();
  });

  it('holds for all articles of a file, and for single ones', () => {
    const text =
      'publisher: The Coast\narticles:\n  1:\n    title: One\n  b:\n    publisher: The Inland\n    speaker: Ada Quill\n  9:\n    title: Nine\n';
    const applied = applySideFile(reading(article('/c/a.mbox#1'), article('/c/a.mbox#b'), article('/c/a.mbox#11')), text);
    expect(applied.articles.map(({ title, publisher, speaker }) => [title, publisher, speaker])).toEqual([
      ['One', 'The Coast', null],
      [null, 'The Inland', 'Ada Quill'],
      [null, 'The Coast', null],
    ]);
    expect(told(text, applied)).toEqual([['The file has no article “9”. There are: 1, b, 11.', '9', 'side']]);
  });

  it('tells what is wrong in it, and where', () => {
    const text = 'published: 2025-02-30\nkind: poem\narticles:\n  2:\n    authors: {a: b}\n';
    expect(told(text, applySideFile(reading(article('/c/a.pdf')), text))).toEqual([
      ['“published” must be a day that exists, such as 2025-10-07 or 7 October 2025.', '2025-02-30', 'side'],
      ['“kind” must be one of report, transcript, note.', 'poem', 'side'],
      ['“authors” must be a name or a list of names.', '{a: b}', 'side'],
      ['The file is one article and has none “2”: write its details without “articles”.', '2', 'side'],
    ]);
  });

  it('is used as far as it can be read', () => {
    const { articles, problems } = applySideFile(reading(article('/c/a.pdf')), 'publisher: The Coast\ntitle: "never closed');
    expect(articles[0]?.publisher).toBe('The Coast');
    expect(problems[0]).toMatchObject({ message: expect.stringMatching(/not valid YAML \(line 2\)/), file: 'side' });
    expect(applySideFile(reading(article('/c/a.pdf')), '').problems).toEqual([]);
  });

  it('ends whatever it holds', () => {
    for (const text of [
      '['.repeat(50_000),
      'a: &a [*a, *a]\n'.repeat(1000),
      `${'x: '.repeat(30_000)}`,
      'x'.repeat(1_000_001),
      '\u0000',
      'articles: [1]',
    ]) {
      expect(applySideFile(reading(article('/c/a.pdf')), text).articles).toHaveLength(1);
    }
    expect(readSideFile('x'.repeat(1_000_001)).problems).toHaveLength(1);
  });

  it('leaves a reading without articles and its problems as they are', () => {
    const unread: Reading = { articles: [], problems: [{ message: 'It is empty.', span: null }] };
    expect(applySideFile(unread, 'title: X\narticles:\n  1: {title: Y}\n')).toEqual(unread);
  });
});

it('a side file is named after its file', () => {
  expect(sideFilesOf('/c/report.pdf')).toEqual(['/c/report.pdf.yaml', '/c/report.pdf.yml']);
});

describe('a new side file', () => {
  it('states what was read, and has guesses as comments', () => {
    const details: Partial<Article> = {
      title: 'Mill: closed',
      publisher: 'The Coast',
      authors: ['Mia Roe', 'Poe, Tom'],
      published: { year: 2025, month: 10, day: 7 },
      guessed: ['published'],
      edition: { of: 'https://a.example/x', version: '2', created: null, status: 'corrected' },
    };
    const text = newSideFile('report.pdf', [article('/c/report.pdf', details)]);
    expect(text).toMatchInlineSnapshot(`
      "# Details of report.pdf. What stands here holds, whatever the file itself says.
      title: "Mill: closed"
      publisher: The Coast
      authors: [Mia Roe, "Poe, Tom"]
      # published: 2025-10-07  (guessed)
      # url:
      # speaker:
      kind: report
      version: "2"
      corrects: https://a.example/x
      "
    `);
    const [again] = applySideFile(reading(article('/c/report.pdf')), text).articles;
    expect(again).toMatchObject({ ...details, published: null, guessed: [] });
  });

  it('has each article of a file that has several', () => {
    const articles = [article('/c/a.mbox#1', { title: 'One' }), article('/c/a.mbox#2', { publisher: 'The Coast', guessed: ['publisher'] })];
    const text = newSideFile('a.mbox', articles);
    expect(text).toMatchInlineSnapshot(`
      "# Details of a.mbox. What stands here holds, whatever the file itself says.
      # For all of its articles:
      # publisher:
      # published:
      # language:
      articles:
        "1":
          title: One
          kind: report
        "2":
          # publisher: The Coast  (guessed)
          kind: report
      "
    `);
    expect(applySideFile(reading(...articles), text).problems).toEqual([]);
  });

  it('is there for a file of which nothing was read', () => {
    expect(newSideFile('a.pdf', [])).toContain('# title:');
  });
});

it('a text in YAML is that text', () => {
  for (const text of [
    'Saltmere Gazette',
    'Mill: closed',
    '# one',
    '“We are lost”',
    'null',
    '2025',
    '- x',
    'a, b',
    "it's",
    '[x]',
    '',
    'yes',
    '@x',
    '&y',
  ]) {
    expect(readSideFile(`title: ${yamlText(text)}`).details.title ?? '').toBe(text);
    expect(readSideFile(`authors: [${yamlText(text, true)}]`).details.authors ?? []).toEqual(text === '' ? [] : [text]);
  }
});
