import { afterEach, expect, it } from 'vitest';
import { Extractor, type Limits } from '../../server/src/node/extraction/extractor.ts';
import { Folder } from '../support/serverProcess.ts';

const folders: Folder[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) folder.dispose();
});

/** A thread's program that answers as the file's name wants it. */
const PROGRAM = `
const { parentPort, threadId } = require('node:worker_threads');
parentPort.on('message', ({ path, bytes }) => {
  if (path.includes('loop')) for (;;);
  if (path.includes('hoard')) { const all = []; for (;;) all.push(new Array(100_000).fill(path)); }
  if (path.includes('throw')) throw new Error('words of a source');
  if (path.includes('leave')) process.exit(3);
  parentPort.postMessage({ articles: [], problems: [{ message: path + ' ' + bytes.length + ' ' + threadId, span: null }] });
});
`;

function extractor(limits: Limits): Extractor {
  const folder = new Folder({ 'program.cjs': PROGRAM });
  folders.push(folder);
  return new Extractor({ script: folder.pathOf('program.cjs'), limits });
}

const bytes = () => Uint8Array.of(1, 2, 3);
const problemOf = async (one: Extractor, path: string) => (await one.extract(path, bytes())).problems[0]?.message ?? '';

it('reads files one after the other in the same thread', async () => {
  const one = extractor({ time: 10_000, memory: 64 });
  const [first, second] = await Promise.all([problemOf(one, '/a.pdf'), problemOf(one, '/b.pdf')]);
  expect(first).toMatch(/^\/a\.pdf 3 \d+$/);
  expect(second).toBe(first.replace('a', 'b'));
});

it('gives up a file that takes too long, and reads the next one', async () => {
  const one = extractor({ time: 1000, memory: 64 });
  const [slow, next] = await Promise.all([problemOf(one, '/loop.pdf'), problemOf(one, '/next.pdf')]);
  expect(slow).toBe(
    'This file was left out: after 1 seconds it was still being read. Save it anew, or keep its text in a .txt file instead.',
  );
  expect(next).toMatch(/^\/next\.pdf 3/);
});

it('gives up a file that takes too much memory, and reads the next one', async () => {
  const one = extractor({ time: 20_000, memory: 32 });
  expect(await problemOf(one, '/hoard.pdf')).toBe(
    'This file was left out: reading it takes more than 32 MB of memory. Save it anew, or keep its text in a .txt file instead.',
  );
  expect(await problemOf(one, '/next.pdf')).toMatch(/^\/next\.pdf 3/);
});

it.each(['/throw.pdf', '/leave.pdf'])('survives a thread that breaks off: %s', async (path) => {
  const one = extractor({ time: 10_000, memory: 64 });
  const problem = await problemOf(one, path);
  expect(problem).toBe(
    'Reading this file broke off for a reason that could not be found. Save it anew, or keep its text in a .txt file instead.',
  );
  expect(await problemOf(one, '/next.pdf')).toMatch(/^\/next\.pdf 3/);
});

it('reads in place where there is no program', async () => {
  const { articles } = await new Extractor({ script: null }).extract('/note.txt', new TextEncoder().encode('The weir held.'));
  expect(articles[0]?.prose.text).toBe('The weir held.');
});

it('hands over bytes that lie in the middle of others', async () => {
  const one = extractor({ time: 10_000, memory: 64 });
  const all = Uint8Array.of(1, 2, 3, 4, 5);
  const { problems } = await one.extract('/part.pdf', all.subarray(1, 3));
  expect(problems[0]?.message).toMatch(/^\/part\.pdf 2 /);
  expect(all.length).toBe(5);
});
