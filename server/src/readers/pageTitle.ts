import type { CalendarDate } from '../text/calendarDate.ts';
import { findDay } from './days.ts';
import { metaLine, siteSuffix, soundsLikeOutlet } from './pageDetails.ts';
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

/** How far above the body a headline is looked for, in units. */
const FARTHEST = 150;
/** What a line must score to be a headline, and by how much it must beat one above it: standfirsts are worded alike. */
const ENOUGH = 3;
const CLEARLY = 0.5;

const SMALL_WORD =
  /\b(?:a|an|the|of|in|on|to|for|with|by|from|at|as|is|are|was|be|and|or|but|not|after|over|his|her|its|their|who|how|why|what|says?|said|will|has|have)\b/i;

/** The headline: above the body, which begins at unit `body`, worded like it, and often repeated over a picture. */
export function findTitle(units: readonly Unit[], roles: readonly Role[], body: number): PageTitle | null {
  const opening = openingWords(units, roles, body);
  let best: { readonly score: number; readonly title: PageTitle } | null = null;
  for (let i = Math.max(0, body - FARTHEST); i <= body; i++) {
    const unit = units[i];
    if (!unit || !mayBeTitle(unit, roles[i] as Role)) continue;
    const title = titleOf(units, i);
    const score = scoreOf(title, opening) - (roles[i] === 'short' ? 0 : 1) - (body - i) * 0.02;
    if (score >= ENOUGH && score > (best?.score ?? 0) + CLEARLY) best = { score, title };
  }
  return best?.title ?? null;
}

/** The words of the body's first paragraphs; its first line may itself be the headline. */
function openingWords(units: readonly Unit[], roles: readonly Role[], body: number): ReadonlySet<string> {
  const first = units[body];
  const from = first && mayBeTitle(first, roles[body] as Role) ? body + 1 : body;
  const paragraphs = units.slice(from, from + 12).filter((_, i) => roles[from + i] === 'prose');
  const text = paragraphs.slice(0, 4).map((unit) => unit.text.slice(0, 600));
  return wordsOf(text.join(' '));
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
  const site = suffix && text === suffix.title && (/\|/.test(bare) || soundsLikeOutlet(suffix.site)) ? suffix.site : null;
  return { index, text, site, published: prefix ? (findDay(prefix[1] as string)?.date ?? null) : null, repeated };
}

function scoreOf({ text, repeated, published, site }: PageTitle, opening: ReadonlySet<string>): number {
  const words = wordsOf(text);
  const shared = [...words].filter((word) => opening.has(word)).length;
  const count = text.split(' ').length;
  if (shared === 0) return 0;
  return (
    (words.size > 0 ? (4 * shared) / words.size : 0) +
    Math.min(shared, 3) * 0.5 +
    (count >= 5 && count <= 25 ? 1 : 0) +
    (SMALL_WORD.test(text) ? 0.5 : 0) +
    (/[a-z]/.test(text) ? 0.5 : 0) +
    (repeated && shared * 3 >= words.size ? 2 : 0) +
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
