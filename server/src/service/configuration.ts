import { isMap, isPair, isScalar, LineCounter, type Node, type Pair, parseDocument, type YAMLMap } from 'yaml';
import { type CheckOptions, DEFAULT_OPTIONS } from '../rules/style.ts';
import { parseIsoDate } from '../text/calendarDate.ts';
import { plainly } from '../text/said.ts';
import { cascadeOf, type Level, mergedSeverity } from './cascade.ts';
import { isInside, joinPath, normalPath, parentOf, upwards } from './configurationPaths.ts';
import { type Host, isFolder } from './host.ts';
import { DEFAULT_SETTINGS, type Settings } from './settings.ts';
import { isSettingName, PROJECT_KEYS, ROOT_KEY, readRoot, readSetting, unknownKeyMessage, type ValueProblem } from './settingsSchema.ts';
import { parseStetFile, STET_FILE, type StetFile } from './stetFile.ts';
import { endOfReadable, yamlTroubles } from './yamlErrors.ts';

export const PROJECT_FILE = '.verbatim.yaml';
/** The folder that serves as the corpus where no setting names one. */
export const DEFAULT_CORPUS = 'corpus';

/** All that is set for one draft, and where it was found. */
export interface Configuration {
  readonly settings: Settings;
  /**
   * The project's folder, which the settings' relative paths and glob patterns count from: that of the topmost project file, else
   * the workspace folder, else the draft's.
   */
  readonly base: string;
  /** Absolute corpus folders, existing or not; empty where none is set and no folder `corpus` lies beside or above the draft. */
  readonly corpora: readonly string[];
  /** The nearest project file, or null where there is none. */
  readonly file: string | null;
  /** All project files that hold, the nearest first; left out where there is none. */
  readonly files?: readonly string[];
  readonly problems: readonly ConfigurationProblem[];
  /** What is let stand, by a file of its own that need not be there. */
  readonly stet: StetFile;
  /** What the project files say something of; left out where there is none. */
  readonly stated?: readonly string[];
}

/** Something wrong in a project file; the rest of the file holds. */
export interface ConfigurationProblem {
  readonly file: string;
  /** Zero-based. */
  readonly line: number;
  /** Zero-based, in UTF-16 code units. */
  readonly character: number;
  /** One sentence or two for the writer: what is wrong and what may stand there. Does not name the file. */
  readonly message: string;
}

/** What a project file says, and what is wrong with it. */
export interface ProjectSettings {
  readonly settings: Partial<Settings>;
  /** Whether no project file above it counts. */
  readonly root: boolean;
  readonly problems: readonly ConfigurationProblem[];
}

/**
 * All that is set for a draft: by the project files in its folder and above it, the nearest of which wins setting by setting (as
 * in EditorConfig), then by the editor, which fills in what they leave open. Depends on the draft's folder only.
 */
export async function configurationFor(
  draftPath: string,
  host: Host,
  editorSettings: Partial<Settings>,
  workspaceFolder: string | null,
): Promise<Configuration> {
  const folder = parentOf(draftPath) ?? normalPath(draftPath);
  return configurationFrom({ folder, levels: await levelsAbove(folder, host), editorSettings, workspaceFolder }, host);
}

/** As {@link configurationFor}, with one project file that is named rather than searched for; rejects where it cannot be read. */
export async function configurationWith(file: string, draftPath: string, host: Host): Promise<Configuration> {
  const project = parseConfiguration(file, decodeUtf8(await host.readFile(file)));
  const folder = parentOf(draftPath) ?? normalPath(draftPath);
  return configurationFrom({ folder, levels: [levelOf(file, project)], editorSettings: {}, workspaceFolder: null }, host);
}

interface Parts {
  readonly folder: string;
  /** The project files that hold, the nearest first. */
  readonly levels: readonly Level[];
  readonly editorSettings: Partial<Settings>;
  readonly workspaceFolder: string | null;
}

