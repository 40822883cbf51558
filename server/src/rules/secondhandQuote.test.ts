import { describe, test } from 'vitest';
import { checkDraft, corpusOf } from '../../../test/support/checkDraft.ts';

const post = (...paragraphs: string[]) =>
  `---\ntitle: Boats and nets\npublisher: Northshore Post\npublished: 2026-10-14\n---\n\n${paragraphs.join('\n\n')}`;
const of = (publisher: string) =>
  `---\ntitle: Weather\npublisher: ${publisher}\npublished: 2026-10-13\n---\n\nIt rained on the outer islands.`;
const WORDS = 'Whoever sank the trawler knew every light along this shore by heart';
const DRAFT = `[“${WORDS},”]{secondhand-quote} Iris Munro said.`;

describe('words that the source has from', () => {
  test.each([
    ['a radio', post(`“${WORDS},” Iris Munro told Radio Skerry.`)],
    ['a channel', post(`“${WORDS},” Iris Munro told Channel 4 on Monday.`)],
    ['a channel in words', post(`“${WORDS},” Iris Munro told Channel Four.`)],
    ['a paper', post(`“${WORDS},” Iris Munro told the Lowmoor Herald.`)],
  ])('%s', (_, source) => checkDraft(corpusOf(source), DRAFT));

  test('a publisher of the corpus, whatever it is called', () => {
    checkDraft(corpusOf(post(`“${WORDS},” Iris Munro told Tidewire.`), of('Tidewire')), DRAFT);
  });
});

describe('no finding', () => {
  const told = (whom: string) => post(`“${WORDS},” Iris Munro told ${whom}.`);
  const bare = `“${WORDS},” Iris Munro said.`;
  test.each([
    ['somebody of whom nobody knows that it is an outlet', told('Tidewire'), of('Other')],
    ['people', told('radio reporters'), of('Radio Skerry')],
    ['an office that publishes', told('the Senate'), of('The Senate')],
    ['a longer name', told('Tidewire Salvage'), of('Tide')],
    ['itself', told('the Post'), of('Other')],
  ])('%s', (_, source, other) => checkDraft(corpusOf(source, other), bare));

  test.each(['Radio Skerry', 'Radio Skerry Monday'])('an outlet that the draft names: %s', (outlet) => {
    checkDraft(corpusOf(told(outlet)), `“${WORDS},” Iris Munro told Radio Skerry.`);
  });
});
