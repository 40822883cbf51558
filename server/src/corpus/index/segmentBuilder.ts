import { type Steps, toEnd } from '../../text/steps.ts';
import { type ArticleEntry, ArticleTableBuilder } from './articleTable.ts';
import {
  CHUNK,
  chunkKeys,
  chunkRoom,
  type HashedKeys,
  hashedKeys,
  hashSpace,
  type KeySpace,
  keySpace,
  noKey,
  type PartedChunk,
  type PartRange,
  partedKey,
  partition,
  partOf,
  partSizes,
  partsFor,
  postingLists,
  STRETCH,
  sizeOfParts,
} from './postingParts.ts';
import { borrow, giveBack } from './scratch.ts';
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
import { type CountedWords, WordCounter } from './wordCounter.ts';

/** About so many postings of pairs share a bucket. */
const PAIRS_A_BUCKET = 16;

/**
 * Builds a segment in O(words). Keys adapt to how often words stand there, so that no list is long and there is about
 * one posting a word: a rare word posts alone, a frequent one together with the next where that is frequent too.
 */
export class SegmentBuilder {
  readonly #counter: WordCounter;
  readonly #table = new ArticleTableBuilder();
  /** By position the word's number in order of appearance, 0 where there is none. All chunks but the first and last are full. */
  readonly #chunks: Uint32Array<ArrayBuffer>[] = [];
  readonly #starts: number[] = [];
  readonly #lengths: number[] = [];
  #end = 0;
  #wordCount = 0;

  /** `capacity`: about how many words are to come; it grows as needed. */
  constructor(capacity = 1 << 12) {
    this.#counter = new WordCounter(capacity);
    this.#chunks.push(borrow(Math.min(capacity + ARTICLE_GAP + ARTICLE_STEP, CHUNK)));
  }

  get articleCount(): number {
    return this.#starts.length;
  }

  get wordCount(): number {
    return this.#wordCount;
  }

  /** Adds an article with the hashes of its words (`hashWord`), in order; none may be 0. */
  add(entry: ArticleEntry, hashes: Uint32Array): void {
    const start = this.#end;
    const end = Math.ceil((start + hashes.length + ARTICLE_GAP) / ARTICLE_STEP) * ARTICLE_STEP;
    this.#makeRoom(end);
    for (let at = start; at < end; ) {
      const numbers = this.#chunks[Math.floor(at / CHUNK)]!;
      const from = at % CHUNK;
      const to = Math.min(from + end - at, CHUNK);
      const words = at === start && to - from > hashes.length ? hashes : hashes.subarray(at - start, at - start + to - from);
      this.#counter.count(words, numbers, from);
      numbers.fill(0, from + words.length, to);
      at += to - from;
    }
    this.#table.add(entry);
    this.#starts.push(start);
    this.#lengths.push(hashes.length);
    this.#end = end;
    this.#wordCount += hashes.length;
  }

