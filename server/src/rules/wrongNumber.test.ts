import { describe, test } from 'vitest';
import { checkDraft, corpusOf } from '../../../test/support/checkDraft.ts';
import { mail } from '../../../test/support/harbour.ts';

const CORPUS = corpusOf(
  mail(`
  The ferry line was sold to a family of shipwrights for £3.4 million, the county said. The new owners want to run
  four boats a day from the old pier at Dunmere and to hire more than 1,200 people by next summer.

  The storm of that week drowned twenty-one sheep on the marshes behind Pellworth. Some 45 per cent of all households
  in the valley were without power for three nights. It was the third such storm of the season in the valley.
  `),
);

describe('a figure that the source has otherwise', () => {
  test.each([
    ['in words', 'The new owners want to run [six]{wrong-number → four} boats a day from the old pier at Dunmere, the county said.'],
    ['numeral for word', 'The new owners want to run [6]{wrong-number → four} boats a day from the old pier at Dunmere, the county said.'],
    [
      'word for numeral',
      'Some [forty]{wrong-number → 45} per cent of all households in the valley were without power for three nights, the county said.',
    ],
    ['money', 'The ferry line was sold to a family of shipwrights for £[4.3]{wrong-number → 3.4} million, the county said.'],
    [
      'percentage',
      'Some [54]{wrong-number → 45} per cent of all households in the valley were without power for three nights, the county said.',
    ],
    [
      'words behind the figure left out',
      'The new owners want to run [six]{wrong-number → four} from the old pier at Dunmere and to hire more than 1,200 people, the county said.',
    ],
    ['ordinal', 'It was the [fourth]{wrong-number → third} such storm of the season in the valley, the county said.'],
    [
      'a hedge left out',
      'The county said the new owners want to run four boats a day from the old pier at Dunmere and to hire [1,200]{wrong-number → more than 1,200} people by next summer.',
    ],
  ])('%s', (_, draft) => checkDraft(CORPUS, draft));
});

describe('no finding', () => {
  test.each([
    ['the same in numerals', 'The new owners want to run 4 boats a day from the old pier at Dunmere, the county said.'],
    ['the same in words', 'The storm of that week drowned 21 sheep on the marshes behind Pellworth, the county said.'],
    ['%', 'Some 45% of all households in the valley were without power for three nights, the county said.'],
    [
      'another sentence with another number',
      'The owners sold six boats last year, and the pier at Dunmere is two hundred years old, the county said.',
    ],
  ])('%s', (_, draft) => checkDraft(CORPUS, draft));
});

test('an uncredited sentence with a wrong figure has two faults', () => {
  checkDraft(
    CORPUS,
    '[The new owners want to run [six]{wrong-number → four} boats a day from the old pier at Dunmere.]{unattributed-claim}',
  );
});
