import type { Entry, Host } from '../../server/src/service/host.ts';

/** A world of files held in a map, for tests: paths are absolute with forward slashes, contents are text or bytes. */
export class InMemoryHost implements Host {
  readonly files: Map<string, string | Uint8Array>;
  /** Paths asked of `readFile`, in order. */
  readonly reads: string[] = [];
  readonly #stamps = new Map<string, number>();
  #clock = 0;

  constructor(files: Readonly<Record<string, string | Uint8Array>> = {}) {
    this.files = new Map(Object.entries(files));
  }

  /** Writes a file, or removes it where `content` is null. */
  write(path: string, content: string | Uint8Array | null): void {
    this.#stamps.set(path, ++this.#clock);
    if (content === null) this.files.delete(path);
    else this.files.set(path, content);
  }

  readFile(path: string): Promise<Uint8Array> {
    this.reads.push(path);
    const content = this.files.get(path);
    if (content === undefined) return Promise.reject(new Error('There is no such file.'));
    return Promise.resolve(typeof content === 'string' ? new TextEncoder().encode(content) : content);
  }

  listFiles(folder: string): Promise<readonly Entry[]> {
    const below = [...this.files.keys()].filter((path) => path.startsWith(`${folder}/`));
    if (below.length === 0) return Promise.reject(new Error('There is no such folder.'));
    return Promise.resolve(below.sort((a, b) => (a < b ? -1 : 1)).map((path) => this.#entry(path)));
  }

  stat(path: string): Promise<Entry | undefined> {
    return Promise.resolve(this.files.has(path) ? this.#entry(path) : undefined);
  }

  #entry(path: string): Entry {
    const content = this.files.get(path) ?? '';
    const size = typeof content === 'string' ? new TextEncoder().encode(content).length : content.length;
    return { path, size, stamp: `${this.#stamps.get(path) ?? 0}:${size}` };
  }
}
