import { type DayInterval, dateOfDay, dayNumber, daysInMonth, exists, intervalOf, WEEKDAY_NAMES, weekdayOf } from '../text/calendarDate.ts';
import type { Span } from '../text/span.ts';
import type { DateMention, StatedDate } from './dates.ts';

/** As source of a pattern. */
export const MONTH =
  'Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sep(?:t(?:ember)?)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?';
export const WEEKDAY = WEEKDAY_NAMES.join('|');

/** The days of a month in words, from the first on. */
const ORDINALS = [
  ...'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth'.split(' '),
  ...'sixteenth seventeenth eighteenth nineteenth twentieth'.split(' '),
  ...'first second third fourth fifth sixth seventh eighth ninth'.split(' ').map((unit) => `twenty-${unit}`),
  'thirtieth',
  'thirty-first',
];
const inAnyCase = (word: string) => `[${word.charAt(0).toUpperCase()}${word.charAt(0)}]${word.slice(1)}`;
/** “first” to “thirty-first”, as source of a pattern. */
export const NTH_IN_WORDS = ORDINALS.map((word) => inAnyCase(word).replace('-', '[- ]')).join('|');
/** “1st”, “first”, as source of a pattern. */
export const NTH = `\\d{1,2}(?:st|nd|rd|th)|${NTH_IN_WORDS}`;
/**
 * What may stand behind an ordinal that is a day. In “Monday the 2nd Circuit”, “May the second and last” and “Friday the
 * 5th, 6th and 9th” it is an adjective.
 */
export const FREE = '(?=\\s*(?:[.;:!?)\\]”"–—]|,(?!\\s*\\d+(?:st|nd|rd|th))|$)|\\s+(?:at|from|to|until|through)\\b)';

/** 1 to 12. */
export function monthNumber(name: string): number {
  return 'janfebmaraprmayjunjulaugsepoctnovdec'.indexOf(name.slice(0, 3).toLowerCase()) / 3 + 1;
}

/** 0 is Sunday; of a name or its first letters, in any case. */
export function weekdayNumber(name: string): number {
  return WEEKDAY_NAMES.findIndex((one) => one.toLowerCase().startsWith(name.toLowerCase()));
}

/** “11th”, “eleventh”: 11. */
export function dayOfMonth(text: string): number {
  return Number.parseInt(text, 10) || ORDINALS.indexOf(text.toLowerCase().replace(/\s/, '-')) + 1;
}

/** The month so many months after that of a day. */
export function monthFrom(day: number, months: number): { year: number; month: number } {
  const { year, month } = dateOfDay(day);
  const count = year * 12 + month - 1 + months;
  return { year: Math.floor(count / 12), month: (((count % 12) + 12) % 12) + 1 };
}

/** The weeks that begin on Monday and hold a day, or so many later. */
export function mondayOf(day: number, weeks = 0): number {
  return day - ((weekdayOf(day) + 6) % 7) + 7 * weeks;
}

/** A mention that needs no date library; without one, the words are no date, whatever the library takes them for. */
export interface OwnReading {
  readonly span: Span;
  readonly mention?: DateMention;
  /** Whether it goes before what the library finds. */
  readonly first: boolean;
}

/** The named groups of a pattern. */
export type Parts = Readonly<Record<string, string | undefined>>;

interface Phrase {
  /** A text without this word has no such expression: looking for it is faster than for the pattern. */
  readonly needs: string;
  readonly pattern: RegExp;
  readonly kind: DateMention['kind'];
  /** What its groups state. Null where the words are no date, or a recurring one. */
  readonly stated: (parts: Parts) => StatedDate | null;
  readonly readings: (parts: Parts, anchor: number) => readonly (number | undefined)[];
}

/** How many weeks, months or years on. */
export const WHICH: Readonly<Record<string, number>> = { last: -1, this: 0, next: 1 };
const whichOf = ({ which = '' }: Parts) => WHICH[which.toLowerCase()] ?? 0;

