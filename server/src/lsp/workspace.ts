import { languageOf } from '../draft/languages/index.ts';
import { pathOfUri } from '../features/convert.ts';
import { type Configuration, configurationFor } from '../service/configuration.ts';
import { isInside, parentOf } from '../service/configurationPaths.ts';
import type { Host } from '../service/host.ts';
import { Library, type LibraryOptions } from '../service/library.ts';
import { after, unlessAborted } from '../service/pump.ts';
import { bytesOfMemory, type Settings } from '../service/settings.ts';
import { type DraftDocument, SourceCheck } from '../service/sourceCheck.ts';

/** How long a request waits for the first reading of the sources, counted from its start, in milliseconds. */
const PATIENCE_MS = 1500;

/** One set of corpus folders with all that is known from it. */
export interface Shelf {
  /** Tells one shelf from every other of this server's life. */
  readonly number: number;
  readonly library: Library;
  readonly check: SourceCheck;
  /** Resolves when everything has been read once, or after a while: nobody waits long for an answer. */
  readonly ready: Promise<void>;
}

interface OwnedShelf extends Shelf {
  readonly controller: AbortController;
  /** How many wait until all of it has been read. */
  waiting: number;
}

/** What the workspace tells whoever listens. */
export interface WorkspaceEvents {
  /** Something of this shelf changed: its corpus, its problems or how far reading has come. */
  readonly shelfChanged: (shelf: Shelf) => void;
  /** Drafts are held against newer sources than before. */
  readonly caughtUp: () => void;
  /** Reading failed for a reason of ours. */
  readonly failed: (error: unknown) => void;
}

/** The settings of the editor for a workspace folder, or for what lies in none (null). */
export type EditorSettings = (folder: string | null) => Promise<Partial<Settings>>;

/**
 * Which configuration and which sources hold where: a configuration for each folder with drafts, a shelf for each set of
 * corpus folders that a configuration names.
 */
export class Workspace {
  readonly #host: Host;
  readonly #events: WorkspaceEvents;
  readonly #editorSettings: EditorSettings;
  readonly #libraryOptions: LibraryOptions;
  readonly #configurations = new Map<string, Promise<Configuration>>();
  readonly #shelves = new Map<string, OwnedShelf>();
  #folders: readonly string[] = [];
  #shelvesMade = 0;

  constructor(host: Host, editorSettings: EditorSettings, events: WorkspaceEvents, libraryOptions: LibraryOptions = {}) {
    this.#host = host;
    this.#editorSettings = editorSettings;
    this.#events = events;
    this.#libraryOptions = libraryOptions;
  }

  /** The workspace folders' paths. */
  get folders(): readonly string[] {
    return this.#folders;
  }

  set folders(folders: readonly string[]) {
    this.#folders = folders;
    this.#configurations.clear();
  }