async function configurationFrom({ folder, levels, editorSettings, workspaceFolder }: Parts, host: Host): Promise<Configuration> {
  const workspace = workspaceFolder !== null && isInside(workspaceFolder, folder) ? normalPath(workspaceFolder) : null;
  const project = cascadeOf(levels);
  const base = project?.base ?? workspace ?? folder;
  const own = project?.settings ?? {};
  // The project's folders count from its file, the editor's from the workspace folder, even where there is a project file.
  const from = own.corpora === undefined ? (workspace ?? folder) : base;
  const settings = merged(own, editorSettings);
  const named = settings.corpora.map((corpus) => joinPath(from, corpus));
  const corpora = named.length > 0 ? named : await corpusAbove(folder, workspace, host);
  const namer = project?.stetHome ?? workspace ?? folder;
  const stet = await readStet(await stetPlace({ folder, workspace, base, levels, named: settings.stetFile, namer }, host), host);
  const problems = levels.flatMap((level) => level.project.problems);
  const [file = null, ...above] = levels.map((level) => level.file);
  const found = file === null ? {} : { files: [file, ...above], stated: Object.keys(own) };
  return { settings, base, corpora, file, problems, stet, ...found };
}

/** What decides where the file lies that says what is let stand. */
interface StetSearch {
  readonly folder: string;
  readonly workspace: string | null;
  readonly base: string;
  readonly levels: readonly Level[];
  /** What the settings say. */
  readonly named: string | null;
  /** The folder that this counts from. */
  readonly namer: string;
}

/**
 * Where the file lies, or would lie, that says what is let stand, and the folder that its paths of drafts count from: where
 * the settings say, else beside the nearest project file that has one, else beside the topmost; where there is no project file,
 * the nearest above the draft that is there, so that the command line finds the one that an editor has written into its
 * workspace folder.
 */
async function stetPlace(search: StetSearch, host: Host): Promise<{ readonly path: string; readonly home: string }> {
  const { folder, workspace, base, levels, named, namer } = search;
  if (named !== null) return { path: joinPath(namer, named), home: namer };
  for (const at of levels.length === 0 ? upwards(folder) : levels.map((level) => level.folder)) {
    if (levels.length === 0 && workspace !== null && !isInside(workspace, at)) break;
    const path = joinPath(at, STET_FILE);
    if ((await host.stat(path)) !== undefined) return { path, home: at };
  }
  return { path: joinPath(base, STET_FILE), home: base };
}

async function readStet({ path, home }: { readonly path: string; readonly home: string }, host: Host): Promise<StetFile> {
  if ((await host.stat(path)) === undefined) return parseStetFile(path, home, null);
  try {
    return parseStetFile(path, home, decodeUtf8(await host.readFile(path)));
  } catch (error) {
    const message = plainly`The file cannot be read, so nothing of it is let stand. ${error instanceof Error ? error.message : String(error)}`;
    return { path, home, text: null, entries: [], problems: [{ file: path, line: 0, character: 0, message }] };
  }
}

function merged(project: Partial<Settings>, editor: Partial<Settings>): Settings {
  return { ...DEFAULT_SETTINGS, ...editor, ...project, severity: mergedSeverity(project.severity ?? {}, editor.severity ?? {}) };
}

/** The project files in a folder and above it, the nearest first, up to the first that says it is the topmost. */
async function levelsAbove(folder: string, host: Host): Promise<readonly Level[]> {
  const places = [...upwards(folder)].map((at) => joinPath(at, PROJECT_FILE));
  const there = await Promise.all(places.map((file) => host.stat(file)));
  const levels: Level[] = [];
  for (const [at, file] of places.entries()) {
    if (there[at] === undefined) continue;
    const level = levelOf(file, await readProject(file, host));
    levels.push(level);
    if (level.project.root) break;
  }
  return levels;
}

function levelOf(file: string, project: ProjectSettings): Level {
  return { file, folder: parentOf(file) ?? file, project };
}

async function corpusAbove(folder: string, workspace: string | null, host: Host): Promise<readonly string[]> {
  for (const at of upwards(folder)) {
    if (workspace !== null && !isInside(workspace, at)) break;
    // A draft that lies in a folder `corpus` itself is one of its files.
    const corpus = joinPath(at, DEFAULT_CORPUS);
    if (await isFolder(host, corpus)) return [corpus];
  }
  return [];
}

