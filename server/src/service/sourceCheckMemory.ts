import type { Candidate, Corpus, RetrievalOptions } from '../corpus/corpus.ts';

/**
 * A corpus that remembers what it was asked for one draft: from one keystroke to the next nearly all quotations and
 * claims stay as they are, and looking them up is most of the work of a check. What a whole round did not ask for again
 * is forgotten after it.
 */
export class RememberingCorpus implements Corpus {
  #corpus: Corpus;
  #before = new Map<string, readonly Candidate[]>();
  #now = new Map<string, readonly Candidate[]>();
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
  }

  retrieve(words: readonly string[], limit: number, options?: RetrievalOptions): readonly Candidate[] {
    const key = `${limit} ${[...(options?.gaps ?? [])].join(' ')} ${words.join(' ')}`;
    const found = this.#now.get(key) ?? this.#before.get(key) ?? this.#corpus.retrieve(words, limit, options);
    this.#now.set(key, found);
    return found;
  }

  information(word: string): number {
    return this.#corpus.information(word);
  }
}
