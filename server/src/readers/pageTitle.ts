import type { CalendarDate } from '../text/calendarDate.ts';
import { findDay } from './days.ts';
import { metaLine, siteSuffix } from './pageDetails.ts';
import { isSentence, type Role } from './pageFurniture.ts';
import type { Unit } from './textUnits.ts';

/** A page's headline. */
export interface PageTitle {
  /** Which unit it is. */
  readonly index: number;
  /** Without a date before it and a site's name after it. */
  readonly text: string;
  /** The site's name after the headline. */
  readonly site: string | null;
  /** The day before the headline. */
  readonly published: CalendarDate | null;
  /** Whether it stands on the page again. */
  readonly repeated: boolean;
}

/** How far down a headline is looked for, in units, and how much prose may stand before it, in words. */
const DEEPEST = 150;
const MOST_PROSE_BEFORE = 120;
/** What a line must score to be a headline. */
const ENOUGH = 3;

const SMALL_WORD =
  /\b(?:a|an|the|of|in|on|to|for|with|by|from|at|as|is|are|was|be|and|or|but|not|after|over|his|her|its|their|who|how|why|what|says?|said|will|has|have)\b/i;

/** The headline: before the body, worded like it, and often repeated in the page's title or over a picture. */
export function findTitle(units: readonly Unit[], roles: readonly Role[]): PageTitle | null {
  const prose = units.filter((_, i) => roles[i] === 'prose').slice(0, 4);
  const opening = wordsOf(prose.map(({ text }) => text.slice(0, 600)).join(' '));
  let best: { readonly score: number; readonly title: PageTitle } | null = null;
  let before = 0;
  for (const [i, unit] of units.slice(0, DEEPEST).entries()) {
    const role = roles[i] as Role;
    if (role === 'prose' || role === 'appeal') before += unit.words;
    if (before > MOST_PROSE_BEFORE) break;
    const title = mayBeTitle(unit, role) ? titleOf(units, i) : null;
    const score = title ? scoreOf(title, opening) - (role === 'short' ? 0 : 1) - (before > 0 ? 2 : 0) : 0;
    // Of two lines that are as good, the upper one: a standfirst is worded like its headline.
    if (title && score >= ENOUGH && score > (best?.score ?? 0) + 0.5) best = { score, title };
  }
  return best?.title ?? null;
}

function mayBeTitle(unit: Unit, role: Role): boolean {
  const { text, words } = unit;
  if (words < 3 || words > 32 || text.length > 220) return false;
  if (role !== 'short' && !((role === 'sentence' || role === 'prose') && words <= 20)) return false;
  if (/[.:;,]$/.test(text) && !/\b(?:\p{Lu}\.)+$/u.test(text)) return false;
  return !metaLine(unit, true) || /^\W*(?:date\s+)?\d{4}-\d\d-\d\d\s+\S+\s+\S+\s+\S+/i.test(text);
}

function titleOf(units: readonly Unit[], index: number): PageTitle {
  const raw = (units[index] as Unit).text;
  const prefix = /^\W*(?:date:?\s+)?(\d{4}-\d\d-\d\d)\s+(?=\S+\s+\S+)/i.exec(raw);
  const bare = prefix ? raw.slice(prefix[0].length) : raw;
  const suffix = siteSuffix(bare);
  const others = units.filter((_, i) => i !== index);
  const without = suffix && others.some(({ text }) => text === suffix.title || text.startsWith(`${suffix.title} `));
  const text = without || (suffix && /\|/.test(bare)) ? suffix.title : bare;
  const repeated =
    others.some((other) => other.text !== raw && other.text.length <= text.length + 250 && other.text.startsWith(text)) ||
    others.some((other) => other.text === text);
  const site = suffix && text === suffix.title ? suffix.site : null;
  return { index, text, site, published: prefix ? (findDay(prefix[1] as string)?.date ?? null) : null, repeated };
}

function scoreOf({ text, repeated, published, site }: PageTitle, opening: ReadonlySet<string>): number {
  const words = wordsOf(text);
  const shared = [...words].filter((word) => opening.has(word)).length;
  const count = text.split(' ').length;
  return (
    (words.size > 0 ? (4 * shared) / words.size : 0) +
    Math.min(shared, 3) * 0.5 +
    (count >= 5 && count <= 25 ? 1 : 0) +
    (SMALL_WORD.test(text) ? 0.5 : 0) +
    (/[a-z]/.test(text) ? 0.5 : 0) +
    (repeated ? 2 : 0) +
    (published ? 1 : 0) +
    (site ? 1 : 0) -
    (/[|›»>•·]/.test(text) ? 2 : 0)
  );
}

/** Longer words of a text, shortened so that `toasts` is like `toasted`. */
function wordsOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? [];
  return new Set(words.map((word) => word.slice(0, 5)));
}

/** Whether a text's first line is its headline: a line of its own that ends in no stop, over paragraphs of sentences. */
export function leadingHeadline(units: readonly Unit[]): Unit | null {
  const [first, second] = units;
  if (!first || !second?.afterBlank || first.words < 4 || first.words > 20 || first.text.length > 140) return null;
  if (isSentence(first) || /[\p{P}]$/u.test(first.text.replace(/[’'”"%)]$/, '')) || !/^[\p{Lu}\p{N}"“‘']/u.test(first.text)) return null;
  return second.words >= 20 && isSentence(second) ? first : null;
}
