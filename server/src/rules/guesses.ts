import type { Article, GuessedDetail } from '../corpus/article.ts';
import type { Finding } from './finding.ts';

/** How many guesses it takes to believe a detail of some articles. What one guessed of a publisher holds for all that is its. */
function guessesOf(articles: readonly Article[], detail: GuessedDetail): number {
  const guessed = [...new Set(articles)].filter((article) => article.guessed.includes(detail));
  return detail === 'publisher' ? new Set(guessed.map(({ publisher }) => publisher)).size : guessed.length;
}

/** Whether a detail of any of some articles was guessed. */
export function isGuessed(articles: readonly Article[], detail: GuessedDetail): boolean {
  return guessesOf(articles, detail) > 0;
}

/**
 * A finding that rests on a detail of some articles, as far as it may be reported: one guess makes it information that no fix
 * follows from in bulk (`severityOf` sees to the first), two guesses are too many.
 */
export function* restingOn(detail: GuessedDetail, articles: readonly Article[], finding: Finding): Iterable<Finding> {
  const guesses = guessesOf(articles, detail);
  if (guesses === 0) yield finding;
  else if (guesses === 1)
    yield { ...finding, guessed: [detail], fixes: finding.fixes.map((fix) => ({ ...fix, applicability: 'unsafe' as const })) };
}
