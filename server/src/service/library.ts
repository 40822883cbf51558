import type { Article } from '../corpus/article.ts';
import type { IndexedCorpus } from '../corpus/indexedCorpus.ts';
import { readerFor } from '../readers/index.ts';
import type { ReadingProblem } from '../readers/reader.ts';
import type { Articles } from '../rules/analysis.ts';
import { isInside } from './configurationPaths.ts';
import { CorpusInMaking } from './corpusInMaking.ts';
import { FileRecords } from './fileRecords.ts';
import type { Entry, Host } from './host.ts';
import type { Indexer } from './indexer.ts';
import { InProcessIndexer } from './inProcessIndexer.ts';
import { beyondMemory, type Keeping, keep, recalled } from './keeping.ts';
import { drain, every, Slices, whenQuiet } from './pump.ts';
import { reasonOf } from './readEntry.ts';
import { sourceAt, sourceOfSide, sourcesAmong } from './sourceEntries.ts';
import { type ReadOptions, Texts } from './texts.ts';

/** How often the corpus so far is handed out while it is being read, in milliseconds. */
const PUBLISH_EVERY_MS = 500;

/** What can wait is done when nothing has happened for so long, in milliseconds: small segments are merged then, … */
const QUIET_MS = 200;
/** … or at once when so many have gathered: each is looked at for every query. */
const MOST_LOOSE = 8;

/** What has changed is saved when nothing more has for so long, in milliseconds. */
const KEEP_AFTER_MS = 2000;

/** How far reading has come, in files. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

/** What a library may do otherwise. */
export interface LibraryOptions {
  /** Who indexes; the library's own thread if nobody is named. */
  readonly indexer?: Indexer;
  /** How many characters of text are kept in memory. */
  readonly mostCharacters?: number;
  /** Where the index of some folders is kept from one start to the next; nowhere if nothing is given. */
  readonly keeping?: (folders: readonly string[]) => Keeping;
  /** Bytes of memory that the index may take; null: as many as `keeping` says. What goes beyond is kept on disk alone. */
  readonly memory?: number | null;
}

/**
 * The sources over time: has the files of some corpus folders indexed, keeps the corpus that is made of them, and takes
 * over what changes on disk. The corpus is a value: who holds one is not disturbed by later changes.
 */
export class Library {
  /** Absolute paths of the corpus folders, with forward slashes. */
  readonly folders: readonly string[];
  readonly #host: Host;
  readonly #indexer: Indexer;
  readonly #files = new FileRecords();
  readonly #texts: Texts;
  readonly #making: CorpusInMaking;
  readonly #missing = new Map<string, string>();
  readonly #listeners = new Set<() => void>();
  readonly #mergeLater = whenQuiet(QUIET_MS, () => void this.#exclusively(() => this.#merge()).catch(() => undefined));
  readonly #keepSoon = whenQuiet(KEEP_AFTER_MS, () => void this.keepNow().catch(() => undefined));
  readonly #keeping: Keeping | null;
  #unkept = false;
  #noted = false;
  /** Files that were found to be others than were indexed, though nobody has told. */
  readonly #stale = new Set<string>();
  readonly #refreshLater = whenQuiet(QUIET_MS, () => {
    void this.update([...this.#stale]).catch(() => undefined);
    this.#stale.clear();
  });
  #complete = false;
  #progress: Progress | null = null;
  #tail: Promise<void> = Promise.resolve();

  constructor(folders: readonly string[], host: Host, { indexer, mostCharacters, keeping, memory = null }: LibraryOptions = {}) {
    const kept = keeping?.(folders);
    this.#keeping = kept ? { ...kept, memory: memory ?? kept.memory } : null;
    this.folders = folders;
    this.#host = host;
    this.#indexer = indexer ?? new InProcessIndexer(host);
    const stampOf = (path: string) => this.#files.stampOf(path);
    const stale = (path: string) => {
      this.#stale.add(path);
      this.#refreshLater();
    };
    this.#texts = new Texts({ host, stampOf, stale }, mostCharacters);
    this.#making = new CorpusInMaking(this.#files, this.#texts.cache);
  }

  /** The corpus as far as it has been read. */
  get corpus(): IndexedCorpus {
    return this.#making.published;
  }

