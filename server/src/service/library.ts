import type { Article } from '../corpus/article.ts';
import { articleWords } from '../corpus/articleWords.ts';
import { MemoryCorpus } from '../corpus/memoryCorpus.ts';
import { LARGEST_TEXT_FILE } from '../readers/decode.ts';
import { readerFor, readSource } from '../readers/index.ts';
import type { Reading, ReadingProblem } from '../readers/reader.ts';
import type { Articles } from '../rules/analysis.ts';
import { isInside } from './configurationPaths.ts';
import type { Entry, Host } from './host.ts';
import { Slices } from './pump.ts';

/** How many files are asked of the host ahead of the one that is being read. */
const READ_AHEAD = 8;

/** How often the corpus so far is handed out while it is being read, in milliseconds. */
const PUBLISH_EVERY_MS = 500;

/** How often progress is told, in milliseconds. */
const TELL_EVERY_MS = 100;

/** How far reading has come, in files. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

/** What the library knows of one file. */
interface FileRecord {
  readonly stamp: string;
  readonly articleIds: readonly string[];
  readonly problems: readonly ReadingProblem[];
}

const EMPTY: Reading = { articles: [], problems: [] };

function failure(message: string): Reading {
  return { articles: [], problems: [{ message, span: null }] };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : 'It could not be read.';
}

/** Says yes once in so many milliseconds, when it is asked. */
function every(milliseconds: number): () => boolean {
  let last = performance.now();
  return () => {
    if (performance.now() - last < milliseconds) return false;
    last = performance.now();
    return true;
  };
}

/** The changes that wait to be put into the corpus together: replacing it costs more than adding to it. */
class Batch {
  readonly added = new Map<string, Article>();
  readonly removed = new Set<string>();

  get empty(): boolean {
    return this.added.size === 0 && this.removed.size === 0;
  }

  /** Whether there is enough to add: the index is built in steps that grow with it, or building it would take for ever. */
  worthwhile(corpus: MemoryCorpus): boolean {
    return !this.empty && this.added.size * 2 >= corpus.size;
  }

  remove(ids: readonly string[]): void {
    for (const id of ids) {
      this.added.delete(id);
      this.removed.add(id);
    }
  }

  add(articles: readonly Article[]): void {
    for (const article of articles) {
      this.removed.delete(article.id);
      this.added.set(article.id, article);
    }
  }

  clear(): void {
    this.added.clear();
    this.removed.clear();
  }
}

/**
 * The sources over time: reads the files of some corpus folders, keeps the corpus that is made of them, and takes over
 * what changes on disk. The corpus is a value: who holds one is not disturbed by later changes.
 */
export class Library {
  /** Absolute paths of the corpus folders, with forward slashes. */
  readonly folders: readonly string[];
  readonly #host: Host;
  readonly #files = new Map<string, FileRecord>();
  readonly #homes = new Map<string, string>();
  readonly #missing = new Map<string, string>();
  readonly #listeners = new Set<() => void>();
  #corpus = MemoryCorpus.of([]);
  #complete = false;
  #progress: Progress | null = null;
  #tail: Promise<void> = Promise.resolve();

  constructor(folders: readonly string[], host: Host) {
    this.folders = folders;
    this.#host = host;
  }

  /** The corpus as far as it has been read. */
  get corpus(): MemoryCorpus {
    return this.#corpus;
  }

  /** Whether everything has been read once: before, that words are not found means nothing. */
  get complete(): boolean {
    return this.#complete;
  }

  /** How far reading has come; null while nothing is being read. */
  get progress(): Progress | null {
    return this.#progress;
  }