  #makeRoom(end: number): void {
    const chunks = this.#chunks;
    const first = chunks[0]!;
    if (first.length < Math.min(end, CHUNK)) {
      const larger = borrow(Math.min(CHUNK, Math.max(end, 2 * first.length)));
      larger.set(first);
      giveBack(first);
      chunks[0] = larger;
    }
    while (chunks.length * CHUNK < end) chunks.push(borrow(CHUNK));
  }

  /**
   * The segment; nothing can be added or asked for thereafter. `mergeable`: whether it keeps its words' hashes, as segments
   * that are not large do.
   */
  finish(mergeable: boolean = this.#wordCount <= MERGEABLE_WORDS): SegmentData {
    return toEnd(this.finishSteps(mergeable));
  }

  /** {@link finish} in steps of a millisecond or two. */
  *finishSteps(mergeable: boolean = this.#wordCount <= MERGEABLE_WORDS): Steps<SegmentData> {
    const words = this.#counter.finish();
    yield;
    const hashes = mergeable ? yield* this.#hashesByPosition(words.hashes) : null;
    const posted = yield* this.#post(words);
    for (const numbers of [words.hashes, words.counts, words.ranks]) giveBack(numbers);
    const blocks = this.#end >>> BLOCK_BITS;
    const lists = yield* postingLists(posted.chunks, posted.words, blocks);
    const pairs = yield* postingLists(posted.chunks, posted.pairs, blocks);
    for (const chunk of this.#chunks.splice(0)) giveBack(chunk);
    return {
      vocabulary: words.vocabulary,
      words: lists,
      pairs,
      codes: posted.codes,
      starts: Uint32Array.from([...this.#starts, this.#end]),
      lengths: Uint32Array.from(this.#lengths),
      wordCount: this.#wordCount,
      articles: this.#table.finish(),
      hashes,
    };
  }

  /** Posts every key of every chunk. */
  *#post(counted: CountedWords): Steps<Posted> {
    const words = keySpace(counted.vocabulary.hashes.length);
    const pairs = pairParts(counted, { from: words.parts, breaks: this.#lengths.length });
    const keys = keysOf(counted, words, pairs);
    const codes = new Uint16Array(this.#end);
    const chunks: PartedChunk[] = [];
    for (let start = 0; start < this.#end; start += CHUNK) {
      const end = Math.min(start + CHUNK, this.#end);
      const numbers = this.#chunks[chunks.length]!.subarray(0, end - start);
      const after = this.#chunks[chunks.length + 1]?.[0] ?? 0;
      chunks.push(postChunk({ numbers, after, codes: codes.subarray(start, end) }, keys));
      yield;
    }
    giveBack(keys.known);
    const pairCount = sizeOfParts(chunks, pairs);
    return { codes, chunks, words, pairs: hashSpace(pairs, pairBuckets(pairCount / PAIRS_A_BUCKET)) };
  }

  *#hashesByPosition(hashes: Uint32Array): Steps<Uint32Array<ArrayBuffer>> {
    const byPosition = new Uint32Array(this.#end);
    for (const [c, chunk] of this.#chunks.entries()) {
      const end = Math.min(CHUNK, this.#end - c * CHUNK);
      for (let i = 0; i < end; i++) byPosition[c * CHUNK + i] = hashes[chunk[i]!]!;
      yield;
    }
    return byPosition;
  }
}

interface Posted {
  readonly codes: Uint16Array<ArrayBuffer>;
  readonly chunks: readonly PartedChunk[];
  readonly words: KeySpace;
  readonly pairs: KeySpace;
}

/** Parts for the hashes of pairs, of which there are at least as many as there are frequent words that none other follows. */
function pairParts({ vocabulary }: CountedWords, { from, breaks }: { from: number; breaks: number }): PartRange {
  let most = 0;
  let rare = 0;
  for (const count of vocabulary.counts) {
    if (count > FREQUENT) most += count;
    else rare += count;
  }
  return partsFor(pairBuckets(Math.max(0, most - rare - breaks) / PAIRS_A_BUCKET), from);
}

/** What words post by. */
interface Keys {
  /** Beside each other, by number, the word's hash and its parted key; of a word that posts only as one of a pair it is {@link FREQUENT_KEY}. */
  readonly known: Uint32Array<ArrayBuffer>;
  readonly pairs: PartRange;
}

/** The sign of a number, so that a shift makes a mask of it. */
const FREQUENT_KEY = 1 << 31;

function keysOf({ size, hashes, counts, ranks }: CountedWords, words: KeySpace, pairs: PartRange): Keys {
  const none = noKey(pairs);
  const known = borrow(2 * size + 2);
  known[0] = 0;
  known[1] = none;
  for (let number = 1; number <= size; number++) {
    known[2 * number] = hashes[number]!;
    known[2 * number + 1] = counts[number]! > FREQUENT ? FREQUENT_KEY | none : partedKey(words, ranks[number]!);
  }
  return { known, pairs };
}

/** The chunk at work, always in the same arrays (see `postingParts.ts`). */
const keys = chunkKeys;
const sizes = partSizes;
const chunkNumbers = chunkRoom;
const chunkCodes = new Uint16Array(CHUNK);

interface WordChunk {
  readonly numbers: Uint32Array;
  /** The number of the word behind the chunk. */
  readonly after: number;
  /** Where the words' codes go. */
  readonly codes: Uint16Array;
}

/** The postings of a chunk in order of part; they take the place of its words' numbers. */
function postChunk({ numbers, after, codes }: WordChunk, { known, pairs }: Keys): PartedChunk {
  const count = numbers.length;
  chunkNumbers.set(numbers);
  chunkNumbers[count] = after;
  const hashed = hashedKeys(pairs);
  for (let from = 0; from < count; from += STRETCH) post(from, Math.min(from + STRETCH, count), known, hashed);
  codes.set(count < CHUNK ? chunkCodes.subarray(0, count) : chunkCodes);
  return partition(numbers, pairs, BLOCK_BITS);
}

/** The keys and codes of a stretch of the chunk. The hottest loop of building: no branch depends on which words these are. */
function post(from: number, to: number, known: Uint32Array, { firstKey, shift }: HashedKeys): void {
  let number = chunkNumbers[from]! << 1;
  let hash = known[number]! | 0;
  let key = known[number + 1]! | 0;
  for (let i = from; i < to; i++) {
    number = chunkNumbers[i + 1]! << 1;
    const nextHash = known[number]! | 0;
    const nextKey = known[number + 1]! | 0;
    const areFrequent = (key & nextKey) >> 31;
    const pairKey = firstKey + (mixPair(hash, nextHash) >>> shift);
    const posted = (pairKey & areFrequent) | (key & ~FREQUENT_KEY & ~areFrequent);
    keys[i] = posted;
    sizes[partOf(posted)]!++;
    chunkCodes[i] = hash === 0 ? 0 : codeOf(hash);
    hash = nextHash;
    key = nextKey;
  }
}
