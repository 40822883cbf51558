import { readerFor } from '../readers/index.ts';
import { decoded, isInside, isUri, parentOf, relativeTo, upwards } from './configurationPaths.ts';
import { isLeftOut } from './globs.ts';
import type { FolderSieve, Host, Sieve } from './host.ts';
import { GIT_IGNORE, IgnoreFile, isIgnoreFile, OWN_IGNORE } from './ignoreFiles.ts';
import type { SourceGlobs } from './settings.ts';
import { isHidden, isPassing, sourceOfSide } from './sourceNames.ts';

/** The rules that hold in a folder: those of its own file and of the folders above it, the nearest first. */
type Chain = readonly { readonly folder: string; readonly rules: IgnoreFile }[];

/**
 * Which files of a corpus folder are sources: of a format that is read, not hidden, not there for a moment only, in
 * `include` and not in `exclude`, and not passed over by a `.gitignore` (of the folder, below it, or above it up to the root
 * of its repository) or a `.verbatimignore` (of the folder or below it). A rule of Git's that would leave out the corpus
 * folder itself or everything in it does not count: an archive is often kept out of Git. A side file goes with its source.
 */
export class SourceRules implements Sieve {
  readonly #folder: string;
  readonly #host: Pick<Host, 'readFile' | 'stat'>;
  readonly #globs: SourceGlobs;
  /** How many links were met in the folder, wherever they lead. */
  links = 0;
  readonly #chains = new Map<string, Promise<Chain>>();

  constructor(folder: string, host: Pick<Host, 'readFile' | 'stat'>, globs: SourceGlobs) {
    this.#folder = folder;
    this.#host = host;
    this.#globs = globs;
  }

