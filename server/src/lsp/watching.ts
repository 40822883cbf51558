import { type Connection, DidChangeWatchedFilesNotification, type Disposable, type FileSystemWatcher } from 'vscode-languageserver';
import { uriOfPath } from '../features/convert.ts';
import { type Configuration, DEFAULT_CORPUS, PROJECT_FILE } from '../service/configuration.ts';
import { fileNameOf, isInside, isUri, parentOf } from '../service/configurationPaths.ts';
import { GIT_IGNORE } from '../service/ignoreFiles.ts';
import { STET_FILE } from '../service/stetFile.ts';
import type { Traits } from './traits.ts';

/** What the client is asked to watch: project files, files of Git's that say what is passed over, folders that would become the corpus, and the corpus folders themselves. */
function watchersFor(
  corpora: readonly string[],
  stets: readonly string[],
  above: readonly string[],
  { relativePatterns }: Pick<Traits, 'relativePatterns'>,
): FileSystemWatcher[] {
  const folders = corpora.map((folder): FileSystemWatcher => {
    // Only a relative pattern reaches a folder outside the workspace for certain; a bare path does in some clients.
    return { globPattern: relativePatterns ? { baseUri: uriOfPath(folder), pattern: '**/*' } : `${folder}/**/*` };
  });
  return [
    { globPattern: `**/${PROJECT_FILE}` },
    ...above.map((folder): FileSystemWatcher => {
      return { globPattern: relativePatterns ? { baseUri: uriOfPath(folder), pattern: PROJECT_FILE } : `${folder}/${PROJECT_FILE}` };
    }),
    ...stets.map((name) => ({ globPattern: `**/${name}` })),
    // Those above the corpus folders decide, too.
    { globPattern: `**/${GIT_IGNORE}` },
    { globPattern: `**/${DEFAULT_CORPUS}` },
    { globPattern: `**/${DEFAULT_CORPUS}/**/*` },
    ...folders,
  ];
}

/** As much of a configuration as is watched. */
type Watched = Pick<Configuration, 'corpora' | 'stet' | 'files'>;

/** Folders that are watched for a client which does not watch. */
export interface WatchedFolders {
  /** With all that is below them. */
  readonly whole: readonly string[];
  /** By themselves, for what has one of the names. */
  readonly alone: readonly string[];
  readonly names: readonly string[];
}

/** Watches folders of the machine. */
export interface FolderWatch {
  /** Watches these from now on, and nothing else. */
  watch(wanted: WatchedFolders): Promise<void>;
  end(): void;
}

/** `changed` is told the paths of what was added, changed or removed; `note` what the user should know. */
export type WatchFolders = (changed: (paths: readonly string[]) => void, note: (message: string) => void) => FolderWatch;

function inOrder(names: readonly string[]): string[] {
  return [...new Set(names)].sort((a, b) => (a < b ? -1 : 1));
}

/** What is watched for a client which does not: the corpora, and the folders where files of the project are or would come to be. */
function foldersFor(configurations: readonly Watched[], workspaceFolders: readonly string[]): WatchedFolders {
  const files = configurations.flatMap(({ files = [], stet }) => [stet.path, ...files]);
  const parents = files.map(parentOf).filter((folder) => folder !== undefined);
  const names = [PROJECT_FILE, DEFAULT_CORPUS, GIT_IGNORE, STET_FILE, ...files.map(fileNameOf)];
  const onDisk = (folders: readonly string[]) => inOrder(folders).filter((folder) => !isUri(folder));
  return {
    whole: onDisk(configurations.flatMap(({ corpora }) => corpora)),
    alone: onDisk([...workspaceFolders, ...parents]),
    names: inOrder(names),
  };
}

/** Keeps what is watched in step with the corpus folders: by the client, or by the server where the client does not watch. */
export class Watching {
  readonly #connection: Connection;
  readonly #traits: Traits;
  readonly #own: FolderWatch | null;
  #watched: string | null = null;
  #registration: Promise<Disposable> | null = null;

  /** `own` watches where the client does not; null where the server cannot. */
  constructor(connection: Connection, traits: Traits, own: FolderWatch | null) {
    this.#connection = connection;
    this.#traits = traits;
    this.#own = own;
  }

  end(): void {
    this.#own?.end();
  }

  /** Watches what these configurations name and project files above the workspace folders, and nothing else. Does nothing where they are watched already, or nobody can watch. */
  async watch(configurations: readonly Watched[], folders: readonly string[]): Promise<void> {
    if (!this.#traits.watches) return await this.#watchHere(foldersFor(configurations, folders));
    const corpora = inOrder(configurations.flatMap((one) => one.corpora));
    const stets = inOrder([STET_FILE, ...configurations.map(({ stet }) => fileNameOf(stet.path))]);
    const homes = configurations.flatMap(({ files = [] }) => files.map((file) => parentOf(file) ?? file));
    const above = inOrder(homes.filter((home) => !folders.some((folder) => isInside(folder, home))));
    const key = JSON.stringify([corpora, stets, above]);
    if (key === this.#watched) return;
    this.#watched = key;
    const before = this.#registration;
    const watchers = watchersFor(corpora, stets, above, this.#traits);
    this.#registration = this.#connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    // The new watchers first, so that no change falls between the two.
    await this.#registration;
    (await before)?.dispose();
  }
  async #watchHere(wanted: WatchedFolders): Promise<void> {
    const key = JSON.stringify(wanted);
    if (key === this.#watched) return;
    this.#watched = key;
    await this.#own?.watch(wanted);
  }
}
