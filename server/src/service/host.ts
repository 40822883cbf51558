import type { Reading } from '../readers/reader.ts';

/** A file or folder seen while listing. */
export interface Entry {
  /** Absolute path with forward slashes, or a URI where the host keeps files elsewhere. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** Changes when the content does: modification time and size, or an etag. */
  readonly stamp: string;
  /** The path of the side file with its metadata, which `stamp` then speaks of as well; left out where there is none. */
  readonly side?: string;
}

/** The outside world as the service sees it: Node's, a browser worker's, or one in memory for tests. */
export interface Host {
  /** The whole file; rejects with a plain-language message where it cannot be read. */
  readFile(path: string): Promise<Uint8Array>;
  /** Every file below a folder, symbolic-link loops and hidden folders left out; rejects where there is no such folder. */
  listFiles(folder: string): Promise<readonly Entry[]>;
  /** The file's entry, or undefined where there is none (a folder is none). */
  stat(path: string): Promise<Entry | undefined>;
  /**
   * Reads a file whose text has to be taken out of it (`Reader.extracts`), where it can do no harm: with limits on time and
   * memory, and keeping nobody waiting. Never rejects. A host that lacks this has such files read in place.
   */
  extract?(path: string, bytes: Uint8Array): Promise<Reading>;
}

/** Bytes that were put into a {@link Cache}. */
export interface CacheEntry {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** When they were written, in milliseconds since 1970. */
  readonly modified: number;
}

/**
 * A place for what can be made again: bytes by name. Others may use it at the same time, and what is in it may vanish or
 * be damaged. Everything rejects with a plain-language message where it cannot be done.
 */
export interface Cache {
  /** All bytes of that name, which nobody changes afterwards; undefined where there are none. */
  read(name: string): Promise<Uint8Array | undefined>;
  /** Puts pieces there, one behind the other, in place of what was there. Who reads sees all of them or what was before, also after a crash. */
  write(name: string, pieces: readonly Uint8Array[]): Promise<void>;
  /** Removes what has that name, if there is anything. */
  remove(name: string): Promise<void>;
  list(): Promise<readonly CacheEntry[]>;
  /** Opens bytes to be read a stretch at a time; undefined where there are none. A cache that lacks this keeps nothing out of memory. */
  open?(name: string): OpenBytes | undefined;
}

/** Bytes that stay as they are until they are closed, though what is kept under their name be replaced or removed. */
export interface OpenBytes {
  /** Fills `into` from an offset on, at once. Throws where the bytes cannot be read. */
  read(offset: number, into: Uint8Array): void;
  close(): void;
}
