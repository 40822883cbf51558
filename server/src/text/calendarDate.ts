/** A day, a month or a year of the Gregorian calendar: what is left out is not stated. Months count from 1. */
export interface CalendarDate {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
}

/** Days since 1970-01-01, both ends included. */
export interface DayInterval {
  readonly first: number;
  readonly last: number;
}

export const MONTH_NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** 0 is Sunday. */
export const WEEKDAY_NAMES = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Whether the calendar has such a date: no 31 June, no 29 February outside leap years. */
export function exists({ year, month, day }: CalendarDate): boolean {
  if (month === undefined) return day === undefined;
  if (month < 1 || month > 12) return false;
  return day === undefined || (day >= 1 && day <= daysInMonth(year, month));
}

/** Days from 1970-01-01 to a day. Howard Hinnant, “chrono-compatible low-level date algorithms”, days_from_civil. */
export function dayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468;
}

/** The inverse of {@link dayNumber}: civil_from_days of the same source. */
export function dateOfDay(days: number): Required<CalendarDate> {
  const z = days + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1 };
}

/** All days that a date covers: a month or a year is the whole of it. */
export function intervalOf(date: CalendarDate): DayInterval {
  const { year, month, day } = date;
  if (month === undefined) return { first: dayNumber(year, 1, 1), last: dayNumber(year, 12, 31) };
  if (day === undefined) return { first: dayNumber(year, month, 1), last: dayNumber(year, month, daysInMonth(year, month)) };
  const only = dayNumber(year, month, day);
  return { first: only, last: only };
}

/** 0 is Sunday. */
export function weekdayOf(days: number): number {
  return (((days + 4) % 7) + 7) % 7;
}

/** Whether the intervals share a day, or come within `slack` days of it. */
export function meets(a: DayInterval, b: DayInterval, slack = 0): boolean {
  return a.first <= b.last + slack && b.first <= a.last + slack;
}

/** `2025-10-07`, `2025-10` or `2025`, as ISO 8601 writes them. */
export function isoDate({ year, month, day }: CalendarDate): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return [String(year).padStart(4, '0'), ...(month === undefined ? [] : [two(month)]), ...(day === undefined ? [] : [two(day)])].join('-');
}

/** Reads what {@link isoDate} writes; undefined for anything else, and for a day that does not exist. */
export function parseIsoDate(text: string): CalendarDate | undefined {
  const found = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:$|[T ])/.exec(text.trim());
  if (!found) return undefined;
  const date: CalendarDate = {
    year: Number(found[1]),
    ...(found[2] === undefined ? {} : { month: Number(found[2]) }),
    ...(found[3] === undefined ? {} : { day: Number(found[3]) }),
  };
  return exists(date) ? date : undefined;
}

/** `7 October 2025`, `October 2025` or `2025`: as messages write it. */
export function longDate({ year, month, day }: CalendarDate): string {
  if (month === undefined) return String(year);
  const name = MONTH_NAMES[month - 1];
  return day === undefined ? `${name} ${year}` : `${day} ${name} ${year}`;
}
