import { type Dirent, lstat, readdir, realpath, type Stats, stat, statSync } from 'node:fs';
import { sep } from 'node:path';
import { promisify } from 'node:util';
import { now } from '../service/clock.ts';
import type { Entry, FolderSieve, Sieve } from '../service/host.ts';
import { isHidden } from '../service/sourceNames.ts';
import { Turnstile } from './turnstile.ts';

/** How many folders are looked into at once, … */
const FOLDERS_AT_ONCE = 8;
/** … and how many files are asked for in each: answers come a few at a time, so that no crowd of them holds up the thread. */
const FILES_AT_ONCE = 16;

/** What means that a disk is away, or nothing more can be asked of it: then nothing is known of the rest either. */
const NO_ANSWER = new Set('EIO ETIMEDOUT EHOSTDOWN EHOSTUNREACH ENOTCONN ECONNRESET ESTALE ENODEV ENXIO EMFILE ENFILE ENOMEM'.split(' '));

// Those of `node:fs/promises` take twice the time.
const readFolder: (folder: string) => Promise<Dirent[]> = (folder) => promisify(readdir)(folder, { withFileTypes: true });
const realPathOf: (path: string) => Promise<string> = promisify(realpath.native);
/** With all links followed, as the names are spelt on disk, with forward slashes. */
export const realPath = async (path: string): Promise<string> => (await realPathOf(path)).replaceAll(sep, '/');

const EVERYTHING: Sieve = { enter: () => Promise.resolve(() => true), metLink: () => undefined };

/** What is wanted of a folder, in the order of names. */
interface Listed {
  readonly files: readonly Entry[];
  readonly folders: readonly string[];
}

/**
 * A walk through folders. Folders and files come first by their own names, then what links lead to that was not come by:
 * however links go, each folder is walked once.
 */
export class Walk {
  readonly #sieve: Sieve;
  readonly #alone: boolean;
  readonly #turnstile = new Turnstile(FOLDERS_AT_ONCE);
  /** The folders that were walked: their paths by their real ones. */
  readonly #walked = new Map<string, string>();
  /** Links that are wanted, as files or as folders, whatever they lead to. */
  #links: { readonly path: string; readonly sieve: FolderSieve }[] = [];
  readonly #linkedFiles = new Set<string>();
  #found: Entry[] = [];
  /** The paths of what was found, once they are wanted. */
  #paths: Set<string> | null = null;

  /** `alone` says that nobody else wants this thread meanwhile. */
  constructor(sieve: Sieve = EVERYTHING, alone = false) {
    this.#sieve = sieve;
    this.#alone = alone;
  }

