import type { ArticleDetails } from './article.ts';

/** Where retrieval suspects the words: an article, and the index of its word at which the first word asked for would stand. */
export interface Candidate {
  readonly articleId: string;
  /** Index among the article's words (see `articleWords`); may be negative or beyond the end by the length of the query. */
  readonly position: number;
  /** Information (bits) of the words found in line there; only for ranking within one retrieval. */
  readonly score: number;
}

/**
 * What is known, immutable: the index and the details of all articles, always resident; their texts are not, and are
 * fetched for the few that a draft needs (see `Articles`).
 */
export interface Corpus {
  /** Changes whenever anything that could change a finding does. */
  readonly revision: number;
  readonly articles: ReadonlyMap<string, ArticleDetails>;
  /** Best first, at most `limit`. `words` are folded, as `wordsOf` gives them; their order counts. */
  retrieve(words: readonly string[], limit: number): readonly Candidate[];
  /** How much it tells that a text has this word, in bits: −log2 of its share of all words of the corpus. */
  information(word: string): number;
}
