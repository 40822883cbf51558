import { describe, test } from 'vitest';
import { checkDraft, corpusOf } from '../../../test/support/checkDraft.ts';
import { courier } from '../../../test/support/harbour.ts';

const CORPUS = corpusOf(
  courier(`
  The harbour board met in Pellworth on Monday. “We will close the north harbour for 12 months because the sea wall
  cannot carry another winter,” said Ada Quill, the harbour master. “The ferry may run from Dunmere, but only if the
  county pays for the pier.”

  Bo Tarn, who owns nine boats, was not persuaded. “Nobody asked the fishermen what a shut harbour would cost them,”
  he said. “I have never seen a plan so careless, and I have seen a great many plans.”
  `),
);

describe('each kind of change, with what its fix makes of it', () => {
  test.each([
    [
      'content',
      '“We will close the north harbour for 12 months because the sea wall cannot carry another [storm]{misquote.content: “winter” → winter},” said Ada Quill.',
    ],
    [
      'number',
      '“We will close the north harbour for [18]{misquote.number: “12” → 12} months because the sea wall cannot carry another winter,” said Ada Quill.',
    ],
    [
      'number in words',
      '“We will close the north harbour for [eighteen]{misquote.number → 12} months because the sea wall cannot carry another winter,” said Ada Quill.',
    ],
    [
      'negation',
      '“We will close the north harbour for 12 months because the sea wall [can]{misquote.negation → cannot} carry another winter,” said Ada Quill.',
    ],
    [
      'negation dropped',
      '“I have [seen]{misquote.negation: “never” → never seen} a plan so careless, and I have seen a great many plans,” said Bo Tarn.',
    ],
    [
      'modal',
      '“The ferry [will]{misquote.modal: “may” → may} run from Dunmere, but only if the county pays for the pier,” said Ada Quill.',
    ],
    [
      'name',
      '“The ferry may run from [Hexley]{misquote.name: “Dunmere” → Dunmere}, but only if the county pays for the pier,” said Ada Quill.',
    ],
    ['function', '“Nobody asked the fishermen what [the]{misquote.function → a} shut harbour would cost them,” said Bo Tarn.'],
    ['order', '“I have never seen [so a plan]{misquote.order → a plan so} careless, and I have seen a great many plans,” said Bo Tarn.'],
    [
      'omission',
      '“We will close the [harbour]{misquote.omission: “north” → north harbour} for 12 months because the sea wall cannot carry another winter,” said Ada Quill.',
    ],
    [
      'addition',
      '“We will close the [old]{misquote.addition: “old” →} north harbour for 12 months because the sea wall cannot carry another winter,” said Ada Quill.',
    ],
    ['spelling', '“Nobody asked the [fishermem]{misquote.spelling → fishermen} what a shut harbour would cost them,” said Bo Tarn.'],
  ])('%s', (_, draft) => checkDraft(CORPUS, draft));
});

test('each changed stretch is a finding of its own', () => {
  checkDraft(
    CORPUS,
    '“We will close the [south]{misquote → north} harbour for [10]{misquote.number → 12} months because the sea wall cannot carry another winter,” said Ada Quill.',
  );
});

describe('no finding', () => {
  test.each([
    ['the very words', '“Nobody asked the fishermen what a shut harbour would cost them,” said Bo Tarn.'],
    ['straight marks', '"Nobody asked the fishermen what a shut harbour would cost them," said Bo Tarn.'],
    ['ellipsis', '“We will close the north harbour … because the sea wall cannot carry another winter,” said Ada Quill.'],
  ])('%s', (_, draft) => checkDraft(CORPUS, draft));
});
