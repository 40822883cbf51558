import type { ArticleDetails } from '../corpus/article.ts';
import type { IndexedCorpus } from '../corpus/indexedCorpus.ts';
import { isoDate } from '../text/calendarDate.ts';
import type { Steps } from '../text/steps.ts';
import { wordsOf } from '../text/words.ts';

/** Fewer words stand in too many places for the index to say anything by. */
const FEWEST_WORDS = 2;
/** Articles that are looked at between two yields. */
const STEP = 200;

/**
 * The ids of the articles that some words are about, at most `limit` of them: those that have the words in a row or
 * nearly so, best first, then those whose title, publisher, authors, speaker or date have all of them, or their
 * beginnings. Nothing but the index is looked at.
 */
export function* findArticles(corpus: IndexedCorpus, words: string, limit: number): Steps<readonly string[]> {
  const folded = wordsOf(words).map((word) => word.folded);
  const found = new Set<string>();
  if (folded.length >= FEWEST_WORDS) for (const { articleId } of corpus.retrieve(folded, limit)) found.add(articleId);
  yield;
  const wanted = plain(words).split(/\s+/).filter(Boolean);
  let looked = 0;
  for (const id of corpus.ids()) {
    if (found.size >= limit) break;
    const details = corpus.details(id);
    if (details && isAbout(details, wanted)) found.add(id);
    if (++looked % STEP === 0) yield;
  }
  return [...found].slice(0, limit);
}

function isAbout({ title, publisher, authors, speaker, published }: ArticleDetails, wanted: readonly string[]): boolean {
  const day = published ? isoDate(published) : null;
  const text = plain([title, publisher, ...authors, speaker, day].filter((part) => part !== null).join(' '));
  return wanted.length > 0 && wanted.every((word) => text.includes(word));
}

/** Small letters without accents. */
function plain(text: string): string {
  // Most texts have no accents, and an archive has very many of them.
  return (/[^\0-\x7f]/.test(text) ? text.normalize('NFD').replace(/\p{M}/gu, '') : text).toLowerCase();
}
