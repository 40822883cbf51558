import { decodeFile } from '../../readers/decode.ts';
import type { FixChoice } from '../../service/fixing.ts';
import type { Settings } from '../../service/settings.ts';
import { writeWhole } from '../files.ts';
import { CHECK_FORMATS, type CheckFormat } from './checkFormats.ts';
import { besideEachOther, type CheckedDraft, checkOne, contentOf, type DraftContent, type DraftText, reportOn } from './checking.ts';
import { corpora } from './corpora.ts';
import { givenFolders, type LoadedCorpus } from './corpusFolder.ts';
import { type DraftFile, type DraftFiles, draftFiles, pipedDraft } from './draftFiles.ts';
import type { Mended } from './mending.ts';
import { absolutePath } from './paths.ts';
import type { CheckReport, DraftReport, UnreadDraft } from './report.ts';
import { CannotRun, COULD_NOT_RUN, paintFor, reasonOf } from './terminal.ts';
import { unusedStets } from './unusedStets.ts';
import type { World } from './world.ts';

export interface CheckArguments {
  /** Folders of sources; empty: what the configuration says. */
  readonly corpus: readonly string[];
  readonly format: CheckFormat;
  readonly config: string | null;
  /** More warnings than these are a failure; null for any number. */
  readonly maxWarnings: number | null;
  /** By rule or kind; wins over the project's. */
  readonly severity: Settings['severity'];
  /** Whether errors alone are reported. */
  readonly quiet: boolean;
  /** Which fixes are made; null for none. */
  readonly fix: FixChoice | null;
  /** Whether files that are named are checked only if the project's patterns make them drafts. */
  readonly onlyDrafts: boolean;
  /** Whether fixes are shown as a patch and not made. */
  readonly diff: boolean;
  /** The file of findings that are known, and whether it is to be written. */
  readonly baseline: { readonly file: string; readonly update: boolean } | null;
  /** The file that the report goes to; null for standard output. */
  readonly output: string | null;
  /** A draft that was piped in, and what it is called. */
  readonly piped: { readonly bytes: Uint8Array; readonly name: string | null } | null;
}

/** Checks drafts against their sources, writes the report and gives the exit status. */
export async function check(paths: readonly string[], given: CheckArguments, world: World): Promise<number> {
  const { host, cwd, terminal } = world;
  const folders = await givenFolders(given.corpus, cwd);
  const { config, severity, onlyDrafts } = given;
  const options = { cwd, host, corpora: folders.map(({ folder }) => folder), config, severity, onlyDrafts };
  const found = given.piped === null ? await draftFiles(paths, options) : await pipedDraft(given.piped.name, options);
  for (const note of found.notes) terminal.note(note);
  const checker = new Checker(corpora(folders, world), world);
  const { texts, unread } = await textsOf(found.drafts, given, world);
  const checked = await checker.all(texts);
  const whole = unread.length === 0;
  const status = given.fix === null ? null : await fixed(checked, given.fix, { given, checker, world });
  if (status !== null && 'ends' in status) return whole ? status.ends : COULD_NOT_RUN;
  const drafts = status?.drafts ?? checked;
  const all = await known(drafts, found, { given, world, whole });
  await write({ drafts: all.map((report) => (given.quiet ? errorsOf(report) : report)), unread }, given, world);
  // A draft that was not checked must not look like one without faults.
  return whole ? statusOf({ drafts: all }, given.maxWarnings) : COULD_NOT_RUN;
}

/** The drafts that can be read with their texts, and those that cannot. */
async function textsOf(
  drafts: readonly DraftFile[],
  { piped }: CheckArguments,
  world: World,
): Promise<{ readonly texts: readonly DraftText[]; readonly unread: readonly UnreadDraft[] }> {
  const texts: DraftText[] = [];
  const unread: UnreadDraft[] = [];
  for (const draft of drafts) {
    const { text, problem } = piped === null ? await contentOf(draft, world) : pipedContent(piped.bytes, draft, world);
    if (text !== null) texts.push({ draft, text });
    else unread.push({ path: draft.path, reason: problem ?? 'It cannot be read.' });
  }
  return { texts, unread };
}

function pipedContent(bytes: Uint8Array, { path }: DraftFile, { terminal }: World): DraftContent {
  const content = decodeFile(bytes);
  if (content.problem !== null) terminal.note(`${path}: ${content.problem}`);
  return content;
}

/** Checks drafts one by one, and what only several show. */
class Checker {
  readonly #corpusFor: (draft: DraftFile) => Promise<LoadedCorpus>;
  readonly #world: World;

  constructor(corpusFor: (draft: DraftFile) => Promise<LoadedCorpus>, world: World) {
    this.#corpusFor = corpusFor;
    this.#world = world;
  }