/** Of days in order the last before a day and the next after it, the nearer first. */
function lastAndNext(days: readonly number[], anchor: number): number[] {
  const nearest = [days.findLast((day) => day <= anchor), days.find((day) => day >= anchor)].filter((day) => day !== undefined);
  return [...new Set(nearest)].sort((a, b) => Math.abs(a - anchor) - Math.abs(b - anchor));
}

/** The nearest days before and after that have a number in their month, and fall on a weekday where one is said. */
function nearestNth(nth: number, weekday: number | undefined, anchor: number): number[] {
  const months = Array.from({ length: 29 }, (_, i) => ({ ...monthFrom(anchor, i - 14), day: nth })).filter(exists);
  const days = months.map((date) => intervalOf(date).first).filter((day) => weekday === undefined || weekdayOf(day) === weekday);
  return lastAndNext(days, anchor);
}

const PLACES = ['first', 'second', 'third', 'fourth', 'fifth', 'last'];

/** “the first Friday of May”: undefined where a month has no fifth. */
function weekdayOfMonth({ place = '', weekday = '' }: Parts, { year, month }: { year: number; month: number }): number | undefined {
  const first = dayNumber(year, month, 1);
  const all = Array.from({ length: daysInMonth(year, month) }, (_, i) => first + i);
  const days = all.filter((day) => weekdayOf(day) === weekdayNumber(weekday));
  return /^last$/i.test(place) ? days.at(-1) : days[PLACES.indexOf(place.toLowerCase())];
}

/** Of a month without its year, the last and the next, the nearer first. */
function weekdaysOfMonths(parts: Parts, anchor: number): (number | undefined)[] {
  if (parts.month === undefined) return [weekdayOfMonth(parts, monthFrom(anchor, whichOf(parts)))];
  const month = monthNumber(parts.month);
  if (parts.year !== undefined) return [weekdayOfMonth(parts, { year: Number(parts.year), month })];
  const { year } = dateOfDay(anchor);
  return lastAndNext(
    [year - 1, year, year + 1].flatMap((one) => weekdayOfMonth(parts, { year: one, month }) ?? []),
    anchor,
  );
}

const statedWeekday = ({ weekday = '' }: Parts): StatedDate => ({ weekday: weekdayNumber(weekday) });

/** Some weeks begin on Sunday. */
function weekdayOfWeek(parts: Parts, anchor: number): number[] {
  const monday = mondayOf(anchor, whichOf(parts));
  const weekday = weekdayNumber(parts.weekday as string);
  return weekday === 0 ? [monday + 6, monday - 1] : [monday + weekday - 1];
}

const NEXT_TO_TODAY: Readonly<Record<string, number>> = { now: 0, today: 0, tomorrow: 1, yesterday: -1 };

