import { backgroundShare } from '../text/commonWords.ts';
import type { Article, ArticleDetails } from './article.ts';
import { articleWords } from './articleWords.ts';
import type { Candidate, Corpus } from './corpus.ts';
import { diagonalsOf, LEAST_SHARE } from './index/seeding.ts';
import { Segment } from './index/segment.ts';

/** More small segments than this are merged into one. */
const MOST_SEGMENTS = 8;
/** Words of ordinary prose that a corpus' own counts are mixed with, so that few articles do not make common words rare. */
const BACKGROUND_WORDS = 20_000;

/** Words whose information is kept in mind. */
const MOST_REMEMBERED = 100_000;

/** A corpus whose texts are all at hand: immutable segments, of which a changed corpus takes over all it can. */
export class MemoryCorpus implements Corpus {
  readonly revision: number;
  readonly texts: ReadonlyMap<string, Article>;
  readonly #segments: readonly Segment[];
  /** The segment that holds the current version of an article; what others still index of it is not believed. */
  readonly #home: ReadonlyMap<string, Segment>;
  /** Segments that index articles which are gone or have a newer version. */
  readonly #stale: ReadonlySet<Segment>;
  readonly #wordCount: number;

  private constructor(texts: ReadonlyMap<string, Article>, segments: readonly Segment[], revision: number) {
    this.texts = texts;
    this.revision = revision;
    this.#segments = segments;
    this.#home = new Map(segments.flatMap((segment) => segment.articleIds.map((id) => [id, segment] as const)));
    this.#stale = new Set(segments.filter((segment) => segment.articleIds.some((id) => !texts.has(id) || this.#home.get(id) !== segment)));
    this.#wordCount = segments.reduce((sum, segment) => sum + this.#wordsIn(segment), 0);
  }

  /** A corpus that is indexed in one piece; the revision tells it from others that were held before it. */
  static of(articles: Iterable<Article>, revision = 1): MemoryCorpus {
    const list = [...articles];
    return new MemoryCorpus(new Map(list.map((article) => [article.id, article])), list.length > 0 ? [new Segment(list)] : [], revision);
  }

  get articles(): ReadonlyMap<string, ArticleDetails> {
    return this.texts;
  }

  /** A corpus with these articles added or replaced and those ids gone; this one stays as it was. */
  changed(added: Iterable<Article>, removed: Iterable<string> = []): MemoryCorpus {
    const texts = new Map(this.texts);
    for (const id of removed) texts.delete(id);
    const list = [...added];
    for (const article of list) texts.set(article.id, article);
    const merge = this.#segments.length >= MOST_SEGMENTS;
    const segments = merge ? [new Segment([...texts.values()])] : [...this.#segments, ...(list.length > 0 ? [new Segment(list)] : [])];
    return new MemoryCorpus(texts, segments, this.revision + 1);
  }

  retrieve(words: readonly string[], limit: number): readonly Candidate[] {
    const candidates: Candidate[] = [];
    for (const segment of this.#segments) {
      const diagonals = diagonalsOf(segment, words, (word) => this.information(word)).sort(
        (a, b) => b.score - a.score || a.position - b.position,
      );
      let taken = 0;
      for (const { position, score } of diagonals) {
        if (taken >= limit) break;
        const place = segment.placeOf(position);
        if (!this.#isCurrent(segment, place.articleId)) continue;
        candidates.push({ ...place, score });
        taken++;
      }
    }
    // By the best of all segments, so that it does not matter how articles are spread over them.
    const least = LEAST_SHARE * candidates.reduce((most, { score }) => Math.max(most, score), 0);
    return candidates
      .filter(({ score }) => score >= least)
      .sort((a, b) => b.score - a.score || (a.articleId < b.articleId ? -1 : a.articleId > b.articleId ? 1 : a.position - b.position))
      .slice(0, limit);
  }

  #isCurrent(segment: Segment, id: string): boolean {
    return this.texts.has(id) && this.#home.get(id) === segment;
  }

  /** How often a word stands in the articles of a segment that are still current. */
  #countIn(segment: Segment, word: string): number {
    const positions = segment.positionsOf(word);
    if (!this.#stale.has(segment)) return positions.length;
    return positions.filter((position) => this.#isCurrent(segment, segment.placeOf(position).articleId)).length;
  }

  #wordsIn(segment: Segment): number {
    if (!this.#stale.has(segment)) return segment.wordCount;
    const current = segment.articleIds.filter((id) => this.#isCurrent(segment, id));
    return current.reduce((sum, id) => sum + articleWords(this.texts.get(id) as Article).length, 0);
  }

  readonly #information = new Map<string, number>();

  information(word: string): number {
    const known = this.#information.get(word);
    if (known !== undefined) return known;
    let count = 0;
    for (const segment of this.#segments) count += this.#countIn(segment, word);
    const share = (count + backgroundShare(word) * BACKGROUND_WORDS) / (this.#wordCount + BACKGROUND_WORDS);
    const bits = -Math.log2(Math.min(1, share));
    if (this.#information.size > MOST_REMEMBERED) this.#information.clear();
    this.#information.set(word, bits);
    return bits;
  }
}
