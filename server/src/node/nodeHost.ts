import { type Dirent, readFile, readFileSync } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import type { Entry, Host } from '../service/host.ts';
import { Turnstile } from './turnstile.ts';

/** Folders that hold no sources, however much text there is in them. */
const SKIPPED = new Set(['node_modules']);

/** How many files and folders are asked for at once. */
const AT_ONCE = 64;

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'you may not read it',
  EPERM: 'you may not read it',
  EISDIR: 'it is a folder',
  ENOTDIR: 'it is not a folder',
  ELOOP: 'its links lead in a circle',
  EMFILE: 'too many files are open',
  EIO: 'the disk does not answer',
};

/** Takes two thirds of the time of what `node:fs/promises` has for it. */
const readWhole = promisify(readFile);

class NodeHost implements Host {
  async readFile(path: string): Promise<Uint8Array> {
    try {
      return await readWhole(path);
    } catch (error) {
      throw inWords(error);
    }
  }

  async listFiles(folder: string): Promise<readonly Entry[]> {
    try {
      return await new Walk().below(folder, new Set());
    } catch (error) {
      throw inWords(error);
    }
  }

  stat(path: string): Promise<Entry | undefined> {
    return entryOf(path);
  }
}

/** A walk through folders. Answers come a few at a time, so that no crowd of them holds up the thread. */
class Walk {
  readonly #turnstile = new Turnstile(AT_ONCE);

  /** The files below a folder, by path. `above` holds the real paths on the way here: a link back to one of them is a loop. */
  async below(folder: string, above: ReadonlySet<string>): Promise<readonly Entry[]> {
    const real = await this.#turnstile.pass(() => realpath(folder));
    if (above.has(real)) return [];
    const way = new Set(above).add(real);
    const all = await this.#turnstile.pass(() => readdir(folder, { withFileTypes: true }));
    const listed = all.filter(({ name }) => !name.startsWith('.') && !SKIPPED.has(name));
    const found: Found[] = [];
    for (let at = 0; at < listed.length; at += AT_ONCE) {
      const some = listed.slice(at, at + AT_ONCE).map((item) => this.#visit(folder, item, way));
      found.push(...(await Promise.all(some)));
    }
    return found.sort((a, b) => (a.name < b.name ? -1 : 1)).flatMap(({ entries }) => entries);
  }

  async #visit(folder: string, item: Dirent, way: ReadonlySet<string>): Promise<Found> {
    const path = `${folder.replace(/\/$/, '')}/${item.name}`;
    if (item.isDirectory() || (item.isSymbolicLink() && (await this.#turnstile.pass(() => isFolder(path))))) {
      // What cannot be listed below is left out; only the folder that was asked for must be there.
      return { name: `${item.name}/`, entries: await this.below(path, way).catch(() => []) };
    }
    const entry = await this.#turnstile.pass(() => entryOf(path));
    return { name: item.name, entries: entry ? [entry] : [] };
  }
}

/** What an item of a folder is or holds; a folder's name ends with a slash, by which its files are ordered. */
interface Found {
  readonly name: string;
  readonly entries: readonly Entry[];
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() === true;
}

async function entryOf(path: string): Promise<Entry | undefined> {
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) return undefined;
  return { path, size: found.size, stamp: `${found.mtimeMs}:${found.size}` };
}

/** A file system's error as a sentence for people. */
function inWords(error: unknown): Error {
  const code = (error as NodeJS.ErrnoException | null)?.code ?? '';
  const reason = REASONS[code] ?? (code || 'for a reason that the system does not say');
  return new Error(`It could not be read: ${reason}.`, { cause: error });
}

/** A whole file at once, on a thread that may wait for it. */
export function readFileNow(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    throw inWords(error);
  }
}

/** The machine that this runs on. */
export const nodeHost: Host = new NodeHost();
