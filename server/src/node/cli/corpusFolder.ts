import type { IndexedCorpus } from '../../corpus/indexedCorpus.ts';
import { readerFor } from '../../readers/index.ts';
import type { ReadingProblem } from '../../readers/reader.ts';
import type { Host } from '../../service/host.ts';
import { Library } from '../../service/library.ts';
import { bytesOfMemory, type Settings } from '../../service/settings.ts';
import { isPassing } from '../../service/sourceNames.ts';
import { statsOf } from '../files.ts';
import { absolutePath, shownFrom, shownUnder } from './paths.ts';
import { CannotRun, reasonOf, type Terminal } from './terminal.ts';
import type { World } from './world.ts';

/** A file that gave no article, and why. */
export interface UnreadableFile {
  readonly path: string;
  readonly reason: string;
}

/** The corpus of a command: what its folders gave. Paths are as the user would write them. */
export interface LoadedCorpus {
  readonly corpus: IndexedCorpus;
  /** What it was read by: gives the texts of its articles. */
  readonly library: Library;
  /** The folders. */
  readonly folders: readonly string[];
  /** Files without an article, in the order of their paths. */
  readonly unreadable: readonly UnreadableFile[];
  /** What is wrong with files that were read all the same, by shown path. */
  readonly problems: ReadonlyMap<string, readonly ReadingProblem[]>;
  /** The absolute path of the file that holds an article. */
  readonly fileOf: (articleId: string) => string;
  /** That file as the user would write it; in a file of several articles, with the article's own mark. */
  readonly shownPath: (articleId: string) => string;
  /** The same as its folders are now; what did not change is not read again. */
  readonly again: () => Promise<LoadedCorpus>;
}

/** A folder of the corpus, and the name that it was given, if it was given one. */
export interface CorpusFolder {
  readonly folder: string;
  readonly given: string | null;
}

/** Folders named on the command line; one that is none ends the command. */
export async function givenFolders(given: readonly string[], cwd: string): Promise<readonly CorpusFolder[]> {
  const folders = given.map((name) => ({ folder: absolutePath(cwd, name), given: name }));
  for (const { folder, given: name } of folders) {
    if (name.trim() === '') throw new CannotRun('The name of a corpus folder is empty: --corpus DIR…');
    const kind = await statsOf(folder).catch(() => undefined);
    if (kind === undefined) throw new CannotRun(`There is no corpus folder ${name}.`);
    if (!kind.isDirectory()) throw new CannotRun(`The corpus ${name} is a file; name the folder that holds the sources.`);
  }
  return folders;
}

/** Folders of sources, and the settings that they are read by. */
export interface CorpusChoice {
  readonly folders: readonly CorpusFolder[];
  readonly settings: Settings;
}

/** Reads every file of the folders, in the order of their paths; a folder that cannot be listed ends the command. */
export async function loadCorpus(
  { folders, settings }: CorpusChoice,
  { cwd, host, indexer, keeping, terminal }: World,
): Promise<LoadedCorpus> {
  const shown = shownBy(folders, cwd);
  const library = new Library(
    folders.map(({ folder }) => folder),
    host,
    { indexer, memory: bytesOfMemory(settings), globs: settings.sources, ...(keeping ? { keeping } : {}) },
  );
  return await readInto(library, shown, terminal);
}

async function readInto(library: Library, shown: (file: string) => string, terminal: Terminal): Promise<LoadedCorpus> {
  await withProgress(library, terminal, async () => {
    await library.load();
    await library.keepNow();
  });
  for (const [folder, reason] of library.missingFolders)
    throw new CannotRun(`The corpus folder ${shown(folder)} cannot be read: ${reasonOf(reason)}`);
  const { corpus } = library;
  const hasArticles = (file: string) => library.files.articleIdsOf(file).length > 0;
  const problems = [...library.problems].sort(([a], [b]) => compare(a, b));
  return {
    corpus,
    library,
    folders: library.folders.map(shown),
    unreadable: problems
      .filter(([file]) => !hasArticles(file))
      .map(([file, found]) => ({ path: shown(file), reason: found.map(({ message }) => message).join(' ') })),
    problems: new Map(problems.filter(([file]) => hasArticles(file)).map(([file, found]) => [shown(file), found])),
    fileOf: (id) => library.fileOf(id),
    shownPath: (id) => {
      const file = library.fileOf(id);
      return shown(file) + (id.startsWith(file) ? id.slice(file.length) : '');
    },
    again: () => readInto(library, shown, terminal),
  };
}

/** As often it is looked how far reading has come, in milliseconds. */
const LOOK_EVERY_MS = 100;

async function withProgress(library: Library, terminal: Terminal, work: () => Promise<void>): Promise<void> {
  const timer = setInterval(() => {
    const { progress } = library;
    if (progress) terminal.progress(`Reading sources: ${progress.done} of ${progress.total}`);
  }, LOOK_EVERY_MS);
  try {
    await work();
  } finally {
    clearInterval(timer);
    terminal.progress(null);
  }
}

/** Files of a kind that is not read; side files belong to another, and what is there for a moment is no file of anybody's. */
export async function filesOfOtherKinds(folders: readonly CorpusFolder[], cwd: string, host: Host): Promise<readonly UnreadableFile[]> {
  const shown = shownBy(folders, cwd);
  const found: UnreadableFile[] = [];
  for (const { folder } of folders) {
    for (const { path } of await host.listFiles(folder)) {
      if (readerFor(path) || /\.ya?ml$/i.test(path) || isPassing(path.slice(path.lastIndexOf('/') + 1))) continue;
      found.push({ path: shown(path), reason: 'This kind of file is not read.' });
    }
  }
  return found;
}

function shownBy(folders: readonly CorpusFolder[], cwd: string): (file: string) => string {
  const names = folders.map(({ folder, given }) => (given === null ? () => undefined : shownUnder(given, folder)));
  return (file) => {
    for (const name of names) {
      const path = name(file);
      if (path !== undefined) return path;
    }
    return shownFrom(cwd, file);
  };
}

/** By code units, the same in every locale. */
export function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
