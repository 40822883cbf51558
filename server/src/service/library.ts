import type { Article } from '../corpus/article.ts';
import type { IndexedCorpus } from '../corpus/indexedCorpus.ts';
import type { ReadingProblem } from '../readers/reader.ts';
import type { Articles } from '../rules/analysis.ts';
import { CorpusInMaking } from './corpusInMaking.ts';
import { FileRecords } from './fileRecords.ts';
import type { Entry, Host } from './host.ts';
import type { Indexer } from './indexer.ts';
import { InProcessIndexer } from './inProcessIndexer.ts';
import { beyondMemory, type Keeping, keep, type Recalling, recalled, recalling } from './keeping.ts';
import { drain, every, later, whenQuiet } from './pump.ts';
import type { SourceGlobs } from './settings.ts';
import { isFresh, SourceFolders } from './sourceFolders.ts';
import { type ReadOptions, Texts } from './texts.ts';

/** How often the corpus so far is handed out while it is being read, in milliseconds. */
const PUBLISH_EVERY_MS = 500;

/** What can wait is done when nothing has happened for so long, in milliseconds: small segments are merged then, … */
const QUIET_MS = 200;
/** … or at once when so many have gathered: each is looked at for every query. */
const MOST_LOOSE = 8;

/** What has changed is saved when nothing more has for so long, in milliseconds. */
const KEEP_AFTER_MS = 2000;

/** A file that was written just now is looked at again after so long, in milliseconds: it may not have been whole. */
const LOOK_AGAIN_MS = 1100;
/** More of them than this were not written one by one. */
const MOST_LOOKED_AT = 500;

/** How often it is looked whether a folder that was missing is there, in milliseconds. */
const LOOK_FOR_FOLDERS_MS = 15_000;

/** How far reading has come, in files. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

/** What a library may do otherwise. */
export interface LibraryOptions {
  /** Who indexes; the library's own thread if nobody is named. */
  readonly indexer?: Indexer;
  /** Which files of the folders are sources. */
  readonly globs?: SourceGlobs;
  /** How many characters of text are kept in memory. */
  readonly mostCharacters?: number;
  /** Where the index of some folders is kept from one start to the next; nowhere if nothing is given. */
  readonly keeping?: (folders: readonly string[]) => Keeping;
  /** Whether articles have the text of their files beside their prose: needed by clients that count otherwise than in UTF-16. */
  readonly raw?: boolean;
  /** Bytes of memory that the index may take; null: as many as `keeping` says. What goes beyond is kept on disk alone. */
  readonly memory?: number | null;
}

/**
 * The sources over time: has the files of some corpus folders indexed, keeps the corpus that is made of them, and takes
 * over what changes on disk. The corpus is a value: who holds one is not disturbed by later changes.
 */
export class Library {
  readonly #host: Host;
  readonly #indexer: Indexer;
  readonly #files = new FileRecords();
  readonly #texts: Texts;
  readonly #making: CorpusInMaking;
  readonly #sources: SourceFolders;
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
  /** Files that may have been read, or left unread, while they were being written. */
  readonly #unsettled = new Set<string>();
  readonly #lookAgain = later(LOOK_AGAIN_MS, () => {
    const paths = [...this.#unsettled];
    this.#unsettled.clear();
    if (!this.#life?.aborted) void this.update(paths).catch(() => undefined);
  });
  readonly #lookForFolders = later(LOOK_FOR_FOLDERS_MS, () => void this.#returned().catch(() => undefined));
  /** Ends with the library, if anything does. */
  #life: AbortSignal | undefined;
  #complete = false;
  #reading: AbortController | null = null;
  #stopped = false;
  #progress: Progress | null = null;
  #tail: Promise<void> = Promise.resolve();

  constructor(
    folders: readonly string[],
    host: Host,
    { indexer, mostCharacters, keeping, memory = null, globs = {}, raw = false }: LibraryOptions = {},
  ) {
    const kept = keeping?.(folders);
    this.#keeping = kept ? { ...kept, memory: memory ?? kept.memory } : null;
    this.#sources = new SourceFolders(folders, host, { globs, known: this.#files });
    this.#host = host;
    this.#indexer = indexer ?? new InProcessIndexer(host);
    const stampOf = (path: string) => this.#files.stampOf(path);
    const stale = (path: string) => {
      this.#stale.add(path);
      this.#refreshLater();
    };
    this.#texts = new Texts({ host, stampOf, stale, raw }, mostCharacters);
    this.#making = new CorpusInMaking(this.#files, this.#texts);
  }

  /** Absolute paths of the corpus folders, with forward slashes. */
  get folders(): readonly string[] {
    return this.#sources.folders;
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
    return this.#sources.missing;
  }

  /** The path of the file that an article was read from. */
  fileOf(articleId: string): string {
    return this.#files.homeOf(articleId);
  }

  /** Whether a path lies in one of the corpus folders. */
  covers(path: string): boolean {
    return this.#sources.covers(path);
  }

  /** Whether a path lies in one of the corpus folders and would be a source if it were one that is read: then it is no draft. */
  holds(path: string): boolean {
    return this.#sources.allows(path);
  }

