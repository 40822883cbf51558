import { describe, test } from 'vitest';
import { checkDraft, corpusOf } from '../../../test/support/checkDraft.ts';

const COURIER = `
  ---
  title: Harbour to close for winter
  publisher: The Saltmarsh Courier
  published: 2025-03-04
  ---

  “We will close the north harbour because the sea wall cannot carry another winter,” said Ada Quill, the harbour master.
  `;
const MAIL = `
  ---
  title: Ferry line sold
  publisher: Dunmere Mail
  published: 2024-11-20
  ---

  “A timetable is a polite letter to the weather,” Cy Fenn told Tidewire.
  `;
const CORPUS = corpusOf(COURIER, MAIL);
const QUOTE = '“We will close the north harbour because the sea wall cannot carry another winter,” Ada Quill';

describe('a publication that does not have the words', () => {
  test.each([
    ['told', `${QUOTE} told the [Dunmere Mail]{wrong-source → Saltmarsh Courier}.`],
    [
      'according to',
      `According to the [Dunmere Mail]{wrong-source}, Ada Quill said: “We will close the north harbour because the sea wall cannot carry another winter.”`,
    ],
  ])('%s', (_, draft) => checkDraft(CORPUS, draft));
});

describe('no finding', () => {
  test.each([
    ['the publication that has them', `${QUOTE} told the Saltmarsh Courier.`],
    ['one that is not in the corpus', `${QUOTE} told the Hexley Star.`],
    ['one that the source credits', '“A timetable is a polite letter to the weather,” Cy Fenn told Tidewire.'],
    ['none', `${QUOTE} said.`],
    ['a link to something outside the corpus', `${QUOTE} [said](https://example.org/hexley).`],
  ])('%s', (_, draft) => checkDraft(CORPUS, draft));

  test('the source’s publisher is not known', () => {
    checkDraft(corpusOf(COURIER.replace(/publisher: .*/, ''), MAIL), `${QUOTE} told the Dunmere Mail.`);
  });
});
