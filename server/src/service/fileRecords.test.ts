import { expect, it } from 'vitest';
import { FileRecords } from './fileRecords.ts';

const problem = { message: 'It is empty.', span: null };

it('files are known by their path, and articles by their file', () => {
  const files = new FileRecords();
  files.set({ path: '/c/b.md', stamp: '1', articleIds: ['/c/b.md'], problems: [problem] });
  files.set({ path: '/c/a.mbox', stamp: '2', articleIds: ['/c/a.mbox#1', '/c/a.mbox#2'], problems: [problem] });
  files.set({ path: '/c/none.md', stamp: '3', articleIds: [], problems: [] });
  expect([...files.paths]).toEqual(['/c/b.md', '/c/a.mbox', '/c/none.md']);
  expect([...files.paths].map((path) => [files.stampOf(path), files.articleIdsOf(path)])).toEqual([
    ['1', ['/c/b.md']],
    ['2', ['/c/a.mbox#1', '/c/a.mbox#2']],
    ['3', []],
  ]);
  expect(['/c/b.md', '/c/a.mbox#2'].map((id) => files.homeOf(id))).toEqual(['/c/b.md', '/c/a.mbox']);
  expect([...files.problems.keys()]).toEqual(['/c/a.mbox', '/c/b.md']);
});

it('of a file that changed or is gone nothing is left', () => {
  const files = new FileRecords();
  files.set({ path: '/c/a.mbox', stamp: '1', articleIds: ['/c/a.mbox#1', '/c/a.mbox#2'], problems: [problem] });
  files.set({ path: '/c/a.mbox', stamp: '2', articleIds: ['/c/a.mbox#1'], problems: [] });
  expect(files.homeOf('/c/a.mbox#2')).toBe('/c/a.mbox#2');
  expect(files.problems.size).toBe(0);
  files.delete('/c/a.mbox');
  expect(files.has('/c/a.mbox')).toBe(false);
  expect(files.stampOf('/c/a.mbox')).toBeUndefined();
  expect(files.articleIdsOf('/c/a.mbox')).toEqual([]);
  expect(files.homeOf('/c/a.mbox#1')).toBe('/c/a.mbox#1');
});

it('problems are the same map until they are others', () => {
  const files = new FileRecords();
  files.set({ path: '/c/b.md', stamp: '1', articleIds: [], problems: [problem] });
  const before = files.problems;
  files.set({ path: '/c/a.md', stamp: '1', articleIds: ['/c/a.md'], problems: [] });
  expect(files.problems).toBe(before);
  files.set({ path: '/c/a.md', stamp: '2', articleIds: [], problems: [problem] });
  expect([...files.problems.keys()]).toEqual(['/c/a.md', '/c/b.md']);
  files.delete('/c/b.md');
  expect([...files.problems.keys()]).toEqual(['/c/a.md']);
  expect([...before.keys()]).toEqual(['/c/b.md']);
});
