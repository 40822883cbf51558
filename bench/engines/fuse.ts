import Fuse, { type FuseResult } from 'fuse.js';
import type { BenchArticle } from '../corpora.ts';
import type { Answer, MakeEngine } from './engine.ts';

/** Runs of matched characters that are no further apart belong to one passage. */
const NEAR = 12;

/** The longest passage among the runs of characters that Fuse.js says it matched; it gives them with both ends included. */
function passageOf({ item, score, matches }: FuseResult<BenchArticle>): Answer | null {
  let best: Answer | null = null;
  let start = -1;
  let end = -1;
  for (const [first, last] of matches?.[0]?.indices ?? []) {
    if (start < 0 || first > end + NEAR) start = first;
    end = last + 1;
    if (!best || end - start > best.end - best.start) best = { article: item.number, start, end, score: 1 - (score ?? 1) };
  }
  return best;
}

/**
 * Fuse.js over whole articles. `ignoreLocation`, or it looks at the first 60 characters only; `ignoreFieldNorm`, or
 * short articles win; offsets come from `includeMatches`. It scans, and has nothing to align: its own answer counts.
 */
export const fuse: MakeEngine = () => {
  const options = { keys: ['text'], ignoreLocation: true, ignoreFieldNorm: true, includeScore: true, includeMatches: true };
  let search = new Fuse<BenchArticle>([], options);
  return {
    name: 'Fuse.js',
    most: 10_000,
    build: (articles) => {
      search = new Fuse([...articles], options);
    },
    find: (words) => {
      const [best] = search.search(words, { limit: 1 });
      return best ? passageOf(best) : null;
    },
    add: (article) => search.add(article),
    remove: ({ number }) => {
      search.remove((one) => one.number === number);
    },
  };
};