  /** Whether everything has been read once: before, that words are not found means nothing. */
  get complete(): boolean {
    return this.#complete;
  }

  /** How far reading has come; null while nothing is being read. */
  get progress(): Progress | null {
    return this.#progress;
  }

  /** What the library knows of its files, as far as they have been read. */
  get files(): Pick<FileRecords, 'paths' | 'has' | 'articleIdsOf' | 'stampOf'> {
    return this.#files;
  }

  /** What is wrong with files, by their path; files without problems are left out. */
  get problems(): ReadonlyMap<string, readonly ReadingProblem[]> {
    return this.#files.problems;
  }

  /** What there is to know of an index that does not fit the memory it may take, in a sentence or two; null where it fits. */
  get beyondMemory(): string | null {
    return this.#keeping && this.corpus.onDisk ? beyondMemory(this.#keeping.memory) : null;
  }

  /** Corpus folders that could not be listed, with the reason. */
  get missingFolders(): ReadonlyMap<string, string> {
    return this.#missing;
  }

  /** The path of the file that an article was read from. */
  fileOf(articleId: string): string {
    return this.#files.homeOf(articleId);
  }

  /** Whether a path lies in one of the corpus folders. */
  covers(path: string): boolean {
    return this.folders.some((folder) => isInside(folder, path));
  }

  /** Calls `listener` whenever corpus, problems or progress changed; gives the way to stop it. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Lists the folders and reads what is new or changed; with `again`, everything. Rejects only where the signal is aborted. */
  load(signal?: AbortSignal, again = false): Promise<void> {
    return this.#exclusively(async () => {
      const listed = await this.#list(signal);
      if (!again && this.corpus.size === 0) await this.#recall([...listed.values()], signal);
      const gone = [...this.#files.paths].filter((path) => !listed.has(path));
      const wanted = [...listed.values()].filter(({ path, stamp }) => again || this.#files.stampOf(path) !== stamp);
      const anew = again || this.corpus.size === 0;
      await this.#take(wanted, gone, signal);
      if (wanted.length + gone.length > 0) this.#keepLater();
      this.#complete = true;
      this.#tell();
      // What is made of all files at once is the same on every machine, and stays so.
      if (!anew) await this.#tidy();
    });
  }

