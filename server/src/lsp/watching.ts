import { type Connection, DidChangeWatchedFilesNotification, type Disposable, type FileSystemWatcher } from 'vscode-languageserver';
import { uriOfPath } from '../features/convert.ts';
import { type Configuration, DEFAULT_CORPUS, PROJECT_FILE } from '../service/configuration.ts';
import { fileNameOf, isInside, parentOf } from '../service/configurationPaths.ts';
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

function inOrder(names: readonly string[]): string[] {
  return [...new Set(names)].sort((a, b) => (a < b ? -1 : 1));
}

/** Keeps the client's watchers in step with the corpus folders. */
export class Watching {
  readonly #connection: Connection;
  readonly #traits: Traits;
  #watched: string | null = null;
  #registration: Promise<Disposable> | null = null;

  constructor(connection: Connection, traits: Traits) {
    this.#connection = connection;
    this.#traits = traits;
  }

  /** Watches what these configurations name and project files above the workspace folders, and nothing else. Does nothing where they are watched already, or the client cannot watch. */
  async watch(configurations: readonly Watched[], folders: readonly string[]): Promise<void> {
    const corpora = inOrder(configurations.flatMap((one) => one.corpora));
    const stets = inOrder([STET_FILE, ...configurations.map(({ stet }) => fileNameOf(stet.path))]);
    const homes = configurations.flatMap(({ files = [] }) => files.map((file) => parentOf(file) ?? file));
    const above = inOrder(homes.filter((home) => !folders.some((folder) => isInside(folder, home))));
    const key = JSON.stringify([corpora, stets, above]);
    if (!this.#traits.watches || key === this.#watched) return;
    this.#watched = key;
    const before = this.#registration;
    const watchers = watchersFor(corpora, stets, above, this.#traits);
    this.#registration = this.#connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    // The new watchers first, so that no change falls between the two.
    await this.#registration;
    (await before)?.dispose();
  }
}
