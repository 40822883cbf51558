import { closeSync, openSync, readSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { Cache, CacheEntry, OpenBytes } from '../service/host.ts';
import {
  closeFile,
  makeFolder,
  moveFile,
  namesIn,
  openFile,
  readInto,
  removeFile,
  statsOf,
  statsOfOpen,
  syncFile,
  writeFrom,
} from './files.ts';

/** Begins the names of files that hold something, so that none is a name that a system keeps for itself. */
const HELD = 'v-';
/** Begins the names of files that are still being written. */
const UNFINISHED = 'unfinished-';

/** A file that is still unfinished after so many milliseconds is what a crash left. */
const ABANDONED_MS = 3_600_000;

/** Bytes that one call reads or writes: systems take no more than two gigabytes. */
const MOST_AT_ONCE = 1 << 28;

/** On Windows a file that somebody (a virus scanner) is looking at cannot be replaced; it can after so many milliseconds. */
const RETRIES_MS: readonly number[] = [10, 50, 250];
const BUSY = new Set(['EPERM', 'EACCES', 'EBUSY']);

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'you may not use it',
  EPERM: 'you may not use it',
  EROFS: 'the disk cannot be written',
  ENOSPC: 'the disk is full',
  EDQUOT: 'you have no more space on the disk',
  ENOTDIR: 'a part of its path is a file',
  EEXIST: 'there is a file of its name',
  EISDIR: 'it is a folder',
  ENAMETOOLONG: 'a name is too long',
  EMFILE: 'too many files are open',
  EIO: 'the disk does not answer',
};

/**
 * A cache in a folder, which is made when something is first written, for the user alone. Several processes may use the
 * folder at once: a file is written under a name of its own, brought to the disk, and then put in place in one step.
 */
export class DiskCache implements Cache {
  readonly folder: string;
  readonly #report: (message: string) => void;
  #swept: Promise<void> | undefined;
  #failed = false;

  /** `report` is told once, in a sentence, where nothing can be written. */
  constructor(folder: string, report: (message: string) => void = () => undefined) {
    this.folder = folder;
    this.#report = report;
  }

