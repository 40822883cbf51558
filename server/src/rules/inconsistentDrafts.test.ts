import { describe, expect, test } from 'vitest';
import { analysisOf, corpusOf } from '../../../test/support/checkDraft.ts';
import { ADA_QUILL, CLOSURE } from '../../../test/support/harbour.ts';
import { inconsistentDrafts, withFindings } from './inconsistentDrafts.ts';

const CORPUS = corpusOf(CLOSURE);
const STAIRS = 'Cy Fenn said: “The lamp was lit and the stairs were wet.”';
const STEPS = STAIRS.replace('stairs', 'steps');

/** What several drafts show together: draft by draft the rules, kinds and messages. */
function foundIn(...texts: readonly string[]): string[][] {
  const named = texts.map((text, i) => ({ name: `${i + 1}.md`, analysis: analysisOf(CORPUS, text) }));
  const found = inconsistentDrafts(named);
  return named.map(({ analysis }) =>
    withFindings(analysis, found.get(analysis.draft) ?? [])
      .findings.filter(({ rule }) => rule !== 'quote-not-found')
      .map(({ rule, kind, message }) => `${rule}.${kind}: ${message.text}`),
  );
}

test('a quotation in another draft’s words is found in the later draft', () => {
  expect(foundIn(STAIRS, ADA_QUILL, STEPS)).toEqual([
    [],
    [],
    ['inconsistent-quote.drafts: 1.md quotes this in other words: “The lamp was lit and the stairs were wet.”.'],
  ]);
});

test('what one draft has in two wordings is its own finding, and reported once', () => {
  const [, own] = foundIn(STAIRS, `${STAIRS}\n\n${STEPS}`);
  expect(own).toEqual([expect.stringContaining('inconsistent-quote.null: The draft quotes this')]);
});

describe('nothing is found', () => {
  test.each([
    ['in the same words', STAIRS, STAIRS],
    ['where a misquotation says so', ADA_QUILL, ADA_QUILL.replace('winter', 'storm')],
    ['in a draft that is off', STAIRS, `---\nverbatim: off\n---\n\n${STEPS}`],
    ['beside a draft that is off', `---\nverbatim: off\n---\n\n${STAIRS}`, STEPS],
  ])('%s', (_, first, second) => {
    expect(
      foundIn(first, second)
        .flat()
        .filter((finding) => finding.startsWith('inconsistent')),
    ).toEqual([]);
  });
});

test('a directive lets it stand, and serves by it', () => {
  const directed = `<!-- stet inconsistent-quote: as I heard it -->\n${STEPS}`;
  expect(foundIn(STAIRS, directed)).toEqual([[], []]);
  expect(foundIn(directed)).toEqual([[expect.stringContaining('unused-stet')]]);
});
