import { describe, test } from 'vitest';
import { checkDraft, corpusOf } from '../../../test/support/checkDraft.ts';
import { courier, mail } from '../../../test/support/harbour.ts';

const CORPUS = corpusOf(
  courier(`
  The harbour board met in Pellworth on Monday. “We will close the north harbour because the sea wall cannot carry
  another winter,” said Ada Quill, the harbour master.
  `),
  mail(`
  The ferry line was sold to a family of shipwrights on 15 November 2024, the county said. The new owners want to run
  four boats a day from the old pier. “No timetable survives its first storm,” said Bo Tarn, the captain, on Friday.
  `),
  `
  ---
  title: Letters
  publisher: Dunmere Mail
  ---

  “Every lighthouse keeper dreams of a calm and starry night,” wrote Cy Fenn.
  `,
);
const QUOTE = '“We will close the north harbour because the sea wall cannot carry another winter,” Ada Quill said';

/** Said on Friday, 15 November 2024; published on Wednesday, the 20th. */
const QUOTED_FRIDAY = '“No timetable survives its first storm,” Bo Tarn, the captain, said';

describe('a date tied to a quotation', () => {
  test.each([
    ['another day', `${QUOTE} on [7 May 2025]{wrong-date → 3 March 2025}.`],
    ['another year, month first', `${QUOTE} on [March 3, 2024]{wrong-date → March 3, 2025}.`],
    ['an abbreviated month', `${QUOTE} on [Oct. 3, 2023]{wrong-date}.`],
    ['another month without a day', `${QUOTE} in [May 2025]{wrong-date → March 2025}.`],
    ['ISO', `${QUOTE} on [2025-05-03]{wrong-date → 2025-03-03}.`],
    ['weekday and date together', `${QUOTE} on [Saturday, 3 May 2025]{wrong-date → Monday, 3 March 2025}.`],
    [
      'when the speaker spoke, in a relative clause',
      `${QUOTE.replace(' said', ', who spoke to the board on [7 May 2025]{wrong-date}, said')}.`,
    ],
    [
      'in front',
      'On [7 May 2025]{wrong-date}, Ada Quill said: “We will close the north harbour because the sea wall cannot carry another winter.”',
    ],
  ])('%s', (_, draft) => checkDraft(CORPUS, draft));
});

describe('no finding', () => {
  test.each([
    ['the day of the event', `${QUOTE} on 3 March 2025.`],
    ['the day of publication', `${QUOTE} on 4 March 2025.`],
    ['the next day', `${QUOTE} on 5 March 2025.`],
    ['the month', `${QUOTE} in March 2025.`],
    ['the year', `${QUOTE} in 2025.`],
    ['weekday and date', `${QUOTE} on Monday, March 3, 2025.`],
    ['a relative day without an anchor', `${QUOTE} last week.`],
    ['a bare weekday without an anchor', `${QUOTE} on Friday.`],
    ['a source without a date', '“Every lighthouse keeper dreams of a calm and starry night,” wrote Cy Fenn on 1 June 2019.'],
    ['a date of something else', `${QUOTE}, whose board was founded on 3 May 1921.`],
    [
      'when the speaker was born, and where',
      'Ada Quill, who was born in Great Pell in 1961, said: “We will close the north harbour because the sea wall cannot carry another winter.”',
    ],
    ['when the speaker was born, first', `Born in Great Pell in 1961, Ada Quill said: ${QUOTE.replace(' Ada Quill said', '')}.`],
    ['when the speaker came', `${QUOTE.replace('Ada Quill said', 'said Ada Quill, who came to Saltmarsh in 1988')}.`],
    ['since when', `${QUOTE}, who has held the post since 2019.`],
    ['a weekday that counts from the text', `---\ndate: 2025-03-26\n---\n\nThe board met on 3 March. ${QUOTE} in a statement that Monday.`],
    ['a weekday after something', `---\ndate: 2025-03-26\n---\n\n${QUOTE} on the following Wednesday.`],
    ['a heading', `# The week of 3 May 2019\n\n${QUOTE}.`],
    ['a quoted date', 'Bo Tarn calls it “the 31 June”.'],
  ])('%s', (_, draft) => checkDraft(CORPUS, draft));
});

