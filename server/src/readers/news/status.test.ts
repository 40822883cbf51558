import { expect, it } from 'vitest';
import { statusOf } from './status.ts';

it.each([
  ['CORRECTED-Harbour fees to rise in May', 'corrected'],
  ['CORRECTED: Harbour fees to rise', 'corrected'],
  ['(CORRECTED) Harbour fees to rise', 'corrected'],
  ['CORRECTION – Harbour fees to rise', 'corrected'],
  ['Correction: Harbour-Fees story', 'corrected'],
  ['UPDATE 2-CORRECTED-Harbour fees to rise', 'corrected'],
  ['REFILE-Harbour fees to rise', 'corrected'],
  ['KILL: Harbour fees to rise', 'canceled'],
  ['BULLETIN KILL — Harbour fees', 'canceled'],
  ['WITHDRAWN-Harbour fees to rise', 'canceled'],
  ['UPDATE 1-Harbour fees to rise', 'usable'],
  ['UPDATED: Harbour fees to rise', 'usable'],
  ['RPT-Harbour fees to rise', 'usable'],
  ['Correction officers strike for a third day', 'usable'],
  ['CORRECTION OFFICERS STRIKE', 'usable'],
  ['Kill the bill, says the mayor', 'usable'],
  ['KILL-SWITCH BILL PASSES', 'usable'],
  ['Withdrawn from the lake: 200 boats', 'usable'],
])('reads the headline “%s”', (headline, expected) => {
  expect(statusOf({ headline })).toBe(expected);
});

it.each([
  ['CORRECTS spelling of name in 3rd paragraph', 'corrected'],
  ['Eds: Corrects the figure in the lead.', 'corrected'],
  ["Editor's note: Corrected throughout", 'corrected'],
  ['Kill. Please do not use this story.', 'canceled'],
  ['MANDATORY KILL', 'canceled'],
  ['Kill the third paragraph, which is repeated.', 'usable'],
  ['Withheld until further notice', 'withheld'],
  ['Updates with comment from the port', 'usable'],
  ['Pictures are to follow', 'usable'],
])('reads the note “%s”', (note, expected) => {
  expect(statusOf({ note })).toBe(expected);
});

it('reads the vocabularies of the standards', () => {
  const read = (stated: string) => statusOf({ stated: [stated] });
  expect(
    ['usable', 'stat:usable', 'stat:withheld', 'canceled', 'http://cv.iptc.org/newscodes/pubstatusg2/canceled', 'sig:correction'].map(read),
  ).toEqual(['usable', 'usable', 'withheld', 'canceled', 'canceled', 'corrected']);
});

it('believes the gravest sign', () => {
  expect(statusOf({ stated: ['stat:canceled'], headline: 'CORRECTED-Fees' })).toBe('canceled');
});
