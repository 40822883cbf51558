import type { Article } from '../corpus/article.ts';
import { decode } from '../readers/decode.ts';
import { ArticleCache } from './articleCache.ts';
import type { Entry, Host } from './host.ts';
import { Slices } from './pump.ts';
import { readAhead } from './readAhead.ts';
import { bytesOf, isExtracted, readBytes, type SourceBytes } from './readEntry.ts';
import { sourceAt } from './sourceEntries.ts';

/**
 * How many characters of text are kept in memory. Sources with fewer are read once and stay; of larger ones, what was
 * asked for last stays, and the rest is read from disk again when a draft quotes it. Articles that were aligned with
 * take up to twenty times as much as their text, for their words.
 */
export const MOST_CHARACTERS = 32 << 20;

/** What texts are read by. */
export interface TextSource {
  readonly host: Host;
  /** The stamp of a file as it was indexed; undefined for one that is no longer known. */
  readonly stampOf: (path: string) => string | undefined;
  /** Told of a file that is not as it was indexed. */
  readonly stale: (path: string) => void;
  /** Whether articles get the text of their files, too (`Article.raw`). */
  readonly raw?: boolean;
}

/** The texts of articles, which stay on disk: reads the files that are asked for, and keeps what was asked for last. */
export class Texts {
  readonly cache: ArticleCache;
  readonly #source: TextSource;
  readonly #running = new Map<string, Promise<readonly Article[]>>();
  readonly #slices = new Slices();
  #tail: Promise<unknown> = Promise.resolve();

  constructor(source: TextSource, mostCharacters: number = MOST_CHARACTERS) {
    this.#source = source;
    this.cache = new ArticleCache(mostCharacters);
  }

  /**
   * The articles of some files, by file; a file that is gone or cannot be read has none. In slices. `passing`: they are
   * looked at once, and nothing that is kept has to go for them.
   */
  async read(paths: Iterable<string>, { signal, passing }: ReadOptions = {}): Promise<ReadonlyMap<string, readonly Article[]>> {
    const found = new Map<string, readonly Article[]>();
    const missing: string[] = [];
    for (const path of new Set(paths)) {
      const kept = this.cache.get(path);
      if (kept) found.set(path, kept);
      else missing.push(path);
    }
    let at = 0;
    for await (const articles of readAhead(missing, (path) => this.#shared(path, passing ?? false))) {
      signal?.throwIfAborted();
      found.set(missing[at++] as string, articles);
    }
    return found;
  }

  /** Takes over articles that were read to be indexed, where nothing is missing in them. */
  offer(path: string, articles: readonly Article[]): void {
    if (!this.#source.raw || isExtracted(path)) this.cache.set(path, articles);
  }

  /** One reading for all who ask for a file at the same time. */
  #shared(path: string, passing: boolean): Promise<readonly Article[]> {
    const stamp = this.#source.stampOf(path);
    if (stamp === undefined) return Promise.resolve([]);
    const key = `${stamp} ${path}`;
    const running = this.#running.get(key) ?? this.#read(path, stamp, passing).finally(() => this.#running.delete(key));
    this.#running.set(key, running);
    return running;
  }

  async #read(path: string, stamp: string, passing: boolean): Promise<readonly Article[]> {
    const { host, stampOf, stale } = this.#source;
    const entry: Entry | undefined = await sourceAt(host, path).catch(() => undefined);
    if (entry?.stamp !== stamp) stale(path);
    if (!entry) return [];
    const bytes = await bytesOf(entry, host);
    const reading = () => readBytes(path, bytes, host);
    // What is read elsewhere holds up nobody, and should not be waited for by others.
    const { articles: read } = await (isExtracted(path) && host.extract ? reading() : this.#inTurn(reading));
    const articles = this.#source.raw ? withRaw(read, path, bytes) : read;
    // What was indexed meanwhile is newer.
    if (entry.stamp === stamp && stampOf(path) === stamp) this.cache.set(path, articles, passing);
    return articles;
  }

  /** Of the files that are read at the same time one after the other keeps the thread busy, in slices. */
  #inTurn<T>(task: () => Promise<T>): Promise<T> {
    const run = this.#tail.then(() => this.#slices.pause()).then(task);
    this.#tail = run.catch(() => undefined);
    return run;
  }
}

/** With the text of their file, of which they are a part each in a format that is text. */
function withRaw(articles: readonly Article[], path: string, { file }: SourceBytes): readonly Article[] {
  if (isExtracted(path) || 'problem' in file) return articles;
  const raw = decode(file);
  return articles.map((article) => (article.prose.text.length === raw.length ? { ...article, raw } : article));
}

export interface ReadOptions {
  readonly signal?: AbortSignal | undefined;
  readonly passing?: boolean;
}
