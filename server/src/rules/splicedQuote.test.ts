import { describe, test } from 'vitest';
import { checkDraft, corpusOf } from '../../../test/support/checkDraft.ts';
import { ADA_QUILL, courier, mail } from '../../../test/support/harbour.ts';

const CORPUS = corpusOf(
  courier(`
  ${ADA_QUILL}
  The board had voted on it twice, she recalled, and nobody in the room had called for a third round.

  “Every crew will get a berth in Dunmere before the first autumn gale,” Quill promised.

  “Nobody asked the fishermen what a shut harbour would cost them,” said Bo Tarn. “My grandfather built that wall with
  borrowed stone. The county paid a penny for it at most. I doubt that it ever will.”
  `),
  mail(`
  “A timetable is a polite letter to the weather,” said Cy Fenn, captain of the ferry.
  `),
);

describe('one pair of marks round passages that stand apart', () => {
  test.each([
    [
      'of one article',
      '[“We will close the north harbour because the sea wall cannot carry another winter and every crew will get a berth in Dunmere before the first autumn gale,”]{spliced-quote: stand apart} said Ada Quill.',
    ],
    [
      'of two people',
      '[“We will close the north harbour because the sea wall cannot carry another winter and nobody asked the fishermen what a shut harbour would cost them,”]{spliced-quote: two people} said Ada Quill.',
    ],
    [
      'of two articles',
      '[“My grandfather built that wall with borrowed stone and a timetable is a polite letter to the weather,”]{spliced-quote: Dunmere Mail} said Bo Tarn.',
    ],
    [
      'in the wrong order',
      '[“Every crew will get a berth in Dunmere before the first autumn gale because the sea wall cannot carry another winter,”]{spliced-quote} said Ada Quill.',
    ],
    [
      'a sentence in between left out',
      '[“My grandfather built that wall with borrowed stone. I doubt that it ever will,”]{spliced-quote} said Bo Tarn.',
    ],
  ])('%s', (_, draft) => checkDraft(CORPUS, draft));
});

describe('no splice', () => {
  test.each([
    ['an ellipsis in order', '“My grandfather built that wall with borrowed stone. … I doubt that it ever will,” said Bo Tarn.'],
    [
      'two pairs of marks',
      'Ada Quill said “the sea wall cannot carry another winter” and promised that “every crew will get a berth in Dunmere”.',
    ],
    [
      'sentences that stand together',
      '“My grandfather built that wall with borrowed stone. The county paid a penny for it at most,” said Bo Tarn.',
    ],
    [
      'words left out inside a sentence',
      '“Nobody asked the fishermen what [would]{misquote.omission → a shut harbour would} cost them,” said Bo Tarn.',
    ],
  ])('%s', (_, draft) => checkDraft(CORPUS, draft));
});
