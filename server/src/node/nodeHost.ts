import { readFile, readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { folded } from '../service/changedPaths.ts';
import type { Entry, Host, Sieve } from '../service/host.ts';
import { entryOf, isFolderAt, isThere, realPath, Walk } from './walk.ts';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'you may not read it',
  EPERM: 'you may not read it',
  EISDIR: 'it is a folder',
  ENOTDIR: 'it is not a folder',
  ELOOP: 'its links lead in a circle',
  EMFILE: 'too many files are open',
  EIO: 'the disk does not answer',
  ETIMEDOUT: 'the disk does not answer',
  EHOSTDOWN: 'the machine that has it does not answer',
  EHOSTUNREACH: 'the machine that has it does not answer',
  ENOTCONN: 'the machine that has it does not answer',
  ESTALE: 'the machine that has it was away in the meantime',
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

  async listFiles(folder: string, sieve?: Sieve): Promise<readonly Entry[]> {
    try {
      return await new Walk(sieve).below(folder);
    } catch (error) {
      throw inWords(error);
    }
  }

  stat(path: string): Promise<Entry | undefined> {
    return entryOf(path);
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
