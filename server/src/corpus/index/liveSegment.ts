import { detailsOf, idOf, numberOfId, numbersOfAddress, numbersOfEdition, publishersOf, versionKeysOf } from './articleTable.ts';
import { type LargeArrays, Segment } from './segment.ts';
import type { SegmentData } from './segmentData.ts';

/** What of a segment is no longer so: articles that are gone or have a newer version elsewhere. */
interface Gone {
  /** By article number, 1 where it is gone. */
  readonly articles: Uint8Array;
  readonly count: number;
  readonly wordCount: number;
  /** By word number how often it stood in articles that are gone; unknown, and left empty, where the segment keeps no hashes. */
  readonly words: Uint32Array;
}

const NONE: Gone = { articles: new Uint8Array(0), count: 0, wordCount: 0, words: new Uint32Array(0) };

/** A segment and which of its articles still count. Immutable: taking one out gives another. */
export class LiveSegment {
  readonly segment: Segment;
  readonly #gone: Gone;

  constructor(segment: Segment, gone: Gone = NONE) {
    this.segment = segment;
    this.#gone = gone;
  }

  /** `large`: where the large arrays are if the data has them empty. */
  static of(data: SegmentData, large: LargeArrays | null = null): LiveSegment {
    return new LiveSegment(new Segment(data, large));
  }

  /** How many articles still count. */
  get size(): number {
    return this.segment.articleCount - this.#gone.count;
  }

  /** How many words they have. */
  get wordCount(): number {
    return this.segment.data.wordCount - this.#gone.wordCount;
  }

  /** Share of the segment's words that is dead weight. */
  get waste(): number {
    return this.#gone.wordCount / Math.max(1, this.segment.data.wordCount);
  }

  isCurrent(article: number): boolean {
    return this.#gone.articles[article] !== 1;
  }

  idOf(article: number): string {
    return idOf(this.segment.data.articles, article);
  }

  detailsOf(article: number) {
    return detailsOf(this.segment.data.articles, article);
  }

  /** Every publisher that an article that counts names, each once. */
  get publishers(): readonly string[] {
    return publishersOf(this.segment.data.articles, (article) => this.isCurrent(article));
  }

  /** The ids of the articles that still count and were at this web address. */
  idsAt(url: string): readonly string[] {
    const numbers = numbersOfAddress(this.segment.data.articles, url).filter((article) => this.isCurrent(article));
    return numbers.map((article) => this.idOf(article));
  }

  /** Whether any of its articles says which version of a text it is. */
  get hasEditions(): boolean {
    return this.segment.data.articles.editions.hashes.length > 0;
  }

  /** What the versions of an article's text are found by: `versionKeysOf`. */
  versionKeys(article: number): readonly number[] {
    return versionKeysOf(this.segment.data.articles, article);
  }

  /** The numbers of the articles that still count and say that they are versions of what has this key. */
  versionsWith(key: number): readonly number[] {
    return numbersOfEdition(this.segment.data.articles, key).filter((article) => this.isCurrent(article));
  }

  /** The number of the article with this id that still counts, or -1. */
  find(id: string): number {
    const number = numberOfId(this.segment.data.articles, id);
    return number >= 0 && this.isCurrent(number) ? number : -1;
  }

  /** The numbers of the articles with these ids, as far as there are such. */
  findAll(ids: readonly string[]): readonly number[] {
    const found: number[] = [];
    for (const id of ids) {
      const number = this.find(id);
      if (number >= 0) found.push(number);
    }
    return found;
  }

  /** The numbers of the articles that no longer do. */
  get gone(): readonly number[] {
    return Array.from(this.#gone.articles.keys()).filter((article) => !this.isCurrent(article));
  }

  /** The numbers of the articles that still count. */
  *current(): Generator<number> {
    for (let article = 0; article < this.segment.articleCount; article++) if (this.isCurrent(article)) yield article;
  }

  /** How often a word stands in the articles that count. */
  countOf(hash: number): number {
    const { segment } = this;
    const number = segment.numberOf(hash);
    return segment.countOf(number) - (this.#gone.words[number] ?? 0);
  }

  /** The hashes of an article's words; null where the segment keeps none. */
  hashesOf(article: number): Uint32Array | null {
    const { hashes, starts, lengths } = this.segment.data;
    const start = starts[article]!;
    return hashes?.subarray(start, start + lengths[article]!) ?? null;
  }

  /** The same without these articles, which must be current. */
  without(numbers: readonly number[]): LiveSegment {
    if (numbers.length === 0) return this;
    const { segment } = this;
    const { data } = segment;
    const articles = copied(this.#gone.articles, new Uint8Array(segment.articleCount));
    const count = this.#gone.count + numbers.length;
    // Nobody is going to ask a segment of which nothing counts.
    const keepsCount = data.hashes !== null && count < segment.articleCount;
    const words = keepsCount ? copied(this.#gone.words, new Uint32Array(data.vocabulary.hashes.length)) : this.#gone.words;
    let { wordCount } = this.#gone;
    for (const article of numbers) {
      articles[article] = 1;
      wordCount += data.lengths[article]!;
      if (keepsCount) for (const hash of this.hashesOf(article)!) words[segment.numberOf(hash)]!++;
    }
    return new LiveSegment(segment, { articles, count, wordCount, words });
  }
}

function copied<T extends Uint8Array | Uint32Array>(numbers: T, into: T): T {
  into.set(numbers);
  return into;
}
