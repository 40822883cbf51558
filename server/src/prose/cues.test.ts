import { describe, expect, test } from 'vitest';
import { isCue, isInterruption } from './cues.ts';
import { quotationsOf } from './quotations.ts';

test('verbs in all their forms', () => {
  expect(
    ['said', 'says', 'SAID', 'argued', 'arguing', 'replies', 'denied', 'stresses', 'wrote', 'told', 'admitted'].filter(
      (word) => !isCue(word),
    ),
  ).toEqual([]);
  expect(['walked', 'tide', 'sayer', 'the', ''].filter(isCue)).toEqual([]);
});

/** Whether what stands between the first two quotations interrupts one. */
function interrupts(text: string): boolean {
  const prose = { text, blocks: [{ span: { start: 0, end: text.length }, kind: 'paragraph' as const, group: -1 }] };
  const { quotations } = quotationsOf(prose);
  if (quotations.length === 1) return quotations[0]?.pieces.length === 2;
  const [first, second] = quotations;
  return first !== undefined && second !== undefined && isInterruption(text, first, second);
}

describe('an attribution between two quotations interrupts one', () => {
  test.each([
    ['“The tide,” she said, “is late.”', true],
    ['“The tide,” said Ada Quill, the harbour master, “is late.”', true],
    ['“The tide,” said Mr. Tarn, “is late.”', true],
    ['“The tide” — she said — “is late.”', true],
    ['“The tide is late,” she said. “We wait.”', false],
    ['“The tide is late,” she said: “We wait.”', false],
    ['“The tide is late” and “the pier is wet”, she said.', false],
    ['“The tide,” with some luck, “is late.”', false],
    ['She called it “late”, he said, “and wet”.', true],
  ])('%s: %s', (text, expected) => expect(interrupts(text)).toBe(expected));
});