  get shelves(): readonly Shelf[] {
    return [...this.#shelves.values()];
  }

  /** Where a document is, or would be saved: an unsaved draft counts as lying in the first workspace folder. */
  pathOf({ uri, languageId }: DraftDocument): string {
    const path = pathOfUri(uri);
    if (path !== undefined) return path;
    if (!uri.startsWith('untitled:')) return uri;
    return `${this.#folders[0] ?? ''}/${uri.slice('untitled:'.length).replace(/^.*\//, '')}.${languageOf(languageId).endings[0]}`;
  }

  /** The configuration that holds for a draft. It depends on the draft's folder only. */
  configurationOf(path: string): Promise<Configuration> {
    const folder = parentOf(path) ?? path;
    const known = this.#configurations.get(folder);
    if (known) return known;
    const home = this.#homeOf(path);
    const asked = this.#editorSettings(home).then((settings) => configurationFor(path, this.#host, settings, home));
    this.#configurations.set(folder, asked);
    // A configuration that could not be worked out is not kept; what was asked for since is none of its business.
    asked.catch(() => {
      if (this.#configurations.get(folder) === asked) this.#configurations.delete(folder);
    });
    return asked;
  }

  /** The configurations that hold in the workspace folders themselves. */
  async rootConfigurations(): Promise<readonly Configuration[]> {
    return await Promise.all(this.#folders.map((folder) => this.configurationOf(`${folder}/draft.md`)));
  }

  /** Has every configuration read again when it is next asked for. */
  forgetConfigurations(): void {
    this.#configurations.clear();
  }

  /** The sources of a configuration; reading them begins when they are first asked for. */
  shelfOf({ corpora, settings }: Configuration): Shelf {
    const key = keyOf(corpora, settings);
    const known = this.#shelves.get(key);
    if (known) return known;
    const shelf = this.#newShelf(corpora, settings);
    this.#shelves.set(key, shelf);
    return shelf;
  }

  /** The number of the shelf that was made last. */
  get shelvesMade(): number {
    return this.#shelvesMade;
  }

  /** Resolves when all of a shelf has been read once, or its reading was stopped: what is checked before is to be checked again. */
  async whenRead(shelf: Shelf, signal: AbortSignal): Promise<void> {
    const owned = shelf as OwnedShelf;
    // Of one that was let go of while nobody waited nothing more is read.
    if (owned.controller.signal.aborted) return;
    owned.waiting++;
    try {
      await readOnce(shelf.library, signal);
    } finally {
      owned.waiting--;
      this.#endUnused(owned);
    }
  }

  /**
   * Lets go of the shelves that none of these configurations names. `until` is the number of the last shelf that was there
   * when the configurations were looked up: somebody has a use for later ones.
   */
  keepOnly(configurations: readonly Configuration[], until: number): void {
    const used = new Set(configurations.map(({ corpora, settings }) => keyOf(corpora, settings)));
    for (const [key, shelf] of this.#shelves) {
      if (used.has(key) || shelf.number > until) continue;
      this.#shelves.delete(key);
      this.#endUnused(shelf);
    }
  }

  /** Ends all reading: nobody waits for anything any more. */
  close(): void {
    for (const { controller } of this.#shelves.values()) controller.abort();
    this.#shelves.clear();
  }

  /** What is on no shelf any more is still read to its end for whoever waits for it. */
  #endUnused(shelf: OwnedShelf): void {
    if (shelf.waiting === 0 && !this.shelves.includes(shelf)) shelf.controller.abort();
  }

  #newShelf(corpora: readonly string[], settings: Settings): OwnedShelf {
    const library = new Library(corpora, this.#host, { ...this.#libraryOptions, memory: bytesOfMemory(settings), globs: settings.sources });
    const controller = new AbortController();
    const loaded = library.load(controller.signal).catch((error: unknown) => {
      if (!controller.signal.aborted) this.#events.failed(error);
    });
    const patience = new Promise<void>((resolve) => {
      after(PATIENCE_MS, resolve);
    });
    const ready = Promise.race([loaded, patience]);
    const check = new SourceCheck(library, { caughtUp: () => this.#events.caughtUp() });
    const shelf: OwnedShelf = { number: ++this.#shelvesMade, library, check, ready, controller, waiting: 0 };
    library.onChange(() => {
      if (!controller.signal.aborted) this.#events.shelfChanged(shelf);
    });
    return shelf;
  }

  /** The innermost workspace folder that a path lies in. */
  #homeOf(path: string): string | null {
    const homes = this.#folders.filter((folder) => isInside(folder, path));
    return homes.reduce<string | null>((best, next) => (best && best.length >= next.length ? best : next), null);
  }
}

function readOnce(library: Library, signal: AbortSignal): Promise<void> {
  const isOver = () => library.complete || library.stopped;
  if (isOver()) return Promise.resolve();
  let stop = (): void => undefined;
  const read = new Promise<void>((resolve) => {
    stop = library.onChange(() => {
      if (isOver()) resolve();
    });
  });
  return unlessAborted(read, signal).finally(() => stop());
}

/** The same for the same sources. */
function keyOf(corpora: readonly string[], { sources: { include, exclude } }: Settings): string {
  return JSON.stringify([corpora, include ?? null, exclude ?? []]);
}
