import { articleWords } from '../corpus/articleWords.ts';
import { speakerAt } from '../corpus/sayings.ts';
import type { Located } from '../match/locate.ts';
import { readable } from '../prose/prose.ts';
import { cover, type Span, sliceOf } from '../text/span.ts';
import type { Match } from './finding.ts';
import type { QuotationReading } from './reading.ts';

/** Stretches of the source's words that the query has otherwise. */
function changedSpans(located: Located): Span[] {
  const words = articleWords(located.article);
  return located.steps
    .filter(({ kind, to, from }) => (kind === 'replaced' || kind === 'omitted') && to > from)
    .flatMap(({ from }) => words[from]?.span ?? [])
    .sort((a, b) => a.start - b.start);
}

const NONE: readonly Located[] = [];

/** What was made of a passage last, and beside which others. */
const known = new WeakMap<Located, { readonly others: readonly Located[]; readonly match: Match }>();

/** A located passage as findings, verdicts and reports show it. */
export function matchOf(located: Located, others: readonly Located[] = NONE): Match {
  const before = known.get(located);
  if (before?.others === others) return before.match;
  const match = describe(located, others);
  known.set(located, { others, match });
  return match;
}

function describe(located: Located, others: readonly Located[]): Match {
  const { article, span, similarity } = located;
  return {
    source: { articleId: article.id, span },
    exact: readable(sliceOf(article.prose.text, span)),
    speaker: speakerAt(article, span),
    similarity: Math.round(similarity * 1000) / 1000,
    changed: changedSpans(located),
    others: others.filter((other) => other !== located).map((other) => ({ articleId: other.article.id, span: other.span })),
  };
}

/** What a reading rests on; null where nothing was found. A splice rests on the first of its passages, or on all within one article. */
export function evidenceOf({ best, equals, splice }: QuotationReading): Match | null {
  if (!best) return null;
  const within = splice?.parts.every(({ article }) => article === best.article);
  if (!splice || !within) return matchOf(best, equals);
  const span = splice.parts.map((part) => part.span).reduce(cover);
  return { ...matchOf(best), source: { articleId: best.article.id, span } };
}
