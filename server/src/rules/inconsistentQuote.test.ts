import { describe, test } from 'vitest';
import { checkDraft, corpusOf } from '../../../test/support/checkDraft.ts';
import { CLOSURE } from '../../../test/support/harbour.ts';

const CORPUS = corpusOf(CLOSURE);

test('one quotation in two wordings', () => {
  checkDraft(
    CORPUS,
    'Cy Fenn said: [“The lamp was lit and the stairs were wet.”]{quote-not-found}\n\nFenn said [“the lamp was lit and the steps were wet”]{inconsistent-quote: stairs}.',
  );
});

describe('no finding', () => {
  test.each([
    [
      'the same words',
      'Cy Fenn said: [“The lamp was lit and the stairs were wet.”]{quote-not-found} Fenn said again: [“The lamp was lit and the stairs were wet.”]{quote-not-found}',
    ],
    [
      'where a misquotation says so',
      'Ada Quill said: “We will close the north harbour because the sea wall cannot carry another winter.”\n\nAda Quill said: “We will close the north harbour because the sea wall cannot carry another [storm]{misquote}.”',
    ],
    [
      'a part of it',
      'Ada Quill said: “We will close the north harbour because the sea wall cannot carry another winter.”\n\nAda Quill said “the sea wall cannot carry another winter”.',
    ],
    [
      'another sentence of one pattern',
      'Cy Fenn said: [“I never saw a lamp so bright in all my days.”]{quote-not-found}\n\nFenn said: [“I never saw a storm so dark in all your nights.”]{quote-not-found}',
    ],
  ])('%s', (_, draft) => checkDraft(CORPUS, draft));
});
