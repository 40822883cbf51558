import type { Entry, Host } from '../service/host.ts';
import { isHidden } from '../service/sourceNames.ts';

/** Files that are nowhere but in memory, below one folder: what a corpus is made of that a program hands over. */
export class MemoryFiles implements Host {
  readonly #folder: string;
  readonly #files = new Map<string, { readonly bytes: Uint8Array; readonly stamp: string }>();
  #clock = 0;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Puts a file there, or in the place of what was; null takes it away. */
  put(path: string, bytes: Uint8Array | null): void {
    if (bytes === null) this.#files.delete(path);
    else this.#files.set(path, { bytes, stamp: String(++this.#clock) });
  }

  has(path: string): boolean {
    return this.#files.has(path);
  }

  readFile(path: string): Promise<Uint8Array> {
    const file = this.#files.get(path);
    return file ? Promise.resolve(file.bytes) : Promise.reject(new Error('There is no such source.'));
  }

  listFiles(folder: string): Promise<readonly Entry[]> {
    if (folder !== this.#folder) return Promise.reject(new Error('There is no such folder.'));
    const names = [...this.#files.keys()].filter((path) => !path.slice(folder.length).split('/').some(isHidden));
    return Promise.resolve(names.sort((a, b) => (a < b ? -1 : 1)).map((path) => this.#entry(path)));
  }

  stat(path: string): Promise<Entry | undefined> {
    return Promise.resolve(this.#files.has(path) ? this.#entry(path) : undefined);
  }

  #entry(path: string): Entry {
    const { bytes, stamp } = this.#files.get(path) as { bytes: Uint8Array; stamp: string };
    return { path, size: bytes.length, stamp };
  }
}
