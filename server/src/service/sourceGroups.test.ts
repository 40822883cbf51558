import { describe, expect, it } from 'vitest';
import { InMemoryHost } from '../../../test/support/inMemoryHost.ts';
import { toEnd } from '../text/steps.ts';
import { Library } from './library.ts';
import { SourceGroups } from './sourceGroups.ts';

function article(title: string, publisher: string | null, published: string | null): string {
  const lines = [`title: ${title}`, ...(publisher ? [`publisher: ${publisher}`] : []), ...(published ? [`published: ${published}`] : [])];
  return `---\n${lines.join('\n')}\n---\n\nThe weir at Saltmere held.\n`;
}

const host = new InMemoryHost({
  '/c/a.md': article('A', 'The Quay', '2024-03-12'),
  '/c/b.md': article('B', null, '2024'),
  '/c/2025/c.md': article('C', 'The Quay', '2025-01-02'),
  '/c/2025/d.md': article('D', 'Gazette', null),
  '/c/2025/e.md': article('E', 'The Quay', '2025-01'),
});

async function loaded(...folders: readonly string[]): Promise<Library> {
  const library = new Library(folders, host);
  await library.load();
  return library;
}

const page = (groups: SourceGroups, key: string, start = 0, limit = 10) =>
  toEnd(groups.page(key, start, limit)).map(({ details }) => details.title);

describe('sources in groups', () => {
  it('by folder, newest first', async () => {
    const groups = toEnd(SourceGroups.of([await loaded('/c')], 'folder'));
    expect(groups.groups).toEqual([
      { key: '/c', count: 2 },
      { key: '/c/2025', count: 3 },
    ]);
    expect(page(groups, '/c')).toEqual(['A', 'B']);
    expect(page(groups, '/c/2025')).toEqual(['C', 'E', 'D']);
    expect(groups.size).toBe(5);
  });

  it('by publisher, those without one last', async () => {
    const groups = toEnd(SourceGroups.of([await loaded('/c')], 'publisher'));
    expect(groups.groups).toEqual([
      { key: 'Gazette', count: 1 },
      { key: 'The Quay', count: 3 },
      { key: '', count: 1 },
    ]);
    expect(page(groups, 'The Quay')).toEqual(['C', 'E', 'A']);
  });

  it('come in pages', async () => {
    const groups = toEnd(SourceGroups.of([await loaded('/c')], 'publisher'));
    expect(page(groups, 'The Quay', 1, 1)).toEqual(['E']);
    expect(page(groups, 'The Quay', 3, 1)).toEqual([]);
    expect(page(groups, 'Nobody')).toEqual([]);
  });

  it('count what several libraries have once', async () => {
    const groups = toEnd(SourceGroups.of([await loaded('/c'), await loaded('/c/2025')], 'folder'));
    expect(groups.groups.map(({ count }) => count)).toEqual([2, 3]);
  });
});
