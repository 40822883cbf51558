import { describe, expect, test } from 'vitest';
import { articleOf } from '../../../test/support/handMade.ts';
import type { Article, Edition } from './article.ts';
import { areVersions, compareVersions, newestAfter } from './editions.ts';
import { IndexedCorpus } from './indexedCorpus.ts';
import { MemoryCorpus } from './memoryCorpus.ts';

const OF = 'urn:newsml:quay.example:20250305:lamp';

function version(id: string, edition: Partial<Edition> | null, details: Partial<Article> = {}): Article {
  const whole = edition && { of: OF, version: null, created: null, status: 'usable' as const, ...edition };
  return articleOf(id, `The lamp will stay lit. ${id}`, { edition: whole, ...details });
}

describe('versions', () => {
  test('are articles of one text, of which one may say so by its address alone', () => {
    const page = articleOf('page', 'x', { url: 'https://www.quay.example/lamp/?utm_source=x' });
    const corrected = version('new', { of: 'http://quay.example/lamp', status: 'corrected' });
    expect(areVersions(page, corrected)).toBe(true);
    expect(areVersions(page, articleOf('again', 'x', { url: 'https://quay.example/lamp' }))).toBe(false);
    expect(areVersions(version('a', {}), version('b', { of: `${OF}2` }))).toBe(false);
    expect(areVersions(version('a', {}), articleOf('b', 'x'))).toBe(false);
  });

  test.each([
    ['when they were made', { created: '2025-03-05T12:00:00+01:00' }, { created: '2025-03-05T11:30:00Z' }],
    ['a day without an hour', { created: '2025-03-05' }, { created: '2025-03-06T00:30:00Z' }],
    ['their number', { version: '9' }, { version: '10' }],
    ['their number, the first having none', {}, { version: '2' }],
    ['that one corrects the other', {}, { status: 'corrected' }],
    ['that one withdraws the other', { version: '2' }, { version: '2', status: 'canceled' }],
  ] as const)('stand in order by %s', (_, before, after) => {
    expect(compareVersions(version('b', after), version('a', before))).toBeGreaterThan(0);
    expect(compareVersions(version('a', before), version('b', after))).toBeLessThan(0);
  });

  test('stand in order by the day they were published', () => {
    const [before, after] = [{ published: { year: 2025, month: 3, day: 5 } }, { published: { year: 2025, month: 3, day: 6 } }];
    expect(compareVersions(version('b', {}, after), version('a', {}, before))).toBeGreaterThan(0);
    expect(compareVersions(version('b', {}, { published: { year: 2025, month: 3 } }), version('a', {}, before))).toBe(0);
  });

  test('have none that is newest where nothing tells', () => {
    expect(newestAfter(version('a', {}), [version('b', {})])).toBeUndefined();
    expect(newestAfter(version('a', { version: 'final' }), [version('b', { version: '2' })])).toBeUndefined();
    expect(
      newestAfter(version('a', {}), [version('b', { version: '1' }), version('d', { version: '3' }), version('c', { version: '2' })])?.id,
    ).toBe('d');
  });
});

describe('a corpus knows the newest version of an article', () => {
  const first = version('first', { version: '1' });
  const second = version('second', { version: '2' });
  const page = articleOf('page', 'x', { url: 'https://quay.example/lamp' });
  const other = articleOf('other', 'y');

  test('wherever it is kept', () => {
    let corpus = IndexedCorpus.empty();
    for (const article of [first, page, second, other]) {
      corpus = corpus.changed([{ id: article.id, details: article, hashes: new Uint32Array([7]) }]);
    }
    for (const one of [corpus, corpus.merged(), MemoryCorpus.of([first, page, second, other])]) {
      expect(['first', 'second', 'page', 'other', 'none'].map((id) => one.newestVersion(id))).toEqual(['second', null, null, null, null]);
    }
    expect(corpus.changed([], ['second']).newestVersion('first')).toBeNull();
  });

  test('through versions that name only the one before', () => {
    const url = (number: number) => `https://quay.example/lamp-${number}`;
    const later = (number: number, status: Edition['status']) =>
      version(`${number}`, { of: url(number - 1), status }, { url: url(number) });
    const corpus = MemoryCorpus.of([articleOf('1', 'x', { url: url(1) }), later(2, 'usable'), later(3, 'corrected'), later(4, 'usable')]);
    expect(['1', '2', '3', '4'].map((id) => corpus.newestVersion(id))).toEqual(['4', '4', '4', null]);
    const ring = [version('a', { of: url(2) }, { url: url(1) }), version('b', { of: url(1) }, { url: url(2) })];
    expect(ring.map(({ id }) => MemoryCorpus.of(ring).newestVersion(id))).toEqual([null, null]);
  });

  test('by its address', () => {
    const corrected = version('corrected', { of: 'https://quay.example/lamp', status: 'corrected' });
    const corpus = MemoryCorpus.of([first, page, corrected]);
    expect(corpus.newestVersion('page')).toBe('corrected');
    expect(corpus.newestVersion('corrected')).toBeNull();
  });
});
