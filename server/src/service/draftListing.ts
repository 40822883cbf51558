import { LANGUAGE_ENDINGS } from '../draft/languages/index.ts';
import type { Configuration } from './configuration.ts';
import { isDraft } from './drafts.ts';
import type { Entry, FolderSieve, Host, Sieve } from './host.ts';

/** More drafts of a workspace than this are not looked at together. */
export const MOST_DRAFTS = 5000;
/** Nor is a folder gone into when so many names have been seen: somebody has opened their whole disk. */
const MOST_NAMES = 500_000;

/** A draft on disk, and what is set for it. */
export interface FoundDraft {
  readonly path: string;
  readonly entry: Entry;
  readonly configuration: Configuration;
}

/** Drafts in the order of their paths. */
export interface DraftListing {
  readonly drafts: readonly FoundDraft[];
  /** Whether there are more than were listed. */
  readonly more: boolean;
}

/** What says which files are drafts. */
export interface ListingWorld {
  readonly host: Pick<Host, 'listFiles'>;
  readonly configurationOf: (path: string) => Promise<Configuration>;
  /** Whether a path is that of a source, of whichever draft. */
  readonly isSource: (path: string) => boolean;
  /** Folders in which all files are sources: they are not gone into. */
  readonly corpora: readonly string[];
}

/** The files of some folders that `include` and `exclude` make drafts, each once. Rejects only where the signal is aborted. */
export async function listDrafts(folders: readonly string[], world: ListingWorld, signal: AbortSignal): Promise<DraftListing> {
  const found = new Map<string, FoundDraft>();
  let more = false;
  for (const folder of folders) {
    const sieve = new DraftSieve(world, signal);
    // A folder that is not there has no drafts.
    const entries = await world.host.listFiles(folder, sieve).catch((): readonly Entry[] => []);
    signal.throwIfAborted();
    more ||= sieve.full;
    for (const entry of entries) {
      const { path } = entry;
      if (found.size >= MOST_DRAFTS) more = true;
      else if (!found.has(path)) found.set(path, { path, entry, configuration: await world.configurationOf(path) });
    }
  }
  const drafts = [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  return { drafts, more };
}

/** Lets drafts through. What is set is looked up only for folders that have a file which could be one. */
class DraftSieve implements Sieve {
  full: boolean = false;
  readonly #world: ListingWorld;
  readonly #signal: AbortSignal;
  readonly #corpora: ReadonlySet<string>;
  #names = 0;
  #drafts = 0;

  constructor(world: ListingWorld, signal: AbortSignal) {
    this.#world = world;
    this.#signal = signal;
    this.#corpora = new Set(world.corpora);
  }

  metLink(): void {
    // Drafts behind links are drafts as any.
  }

  async enter(folder: string, names: readonly string[]): Promise<FolderSieve> {
    this.#signal.throwIfAborted();
    this.#names += names.length;
    this.full ||= this.#names > MOST_NAMES;
    if (this.full) return () => false;
    const configuration = names.some(mayBeDraft) ? await this.#world.configurationOf(`${folder}/draft.md`) : null;
    return (name, isFolder) => {
      const path = `${folder}/${name}`;
      if (isFolder) return !this.#corpora.has(path);
      return configuration !== null && mayBeDraft(name) && this.#takes(path, configuration);
    };
  }

  #takes(path: string, configuration: Configuration): boolean {
    if (!isDraft(path, configuration) || this.#world.isSource(path)) return false;
    if (++this.#drafts > MOST_DRAFTS) this.full = true;
    return !this.full;
  }
}

/** By its name alone. `include` may name other files, but no language of drafts has them. */
function mayBeDraft(name: string): boolean {
  return LANGUAGE_ENDINGS.has(name.slice(name.lastIndexOf('.') + 1).toLowerCase());
}