  async all(texts: readonly DraftText[]): Promise<CheckedDraft[]> {
    const { terminal } = this.#world;
    const alone: CheckedDraft[] = [];
    for (const one of texts) {
      if (texts.length > 1) terminal.progress(`Checking drafts: ${alone.length} of ${texts.length}`);
      alone.push(await this.#one(one));
    }
    terminal.progress(null);
    return besideEachOther(alone);
  }

  /** The same after some were changed. */
  async again(drafts: readonly CheckedDraft[], changed: ReadonlyMap<CheckedDraft, string>): Promise<CheckedDraft[]> {
    const alone: CheckedDraft[] = [];
    for (const one of drafts) {
      const text = changed.get(one);
      // What it was found with beside the others is found anew below.
      alone.push(await this.#one(text === undefined ? one : { draft: one.draft, text }));
    }
    return besideEachOther(alone);
  }

  async #one(one: DraftText): Promise<CheckedDraft> {
    return checkOne(one, await this.#corpusFor(one.draft), this.#world);
  }
}

interface Fixing {
  readonly given: CheckArguments;
  readonly checker: Checker;
  readonly world: World;
}

/** Makes the fixes, in the files or, where they are only to be shown, as a patch, which ends the command. */
async function fixed(
  checked: readonly CheckedDraft[],
  choice: FixChoice,
  { given, checker, world }: Fixing,
): Promise<{ readonly ends: number } | { readonly drafts: readonly CheckedDraft[] }> {
  const { terminal } = world;
  const { mend, patchOf } = await import('./mending.ts');
  const mended = await mend(checked, choice, (drafts, changed) => checker.again(drafts, changed));
  if (given.diff) {
    const patch = checked.map((one, at) => patchOf(one.draft.path, one.text, mended.drafts[at]?.text ?? one.text)).join('');
    terminal.write(patch);
    return { ends: patch === '' ? 0 : 1 };
  }
  if (given.piped !== null) {
    const reports = mended.drafts.map(reportOn);
    terminal.write(mended.drafts.map(({ text }) => text).join(''));
    const left = reports.flatMap(({ findings }) => findings).length;
    terminal.note(`${told(mended.fixes, 'fix', 'fixes')} made, ${told(left, 'finding', 'findings')} left.`);
    return { ends: statusOf({ drafts: reports }, given.maxWarnings) };
  }
  return { drafts: await writeMended(checked, mended, world) };
}

/** Drafts that cannot be written stay as they were; the others go on. */
async function writeMended(checked: readonly CheckedDraft[], { drafts, fixes }: Mended, { terminal }: World): Promise<CheckedDraft[]> {
  const { writeDraft } = await import('./mending.ts');
  let written = 0;
  const now: CheckedDraft[] = [];
  for (const [at, before] of checked.entries()) {
    const after = drafts[at] ?? before;
    try {
      if (after.text !== before.text) {
        await writeDraft(before, before.text, after.text);
        written++;
      }
      now.push(after);
    } catch (error) {
      if (!(error instanceof CannotRun)) throw error;
      terminal.note(error.message);
      now.push(before);
    }
  }
  if (written > 0) terminal.note(`${told(fixes, 'fix', 'fixes')} made in ${told(written, 'draft', 'drafts')}.`);
  return now;
}

function told(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

interface Knowing {
  readonly given: CheckArguments;
  readonly world: World;
  /** Whether every draft was checked. */
  readonly whole: boolean;
}

/** The reports without what the baseline knows, and with the entries that let nothing stand. */
async function known(
  drafts: readonly CheckedDraft[],
  found: DraftFiles,
  { given, world, whole }: Knowing,
): Promise<readonly DraftReport[]> {
  const { cwd, terminal } = world;
  // Of what was not checked nobody knows what it needs.
  const unused = whole ? unusedStets(drafts, { walked: found.walked, cwd }) : [];
  const named = drafts.map((one) => ({ report: reportOn(one), file: one.draft.file }));
  if (given.baseline === null) return [...named.map(({ report }) => report), ...unused];
  const { file, update } = given.baseline;
  const { holdAgainst, readBaseline, unservedNote, writeBaseline } = await import('./baseline.ts');
  if (update) {
    const count = await writeBaseline(file, cwd, named);
    terminal.note(`${told(count, 'finding', 'findings')} written to ${file}: from now on --baseline ${file} reports others alone.`);
  }
  const held = holdAgainst(await readBaseline(file, cwd), named, found.walked);
  const note = unservedNote(held.unserved, file);
  if (note !== null) terminal.note(note);
  return [...held.drafts, ...unused];
}

function errorsOf(report: DraftReport): DraftReport {
  return { ...report, findings: report.findings.filter(({ severity }) => severity === 'error') };
}

async function write(report: CheckReport, { format, output }: CheckArguments, { terminal, cwd }: World): Promise<void> {
  const text = await CHECK_FORMATS[format](report, {
    paint: paintFor(terminal.colour && output === null),
    columns: terminal.columns,
  });
  if (output === null) return terminal.write(text);
  await writeWhole(absolutePath(cwd, output), text).catch((error: unknown) => {
    throw new CannotRun(`The report cannot be written to ${output}: ${reasonOf(error)}`);
  });
}

function statusOf({ drafts }: CheckReport, maxWarnings: number | null): number {
  const all = drafts.flatMap(({ findings }) => findings);
  if (all.some(({ severity }) => severity === 'error')) return 1;
  const warnings = all.filter(({ severity }) => severity === 'warning').length;
  return maxWarnings !== null && warnings > maxWarnings ? 1 : 0;
}
