import { type CalendarDate, dayNumber, MONTH_NAMES, WEEKDAY_NAMES, weekdayOf } from './calendarDate.ts';

const MONTH =
  /\b(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sep(?:t(?:ember)?)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b/i;
const WEEKDAY = /\b(Sun(?:day)?|Mon(?:day)?|Tue(?:s(?:day)?)?|Wed(?:nesday)?|Thu(?:r(?:s(?:day)?)?)?|Fri(?:day)?|Sat(?:urday)?)\b/i;

/** As AP style shortens them, with a full stop; March to July are never shortened. */
const AP_SHORT: Readonly<Record<string, string>> = {
  January: 'Jan',
  February: 'Feb',
  August: 'Aug',
  September: 'Sept',
  October: 'Oct',
  November: 'Nov',
  December: 'Dec',
};

/** `name` as long and in the case of `model`, which another of its kind was written like. */
function inManner(name: string, model: string, isShort: boolean): string {
  const short = isShort ? (model.length === 4 && AP_SHORT[name] === 'Sept' ? 'Sept' : name.slice(0, 3)) : name;
  if (model === model.toUpperCase()) return short.toUpperCase();
  return model === model.toLowerCase() ? short.toLowerCase() : short;
}

function replaceMonth(text: string, month: number): string {
  return text.replace(new RegExp(`${MONTH.source}(\\.?)`, 'i'), (_, model: string, stop: string) => {
    const own = MONTH_NAMES.find((name) => name.toLowerCase().startsWith(model.slice(0, 3).toLowerCase())) ?? '';
    const target = MONTH_NAMES[month - 1] as string;
    const isShort = model.length < own.length && (stop === '' || AP_SHORT[target] !== undefined);
    const name = inManner(target, model, isShort);
    return name + (name.length === target.length && model.length < own.length ? '' : stop);
  });
}

const ORDINAL_ENDINGS = ['th', 'st', 'nd', 'rd'];

function replaceDay(text: string, day: number): string {
  const ending = day % 100 >= 11 && day % 100 <= 13 ? 'th' : (ORDINAL_ENDINGS[day % 10] ?? 'th');
  return text.replace(/(?<![\d/.-])\d{1,2}(st|nd|rd|th)?(?![\d:])/i, (_, suffix?: string) => `${day}${suffix === undefined ? '' : ending}`);
}

/** “2025-10-07”, “7/10/2025”: the numbers of an all-numeric date exchanged in place; undefined for any other date. */
function numeric(text: string, from: CalendarDate, to: Required<CalendarDate>): string | undefined {
  const parts = /^(\d{1,4})([-/.])(\d{1,2})\2(\d{1,4})$/.exec(text);
  if (!parts) return undefined;
  const [, first, sign, , last] = parts as unknown as [string, string, string, string, string];
  const pad = (value: number, like: string) => String(value).padStart(like.length, '0');
  if (first.length === 4) return [to.year, pad(to.month, parts[3] as string), pad(to.day, last)].join(sign);
  const dayFirst = Number(first) === from.day;
  const year = String(to.year).slice(-last.length);
  return [pad(dayFirst ? to.day : to.month, first), pad(dayFirst ? to.month : to.day, parts[3] as string), year].join(sign);
}

/**
 * A date's text with another day put in, its format and precision kept: “Oct. 7, 2023” becomes “Oct. 7, 2025”, “Monday,
 * 7 October 2025” “Tuesday, 7 October 2025”. `from` is what the text states.
 */
export function rewriteDate(
  text: string,
  from: CalendarDate | { year?: number; month?: number; day?: number },
  to: Required<CalendarDate>,
): string {
  const inNumbers = numeric(text, from as CalendarDate, to);
  if (inNumbers !== undefined) return inNumbers;
  let result = text;
  if (from.day !== undefined && from.day !== to.day) result = replaceDay(result, to.day);
  if (from.month !== undefined && from.month !== to.month) result = replaceMonth(result, to.month);
  if (from.year !== undefined && from.year !== to.year) result = result.replace(/\d{4}/, String(to.year));
  const weekday = WEEKDAY_NAMES[weekdayOf(dayNumber(to.year, to.month, to.day))] as string;
  return result.replace(WEEKDAY, (model) => inManner(weekday, model, !/day$/i.test(model)));
}
