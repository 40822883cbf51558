import { describe, expect, test } from 'vitest';
import { outerText } from './attributions.ts';
import { BlockSentences } from './blockSentences.ts';
import { claimsOf } from './claims.ts';
import { markdownProse } from './markdownProse.ts';
import { quotationsOf } from './quotations.ts';

function claims(markdown: string): string[] {
  const { prose } = markdownProse(markdown);
  const outer = outerText(prose.text, quotationsOf(prose).quotations);
  return claimsOf(prose, new BlockSentences(outer)).map(({ span }) => markdown.slice(span.start, span.end));
}

describe('sentences that state something', () => {
  test.each([
    [
      'each sentence of a paragraph',
      'The pier burned down in March. The county paid for another one.',
      ['The pier burned down in March.', 'The county paid for another one.'],
    ],
    ['an item of a list', '- The pier burned down in March.', ['The pier burned down in March.']],
    [
      'one with a few quoted words',
      'The pier that she called “late” burned down in March.',
      ['The pier that she called “late” burned down in March.'],
    ],
    ['not a heading', '# The pier burned down in March', []],
    ['not a question', 'Did the pier burn down in March?', []],
    ['not a few words', 'The pier burned.', []],
    ['not mostly quoted words', 'Ada Quill said once more: “The pier burned down in March and the county paid for another one.”', []],
    ['not a block quote', '> The pier burned down in March.', []],
    ['not a footnote', 'A pier.[^1]\n\n[^1]: The pier burned down in March.', []],
    ['not code', '`The pier burned down in March.`', []],
  ])('%s', (_, markdown, expected) => expect(claims(markdown)).toEqual(expected));
});