  /** Calls `listener` whenever corpus, problems or progress changed; gives the way to stop it. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Ends the reading that is under way, as if it were done: what has been read stays, the rest is read when it is loaded again. */
  stopReading(): void {
    this.#reading?.abort();
  }

  /** Whether reading was stopped before every source had been read once. */
  get stopped(): boolean {
    return this.#stopped;
  }

  /**
   * Lists the folders and reads what is new or changed; with `again`, everything. Rejects only where the signal is aborted,
   * which also ends what the library does by itself.
   */
  load(signal?: AbortSignal, again = false): Promise<void> {
    this.#life ??= signal;
    return this.#exclusively(() => this.#load(signal, again));
  }

  /** Takes over what became of some files or folders: added, changed or gone. Paths that are none of the library's business are ignored. */
  update(paths: readonly string[], signal?: AbortSignal): Promise<void> {
    const ours = [...new Set(paths)].filter((path) => this.#sources.concerns(path));
    if (ours.length === 0) return Promise.resolve();
    return this.#exclusively(async () => {
      const settled = await this.#sources.settle(ours);
      if (settled === null) return await this.#load(signal, false);
      const { entries, gone } = settled;
      // What an editor has emptied it will fill in a moment.
      const halfDone = entries.filter((entry) => entry.size === 0 && isFresh(entry));
      const whole = halfDone.length === 0 ? entries : entries.filter((entry) => !halfDone.includes(entry));
      this.#lookAgainAt(halfDone);
      if (whole.length + gone.length === 0) return;
      await this.#take(whole, gone, signal);
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

  async #load(life: AbortSignal | undefined, again: boolean): Promise<void> {
    const reading = new AbortController();
    this.#reading = reading;
    this.#stopped = false;
    try {
      await this.#loadUnless(life ? AbortSignal.any([life, reading.signal]) : reading.signal, again);
    } catch (error) {
      if (!reading.signal.aborted || life?.aborted) throw error;
      this.#stopped = !this.#complete;
      this.#tell();
    } finally {
      this.#reading = null;
    }
  }

  async #loadUnless(signal: AbortSignal, again: boolean): Promise<void> {
    const reading = this.#keeping && !again && this.corpus.size === 0 ? recalling(this.#keeping, signal) : null;
    const listed = await this.#sources.list(signal);
    const isAsKept = reading !== null && (await this.#recall(reading, [...listed.values()], signal));
    const gone = isAsKept ? [] : [...this.#files.paths].filter((path) => !listed.has(path));
    const wanted = isAsKept ? [] : [...listed.values()].filter(({ path, stamp }) => again || this.#files.stampOf(path) !== stamp);
    const anew = again || this.corpus.size === 0;
    await this.#take(wanted, gone, signal);
    if (wanted.length + gone.length > 0) this.#keepLater();
    if (this.missingFolders.size > 0) this.#lookForFolders();
    this.#complete = true;
    this.#tell();
    // What is made of all files at once is the same on every machine, and stays so.
    if (!anew) await this.#tidy();
  }

  /** Reads a folder that was missing, where it is there again. */
  async #returned(): Promise<void> {
    if (this.#life?.aborted || this.missingFolders.size === 0) return;
    if (await this.#sources.isBack()) await this.load(this.#life);
    else this.#lookForFolders();
  }

  #lookAgainAt(entries: readonly Entry[]): void {
    for (const { path } of entries) if (this.#unsettled.size < MOST_LOOKED_AT) this.#unsettled.add(path);
    if (this.#unsettled.size > 0) this.#lookAgain();
  }

  /** Takes over what was kept of these files, which can then be searched at once. Says whether that is all that there is to know of them. */
  async #recall(reading: Recalling, entries: readonly Entry[], signal: AbortSignal | undefined): Promise<boolean> {
    const kept = this.#keeping && (await recalled(this.#keeping, { reading, entries }, { revision: this.corpus.revision + 1, signal }));
    if (!kept) return false;
    await drain(this.#making.restore(kept), signal);
    this.#noteMemory();
    if (kept.isOutdated) this.#tell();
    return !kept.isOutdated;
  }

  /** Says once where it is written down what a user may wonder about. */
  #noteMemory(): void {
    const { beyondMemory: message } = this;
    if (message === null || this.#noted) return;
    this.#noted = true;
    this.#keeping?.note(message);
  }

  #keepLater(): void {
    // What is known of a disk that is away for a while is good for when it is back.
    if (this.missingFolders.size > 0) return;
    this.#unkept = true;
    this.#keepSoon();
  }

  /** One change at a time, in the order in which they were asked for; one that fails does not hold up the next. */
  #exclusively(task: () => Promise<void>): Promise<void> {
    const run = this.#tail.then(task);
    this.#tail = run.catch(() => undefined);
    return run;
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
    await this.#forgetVanished(entries);
    if (entries.length < MOST_LOOKED_AT) this.#lookAgainAt(entries.filter(isFresh));
  }

  /** Takes out what was gone before it could be read: of that there is nothing to say. */
  async #forgetVanished(entries: readonly Entry[]): Promise<void> {
    const gone: string[] = [];
    for (const { path } of entries) {
      if (this.#files.articleIdsOf(path).length === 0 && !(await this.#host.stat(path))) gone.push(path);
    }
    if (gone.length === 0) return;
    this.#making.remove(gone);
    this.#making.publish();
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
