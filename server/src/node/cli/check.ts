import { basename, dirname } from 'node:path';
import { languageIdOf } from '../../draft/languages/index.ts';
import { decodeFile } from '../../readers/decode.ts';
import type { ReadingProblem } from '../../readers/reader.ts';
import type { Analysis } from '../../rules/analysis.ts';
import { inconsistentDrafts, type NamedAnalysis, withFindings } from '../../rules/inconsistentDrafts.ts';
import { checkDraft } from '../../service/checkDraft.ts';
import type { Host } from '../../service/host.ts';
import { drain } from '../../service/pump.ts';
import { severityOf } from '../../service/severity.ts';
import { standsFor } from '../../service/stetStands.ts';
import { LineIndex } from '../../text/lineIndex.ts';
import { type CorpusFolder, givenFolders, type LoadedCorpus, loadCorpus } from './corpusFolder.ts';
import { type DraftFile, draftFiles } from './draftFiles.ts';
import { github } from './formats/github.ts';
import { json } from './formats/json.ts';
import { pretty } from './formats/pretty.ts';
import { sarif } from './formats/sarif.ts';
import { type CheckReport, type DraftReport, type Format, matchesOf, type ReportedFinding, type Sources, sourcesOf } from './report.ts';
import { CannotRun, COULD_NOT_RUN, paintFor, reasonOf, type Terminal } from './terminal.ts';
import { unusedStets } from './unusedStets.ts';
import type { World } from './world.ts';

/** How `check` writes its report. One line a format. */
export const CHECK_FORMATS = { pretty, json, sarif, github } as const satisfies Record<string, Format>;
export type CheckFormat = keyof typeof CHECK_FORMATS;

export interface CheckArguments {
  /** Folders of sources; empty: what the configuration says. */
  readonly corpus: readonly string[];
  readonly format: CheckFormat;
  readonly config: string | null;
  /** More warnings than these are a failure; null for any number. */
  readonly maxWarnings: number | null;
}

/** How many unreadable files are named one by one. */
const NAMED_FILES = 10;

/** Checks drafts against their sources, writes the report and gives the exit status. */
export async function check(paths: readonly string[], given: CheckArguments, world: World): Promise<number> {
  const { host, cwd, terminal } = world;
  const folders = await givenFolders(given.corpus, cwd);
  const found = await draftFiles(paths, { cwd, host, corpora: folders.map(({ folder }) => folder), config: given.config });
  for (const note of found.notes) terminal.note(note);
  const corpusFor = corpora(folders, world);
  const checked: CheckedDraft[] = [];
  let unread = 0;
  for (const draft of found.drafts) {
    const loaded = await corpusFor(draft);
    const text = await textOf(draft, world);
    if (text === null) unread++;
    else checked.push(await checkOne(draft, text, { loaded, host }));
  }
  const all = besideEachOther(checked);
  // Of what was not checked nobody knows what it needs.
  const unused = unread > 0 ? [] : unusedStets(all, { walked: found.walked, cwd });
  const report: CheckReport = { drafts: [...all.map(reportOn), ...unused] };
  terminal.write(CHECK_FORMATS[given.format](report, { paint: paintFor(terminal.colour), columns: terminal.columns }));
  // A draft that was not checked must not look like one without faults.
  return unread > 0 ? COULD_NOT_RUN : statusOf(report, given.maxWarnings);
}

/** A draft's text as editors show it, or null where it is none; says so on standard error. */
export async function textOf({ file, path }: DraftFile, { host, terminal }: World): Promise<string | null> {
  const { text, problem } = await host.readFile(file).then(
    (bytes) => decodeFile(bytes),
    (error: unknown) => ({ text: null, problem: `It cannot be read: ${reasonOf(error)}` }),
  );
  if (text === null) terminal.note(`${path} was not checked. ${problem}`);
  else if (problem !== null) terminal.note(`${path}: ${problem}`);
  return text;
}

/** A draft that was checked by itself. */
interface CheckedDraft {
  readonly draft: DraftFile;
  readonly text: string;
  readonly analysis: Analysis;
  readonly sources: Sources;
}

async function checkOne(
  draft: DraftFile,
  text: string,
  { loaded, host }: { readonly loaded: LoadedCorpus; readonly host: Host },
): Promise<CheckedDraft> {
  const { corpus, library } = loaded;
  const stands = standsFor(draft.configuration.stet, draft.file);
  const analysis = await checkDraft({ text, languageId: languageIdOf(draft.path), stands }, draft.configuration.settings, {
    corpus,
    complete: library.complete,
    fetch: (articleIds) => library.fetch(articleIds, corpus),
    run: (work) => drain(work),
  });
  const sources = await sourcesOf(matchesOf(analysis), loaded, host);
  // A report of many drafts must not hold on to every text that was looked at.
  return { draft, text, analysis: { ...analysis, articles: new Map() }, sources };
}

/** The same with what the drafts of each folder show only together. */
function besideEachOther(checked: readonly CheckedDraft[]): CheckedDraft[] {
  const folders = new Map<string, NamedAnalysis[]>();
  for (const { draft, analysis } of checked) {
    const folder = folders.get(dirname(draft.file)) ?? [];
    folders.set(dirname(draft.file), folder);
    folder.push({ name: basename(draft.file), analysis });
  }
  const found = new Map([...folders.values()].flatMap((folder) => [...inconsistentDrafts(folder)]));
  return checked.map((one) => ({ ...one, analysis: withFindings(one.analysis, found.get(one.analysis.draft) ?? []) }));
}

function reportOn({ draft, text, analysis, sources }: CheckedDraft): DraftReport {
  const findings = analysis.findings.flatMap((finding): ReportedFinding[] => {
    const severity = severityOf(finding, draft.configuration.settings);
    return severity === 'off' ? [] : [{ finding, severity }];
  });
  findings.sort((a, b) => a.finding.span.start - b.finding.span.start);
  return { path: draft.path, analysis, lines: new LineIndex(text), findings, sources };
}

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
function nothingIn({ folders, unreadable }: LoadedCorpus): string {
  const [first] = unreadable;
  const what = `The corpus ${folders.join(', ')} holds no article that can be read`;
  if (first === undefined) return `${what}: put sources (.md, .txt) in it, or name another folder with --corpus.`;
  const more = unreadable.length === 1 ? '' : `, and ${unreadable.length - 1} more; “verbatim sources” lists them`;
  return `${what}: mend its files or name another folder with --corpus. ${first.path} was left out: ${first.reason}${more}`;
}

function statusOf({ drafts }: CheckReport, maxWarnings: number | null): number {
  const all = drafts.flatMap(({ findings }) => findings);
  if (all.some(({ severity }) => severity === 'error')) return 1;
  const warnings = all.filter(({ severity }) => severity === 'warning').length;
  return maxWarnings !== null && warnings > maxWarnings ? 1 : 0;
}
