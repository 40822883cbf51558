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
  /** When it was written last, in milliseconds since 1970, where the host knows. */
  readonly modified?: number;
}

/** Says of each name in a folder, itself no link, whether it is listed or gone into. */
export type FolderSieve = (name: string, isFolder: boolean) => boolean;

/** Decides while files are listed what is looked at: what is passed over is not asked about. */
export interface Sieve {
  /** What is wanted of a folder, after the folders above it. `names` are all that are in it, hidden ones too. */
  enter(folder: string, names: readonly string[]): Promise<FolderSieve>;
  /** Told of each symbolic link on the way, wherever it leads. */
  metLink(): void;
}

/** The outside world as the service sees it: Node's, a browser worker's, or one in memory for tests. */
export interface Host {
  /** The whole file; rejects with a plain-language message where it cannot be read. */
  readFile(path: string): Promise<Uint8Array>;
  /**
   * Every file below a folder, or those that the sieve wants; rejects where there is no such folder, or what is in it cannot
   * be known. Hidden files and folders are left out (`isHidden`). What symbolic links lead to is listed once, by its own
   * path where that is below the folder, and loops end.
   */
  listFiles(folder: string, sieve?: Sieve): Promise<readonly Entry[]>;
  /** The file's entry, or undefined where there is none (a folder is none). */
  stat(path: string): Promise<Entry | undefined>;
  /** Whether there is such a folder. A host that lacks this is asked for what is in it. */
  isFolder?(path: string): Promise<boolean>;
  /**
   * The path by which a listing of `folder` has a file or folder that is there: another where the system takes several
   * spellings for one name (capitals, accents); null where a link leads to it; undefined where there is nothing. A host that
   * lacks this knows one spelling and no links.
   */
  listedPath?(folder: string, path: string): Promise<string | null | undefined>;
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

/** Whether there is such a folder. */
export async function isFolder(host: Pick<Host, 'isFolder' | 'listFiles'>, path: string): Promise<boolean> {
  if (host.isFolder) return await host.isFolder(path);
  return await host.listFiles(path).then(
    () => true,
    () => false,
  );
}
