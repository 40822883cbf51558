import type { Article } from '../corpus/article.ts';
import type { Quotation } from '../prose/quotations.ts';
import { say } from '../text/said.ts';
import { wordsOf } from '../text/words.ts';
import type { RuleContext } from './context.ts';
import type { Finding } from './finding.ts';
import type { Rule } from './rule.ts';
import { isName } from './titles.ts';

/** Quotations of fewer words are titles, terms or scare quotes more often than somebody's words. */
const FEWEST_WORDS = 4;
const FEWEST_WITHOUT_SPEAKER = 7;

/** “The Courier's headline was “…””, “ran it under the headline “…”” */
const HEADLINE = /\bheadlines?\s*(?:(?:was|is|reads?|ran|says?|said|of)\s*)?[,:]?\s*$/iu;

/** “She might have said: “…””, “He never said “…””, “as if to say “…””: words that the draft itself says were not said. In small letters. */
const UNSAID =
  /(?:\b(?:might|could|should|would)(?:\s+(?:as\s+)?\p{Alpha}+)?\s+have\s+(?:said|asked|added|answered|replied|written|told\s+\p{Alpha}+)|(?:\bnever|\bnot|n[’']t)\s+(?:say|said)|\bas\s+(?:if|though)\s+to\s+say)[\s,:\u2060]*$/u;

/** The folded words of an article's title, each between spaces. */
const titles = new WeakMap<Article, string>();

function titleOf(article: Article): string {
  const known = titles.get(article) ?? ` ${wordsIn(article.title ?? '')} `;
  titles.set(article, known);
  return known;
}

const wordsIn = (text: string) =>
  wordsOf(text)
    .map(({ folded }) => folded)
    .join(' ');

/** Whether the words are what an article at hand is called, or what a headline is said to be. */
function isHeadline({ span }: Quotation, words: string, { draft, articles }: RuleContext): boolean {
  if (HEADLINE.test(draft.outer.slice(Math.max(0, span.start - 40), span.start))) return true;
  for (const article of articles.values()) if (titleOf(article).includes(` ${words} `)) return true;
  return false;
}

/** Whether the draft says itself that nobody said it. */
function isUnsaid({ span }: Quotation, { draft }: RuleContext): boolean {
  return UNSAID.test(draft.outer.slice(Math.max(0, span.start - 60), span.start).toLowerCase());
}

/** A quotation that nothing in the corpus comes near. */
export const quoteNotFound: Rule = {
  name: 'quote-not-found',
  summary: 'Nothing in the corpus comes near the words.',
  *quotation(quotation, context): Iterable<Finding> {
    const reading = context.readingOf(quotation);
    if (reading.kind !== 'not-found' || isName(quotation, reading, context)) return;
    const words = reading.tokens().flatMap((token) => (token.kind === 'word' ? [token.word.folded] : []));
    const attributed = context.attributionOf(quotation)?.tied === true;
    if (words.length < (attributed ? FEWEST_WORDS : FEWEST_WITHOUT_SPEAKER) || isHeadline(quotation, words.join(' '), context)) return;
    if (isUnsaid(quotation, context)) return;
    const message = say`No source in the corpus has these words or anything near them.`;
    yield { rule: 'quote-not-found', kind: null, span: quotation.span, message, match: null, fixes: [] };
  },
};
