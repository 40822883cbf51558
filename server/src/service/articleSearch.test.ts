import { expect, it } from 'vitest';
import { InMemoryHost } from '../../../test/support/inMemoryHost.ts';
import { toEnd } from '../text/steps.ts';
import { articleSearchOf } from './articleSearch.ts';
import { Library } from './library.ts';

const article = (title: string, publisher: string, text: string) =>
  `---\ntitle: ${title}\npublisher: ${publisher}\npublished: 2024-03-05\n---\n\n${text}\n`;
const FILES = {
  '/c/bell.md': article('A bell for the ferry', 'The Low Coast Observer', '“People set their kettles by that bell,” said Tobin Marl.'),
  '/c/lamp.md': article('Saltmere keeps its lamp', 'Saltmere Gazette', '“The lamp has outlasted three mayors,” said Edda Quill.'),
  '/c/pier.md': article('The pier of Édda Quill', 'Saltmere Gazette', 'The council met on Tuesday.'),
};
const never = new AbortController().signal;

async function searched(files: Record<string, string> = FILES) {
  const host = new InMemoryHost(files);
  const library = new Library(['/c'], host);
  await library.load();
  const reads = host.reads.length;
  const search = await articleSearchOf(library, never);
  return {
    library,
    search,
    about: (words: string, limit = 10) => toEnd(search.about(words, limit)),
    readMore: () => host.reads.length - reads,
  };
}

it('finds articles by the beginnings of words of their details, and reads none', async () => {
  const { about, readMore } = await searched();
  expect(about('low coast')).toEqual(['/c/bell.md']);
  expect(about('GAZ 2024-03')).toEqual(['/c/lamp.md', '/c/pier.md']);
  expect(about('edda')).toEqual(['/c/pier.md']);
  expect(about('gaz', 1)).toEqual(['/c/lamp.md']);
  // What a word ends in is not what it begins with.
  expect(about('azette')).toEqual([]);
  expect(about(' ')).toEqual([]);
  expect(readMore()).toBe(0);
});

it('says in which articles somebody may be named', async () => {
  const { search } = await searched();
  expect(search.naming('Edda Quill', 5)).toEqual(['/c/lamp.md']);
  expect(search.naming('the', 5)).toEqual([]);
});

it('tells lines of many articles apart', async () => {
  const many = Object.fromEntries(Array.from({ length: 2100 }, (_, i) => [`/c/${i}.md`, article(`Story ${i}`, 'Paper', 'Words.')]));
  const { about } = await searched(many);
  expect(about('story 1234')).toEqual(['/c/1234.md']);
  expect(about('story 2099')).toEqual(['/c/2099.md']);
});

it('is made once for each state of the sources', async () => {
  const { library, search } = await searched();
  expect(await articleSearchOf(library, never)).toBe(search);
});
