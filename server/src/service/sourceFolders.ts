import { ChangedPaths, type Known } from './changedPaths.ts';
import { isInside } from './configurationPaths.ts';
import { type Entry, type Host, isFolder } from './host.ts';
import { Slices } from './pump.ts';
import { reasonOf } from './readEntry.ts';
import type { SourceGlobs } from './settings.ts';
import { sourceAt, sourcesAmong } from './sourceEntries.ts';
import { sourceOfSide } from './sourceNames.ts';
import { isSourceOf, SourceRules } from './sourceRules.ts';

/** What was written within so many milliseconds may still be being written. */
const FRESH_MS = 1000;

/** Steps through a listing before it is looked whether others should have their turn. */
const STEPS_BETWEEN_LOOKS = 64;

/** What became of some paths. */
export interface Settled {
  /** Sources that are new or changed. */
  readonly entries: readonly Entry[];
  /** Paths that are sources no longer. */
  readonly gone: readonly string[];
}

/** Whether a file was written a moment ago, so that what is in it may not be all of it. */
export function isFresh({ modified }: Entry): boolean {
  return modified !== undefined && Math.abs(Date.now() - modified) < FRESH_MS;
}

/** Some corpus folders on disk: which sources are in them, and what a change that was told means for these. */
export class SourceFolders {
  readonly folders: readonly string[];
  /** Those that could not be listed, with the reason. */
  readonly missing = new Map<string, string>();
  readonly #host: Host;
  readonly #globs: SourceGlobs;
  readonly #known: Known;
  readonly #rules: ReadonlyMap<string, SourceRules>;

  constructor(folders: readonly string[], host: Host, { globs, known }: { readonly globs: SourceGlobs; readonly known: Known }) {
    this.folders = folders;
    this.#host = host;
    this.#globs = globs;
    this.#known = known;
    this.#rules = new Map(folders.map((folder) => [folder, new SourceRules(folder, host, globs)]));
  }

  /** Whether a path lies in one of the folders. */
  covers(path: string): boolean {
    return this.folders.some((folder) => isInside(folder, path));
  }