describe('a relative day taken over', () => {
  const draft = (date: string, day: string) => `---\ndate: ${date}\n---\n\n${QUOTE} ${day}.`;
  test.each([
    ['bare weekday in the same week', draft('2025-03-05', 'on Monday')],
    ['bare weekday three weeks later', draft('2025-03-26', 'on [Monday]{wrong-date → 3 March 2025}')],
    ['yesterday', draft('2025-03-04', 'yesterday')],
    ['yesterday, weeks later', draft('2025-03-26', '[yesterday]{wrong-date: (25 March 2025 by the draft’s date) → on 3 March 2025}')],
    ['a bare weekday behind a verb', draft('2025-03-26', '[Monday]{wrong-date → on 3 March 2025}')],
    ['in bold', draft('2025-03-26', 'on **[Monday]{wrong-date → 3 March 2025}**')],
    [
      'first in its sentence',
      '---\ndate: 2025-03-26\n---\n\n[Yesterday]{wrong-date → On 3 March 2025}, Ada Quill said: “We will close the north harbour because the sea wall cannot carry another winter.”',
    ],
    ['last year', draft('2027-04-10', '[last year]{wrong-date: (2026 by the draft’s date) → on 3 March 2025}')],
    ['last month', draft('2025-04-10', 'last month')],
    ['last month, months later', draft('2025-07-10', '[last month]{wrong-date: (June 2025 by the draft’s date) → on 3 March 2025}')],
    ['a day without its year', draft('2025-03-26', 'on 3 March')],
    ['another day without its year', draft('2025-03-26', 'on [13 March]{wrong-date → 3 March}')],
  ])('%s', (_, text) => checkDraft(CORPUS, text));
});

describe('what the calendar contradicts', () => {
  test.each([
    ['a day that does not exist', 'The pier opened on [31 June 2019]{wrong-date}.'],
    ['29 February outside leap years', 'The pier opened on [February 29, 2019]{wrong-date}.'],
    ['a day that never exists, without a year', 'The pier opens on [31 April]{wrong-date} as ever.'],
    ['29 February in a leap year', 'The pier opened on February 29, 2020.'],
    ['a weekday that is not the day’s', 'The pier opened on [Tuesday, 3 March 2025]{wrong-date → Monday, 3 March 2025}.'],
    ['a short weekday', 'The pier opened on [Tue, 3 March 2025]{wrong-date → Mon, 3 March 2025}.'],
    ['the weekday after the source', `${QUOTE} on [Tuesday, 3 March 2025]{wrong-date → Monday, 3 March 2025}.`],
    ['the day after the sentence, not the published day', `${QUOTE} on [Monday, 4 March 2025]{wrong-date → Monday, 3 March 2025}.`],
    ['the weekday after the published day', `${QUOTED_FRIDAY} on [Friday, 20 November 2024]{wrong-date → Wednesday, 20 November 2024}.`],
    ['the weekday after the sentence', `${QUOTED_FRIDAY} on [Wednesday, 15 November 2024]{wrong-date → Friday, 15 November 2024}.`],
    ['the day after the source', `${QUOTE} on [Monday, 10 March 2026]{wrong-date}.`],
  ])('%s', (_, draft) => checkDraft(CORPUS, draft));
});

describe('a date in a claim', () => {
  test.each([
    [
      'another day',
      'The ferry line was sold to a family of shipwrights on [9 November 2024]{wrong-date → 15 November 2024}, the county said.',
    ],
    [
      'another year',
      'The ferry line was sold to a family of shipwrights on [15 November 2023]{wrong-date → 15 November 2024}, the county said.',
    ],
    ['the same day, month first', 'The ferry line was sold to a family of shipwrights on November 15, 2024, the county said.'],
    [
      'one more word of the writer’s own',
      'The old ferry line was sold to a family of shipwrights on [9 November 2024]{wrong-date → 15 November 2024}, the county said.',
    ],
    ['another event', 'An earlier ferry line was sold to a family of shipwrights on 15 November 1987, the county said.'],
    ['much else', 'The bus line was sold to a family of four wheelwrights on 9 November 2024, the county said.'],
  ])('%s', (_, draft) => checkDraft(CORPUS, draft));
});

