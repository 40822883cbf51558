import { describe, test } from 'vitest';
import { checkDraft, corpusOf } from '../../../test/support/checkDraft.ts';

const echo = (body: string) => `---\ntitle: News of Lowmoor\npublisher: Lowmoor Echo\npublished: 2026-10-14\n---\n\n${body}`;

const CORPUS = corpusOf(
  echo(`The board of the hospital raised the price of a parking permit for nurses to £95. Most of them come by bus.

The oldest chapel of the upper valley was built by a blacksmith called Judith Carne. It holds forty people.

The reservoir above the village has been closed to anglers since 1994. Herons do not mind.

The council of the lower valley sold the stone quarry at Bleak Edge for £410,000 in June.

The new towpath between the brewery and the lower lock of the canal will run for 12 kilometres. Turnout in the valley rose by 3 percentage points in spring.

The keeper of the lighthouse rang the fog bell for his neighbours at dusk, twelve times. Nobody came.`),
);
const REPORTED = ', the Lowmoor Echo reported.';

describe('the last word of a claim differs', () => {
  test.each([
    ['a sum', `The board of the hospital raised the price of a parking permit for nurses to £[59]{wrong-number → 95}${REPORTED}`],
    [
      'a name',
      `The oldest chapel of the upper valley was built by a blacksmith called [Judith Penrose]{wrong-name → Judith Carne}${REPORTED}`,
    ],
    ['a year', `The reservoir above the village has been closed to anglers since [1984]{wrong-date → 1994}${REPORTED}`],
    [
      'a sum, where the source goes on',
      `The council of the lower valley sold the stone quarry at Bleak Edge for £[140,000]{wrong-number → 410,000}${REPORTED}`,
    ],
    [
      'a unit',
      `The new towpath between the brewery and the lower lock of the canal will run for [12 miles]{wrong-number → 12 kilometres}${REPORTED}`,
    ],
    [
      'a magnitude',
      `The council of the lower valley sold the stone quarry at Bleak Edge for £[410 million]{wrong-number → 410,000}${REPORTED}`,
    ],
    [
      'credited in front',
      'The Lowmoor Echo reported that the board of the hospital raised the price of a parking permit for nurses to £[59]{wrong-number → 95}.',
    ],
    [
      'in words',
      `The board of the hospital raised the price of a parking permit for nurses to £[fifty-nine]{wrong-number → 95}${REPORTED}`,
    ],
  ])('%s', (_, draft) => checkDraft(CORPUS, draft));
});

describe('no finding', () => {
  test.each([
    ['the claim goes on otherwise', `The board of the hospital raised the price of a parking permit for nurses to new heights${REPORTED}`],
    [
      'the claim adds something',
      'The board of the hospital raised the price of a parking permit for nurses, Dunmere has 59 of them, the Lowmoor Echo reported.',
    ],
    ['the claim ends before', `The oldest chapel of the upper valley was built by a blacksmith, Penrose told the Lowmoor Echo.`],
    ['a word that is no name', `The oldest chapel of the upper valley was built by a blacksmith called after him${REPORTED}`],
    [
      'the source’s sentence has ended',
      'The board of the hospital raised the price of a parking permit for nurses to £95 last Tuesday, the Lowmoor Echo reported.',
    ],
    ['what is said of others, too', 'She has been closed to anglers since 1984, the Lowmoor Echo reported.'],
    ['the same in words', `The board of the hospital raised the price of a parking permit for nurses to £ninety-five${REPORTED}`],
  ])('%s', (_, draft) => checkDraft(CORPUS, draft));
});

test('the same words are looked at again where only a comma was put in', () => {
  const claim = 'The board of the hospital raised the price of a parking permit for nurses to £59 the Lowmoor Echo reported.';
  checkDraft(CORPUS, claim);
  checkDraft(CORPUS, claim.replace('£59', '£[59]{wrong-number → 95},'));
});

describe('few words beyond the one that differs', () => {
  const EELS = corpusOf(
    echo(`Volunteers counted 1,460 young eels at the weir in March, more than in any spring since the dam was built.

Turnout in the villages of the upper valley rose by 3 percentage points last spring.`),
  );
  test.each([
    [
      'in front',
      `Volunteers counted [almost 1,460]{wrong-number → 1,460} young eels at the weir in March, more than in any spring since the dam was built${REPORTED}`,
    ],
    [
      'behind',
      `Turnout in the villages of the upper valley rose by [3 per cent]{wrong-number → 3 percentage points} last spring${REPORTED}`,
    ],
  ])('%s', (_, draft) => checkDraft(EELS, draft));
});
