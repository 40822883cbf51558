import { patternOf, place } from '../aligner.ts';
import type { Answer } from './engine.ts';

/** The best passage of the articles named, best first; of equal ones the one that stands first. */
export function alignTop(query: string, articles: readonly number[], textOf: (article: number) => string): Answer | null {
  const pattern = patternOf(query);
  let best: Answer | null = null;
  for (const article of articles) {
    const found = place(pattern, textOf(article));
    if (found && found.score > (best?.score ?? 0)) best = { article, start: found.start, end: found.end, score: found.score };
    if (best?.score === 1) break;
  }
  return best;
}
