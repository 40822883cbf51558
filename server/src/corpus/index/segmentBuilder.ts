import { type ArticleEntry, articleTable } from './articleTable.ts';
import { type PostingLists, PostingStream, postingLists } from './postingLists.ts';
import {
  ARTICLE_GAP,
  ARTICLE_STEP,
  BLOCK_BITS,
  codeOf,
  FREQUENT,
  MERGEABLE_WORDS,
  mixPair,
  pairBuckets,
  type SegmentData,
} from './segmentData.ts';
import { WordCounter } from './vocabulary.ts';

/** About so many postings of pairs share a bucket. */
const PAIRS_A_BUCKET = 16;

/**
 * Builds a segment in O(words). Keys adapt to how often words stand there, so that no list is long and there is about
 * one posting a word: a rare word posts alone, a frequent one together with the next where that is frequent too.
 */
export class SegmentBuilder {
  readonly #counter = new WordCounter();
  /** By position the word's number in order of appearance. */
  #numbers: Uint32Array;
  #codes: Uint16Array;
  readonly #entries: ArticleEntry[] = [];
  readonly #starts: number[] = [];
  readonly #lengths: number[] = [];
  #end = 0;
  #wordCount = 0;

  /** `capacity`: about how many words are to come; it grows as needed. */
  constructor(capacity = 1 << 12) {
    this.#numbers = new Uint32Array(capacity);
    this.#codes = new Uint16Array(capacity);
  }

  get articleCount(): number {
    return this.#starts.length;
  }

  get wordCount(): number {
    return this.#wordCount;
  }

  /** Adds an article with the hashes of its words (`hashWord`), in order; none may be 0. */
  add(entry: ArticleEntry, hashes: Uint32Array): void {
    const count = hashes.length;
    const start = this.#end;
    const end = Math.ceil((start + count + ARTICLE_GAP) / ARTICLE_STEP) * ARTICLE_STEP;
    if (end > this.#numbers.length) this.#grow(end);
    const numbers = this.#numbers;
    const codes = this.#codes;
    const counter = this.#counter;
    for (let i = 0; i < count; i++) {
      const hash = hashes[i]!;
      numbers[start + i] = counter.count(hash);
      codes[start + i] = codeOf(hash);
    }
    this.#entries.push(entry);
    this.#starts.push(start);
    this.#lengths.push(count);
    this.#end = end;
    this.#wordCount += count;
  }

  #grow(least: number): void {
    const length = Math.max(least, this.#numbers.length * 2);
    const numbers = new Uint32Array(length);
    const codes = new Uint16Array(length);
    numbers.set(this.#numbers);
    codes.set(this.#codes);
    this.#numbers = numbers;
    this.#codes = codes;
  }

  /** The segment. `mergeable`: whether it keeps its words' hashes, as segments that are not large do. */
  finish(mergeable: boolean = this.#wordCount <= MERGEABLE_WORDS): SegmentData {
    const { vocabulary, hashes, counts, ranks } = this.#counter.finish();
    const starts = Uint32Array.from([...this.#starts, this.#end]);
    const lengths = Uint32Array.from(this.#lengths);
    const frequent = new Uint32Array(hashes.length);
    let frequentWords = 0;
    for (let number = 0; number < hashes.length; number++) {
      if (counts[number]! <= FREQUENT) continue;
      frequent[number] = hashes[number]!;
      frequentWords += counts[number]!;
    }
    const streams = { words: new PostingStream(this.#wordCount - frequentWords), pairs: new PostingStream(frequentWords) };
    for (let article = 0; article < lengths.length; article++) {
      const start = starts[article]!;
      postArticle({ numbers: this.#numbers, start, end: start + lengths[article]! }, { frequent, ranks }, streams);
    }
    const blocks = this.#end >>> BLOCK_BITS;
    return {
      vocabulary,
      words: postingLists(streams.words, hashes.length, blocks),
      pairs: pairLists(streams.pairs, blocks),
      codes: this.#codes.slice(0, this.#end),
      starts,
      lengths,
      wordCount: this.#wordCount,
      articles: articleTable(this.#entries),
      hashes: mergeable ? this.#hashesByPosition(hashes, lengths) : null,
    };
  }

  #hashesByPosition(hashes: Uint32Array, lengths: Uint32Array): Uint32Array<ArrayBuffer> {
    const byPosition = new Uint32Array(this.#end);
    this.#starts.forEach((start, article) => {
      for (let i = start; i < start + lengths[article]!; i++) byPosition[i] = hashes[this.#numbers[i]!]!;
    });
    return byPosition;
  }
}

/** What is known of words by their number in order of appearance. */
interface WordTables {
  /** The hash of a frequent word, 0 for others. */
  readonly frequent: Uint32Array;
  readonly ranks: Uint32Array;
}

interface Sinks {
  readonly words: PostingStream;
  readonly pairs: PostingStream;
}

/** Posts every key of one article, in order of position. The hottest loop of building. */
function postArticle(
  { numbers, start, end }: { numbers: Uint32Array; start: number; end: number },
  { frequent, ranks }: WordTables,
  { words, pairs }: Sinks,
): void {
  let before = 0;
  for (let i = start; i < end; i++) {
    const number = numbers[i]!;
    const hash = frequent[number]!;
    if (hash === 0) words.push(ranks[number]!, i >>> BLOCK_BITS);
    else if (before !== 0) pairs.push(mixPair(before, hash), (i - 1) >>> BLOCK_BITS);
    before = hash;
  }
}

/** The mixed hashes of pairs become buckets, as many as there is need for. */
function pairLists(pairs: PostingStream, blocks: number): PostingLists {
  const { items, length } = pairs;
  const buckets = pairBuckets(length / 2 / PAIRS_A_BUCKET);
  const shift = Math.clz32(buckets - 1);
  for (let i = 0; i < length; i += 2) items[i] = buckets === 1 ? 0 : items[i]! >>> shift;
  return postingLists(pairs, buckets, blocks);
}
