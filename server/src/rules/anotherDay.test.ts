import { describe, test } from 'vitest';
import { checkDraft, corpusOf } from '../../../test/support/checkDraft.ts';

const CLAIM = 'Rosalind Marchetti, a beekeeper, unseated her uncle Aldo Marchetti as mayor of Sorrel Bay on Tuesday by 312 votes';
const BUDGET = 'The harbour board of Sorrel Bay spent 4,100 crowns on rope and lamp oil last year and nothing on paint';
const FERRY = 'The ferry to the outer islands of Sorrel Bay leaves at noon today with 48 passengers and their sheep';
const CORPUS = corpusOf(
  `---\ntitle: News of the bay\npublisher: Lowmoor Echo\npublished: 2026-10-14\n---\n\n${[CLAIM, BUDGET, FERRY].map((one) => `${one}.`).join('\n\n')}`,
);
const draft = (day: string, claim: string) => `---\ndate: ${day}\n---\n\n${claim}, the Lowmoor Echo reported.`;

describe('a word that means a day by when it was written', () => {
  test.each([
    ['the same Tuesday', draft('2026-10-16', CLAIM.replace('312', '[321]{wrong-number → 312}'))],
    ['the same last year', draft('2026-11-20', BUDGET.replace('4,100', '[1,400]{wrong-number → 4,100}'))],
    ['the next day', draft('2026-10-15', FERRY.replace('48', '[84]{wrong-number → 48}').replace('today', 'Wednesday'))],
  ])('%s', (_, text) => checkDraft(CORPUS, text));

  test.each([
    ['another Tuesday', draft('2026-11-06', CLAIM.replace('312', '321'))],
    ['another year', draft('2027-10-14', BUDGET.replace('4,100', '1,400'))],
    ['a notice of another day', draft('2026-10-17', FERRY.replace('48', '84'))],
    ['a notice of today that says now, too', draft('2026-10-17', FERRY.replace('48', '84').replace('leaves', 'now leaves'))],
  ])('but not %s', (_, text) => checkDraft(CORPUS, text));
});
