import { describe, expect, it } from 'vitest';
import { sliceOf } from '../text/span.ts';
import { parseDay } from './days.ts';
import { readFrontMatter } from './frontMatter.ts';

function read(yaml: string) {
  const text = `---\n${yaml}\n---\nBody.`;
  const matter = readFrontMatter(text);
  return { ...matter, problems: (matter?.problems ?? []).map(({ message, span }) => [message, span && sliceOf(text, span)]) };
}

describe('readFrontMatter', () => {
  it('reads what an article states', () => {
    const { details } = read(
      'title: "Mill: closed"\npublisher: The Coast\nauthors: [Mia Roe, Tom Poe]\ndate: Oct. 7, 2025\nkind: Transcript\nlang: en\nmood: sour',
    );
    expect(details).toEqual({
      title: 'Mill: closed',
      publisher: 'The Coast',
      authors: ['Mia Roe', 'Tom Poe'],
      published: { year: 2025, month: 10, day: 7 },
      kind: 'transcript',
      language: 'en',
    });
  });

  it('parts authors in one line, and prefers published to date', () => {
    expect(read('author: Mia Roe, Tom Poe and Ann Foe\ndate: 2024\npublished: 2025-10-07').details).toEqual({
      authors: ['Mia Roe', 'Tom Poe', 'Ann Foe'],
      published: { year: 2025, month: 10, day: 7 },
    });
  });

  it('keeps every key for who else asks', () => {
    expect(read('verbatim: off').values?.get('verbatim')).toBe('off');
  });

  it('names the key that is wrong and what is allowed', () => {
    expect(read('kind: poem\ndate: 2025-02-30\ntitle: [a]\nauthors: {a: b}').problems).toEqual([
      ['“kind” must be one of report, transcript, note.', 'poem'],
      ['“date” must be a day that exists, such as 2025-10-07 or 7 October 2025.', '2025-02-30'],
      ['“title” must be a text.', '[a]'],
      ['“authors” must be a name or a list of names.', '{a: b}'],
    ]);
  });

  it('says where YAML is broken and uses the rest', () => {
    const { details, problems } = read('publisher: The Coast\ntitle: "never closed');
    expect(details?.publisher).toBe('The Coast');
    expect(problems[0]?.[0]).toMatch(/not valid YAML \(line [345]\)/);
  });

  it('loses no line to a colon in a title without marks', () => {
    const { details, problems } = read(
      'publisher: The Coast\ntitle: “We are lost”: Varga after the game\npublished: 2025-10-07\nauthors: [Mia Roe]',
    );
    expect(details).toMatchObject({
      title: '“We are lost”: Varga after the game',
      publisher: 'The Coast',
      published: { year: 2025, month: 10, day: 7 },
    });
    expect(problems[0]?.[0]).toMatch(/not valid YAML/);
  });

  it('is null without front matter', () => {
    expect(readFrontMatter('Body --- not matter.')).toBeNull();
  });
});

describe('parseDay', () => {
  it.each([
    ['2025-10-07', 2025, 10, 7],
    ['2025-10-07T23:30:00Z', 2025, 10, 7],
    ['7 October 2025', 2025, 10, 7],
    ['7th of Oct 2025', 2025, 10, 7],
    ['Oct. 7, 2025', 2025, 10, 7],
    ['Tuesday 08 October 2024 07:40 EDT', 2024, 10, 8],
    ['Published: 07 Oct. 2025, 13:49', 2025, 10, 7],
    ['23/10/2025', 2025, 10, 23],
    ['2025/1/2', 2025, 1, 2],
  ])('reads %s', (text, year, month, day) => {
    expect(parseDay(text)).toEqual({ year, month, day });
  });

  it('reads months and years, and nothing that is not plain', () => {
    expect(parseDay('October 2025')).toEqual({ year: 2025, month: 10 });
    expect(parseDay('2025')).toEqual({ year: 2025 });
    expect(parseDay('7/10/2025')).toBeUndefined();
    expect(parseDay('31 June 2025')).toBeUndefined();
  });
});
