import { backgroundShare } from '../text/commonWords.ts';
import { type Steps, toEnd } from '../text/steps.ts';
import { hashWord } from '../text/wordHash.ts';
import type { ArticleDetails } from './article.ts';
import type { Candidate, Corpus, RetrievalOptions } from './corpus.ts';
import { newestAfter } from './editions.ts';
import type { ArticleEntry } from './index/articleTable.ts';
import { LiveSegment } from './index/liveSegment.ts';
import { type Query, queryOf } from './index/query.ts';
import { type Hit, retrieve } from './index/retrieval.ts';
import type { LargeArrays } from './index/segment.ts';
import { SegmentBuilder } from './index/segmentBuilder.ts';
import { MERGEABLE_WORDS, type SegmentData } from './index/segmentData.ts';
import { slipsOf } from './index/spelling.ts';

/** Words of ordinary prose that a corpus' own counts are mixed with, so that few articles do not make common words rare. */
const BACKGROUND_WORDS = 20_000;
/** Words that may be meant by one that is misspelt. */
const MOST_SLIPS = 3;
/** Words of which it is kept in mind what is known. */
const MOST_REMEMBERED = 100_000;
/** A segment of which more than this share is gone is worth building anew. */
const MOST_WASTE = 0.3;

/** What is known of a word of a query. */
interface KnownWord {
  readonly hash: number;
  /** Information. */
  readonly bits: number;
  /** How often it stands in the articles. */
  readonly count: number;
  /** The hashes of words that may be meant by it; null until they are asked for. */
  slips: readonly number[] | null;
}

/** An article as the index takes it in: what is said about it, and the hashes of its words (`hashWord`) in order. */
export interface IndexedArticle extends ArticleEntry {
  readonly hashes: Uint32Array;
}

/** An article by its number in a segment. */
interface ArticlePlace {
  readonly live: LiveSegment;
  readonly number: number;
}

/** A segment, and the numbers of its articles that are gone or have a newer version elsewhere. */
export interface CorpusPart {
  readonly data: SegmentData;
  readonly gone: readonly number[];
  /** Where its large arrays are, if they are not in memory. */
  readonly large?: LargeArrays | null;
}

/**
 * The index of all articles as a value: immutable segments, of which a changed corpus takes over all it can. Adding costs
 * what the new articles cost; {@link merged} keeps the segments few (the logarithmic method, Bentley and Saxe 1980).
 */
export class IndexedCorpus implements Corpus {
  readonly revision: number;
  readonly #segments: readonly LiveSegment[];
  readonly #wordCount: number;
  readonly size: number;
  readonly #words = new Map<string, KnownWord>();

  private constructor(segments: readonly LiveSegment[], revision: number) {
    this.revision = revision;
    this.#segments = segments;
    this.size = segments.reduce((sum, { size }) => sum + size, 0);
    this.#wordCount = segments.reduce((sum, { wordCount }) => sum + wordCount, 0);
  }

  /** A corpus of nothing; the revision tells it from others that were held before it. */
  static empty(revision = 0): IndexedCorpus {
    return new IndexedCorpus([], revision);
  }

  /** The corpus that {@link parts} was taken from. */
  static restored(parts: readonly CorpusPart[], revision: number): IndexedCorpus {
    return new IndexedCorpus(
      parts.map(({ data, gone, large }) => LiveSegment.of(data, large).without([...gone])),
      revision,
    );
  }

  /** All that it is made of, to be kept. */
  get parts(): readonly CorpusPart[] {
    return this.#segments.map(({ segment, gone }) => ({ data: segment.data, gone, large: segment.large }));
  }

  /** Bytes of its typed arrays, as far as they are in memory. */
  get bytes(): number {
    return this.#segments.reduce((sum, { segment }) => sum + bytesOf(segment.data), 0);
  }

  /** Whether some of it is read from disk as it is needed. */
  get onDisk(): boolean {
    return this.#segments.some(({ segment }) => segment.large !== null);
  }

  /** How many segments are looked at for each query. */
  get segmentCount(): number {
    return this.#segments.length;
  }

