import { expect, it } from 'vitest';
import { marksFor } from './marks.ts';

it('marks an article by its own id, or by its place', () => {
  expect(marksFor(['harbour-fees', null, '17', 'https://quay.example/2025/10/Harbour fees?x=1', '', 'urn:newsml:quay:1'])).toEqual([
    'harbour-fees',
    '2',
    'id17',
    expect.stringMatching(/^Harbour-fees-[0-9a-z]{13}$/),
    '5',
    expect.stringMatching(/^1-[0-9a-z]{13}$/),
  ]);
});

it('keeps an article’s mark when others are added before or behind it', () => {
  const own = ['https://quay.example/a', 'tide'];
  const marks = marksFor(own);
  expect(marksFor(['urn:new', ...own, '3', null]).slice(1, 3)).toEqual(marks);
});

it('never gives two articles one mark', () => {
  const ids = [
    '2',
    null,
    'id2',
    'id-2',
    'a',
    'a',
    'a',
    'a~2',
    'https://x.example/a b',
    'https://x.example/a-b',
    'https://x.example/a b',
    null,
    '12',
  ];
  const marks = marksFor([...ids, ...marksFor(ids)]);
  expect(new Set(marks).size).toBe(marks.length);
});
