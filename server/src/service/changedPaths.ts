import type { FileRecords } from './fileRecords.ts';
import type { Entry } from './host.ts';
import { Slices } from './pump.ts';

/** What a library knows of files. */
export type Known = Pick<FileRecords, 'paths' | 'has' | 'stampOf' | 'articleIdsOf'>;

/** What is found out about some paths that changed together. */
export class ChangedPaths {
  readonly #found = new Map<string, Entry>();
  readonly #missed = new Set<string>();
  readonly #there = new Set<string>();

  get entries(): readonly Entry[] {
    return [...this.#found.values()];
  }

  found(entry: Entry): void {
    this.#found.set(entry.path, entry);
  }

  there(path: string): void {
    this.#there.add(path);
  }

  missed(path: string): void {
    this.#missed.add(path);
  }

  /**
   * The files that were known and are no longer sources: those that were missed, and those below folders that were. Some
   * systems tell a name in another spelling than they list it in; `isListed` says whether a path is spelt as on disk.
   */
  async gone(known: Known, isListed: (path: string) => Promise<boolean>): Promise<readonly string[]> {
    const gone = [...this.#missed].filter((path) => known.has(path));
    const others = new Set([...[...this.#missed].filter((path) => !known.has(path)), ...this.#unusual(known)].map(folded));
    if (others.size === 0) return gone.filter((path) => !this.#isThere(path));
    const slices = new Slices();
    for (const path of known.paths) {
      if (!this.#missed.has(path)) {
        if (isBelow(path, this.#missed)) gone.push(path);
        else if (isBelow(`${folded(path)}/`, others) && !(await isListed(path))) gone.push(path);
      }
      await slices.pause();
    }
    return gone.filter((path) => !this.#isThere(path));
  }

  /** New files that others may have been renamed to though only one spelling was told: such as have accents. */
  #unusual(known: Known): readonly string[] {
    return [...this.#found.keys()].filter((path) => /[^ -~]/.test(path) && !known.has(path));
  }

  #isThere(path: string): boolean {
    return this.#there.has(path) || this.#found.has(path);
  }
}

/** So many folders are looked through faster than a path is cut up. */
const FEW = 8;
const SLASH = 0x2f;

/** Whether one of these folders is above a path. */
function isBelow(path: string, folders: ReadonlySet<string>): boolean {
  if (folders.size <= FEW) {
    for (const folder of folders) if (path.startsWith(folder) && path.charCodeAt(folder.length) === SLASH) return true;
    return false;
  }
  for (let slash = path.indexOf('/', 1); slash > 0; slash = path.indexOf('/', slash + 1)) {
    if (folders.has(path.slice(0, slash))) return true;
  }
  return false;
}

/** The same for all spellings that a file system may take for one name. */
export function folded(path: string): string {
  return path.normalize('NFC').toLowerCase();
}
