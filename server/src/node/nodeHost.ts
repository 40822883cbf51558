import { readFile, readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { folded } from '../service/changedPaths.ts';
import type { Entry, Host, Sieve } from '../service/host.ts';
import { plainly } from '../text/said.ts';
import { entryIfThere, entryOf, isFolderAt, isThere, realPath, Walk } from './walk.ts';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: plainly`there is no such file or folder`,
  EACCES: plainly`you may not read it`,
  EPERM: plainly`you may not read it`,
  EISDIR: plainly`it is a folder`,
  ENOTDIR: plainly`it is not a folder`,
  ELOOP: plainly`its links lead in a circle`,
  EMFILE: plainly`too many files are open`,
  EIO: plainly`the disk does not answer`,
  ETIMEDOUT: plainly`the disk does not answer`,
  EHOSTDOWN: plainly`the machine that has it does not answer`,
  EHOSTUNREACH: plainly`the machine that has it does not answer`,
  ENOTCONN: plainly`the machine that has it does not answer`,
  ESTALE: plainly`the machine that has it was away in the meantime`,
};

/** Takes two thirds of the time of what `node:fs/promises` has for it. */
const readWhole = promisify(readFile);

class NodeHost implements Host {
  readonly #alone: boolean;

  constructor({ alone }: { readonly alone: boolean }) {
    this.#alone = alone;
  }

  async readFile(path: string): Promise<Uint8Array> {
    if (this.#alone) return readFileNow(path);
    try {
      return await readWhole(path);
    } catch (error) {
      throw inWords(error);
    }
  }

  async listFiles(folder: string, sieve?: Sieve): Promise<readonly Entry[]> {
    try {
      return await new Walk(sieve, this.#alone).below(folder);
    } catch (error) {
      throw inWords(error);
    }
  }

  async stat(path: string): Promise<Entry | undefined> {
    return this.#alone ? entryIfThere(path) : entryOf(path);
  }

  isFolder(path: string): Promise<boolean> {
    return isFolderAt(path);
  }

  async listedPath(folder: string, path: string): Promise<string | null | undefined> {
    if (path === folder) return path;
    try {
      const [top, real] = await Promise.all([realPath(folder), realPath(path)]);
      const stem = top.endsWith('/') ? top : `${top}/`;
      const way = path.slice(folder.length).replace(/^\//, '');
      const spelt = real.startsWith(stem) ? real.slice(stem.length) : null;
      if (spelt === way) return path;
      return spelt !== null && folded(spelt) === folded(way) ? `${folder.replace(/\/$/, '')}/${spelt}` : null;
    } catch {
      // A link that leads nowhere may lead somewhere one day.
      return (await isThere(path)) ? null : undefined;
    }
  }
}

/** A file system's error as a sentence for people. */
function inWords(error: unknown): Error {
  const code = (error as NodeJS.ErrnoException | null)?.code ?? '';
  const reason = REASONS[code] ?? (code || plainly`for a reason that the system does not say`);
  return new Error(plainly`It could not be read: ${reason}.`, { cause: error });
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
export const nodeHost: Host = new NodeHost({ alone: false });

/** The same for a program that has nothing else to do while it waits for files. */
export const nodeHostAlone: Host = new NodeHost({ alone: true });
