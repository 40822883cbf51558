import type { Article } from '../article.ts';
import { articleWords } from '../articleWords.ts';

/** Unused positions between two articles, so that no diagonal joins the end of one to the beginning of the next. */
const GAP = 256;

/** A place in a segment: which article, and which of its words. */
export interface Place {
  readonly articleId: string;
  readonly position: number;
}

/**
 * An inverted index over some articles, immutable once built: for each word the positions at which it stands, counted
 * through all articles of the segment. Only words of blocks count, in the order of the text.
 */
export class Segment {
  readonly #ids: readonly string[];
  /** Position of each article's first word, ascending. */
  readonly #starts: readonly number[];
  readonly #postings: ReadonlyMap<string, readonly number[]>;
  /** Words in all articles. */
  readonly wordCount: number;

  constructor(articles: readonly Article[]) {
    const postings = new Map<string, number[]>();
    const starts: number[] = [];
    let position = GAP;
    let wordCount = 0;
    for (const article of articles) {
      starts.push(position);
      for (const word of articleWords(article)) {
        const list = postings.get(word.folded);
        if (list) list.push(position++);
        else postings.set(word.folded, [position++]);
        wordCount++;
      }
      position += GAP;
    }
    this.#ids = articles.map(({ id }) => id);
    this.#starts = starts;
    this.#postings = postings;
    this.wordCount = wordCount;
  }

  get articleIds(): readonly string[] {
    return this.#ids;
  }

  positionsOf(word: string): readonly number[] {
    return this.#postings.get(word) ?? [];
  }

  /** The article that a position belongs to, by binary search; positions just before it count as its own. */
  placeOf(position: number): Place {
    let low = 0;
    let high = this.#starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] as number) - GAP / 2 <= position) low = middle;
      else high = middle;
    }
    return { articleId: this.#ids[low] as string, position: position - (this.#starts[low] as number) };
  }
}
