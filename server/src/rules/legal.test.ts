import { describe, test } from 'vitest';
import { checkDraft, corpusOf } from '../../../test/support/checkDraft.ts';
import { courier } from '../../../test/support/harbour.ts';

const CORPUS = corpusOf(
  courier(`
  “We will close the harbour for twelve months, because the sea wall cannot carry another winter; nobody, um, likes it,”
  said Ada Quill, the harbour master.
  `),
);

/** Accepted in silence by every other house. */
const CASES = [
  [
    'figures for number words',
    '“We will close the harbour for [12]{misquote.spelling: “twelve” → twelve} months, because the sea wall cannot carry another winter,” said Ada Quill.',
  ],
  [
    'another spelling',
    '“We will close the [harbor]{misquote.spelling → harbour} for twelve months, because the sea wall cannot carry another winter,” said Ada Quill.',
  ],
  [
    'a small letter',
    'Ada Quill said that “[we]{misquote.case → We} will close the harbour for twelve months, because the sea wall cannot carry another winter”.',
  ],
  [
    'other punctuation',
    '“We will close the harbour for twelve [months because]{misquote.punctuation → months, because} the sea wall cannot carry another winter,” said Ada Quill.',
  ],
  ['a filler left out', '“The sea wall cannot carry another winter; nobody, [likes]{misquote} it,” said Ada Quill.'],
] as const;

describe('under “legal” every letter counts', () => {
  test.each(CASES.slice(0, 4))('%s', (_, draft) => checkDraft(CORPUS, draft, { houseStyle: 'legal' }));
});

describe('under “strict” it does not', () => {
  const plain = (draft: string) => draft.replace(/\[([^\]]+)\]\{[^}]*\}/g, '$1');
  test.each(CASES)('%s', (_, draft) => checkDraft(CORPUS, plain(draft)));
});

test.each([
  [
    'other marks and dashes',
    "'We will close the harbour for twelve months, because the sea wall cannot carry another winter,' said Ada Quill.",
  ],
  [
    'a bracketed letter',
    'Ada Quill said that “[w]e will close the harbour for twelve months, because the sea wall cannot carry another winter”.',
  ],
  ['an ellipsis', '“We will close the harbour … because the sea wall cannot carry another winter,” said Ada Quill.'],
])('under “legal” too: %s', (_, draft) => checkDraft(CORPUS, draft, { houseStyle: 'legal' }));
