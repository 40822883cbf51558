import type { Article } from '../corpus/article.ts';
import type { Candidate, Corpus } from '../corpus/corpus.ts';
import { type QuotedToken, quotedTokens } from '../prose/quotedWords.ts';
import { type Located, locate } from './locate.ts';
import { wantedWords } from './wantedWords.ts';

/** So many places are looked at for each one asked for: retrieval ranks by words in line, not by alignment. */
const CANDIDATES_PER_MATCH = 4;

export interface WordSearch {
  readonly tokens: readonly QuotedToken[];
  readonly candidates: readonly Candidate[];
}

/** First half of a search for words: the places to look at, whose articles' texts must then be at hand. */
export function searchWords(words: string, corpus: Corpus, limit: number): WordSearch {
  const tokens = quotedTokens(words, [{ start: 0, end: words.length }]);
  const { words: plain, gaps } = wantedWords(tokens);
  return { tokens, candidates: corpus.retrieve(plain, limit * CANDIDATES_PER_MATCH, { gaps }) };
}

/** Second half: passages that have the words or something like them, best first, at most `limit`. */
export function findWords(search: WordSearch, corpus: Corpus, articles: ReadonlyMap<string, Article>, limit: number): Located[] {
  return locate(search.tokens, search.candidates, { corpus, articles })
    .filter(({ similarity }) => similarity >= 0.4)
    .slice(0, limit);
}