  /** Whether a path lies in one of the folders, and their globs do not leave it out. */
  allows(path: string): boolean {
    return isSourceOf(this.folders, this.#globs, path);
  }

  /** Whether what became of a path may matter here: it lies in one of the folders, or decides what does. */
  concerns(path: string): boolean {
    return this.covers(path) || this.#isDecisive(path);
  }

  /** The sources that are there, by path. */
  async list(signal: AbortSignal | undefined): Promise<ReadonlyMap<string, Entry>> {
    const entries = new Map<string, Entry>();
    const slices = new Slices(signal);
    for (const [folder, rules] of this.#rules) {
      rules.forget();
      rules.links = 0;
      const listed = await this.#host.listFiles(folder, rules).catch(reasonOf);
      // What rules were asked of a hundred thousand files need not be remembered.
      rules.forget();
      if (typeof listed === 'string') {
        this.missing.set(folder, listed);
        continue;
      }
      this.missing.delete(folder);
      let steps = 0;
      for (const entry of sourcesAmong(listed)) {
        if (entry) entries.set(entry.path, entry);
        // A step takes less time than to look at the clock.
        if (++steps % STEPS_BETWEEN_LOOKS === 0 && slices.isOver) await slices.pause();
      }
    }
    return entries;
  }

  /** Whether a folder that could not be listed is there now. */
  async isBack(): Promise<boolean> {
    for (const folder of this.missing.keys()) if (await isFolder(this.#host, folder)) return true;
    return false;
  }

  /**
   * What became of some paths, each of a file or a folder that was added, changed, renamed or removed; null where only
   * listing everything again can tell.
   */
  async settle(changed: readonly string[]): Promise<Settled | null> {
    const found = new ChangedPaths();
    // A folder that goes takes its rules with it, and nobody tells of these.
    for (const rules of this.#rules.values()) rules.forget();
    // A side file is a part of its source, whatever became of it. What a path is spelt as on disk is looked at, too.
    const wanted = new Set(changed.map((path) => sourceOfSide(path) ?? path));
    for (const path of wanted) if (!(await this.#settleOne(path, found, wanted))) return null;
    const gone = await found.gone(this.#known, (path) => this.#isListed(path));
    return gone.length === 0 || (await this.#areThere(gone)) ? { entries: found.entries, gone } : null;
  }

  /** Finds out what became of a path. False where it cannot be told by itself. */
  async #settleOne(path: string, found: ChangedPaths, wanted: Set<string>): Promise<boolean> {
    if (this.#isDecisive(path) || [...this.missing.keys()].some((folder) => isInside(folder, path))) return false;
    // Programs write and remove much that is none of our business, unless a link makes it so.
    if (!this.#hasLinks() && !this.#known.has(path) && this.#hides(path)) return true;
    const spelt = await this.#spellings(path);
    if (spelt === null || (this.#hasLinks() && !this.#known.has(path))) return false;
    for (const other of spelt) wanted.add(other);
    if (spelt.size === 0 || spelt.has(path)) return await this.#look(path, found);
    // The name on disk is another than was told: this one is none.
    found.missed(path);
    return true;
  }

  /** A corpus folder, what it lies in, or a file that says what is passed over. */
  #isDecisive(path: string): boolean {
    return this.folders.some((folder) => isInside(path, folder)) || [...this.#rules.values()].some((rules) => rules.isRuleFile(path));
  }

  #hides(path: string): boolean {
    return [...this.#rules].every(([folder, rules]) => !isInside(folder, path) || rules.hides(path));
  }

  /** Whether what is listed by one path may have another, so that a change of either matters to both. */
  #hasLinks(): boolean {
    return [...this.#rules.values()].some(({ links }) => links > 0);
  }

  /** How the corpus folders that a path lies in list it; null where that is by a link. */
  async #spellings(path: string): Promise<ReadonlySet<string> | null> {
    const spelt = new Set<string>();
    if (!this.#host.listedPath) return spelt;
    for (const folder of this.folders) {
      if (!isInside(folder, path)) continue;
      const listed = await this.#host.listedPath(folder, path);
      if (listed === null) return null;
      if (listed !== undefined) spelt.add(listed);
    }
    return spelt;
  }

  /** Whether a file is there, by this very name. */
  async #isListed(path: string): Promise<boolean> {
    const spelt = await this.#spellings(path);
    return spelt === null || (spelt.size === 0 ? (await this.#host.stat(path)) !== undefined : spelt.has(path));
  }

  /** Looks at a path on disk. False where it cannot be told by itself what that means. */
  async #look(path: string, found: ChangedPaths): Promise<boolean> {
    const entry = await sourceAt(this.#host, path);
    if (entry && (await this.#admits(path))) this.#note(entry, found);
    else found.missed(path);
    return entry !== undefined || (await this.#lookBelow(path, found));
  }

  /** A folder that appeared is reported by itself, without what is in it. */
  async #lookBelow(path: string, found: ChangedPaths): Promise<boolean> {
    for (const [folder, rules] of this.#rules) {
      if (!isInside(folder, path) || !(await rules.admits(path, true))) continue;
      const below = await this.#host.listFiles(path, rules).catch(() => []);
      if (rules.links > 0) return false;
      for (const source of sourcesAmong(below)) if (source) this.#note(source, found);
    }
    return true;
  }

  /** Takes down a source that is there. */
  #note(entry: Entry, found: ChangedPaths): void {
    found.there(entry.path);
    if (this.#isNews(entry)) found.found(entry);
  }

  async #admits(path: string): Promise<boolean> {
    for (const [folder, rules] of this.#rules) if (isInside(folder, path) && (await rules.admits(path, false))) return true;
    return false;
  }

  /** Whether a file is to be read: it is another than was read, or could not be read. */
  #isNews({ path, stamp }: Entry): boolean {
    const known = this.#known.stampOf(path);
    return known !== stamp || this.#known.articleIdsOf(path).length === 0;
  }

  /** Whether the corpus folders that some paths lie in are there: a disk that is away has not lost its files one by one. */
  async #areThere(paths: readonly string[]): Promise<boolean> {
    const folders = this.folders.filter((folder) => !this.missing.has(folder) && paths.some((path) => isInside(folder, path)));
    for (const folder of folders) if (!(await isFolder(this.#host, folder))) return false;
    return true;
  }
}
