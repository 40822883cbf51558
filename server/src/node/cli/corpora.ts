import type { ReadingProblem } from '../../readers/reader.ts';
import { type CorpusFolder, type LoadedCorpus, loadCorpus } from './corpusFolder.ts';
import type { DraftFile } from './draftFiles.ts';
import { CannotRun, type Terminal } from './terminal.ts';
import type { World } from './world.ts';

/** How many unreadable files are named one by one. */
const NAMED_FILES = 10;

/** Finds the corpus of a draft; each is read once, and its unreadable files are told once. */
export function corpora(given: readonly CorpusFolder[], world: World): (draft: DraftFile) => Promise<LoadedCorpus> {
  const known = new Map<string, Promise<LoadedCorpus>>();
  return ({ path, configuration }) => {
    if (configuration.corpora.length === 0)
      throw new CannotRun(
        `There is no corpus to check ${path} against: name a folder with --corpus, set “corpora” in .verbatim.yaml, or put a folder “corpus” beside or above the draft.`,
      );
    const folders = given.length > 0 ? given : configuration.corpora.map((folder) => ({ folder, given: null }));
    const { settings } = configuration;
    const key = JSON.stringify([settings.memory, settings.sources, configuration.corpora]);
    const loaded = known.get(key) ?? loadCorpus({ folders, settings }, world).then((corpus) => told(corpus, world.terminal));
    known.set(key, loaded);
    return loaded;
  };
}
function told(loaded: LoadedCorpus, terminal: Terminal): LoadedCorpus {
  if (loaded.corpus.size === 0) throw new CannotRun(nothingIn(loaded));
  for (const { path, reason } of loaded.unreadable.slice(0, NAMED_FILES)) terminal.note(`${path} was left out of the corpus: ${reason}`);
  const more = loaded.unreadable.length - NAMED_FILES;
  if (more > 0) terminal.note(`${more} more files were left out of the corpus; “verbatim sources” lists them.`);
  const [troubled] = loaded.problems;
  // What was not made out of a source decides what is found: a day, a publisher.
  if (troubled) terminal.note(troubleIn(troubled, loaded.problems.size - 1));
  return loaded;
}

function troubleIn([path, [first]]: readonly [string, readonly ReadingProblem[]], others: number): string {
  const more =
    others === 0
      ? ''
      : ` There is trouble with ${others === 1 ? 'another source' : `${others} other sources`}; “verbatim sources” tells it.`;
  return `${path}: ${first?.message ?? ''}${more}`;
}

/** Against nothing nothing can be checked, and a clean report would look like success. */
export function nothingIn({ folders, unreadable }: LoadedCorpus): string {
  const [first] = unreadable;
  const what = `The corpus ${folders.join(', ')} holds no article that can be read`;
  if (first === undefined) return `${what}: put sources (.md, .txt) in it, or name another folder with --corpus.`;
  const more = unreadable.length === 1 ? '' : `, and ${unreadable.length - 1} more; “verbatim sources” lists them`;
  return `${what}: mend its files or name another folder with --corpus. ${first.path} was left out: ${first.reason}${more}`;
}
