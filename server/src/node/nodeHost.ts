import type { Dirent } from 'node:fs';
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import type { Entry, Host } from '../service/host.ts';

/** Folders that hold no sources, however much text there is in them. */
const SKIPPED = new Set(['node_modules']);

/** How many folders and files are asked for at once. */
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

class NodeHost implements Host {
  async readFile(path: string): Promise<Uint8Array> {
    try {
      return await readFile(path);
    } catch (error) {
      throw inWords(error);
    }
  }

  async listFiles(folder: string): Promise<readonly Entry[]> {
    const found = new Map<string, Entry>();
    try {
      await walk(folder, found, new Set());
    } catch (error) {
      throw inWords(error);
    }
    return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  stat(path: string): Promise<Entry | undefined> {
    return entryOf(path);
  }
}

/** Collects the files below a folder. `above` holds the real paths on the way here: a link back to one of them is a loop. */
async function walk(folder: string, found: Map<string, Entry>, above: ReadonlySet<string>): Promise<void> {
  const real = await realpath(folder);
  if (above.has(real)) return;
  const way = new Set(above).add(real);
  const listed = (await readdir(folder, { withFileTypes: true })).filter(({ name }) => !name.startsWith('.') && !SKIPPED.has(name));
  for (let at = 0; at < listed.length; at += AT_ONCE) {
    await Promise.all(listed.slice(at, at + AT_ONCE).map((item) => visit(folder, item, { found, way })));
  }
}

async function visit(
  folder: string,
  item: Dirent,
  { found, way }: { readonly found: Map<string, Entry>; readonly way: ReadonlySet<string> },
): Promise<void> {
  const path = `${folder.replace(/\/$/, '')}/${item.name}`;
  if (item.isDirectory() || (item.isSymbolicLink() && (await isFolder(path)))) {
    // What cannot be listed below is left out; only the folder that was asked for must be there.
    await walk(path, found, way).catch(() => undefined);
    return;
  }
  const entry = await entryOf(path);
  if (entry) found.set(path, entry);
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

/** The machine that this runs on. */
export const nodeHost: Host = new NodeHost();
