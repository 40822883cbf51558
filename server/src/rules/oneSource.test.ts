import { describe, expect, test } from 'vitest';
import { analysisOf, corpusOf } from '../../../test/support/checkDraft.ts';
import { ADA_QUILL, courier, mail } from '../../../test/support/harbour.ts';

const FIGURE = 'The harbour board has spent 41,000 crowns on the north pier since the flood of last spring, its books show.';
const REST =
  'The board meets again on Friday in the old customs house, and the ferry line has asked to be heard there before anything is decided.';
const REPORT = `${FIGURE} ${REST}\n\n${ADA_QUILL}`;

/** The Mail of the day on which The Courier came out. */
const sameDay = (body: string) => mail(body).replace('2024-11-20', '2025-03-04');
const OWN = (body: string) => `Nobody in Dunmere had asked for that, and few had heard of it until the papers came.\n\n${body}`;

function safety(sources: readonly string[], draft: string): string[] {
  return analysisOf(corpusOf(...sources), draft).findings.map(({ rule, fixes }) => `${rule}: ${fixes[0]?.applicability ?? 'no fix'}`);
}

describe('what one source says can be put right in bulk', () => {
  const WRONG = `According to The Saltmarsh Courier, ${FIGURE.replace('The', 'the').replace('41,000', '14,000')}`;
  const LATER = ADA_QUILL.replace('said Ada Quill, the harbour master', 'Ada Quill said on 9 June 2021');

  test.each([
    ['alone', [courier(REPORT)], 'safe'],
    ['in two papers', [courier(REPORT), sameDay(REPORT)], 'safe'],
    [
      'in two papers of which one cut it',
      [courier(REPORT), sameDay(`${FIGURE} ${REST}\n\n${ADA_QUILL}`.replace('flood of', 'great flood of'))],
      'safe',
    ],
    ['not so two reports', [courier(REPORT), sameDay(OWN(`${FIGURE}\n\n${ADA_QUILL}`))], 'unsafe'],
  ])('%s', (_, sources, expected) => {
    expect(safety(sources, LATER)).toEqual([`wrong-date: ${expected}`]);
  });

  test('a figure', () => {
    expect(safety([courier(REPORT), sameDay(REPORT)], WRONG)).toEqual(['wrong-number: safe']);
    expect(safety([courier(REPORT), sameDay(OWN(FIGURE))], WRONG)).toEqual(['wrong-number: unsafe']);
  });

  test('a day, where all that print it give the same', () => {
    expect(safety([courier(REPORT), mail(REPORT)], LATER)).toEqual(['wrong-date: unsafe']);
  });
});