async function readProject(file: string, host: Host): Promise<ProjectSettings> {
  try {
    return parseConfiguration(file, decodeUtf8(await host.readFile(file)));
  } catch (error) {
    const message = plainly`The project file cannot be read, so nothing of it holds. ${error instanceof Error ? error.message : String(error)}`;
    return { settings: {}, root: false, problems: [{ file, line: 0, character: 0, message }] };
  }
}

function decodeUtf8(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

const DUPLICATE_SETTING = plainly`This setting stands here a second time; leave one of the two.`;
type Tell = (node: unknown, message: string) => void;

/** Reads a project file; never throws. What is wrong is a problem with its place, and all the rest holds. */
export function parseConfiguration(file: string, text: string): ProjectSettings {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const found: Record<string, unknown> = {};
  const problems: ConfigurationProblem[] = [];
  const report = (offset: number, message: string): void => {
    const { line, col } = lines.linePos(offset);
    problems.push({ file, line: Math.max(0, line - 1), character: Math.max(0, col - 1), message });
  };
  for (const { offset, message } of yamlTroubles(document.errors, DUPLICATE_SETTING)) report(offset, message);
  const { contents } = document;
  if (isMap(contents)) {
    for (const pair of contents.items) {
      const key = isScalar(pair.key) ? String(pair.key.value) : '';
      if (PROJECT_KEYS.includes(key)) readPair(pair, key, (node, message) => report(offsetOf(node) ?? offsetOf(contents) ?? 0, message));
      else tellUnknown(offsetOf(pair.key) ?? 0, key);
    }
  } else if (contents !== null && document.errors.length === 0) {
    report(0, plainly`The file must be a list of settings, one “name: value” a line. There are: ${PROJECT_KEYS.join(', ')}.`);
  }
  problems.sort((a, b) => a.line - b.line || a.character - b.character);
  const { [ROOT_KEY]: root = false, ...settings } = found;
  return { settings: settings as Partial<Settings>, root: root === true, problems };

  function tellUnknown(offset: number, key: string): void {
    if (offset < endOfReadable(document.errors)) report(offset, unknownKeyMessage(key, 'setting', PROJECT_KEYS));
  }

  function readPair(pair: Pair, key: string, tell: Tell): void {
    const raw = plainValue(pair, tell);
    // A key with nothing after it leaves the setting open.
    if (raw === null || raw === undefined) return;
    const { value, problems: wrong } = isSettingName(key) ? readSetting(key, raw) : readRoot(raw);
    if (value !== undefined) found[key] = value;
    for (const problem of wrong) tell(nodeOf(pair, problem), problem.message);
  }

  function plainValue(pair: Pair, tell: Tell): unknown {
    try {
      return (pair.value as Node | null)?.toJS(document);
    } catch {
      tell(pair.value, plainly`This alias (*) stands for nothing, or for more than can be unfolded; write the value out.`);
      return undefined;
    }
  }
}

/** The node of the document that a problem is about: a key, a value, or the nearest thing around it. */
function nodeOf(pair: Pair, problem: ValueProblem): unknown {
  let at: unknown = pair;
  for (const step of problem.path) {
    const within: unknown = isPair(at) ? at.value : at;
    const next = isMap(within) ? pairOf(within, String(step)) : (within as { items?: unknown[] } | null)?.items?.[Number(step)];
    if (next === undefined) break;
    at = next;
  }
  if (!isPair(at)) return at;
  return problem.unknownKey ? at.key : (at.value ?? at.key);
}

function pairOf(map: YAMLMap, key: string): Pair | undefined {
  return map.items.find((item) => isScalar(item.key) && String(item.key.value) === key);
}

function offsetOf(node: unknown): number | undefined {
  return (node as { range?: readonly number[] | null } | null)?.range?.[0];
}

/** What checking needs to know of the settings. */
export function checkOptionsOf(settings: Settings): CheckOptions {
  const anchor = settings.date === null ? null : (parseIsoDate(settings.date) ?? null);
  return { ...DEFAULT_OPTIONS, houseStyle: settings.houseStyle, aliases: settings.aliases, anchor };
}