  /** The files below a folder, in the order of paths. */
  async below(folder: string): Promise<readonly Entry[]> {
    this.#found = await this.#walk(folder.replace(/(?<=[^/:])\/$/, ''), await realPath(folder));
    if (this.#links.length === 0) return this.#found;
    while (this.#links.length > 0) {
      const links = this.#links.sort((a, b) => (a.path < b.path ? -1 : 1));
      this.#links = [];
      for (const { path, sieve } of links) await this.#follow(path, sieve).catch(leaveOut);
    }
    return this.#found.sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  /** The files below a folder that was not walked before. */
  async #walk(folder: string, real: string): Promise<Entry[]> {
    if (this.#walked.has(real)) return [];
    this.#walked.set(real, folder);
    const { files, folders } = await this.#turnstile.pass(() => this.#list(folder));
    const below = folders.map((name) => this.#walk(`${folder}/${name}`, `${real}/${name}`).catch(leaveOut));
    const found = await Promise.all(below);
    return inOrder(folder.length + 1, files, new Map(folders.map((name, at) => [name, found[at] as Entry[]])));
  }

  async #list(folder: string): Promise<Listed> {
    const items = await readFolder(folder);
    const wants = await this.#sieve.enter(
      folder,
      items.map(({ name }) => name),
    );
    const files: string[] = [];
    const folders: string[] = [];
    for (const item of items) {
      if (isHidden(item.name)) continue;
      const path = `${folder}/${item.name}`;
      if (item.isSymbolicLink()) {
        this.#sieve.metLink();
        this.#links.push({ path, sieve: wants });
      } else if (item.isDirectory()) {
        if (wants(item.name, true)) folders.push(item.name);
      } else if (wants(item.name, false)) files.push(path);
    }
    const entries = await entriesOf(files.sort(byName), this.#alone);
    return { files: entries.filter((entry) => entry !== undefined), folders: folders.sort(byName) };
  }

  async #follow(path: string, wants: FolderSieve): Promise<void> {
    const name = path.slice(path.lastIndexOf('/') + 1);
    const found = await statOf(path);
    if (found?.isDirectory() && wants(name, true)) {
      for (const entry of await this.#walk(path, await realPath(path))) this.#found.push(entry);
      this.#paths = null;
    }
    if (!found?.isFile() || !wants(name, false)) return;
    const real = await realPath(path);
    const slash = real.lastIndexOf('/');
    const folder = this.#walked.get(real.slice(0, slash));
    this.#paths ??= new Set(this.#found.map((entry) => entry.path));
    if (this.#linkedFiles.has(real) || (folder !== undefined && this.#paths.has(`${folder}/${real.slice(slash + 1)}`))) return;
    this.#linkedFiles.add(real);
    this.#found.push(entryFrom(path, found));
  }
}

/** Files of a folder and what is below its folders, in the order of paths: a folder's name counts with its slash. */
function inOrder(stem: number, files: readonly Entry[], folders: ReadonlyMap<string, readonly Entry[]>): Entry[] {
  if (folders.size === 0) return [...files];
  const parts = [
    ...files.map((entry) => ({ name: entry.path.slice(stem), entries: [entry] })),
    ...[...folders].map(([name, entries]) => ({ name: `${name}/`, entries })),
  ];
  return parts.sort((a, b) => (a.name < b.name ? -1 : 1)).flatMap(({ entries }) => entries);
}

/** Passes over what cannot be looked at by itself; that nothing answers any more is no reason to take what is there for all. */
function leaveOut(error: unknown): Entry[] {
  if (NO_ANSWER.has((error as NodeJS.ErrnoException | null)?.code ?? '')) throw error;
  return [];
}

/** Asked on the thread itself, a disk at hand answers in a fifth of what the way round takes. One that takes so long for a file is not: milliseconds. */
const AT_HAND_MS = 1;
/** Files that are asked for before it is looked how long they took: to look at the clock takes as long as to ask for a file. */
const FILES_A_LOOK = 16;

/** The entries at some paths, undefined for what is no file. */
async function entriesOf(paths: readonly string[], alone: boolean): Promise<readonly (Entry | undefined)[]> {
  const entries = new Array<Entry | undefined>(paths.length);
  let next = 0;
  for (let isAtHand = alone; isAtHand && next < paths.length; ) {
    const before = now();
    const end = Math.min(next + FILES_A_LOOK, paths.length);
    for (; next < end; next++) entries[next] = entryNow(paths[next] as string);
    isAtHand = now() - before < FILES_A_LOOK * AT_HAND_MS;
  }
  const ask = async () => {
    for (let at = next++; at < paths.length; at = next++) {
      const path = paths[at] as string;
      const found = await statOf(path);
      if (found?.isFile()) entries[at] = entryFrom(path, found);
    }
  };
  await Promise.all(Array.from({ length: FILES_AT_ONCE }, ask));
  return entries;
}

/** Like {@link entryOf}, on the thread itself. */
export function entryIfThere(path: string): Entry | undefined {
  try {
    return entryNow(path);
  } catch {
    return undefined;
  }
}

const NO_THROW = { throwIfNoEntry: false } as const;

function entryNow(path: string): Entry | undefined {
  try {
    const found = statSync(path, NO_THROW);
    return found?.isFile() ? entryFrom(path, found) : undefined;
  } catch (error) {
    if (NO_ANSWER.has((error as NodeJS.ErrnoException | null)?.code ?? '')) throw error;
    return undefined;
  }
}

function statOf(path: string): Promise<Stats | undefined> {
  return new Promise((resolve, reject) => {
    stat(path, (error, found) => {
      if (error && NO_ANSWER.has(error.code ?? '')) reject(error);
      else resolve(error ? undefined : found);
    });
  });
}

/** The file's entry, or undefined where there is none (a folder is none) or nobody can say. */
export async function entryOf(path: string): Promise<Entry | undefined> {
  const found = await statOf(path).catch(() => undefined);
  return found?.isFile() ? entryFrom(path, found) : undefined;
}

/** Whether there is anything by this name, and be it a link that leads nowhere. */
export function isThere(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    lstat(path, (error) => resolve(!error));
  });
}

export async function isFolderAt(path: string): Promise<boolean> {
  return (await statOf(path).catch(() => undefined))?.isDirectory() === true;
}

/** Read by everybody: what most files are. */
const OPEN_TO_ALL = 0o444;

function entryFrom(path: string, { mtimeMs, size, mode }: Stats): Entry {
  // Who may read a file is a part of the stamp where not everybody may: a file that was closed is read when it is opened.
  const rights = (mode & OPEN_TO_ALL) === OPEN_TO_ALL ? '' : `:${(mode & OPEN_TO_ALL).toString(8)}`;
  return { path, size, stamp: `${mtimeMs}:${size}${rights}`, modified: mtimeMs };
}

/** By code units, the same in every locale. */
function byName(a: string, b: string): number {
  return a < b ? -1 : 1;
}
