import { basename } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type FSWatcher, watch } from 'chokidar';
import { PROJECT_FILE } from '../../service/configuration.ts';
import { type CheckArguments, check } from './check.ts';
import { givenFolders } from './corpusFolder.ts';
import { draftFiles } from './draftFiles.ts';
import { absolutePath } from './paths.ts';
import { CannotRun } from './terminal.ts';
import type { World } from './world.ts';

/** Programs write several files at a time: so long nothing must change before the next check, in milliseconds. */
const QUIET_MS = 150;

/**
 * Checks, and checks again whenever a draft, a source or a setting has changed, until the process is interrupted. What cannot be
 * done once (a corpus that is away, a setting that is wrong) is said, and tried again with the next change.
 */
export async function watching(paths: readonly string[], given: CheckArguments, world: World): Promise<never> {
  const { terminal, cwd } = world;
  const watcher = watch([...(await watchedPaths(paths, given, world))], { ignoreInitial: true, ignored: isPassing, atomic: true });
  const own = [given.output, given.baseline?.file ?? null].filter((file) => file !== null).map((file) => absolutePath(cwd, file));
  const changes = new Changes(watcher, own);
  await new Promise<void>((ready) => watcher.once('ready', () => ready()));
  for (;;) {
    await checkOnce(paths, given, world);
    terminal.note('Watching for changes; Ctrl+C ends.');
    const path = await changes.next();
    // There may be new drafts, or other corpora.
    watcher.add([...(await watchedPaths(paths, given, world).catch(() => []))]);
    terminal.write(`\n── ${basename(path)} has changed\n\n`);
  }
}

/** The changes that a watcher tells of, one burst at a time. */
class Changes {
  #path: string | null = null;
  #told: () => void = () => undefined;

  /** `own` are files that checking itself writes. */
  constructor(watcher: FSWatcher, own: readonly string[]) {
    watcher.on('all', (_event, path) => {
      if (own.includes(absolutePath('/', path))) return;
      this.#path = path;
      this.#told();
    });
  }

  /** Waits for a change, and until nothing more has changed for a moment; what changed before it was asked counts. */
  async next(): Promise<string> {
    if (this.#path === null) await new Promise<void>((resolve) => (this.#told = resolve));
    for (;;) {
      const more = new Promise<'more'>((resolve) => (this.#told = () => resolve('more')));
      if ((await Promise.race([more, setTimeout(QUIET_MS, 'quiet')])) === 'quiet') break;
    }
    const path = this.#path ?? '';
    this.#path = null;
    return path;
  }
}

async function checkOnce(paths: readonly string[], given: CheckArguments, world: World): Promise<void> {
  try {
    await check(paths, given, world);
  } catch (error) {
    if (!(error instanceof CannotRun)) throw error;
    world.terminal.note(error.message);
  }
}

/** What may change the result: the drafts' own paths, their corpora and project files. */
async function watchedPaths(paths: readonly string[], given: CheckArguments, { cwd, host }: World): Promise<ReadonlySet<string>> {
  const corpora = (await givenFolders(given.corpus, cwd)).map(({ folder }) => folder);
  const { drafts, walked } = await draftFiles(paths, { cwd, host, corpora, config: given.config });
  const configurations = drafts.map(({ configuration }) => configuration);
  return new Set([
    ...walked,
    ...drafts.map(({ file }) => file),
    ...configurations.flatMap((one) => [...one.corpora, ...(one.files ?? []), one.stet.path]),
    ...(given.config === null ? [] : [absolutePath(cwd, given.config)]),
  ]);
}

/** Hidden files change all the time, but for those that are settings. */
function isPassing(path: string): boolean {
  const name = basename(path);
  return name === 'node_modules' || (name.startsWith('.') && name.length > 1 && !name.startsWith(PROJECT_FILE.replace('.yaml', '')));
}