  /** Takes over what became of some files or folders: added, changed or gone. Paths outside the corpus folders are ignored. */
  update(paths: readonly string[], signal?: AbortSignal): Promise<void> {
    const ours = [...new Set(paths)].filter((path) => this.covers(path));
    if (ours.length === 0) return Promise.resolve();
    return this.#exclusively(async () => {
      const entries = new Map<string, Entry>();
      const gone = new Set<string>();
      for (const path of ours) {
        for (const entry of await this.#settle(path, gone)) entries.set(entry.path, entry);
      }
      await this.#take([...entries.values()], [...gone], signal);
      this.#keepLater();
      this.#tell();
      await this.#tidy();
    });
  }

  /**
   * The texts of some articles of a corpus, in the order asked for. Reads the files that are not in memory; articles
   * whose file is gone or cannot be read are left out. A file that changed unnoticed is taken over as it is now.
   */
  async fetch(ids: Iterable<string>, corpus: IndexedCorpus = this.corpus, options: ReadOptions = {}): Promise<Articles> {
    const homes = new Map<string, Article | string>();
    for (const id of ids) homes.set(id, this.#texts.cache.asOf(corpus.revision, id) ?? this.fileOf(id));
    const read = await this.#texts.read(
      [...homes.values()].filter((home) => typeof home === 'string'),
      options,
    );
    const found = new Map<string, Article>();
    for (const [id, home] of homes) {
      const article = typeof home === 'string' ? read.get(home)?.find((one) => one.id === id) : home;
      if (article) found.set(id, article);
    }
    return found;
  }

  /** Saves what has changed since it was last saved, where it is worth it; resolves when nothing more is to be saved. */
  keepNow(): Promise<void> {
    return this.#exclusively(async () => {
      if (!this.#keeping || !this.#unkept) return;
      this.#unkept = false;
      const { corpus } = this;
      const same = await keep(this.#keeping, this.#files, corpus);
      if (same === corpus) return;
      this.#making.merged(same);
      this.#noteMemory();
      // Articles and answers are what they were, but there may be something to say of how long these take.
      this.#tell();
    });
  }

  /** Takes over what was kept of these files, which can then be searched at once. */
  async #recall(entries: readonly Entry[], signal: AbortSignal | undefined): Promise<void> {
    const kept = this.#keeping && (await recalled(this.#keeping, entries, { revision: this.corpus.revision + 1, signal }));
    if (!kept) return;
    await drain(this.#making.restore(kept.corpus, kept.manifest.files()), signal);
    this.#noteMemory();
    if (kept.changed.length + kept.gone.length > 0) this.#tell();
  }

  /** Says once where it is written down what a user may wonder about. */
  #noteMemory(): void {
    const { beyondMemory: message } = this;
    if (message === null || this.#noted) return;
    this.#noted = true;
    this.#keeping?.note(message);
  }

  #keepLater(): void {
    this.#unkept = true;
    this.#keepSoon();
  }

  /** One change at a time, in the order in which they were asked for; one that fails does not hold up the next. */
  #exclusively(task: () => Promise<void>): Promise<void> {
    const run = this.#tail.then(task);
    this.#tail = run.catch(() => undefined);
    return run;
  }

  /** The files that can be read, by path. */
  async #list(signal: AbortSignal | undefined): Promise<ReadonlyMap<string, Entry>> {
    const entries = new Map<string, Entry>();
    const slices = new Slices(signal);
    for (const folder of this.folders) {
      const listed = await this.#host.listFiles(folder).catch(reasonOf);
      if (typeof listed === 'string') {
        this.#missing.set(folder, listed);
        continue;
      }
      this.#missing.delete(folder);
      for (const entry of sourcesAmong(listed)) {
        if (entry) entries.set(entry.path, entry);
        await slices.pause();
      }
    }
    return entries;
  }

  /** What a changed path means: the entries to read; what is no longer there is added to `gone`. */
  async #settle(changed: string, gone: Set<string>): Promise<readonly Entry[]> {
    const isNews = (entry: Entry) => readerFor(entry.path) !== undefined && this.#files.stampOf(entry.path) !== entry.stamp;
    // A side file is a part of its source, whatever became of it.
    const path = sourceOfSide(changed) ?? changed;
    const entry = await sourceAt(this.#host, path);
    if (entry) return isNews(entry) ? [entry] : [];
    if (this.#files.has(path)) gone.add(path);
    else for (const known of this.#files.paths) if (known.startsWith(`${path}/`)) gone.add(known);
    // A folder that appeared is reported by itself, without what is in it.
    const below = await this.#host.listFiles(path).catch(() => []);
    if (this.folders.includes(path) && below.length > 0) this.#missing.delete(path);
    for (const { path: there } of below) gone.delete(there);
    return [...sourcesAmong(below)].filter((source) => source !== undefined && isNews(source)) as Entry[];
  }

  /** Takes over that files are gone, and others new or changed; now and then hands out the corpus so far. */
  async #take(entries: readonly Entry[], gone: readonly string[], signal: AbortSignal | undefined): Promise<void> {
    const making = this.#making;
    const publishing = every(PUBLISH_EVERY_MS);
    making.remove(gone);
    try {
      if (entries.length > 0) this.#progressed(0, entries.length);
      const progressed = (done: number) => this.#progressed(done, entries.length);
      for await (const piece of this.#indexer.index([...entries].sort(byPath), { signal, progressed })) {
        await drain(making.take(piece));
        if (making.worthwhile && publishing() && making.publish()) this.#tell();
      }
    } finally {
      this.#progress = null;
      making.publish();
    }
  }

  /** Has small segments merged, soon or now. */
  async #tidy(): Promise<void> {
    if (this.#making.loose > MOST_LOOSE) await this.#merge();
    else this.#mergeLater();
  }

  #progressed(done: number, total: number): void {
    this.#progress = { done, total };
    this.#tell();
  }

  /** Articles and revision stay what they are, so that there is nothing to tell. */
  async #merge(): Promise<void> {
    this.#making.merged(await drain(this.corpus.mergeSteps()));
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** By code units, the same on every machine: the index depends on the order. */
function byPath(a: Entry, b: Entry): number {
  return a.path < b.path ? -1 : 1;
}
