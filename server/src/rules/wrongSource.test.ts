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

describe('a publication’s short form', () => {
  test('behind “the”', () => {
    checkDraft(CORPUS, `${QUOTE} told the [Mail]{wrong-source → Saltmarsh Courier}.`);
  });
  test.each([
    ['of the publication that has the words', `${QUOTE} told the Courier.`],
    ['of another paper that the draft names', `The Hexley Daily Mail was first. ${QUOTE} told the Mail.`],
    ['that goes on', `${QUOTE} told the Mail Gazette.`],
    ['in small letters', `${QUOTE} told the mail.`],
  ])('but not that %s', (_, draft) => checkDraft(CORPUS, draft));
  test('that two publications have', () => {
    const other = MAIL.replace('Dunmere Mail', 'Pellworth Mail');
    checkDraft(corpusOf(CLOSURE, MAIL, other), `${QUOTE} told the Mail.`);
  });
});

describe('a publication that the source itself credits', () => {
  const courier = (sentence: string) => CLOSURE.replace('said Ada Quill, the harbour master.', sentence);
  test.each([
    ['in the sentence', 'Ada Quill told the Dunmere Mail.'],
    ['by its short form', 'Ada Quill told the Mail.'],
    ['in the next paragraph', 'said Ada Quill, the harbour master.\n\nShe was speaking to the Dunmere Mail.'],
  ])('%s', (_, sentence) => checkDraft(corpusOf(courier(sentence), MAIL), `${QUOTE} told the Dunmere Mail.`));
});

describe('a link to an article that does not have the words', () => {
  const AT = 'https://mail.example/2024/11/timetable';
  const LINKED = corpusOf(
    CLOSURE.replace('---\n\n', 'url: https://courier.example/closure\n---\n\n'),
    MAIL.replace('---\n\n', `url: ${AT}\n---\n\n`),
  );
  test.each([
    ['at the verb', `${QUOTE} [[said](${AT})]{wrong-source: The article that is linked to}.`],
    ['written otherwise', `${QUOTE} [[said](http://www.mail.example/2024/11/timetable/?utm_source=x)]{wrong-source}.`],
    ['in a footnote', `${QUOTE} said.[[^1]]{wrong-source}\n\n[^1]: ${AT}, 20 November 2024.`],
    ['round the words', `[[${QUOTE.replace(' Ada Quill', '')}](${AT})]{wrong-source} Ada Quill said.`],
  ])('%s', (_, draft) => checkDraft(LINKED, draft));

  test.each([
    ['an article that has them', `${QUOTE} [said](https://courier.example/closure#top).`],
    ['both', `${QUOTE} [said](https://courier.example/closure), as was [reported](${AT}).`],
    ['one about somebody', `${QUOTE}, [who lost a boat last winter](${AT}), said.`],
    ['none of the corpus', `${QUOTE} [said](https://mail.example/2024/11/other).`],
    ['another event', `${QUOTE} said, a day after the company [announced the sale](${AT}).`],
    [
      'a report of it',
      `Asked about [reports that the company will sell](${AT}), Ada Quill said: “We will close the north harbour because the sea wall cannot carry another winter.”`,
    ],
    ['what a note sends on to', `${QUOTE} said.[^1]\n\n[^1]: See ${AT} on the sale.`],
    ['one of two in a note', `${QUOTE} said.[^1]\n\n[^1]: ${AT}; https://courier.example/closure.`],
    [
      'words inside the quotation',
      `“We will close the [north harbour](${AT}) because the sea wall cannot carry another winter,” Ada Quill said.`,
    ],
    ['one beside the right one in the paragraph', `The board met ([Courier](https://courier.example/closure)). ${QUOTE} [said](${AT}).`],
  ])('but not to %s', (_, draft) => checkDraft(LINKED, draft));
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