  /** Whether a path is that of a file with rules that hold here. */
  isRuleFile(path: string): boolean {
    const folder = isIgnoreFile(path) ? parentOf(path) : undefined;
    return folder !== undefined && (isInside(this.#folder, folder) || isInside(folder, this.#folder));
  }

  /** Forgets what files of rules say: they are read again when they are next asked for. */
  forget(): void {
    this.#chains.clear();
  }

  metLink(): void {
    this.links++;
  }

  async enter(folder: string, names: readonly string[]): Promise<FolderSieve> {
    const here = this.#chainWith(
      folder,
      [GIT_IGNORE, OWN_IGNORE].filter((name) => names.includes(name)),
    );
    this.#chains.set(folder, here);
    const chain = await here;
    return (name, isFolder) => this.#wants(folder, name, { isFolder, chain });
  }

  /** Whether a path has a name that is never listed, be it a file's or a folder's. A folder may have a passing one. */
  hides(path: string): boolean {
    return (relativeTo(this.#folder, path) ?? '').split('/').some(isHidden);
  }

  /** Whether a path of the corpus folder is listed, as a file or as a folder. */
  async admits(path: string, isFolder: boolean): Promise<boolean> {
    const steps = this.#stepsTo(path);
    for (const [at, step] of steps.entries()) {
      const folder = parentOf(step) as string;
      const chain = await this.#chainOf(folder);
      const name = step.slice(step.lastIndexOf('/') + 1);
      if (!this.#wants(folder, name, { isFolder: isFolder || at < steps.length - 1, chain })) return false;
    }
    return true;
  }

  /** The folders from the corpus folder down to a path, and the path. */
  #stepsTo(path: string): readonly string[] {
    const way = relativeTo(this.#folder, path) ?? '';
    const steps = way === '' ? [] : way.split('/');
    const stem = this.#folder.replace(/\/$/, '');
    return steps.map((_, at) => `${stem}/${steps.slice(0, at + 1).join('/')}`);
  }

  #wants(folder: string, name: string, { isFolder, chain }: { readonly isFolder: boolean; readonly chain: Chain }): boolean {
    if (isHidden(name)) return false;
    const source = isFolder ? name : sourceFor(name);
    if (!isFolder && (isPassing(name) || readerFor(source) === undefined)) return false;
    const { include, exclude } = this.#globs;
    // In most folders a name says all there is to say, of which there may be a hundred thousand.
    if (include === undefined && exclude === undefined && chain.length === 0) return true;
    const path = `${folder}/${source}`;
    if (isLeftOut(wayTo(this.#folder, path), isFolder ? { exclude } : this.#globs)) return false;
    return !isIgnored(isFolder ? `${path}/` : path, chain);
  }

  /** The rules in a folder, asked of the disk where it has not been listed. */
  #chainOf(folder: string): Promise<Chain> {
    const known = this.#chains.get(folder);
    if (known) return known;
    const asked = this.#ruleFilesIn(folder).then((names) => this.#chainWith(folder, names));
    this.#chains.set(folder, asked);
    return asked;
  }

  async #ruleFilesIn(folder: string): Promise<readonly string[]> {
    const names = [GIT_IGNORE, OWN_IGNORE];
    const found = await Promise.all(names.map((name) => this.#host.stat(`${folder}/${name}`)));
    return names.filter((_, at) => found[at] !== undefined);
  }

  async #chainWith(folder: string, names: readonly string[]): Promise<Chain> {
    const isTop = folder === this.#folder || !isInside(this.#folder, folder);
    const above = isTop ? await this.#above() : await this.#chainOf(parentOf(folder) as string);
    const own = await this.#rulesOf(folder, names, isTop ? '' : undefined);
    return own.length === 0 ? above : [...own, ...above];
  }

  /** What Git's rules above the corpus folder say, from the root of its repository on; nothing outside of a repository. */
  async #above(): Promise<Chain> {
    const found: Chain[] = [];
    if (await this.#isRepository(this.#folder)) return [];
    for (const folder of [...upwards(this.#folder)].slice(1)) {
      const there = (await this.#host.stat(`${folder}/${GIT_IGNORE}`)) !== undefined;
      if (there) found.push(await this.#rulesOf(folder, [GIT_IGNORE], wayTo(folder, this.#folder)));
      if (await this.#isRepository(folder)) return found.flat();
    }
    return [];
  }

  /** A worktree and a submodule have a file there. */
  async #isRepository(folder: string): Promise<boolean> {
    const found = await Promise.all([`${folder}/.git/HEAD`, `${folder}/.git`].map((path) => this.#host.stat(path)));
    return found.some((entry) => entry !== undefined);
  }

  /** Where a folder has both files, our own speaks last and is believed. */
  async #rulesOf(folder: string, names: readonly string[], whole: string | undefined): Promise<Chain> {
    if (names.length === 0) return [];
    const texts = await Promise.all(names.map((name) => this.#textOf(`${folder}/${name}`)));
    const [git, own] = [GIT_IGNORE, OWN_IGNORE].map((name) => texts[names.indexOf(name)]);
    return [{ folder, rules: new IgnoreFile({ git: git ?? '', own: own ?? '' }, whole) }];
  }

  async #textOf(path: string): Promise<string> {
    return await this.#host.readFile(path).then(
      (bytes) => new TextDecoder().decode(bytes),
      // Gone or closed: as if it were not there.
      () => '',
    );
  }
}

/** Whether a path lies in one of some corpus folders and globs do not leave it out there. */
export function isSourceOf(corpora: readonly string[], globs: SourceGlobs, path: string): boolean {
  return corpora.some((folder) => isInside(folder, path) && !isLeftOut(wayTo(folder, path), globs));
}

/** A side file is listed where its source would be. */
function sourceFor(path: string): string {
  return sourceOfSide(path) ?? path;
}

function isIgnored(path: string, chain: Chain): boolean {
  for (const { folder, rules } of chain) {
    const verdict = rules.of(wayTo(folder, path));
    if (verdict !== null) return verdict === 'out';
  }
  return false;
}

/** The way from a folder to what lies in it, as people write it. */
export function wayTo(folder: string, path: string): string {
  const way = path.slice(folder.endsWith('/') ? folder.length : folder.length + 1);
  return isUri(folder) ? decoded(way) : way;
}
