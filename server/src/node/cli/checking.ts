import { basename, dirname } from 'node:path';
import { reportedFindings } from '../../core/contract.ts';
import { languageIdOf } from '../../draft/languages/index.ts';
import { decodeFile } from '../../readers/decode.ts';
import type { Analysis } from '../../rules/analysis.ts';
import { inconsistentDrafts, type NamedAnalysis, withFindings } from '../../rules/inconsistentDrafts.ts';
import { checkDraft } from '../../service/checkDraft.ts';
import { drain } from '../../service/pump.ts';
import { standsFor } from '../../service/stetStands.ts';
import { LineIndex } from '../../text/lineIndex.ts';
import type { LoadedCorpus } from './corpusFolder.ts';
import type { DraftFile } from './draftFiles.ts';
import { type DraftReport, matchesOf, type Sources, sourcesOf } from './report.ts';
import { reasonOf } from './terminal.ts';
import type { World } from './world.ts';

/** A draft and its text as editors show it. */
export interface DraftText {
  readonly draft: DraftFile;
  readonly text: string;
}

/** A draft that was checked. */
export interface CheckedDraft extends DraftText {
  readonly analysis: Analysis;
  readonly sources: Sources;
}

/** A draft's text as editors show it, or null where it is none, and what is wrong with it. */
export type DraftContent = ReturnType<typeof decodeFile>;

/** What a draft's file holds; says on standard error what is wrong with it. */
export async function contentOf({ file, path }: DraftFile, { host, terminal }: World): Promise<DraftContent> {
  const content = await host.readFile(file).then(
    (bytes) => decodeFile(bytes),
    (error: unknown) => ({ text: null, problem: `It cannot be read: ${reasonOf(error)}` }),
  );
  const { text, problem } = content;
  if (text === null) terminal.note(`${path} was not checked. ${problem}`);
  else if (problem !== null) terminal.note(`${path}: ${problem}`);
  return content;
}

/** Checks a draft by itself. */
export async function checkOne({ draft, text }: DraftText, loaded: LoadedCorpus, { host }: World): Promise<CheckedDraft> {
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
export function besideEachOther(checked: readonly CheckedDraft[]): CheckedDraft[] {
  const folders = new Map<string, NamedAnalysis[]>();
  for (const { draft, analysis } of checked) {
    const folder = folders.get(dirname(draft.file)) ?? [];
    folders.set(dirname(draft.file), folder);
    folder.push({ name: basename(draft.file), analysis });
  }
  const found = new Map([...folders.values()].flatMap((folder) => [...inconsistentDrafts(folder)]));
  return checked.map((one) => ({ ...one, analysis: withFindings(one.analysis, found.get(one.analysis.draft) ?? []) }));
}

/** What is reported of a draft. */
export function reportOn({ draft, text, analysis, sources }: CheckedDraft): DraftReport {
  const findings = reportedFindings(analysis.findings, draft.configuration.settings);
  return { path: draft.path, analysis, lines: new LineIndex(text), findings, sources };
}
