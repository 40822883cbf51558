import { relative } from 'node:path';
import { LANGUAGE_ENDINGS } from '../../draft/languages/index.ts';
import { configurationFor } from '../../service/configuration.ts';
import { parentOf, relativeTo } from '../../service/configurationPaths.ts';
import type { Host, Sieve } from '../../service/host.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../service/settings.ts';
import { isHidden } from '../../service/sourceNames.ts';
import { MONTH_NAMES } from '../../text/calendarDate.ts';

/** The settings that a new project file is made of. */
export type Chosen = Pick<Settings, 'corpora' | 'include' | 'houseStyle' | 'citationStyle' | 'dateFormat'>;

/** What a folder looks like, before it has a project file of its own. */
export interface Looked {
  /** What would suit it. `include` is empty where all that can be a draft shall be one. */
  readonly found: Chosen;
  /** What project files in folders above set already; null where there are none. */
  readonly above: Partial<Chosen> | null;
}

/** What folders of sources are called, and of drafts. */
const SOURCE_NAMES = /^(?:corpus|sources?|archives?|clippings?|cuttings|transcripts?|interviews?|press|wires?|references?|research)$/i;
const DRAFT_NAMES = /^(?:drafts?|columns?|stories|story|copy|manuscripts?|chapters?|posts?|essays?|features?|reports?)$/i;
/** Files that nobody writes a draft in. */
const SOURCE_ENDINGS = /\.(?:pdf|docx|odt|epub|eml|mhtml?|html?|xhtml|vtt|srt|jsonl?|xml)$/i;
/** Deeper folders are not looked into, nor more names, nor more drafts and characters of them. */
const DEEPEST = 3;
const MOST_NAMES = 20_000;
const MOST_READ = 40;
const MOST_CHARACTERS = 200_000;

/** Looks at a folder for what its project file is to say. */
export async function lookAt(folder: string, host: Host): Promise<Looked> {
  const files = await filesIn(folder, host);
  const corpora = foldersOf(files, SOURCE_NAMES, () => true);
  const include = foldersOf(files, DRAFT_NAMES, isText).filter((way) => !corpora.includes(way));
  const sources = corpora.length > 0 ? corpora : foldersWithSources(files, include);
  const found = {
    ...(await habitsOf(draftsAmong(files, { sources, include }), folder, host)),
    corpora: sources.length > 0 ? sources : ['corpus'],
    include,
    houseStyle: DEFAULT_SETTINGS.houseStyle,
  };
  const above = await setAbove(folder, host);
  return { found: { ...found, ...above }, above };
}

/** What the project files in the folders above say; null where there are none. */
async function setAbove(folder: string, host: Host): Promise<Partial<Chosen> | null> {
  const parent = parentOf(folder);
  if (parent === undefined) return null;
  const { file, settings, corpora, stated = [] } = await configurationFor(`${parent}/draft.md`, host, {}, null);
  if (file === null) return null;
  const { houseStyle, citationStyle, dateFormat } = settings;
  const all: Partial<Chosen> = { corpora: corpora.map((corpus) => wayTo(corpus, folder)), houseStyle, citationStyle, dateFormat };
  return Object.fromEntries(Object.entries(all).filter(([key]) => stated.includes(key)));
}

/** The way from a folder to another, up and down, with forward slashes; all of the path on another drive. */
export function wayTo(path: string, folder: string): string {
  const way = relative(folder, path).replaceAll('\\', '/');
  return /^[A-Za-z]:/.test(way) ? path : way || '.';
}

/** The ways to the files in a folder, with forward slashes. */
async function filesIn(folder: string, host: Host): Promise<readonly string[]> {
  let names = 0;
  const sieve: Sieve = {
    enter: (at, all) => {
      names += all.length;
      const depth = (relativeTo(folder, at) ?? '').split('/').filter(Boolean).length;
      const isFull = names > MOST_NAMES || depth >= DEEPEST;
      return Promise.resolve((name, isFolder) => !isHidden(name) && name !== 'node_modules' && !(isFolder && isFull));
    },
    metLink: () => undefined,
  };
  const entries = await host.listFiles(folder, sieve).catch(() => []);
  return entries.flatMap(({ path }) => relativeTo(folder, path) ?? []).sort((a, b) => (a < b ? -1 : 1));
}

function isText(way: string): boolean {
  return LANGUAGE_ENDINGS.has(way.slice(way.lastIndexOf('.') + 1).toLowerCase());
}

/** The topmost folders of such a name that hold such a file. */
function foldersOf(files: readonly string[], name: RegExp, holds: (way: string) => boolean): string[] {
  const found = files.filter(holds).flatMap((way) => {
    const steps = way.split('/').slice(0, -1);
    const at = steps.findIndex((step) => name.test(step));
    return at < 0 ? [] : [steps.slice(0, at + 1).join('/')];
  });
  return [...new Set(found)];
}

/** The folders right below that hold files which can only be sources. */
function foldersWithSources(files: readonly string[], drafts: readonly string[]): string[] {
  const tops = files.filter((way) => way.includes('/') && SOURCE_ENDINGS.test(way)).map((way) => way.slice(0, way.indexOf('/')));
  return [...new Set(tops)].filter((top) => !drafts.some((way) => way === top || way.startsWith(`${top}/`)));
}

function draftsAmong(
  files: readonly string[],
  { sources, include }: { readonly sources: readonly string[]; readonly include: readonly string[] },
): readonly string[] {
  const isIn = (folders: readonly string[], way: string) => folders.some((folder) => way.startsWith(`${folder}/`));
  return files.filter((way) => isText(way) && !isIn(sources, way) && (include.length === 0 || isIn(include, way))).slice(0, MOST_READ);
}

const MONTH = `(?:${MONTH_NAMES.join('|')})`;
const DAY_FIRST = new RegExp(`\\b\\d{1,2} ${MONTH} \\d{4}\\b`, 'g');
const MONTH_FIRST = new RegExp(`\\b${MONTH} \\d{1,2}, \\d{4}\\b`, 'g');

/** How dates and sources are written in the drafts that are there; where they do not tell, as is usual. */
async function habitsOf(
  drafts: readonly string[],
  folder: string,
  host: Host,
): Promise<{ readonly dateFormat: string; readonly citationStyle: Settings['citationStyle'] }> {
  const count = { dayFirst: 0, monthFirst: 0, footnotes: 0, links: 0 };
  for (const way of drafts) {
    const bytes = await host.readFile(`${folder}/${way}`).catch(() => new Uint8Array());
    const text = new TextDecoder().decode(bytes.subarray(0, MOST_CHARACTERS));
    count.dayFirst += text.match(DAY_FIRST)?.length ?? 0;
    count.monthFirst += text.match(MONTH_FIRST)?.length ?? 0;
    count.footnotes += text.match(/\[\^[^\]\s]+\](?!:)/g)?.length ?? 0;
    count.links += text.match(/(?<!!)\[[^\]^][^\]]*\]\(https?:/g)?.length ?? 0;
  }
  return { dateFormat: count.monthFirst > count.dayFirst ? 'MMMM d, yyyy' : DEFAULT_SETTINGS.dateFormat, citationStyle: citationBy(count) };
}

function citationBy({ footnotes, links }: { readonly footnotes: number; readonly links: number }): Settings['citationStyle'] {
  if (footnotes === 0 && links === 0) return DEFAULT_SETTINGS.citationStyle;
  return footnotes >= links ? 'footnote' : 'link';
}
