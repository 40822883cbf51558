import type { CalendarDate } from '../text/calendarDate.ts';
import type { StatedDetails } from './frontMatter.ts';
import { type MetaLine, metaLine, selfNamed, siteSuffix } from './pageDetails.ts';
import { isSentence, type Role, roleOf, speaksOfItself } from './pageFurniture.ts';
import { findTitle, type PageTitle } from './pageTitle.ts';
import type { Unit } from './textUnits.ts';

/** What a clipped page turned out to hold. */
export interface ClippedPage {
  /** The article's own paragraphs and subheads, in order. */
  readonly body: readonly Unit[];
  readonly details: StatedDetails;
}

/** A unit and what it was taken for. */
interface Line {
  readonly unit: Unit;
  readonly role: Role;
  readonly meta: MetaLine | null;
}

/**
 * What the body gains or loses by taking a line in; the body is the stretch with the greatest sum. What plainly begins
 * something else (comments, related stories) is passed only if a lot of prose follows.
 */
const WEIGHTS: Readonly<Record<Role, number>> = {
  prose: 0,
  sentence: 6,
  short: -3,
  furniture: -4,
  ending: -80,
  appeal: -10,
  caption: -2,
  meta: -6,
};
const MOST_A_PARAGRAPH_GAINS = 50;

/** A standfirst and captions are no longer than this, in words: what stands between headline and byline is no body. */
const LONGEST_STANDFIRST = 70;

/**
 * Takes a text for a web page as clipped, furniture and all; null where nothing says that it is one. A text with a
 * single doubtful sign stays whole: a lost sentence is worse than a menu line that is kept.
 */
export function readClippedPage(units: readonly Unit[]): ClippedPage | null {
  const roles = units.map(roleOf);
  const firstProse = roles.indexOf('prose');
  if (firstProse < 0) return null;
  const title = findTitle(units, roles);
  const lines = markRepeats(
    markAppeals(units.map((unit, i) => lineOf(unit, { role: roles[i] as Role, nearTop: i > (title?.index ?? -1) && i <= firstProse + 3 }))),
    title,
  );
  if (!isClipped(lines, title)) return null;
  const start = afterByline(lines, title);
  const { first, end } = bodyOf(lines, start);
  const body = lines.slice(first, end).filter((line, i, all) => inBody(line, { i, all }));
  return { body: body.map(({ unit }) => unit), details: detailsOf(lines, { title, first, end }) };
}

function lineOf(unit: Unit, { role, nearTop }: { role: Role; nearTop: boolean }): Line {
  if (role === 'prose' || role === 'ending') return { unit, role, meta: null };
  const meta = metaLine(unit, nearTop) ?? null;
  return { unit, role: meta ? 'meta' : role, meta };
}

/** Between two appeals, where an outlet speaks of itself, it goes on appealing. */
function markAppeals(lines: readonly Line[]): Line[] {
  const marked = [...lines];
  let last = -1;
  for (const [i, { role }] of lines.entries()) {
    if (role !== 'appeal') continue;
    const between = lines.slice(last + 1, i);
    if (last >= 0 && between.length <= 4 && between.every((line) => speaksOfItself(line.unit.text) || line.role === 'furniture'))
      for (let j = last + 1; j < i; j++) marked[j] = { ...(lines[j] as Line), role: 'appeal' };
    last = i;
  }
  return marked;
}

/** A caption stands twice, with its credit and without; a headline comes back over its picture. Menus repeat themselves. */
function markRepeats(lines: readonly Line[], title: PageTitle | null): Line[] {
  const seen = new Map<string, number>();
  for (const { unit } of lines) seen.set(unit.text, (seen.get(unit.text) ?? 0) + 1);
  return lines.map((line, i) => {
    const { text, words } = line.unit;
    if (line.role === 'furniture' || line.role === 'meta' || i === title?.index) return line;
    if (title && text.startsWith(title.text) && words <= title.text.split(' ').length + 25) return { ...line, role: 'caption' };
    const neighbour = [lines[i - 1], lines[i + 1]].find((other) => other?.role === 'caption' && sharesStart(text, other.unit.text));
    if (neighbour && words <= 60) return { ...line, role: 'caption' };
    if (line.role === 'short' && (seen.get(text) ?? 0) > 1) return { ...line, role: 'furniture' };
    return line;
  });
}

function sharesStart(text: string, caption: string): boolean {
  return text.length >= 12 && (caption.startsWith(text) || text.startsWith(caption));
}

