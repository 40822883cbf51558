import { describe, test } from 'vitest';
import { checkDraft, corpusOf } from '../../../test/support/checkDraft.ts';
import { mail } from '../../../test/support/harbour.ts';

const CORPUS = corpusOf(
  mail(`
  The ferry line was sold to a family of shipwrights from Pellworth, who plan to run four boats a day from the old pier.
  “A timetable is a polite letter to the weather and nothing more,” said Cy Fenn, the captain. The pier itself belongs
  to the county.
  `),
  `
  ---
  title: My notes
  kind: note
  ---

  The whole affair of the lighthouse keeper smells of bad money, old grudges and a forged signature or two.
  `,
);

describe('a sentence that repeats a source’s', () => {
  test.each([
    [
      'word for word',
      '[The ferry line was sold to a family of shipwrights from Pellworth, who plan to run four boats a day from the old pier.]{unattributed-claim → The ferry line was sold to a family of shipwrights from Pellworth, who plan to run four boats a day from the old pier, Dunmere Mail reported.}',
    ],
    ['in part', '[As it turns out, the ferry line was sold to a family of shipwrights from Pellworth.]{unattributed-claim}'],
    [
      'with a few words changed',
      '[The ferry company was sold to a family of shipwrights from Pellworth, who will run four boats a day from the old pier.]{unattributed-claim}',
    ],
    ['what a source quotes, without marks', '[A timetable is a polite letter to the weather and nothing more.]{unattributed-claim}'],
  ])('%s', (_, draft) => checkDraft(CORPUS, draft));
});

describe('no finding', () => {
  test.each([
    ['a speaker', 'The ferry line was sold to a family of shipwrights from Pellworth, the county said.'],
    ['the publication', 'The ferry line was sold to a family of shipwrights from Pellworth, the Dunmere Mail reported.'],
    [
      'the publication in the next sentence',
      'The ferry line was sold to a family of shipwrights from Pellworth. So writes the Dunmere Mail.',
    ],
    ['the publication’s short form', 'The ferry line was sold to a family of shipwrights from Pellworth, the Mail reported.'],
    ['a link', 'The ferry line was [sold](https://example.org/ferry) to a family of shipwrights from Pellworth.'],
    ['a footnote', 'The ferry line was sold to a family of shipwrights from Pellworth.[^1]\n\n[^1]: Dunmere Mail.'],
    ['other words for it', 'A family of boat builders bought the ferry company.'],
    ['a short sentence', 'The pier itself belongs to the county.'],
    ['a question', 'Was the ferry line sold to a family of shipwrights from Pellworth?'],
    ['a heading', '# The ferry line was sold to a family of shipwrights from Pellworth'],
    ['common words in a row', 'It is one of the most that there is to say about all of this, and it was not for them to say.'],
    ['the writer’s own notes', 'The whole affair of the lighthouse keeper smells of bad money, old grudges and a forged signature or two.'],
  ])('%s', (_, draft) => checkDraft(CORPUS, draft));
});

test('a sentence of a paragraph that is not English, in one that is', () => {
  const german = 'Der Rat der Stadt hat die alte Brücke über den Fluss nach langem Streit an eine Familie von Müllern verkauft.';
  const corpus = corpusOf(mail(`${german} Die neuen Besitzer wollen sie im Frühling mit Eichenholz aus dem Wald der Abtei decken.`));
  const english = 'We have been to the town and to the bridge, and this is what they had to say about it when we were there.';
  checkDraft(
    corpus,
    `${english} It was not much of a story for all that. ${german} That is all there is to it, and it is as much as we have.`,
  );
});
