import type { OpenBytes } from '../host.ts';

/** Bytes of a page: what a disk reads at once anyway, and some neighbouring lists. */
const PAGE = 1 << 14;

/**
 * Pages of files that are kept in memory, at most so many bytes of them together; the one that was used longest ago goes
 * first.
 */
export class PageCache {
  readonly #mostPages: number;
  /** By {@link keyOf}, the one used last at the end. */
  readonly #pages = new Map<number, Uint8Array>();
  #files = 0;

  constructor(mostBytes: number) {
    this.#mostPages = Math.max(1, Math.floor(mostBytes / PAGE));
  }

  /** A file whose pages are kept here; `size` in bytes. */
  file(bytes: OpenBytes, size: number): PagedBytes {
    return new PagedBytes({ bytes, size, number: this.#files++, cache: this });
  }

  /** A page of a file: from memory, or as `read` gives it. */
  page(file: number, page: number, read: () => Uint8Array): Uint8Array {
    const key = keyOf(file, page);
    let found = this.#pages.get(key);
    if (found) this.#pages.delete(key);
    else found = read();
    this.#pages.set(key, found);
    if (this.#pages.size > this.#mostPages) this.#pages.delete(this.#pages.keys().next().value as number);
    return found;
  }
}

/** Pages of a file are numbered below 2^32. */
function keyOf(file: number, page: number): number {
  return file * 2 ** 32 + page;
}

interface PagedFile {
  readonly bytes: OpenBytes;
  readonly size: number;
  readonly number: number;
  readonly cache: PageCache;
}

/** A file of which only the pages that were used lately are in memory. */
export class PagedBytes {
  readonly #file: PagedFile;

  constructor(file: PagedFile) {
    this.#file = file;
  }

  /** Fills `into` from an offset on; what lies behind the end stays as it is. */
  read(offset: number, into: Uint8Array): void {
    for (let done = 0; done < into.length; ) {
      const at = offset + done;
      if (at >= this.#file.size) return;
      const page = Math.floor(at / PAGE);
      const bytes = this.#file.cache.page(this.#file.number, page, () => this.#load(page));
      const piece = bytes.subarray(at - page * PAGE, at - page * PAGE + into.length - done);
      into.set(piece, done);
      done += piece.length;
    }
  }

  #load(page: number): Uint8Array {
    const bytes = new Uint8Array(Math.min(PAGE, this.#file.size - page * PAGE));
    this.#file.bytes.read(page * PAGE, bytes);
    return bytes;
  }
}
