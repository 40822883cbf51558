import { dirname } from 'node:path';
import { Checker } from '../../core/checker.ts';
import { isInside } from '../../service/configurationPaths.ts';
import type { Settings } from '../../service/settings.ts';
import { standsFor } from '../../service/stetStands.ts';
import { nothingIn } from '../cli/corpora.ts';
import { type CorpusFolder, givenFolders, type LoadedCorpus, loadCorpus } from '../cli/corpusFolder.ts';
import { type DraftFile, pipedDraft } from '../cli/draftFiles.ts';
import { absolutePath } from '../cli/paths.ts';
import { CannotRun } from '../cli/terminal.ts';
import type { World } from '../cli/world.ts';

/** What is given to a server for assistants. */
export interface GivenProject {
  /** Folders of sources, instead of those that the project names; empty for those. */
  readonly corpus: readonly string[];
  /** A project file, instead of those above the drafts. */
  readonly config: string | null;
  /** Whether assistants are allowed for this run, whatever the project says. */
  readonly allow: boolean;
}

/** A corpus that is kept at hand. */
interface Held {
  readonly folders: readonly CorpusFolder[];
  readonly loaded: LoadedCorpus;
  readonly checker: Checker;
}

/** What an answer is made of: the sources as they are now, and the settings of the draft that it is about. */
export interface Desk extends Held {
  readonly settings: Settings;
  readonly draft: DraftFile;
}

/** The project that assistants ask about: its settings and its sources as they are when a question comes. */
export class Project {
  /** The folder that paths count from: the project file's if one is given, else the working folder. */
  readonly home: string;
  readonly #given: GivenProject;
  readonly #world: World;
  /** The folder that the command line's own paths count from. */
  readonly #cwd: string;
  readonly #held = new Map<string, Held>();
  /** Reading goes one after the other. */
  #tail: Promise<unknown> = Promise.resolve();

  constructor(given: GivenProject, world: World) {
    const config = given.config === null ? null : absolutePath(world.cwd, given.config);
    this.home = config === null ? absolutePath(world.cwd, '.') : dirname(config);
    this.#given = { ...given, config };
    this.#world = { ...world, cwd: this.home };
    this.#cwd = world.cwd;
  }

  /** Throws CannotRun, with what is to be done, where the project does not allow assistants or cannot be used at all. */
  async admit(): Promise<void> {
    await this.#allowed(null);
  }

  /** All that a question about a draft of this path needs, or one about none. Throws CannotRun where it cannot be answered. */
  async desk(path: string | null): Promise<Desk> {
    const { draft, folders } = await this.#allowed(path);
    const held = await this.#inTurn(() => this.#sources(draft, folders));
    return { ...held, settings: draft.configuration.settings, draft };
  }

  /** The corpora that were asked about, and that of the project. */
  async corpora(): Promise<readonly Held[]> {
    await this.desk(null);
    return [...this.#held.values()];
  }

  async #allowed(path: string | null): Promise<{ readonly draft: DraftFile; readonly folders: readonly CorpusFolder[] }> {
    const { corpus, config, allow } = this.#given;
    const { cwd, host } = this.#world;
    const given = await givenFolders(corpus, this.#cwd);
    const { drafts, notes } = await pipedDraft(path, { cwd, host, corpora: given.map(({ folder }) => folder), config });
    const [draft] = drafts;
    if (draft === undefined) throw new CannotRun(notes.join(' '));
    const { settings, file, corpora } = draft.configuration;
    // What is allowed for this run is the project, and not whatever else lies on the disk.
    if (!settings.assistants && !(allow && isInside(cwd, draft.file))) throw new CannotRun(refusal(file ?? `${cwd}/.verbatim.yaml`));
    const folders = given.length > 0 ? given : corpora.map((folder) => ({ folder, given: null }));
    return { draft, folders };
  }

  async #sources({ configuration: { settings } }: DraftFile, folders: readonly CorpusFolder[]): Promise<Held> {
    if (folders.length === 0)
      throw new CannotRun(
        `There are no sources: set “corpora” in .verbatim.yaml, name a folder with --corpus, or put a folder “corpus” into ${this.home}.`,
      );
    const key = JSON.stringify([folders, settings.memory, settings.sources]);
    const before = this.#held.get(key);
    // What cannot be read now may be there when it is asked for again.
    this.#held.delete(key);
    const loaded = before ? await before.loaded.again() : await loadCorpus({ folders, settings }, this.#world);
    const held = before ? { ...before, loaded } : { folders, loaded, checker: new Checker(loaded.library, loaded.shownPath) };
    this.#held.set(key, held);
    return held;
  }

  async #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const turn = this.#tail.then(work);
    this.#tail = turn.catch(() => undefined);
    return await turn;
  }
}

/** What is let stand in a draft. */
export function standsIn({ draft: { configuration, file } }: Desk): ReturnType<typeof standsFor> {
  return standsFor(configuration.stet, file);
}

/** Against nothing nothing can be checked: “not in this corpus” would be said of everything. */
export function atLeastOneSource({ loaded }: Desk): void {
  if (loaded.corpus.size === 0) throw new CannotRun(nothingIn(loaded));
}

function refusal(file: string): string {
  return `This project does not allow assistants. Whoever allows them lets an assistant send text to be checked and see what is found in it, the passages of the sources that it rests on, and the sources that it lists or opens; an assistant that runs elsewhere sends all of this there. To allow it, add the line “assistants: true” to ${file}, or start “verbatim mcp” with --allow.`;
}
