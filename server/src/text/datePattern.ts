import { type CalendarDate, dayNumber, MONTH_NAMES, WEEKDAY_NAMES, weekdayOf } from './calendarDate.ts';

/** A letter of a pattern, so often in a row, or words between apostrophes. Unicode Technical Standard 35, “Date Format Patterns”. */
const PARTS = /([A-Za-z])\1*|'((?:[^']|'')*)'|[^A-Za-z']+/gu;

/** What each field writes; undefined where the date does not say it. */
const FIELDS: Readonly<Record<string, (date: CalendarDate) => string | undefined>> = {
  d: ({ day }) => (day === undefined ? undefined : String(day)),
  dd: ({ day }) => (day === undefined ? undefined : two(day)),
  M: ({ month }) => (month === undefined ? undefined : String(month)),
  MM: ({ month }) => (month === undefined ? undefined : two(month)),
  MMM: ({ month }) => (month === undefined ? undefined : monthName(month).slice(0, 3)),
  MMMM: ({ month }) => (month === undefined ? undefined : monthName(month)),
  yy: ({ year }) => two(year % 100),
  y: ({ year }) => String(year),
  yyyy: ({ year }) => String(year).padStart(4, '0'),
  EEE: (date) => weekdayName(date)?.slice(0, 3),
  EEEE: (date) => weekdayName(date),
};

/** The letters that a pattern has to have, if it is to say which day, in which month. */
const NEEDED = ['d', 'M'];

function two(value: number): string {
  return String(value).padStart(2, '0');
}

function monthName(month: number): string {
  return MONTH_NAMES[month - 1] as string;
}

function weekdayName({ year, month, day }: CalendarDate): string | undefined {
  return month === undefined || day === undefined ? undefined : WEEKDAY_NAMES[weekdayOf(dayNumber(year, month, day))];
}

/** One part of a pattern: what a field writes, or words that stand between fields. */
type Part = { readonly field: string } | { readonly literal: string };

function partsOf(pattern: string): Part[] {
  return [...pattern.matchAll(PARTS)].map(([whole, letter, words]) => {
    if (letter !== undefined) return { field: whole };
    if (words === undefined) return { literal: whole };
    return { literal: words === '' ? "'" : words.replaceAll("''", "'") };
  });
}

/** Whether a date can be written so: `d MMMM yyyy`, `MMMM d, yyyy`, `dd/MM/yy`, `EEEE 'the' d MMMM`. */
export function isDatePattern(pattern: string): boolean {
  if (/[\r\n]/u.test(pattern) || (pattern.match(/'/gu)?.length ?? 0) % 2 > 0) return false;
  const fields = partsOf(pattern).flatMap((part) => ('field' in part ? [part.field] : []));
  return (
    fields.every((field) => Object.hasOwn(FIELDS, field)) && NEEDED.every((letter) => fields.some((field) => field.startsWith(letter)))
  );
}

/**
 * A date by a pattern that {@link isDatePattern}; months and weekdays in English. What the date does not say is left out, with
 * what stands beside it: `d MMMM yyyy` writes March 2024 as “March 2024”.
 */
export function writeDate(date: CalendarDate, pattern: string): string {
  /** What each field writes, and the words in front of it. */
  const fields: { readonly before: string; readonly value: string | undefined }[] = [];
  let words = '';
  for (const part of partsOf(pattern)) {
    if ('literal' in part) words += part.literal;
    else {
      fields.push({ before: words, value: FIELDS[part.field]?.(date) });
      words = '';
    }
  }
  let written = '';
  // Of two words round a field that is left out, the first serves for both.
  let between = fields[0]?.value === undefined ? '' : fields[0].before;
  fields.forEach(({ value }, i) => {
    if (value === undefined) return;
    written += between + value;
    between = fields[i + 1]?.before ?? words;
  });
  return fields.at(-1)?.value === undefined ? written : written + between;
}