/** Expressions that the date library reads a part of, or as another day. */
const PHRASES: readonly Phrase[] = [
  {
    needs: 'day ',
    pattern: /\bday\s+(?<side>before|after)\s+(?:(?<=before\s+)yesterday|(?<=after\s+)tomorrow)\b/gi,
    kind: 'relative',
    stated: () => ({}),
    readings: ({ side = '' }, anchor) => [anchor + (/^before$/i.test(side) ? -2 : 2)],
  },
  {
    needs: 'day',
    pattern:
      /\b(?<count>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten)\s+days?\s+(?<side>from|after|before)\s+(?<day>now|today|tomorrow|yesterday)\b/gi,
    kind: 'relative',
    stated: () => ({}),
    readings: ({ count = '', side = '', day = '' }, anchor) => {
      const words = 'a an one two three four five six seven eight nine ten'.split(' ').indexOf(count.toLowerCase());
      const days = words < 0 ? Number(count) : Math.max(1, words - 1);
      return [anchor + (NEXT_TO_TODAY[day.toLowerCase()] ?? 0) + (/^before$/i.test(side) ? -days : days)];
    },
  },
  {
    needs: 'day',
    pattern: new RegExp(
      `\\b(?<place>first|second|third|fourth|fifth|last)\\s+(?<weekday>${WEEKDAY})\\s+(?:of|in)\\s+` +
        `(?:(?<which>this|last|next)\\s+month|(?<month>${MONTH})\\b(?:\\.?,?\\s+(?:(?:of|in)\\s+)?(?<year>(?:1[5-9]|20)\\d{2})\\b)?)`,
      'gi',
    ),
    kind: 'relative',
    stated: statedWeekday,
    readings: weekdaysOfMonths,
  },
  {
    // Without a month these recur, or count from some other day.
    needs: 'day',
    pattern: new RegExp(`\\b(?:first|second|third|fourth|fifth)\\s+(?:${WEEKDAY})\\b`, 'gi'),
    kind: 'relative',
    stated: () => null,
    readings: () => [],
  },
  {
    needs: 'week',
    pattern: new RegExp(`\\b(?<weekday>${WEEKDAY}),?\\s+(?:of\\s+)?(?<which>last|this|next)\\s+week\\b(?!\\s+(?:and|or)\\b)`, 'gi'),
    kind: 'weekday',
    stated: statedWeekday,
    readings: weekdayOfWeek,
  },
  {
    needs: 'week',
    // Not “this week, on Tuesday, July 22”, nor “last week Friday’s deadline”.
    pattern: new RegExp(
      `\\b(?<which>last|this|next)\\s+week,?\\s+(?:on\\s+)?(?<weekday>${WEEKDAY})\\b(?![’']s|,?\\s+(?:(?:${MONTH})\\b|the\\s+\\d|\\d))`,
      'gi',
    ),
    kind: 'weekday',
    stated: statedWeekday,
    readings: weekdayOfWeek,
  },
  {
    needs: 'month',
    pattern: new RegExp(`\\b(?<nth>${NTH})(?:\\s+day)?\\s+of\\s+(?<which>this|last|next)\\s+month\\b`, 'gi'),
    kind: 'relative',
    stated: ({ nth = '' }) => ({ day: dayOfMonth(nth) }),
    readings: (parts, anchor) => {
      const date = { ...monthFrom(anchor, whichOf(parts)), day: dayOfMonth(parts.nth as string) };
      return exists(date) ? [intervalOf(date).first] : [];
    },
  },
  {
    needs: '',
    pattern: new RegExp(`\\b(?<weekday>${WEEKDAY}|Mon|Tue|Wed|Thu|Fri|Sat|Sun),?\\s+(?:the\\s+)?(?<nth>${NTH})${FREE}`, 'gi'),
    kind: 'relative',
    stated: ({ weekday = '', nth = '' }) => {
      const isName = weekday.length > 3 || /^\p{Upper}/u.test(weekday); // “sat”, “sun” and “wed” are words too.
      return isName ? { weekday: weekdayNumber(weekday), day: dayOfMonth(nth) } : null;
    },
    readings: ({ weekday = '', nth = '' }, anchor) => nearestNth(dayOfMonth(nth), weekdayNumber(weekday), anchor),
  },
  {
    needs: 'on the ',
    pattern: /(?<=\bon\s+the\s+)(?<nth>(?:[12]?\d|3[01])(?:st|nd|rd|th))(?=\s*(?:[.,;:!?)”"](?!\s+day)|$))/g,
    kind: 'relative',
    stated: ({ nth = '' }) => ({ day: dayOfMonth(nth) }),
    readings: ({ nth = '' }, anchor) => nearestNth(dayOfMonth(nth), undefined, anchor),
  },
];

/** The mentions of a text that are such expressions. Without an anchor only those have readings that say their year. */
export function phrases(text: string, anchor: number | null): OwnReading[] {
  const possible = PHRASES.filter(({ needs }) => text.includes(needs));
  return possible.flatMap(({ pattern, kind, stated: statedOf, readings: readingsOf }) =>
    [...text.matchAll(pattern)].map((found): OwnReading => {
      const span = { start: found.index, end: found.index + found[0].length };
      const parts = (found.groups ?? {}) as Parts;
      const stated = statedOf(parts);
      if (!stated) return { span, first: true };
      const days = anchor === null && parts.year === undefined ? [] : readingsOf(parts, anchor ?? 0);
      const readings = days.filter((day) => day !== undefined).map((day): DayInterval => ({ first: day, last: day }));
      return { span, first: true, mention: { span, kind, stated, readings, exists: true } };
    }),
  );
}