describe('a day or month without its year', () => {
  const written = (date: string, text: string) => `---\ndate: ${date}\n---\n\n${text}`;
  test.each([
    [
      'is the last one in the past tense',
      written('2026-11-20', 'The verdict came on Tuesday, March 10, and the appeal was lodged on Friday, March 20.'),
    ],
    [
      'is the one that its weekday fits',
      written('2026-11-20', 'The pier opens on Wednesday, March 10. It had closed on Tuesday, March 10.'),
    ],
    [
      'with a weekday that fits neither',
      written('2026-11-20', 'The verdict came on [Friday, March 10]{wrong-date: 10 March 2026 was a Tuesday}.'),
    ],
    ['to come', written('2026-11-20', 'The pier opens on [Friday, 10 March 2027]{wrong-date: 10 March 2027 is a Wednesday}.')],
    ['of a year that is spoken of', written('2026-11-20', 'The pier burned down in 2019. An inquiry opened on Monday, 11 March.')],
    ['may be long past', written('2025-09-20', `${QUOTE} on 3 March.`)],
    ['a month may be long past', written('2025-09-20', `${QUOTE} in March.`)],
    ['another month', written('2025-09-20', `${QUOTE} in [April]{wrong-date → March}.`)],
    ['that only another year would mend', written('2027-03-10', `${QUOTE} on 3 March.`)],
  ])('%s', (_, draft) => checkDraft(CORPUS, draft));
});

describe('a weekday in a report is the last one', () => {
  const report = (sentence: string) => corpusOf(mail(sentence));
  const words = 'the ferry will run from the old pier until the last of us has learnt to swim';
  const said = `Bo Tarn said on Monday, 25 November 2024: “${words[0]?.toUpperCase()}${words.slice(1)}.”`;
  const reported = said.replace(/on (.*):/, 'on [$1]{wrong-date → Monday, 18 November 2024}:');
  const quote = `“T${words.slice(1)},”`;
  test.each([
    ['said', `${quote} Bo Tarn said on Monday.`, reported],
    ['said to somebody', `${quote} Bo Tarn told the Mail on Monday.`, reported],
    ['said of the future', `On Monday, Bo Tarn said ${words.replace('the', '“the')}”, and that nothing would change.`, reported],
    ['done', `${quote} Bo Tarn said when the board met in Dunmere on Monday.`, reported],
    ['foretold', `${quote} said Bo Tarn, who will meet the board on Monday.`, said],
    ['foretold by a noun', `${quote} Bo Tarn said, and called the hearing due on Monday a farce.`, said],
    ['in the present', `The board meets on Monday. ${quote} says Bo Tarn.`, said],
    ['quoted', `${quote} Bo Tarn said. “I met the board on Monday,” he added.`, said],
    ['of a weekday in its text', `The board met on 25 October. ${quote} Bo Tarn said the following Monday.`, said],
    ['next', `${quote} Bo Tarn said when asked about next Monday.`, said],
  ])('%s', (_, source, draft) => checkDraft(report(source), draft));

  test('the published day is the last of its name', () =>
    checkDraft(report(`${quote} Bo Tarn said on Wednesday.`), said.replace('Monday, 25', 'Wednesday, 20')));

  test('a stale weekday a week later', () => checkDraft(CORPUS, `---\ndate: 2025-03-11\n---\n\n${QUOTE} on [Monday]{wrong-date}.`));
});

describe('a source in another language', () => {
  const words = 'We will rebuild the bridge at Hanmal and not one house on the river will be flooded again';
  const said = (day: string) => `On ${day}, Mayor Park said: “${words}.”`;
  const article = (body: string) => corpusOf(`---\ntitle: 한말 다리\npublisher: Hanmal Ilbo\npublished: 2025-03-14\n---\n\n${body}`);
  test.each([
    ['Korean, quoted in English', `박 시장은 2025년 3월 3일 “${words}”라고 말했다.`],
    ['German, quoted in English', `Am 3. März 2025 sagte Bürgermeister Park vor dem Rat der Stadt: “${words}.”`],
    [
      'a paragraph of its own',
      `Der Rat der Stadt kam am 3. März 2025 zusammen, und es war nicht die erste Sitzung des Jahres.\n\n“${words}.”`,
    ],
  ])('%s', (_, body) => checkDraft(article(body), said('3 March 2025')));

  test('in English', () =>
    checkDraft(article(`“${words},” Mayor Park told the council of the city.`), said('[3 March 2025]{wrong-date → 14 March 2025}')));
});
