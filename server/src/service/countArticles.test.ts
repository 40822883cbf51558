import fc from 'fast-check';
import { expect, it } from 'vitest';
import { InMemoryHost } from '../../../test/support/inMemoryHost.ts';
import { countArticles } from './countArticles.ts';
import { Library } from './library.ts';

const FILES = Object.fromEntries(
  ['/c/a.md', '/c/b.md', '/c/sub/a.md', '/c/sub/deep/a.txt', '/c/empty.md', '/c2/a.md', '/d/a.md'].map((path) => [
    path,
    path.includes('empty') ? '' : 'Words.\n',
  ]),
);

it('articles of several libraries are counted once, however their folders lie in one another', async () => {
  const folders = fc.uniqueArray(fc.constantFrom('/c', '/c/sub', '/c/sub/deep', '/c2', '/d', '/nowhere'), { minLength: 1 });
  await fc.assert(
    fc.asyncProperty(fc.array(folders, { maxLength: 4 }), async (sets) => {
      const libraries = sets.map((set) => new Library(set, new InMemoryHost(FILES)));
      for (const library of libraries) await library.load();
      const ids = new Set(libraries.flatMap((library) => [...library.corpus.ids()]));
      expect(countArticles(libraries)).toBe(ids.size);
    }),
    { numRuns: 50 },
  );
});
