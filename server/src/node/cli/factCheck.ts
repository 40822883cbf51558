import { realpath, writeFile } from 'node:fs/promises';
import { languageIdOf } from '../../draft/languages/index.ts';
import { uriOfPath } from '../../features/convert.ts';
import { ENGLISH } from '../../features/l10n/voice.ts';
import { factCheckOf } from '../../features/report/factCheck.ts';
import { REPORT_FORMATS, type ReportFormat } from '../../features/report/formats.ts';
import { CHECKS_ENDING, readSignOffs, type SignOff } from '../../features/report/signOffs.ts';
import type { View } from '../../features/view.ts';
import { decodeFile } from '../../readers/decode.ts';
import { claimEvidenceSteps } from '../../rules/claimEvidence.ts';
import { checkDraft } from '../../service/checkDraft.ts';
import { checkOptionsOf } from '../../service/configuration.ts';
import { drain } from '../../service/pump.ts';
import { severityOf } from '../../service/severity.ts';
import { standsFor } from '../../service/stetStands.ts';
import { contentOf } from './checking.ts';
import { corpora } from './corpora.ts';
import { givenFolders } from './corpusFolder.ts';
import { type DraftFile, draftFiles } from './draftFiles.ts';
import { absolutePath } from './paths.ts';
import { CannotRun, COULD_NOT_RUN, reasonOf } from './terminal.ts';
import type { World } from './world.ts';

export interface FactCheckArguments {
  /** Folders of sources; empty: what the configuration says. */
  readonly corpus: readonly string[];
  readonly format: ReportFormat;
  readonly config: string | null;
  /** The file to write; null for standard output. */
  readonly output: string | null;
}

/** Writes the fact-check report of one draft and gives the exit status. */
export async function factCheck(path: string, given: FactCheckArguments, world: World): Promise<number> {
  const { host, cwd, terminal } = world;
  const folders = await givenFolders(given.corpus, cwd);
  const found = await draftFiles([path], { cwd, host, corpora: folders.map(({ folder }) => folder), config: given.config });
  for (const note of found.notes) terminal.note(note);
  const [draft, another] = found.drafts;
  if (another) throw new CannotRun('A report is of one draft: name its file.');
  const text = draft ? (await contentOf(draft, world)).text : null;
  if (!draft || text === null) return COULD_NOT_RUN;
  const { corpus, library } = await corpora(folders, world)(draft);
  if (given.output !== null) await refuseToOverwrite(given.output, { draft, isSource: (path) => library.holds(path), cwd });
  const { settings } = draft.configuration;
  const languageId = languageIdOf(draft.path);
  const stands = standsFor(draft.configuration.stet, draft.file);
  const analysis = await checkDraft({ text, languageId, stands }, settings, {
    corpus,
    complete: library.complete,
    fetch: (articleIds) => library.fetch(articleIds, corpus),
    run: (work) => drain(work),
  });
  const view: View = {
    uri: uriOfPath(draft.file),
    version: 0,
    analysis,
    encoding: 'utf-16',
    voice: ENGLISH,
    opensExtracts: false,
    commands: {},
    severityOf: (finding) => severityOf(finding, settings),
    fileOf: (articleId) => library.fileOf(articleId),
  };
  const evidence = await drain(claimEvidenceSteps(analysis, checkOptionsOf(settings)));
  const signOffs = await signOffsOf(draft, world);
  const check = factCheckOf(view, { evidence, signOffs, languageId, path: draft.file, incomplete: !library.complete });
  await put(REPORT_FORMATS[given.format].write(check, ENGLISH), given.output, world);
  return 0;
}

/** Who has checked what, as it is kept beside the draft. */
async function signOffsOf({ file, path }: DraftFile, { host, terminal }: World): Promise<readonly SignOff[]> {
  if ((await host.stat(file + CHECKS_ENDING)) === undefined) return [];
  const { text } = decodeFile(await host.readFile(file + CHECKS_ENDING));
  const { signOffs, problem } = readSignOffs(text ?? '');
  if (problem !== null) terminal.note(`${path}${CHECKS_ENDING}: ${problem}`);
  return signOffs;
}

/** The one thing that a report may never take the place of is what it is of: the draft, or a source. */
async function refuseToOverwrite(
  output: string,
  { draft, isSource, cwd }: { draft: DraftFile; isSource: (path: string) => boolean; cwd: string },
): Promise<void> {
  const path = absolutePath(cwd, output);
  const [own, theirs] = await Promise.all([realpath(draft.file), realpath(path).catch(() => path)]);
  if (own === theirs || path === draft.file)
    throw new CannotRun(`The report cannot be written to ${output}: that is the draft itself. Name another file with --output.`);
  if (isSource(path))
    throw new CannotRun(`The report cannot be written to ${output}: it would be read as a source there. Name a file outside the corpus.`);
}

async function put(text: string, output: string | null, { cwd, terminal }: World): Promise<void> {
  if (output === null) {
    terminal.write(text);
    return;
  }
  await writeFile(absolutePath(cwd, output), text).catch((error: unknown) => {
    throw new CannotRun(`The report cannot be written to ${output}: ${reasonOf(error)}`);
  });
  terminal.write(`Wrote ${output}\n`);
}
