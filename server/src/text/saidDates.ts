import { type CalendarDate, type DayInterval, dateOfDay, intervalOf } from './calendarDate.ts';
import { type Said, say, together } from './said.ts';

const MONTHS: readonly Said[] = [
  say`January`,
  say`February`,
  say`March`,
  say`April`,
  say`May`,
  say`June`,
  say`July`,
  say`August`,
  say`September`,
  say`October`,
  say`November`,
  say`December`,
];

const DAYS_OF_MONTHS: readonly ((day: number) => Said)[] = [
  (day) => say`${day} January`,
  (day) => say`${day} February`,
  (day) => say`${day} March`,
  (day) => say`${day} April`,
  (day) => say`${day} May`,
  (day) => say`${day} June`,
  (day) => say`${day} July`,
  (day) => say`${day} August`,
  (day) => say`${day} September`,
  (day) => say`${day} October`,
  (day) => say`${day} November`,
  (day) => say`${day} December`,
];

const WEEKDAYS: readonly Said[] = [say`Sunday`, say`Monday`, say`Tuesday`, say`Wednesday`, say`Thursday`, say`Friday`, say`Saturday`];

/** 0 is Sunday. */
export function saidWeekday(weekday: number): Said {
  return WEEKDAYS[weekday] as Said;
}

/** `7 October` or `October`. */
export function saidDayOfYear({ month, day }: { readonly month: number; readonly day?: number | undefined }): Said {
  return day === undefined ? (MONTHS[month - 1] as Said) : (DAYS_OF_MONTHS[month - 1] as (day: number) => Said)(day);
}

/** `7 October 2025`, `October 2025` or `2025`. */
export function saidDate({ year, month, day }: CalendarDate): Said {
  if (month === undefined) return together(String(year));
  return say`${saidDayOfYear({ month, day })} ${String(year)}`;
}

/** A day, a whole month or a whole year as {@link saidDate} says it; of other intervals the first and the last day. */
export function saidInterval({ first, last }: DayInterval): Said {
  const day = dateOfDay(first);
  const { year, month } = day;
  const whole = [day, { year, month }, { year }].find((date) => {
    const days = intervalOf(date);
    return days.first === first && days.last === last;
  });
  return whole ? saidDate(whole) : say`${saidDate(day)} to ${saidDate(dateOfDay(last))}`;
}