  /** The ids of all articles. */
  *ids(): Generator<string> {
    for (const live of this.#segments) for (const article of live.current()) yield live.idOf(article);
  }

  /** What is said about all articles, in the order of {@link ids}. */
  *entries(): Generator<ArticleEntry> {
    for (const live of this.#segments) {
      for (const article of live.current()) yield { id: live.idOf(article), details: live.detailsOf(article) };
    }
  }

  has(id: string): boolean {
    return this.#segments.some((live) => live.find(id) >= 0);
  }

  details(id: string): ArticleDetails | undefined {
    for (const live of this.#segments) {
      const article = live.find(id);
      if (article >= 0) return live.detailsOf(article);
    }
    return undefined;
  }

  get publishers(): readonly string[] {
    return [...new Set(this.#segments.flatMap((live) => live.publishers))];
  }

  idsAt(url: string): readonly string[] {
    return this.#segments.flatMap((live) => live.idsAt(url));
  }

  newestVersion(articleId: string): string | null {
    if (!this.#segments.some((live) => live.hasEditions)) return null;
    const first = this.#placeOf(articleId);
    const keys = new Set(first?.live.versionKeys(first.number) ?? []);
    let [newest, asked] = [first, 0];
    // One that corrects a correction may say nothing of the first text: its own address leads on.
    while (newest && keys.size > asked) {
      const unasked = [...keys].slice(asked);
      asked = keys.size;
      newest = this.#versionAfter(newest, unasked) ?? newest;
      for (const key of newest.live.versionKeys(newest.number)) keys.add(key);
    }
    return newest && newest !== first ? newest.live.idOf(newest.number) : null;
  }

  #placeOf(articleId: string): ArticlePlace | undefined {
    for (const live of this.#segments) {
      const number = live.find(articleId);
      if (number >= 0) return { live, number };
    }
    return undefined;
  }

  /** The newest of the articles that are found by some keys and newer versions of an article's text, if there are any. */
  #versionAfter({ live: own, number: self }: ArticlePlace, keys: readonly number[]): ArticlePlace | undefined {
    const places = this.#segments.flatMap((live) => keys.flatMap((key) => live.versionsWith(key).map((number) => ({ live, number }))));
    const others = places.filter(({ live, number }) => live !== own || number !== self);
    // Most texts have one version, and nothing of it is unpacked.
    if (others.length === 0) return undefined;
    const described = others.map((place) => ({ place, ...place.live.detailsOf(place.number) }));
    return newestAfter(own.detailsOf(self), described)?.place;
  }

  /** A corpus with these articles added or replaced and those ids gone; this one stays as it was. */
  changed(added: Iterable<IndexedArticle>, removed: Iterable<string> = []): IndexedCorpus {
    const articles = new Map<string, IndexedArticle>();
    for (const article of added) articles.set(article.id, article);
    let words = 0;
    for (const { hashes } of articles.values()) words += hashes.length;
    const builder = new SegmentBuilder(words);
    for (const article of articles.values()) builder.add(article, article.hashes);
    const more = articles.size > 0 ? [builder.finish()] : [];
    return this.withSegments(more, [...removed, ...articles.keys()]);
  }

  /**
   * A corpus with finished segments added and those ids gone from the segments it had. `replaced` are segments that it
   * has, all of whose articles are in the added ones.
   */
  withSegments(added: readonly SegmentData[], removed: Iterable<string> = [], replaced: Iterable<SegmentData> = []): IndexedCorpus {
    const gone = [...new Set(removed)];
    const dropped = new Set(replaced);
    const segments = this.#segments.filter(({ segment }) => !dropped.has(segment.data)).map((live) => live.without(live.findAll(gone)));
    const kept = segments.filter(({ size }) => size > 0);
    return new IndexedCorpus([...kept, ...added.map((data) => LiveSegment.of(data))], this.revision + 1);
  }

  /**
   * The same articles in fewer segments, or this corpus itself where there is nothing to gain. Answers stay what they
   * were, and so does the revision.
   */
  merged(): IndexedCorpus {
    return toEnd(this.mergeSteps());
  }

  /** {@link merged} in steps of an article each, and of some ten thousand words. */
  *mergeSteps(): Steps<IndexedCorpus> {
    const run = mergeRun(this.#segments);
    if (run.length === 0) return this;
    const builder = new SegmentBuilder(run.reduce((sum, { wordCount }) => sum + wordCount, 0));
    for (const live of run) {
      for (const article of live.current()) {
        builder.add({ id: live.idOf(article), details: live.detailsOf(article) }, live.hashesOf(article) as Uint32Array);
        yield;
      }
    }
    const rest = this.#segments.filter((live) => !run.includes(live));
    return new IndexedCorpus(builder.articleCount > 0 ? [...rest, LiveSegment.of(yield* builder.finishSteps())] : rest, this.revision);
  }

  /** Places where the words stand or nearly so, best first. */
  retrieve(words: readonly string[], limit: number, { gaps }: RetrievalOptions = {}): readonly Candidate[] {
    const query = this.#query(words, gaps);
    const live = new Map(this.#segments.map((one) => [one.segment, one]));
    const options = {
      limit,
      isCurrent: (segment: Hit['segment'], article: number) => live.get(segment)!.isCurrent(article),
      idOf: (segment: Hit['segment'], article: number) => live.get(segment)!.idOf(article),
    };
    return retrieve(query, [...live.keys()], options)
      .map(({ segment, article, from, to, similarity, kept }): Candidate => {
        const articleId = options.idOf(segment, article);
        return { articleId, position: from, end: to, similarity, score: kept };
      })
      .sort(byRank)
      .slice(0, limit);
  }

  /** What is looked for, with the words that may be meant by those that nothing has. */
  #query(words: readonly string[], gaps: RetrievalOptions['gaps']): Query {
    const hashes = new Uint32Array(words.length);
    const bits = new Float64Array(words.length);
    const meant = new Map<number, readonly number[]>();
    for (let place = 0; place < words.length; place++) {
      const word = words[place]!;
      const known = this.#known(word);
      hashes[place] = known.hash;
      bits[place] = known.bits;
      if (known.count > 0) continue;
      known.slips ??= this.#slipsOf(word);
      if (known.slips.length > 0) meant.set(place, known.slips);
    }
    return queryOf(hashes, bits, { ...(gaps ? { gaps } : {}), meant });
  }

  #countOf(hash: number): number {
    let count = 0;
    for (const live of this.#segments) count += live.countOf(hash);
    return count;
  }

  /** The hashes of the commonest words of the corpus that are a slip away from one that it has not. */
  #slipsOf(word: string): readonly number[] {
    const known = new Map<number, number>();
    // Of hundreds hardly one is there: an object for each would be most of the work.
    for (const hash of slipsOf(word)) {
      const times = this.#countOf(hash);
      if (times > 0) known.set(hash, times);
    }
    return [...known]
      .sort(([, a], [, b]) => b - a)
      .slice(0, MOST_SLIPS)
      .map(([hash]) => hash);
  }

  information(word: string): number {
    return this.#known(word).bits;
  }

  #known(word: string): KnownWord {
    let known = this.#words.get(word);
    if (known) return known;
    const hash = hashWord(word);
    const count = this.#countOf(hash);
    const share = (count + backgroundShare(word) * BACKGROUND_WORDS) / (this.#wordCount + BACKGROUND_WORDS);
    known = { hash, bits: -Math.log2(Math.min(1, share)), count, slips: null };
    if (this.#words.size > MOST_REMEMBERED) this.#words.clear();
    this.#words.set(word, known);
    return known;
  }
}

/** Bytes of all typed arrays of some plain data. */
function bytesOf(data: unknown): number {
  if (ArrayBuffer.isView(data)) return data.byteLength;
  if (typeof data !== 'object' || data === null) return 0;
  return Object.values(data).reduce((sum: number, one) => sum + bytesOf(one), 0);
}

/** Best first; what is equally good by id and place, so that it does not matter how articles are spread over segments. */
function byRank(a: Candidate, b: Candidate): number {
  return b.similarity - a.similarity || (a.articleId < b.articleId ? -1 : a.articleId > b.articleId ? 1 : a.position - b.position);
}

/**
 * The segments to merge: of those that can be, the longest run of the smallest in which each has at most twice the words
 * of all smaller ones together, so that an article is merged only log2(words) times; and those that are mostly gone.
 */
function mergeRun(segments: readonly LiveSegment[]): readonly LiveSegment[] {
  const small = segments.filter(({ segment }) => segment.data.hashes !== null).sort((a, b) => a.wordCount - b.wordCount);
  let sum = 0;
  let best = 0;
  for (const [i, { wordCount }] of small.entries()) {
    const fits = sum + wordCount <= MERGEABLE_WORDS;
    if (i > 0 && fits && wordCount <= 2 * sum) best = i + 1;
    sum += wordCount;
  }
  const run = small.slice(0, best);
  return [...run, ...small.slice(best).filter(({ waste }) => waste > MOST_WASTE)];
}
