import type { Candidate, Corpus, RetrievalOptions } from '../corpus/corpus.ts';

/** What the corpus named for some words. */
interface Answer {
  readonly key: string;
  readonly limit: number;
  readonly gaps: RetrievalOptions['gaps'];
  readonly candidates: readonly Candidate[];
}

/** More than drafts link to. */
const MOST_ADDRESSES = 1000;
/** More articles than are looked at for a draft. */
const MOST_VERSIONS = 20_000;

/**
 * A corpus that remembers what it was asked for one draft: from one keystroke to the next nearly all quotations and
 * claims stay as they are, and looking them up is most of the work of a check. What a whole round did not ask for again
 * is forgotten after it.
 */
export class RememberingCorpus implements Corpus {
  #corpus: Corpus;
  #before = new Map<string, Answer>();
  #now = new Map<string, Answer>();
  /** What was answered last for an array of words: where it is the same array as before, its words need not be read. */
  #answersBefore = new Map<readonly string[], Answer>();
  #answersNow = new Map<readonly string[], Answer>();
  #publishers: readonly string[] | undefined;

  constructor(corpus: Corpus) {
    this.#corpus = corpus;
  }

  get revision(): number {
    return this.#corpus.revision;
  }

  get size(): number {
    return this.#corpus.size;
  }

  get publishers(): readonly string[] {
    this.#publishers ??= this.#corpus.publishers;
    return this.#publishers;
  }

  /**
   * Whether this remembers for that corpus: for another one nothing of it holds. One of the same revision gives the same
   * answers, and is asked from now on.
   */
  isOf(corpus: Corpus): boolean {
    if (this.#corpus.revision !== corpus.revision) return false;
    this.#corpus = corpus;
    return true;
  }

  /** To be called after each check that ran to its end: one that was given up does not make anything forgotten. */
  endRound(): void {
    this.#before = this.#now;
    this.#now = new Map();
    this.#answersBefore = this.#answersNow;
    this.#answersNow = new Map();
  }

  retrieve(words: readonly string[], limit: number, options?: RetrievalOptions): readonly Candidate[] {
    const gaps = options?.gaps;
    const last = this.#answersNow.get(words) ?? this.#answersBefore.get(words);
    const isSame = last !== undefined && last.limit === limit && last.gaps === gaps;
    const key = isSame ? last.key : `${limit} ${[...(gaps ?? [])].join(' ')} ${words.join(' ')}`;
    const known = this.#now.get(key) ?? this.#before.get(key);
    const answer = known ?? { key, limit, gaps, candidates: this.#corpus.retrieve(words, limit, options) };
    this.#now.set(key, answer);
    this.#answersNow.set(words, isSame ? last : { ...answer, limit, gaps });
    return answer.candidates;
  }

  readonly #addresses = new Map<string, readonly string[]>();

  idsAt(url: string): readonly string[] {
    const ids = this.#addresses.get(url) ?? this.#corpus.idsAt(url);
    if (this.#addresses.size > MOST_ADDRESSES) this.#addresses.clear();
    this.#addresses.set(url, ids);
    return ids;
  }

  readonly #newest = new Map<string, string | null>();

  newestVersion(articleId: string): string | null {
    let newest = this.#newest.get(articleId);
    if (newest === undefined) {
      newest = this.#corpus.newestVersion(articleId);
      if (this.#newest.size > MOST_VERSIONS) this.#newest.clear();
      this.#newest.set(articleId, newest);
    }
    return newest;
  }

  information(word: string): number {
    return this.#corpus.information(word);
  }
}
