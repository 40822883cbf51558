import { expect, it } from 'vitest';
import { InMemoryHost } from '../../../test/support/inMemoryHost.ts';
import { toEnd } from '../text/steps.ts';
import { findArticles } from './findArticles.ts';
import { Library } from './library.ts';

const article = (title: string, publisher: string, text: string) =>
  `---\ntitle: ${title}\npublisher: ${publisher}\npublished: 2024-03-05\n---\n\n${text}\n`;

async function foundBy(words: string, limit = 10) {
  const files = {
    '/c/bell.md': article('A bell for the ferry', 'The Low Coast Observer', '“People set their kettles by that bell,” said Tobin Marl.'),
    '/c/lamp.md': article('Saltmere keeps its lamp', 'Saltmere Gazette', '“The lamp has outlasted three mayors,” said Édda Quill.'),
    '/c/pier.md': article('The pier of Édda Quill', 'Saltmere Gazette', 'The council met on Tuesday.'),
  };
  const library = new Library(['/c'], new InMemoryHost(files));
  await library.load();
  return toEnd(findArticles(library.corpus, words, limit));
}

it('finds articles by what they say', async () => {
  expect(await foundBy('has outlasted three mayors')).toEqual(['/c/lamp.md']);
});

it('finds articles by title, publisher and date, by whole words and beginnings', async () => {
  expect(await foundBy('low coast')).toEqual(['/c/bell.md']);
  expect(await foundBy('gaz 2024-03')).toEqual(['/c/lamp.md', '/c/pier.md']);
});

it('puts what is said before what is named, each article once', async () => {
  expect(await foundBy('edda quill')).toEqual(['/c/lamp.md', '/c/pier.md']);
  expect(await foundBy('edda quill', 1)).toEqual(['/c/lamp.md']);
});

it('finds nothing for words that nothing has, and for none', async () => {
  expect(await foundBy('quantum chromodynamics')).toEqual([]);
  expect(await foundBy(' ')).toEqual([]);
});
