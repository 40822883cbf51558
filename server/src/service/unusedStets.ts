import { languageIdOf, languageOf } from '../draft/languages/index.ts';
import { decode } from '../readers/decode.ts';
import type { Finding } from '../rules/finding.ts';
import { foldedWords } from '../rules/standing.ts';
import { say } from '../text/said.ts';
import type { Span } from '../text/span.ts';
import type { Configuration } from './configuration.ts';
import { relativeTo } from './configurationPaths.ts';
import { draftsIn } from './draftsIn.ts';
import type { Host } from './host.ts';
import type { StetEntry, StetFile } from './stetFile.ts';
import { holdsFor } from './stetStands.ts';
import { removal } from './stetWriting.ts';

/** By the paths of the drafts that were checked, the ids of the entries by which something was let stand there. */
export type Served = ReadonlyMap<string, ReadonlySet<number>>;

/** The entries of a file by which nothing was let stand in any draft that was checked. */
export function unserved({ entries }: StetFile, served: Served): StetEntry[] {
  const used = new Set([...served.values()].flatMap((ids) => [...ids]));
  return entries.filter(({ id }) => !used.has(id));
}

/** Whether all drafts that an entry is for are named one by one, and all of them were checked. */
export function isKnownWhole({ drafts }: StetEntry, { home }: StetFile, served: Served): boolean {
  const ways = new Set([...served.keys()].map((path) => relativeTo(home, path)));
  return drafts?.every((draft) => ways.has(draft)) === true;
}

/** So many words of a quotation stand together in a draft that has it. */
const FIRST_WORDS = 3;

/**
 * Whether an entry may let something stand in a draft that was not checked, by the draft's way from the file's home and its
 * words, folded and parted by single spaces. Says yes rather than no.
 */
export function mayServe(entry: StetEntry, way: string | undefined, words: string): boolean {
  if (!holdsFor(entry, way)) return false;
  const { place } = entry;
  if (place.kind === 'everything') return true;
  // What interrupts a quotation stands between its words in the draft.
  const first = place.kind === 'quotation' ? place.words.slice(0, FIRST_WORDS) : place.words;
  return ` ${words} `.includes(` ${first.join(' ')} `) || place.words.length === 0;
}

/** What is reported of an entry that lets nothing stand, on its first line. */
export function unusedEntry({ span }: StetEntry, text: string): Finding {
  const removed = { title: say`Remove the entry`, applicability: 'unsafe', preferred: true, edits: [removal(text, span)] } as const;
  return {
    rule: 'unused-stet',
    kind: null,
    span: firstLine(span, text),
    message: say`This entry lets nothing stand: without it, nothing more would be reported.`,
    match: null,
    fixes: [removed],
  };
}

function firstLine({ start, end }: Span, text: string): Span {
  const found = text.slice(start, end).search(/\r?\n/);
  return { start, end: found < 0 ? end : start + found };
}

/** More drafts than are read to know whether an entry may serve them. */
const MOST_DRAFTS = 300;

/** Where the drafts are found that were not checked. */
interface Elsewhere {
  readonly host: Host;
  /** What holds for a draft. */
  readonly configurationOf: (path: string) => Promise<Configuration>;
  /** Texts of open documents by path, which are newer than what is on disk. */
  readonly open: ReadonlyMap<string, string>;
}

/**
 * The entries of a file that let nothing stand: in no draft that was checked, and in no other either, since none for which
 * they are has their words. Those drafts are read and not checked; where they are too many, nothing is said of entries that
 * are not for drafts named one by one.
 */
export async function unusedWith(file: StetFile, served: Served, elsewhere: Elsewhere): Promise<StetEntry[]> {
  const idle = unserved(file, served);
  const known = idle.filter((entry) => isKnownWhole(entry, file, served));
  let open = idle.filter((entry) => !known.includes(entry));
  if (open.length === 0) return known;
  const others = await othersFor(file, served, elsewhere);
  if (others.length > MOST_DRAFTS) return known;
  for (const path of others) {
    if (open.length === 0) break;
    const words = await wordsIn(path, elsewhere);
    open = open.filter((entry) => words === null || !mayServe(entry, relativeTo(file.home, path), words));
  }
  return idle.filter((entry) => known.includes(entry) || open.includes(entry));
}

/** The drafts that a file is for, and that were not checked: a folder in its folder may have a file of its own. */
async function othersFor(file: StetFile, served: Served, elsewhere: Elsewhere): Promise<string[]> {
  const others: string[] = [];
  for (const path of await draftsIn(file.home, { ...elsewhere, open: elsewhere.open.keys() })) {
    if (!served.has(path) && (await elsewhere.configurationOf(path)).stet.path === file.path) others.push(path);
  }
  return others;
}

/** A draft's words, folded and parted by single spaces; null where it cannot be read, and may have any. */
async function wordsIn(path: string, { host, open }: Elsewhere): Promise<string | null> {
  const text =
    open.get(path) ??
    (await host.readFile(path).then(
      (bytes) => decode(bytes),
      () => null,
    ));
  if (text === null) return null;
  return foldedWords(languageOf(languageIdOf(path)).read(text).prose.text).join(' ');
}
