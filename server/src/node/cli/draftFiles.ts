import { mergedSeverity } from '../../service/cascade.ts';
import { type Configuration, configurationFor, configurationWith } from '../../service/configuration.ts';
import { parentOf } from '../../service/configurationPaths.ts';
import { isCorpusFile, isDraft } from '../../service/drafts.ts';
import type { Host } from '../../service/host.ts';
import type { Settings } from '../../service/settings.ts';
import { statsOf } from '../files.ts';
import { compare } from './corpusFolder.ts';
import { absolutePath, shownFrom, shownUnder } from './paths.ts';
import { filesLike, isPattern } from './patterns.ts';
import { CannotRun, reasonOf } from './terminal.ts';

/** A file to check, and what is set for it. */
export interface DraftFile {
  /** Absolute, with forward slashes. */
  readonly file: string;
  /** As the user would write it. */
  readonly path: string;
  readonly configuration: Configuration;
}

/** The drafts that a command line names, and what to tell about files that it names in vain. */
export interface DraftFiles {
  readonly drafts: readonly DraftFile[];
  readonly notes: readonly string[];
  /** Absolute paths of the folders that were walked for drafts. */
  readonly walked: readonly string[];
}

export interface DraftFileOptions {
  readonly cwd: string;
  readonly host: Host;
  /** Absolute corpus folders given on the command line, instead of the configuration's; empty for none. */
  readonly corpora: readonly string[];
  /** The project file given on the command line; null for those that lie above the drafts. */
  readonly config: string | null;
  /** Severities given on the command line, which win over the project's. */
  readonly severity?: Settings['severity'];
  /** Whether files that are named have to be drafts by the patterns of the project, too, and are passed over in silence if not. */
  readonly onlyDrafts?: boolean;
}

/** What a draft is called that is piped in without a name. */
const PIPED = 'stdin.md';

/** The files that a PATH stands for. */
interface Named {
  readonly files: readonly { readonly file: string; readonly path: string }[];
  /** The folder that was walked; null where the file itself was named. */
  readonly walked: string | null;
  /** The pattern that the files are like, where they were named by one. */
  readonly pattern?: string;
}

/** The drafts among files and folders, in the order given and then of their paths, each once. */
export async function draftFiles(paths: readonly string[], options: DraftFileOptions): Promise<DraftFiles> {
  const configure = configurations(options);
  const notes: string[] = [];
  const walked: string[] = [];
  const drafts = new Map<string, DraftFile>();
  for (const given of paths) {
    const { found, note, folder } = await draftsOf(given, options, configure);
    if (folder !== null) walked.push(folder);
    for (const draft of found) if (!drafts.has(draft.file)) drafts.set(draft.file, draft);
    if (note !== null) notes.push(note);
  }
  return { drafts: [...drafts.values()], notes: [...notes, ...problemsOf([...drafts.values()], options.cwd)], walked };
}

/** The drafts that one PATH stands for, and what to say where it stands for none. */
async function draftsOf(
  given: string,
  options: DraftFileOptions,
  configure: (file: string) => Promise<Configuration>,
): Promise<{ found: readonly DraftFile[]; note: string | null; folder: string | null }> {
  const named = await filesOf(given, options);
  const { files, walked } = named;
  const found: DraftFile[] = [];
  for (const { file, path } of files) {
    const configuration = await configure(file);
    if (wanted(file, named, configuration, options.onlyDrafts)) found.push({ file, path, configuration });
  }
  if (found.length === 0 && named.pattern !== undefined)
    return { found, note: `No draft is like ${given}; what it names are files of the corpus, or no drafts.`, folder: null };
  if (found.length > 0) return { found, note: null, folder: walked };
  if (walked === null && options.onlyDrafts === true) return { found, note: null, folder: null };
  if (walked === null) return { found, note: `${given} is a file of the corpus, not a draft; it was not checked.`, folder: walked };
  return { found, note: `${given} holds no draft; “include” and “exclude” in .verbatim.yaml say which files are drafts.`, folder: walked };
}

/**
 * A file that is named is a draft whatever the patterns of the project say; a file that is found must be one by them; and one that
 * is like a pattern of the command line must be one by either, `*.html` naming what else is none.
 */