  async read(name: string): Promise<Uint8Array | undefined> {
    try {
      const file = await openFile(this.#pathOf(name), 'r');
      try {
        return await wholeOf(file);
      } finally {
        await closeFile(file);
      }
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return undefined;
      throw this.#inWords(error, 'read');
    }
  }

  async write(name: string, pieces: readonly Uint8Array[]): Promise<void> {
    const unfinished = this.#join(`${UNFINISHED}${process.pid}-${crypto.randomUUID()}`);
    try {
      await makeFolder(this.folder, { recursive: true, mode: 0o700 });
      this.#swept ??= this.#sweep();
      await this.#swept;
      await writeNew(unfinished, pieces);
      await replace(unfinished, this.#pathOf(name));
      await syncFolder(this.folder);
    } catch (error) {
      await removeFile(unfinished, { force: true }).catch(() => undefined);
      const told = this.#inWords(error, 'written');
      if (!this.#failed) this.#report(told.message);
      this.#failed = true;
      throw told;
    }
  }

  open(name: string): OpenBytes | undefined {
    try {
      return new OpenFile(openSync(this.#pathOf(name), 'r'));
    } catch {
      return undefined;
    }
  }

  async remove(name: string): Promise<void> {
    try {
      await removeFile(this.#pathOf(name), { force: true });
    } catch (error) {
      throw this.#inWords(error, 'written');
    }
  }

  async list(): Promise<readonly CacheEntry[]> {
    const files = await this.#files();
    const entries = await Promise.all(
      files.map(async (file): Promise<CacheEntry | undefined> => {
        const name = file.startsWith(HELD) ? nameOf(file.slice(HELD.length)) : undefined;
        const found = name === undefined ? undefined : await statsOf(this.#join(file)).catch(() => undefined);
        return name !== undefined && found?.isFile() ? { name, size: found.size, modified: found.mtimeMs } : undefined;
      }),
    );
    return entries.filter((entry) => entry !== undefined);
  }

  /** Removes what crashes left. */
  async #sweep(): Promise<void> {
    for (const file of (await this.#files()).filter((one) => one.startsWith(UNFINISHED))) {
      const path = this.#join(file);
      const age = Date.now() - ((await statsOf(path).catch(() => undefined))?.mtimeMs ?? Date.now());
      if (age > ABANDONED_MS) await removeFile(path, { force: true }).catch(() => undefined);
    }
  }

  async #files(): Promise<string[]> {
    try {
      return await namesIn(this.folder);
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return [];
      throw this.#inWords(error, 'read');
    }
  }

  #join(file: string): string {
    return `${this.folder}/${file}`;
  }

  #pathOf(name: string): string {
    return this.#join(HELD + fileNameOf(name));
  }

  #inWords(error: unknown, what: 'read' | 'written'): Error {
    const code = codeOf(error);
    const reason = REASONS[code] ?? (code || 'for a reason that the system does not say');
    return new Error(`The cache in ${this.folder} could not be ${what}: ${reason}.`, { cause: error });
  }
}

/** A file that is open; on the systems that matter it can be read though its name is gone. */
class OpenFile implements OpenBytes {
  readonly #descriptor: number;

  constructor(descriptor: number) {
    this.#descriptor = descriptor;
  }

  read(offset: number, into: Uint8Array): void {
    for (let done = 0; done < into.length; ) {
      const read = readSync(this.#descriptor, into, done, into.length - done, offset + done);
      if (read === 0) throw new Error('A part of the index that is kept on disk is no longer there.');
      done += read;
    }
  }

  close(): void {
    closeSync(this.#descriptor);
  }
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException | null)?.code ?? '';
}

/** A name of letters that every file system keeps apart: others become `=` and their UTF-16 code unit. */
function fileNameOf(name: string): string {
  const coded = (unit: string) => `=${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  // Not by code point: half a pair has a name, too. Windows drops a full stop at the end.
  return name.replace(/[^a-z0-9._-]|\.$/g, coded);
}

/** The name that a file's name stands for; undefined where it is none of ours. */
function nameOf(file: string): string | undefined {
  const name = file.replace(/=([0-9a-f]{4})/g, (_, unit: string) => String.fromCharCode(Number.parseInt(unit, 16)));
  return fileNameOf(name) === file ? name : undefined;
}

/** All bytes of a file, read into memory that nothing else lies in and that was not cleared before. */
async function wholeOf(file: number): Promise<Uint8Array> {
  const { size } = await statsOfOpen(file);
  const bytes = Buffer.allocUnsafeSlow(size);
  let at = 0;
  while (at < size) {
    const { bytesRead } = await readInto(file, bytes, at, Math.min(size - at, MOST_AT_ONCE), at);
    if (bytesRead === 0) break;
    at += bytesRead;
  }
  return bytes.subarray(0, at);
}

/** Writes a file that is not there yet, for the user alone, and waits until the disk has it. */
async function writeNew(path: string, pieces: readonly Uint8Array[]): Promise<void> {
  const file = await openFile(path, 'wx', 0o600);
  try {
    for (const piece of pieces) {
      for (let at = 0; at < piece.length; ) {
        at += (await writeFrom(file, piece, at, Math.min(piece.length - at, MOST_AT_ONCE))).bytesWritten;
      }
    }
    await syncFile(file);
  } finally {
    await closeFile(file);
  }
}

/** Puts a file in another's place, in one step. */
async function replace(from: string, to: string): Promise<void> {
  for (const wait of RETRIES_MS) {
    try {
      return await moveFile(from, to);
    } catch (error) {
      if (process.platform !== 'win32' || !BUSY.has(codeOf(error))) throw error;
      await pause(wait);
    }
  }
  await moveFile(from, to);
}

/** Brings a folder's list of names to the disk, where the system can: a rename is otherwise lost with the power. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const opened = await openFile(folder, 'r').catch(() => undefined);
  if (opened === undefined) return;
  await syncFile(opened).catch(() => undefined);
  await closeFile(opened);
}
