import type { Steps } from '../text/steps.ts';
import type { Article } from './article.ts';
import { isOneText, likeness, NO_LIMIT, type Shingles, shinglesOf } from './copies.ts';

/** Shingles that are kept of a corpus, and for each article where that is more; of a larger corpus a fair sample. */
const MOST_SHINGLES = 1 << 21;
const SHINGLES_EACH = 64;
/** Bytes are bounded, too: eight a shingle. */
const MOST_AT_ALL = 1 << 24;
/** Of the articles that share a shingle each is held against so many before it: of more, these stand for the others. */
const REACH = 16;
/** Articles that are looked at between two yields. */
const STEP = 64;
/** In more articles that hang together not each is held against each. */
const MOST_COMPARED = 500;
/** Articles that can be told apart beside a 32-bit hash in a number of 53 bits. */
const MOST_ARTICLES = 2 ** 21;

/**
 * Finds the articles of a corpus that print one text, without their texts: by the sorted list of all shingles with the
 * articles that have them, after Broder, Glassman, Manasse and Zweig (1997), “Syntactic clustering of the Web”. What is cut
 * out of a longer text is found as well as what is reprinted whole, other than by bands of minhashes. Once the list is too
 * long, the upper half of all hashes is let go: what is left is a sample of the same shingles of every text.
 */
export class CopyFinder {
  readonly #ids: string[] = [];
  /** Shingles of each article, below {@link #limit}. */
  #shingles: Uint32Array[] = [];
  #count = 0;
  #limit = NO_LIMIT;
  readonly #most: number;

  /** `mostShingles` are kept, and {@link SHINGLES_EACH} of each article where that is more. */
  constructor(mostShingles: number = MOST_SHINGLES) {
    this.#most = mostShingles;
  }

  add(article: Article): void {
    const shingles: Shingles = shinglesOf(article);
    if (this.#ids.length >= MOST_ARTICLES) return;
    this.#limit = Math.min(this.#limit, shingles.limit);
    const kept = below(shingles.hashes, this.#limit);
    this.#ids.push(article.id);
    this.#shingles.push(kept);
    this.#count += kept.length;
    const most = Math.min(MOST_AT_ALL, Math.max(this.#most, SHINGLES_EACH * this.#ids.length));
    while (this.#count > most) this.#halve();
  }

  #halve(): void {
    this.#limit = Math.floor(this.#limit / 2);
    this.#shingles = this.#shingles.map((hashes) => below(hashes, this.#limit));
    this.#count = this.#shingles.reduce((sum, { length }) => sum + length, 0);
  }

  /** By the id of an article that has copies: the ids of these, in the order in which they were added. */
  *find(): Steps<ReadonlyMap<string, readonly string[]>> {
    const shingles = this.#shingles.map((hashes) => below(hashes, this.#limit));
    const postings = yield* postingsOf(shingles);
    const groups = new Groups(shingles.length);
    const shared = new Uint16Array(shingles.length);
    for (const [article, own] of shingles.entries()) {
      for (const other of postings.sharing(own, article, shared)) {
        const theirs = (shingles[other] as Uint32Array).length;
        if (isOneText(likenessOf(shared[other] as number, own.length, theirs))) groups.join(other, article);
        shared[other] = 0;
      }
      if (article % STEP === 0) yield;
    }
    return yield* this.#copiesIn(groups.all(), shingles);
  }

  /** Of articles that hang together by copies those that are copies of each other: what two texts share with a third may be little. */
  *#copiesIn(groups: Iterable<readonly number[]>, shingles: readonly Uint32Array[]): Steps<ReadonlyMap<string, readonly string[]>> {
    const found = new Map<string, readonly string[]>();
    const of = (article: number): Shingles => ({ hashes: shingles[article] as Uint32Array, limit: this.#limit });
    for (const group of groups) {
      for (const article of group) {
        const isCopy = (other: number) => group.length > MOST_COMPARED || isOneText(likeness(of(article), of(other)));
        const copies = group.filter((other) => other !== article && isCopy(other));
        if (copies.length > 0)
          found.set(
            this.#ids[article] as string,
            copies.map((other) => this.#ids[other] as string),
          );
        yield;
      }
    }
    return found;
  }
}

function likenessOf(shared: number, a: number, b: number) {
  return { shared, resemblance: shared / Math.max(1, a + b - shared), containment: shared / Math.max(1, Math.min(a, b)) };
}

/** Of ascending hashes those below a limit. */
function below(hashes: Uint32Array, limit: number): Uint32Array {
  const end = hashes.findIndex((hash) => hash >= limit);
  return end < 0 ? hashes : hashes.slice(0, end);
}

/** Every shingle with every article that has it, in order of shingle and then of article. */
class Postings {
  readonly #entries: Float64Array;

  constructor(entries: Float64Array) {
    this.#entries = entries.sort();
  }

  /** The articles before one that share shingles of it; how many is added to `shared`, by article. */
  sharing(hashes: Uint32Array, article: number, shared: Uint16Array): readonly number[] {
    const others: number[] = [];
    for (const hash of hashes) {
      const own = this.#placeOf(hash, article);
      const least = Math.max(0, own - REACH);
      const first = hash * MOST_ARTICLES;
      for (let at = own - 1; at >= least && (this.#entries[at] as number) >= first; at--) {
        const other = (this.#entries[at] as number) - first;
        if (shared[other] === 0) others.push(other);
        shared[other] = (shared[other] as number) + 1;
      }
    }
    return others;
  }

  /** Where an article's own entry of a shingle is: O(log n). */
  #placeOf(hash: number, article: number): number {
    const entry = hash * MOST_ARTICLES + article;
    const entries = this.#entries;
    let [low, high] = [0, entries.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((entries[middle] as number) < entry) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function* postingsOf(shingles: readonly Uint32Array[]): Steps<Postings> {
  const entries = new Float64Array(shingles.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const [article, hashes] of shingles.entries()) {
    for (const hash of hashes) entries[at++] = hash * MOST_ARTICLES + article;
    if (article % STEP === 0) yield;
  }
  return new Postings(entries);
}

/** Disjoint sets (Tarjan 1975, path halving). */
class Groups {
  readonly #parents: Int32Array;

  constructor(size: number) {
    this.#parents = Int32Array.from({ length: size }, (_, i) => i);
  }

  #rootOf(article: number): number {
    const parents = this.#parents;
    let at = article;
    while (parents[at] !== at) {
      parents[at] = parents[parents[at] as number] as number;
      at = parents[at] as number;
    }
    return at;
  }

  join(a: number, b: number): void {
    const [first, second] = [this.#rootOf(a), this.#rootOf(b)];
    this.#parents[Math.max(first, second)] = Math.min(first, second);
  }

  /** Those of more than one, each in order. */
  all(): Iterable<readonly number[]> {
    const members = new Map<number, number[]>();
    for (let article = 0; article < this.#parents.length; article++) {
      const root = this.#rootOf(article);
      const group = members.get(root);
      if (group) group.push(article);
      else members.set(root, [article]);
    }
    return [...members.values()].filter(({ length }) => length > 1);
  }
}
