import { describe, test } from 'vitest';
import { checkDraft, corpusOf } from '../../../test/support/checkDraft.ts';
import { CLOSURE } from '../../../test/support/harbour.ts';

const CORPUS = corpusOf(CLOSURE);

describe('a mark without a partner', () => {
  test.each([
    ['never closed', 'Ada Quill said [“]{unbalanced-marks}the sea wall cannot carry another winter.'],
    ['never opened', 'The sea wall cannot hold[”]{unbalanced-marks}, said Ada Quill.'],
    ['straight', 'Ada Quill said ["]{unbalanced-marks}the sea wall cannot hold.'],
  ])('%s', (_, draft) => checkDraft(CORPUS, draft));
});

test('the rest of the draft is checked all the same', () => {
  checkDraft(
    CORPUS,
    'It was [“]{unbalanced-marks}a good day, all told.\n\n“We will close the north harbour because the sea wall cannot carry another [storm]{misquote → winter},” said Ada Quill.',
  );
});

describe('no finding', () => {
  test.each([
    ['inches', 'The board was 6" wide and 3\' long.'],
    ['apostrophes', 'The boats’ keels, ’tis said, don’t matter in the ’90s.'],
    [
      'an inch mark before a quotation',
      'The 12" board broke. “We will close the north harbour because the sea wall cannot carry another winter,” said Ada Quill.',
    ],
    [
      'an opening mark at each paragraph',
      'Ada Quill said: “We will close the north harbour.\n\n“The sea wall cannot carry another winter.”',
    ],
    ['code', 'Type `"` twice.'],
  ])('%s', (_, draft) => checkDraft(CORPUS, draft));
});
