import type { Article } from '../corpus/article.ts';
import { articleHashes } from '../corpus/articleWords.ts';
import { SegmentBuilder } from '../corpus/index/segmentBuilder.ts';
import type { SegmentData } from '../corpus/index/segmentData.ts';
import type { IndexedArticle } from '../corpus/indexedCorpus.ts';
import { every } from './pump.ts';

/** How often there is something new to search, in milliseconds. */
const INTERIM_EVERY_MS = 500;
/** An interim segment need not have more words than this. */
const MOST_INTERIM_WORDS = 1 << 20;

/** A segment that is finished. A final one has all articles of the interim ones since the final one before it. */
export interface Gathered {
  readonly segment: SegmentData;
  readonly final: boolean;
}

/**
 * Gathers articles into segments: large final ones, which depend on nothing but the articles and their order, and until
 * these are full small interim ones, each half as large as all before it together, so that there are few of them.
 */
export class Gathering {
  readonly #finalWords: number;
  readonly #due = every(INTERIM_EVERY_MS);
  #builder = new SegmentBuilder();
  /** Articles that are in no interim segment yet. */
  #fresh: IndexedArticle[] = [];
  #freshWords = 0;
  #interimWords = 0;

  /** `finalWords`: a final segment is finished when it has so many words. */
  constructor(finalWords: number) {
    this.#finalWords = finalWords;
  }

  add(articles: readonly Article[]): void {
    for (const article of articles) {
      const { prose: _prose, locators: _locators, turns: _turns, ...details } = article;
      const one = { id: article.id, details, hashes: articleHashes(article) };
      this.#builder.add(one, one.hashes);
      this.#fresh.push(one);
      this.#freshWords += one.hashes.length;
    }
  }

  /** A segment, where it is time for one: to be asked after each file. */
  next(): Gathered | null {
    if (this.#builder.wordCount >= this.#finalWords) return this.end();
    const enough = Math.min(MOST_INTERIM_WORDS, this.#interimWords / 2);
    if (this.#freshWords === 0 || this.#freshWords < enough || !this.#due()) return null;
    const interim = new SegmentBuilder(this.#freshWords);
    for (const one of this.#fresh) interim.add(one, one.hashes);
    this.#interimWords += this.#freshWords;
    this.#forget();
    return { segment: interim.finish(), final: false };
  }

  /** The final segment of what is left, if anything is. */
  end(): Gathered | null {
    if (this.#builder.articleCount === 0) return null;
    const segment = this.#builder.finish();
    this.#builder = new SegmentBuilder();
    this.#interimWords = 0;
    this.#forget();
    return { segment, final: true };
  }

  #forget(): void {
    this.#fresh = [];
    this.#freshWords = 0;
  }
}
