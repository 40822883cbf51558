import { describe, expect, test } from 'vitest';
import { checkDraft, corpusOf, verdicts } from '../../../test/support/checkDraft.ts';
import { CLOSURE } from '../../../test/support/harbour.ts';

const CORPUS = corpusOf(CLOSURE);
const WRONG = '“We will close the north harbour because the sea wall cannot carry another storm,” said Ada Quill on 9 May 2025.';
const FOUND =
  '“We will close the north harbour because the sea wall cannot carry another [storm]{misquote.content},” said Ada Quill on [9 May 2025]{wrong-date}.';

describe('let it stand', () => {
  test.each([
    ['the next block', `<!-- stet -->\n\n${WRONG}\n\n${FOUND}`],
    ['the block it begins', `<!-- stet --> ${WRONG}\n\n${FOUND}`],
    ['with a reason', `<!-- stet: as she wrote it -->\n\n${WRONG}`],
    ['only some rules', `<!-- stet misquote -->\n\n${FOUND.replace('[storm]{misquote.content}', 'storm')}`],
    ['several rules', `<!-- stet misquote wrong-date -->\n\n${WRONG}`],
    ['several rules with commas and a reason', `<!-- stet misquote, wrong-date: a retelling -->\n\n${WRONG}`],
    ['a kind of change', `<!-- stet misquote.content wrong-date -->\n\n${WRONG}`],
    ['another kind of change', `[<!-- stet misquote.number -->]{unused-stet →}\n\n${FOUND}`],
    ['a region', `<!-- stet on -->\n\n${WRONG}\n\n${WRONG}\n\n<!-- stet off -->\n\n${FOUND}`],
    ['a region without an end', `<!-- stet on -->\n\n${WRONG}\n\n${WRONG}`],
    ['a region for some rules', `<!-- stet on misquote wrong-date -->\n\n${WRONG}\n\n${WRONG}\n\n<!-- stet off -->`],
    [
      'a whole block quote',
      `<!-- stet -->\n> “We will close the north harbour because the sea wall cannot carry another storm.”\n>\n> “We will close the south harbour because the sea wall cannot carry another winter.”\n>\n> — Ada Quill`,
    ],
    ['the whole draft', `---\nverbatim: off\n---\n\n${WRONG}`],
  ])('%s', (_, draft) => checkDraft(CORPUS, draft));
});

describe('a directive that lets nothing stand', () => {
  test.each([
    ['nothing wrong', `[<!-- stet -->]{unused-stet →}\n\nThe harbour is shut.`],
    ['nothing after it', `${FOUND}\n\n[<!-- stet -->]{unused-stet →}`],
    ['another rule', `[<!-- stet wrong-number -->]{unused-stet: nothing here →}\n\n${FOUND}`],
    ['no such rule', `[<!-- stet misqoute -->]{unused-stet: no rule “misqoute” →}\n\n${FOUND}`],
    ['another comment', `<!-- stetson -->\n\n${FOUND}`],
  ])('%s', (_, draft) => checkDraft(CORPUS, draft));
});

test('what is let stand whole is ignored', () => {
  const quoted = 'We will close the north harbour because the sea wall cannot carry another storm,';
  expect(verdicts(CORPUS, `<!-- stet -->\n\n${WRONG}`)).toEqual([`ignored: ${quoted}`]);
  expect(verdicts(CORPUS, `---\nverbatim: off\n---\n\n${WRONG}`)).toEqual([`ignored: ${quoted}`]);
  expect(verdicts(CORPUS, `<!-- stet misquote wrong-date -->\n\n${WRONG}`)).toEqual([`misquoted: ${quoted}`]);
});
