import type { ReadingProblem } from '../readers/reader.ts';
import type { IndexedFile } from './indexer.ts';

/** What is known of a file: its stamp, and for the few that are not one article under their own path, which they are. */
type FileRecord = string | { readonly stamp: string; readonly articleIds: readonly string[] };

/** What a library knows of each of its files, in few bytes: there may be a hundred thousand. */
export class FileRecords {
  readonly #records = new Map<string, FileRecord>();
  /** The files of articles that are not known by their file's path. */
  readonly #homes = new Map<string, string>();
  readonly #problems = new Map<string, readonly ReadingProblem[]>();
  #sorted: ReadonlyMap<string, readonly ReadingProblem[]> | null = null;

  /** The paths of all files. */
  get paths(): IterableIterator<string> {
    return this.#records.keys();
  }

  has(path: string): boolean {
    return this.#records.has(path);
  }

  stampOf(path: string): string | undefined {
    const record = this.#records.get(path);
    return typeof record === 'object' ? record.stamp : record;
  }

  /** The articles of a file; none where it has none or is not known. */
  articleIdsOf(path: string): readonly string[] {
    const record = this.#records.get(path);
    if (record === undefined) return [];
    return typeof record === 'object' ? record.articleIds : [path];
  }

  /** The file that an article was read from. */
  homeOf(articleId: string): string {
    return this.#homes.get(articleId) ?? articleId;
  }

  /** What is wrong with files, in order of path; files without problems are left out. The same map until it is another. */
  get problems(): ReadonlyMap<string, readonly ReadingProblem[]> {
    this.#sorted ??= new Map([...this.#problems].sort(([a], [b]) => (a < b ? -1 : 1)));
    return this.#sorted;
  }

  /** All that is known, file by file. */
  *all(): Generator<IndexedFile> {
    for (const path of this.paths) {
      yield { path, stamp: this.stampOf(path) as string, articleIds: this.articleIdsOf(path), problems: this.#problems.get(path) ?? [] };
    }
  }

  /** Replaces what is known of a file. */
  set({ path, stamp, articleIds, problems }: IndexedFile): void {
    if (this.#records.has(path)) this.delete(path);
    this.#records.set(path, articleIds.length === 1 && articleIds[0] === path ? stamp : { stamp, articleIds });
    for (const id of articleIds) if (id !== path) this.#homes.set(id, path);
    if (problems.length === 0) return;
    this.#problems.set(path, problems);
    this.#sorted = null;
  }

  /** The same for a file that gave one article known by its path, and no problems: what most give. */
  setUsual({ path, stamp }: Pick<IndexedFile, 'path' | 'stamp'>): void {
    if (this.#records.has(path)) this.delete(path);
    this.#records.set(path, stamp);
  }

  delete(path: string): void {
    for (const id of this.articleIdsOf(path)) this.#homes.delete(id);
    this.#records.delete(path);
    if (this.#problems.delete(path)) this.#sorted = null;
  }
}
