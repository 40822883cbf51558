import { expect, it } from 'vitest';
import { InMemoryCache } from '../../../../test/support/inMemoryCache.ts';
import { NO_DETAILS } from '../../corpus/article.ts';
import type { Reading } from '../../readers/reader.ts';
import { KeptReadings } from './keptReadings.ts';

const WAIT_MS = 25;

/** Reads so slowly that it is worth keeping, and takes down what it was asked for. */
function slowly(asked: string[], problems: Reading['problems'] = [], empty = false) {
  return async (path: string, bytes: Uint8Array): Promise<Reading> => {
    asked.push(path);
    await new Promise((resolve) => setTimeout(resolve, WAIT_MS));
    const text = new TextDecoder().decode(bytes);
    const prose = { text, blocks: [{ span: { start: 0, end: text.length }, kind: 'paragraph' as const, group: -1 }] };
    const article = { ...NO_DETAILS, id: `${path}#1`, published: { year: 2024, month: 3, day: 12 }, prose };
    return { articles: empty ? [] : [article], problems };
  };
}

const weir = () => new TextEncoder().encode('The weir held.');

it('reads once what is the same, also at the next start and under another name', async () => {
  const cache = new InMemoryCache();
  const asked: string[] = [];
  const first = await new KeptReadings(cache, slowly(asked)).extract('/a.pdf', weir());
  const again = await new KeptReadings(cache, slowly(asked)).extract('/a.pdf', weir());
  const renamed = await new KeptReadings(cache, slowly(asked)).extract('/b.pdf', weir());
  expect(again).toEqual(first);
  expect(renamed).toEqual({ ...first, articles: first.articles.map((article) => ({ ...article, id: '/b.pdf#1' })) });
  expect(asked).toEqual(['/a.pdf']);
});

it('reads again what is another file, or of another kind', async () => {
  const cache = new InMemoryCache();
  const asked: string[] = [];
  const kept = new KeptReadings(cache, slowly(asked));
  await kept.extract('/a.pdf', weir());
  await kept.extract('/a.pdf', new TextEncoder().encode('The weir fell.'));
  await kept.extract('/a.html', weir());
  expect(asked).toEqual(['/a.pdf', '/a.pdf', '/a.html']);
});

it('does not keep what gave no article: it may do so the next time', async () => {
  const cache = new InMemoryCache();
  const asked: string[] = [];
  const kept = new KeptReadings(cache, slowly(asked, [{ message: 'Too slow.', span: null }], true));
  await kept.extract('/a.pdf', weir());
  await kept.extract('/a.pdf', weir());
  expect(asked).toHaveLength(2);
});

it('reads again what was damaged, and keeps that', async () => {
  const cache = new InMemoryCache();
  const asked: string[] = [];
  const kept = new KeptReadings(cache, slowly(asked));
  const first = await kept.extract('/a.pdf', weir());
  const [entry] = await cache.list();
  await cache.write(entry?.name ?? '', [new TextEncoder().encode('{"path":')]);
  expect(await kept.extract('/a.pdf', weir())).toEqual(first);
  await kept.extract('/a.pdf', weir());
  expect(asked).toEqual(['/a.pdf', '/a.pdf']);
});
