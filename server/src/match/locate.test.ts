import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { corpusOf } from '../../../test/support/checkDraft.ts';
import { articleWords } from '../corpus/articleWords.ts';
import { quotedTokens } from '../prose/quotedWords.ts';
import { sliceOf } from '../text/span.ts';
import { differencesOf } from './differences.ts';
import { locate } from './locate.ts';

const CORPUS = corpusOf(
  `
  # Harbour

  The board met. “We will close the north harbour for 12 months because the sea wall cannot carry another winter,” said
  Ada Quill. “We wait.” The ferry carries two hundred and forty-one crates of salt a day to the far shore.
  `,
  `
  # Ferry

  “A timetable is a polite letter to the weather,” said Cy Fenn. The sea wall cannot carry another winter, he said.
  `,
);

function find(query: string, corpus = CORPUS) {
  const tokens = quotedTokens(query, [{ start: 0, end: query.length }]);
  const words = tokens.flatMap((token) => (token.kind === 'word' ? [token.word.folded] : []));
  const located = locate(tokens, corpus.retrieve(words, 8), { corpus, articles: corpus.texts });
  return { tokens, located };
}

/** The differences from the best passage: “draft > source”. */
function differences(query: string): string[] {
  const { tokens, located } = find(query);
  const [best] = located;
  const text = (words: readonly { folded: string }[]) => words.map(({ folded }) => folded).join(' ');
  return best ? differencesOf(tokens, best).map(({ kind, draft, source }) => `${kind}: ${text(draft)} > ${text(source)}`) : ['not found'];
}

describe('in what they differ', () => {
  test.each([
    ['nothing', 'the sea wall cannot carry another winter', []],
    ['a word', 'the sea wall cannot carry another storm', ['replaced: storm > winter']],
    ['a word of much the same letters', 'the sea wall cannot carry another wintre', ['replaced: wintre > winter']],
    ['a word left out', 'close the harbour for 12 months because', ['omitted:  > north']],
    ['a word put in', 'the old sea wall cannot carry another winter', ['added: old > ']],
    ['a word moved', 'the sea wall carry cannot another winter', ['moved: carry cannot > cannot carry']],
    ['a number in words', 'close the north harbour for twelve months', []],
    ['a long number', 'The ferry carries 241 crates of salt a day', []],
    ['another long number', 'The ferry carries 251 crates of salt a day', ['replaced: 251 > two hundred and forty one']],
    ['an ellipsis is none', 'We will close … because the sea wall', []],
  ])('%s', (_, query, expected) => expect(differences(query)).toEqual(expected));
});

test('the same words in two articles are both found, in a settled order', () => {
  expect(find('the sea wall cannot carry another winter').located.map(({ article, exact }) => [article.id, exact])).toEqual([
    ['1.md', true],
    ['2.md', true],
  ]);
});

test('a short word is not found inside a longer one', () => expect(find('tide able').located).toEqual([]));

const vocabulary = 'tide wall harbour winter the of and a salt lamp ferry gull crate 12 stone'.split(' ');

test('an unedited span of any article is found at its exact words', () => {
  const article = fc.array(fc.constantFrom(...vocabulary), { minLength: 4, maxLength: 60 });
  fc.assert(
    fc.property(fc.array(article, { minLength: 1, maxLength: 3 }), fc.nat(), fc.nat(), fc.nat(), (texts, which, a, b) => {
      const corpus = corpusOf(...texts.map((words) => `Text: ${words.join(' ')}`));
      const chosen = [...corpus.texts.values()][which % texts.length];
      const words = chosen ? articleWords(chosen) : [];
      const from = Math.min(a % words.length, b % words.length);
      const to = Math.max(a % words.length, b % words.length) + 1;
      const query = words.slice(from, to).map(({ folded }) => folded);
      const [best] = find(query.join(' '), corpus).located;
      expect(best?.cost).toBe(0);
      expect(
        best &&
          articleWords(best.article)
            .slice(best.from, best.to)
            .map(({ folded }) => folded),
      ).toEqual(query);
      expect(best && sliceOf(best.article.prose.text, best.span).split(/\s+/)).toHaveLength(query.length);
    }),
  );
});

test('what two articles have word for word is found in both, each where it stands there', () => {
  const before = 'The board sat until midnight with its doors shut and its lamps lit, as it does in spring. ';
  const copied = `${before}We never once wished to close the old north harbour. ${before.replace('board', 'crew')}`;
  const corpus = corpusOf(copied, `Nobody asked the fishermen in the village.\n\n${copied}`);
  const { located } = find('We never once wished to shut the old north harbour', corpus);
  const texts = located.map(({ article, span }) => sliceOf(article.prose.text, span));
  expect(texts).toEqual(Array(2).fill('We never once wished to close the old north harbour'));
  const [one, other] = located.map(({ steps, from, cost, similarity }) => ({
    steps: steps.map((step) => ({ ...step, from: step.from - from, to: step.to - from })),
    cost,
    similarity,
  }));
  expect(one).toEqual(other);
});
