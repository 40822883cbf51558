import approximately from 'approx-string-match';
import type { Answer, EngineContext, MakeEngine } from './engine.ts';

/** Shares of the query’s characters that may differ, tried in turn: few errors are looked for much faster than many. */
const ERRORS = [0.1, 0.25, 0.5];

/** The text with the fewest errors; what is found bounds what is looked for in the next text. */
function scan(words: string, numbers: Iterable<number>, share: number, textOf: EngineContext['textOf']): Answer | null {
  let best: Answer | null = null;
  let allowed = Math.ceil(words.length * share);
  for (const article of numbers) {
    const [found] = approximately(textOf(article), words, allowed);
    if (!found) continue;
    best = { article, start: found.start, end: found.end, score: 1 - found.errors / words.length };
    if (found.errors === 0) break;
    allowed = found.errors - 1;
  }
  return best;
}

/**
 * approx-string-match (Myers’ bit-parallel algorithm, as Hypothesis anchors quotations with it): no index, every text is
 * scanned. Words to the letter are looked for first, by `indexOf`, as Hypothesis does. Its own offsets count.
 */
export const approx: MakeEngine = ({ textOf }) => {
  const numbers = new Set<number>();
  return {
    name: 'approx-string-match',
    most: 100_000,
    build: (articles) => {
      for (const { number } of articles) numbers.add(number);
    },
    find: (words) => {
      for (const article of numbers) {
        const start = textOf(article).indexOf(words);
        if (start >= 0) return { article, start, end: start + words.length, score: 1 };
      }
      for (const share of ERRORS) {
        const found = scan(words, numbers, share, textOf);
        if (found) return found;
      }
      return null;
    },
    add: ({ number }) => {
      numbers.add(number);
    },
    remove: ({ number }) => {
      numbers.delete(number);
    },
  };
};
