import { describe, expect, test } from 'vitest';
import { checkDraft, corpusOf, verdicts } from '../../../test/support/checkDraft.ts';
import { CLOSURE, mail } from '../../../test/support/harbour.ts';

const CORPUS = corpusOf(CLOSURE);

describe('nothing comes near', () => {
  test.each([
    ['words that somebody said', 'Cy Fenn said: [“The lamp was lit and the stairs were wet.”]{quote-not-found}'],
    ['a long quotation of nobody', '[“Gulls know the price of bread better than any grocer in this town.”]{quote-not-found}'],
    ['a block quote', 'Cy Fenn wrote:\n\n> [The lamp was lit and the stairs were wet all the way down.]{quote-not-found}'],
  ])('%s', (_, draft) => checkDraft(CORPUS, draft));
});

describe('what is no quotation of anybody', () => {
  test.each([
    ['scare quotes', 'The so-called “experts” of the board met behind “closed doors”.'],
    ['a title', 'Her novel “The Last Lamp of Hexley” sold nine copies.'],
    ['a long title', 'The essay “On the Keeping of Lamps” won a prize.'],
    ['a term', 'Sailors call this wind a “dry widow”.'],
    ['a word as a word', 'The word “never” is rarely meant.'],
    ['a nickname', 'Cy “the Lamp” Fenn kept the light for forty years.'],
    ['a headline', '# “Nobody told us” about the lamp'],
    ['code', 'Type `echo "the lamp was lit and the stairs were wet"` and wait.'],
    ['an HTML attribute', 'See <a title="the lamp was lit and the stairs were wet">here</a>.'],
    ['a link’s title', 'See [the map](https://example.org "the lamp was lit and the stairs were wet").'],
  ])('%s', (_, draft) => checkDraft(CORPUS, draft));
});

test('a quotation that is not found is not unattributed as well', () => {
  checkDraft(CORPUS, '[“Gulls know the price of bread better than any grocer in this town.”]{quote-not-found} It rained.');
});

test('an empty corpus finds nothing', () => {
  expect(verdicts(corpusOf(), 'Cy Fenn said: “The lamp was lit and the stairs were wet.”')).toEqual([
    'not-found: The lamp was lit and the stairs were wet.',
  ]);
});

describe('words that nobody is said to have said', () => {
  const WORDS = 'The lamp was lit and the stairs were wet all the way down.';
  test.each([
    ['might have', `Cy Fenn might have said: “${WORDS}” He did not.`],
    ['could well have', `Cy Fenn could well have added, “${WORDS}”`],
    ['never said', `Cy Fenn never said “${WORDS}”`],
    ['didn’t say', `Cy Fenn didn’t say, “${WORDS}”`],
    ['as if to say', `Cy Fenn shrugged, as if to say: “${WORDS}”`],
  ])('%s', (_, draft) => checkDraft(CORPUS, draft));
  test('but they may have been said', () => {
    checkDraft(CORPUS, `Cy Fenn may have said: [“${WORDS}”]{quote-not-found}`);
    checkDraft(CORPUS, `Cy Fenn would never leave. He said: [“${WORDS}”]{quote-not-found}`);
  });
});

describe('what an article is called', () => {
  const TITLE = 'Mountain trout are shrinking as lakes warm, study finds';
  const REPORT = 'Anglers on Lake Hob brought scales and rulers to the jetty on Monday and weighed 300 fish';
  const TROUT = corpusOf(mail(`${REPORT}.`).replace('Ferry line sold', TITLE));
  test.each([
    ['an article at hand', `${REPORT}, the Dunmere Mail wrote. It put “${TITLE}” above it.`],
    ['a headline', `The Hexley Star’s headline was “The fish that nobody wanted to weigh at all”.`],
  ])('%s', (_, draft) => checkDraft(TROUT, draft));
});