/** Whether there is enough to say that this is a page and not somebody's text. */
function isClipped(lines: readonly Line[], title: PageTitle | null): boolean {
  const count = (role: Role) => lines.filter((line) => line.role === role).length;
  const firstProse = lines.findIndex(({ role }) => role === 'prose');
  const header = lines.slice(0, firstProse).filter(({ role, unit }) => role === 'meta' && !/^[-–—]$/.test(unit.text)).length;
  const evidence = count('furniture') + count('ending') + count('appeal') + count('caption');
  return evidence >= 3 || (header > 0 && (title !== null || evidence > 0)) || (title?.repeated === true && evidence > 0);
}

/** The body begins after the last date, byline or address of the page's head. */
function afterByline(lines: readonly Line[], title: PageTitle | null): number {
  let start = title ? title.index + 1 : 0;
  let words = 0;
  for (let i = start; i < lines.length; i++) {
    const { role, unit } = lines[i] as Line;
    if (role === 'meta') start = i + 1;
    else if (role === 'prose' || role === 'sentence') words += unit.words;
    if (words > LONGEST_STANDFIRST) break;
  }
  return start;
}

function gainOf({ role, unit }: Line): number {
  return role === 'prose' ? Math.min(unit.words, MOST_A_PARAGRAPH_GAINS) : WEIGHTS[role];
}

/** The stretch with the greatest sum of gains; half-open indexes. */
function bodyOf(lines: readonly Line[], start: number): { readonly first: number; readonly end: number } {
  let best = { first: start, end: lines.length, sum: 0 };
  let first = start;
  let sum = 0;
  for (let i = start; i < lines.length; i++) {
    if (sum <= 0) {
      sum = 0;
      first = i;
    }
    sum += gainOf(lines[i] as Line);
    if (sum > best.sum) best = { first, end: i + 1, sum };
  }
  return best;
}

/** Within the body: sentences stay, and short lines that are no run of links and no link after “Read more:”. */
function inBody({ role }: Line, { i, all }: { i: number; all: readonly Line[] }): boolean {
  if (role === 'prose' || role === 'sentence') return true;
  if (role !== 'short') return false;
  let first = i;
  while (first > 0 && all[first - 1]?.role === 'short') first--;
  let end = i + 1;
  while (end < all.length && all[end]?.role === 'short') end++;
  const before = all[first - 1]?.role;
  return end - first < 4 && before !== 'ending' && before !== 'furniture' && before !== 'caption';
}

interface Found {
  readonly title: PageTitle | null;
  readonly first: number;
  readonly end: number;
}

function detailsOf(lines: readonly Line[], { title, first, end }: Found): StatedDetails {
  const top = lines.slice(0, first);
  const outside = [
    ...top,
    ...lines.slice(end),
    ...lines.slice(first, end).filter((line) => line.role !== 'prose' && line.role !== 'sentence'),
  ];
  const published = publishedIn(top) ?? title?.published ?? publishedIn(outside);
  const authors = authorsIn(top) ?? authorsIn(outside) ?? [];
  const publisher = publisherIn(outside, title);
  return {
    ...(title ? { title: title.text } : {}),
    ...(published ? { published } : {}),
    ...(authors.length > 0 ? { authors } : {}),
    ...(publisher === null ? {} : { publisher }),
  };
}

function publishedIn(lines: readonly Line[]): CalendarDate | undefined {
  const dated = lines.flatMap(({ meta }) => (meta?.published ? [meta] : []));
  return (dated.find((meta) => meta.first) ?? dated[0])?.published ?? undefined;
}

/** The first byline's names, and those of bylines right after it. */
function authorsIn(lines: readonly Line[]): readonly string[] | undefined {
  const first = lines.findIndex(({ meta }) => meta !== null && meta.authors.length > 0);
  if (first < 0) return undefined;
  const names: string[] = [];
  for (const { meta } of lines.slice(first)) {
    if (!meta || meta.authors.length === 0) break;
    names.push(...meta.authors);
  }
  return [...new Set(names)];
}

/** Only what the page says of itself: an outlet that the report mentions is not its publisher. */
function publisherIn(lines: readonly Line[], title: PageTitle | null): string | null {
  if (title?.site) return title.site;
  const votes = new Map<string, number>();
  for (const { unit, meta, role } of lines) {
    const name = meta?.publisher ?? (role === 'short' && isSentence(unit) ? null : selfNamed(unit.text));
    if (name) votes.set(name, (votes.get(name) ?? 0) + 1);
  }
  const suffixed = title && lines.map(({ unit }) => siteSuffix(unit.text)).find((found) => found && title.text.startsWith(found.title));
  if (suffixed) return suffixed.site;
  return [...votes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