function wanted(file: string, { walked, pattern }: Named, configuration: Configuration, onlyDrafts = false): boolean {
  if (walked === null && pattern === undefined && !onlyDrafts) return !isCorpusFile(file, configuration);
  const ending = pattern === undefined ? undefined : /\.[\w]+$/.exec(pattern)?.[0];
  if (ending !== undefined && file.toLowerCase().endsWith(ending.toLowerCase())) return !isCorpusFile(file, configuration);
  const base = walked ?? parentOf(file) ?? file;
  return isDraft(file, configuration.file === null ? { ...configuration, base } : configuration);
}

async function patternOf(given: string, { cwd, host }: Pick<DraftFileOptions, 'cwd' | 'host'>): Promise<Named> {
  if (!isPattern(given)) throw new CannotRun(`There is no file or folder ${given}.`);
  const files = await filesLike(given, cwd, host);
  if (files.length === 0) throw new CannotRun(`No file is like ${given}.`);
  return { files: files.map((file) => ({ file, path: shownFrom(cwd, file) })), walked: null, pattern: given };
}

async function filesOf(given: string, { cwd, host }: DraftFileOptions): Promise<Named> {
  if (given.trim() === '') throw new CannotRun('A PATH is empty: name a draft or a folder of drafts.');
  const whole = absolutePath(cwd, given);
  const shown = shownUnder(given, whole);
  const kind = await statsOf(whole).catch(() => undefined);
  if (kind === undefined) return patternOf(given, { cwd, host });
  // A pipe or a device may never end.
  if (!kind.isFile() && !kind.isDirectory()) throw new CannotRun(`${given} is neither a file nor a folder.`);
  if (kind.isFile()) return { files: [{ file: whole, path: shown(whole) ?? given }], walked: null };
  const entries = await host.listFiles(whole).catch((error: unknown) => {
    throw new CannotRun(`The folder ${given} cannot be read: ${reasonOf(error)}`);
  });
  const files = entries.map(({ path }) => ({ file: path, path: shown(path) ?? path }));
  return { files: files.sort((a, b) => compare(a.file, b.file)), walked: whole };
}

/** What is set depends on a draft's folder only, and is looked up once for each. */
function configurations({ cwd, host, corpora, config, severity = {} }: DraftFileOptions): (file: string) => Promise<Configuration> {
  const known = new Map<string, Promise<Configuration>>();
  const find = async (file: string): Promise<Configuration> => {
    const configuration =
      config === null ? await configurationFor(file, host, {}, null) : await givenConfiguration(config, file, { cwd, host });
    const settings = { ...configuration.settings, severity: mergedSeverity(severity, configuration.settings.severity) };
    return { ...configuration, settings, ...(corpora.length === 0 ? {} : { corpora }) };
  };
  return (file) => {
    const folder = parentOf(file) ?? file;
    const found = known.get(folder) ?? find(file);
    known.set(folder, found);
    return found;
  };
}

/** The project file of `--config`: nobody names one to have it half followed, so what is wrong in it ends the command. */
async function givenConfiguration(config: string, file: string, { cwd, host }: { cwd: string; host: Host }): Promise<Configuration> {
  const path = absolutePath(cwd, config);
  if (config.trim() === '' || (await host.stat(path)) === undefined) throw new CannotRun(`There is no configuration file “${config}”.`);
  const configuration = await configurationWith(path, file, host).catch((error: unknown) => {
    throw new CannotRun(`The configuration ${config} cannot be read: ${reasonOf(error)}`);
  });
  const [problem] = configuration.problems;
  if (problem) throw new CannotRun(`${config}:${problem.line + 1}:${problem.character + 1}: ${problem.message}`);
  return configuration;
}

/** What is wrong in project files, each place once. */
function problemsOf(drafts: readonly DraftFile[], cwd: string): readonly string[] {
  const lines = drafts.flatMap(({ configuration }) =>
    [...configuration.problems, ...configuration.stet.problems].map(
      ({ file, line, character, message }) => `${shownFrom(cwd, file)}:${line + 1}:${character + 1}: ${message}`,
    ),
  );
  return [...new Set(lines)];
}

/** A draft that is piped in, as if it stood in a file of this name; whether there is one does not matter. */
export async function pipedDraft(name: string | null, options: DraftFileOptions): Promise<DraftFiles> {
  const file = absolutePath(options.cwd, name ?? PIPED);
  const configuration = await configurations(options)(file);
  if (name !== null && isCorpusFile(file, configuration)) throw new CannotRun(`${name} is a file of the corpus, not a draft.`);
  const draft = { file, path: name ?? PIPED, configuration };
  return { drafts: [draft], notes: problemsOf([draft], options.cwd), walked: [] };
}
