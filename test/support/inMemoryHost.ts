import { parentOf } from '../../server/src/service/configurationPaths.ts';
import type { Entry, FolderSieve, Host, Sieve } from '../../server/src/service/host.ts';
import { isHidden } from '../../server/src/service/sourceNames.ts';

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

  /** Gives a file or folder another name; what had that name is gone. */
  rename(from: string, to: string): void {
    const moved = [...this.files].filter(([path]) => path === from || path.startsWith(`${from}/`));
    if (moved.length === 0 || from === to) return;
    for (const path of [...this.files.keys()]) if (path === to || path.startsWith(`${to}/`)) this.write(path, null);
    for (const [path] of moved) this.write(path, null);
    for (const [path, content] of moved) this.write(to + path.slice(from.length), content);
  }

  readFile(path: string): Promise<Uint8Array> {
    this.reads.push(path);
    const content = this.files.get(path);
    if (content === undefined) return Promise.reject(new Error('There is no such file.'));
    return Promise.resolve(typeof content === 'string' ? new TextEncoder().encode(content) : content);
  }

  async listFiles(folder: string, sieve?: Sieve): Promise<readonly Entry[]> {
    const below = [...this.files.keys()].filter((path) => path.startsWith(`${folder}/`));
    if (below.length === 0) throw new Error('There is no such folder.');
    const wants = await sieveBelow(folder, below, sieve);
    const listed = below.filter((path) => wants(path));
    return listed.sort((a, b) => (a < b ? -1 : 1)).map((path) => this.#entry(path));
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

/** What of the files below a folder is listed, as a walk through the folders would. */
async function sieveBelow(folder: string, paths: readonly string[], sieve: Sieve | undefined): Promise<(path: string) => boolean> {
  const names = new Map<string, Set<string>>([[folder, new Set()]]);
  for (const path of paths) {
    for (let at = path; at !== folder; at = parentOf(at) as string) {
      const parent = parentOf(at) as string;
      names.set(parent, (names.get(parent) ?? new Set()).add(at.slice(parent.length + 1)));
    }
  }
  const wanted = new Map<string, FolderSieve>();
  for (const one of [...names.keys()].sort((a, b) => a.length - b.length)) {
    const parent = parentOf(one) as string;
    const open = one === folder || (!isHidden(one.slice(parent.length + 1)) && wanted.get(parent)?.(one.slice(parent.length + 1), true));
    if (open) wanted.set(one, sieve ? await sieve.enter(one, [...(names.get(one) as Set<string>)]) : () => true);
  }
  return (path) => {
    const parent = parentOf(path) as string;
    const name = path.slice(parent.length + 1);
    return !isHidden(name) && wanted.get(parent)?.(name, false) === true;
  };
}