  /** What is wrong with files, by their path; files without problems are left out. */
  get problems(): ReadonlyMap<string, readonly ReadingProblem[]> {
    return new Map([...this.#files].filter(([, record]) => record.problems.length > 0).map(([path, record]) => [path, record.problems]));
  }

  /** Corpus folders that could not be listed, with the reason. */
  get missingFolders(): ReadonlyMap<string, string> {
    return this.#missing;
  }

  /** The path of the file that an article was read from. */
  fileOf(articleId: string): string {
    return this.#homes.get(articleId) ?? articleId;
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
      const entries = await this.#list();
      signal?.throwIfAborted();
      const batch = new Batch();
      const listed = new Set(entries.map((entry) => entry.path));
      for (const path of [...this.#files.keys()]) if (!listed.has(path)) this.#forget(path, batch);
      const wanted = again ? entries : entries.filter((entry) => this.#files.get(entry.path)?.stamp !== entry.stamp);
      try {
        await this.#readAll(wanted, batch, signal);
        if (again || !this.#complete) this.#compact(entries, batch);
      } finally {
        this.#publish(batch);
      }
      this.#complete = true;
      this.#tell();
    });
  }

  /** Takes over what became of some files or folders: added, changed or gone. Paths outside the corpus folders are ignored. */
  update(paths: readonly string[], signal?: AbortSignal): Promise<void> {
    const ours = [...new Set(paths)].filter((path) => this.covers(path));
    if (ours.length === 0) return Promise.resolve();
    return this.#exclusively(async () => {
      const batch = new Batch();
      const entries = new Map<string, Entry>();
      for (const path of ours) {
        for (const entry of await this.#settle(path, batch)) entries.set(entry.path, entry);
      }
      try {
        await this.#readAll([...entries.values()], batch, signal);
      } finally {
        this.#publish(batch);
      }
      this.#tell();
    });
  }

  /** The texts of some articles. Asynchronous because an index may leave them on disk; ids that are gone are left out. */
  fetch(ids: Iterable<string>, corpus: MemoryCorpus = this.#corpus): Promise<Articles> {
    const found = new Map<string, Article>();
    for (const id of ids) {
      const article = corpus.texts.get(id);
      if (article) found.set(id, article);
    }
    return Promise.resolve(found);
  }

  /** One change at a time, in the order in which they were asked for; one that fails does not hold up the next. */
  #exclusively(task: () => Promise<void>): Promise<void> {
    const run = this.#tail.then(task);
    this.#tail = run.catch(() => undefined);
    return run;
  }

  async #list(): Promise<readonly Entry[]> {
    const entries = new Map<string, Entry>();
    for (const folder of this.folders) {
      try {
        for (const entry of await this.#host.listFiles(folder)) if (readerFor(entry.path)) entries.set(entry.path, entry);
        this.#missing.delete(folder);
      } catch (error) {
        this.#missing.set(folder, reasonOf(error));
      }
    }
    return [...entries.values()];
  }

  /** What a changed path means: the entries to read. Forgets what is no longer there. */
  async #settle(path: string, batch: Batch): Promise<readonly Entry[]> {
    const entry = await this.#host.stat(path);
    if (entry) return readerFor(path) && this.#files.get(path)?.stamp !== entry.stamp ? [entry] : [];
    this.#forget(path, batch);
    for (const known of [...this.#files.keys()]) if (known.startsWith(`${path}/`)) this.#forget(known, batch);
    // A folder that appeared is reported by itself, without what is in it.
    const below = await this.#host.listFiles(path).catch(() => []);
    if (this.folders.includes(path) && below.length > 0) this.#missing.delete(path);
    return below.filter((found) => readerFor(found.path) && this.#files.get(found.path)?.stamp !== found.stamp);
  }

  /** Reads files into the batch, and now and then the batch into the corpus. What is left in it is the caller's to publish. */
  async #readAll(entries: readonly Entry[], batch: Batch, signal: AbortSignal | undefined): Promise<void> {
    const slices = new Slices(signal);
    const ahead: Promise<Reading>[] = [];
    const publishing = every(PUBLISH_EVERY_MS);
    const telling = every(TELL_EVERY_MS);
    try {
      for (const [done, entry] of entries.entries()) {
        this.#progress = { done, total: entries.length };
        if (batch.worthwhile(this.#corpus) && publishing()) this.#publish(batch);
        if (done === 0 || telling()) this.#tell();
        while (ahead.length < READ_AHEAD && done + ahead.length < entries.length)
          ahead.push(this.#read(entries[done + ahead.length] as Entry));
        this.#keep(entry, (await ahead.shift()) ?? EMPTY, batch);
        await slices.pause();
      }
    } finally {
      this.#progress = null;
    }
  }

  async #read(entry: Entry): Promise<Reading> {
    if (entry.size > LARGEST_TEXT_FILE) {
      const most = LARGEST_TEXT_FILE >> 20;
      return failure(
        `This file is longer than ${most} MB and was not read: split it into one file an article, or take it out of the corpus.`,
      );
    }
    try {
      return await readSource(entry.path, await this.#host.readFile(entry.path));
    } catch (error) {
      return failure(reasonOf(error));
    }
  }

  #keep(entry: Entry, reading: Reading, batch: Batch): void {
    this.#forget(entry.path, batch);
    batch.add(reading.articles);
    for (const article of reading.articles) {
      this.#homes.set(article.id, entry.path);
      // Finding the words is most of the work of indexing, and can be interrupted only here.
      articleWords(article);
    }
    this.#files.set(entry.path, {
      stamp: entry.stamp,
      articleIds: reading.articles.map((article) => article.id),
      problems: reading.problems,
    });
  }

  #forget(path: string, batch: Batch): void {
    const record = this.#files.get(path);
    if (!record) return;
    this.#files.delete(path);
    for (const id of record.articleIds) this.#homes.delete(id);
    batch.remove(record.articleIds);
  }

  #publish(batch: Batch): void {
    if (batch.empty) return;
    this.#corpus = this.#corpus.changed(batch.added.values(), batch.removed);
    batch.clear();
  }

  /**
   * Indexes everything anew in one piece. An index that was made in several goes may rank places otherwise, and how many
   * there were depends on how fast the disk is: the same files must give the same findings everywhere.
   */
  #compact(entries: readonly Entry[], batch: Batch): void {
    const ids = entries.flatMap(({ path }) => this.#files.get(path)?.articleIds ?? []);
    const articles = ids.flatMap((id) => batch.added.get(id) ?? this.#corpus.texts.get(id) ?? []);
    this.#corpus = MemoryCorpus.of(articles, this.#corpus.revision + 1);
    batch.clear();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
