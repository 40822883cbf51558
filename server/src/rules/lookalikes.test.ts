import { describe, expect, test } from 'vitest';
import { checkDraft, corpusOf, verdicts } from '../../../test/support/checkDraft.ts';
import { courier, mail } from '../../../test/support/harbour.ts';

const CORPUS = corpusOf(
  courier(`
  The county was deeply saddened by the death of its oldest ferryman, a spokesman said. “It is a silly argument,” Bo
  Tarn told the board. The fall of the Harbour Union was much discussed, and it was in the best interests of the United
  Fishermen that nobody spoke of it.

  Bo Tarn today announced 183,240 crowns for the pier from the county's fund for small harbours in the west.
  `),
  mail(`
  The Harbour Revenue Office asks boat owners to track and report the adjusted cost of each new sail and rope they buy.
  `),
);

describe('words that are like others by chance', () => {
  test.each([
    [
      'a common phrase',
      'The minister wrote on Friday that she was [“deeply saddened by the loss of lives”]{quote-not-found}, Ines Torvald said.',
    ],
    ['a title', 'Ines Torvald was made “Hero of the Harbour Union” in May.'],
    ['a word put in, of somebody else', 'Ines Torvald called it [“a truly silly argument”]{quote-not-found} on Friday.'],
    ['a set phrase', 'Ines Torvald said it was [“in the best interests of the country”]{quote-not-found} to wait.'],
  ])('%s', (_, draft) => checkDraft(CORPUS, draft));
});

test('a notice that is written anew each time is about another day', () =>
  checkDraft(
    CORPUS,
    `
    ---
    date: 2026-02-01
    ---

    Bo Tarn today announced 332,077 crowns for the pier from the county's fund for small harbours in the west, the county said.
    `,
  ));

test('an acronym is the name', () =>
  checkDraft(
    CORPUS,
    'The HRO asks boat owners to track and report the adjusted cost of each new sail and rope they buy, the Pellworth Mail reported.',
  ));

describe('what the draft says is a translation', () => {
  const source = corpusOf(courier('“The ferry will not sail again before the ice is gone from the upper lake,” Bo Tarn said.'));
  test.each([
    'Bo Tarn said that “the ferry will not leave again until the ice has gone from the upper lake” (translated from Norwegian).',
    '“The ferry will not leave again until the ice has gone from the upper lake,” Bo Tarn said, in our own translation.',
    '“Nobody waits for a boat in winter but the very old,” Bo Tarn wrote, translated from the Norwegian.',
  ])('%s', (draft) => {
    checkDraft(source, draft);
    expect(verdicts(source, draft)).toEqual([expect.stringMatching(/^unchecked/)]);
  });
  test('is verified where a source has it so', () => {
    const draft = '“The ferry will not sail again before the ice is gone from the upper lake,” Bo Tarn said (our translation).';
    expect(verdicts(source, draft)).toEqual([expect.stringMatching(/^verified/)]);
  });
});

test.each([
  'Cuts translated into losses: “The ferry will [never]{misquote} sail again before the ice is gone from the upper lake,” Bo Tarn said.',
  'Bo Tarn, whose books have been translated into nine languages, said: “The ferry will [never]{misquote} sail again before the ice is gone from the upper lake.”',
])('other things are translated: %s', (draft) => {
  checkDraft(corpusOf(courier('“The ferry will not sail again before the ice is gone from the upper lake,” Bo Tarn said.')), draft);
});
