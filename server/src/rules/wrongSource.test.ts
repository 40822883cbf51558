import { describe, test } from 'vitest';
import { checkDraft, corpusOf } from '../../../test/support/checkDraft.ts';
import { CLOSURE, mail } from '../../../test/support/harbour.ts';

const MAIL = mail(`
  “A timetable is a polite letter to the weather,” Cy Fenn told Tidewire.
  `);
const CORPUS = corpusOf(CLOSURE, MAIL);
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
    checkDraft(corpusOf(CLOSURE.replace(/publisher: .*/, ''), MAIL), `${QUOTE} told the Dunmere Mail.`);
  });
});
