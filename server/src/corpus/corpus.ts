import type { GapKind } from './index/query.ts';

/** Where words stand or nearly so: an article, and which of its words. */
export interface Candidate {
  readonly articleId: string;
  /** The stretch of the article's words (see `articleWords`) that the words lie on, half-open. */
  readonly position: number;
  readonly end: number;
  /** 0 to 1, by the cost of what differs. 1: the very words. */
  readonly similarity: number;
  /** Information (bits) of the words in common, in order. */
  readonly score: number;
}

/** What is known of the words that are looked for beside themselves. */
export interface RetrievalOptions {
  /** Before which word (by its place) something may stand that is not looked for, and what marks it. */
  readonly gaps?: ReadonlyMap<number, GapKind>;
}

/**
 * What is known, immutable: the index and the details of all articles, always at hand; their texts are not, and are
 * fetched for the few that a draft needs (see `Articles`).
 */
export interface Corpus {
  /** Changes whenever anything that could change a finding does. */
  readonly revision: number;
  /** How many articles there are. */
  readonly size: number;
  /** Every publisher that an article names, each once. */
  readonly publishers: readonly string[];
  /** The ids of the articles that were taken from a web address, however it is written. */
  idsAt(url: string): readonly string[];
  /** The id of the newest version of an article's text (see `editions.ts`), where one is newer than the article; otherwise null. */
  newestVersion(articleId: string): string | null;
  /** Best first, at most `limit`. `words` are folded, as `wordsOf` gives them; their order counts. */
  retrieve(words: readonly string[], limit: number, options?: RetrievalOptions): readonly Candidate[];
  /** How much it tells that a text has this word, in bits: −log2 of its share of all words of the corpus. */
  information(word: string): number;
}
