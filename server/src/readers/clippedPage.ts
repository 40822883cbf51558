import type { CalendarDate } from '../text/calendarDate.ts';
import type { StatedDetails } from './frontMatter.ts';
import { type MetaLine, metaLine, selfNamed, soundsLikeOutlet } from './pageDetails.ts';
import { type Role, roleOf, speaksOfItself } from './pageFurniture.ts';
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
  ending: -300,
  aside: -80,
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
  if (!roles.includes('prose')) return null;
  const plain = units.map((unit, i): Line => ({ unit, role: roles[i] as Role, meta: null }));
  const firstBody = bodyOf(plain, 0).first;
  const title = findTitle(units, roles, firstBody);
  const head = endOfHead(plain, title);
  const lines = markRepeats(
    markAppeals(
      withoutStrayNames(
        plain.map(({ unit, role }, i) => lineOf(unit, { role, nearTop: title !== null && i > title.index && i < head })),
        title,
      ),
    ),
    title,
  );
  if (!isClipped(lines, { title, head })) return null;
  const start = afterByline(lines, { title, head });
  const { first, end } = bodyOf(lines, start);
  const body = lines.slice(first, end).filter((line, i, all) => inBody(line, { i, all }));
  return { body: body.map(({ unit }) => unit), details: detailsOf(lines, { title, first, end }) };
}

function lineOf(unit: Unit, { role, nearTop }: { role: Role; nearTop: boolean }): Line {
  if (role === 'prose' || role === 'ending' || role === 'aside') return { unit, role, meta: null };
  const meta = metaLine(unit, nearTop) ?? null;
  return { unit, role: meta ? 'meta' : role, meta };
}

/** A name alone is a byline beside a date, another byline or the headline; elsewhere it is a menu's or a caption's. */
function withoutStrayNames(lines: readonly Line[], title: PageTitle | null): Line[] {
  return lines.map((line, i) => {
    const { meta } = line;
    if (!meta || meta.published || meta.weight > 1 || i - 1 === title?.index) return line;
    const near = lines.slice(Math.max(0, i - 3), i + 4).some((other) => other.meta && (other.meta.published || other.meta.weight > 1));
    return near ? line : { ...line, role: 'short', meta: null };
  });
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

/** What must be found to take a text for a page, and how dense it must stand: a long speech has a stray sign or two. */
const ENOUGH_SIGNS = 3;
const SIGNS_PER_LINE = 0.04;

/** Whether there is enough to say that this is a page and not somebody's text. */
function isClipped(lines: readonly Line[], { title, head }: { title: PageTitle | null; head: number }): boolean {
  let header = 0;
  const seen = new Set<string>();
  for (const [i, { role, meta, unit }] of lines.entries()) {
    if (meta && i < head) header += meta.weight;
    if (!meta && PAGE_ROLES.has(role) && /\p{L}/u.test(unit.text)) seen.add(unit.text);
  }
  const signs = header + seen.size + (title && (header > 0 || title.repeated) ? 1 : 0);
  return signs >= ENOUGH_SIGNS && signs >= lines.length * SIGNS_PER_LINE;
}

const PAGE_ROLES: ReadonlySet<Role> = new Set(['furniture', 'ending', 'aside', 'appeal', 'caption']);

/** Where a page's head ends at the latest, since more prose stands before than any standfirst has. */
function endOfHead(lines: readonly Line[], title: PageTitle | null): number {
  let words = 0;
  for (let i = title ? title.index + 1 : 0; i < lines.length; i++) {
    const { role, unit } = lines[i] as Line;
    if (role === 'prose' || role === 'sentence') words += unit.words;
    if (words > LONGEST_STANDFIRST) return i;
  }
  return lines.length;
}

/** The body begins after the last date, byline or address of the page's head. */
function afterByline(lines: readonly Line[], { title, head }: { title: PageTitle | null; head: number }): number {
  const last = lines.slice(0, head).findLastIndex(({ role }) => role === 'meta');
  return Math.max(title ? title.index + 1 : 0, last + 1);
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

/** How far a list is followed, in lines. */
const LONGEST_RUN = 40;

/** Within the body: sentences stay, and short lines that are no run of links and no link after “Read more:”. */
function inBody({ role, unit }: Line, { i, all }: { i: number; all: readonly Line[] }): boolean {
  if (role === 'prose' || role === 'sentence') return true;
  if (role !== 'short') return false;
  // A list that the text announces, or that has bullets, is the article's own.
  if (/^[*•·▪●◦‣–—-]\s/.test(unit.text)) return true;
  let first = i;
  while (first > 0 && i - first < LONGEST_RUN && all[first - 1]?.role === 'short') first--;
  let end = i + 1;
  while (end < all.length && end - i < LONGEST_RUN && all[end]?.role === 'short') end++;
  const lead = all[first - 1];
  if (lead && (lead.role === 'prose' || lead.role === 'sentence') && /:$/.test(lead.unit.text)) return true;
  const before = lead?.role;
  return end - first < 4 && before !== 'ending' && before !== 'aside' && before !== 'furniture' && before !== 'caption';
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

/** The names of the first plain byline, or of a name alone, and those of bylines right after it. */
function authorsIn(lines: readonly Line[]): readonly string[] | undefined {
  const named = (weight: number) => lines.findIndex(({ meta }) => meta !== null && meta.authors.length > 0 && meta.weight >= weight);
  const first = named(2) >= 0 ? named(2) : named(1);
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
  for (const { unit, meta } of lines) {
    const name = meta?.publisher ?? selfNamed(unit.text);
    if (name) votes.set(name, (votes.get(name) ?? 0) + (/^(?:©|\(c\)|copyright)/i.test(unit.text) ? 1 : 2));
  }
  for (const [name, count] of [...votes].sort((a, b) => b[1] - a[1]).slice(0, 10)) {
    const elsewhere = lines.filter(({ unit }) => unit.text.includes(name)).length > 1;
    const full = lines.some(({ unit }) => unit.text.includes(`The ${name}`)) ? `The ${name}` : name;
    if (count > 1 || elsewhere || soundsLikeOutlet(name)) return full;
  }
  return null;
}
