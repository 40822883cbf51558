import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleOf } from '../../../test/support/handMade.ts';
import { ArticleCache } from './articleCache.ts';

const file = (path: string, length: number) => [articleOf(path, 'x'.repeat(length))];

describe('articles that are kept', () => {
  it('are those that were asked for last, as many as there is room for', () => {
    const cache = new ArticleCache(100);
    for (const path of ['a', 'b', 'c']) cache.set(path, file(path, 30));
    cache.get('a');
    cache.set('d', file('d', 30));
    expect(['a', 'b', 'c', 'd'].filter((path) => cache.get(path))).toEqual(['a', 'c', 'd']);
    expect(cache.characters).toBe(90);
  });

  it('never are longer together than they may be', () => {
    const asked = fc.record({ path: fc.constantFrom(...'abcdefgh'), length: fc.nat(130), passing: fc.boolean() });
    fc.assert(
      fc.property(fc.array(asked), (all) => {
        const cache = new ArticleCache(100);
        for (const { path, length, passing } of all) {
          cache.set(path, file(path, length), passing);
          const kept = [...'abcdefgh'].flatMap((one) => cache.get(one) ?? []);
          expect(cache.characters).toBe(kept.reduce((sum, { prose }) => sum + prose.text.length, 0));
          expect(cache.characters).toBeLessThanOrEqual(100);
          if (length <= 100 && !passing) expect(cache.get(path)).toBeDefined();
        }
      }),
    );
  });

  it('do not have to go for what is only passing, nor for what is too long by itself', () => {
    const cache = new ArticleCache(100);
    cache.set('a', file('a', 60));
    cache.set('b', file('b', 60), true);
    cache.set('c', file('c', 101));
    expect(cache.get('b')).toBeUndefined();
    expect(cache.get('a')).toBeDefined();
    cache.set('d', file('d', 40), true);
    expect(cache.get('d')).toBeDefined();
  });

  it('are at hand as they were for who goes by an earlier revision, up to a point', () => {
    const cache = new ArticleCache(1600);
    const [first, second] = [file('a', 50), file('a', 50)];
    cache.set('a', first);
    cache.retire('a', 3);
    expect(cache.get('a')).toBeUndefined();
    cache.set('a', second);
    cache.retire('a', 5);
    expect([2, 3, 4, 5, 6].map((revision) => cache.asOf(revision, 'a'))).toEqual([first[0], first[0], second[0], second[0], undefined]);
    // A sixteenth of the room is for them.
    cache.set('b', file('b', 60));
    cache.retire('b', 7);
    expect(cache.asOf(2, 'a')).toBeUndefined();
    expect(cache.asOf(6, 'b')).toBeDefined();
  });
});
