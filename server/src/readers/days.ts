import { type CalendarDate, exists, MONTH_NAMES, parseIsoDate } from '../text/calendarDate.ts';

/** A day found in a line. Offsets are UTF-16 code units of that line. */
export interface FoundDay {
  readonly date: CalendarDate;
  readonly start: number;
  readonly end: number;
}

const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';

type Parts = readonly [year: string | undefined, month: string | undefined, day: string | undefined];

/** The forms in which pages and writers give a full day, and where its parts stand. */
const FORMS: readonly (readonly [RegExp, (groups: readonly (string | undefined)[]) => Parts])[] = [
  [/(?<![\d.])(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/i, ([, year, month, day]) => [year, month, day]],
  [
    new RegExp(`(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)?(?: of)?[ -]${MONTH},?[ -](\\d{4})(?!\\d)`, 'i'),
    ([, day, month, year]) => [year, month, day],
  ],
  [new RegExp(`(?<!\\p{L})${MONTH} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})(?!\\d)`, 'iu'), ([, month, day, year]) => [year, month, day]],
  [/(?<!\d)(\d{4}) ?[年년] ?(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日일號号]/, ([, year, month, day]) => [year, month, day]],
  [/(?<!\d)(1[3-9]|2\d|3[01])[/.](0?[1-9]|1[0-2])[/.](\d{4})(?!\d)/, ([, day, month, year]) => [year, month, day]],
  [/(?<!\d)(0?[1-9]|1[0-2])\/(1[3-9]|2\d|3[01])\/(\d{4})(?!\d)/, ([, month, day, year]) => [year, month, day]],
];

function monthNumber(month: string): number {
  if (/^\d/.test(month)) return Number(month);
  return MONTH_NAMES.findIndex((name) => name.toLowerCase().startsWith(month.slice(0, 3).toLowerCase())) + 1;
}

/**
 * The first full day that a line gives: `2025-10-07`, `7 October 2025`, `Oct. 7, 2025`, `23/10/2025`, `2025年10月7日`. A day that can be
 * read in two ways (`7/10/2025`) or does not exist is none.
 */
export function findDay(line: string): FoundDay | undefined {
  for (const [form, partsOf] of FORMS) {
    const found = form.exec(line);
    if (!found) continue;
    const [year, month, day] = partsOf(found);
    const date = { year: Number(year), month: monthNumber(month as string), day: Number(day) };
    if (exists(date)) return { date, start: found.index, end: found.index + found[0].length };
  }
  return undefined;
}

/** A date as metadata gives it: an ISO date of any precision, `October 2025`, or text with a full day in it. */
export function parseDay(text: string): CalendarDate | undefined {
  const iso = parseIsoDate(text);
  if (iso) return iso;
  const day = findDay(text);
  if (day) return day.date;
  const found = new RegExp(`^${MONTH},? (\\d{4})$`, 'i').exec(text.trim());
  return found ? { year: Number(found[2]), month: monthNumber(found[1] as string) } : undefined;
}
