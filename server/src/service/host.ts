/** A file or folder seen while listing. */
export interface Entry {
  /** Absolute path with forward slashes, or a URI where the host keeps files elsewhere. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** Changes when the content does: modification time and size, or an etag. */
  readonly stamp: string;
}

/** The outside world as the service sees it: Node's, a browser worker's, or one in memory for tests. */
export interface Host {
  /** The whole file; rejects with a plain-language message where it cannot be read. */
  readFile(path: string): Promise<Uint8Array>;
  /** Every file below a folder, symbolic-link loops and hidden folders left out; rejects where there is no such folder. */
  listFiles(folder: string): Promise<readonly Entry[]>;
  /** The file's entry, or undefined where there is none (a folder is none). */
  stat(path: string): Promise<Entry | undefined>;
}
