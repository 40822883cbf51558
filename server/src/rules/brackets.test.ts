import { describe, test } from 'vitest';
import { checkDraft, corpusOf } from '../../../test/support/checkDraft.ts';
import { courier } from '../../../test/support/harbour.ts';

const CORPUS = corpusOf(
  courier(
    '“We will close the north harbour because the sea wall cannot carry another winter,” said Ada Quill. “It was a very modest success for the board, and they quietly paid for it.” “We will today tell you people more about it,” said Bo Tarn.',
  ),
);
const SAID = 'said Ada Quill.';

test.each([
  [
    'a verb',
    `“We will [[repair]]{misquote.bracket: in the place of “close”} the north harbour because the sea wall cannot carry another winter,” ${SAID}`,
  ],
  [
    'an adjective',
    `“It was a very [[resounding]]{misquote.bracket: “modest”} success for the board, and they quietly paid for it,” ${SAID}`,
  ],
  ['an adverb', `“It was a very modest success for the board, and they [[gladly]]{misquote.bracket: “quietly”} paid for it,” ${SAID}`],
])('a bracket that puts another word in the place of %s', (_, draft) => checkDraft(CORPUS, draft));

describe('a bracket is right', () => {
  test.each([
    ['for a form of the word', `“We will [be closing] the north harbour because the sea wall cannot carry another winter,” ${SAID}`],
    ['for a pronoun', `“[The town] will close the north harbour because the sea wall cannot carry another winter,” ${SAID}`],
    ['for a noun', `“We will close the north [basin] because the sea wall cannot carry another winter,” ${SAID}`],
    ['for a day', '“We will [on Tuesday] tell you people more about it,” said Bo Tarn.'],
    ['for those who are spoken to', '“We will today tell you [councillors] more about it,” said Bo Tarn.'],
    ['for an insertion', `“We will close the [old] north harbour because the sea wall cannot carry another winter,” ${SAID}`],
    [
      'beside what it explains',
      `“We will close the north harbour [of Saltmarsh] because the sea wall cannot carry another winter,” ${SAID}`,
    ],
  ])('%s', (_, draft) => checkDraft(CORPUS, draft));

  test.each(['chicago', 'legal'] as const)('for any word, under %s', (houseStyle) => {
    const draft = `“We will [repair] the north harbour because the sea wall cannot carry another winter,” ${SAID}`;
    checkDraft(CORPUS, draft, { houseStyle });
  });
});

describe('[sic]', () => {
  test('beside a slip that the source has not', () => {
    checkDraft(
      CORPUS,
      `“We will close the north harbour because the sea [well]{misquote.sic: “[sic]” says that the source has “well”; it has “wall”} [sic] cannot carry another winter,” ${SAID}`,
    );
  });

  test('beside a slip of the source', () => {
    const source = corpusOf(courier('“We will close the north harbour because the sea well cannot carry another winter,” said Ada Quill.'));
    checkDraft(source, `“We will close the north harbour because the sea well [sic] cannot carry another winter,” ${SAID}`);
  });

  test('excuses no other figure', () => {
    const source = corpusOf(
      courier('“We will close the north harbour for three winters because the sea wall cannot carry more,” said Ada Quill.'),
    );
    checkDraft(
      source,
      `“We will close the north harbour for [two]{misquote.number} [sic] winters because the sea wall cannot carry more,” ${SAID}`,
    );
  });
});
