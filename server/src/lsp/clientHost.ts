import type { Connection } from 'vscode-languageserver';
import { encodedName, isUri, trimmedSlash } from '../service/configurationPaths.ts';
import { type Entry, type Host, isFolder, type Sieve } from '../service/host.ts';
import type { Indexer, IndexPiece, IndexRun } from '../service/indexer.ts';
import { InProcessIndexer } from '../service/inProcessIndexer.ts';
import { isHidden } from '../service/sourceNames.ts';
import { plainly } from '../text/said.ts';
import { type FileStat, type Method, readFileRequest, readFolderRequest, statRequest } from './protocol.ts';

/** How many files the client is asked about in one question. */
const AT_ONCE = 200;

/**
 * Folders that are on no disk (a repository that the editor shows without having it, an archive, a server): the client reads
 * them, on request. Paths are URIs. Links are what the client says they lead to; a folder that leads back to one above it
 * ends where the client says so, or at {@link DEEPEST}.
 */
export class ClientHost implements Host {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  async readFile(path: string): Promise<Uint8Array> {
    const { content } = await this.#ask(readFileRequest, { uri: path });
    return bytesOf(content);
  }

  async listFiles(folder: string, sieve?: Sieve): Promise<readonly Entry[]> {
    const found: string[] = [];
    await this.#walk(trimmedSlash(folder), sieve, { found, depth: 0 });
    const entries: Entry[] = [];
    for (let at = 0; at < found.length; at += AT_ONCE) {
      const some = found.slice(at, at + AT_ONCE);
      const { stats } = await this.#ask(statRequest, { uris: some });
      for (const [i, path] of some.entries()) {
        const entry = entryFrom(path, stats[i]);
        if (entry) entries.push(entry);
      }
    }
    return entries;
  }

  async stat(path: string): Promise<Entry | undefined> {
    const answer = await this.#ask(statRequest, { uris: [path] }).catch(() => null);
    return entryFrom(path, answer?.stats[0]);
  }

  async isFolder(path: string): Promise<boolean> {
    const answer = await this.#ask(statRequest, { uris: [path] }).catch(() => null);
    return answer?.stats[0]?.kind === 'folder';
  }

  async #walk(folder: string, sieve: Sieve | undefined, { found, depth }: { found: string[]; depth: number }): Promise<void> {
    if (depth > DEEPEST) return;
    const { items } = await this.#ask(readFolderRequest, { uri: folder });
    const named = items.map(({ name, kind }) => ({ name: encodedName(name), kind }));
    const wants = await sieve?.enter(
      folder,
      named.map(({ name }) => name),
    );
    for (const { name, kind } of [...named].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))) {
      if (isHidden(name) || wants?.(name, kind === 'folder') === false) continue;
      const path = `${folder}/${name}`;
      if (kind === 'file') found.push(path);
      // What cannot be listed below is left out; only the folder that was asked for must be there.
      else await this.#walk(path, sieve, { found, depth: depth + 1 }).catch(() => undefined);
    }
  }

  async #ask<Params, Result>({ method }: Method<Params, Result>, params: Params): Promise<Result> {
    try {
      return await this.#connection.sendRequest<Result>(method, params);
    } catch (error) {
      throw new Error(plainly`It could not be read: the editor does not give it.`, { cause: error });
    }
  }
}

/** Folders in folders deeper than this are taken for a loop of links. */
const DEEPEST = 64;

/** A folder's name counts with its slash, so that files come in the order of their paths. */
function keyOf({ name, kind }: { readonly name: string; readonly kind: string }): string {
  return kind === 'folder' ? `${name}/` : name;
}

function entryFrom(path: string, stat: FileStat | null | undefined): Entry | undefined {
  if (stat?.kind !== 'file') return undefined;
  return { path, size: stat.size, stamp: `${stat.modified}:${stat.size}`, modified: stat.modified };
}

function bytesOf(base64: string): Uint8Array {
  const { fromBase64 } = Uint8Array as { fromBase64?: (base64: string) => Uint8Array };
  if (fromBase64) return fromBase64.call(Uint8Array, base64);
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}

/** A host whose paths are read by one of two: URIs by the client, all others on the disk. */
export function withClientFiles(disk: Host, client: Host): Host {
  const of = (path: string) => (isUri(path) ? client : disk);
  return {
    readFile: (path) => of(path).readFile(path),
    listFiles: (folder, sieve) => of(folder).listFiles(folder, sieve),
    stat: (path) => of(path).stat(path),
    isFolder: (path) => isFolder(of(path), path),
    // A client's files have one spelling each.
    listedPath: async (folder, path) => (isUri(folder) || !disk.listedPath ? path : await disk.listedPath(folder, path)),
    ...(disk.extract ? { extract: (path, bytes) => disk.extract!(path, bytes) } : {}),
  };
}

/** Has the client's files indexed on this thread, as no other can ask for them, and all others by `disk`. */
export class ClientFilesIndexer implements Indexer {
  readonly #disk: Indexer;
  readonly #inProcess: Indexer;

  constructor(disk: Indexer, host: Host) {
    this.#disk = disk;
    this.#inProcess = new InProcessIndexer(host);
  }

  async *index(entries: readonly Entry[], run: IndexRun): AsyncGenerator<IndexPiece> {
    const theirs = entries.filter(({ path }) => isUri(path));
    const ours = theirs.length === 0 ? entries : entries.filter(({ path }) => !isUri(path));
    if (ours.length > 0) yield* this.#disk.index(ours, run);
    const { progressed } = run;
    const told = progressed ? { ...run, progressed: (done: number) => progressed(ours.length + done) } : run;
    if (theirs.length > 0) yield* this.#inProcess.index(theirs, told);
  }
}
