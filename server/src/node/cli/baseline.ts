import { readFile, writeFile } from 'node:fs/promises';
import { dirname, relative } from 'node:path';
import * as z from 'zod';
import type { ReportedFinding } from '../../core/contract.ts';
import { sliceOf } from '../../text/span.ts';
import { absolutePath } from './paths.ts';
import type { DraftReport } from './report.ts';
import { CannotRun, oneLine, reasonOf } from './terminal.ts';

/** A finding that is known and not reported, by what it says of which words: lines may move. */
export interface BaselineEntry {
  /** The draft as seen from the baseline's folder, with forward slashes. */
  readonly draft: string;
  /** `misquote.number`. */
  readonly rule: string;
  /** The words of the draft that it is on. */
  readonly words: string;
  /** How often it comes. */
  readonly count: number;
}

const SHAPE = z.object({
  version: z.literal(1),
  findings: z.array(z.object({ draft: z.string(), rule: z.string(), words: z.string(), count: z.int().min(1) })),
});

/** What a run is held against. */
export interface Baseline {
  /** Absolute. */
  readonly file: string;
  readonly entries: readonly BaselineEntry[];
}

/** What is left of some reports, and the entries that stand for nothing any more. */
export interface Held {
  readonly drafts: readonly DraftReport[];
  readonly unserved: readonly BaselineEntry[];
}

/** Reads the file; one that is not there or is none ends the command. */
export async function readBaseline(name: string, cwd: string): Promise<Baseline> {
  const file = absolutePath(cwd, name);
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') throw new CannotRun(`There is no baseline ${name}; --update-baseline writes it.`);
    throw new CannotRun(`The baseline ${name} cannot be read: ${reasonOf(error)}`);
  });
  try {
    return { file, entries: SHAPE.parse(JSON.parse(text)).findings };
  } catch {
    throw new CannotRun(`${name} is no baseline of Verbatim; --update-baseline writes one in its place.`);
  }
}

/**
 * Takes out of reports what the baseline knows. `files` has each report's file. Of an entry nothing is said where its draft was
 * not checked this time, unless all drafts of a folder above it were (`walked`), so that it must be gone.
 */
export function holdAgainst(
  { file, entries }: Baseline,
  reports: readonly { readonly report: DraftReport; readonly file: string }[],
  walked: readonly string[],
): Held {
  const left = new Map(entries.map((entry) => [keyOf(entry), entry.count]));
  const drafts = reports.map(({ report, file: draft }) => ({
    ...report,
    findings: report.findings.filter((reported) => {
      const key = keyOf(entryOf(reported, report, seenFrom(file, draft)));
      const count = left.get(key) ?? 0;
      if (count > 0) left.set(key, count - 1);
      return count === 0;
    }),
  }));
  const checked = new Set(reports.map((one) => seenFrom(file, one.file)));
  const folders = walked.map((folder) => seenFrom(file, folder)).map((folder) => (folder === '' ? '' : `${folder}/`));
  const unserved = entries
    .filter((entry) => checked.has(entry.draft) || folders.some((folder) => entry.draft.startsWith(folder)))
    .map((entry) => ({ ...entry, count: left.get(keyOf(entry)) ?? 0 }))
    .filter(({ count }) => count > 0);
  return { drafts, unserved };
}

/** Writes all that was found down as known; what the file said of drafts that were not checked stays. */
export async function writeBaseline(
  name: string,
  cwd: string,
  reports: readonly { readonly report: DraftReport; readonly file: string }[],
): Promise<number> {
  const file = absolutePath(cwd, name);
  const old = await readBaseline(name, cwd).catch(() => null);
  const checked = new Set(reports.map((one) => seenFrom(file, one.file)));
  const counted = new Map<string, BaselineEntry>();
  for (const entry of old?.entries ?? []) if (!checked.has(entry.draft)) counted.set(keyOf(entry), entry);
  for (const { report, file: draft } of reports) {
    for (const reported of report.findings) {
      const entry = entryOf(reported, report, seenFrom(file, draft));
      counted.set(keyOf(entry), { ...entry, count: (counted.get(keyOf(entry))?.count ?? 0) + 1 });
    }
  }
  const findings = [...counted.values()].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  await writeFile(file, `${JSON.stringify({ version: 1, findings }, null, 2)}\n`).catch((error: unknown) => {
    throw new CannotRun(`The baseline ${name} cannot be written: ${reasonOf(error)}`);
  });
  return findings.reduce((sum, { count }) => sum + count, 0);
}

/** One line about entries that stand for nothing any more; null where each does. */
export function unservedNote(unserved: readonly BaselineEntry[], name: string): string | null {
  const [first] = unserved;
  if (!first) return null;
  const count = unserved.reduce((sum, entry) => sum + entry.count, 0);
  const what = count === 1 ? 'One finding' : `${count} findings`;
  const example = `${count === 1 ? '' : 'the first '}${first.rule} on “${oneLine(first.words)}” in ${first.draft}`;
  return `${what} of ${name} ${count === 1 ? 'is' : 'are'} no longer found: ${example}. --update-baseline takes ${count === 1 ? 'it' : 'them'} out.`;
}

function entryOf({ finding }: ReportedFinding, { analysis }: DraftReport, draft: string): BaselineEntry {
  const rule = finding.kind === null ? finding.rule : `${finding.rule}.${finding.kind}`;
  return { draft, rule, words: sliceOf(analysis.draft.text, finding.span).replace(/\s+/g, ' ').trim(), count: 1 };
}

function keyOf({ draft, rule, words }: BaselineEntry): string {
  return [draft, rule, words].join('\n');
}

function seenFrom(baseline: string, file: string): string {
  return relative(dirname(baseline), file).replaceAll('\\', '/');
}
