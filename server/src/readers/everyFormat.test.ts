import { describe, expect, it } from 'vitest';
import { CAPTIONS, EVERY_FORMAT, TITLE, WORDS } from '../../../test/support/everyFormat.ts';
import type { Article } from '../corpus/article.ts';
import { sayingsOf, speakersAt } from '../corpus/sayings.ts';
import { isoDate } from '../text/calendarDate.ts';
import { sliceOf } from '../text/span.ts';
import { readerFor, readSource } from './index.ts';

const bytesOf = (content: string | Uint8Array) => (typeof content === 'string' ? new TextEncoder().encode(content) : content);

async function articleOf(name: string, content: string | Uint8Array): Promise<Article> {
  const { articles, problems } = await readSource(`/c/${name}`, bytesOf(content));
  expect(problems).toEqual([]);
  expect(articles).toHaveLength(1);
  return articles[0] as Article;
}

describe('the same report', () => {
  it.each(Object.entries(EVERY_FORMAT))('has title, date, speaker and places as %s', async (name, content) => {
    const article = await articleOf(name, content);
    expect(article.id).toBe(`/c/${name}`);
    expect(article.title).toBe(TITLE);
    expect(article.published && isoDate(article.published)).toBe('2024-03-13');
    const [saying, ...others] = sayingsOf(article);
    expect(others).toEqual([]);
    expect(saying?.speaker).toBe('Tobin Marl');
    expect(saying?.quotation.pieces.map((piece) => sliceOf(article.prose.text, piece))).toEqual([`${WORDS},`]);
  });

  it.each(Object.entries(EVERY_FORMAT).filter(([name]) => !readerFor(name)?.extracts))(
    'counts in the file itself: %s',
    async (name, content) => {
      const article = await articleOf(name, content);
      const [saying] = sayingsOf(article);
      expect(content.slice(saying?.quotation.span.start, saying?.quotation.span.end)).toBe(`“${WORDS},”`);
    },
  );
});

describe('what was said', () => {
  it.each(Object.entries(CAPTIONS))('has its speaker, time and place as %s', async (name, content) => {
    const article = await articleOf(name, content);
    expect(article.kind).toBe('transcript');
    const start = article.prose.text.indexOf(WORDS);
    expect(content.slice(start, start + WORDS.length)).toBe(WORDS);
    expect(speakersAt(article, { start, end: start + WORDS.length })[0]).toBe('Tobin Marl');
    expect(article.locators?.findLast((locator) => locator.start <= start)?.label).toBe('0:00:05');
  });
});
