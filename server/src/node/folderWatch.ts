import { type Dirent, type FSWatcher, watch } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import process from 'node:process';
import type { FolderWatch, WatchedFolders, WatchFolders } from '../lsp/watching.ts';
import { fileNameOf } from '../service/configurationPaths.ts';
import { isHidden } from '../service/sourceNames.ts';

/** How long changes are gathered before they are told, in milliseconds: programs write several files at a time. */
const GATHER_MS = 100;

/** Whether the system watches all that is below a folder by itself. */
const WATCHES_BELOW = process.platform === 'darwin' || process.platform === 'win32';

/**
 * Watches folders with one watcher each, not each of their files: those are told by name. An archive of a hundred thousand files
 * has a thousand folders, and nothing but these is looked at.
 */
class NodeFolderWatch implements FolderWatch {
  readonly #changed: (paths: readonly string[]) => void;
  readonly #note: (message: string) => void;
  readonly #watchers = new Map<string, FSWatcher>();
  readonly #gathered = new Set<string>();
  #timer: NodeJS.Timeout | null = null;
  #wanted: WatchedFolders = { whole: [], alone: [], names: [] };
  #noted: boolean = false;

  constructor(changed: (paths: readonly string[]) => void, note: (message: string) => void) {
    this.#changed = changed;
    this.#note = note;
  }

  async watch(wanted: WatchedFolders): Promise<void> {
    this.#wanted = wanted;
    for (const [folder, watcher] of this.#watchers) {
      // One that was watched alone may have to be watched with what is below it from now on.
      if (this.#isInWhole(folder) || (!WATCHES_BELOW && this.#isWanted(folder))) continue;
      watcher.close();
      this.#watchers.delete(folder);
    }
    for (const folder of wanted.whole) await this.#followAll(folder);
    for (const folder of wanted.alone) this.#follow(folder, false);
  }

  end(): void {
    for (const watcher of this.#watchers.values()) watcher.close();
    this.#watchers.clear();
    if (this.#timer) clearTimeout(this.#timer);
  }

  #isWanted(folder: string): boolean {
    return this.#wanted.alone.includes(folder) || this.#isInWhole(folder);
  }

  #isInWhole(path: string): boolean {
    return this.#wanted.whole.some((root) => path === root || path.startsWith(`${root}/`));
  }

  /** A folder and those below it that are listed, too: what is hidden, and packages, are not. */
  async #followAll(folder: string): Promise<void> {
    if (!this.#isInWhole(folder)) return;
    this.#follow(folder, WATCHES_BELOW);
    if (WATCHES_BELOW) return;
    const entries = await readdir(folder, { withFileTypes: true }).catch((): Dirent[] => []);
    for (const entry of entries) if (entry.isDirectory() && !isHidden(entry.name)) await this.#followAll(`${folder}/${entry.name}`);
  }

  #follow(folder: string, recursive: boolean): void {
    if (this.#watchers.has(folder)) return;
    try {
      const watcher = watch(folder, { recursive, persistent: false }, (_, name) => this.#happened(folder, name));
      watcher.on('error', () => this.#lost(folder));
      this.#watchers.set(folder, watcher);
    } catch (error) {
      this.#failed(error as NodeJS.ErrnoException);
    }
  }

  #happened(folder: string, name: string | null): void {
    const path = name === null ? folder : `${folder}/${name.replaceAll('\\', '/')}`;
    if (!this.#isInWhole(path) && !this.#wanted.names.includes(fileNameOf(path))) return;
    this.#gathered.add(path);
    this.#timer ??= setTimeout(() => void this.#tell(), GATHER_MS);
  }

  async #tell(): Promise<void> {
    const paths = [...this.#gathered];
    this.#gathered.clear();
    this.#timer = null;
    for (const path of paths) {
      const there = await stat(path).catch(() => undefined);
      if (!there) this.#lost(path);
      else if (there.isDirectory() && !WATCHES_BELOW) await this.#followAll(path);
    }
    this.#changed(paths);
  }

  /** A folder that is gone, with all that was below it: one that comes in its place is watched anew. */
  #lost(folder: string): void {
    for (const [path, watcher] of this.#watchers) {
      if (path !== folder && !path.startsWith(`${folder}/`)) continue;
      watcher.close();
      this.#watchers.delete(path);
    }
  }

  /** A folder that is not there comes to be known otherwise; a system that watches no more folders is worth a word. */
  #failed({ code }: NodeJS.ErrnoException): void {
    if (this.#noted || (code !== 'ENOSPC' && code !== 'EMFILE')) return;
    this.#noted = true;
    this.#note('The system watches no more folders. Sources that change there are noticed when they are read again (verbatim.reread).');
  }
}

/** Watches the machine's folders, for clients that do not. */
export const watchFolders: WatchFolders = (changed, note) => new NodeFolderWatch(changed, note);
