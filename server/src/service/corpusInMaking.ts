import { IndexedCorpus } from '../corpus/indexedCorpus.ts';
import type { Steps } from '../text/steps.ts';
import type { FileRecords } from './fileRecords.ts';
import type { IndexPiece } from './indexer.ts';
import type { Kept } from './keeping.ts';
import type { Texts } from './texts.ts';

/** The corpus is handed out again before it is whole when it has so many times the articles it had. */
const WORTHWHILE = 1.5;

/** Files that are taken in at one go. */
const FILES_A_STEP = 500;

/** The corpus as it is handed out, and the next one: changes are taken in together with what is known of their files. */
export class CorpusInMaking {
  readonly #files: FileRecords;
  readonly #texts: Pick<Texts, 'cache' | 'offer'>;
  #published = IndexedCorpus.empty(1);
  #next = this.#published;
  /** Segments that have been added since the last merging. */
  loose = 0;

  constructor(files: FileRecords, texts: Pick<Texts, 'cache' | 'offer'>) {
    this.#files = files;
    this.#texts = texts;
  }

  get published(): IndexedCorpus {
    return this.#published;
  }

  /** Whether the next corpus is so much larger that checks are worth doing again for it. */
  get worthwhile(): boolean {
    return this.#next.size >= WORTHWHILE * this.#published.size && this.#next !== this.#published;
  }

  /** Takes in a piece of the index in place of what was known of its files, of which there may be thousands. */
  *take({ files, added, replaced }: IndexPiece): Steps<void> {
    const removed: string[] = [];
    for (const [i, file] of files.entries()) {
      if (i % FILES_A_STEP === FILES_A_STEP - 1) yield;
      removed.push(...this.#forget(file.path));
      this.#files.set(file);
      if (file.articles) this.#texts.offer(file.path, file.articles);
    }
    if (added.length > 0 || removed.length > 0) this.#next = this.#next.withSegments(added, removed, replaced);
    this.loose += added.length - replaced.length;
  }

  /** Takes over a corpus that was kept, and what is known of its files. */
  *restore({ corpus, usual, others }: Kept): Steps<void> {
    let at = 0;
    for (const file of usual) {
      if (at++ % FILES_A_STEP === FILES_A_STEP - 1) yield;
      this.#files.setUsual(file);
    }
    for (const file of others) {
      if (at++ % FILES_A_STEP === FILES_A_STEP - 1) yield;
      this.#files.set(file);
    }
    this.merged(corpus);
  }

  /** Takes files out. */
  remove(paths: readonly string[]): void {
    const removed = paths.flatMap((path) => this.#forget(path));
    if (removed.length > 0) this.#next = this.#next.withSegments([], removed);
  }

  /** Hands the next corpus out; says whether it is another. */
  publish(): boolean {
    const isNew = this.#next !== this.#published;
    this.#published = this.#next;
    return isNew;
  }

  /** Takes over the same corpus in fewer segments. */
  merged(corpus: IndexedCorpus): void {
    this.#published = corpus;
    this.#next = corpus;
    this.loose = 0;
  }

  /** Drops what is known of a file; gives the articles that it had. */
  #forget(path: string): readonly string[] {
    if (!this.#files.has(path)) return [];
    this.#texts.cache.retire(path, this.#published.revision);
    const articleIds = this.#files.articleIdsOf(path);
    this.#files.delete(path);
    return articleIds;
  }
}
