import type { ParsedComponents, ParsedResult } from 'chrono-node';
import { byContentAnd } from '../text/byContent.ts';
import {
  type CalendarDate,
  type DayInterval,
  dateOfDay,
  dayNumber,
  daysInMonth,
  exists,
  intervalOf,
  weekdayOf,
} from '../text/calendarDate.ts';
import { moved, overlaps, type Span, sliceOf } from '../text/span.ts';
import type { BlockText } from './blockText.ts';
import { datesByLibrary } from './dateLibrary.ts';
import { countsFromText } from './datesInText.ts';
import { leftByTense, sentenceRound } from './datesTense.ts';
import {
  dayOfMonth,
  FREE,
  MONTH,
  mondayOf,
  monthFrom,
  monthNumber,
  NTH,
  NTH_IN_WORDS,
  type OwnReading,
  type Parts,
  phrases,
  WEEKDAY,
  WHICH,
  weekdayNumber,
} from './dayPhrases.ts';
import { MARKUP } from './prose.ts';

/** What a mention itself says; the rest follows from an anchor day, or not at all. Weekdays count from Sunday, 0. */
export interface StatedDate {
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
  readonly weekday?: number;
}

/** A date as prose mentions it. */
export interface DateMention {
  /** Weekday and date together; without “on” or “in”. */
  readonly span: Span;
  /**
   * `calendar` names a day, month or year; `weekday` only a day of the week; `relative` counts from the day of writing, or
   * weekdays within a month.
   */
  readonly kind: 'calendar' | 'weekday' | 'relative';
  readonly stated: StatedDate;
  /** Each reading's days: none where they depend on an anchor that is not known, several where readers would disagree. */
  readonly readings: readonly DayInterval[];
  /** False for a day that the calendar does not have (31 June). */
  readonly exists: boolean;
}

/**
 * “31 June 2025” and “June 31, 2025”, with or without weekday and year; “the ninth day of May”, “July 4th of 1995”,
 * “September the 11th”.
 */
const DAY_OF_MONTH = new RegExp(
  `(?:\\b(?<weekday>${WEEKDAY}),?\\s+(?:the\\s+)?)?(?:\\b(?<dayFirst>\\d{1,2}(?:st|nd|rd|th)?|(?:${NTH_IN_WORDS})(?=\\s+(?:day\\s+)?of\\s))\\s+(?:day\\s+)?(?:of\\s+)?(?<monthLast>${MONTH})\\b(?:\\.(?=,?\\s+\\d))?` +
    `|\\b(?<monthFirst>${MONTH})\\b\\.?\\s+(?:the\\s+(?<nth>${NTH})${FREE}|(?<dayLast>\\d{1,2})(?:st|nd|rd|th)?\\b(?![,.]\\d)))(?:(?:,?\\s+|\\s+(?:of|in)\\s+)(?<year>\\d{4})\\b)?`,
  'g',
);
/** Of these the date library reads a part, or another date. */
const MISREAD = new RegExp(`\\sthe\\s|\\sday\\s+of\\s|\\d(?:st|nd|rd|th)?\\s+(?:of|in)\\s+\\d|(?:${MONTH})\\s+(?:of|in)\\s+\\d`);
/** In front of a date that the date library loses. */
const LOSES = /\b(?:on|from|to|until|(?:night|morning|afternoon|evening)\s+of(?:\s+the)?)\s+$/i;
const YEAR_ALONE =
  /\b(?:in|since|during|until|till|by|before|after|of|from|early|late|mid)[\s-]+((?:1[5-9]|20)\d{2})\b(?![-–/]\d|[,.]\d|\s+(?:people|men|women|dollars|euros|pounds|tons|tonnes|miles|troops|soldiers|workers))/gi;
/** Words that are also months or days: alone they are dates only after one of these. */
const DATE_LEAD =
  /\b(?:in|since|until|till|by|through|during|from|to|last|next|this|early|late|mid|of|between|before|after|every|each)[\s-]+$/i;
const COUNTS_FROM_ELSEWHERE = /\b(?:earlier|later|before|after|next day|previous|following|within|in\s+\d)/i;
const CLOCK = /[,\s]*(?:\bat\s+)?\b\d{1,2}(?::\d{2}){0,2}\s*(?:[ap]\.?m\.?)?(?:\s*[A-Z]{2,4})?$/;

/** “on”, “8:00 p.m. EST on”: in front of a date, not of it. */
const LEAD_IN =
  /^(?:(?:\d{1,2}(?::\d{2})?\s*[ap]\.?m\.?|\d{1,2}:\d{2})[\s,]+(?:(?!on\b)[A-Z]{2,4}\s+)?(?=on\s|[A-Z]))?(?:(?:on|in|at|from|since|by|until|the)\s+)?/i;

/** “10/7/2025”, “10/7/25”: either number may be the month. */
const IN_NUMBERS = /^\W*\d{1,2}([-/.])\d{1,2}\1(?:\d{4}|\d{2})\W*$/;
const DAY_BEFORE_MONTH = new RegExp(`\\d(?:st|nd|rd|th)?\\s+(?:of\\s+)?(?:${MONTH})\\b`, 'i');
/** A date after this is a week's. */
const OF_WEEK = /\bweek\s+(of|beginning|starting|commencing|ending)\s+(?:on\s+)?(?:the\s+)?$/i;
/** Whether a day and a month are said: “2.5 hours” are none. */
const NAMED = new RegExp(`\\b(?:${MONTH})\\b|\\d[/-]\\d|\\d\\.\\d{1,2}\\.\\d`, 'i');
/** “2/3”, “24/7”, “9/11”: a fraction or a name, but for “on 2/3” and “Friday 2/3”. */
const NUMBERS_WITHOUT_YEAR = /^\d{1,2}\/\d{1,2}$/;
const BEFORE_NUMBERS = new RegExp(`\\b(?:on|${WEEKDAY}),?\\s+$`, 'i');
const QUOTIENT = /^\d{1,2}\/\d{1,2}\.\d/;
/** “two weeks from today” is not today. */
const COUNTED_FROM = /\b(?:weeks?|months?|years?)\s+(?:from|after|before)\s+$/i;
/** Round a date without its year, these tell which it is, or that nobody can. */
const LAST_OR_NEXT = /\b(last|next)\s+$/i;
const YEAR_BEHIND = /^,?\s+(?:of\s+)?(last|this|next)\s+year\b/i;
const OF_OTHER_YEAR =
  /^,?\s+(?:of\s+)?(?:that(?:\s+same)?|the\s+(?:same|next|following|previous))\s+year\b|^\s+of\s+(?:each|every)\s+year\b/i;
/** In headings that are all capitals it is mostly part of a name. */
const WEEKDAY_WORD = new RegExp(`^(?:${WEEKDAY}|${WEEKDAY.toLowerCase()})$`);
const RECURRING = /\b(?:every|each)\s+(?:other\s+)?$/i;

/** A stretch has no dates without any of these. */
const MAY_HAVE_DATES = new RegExp(`\\d|days?\\b|month|year|week|ago|tonight|tomorrow|\\b(?:${MONTH})\\b`, 'i');

const DAY_MS = 86_400_000;

/** What the groups of DAY_OF_MONTH state, and whether there is such a day; nothing where the number is none. */
function statedDay(parts: Parts): { stated: StatedDate & { day: number; month: number }; isThere: boolean } | undefined {
  const day = dayOfMonth((parts.dayFirst ?? parts.dayLast ?? parts.nth) as string);
  const month = monthNumber((parts.monthLast ?? parts.monthFirst) as string);
  if (day <= 0 || day > 39) return undefined;
  const date = { month, day, ...(parts.year === undefined ? {} : { year: Number(parts.year) }) };
  const isThere = 'year' in date ? exists(date as CalendarDate) : day <= daysInMonth(2000, month);
  const weekday = isThere && parts.weekday !== undefined ? { weekday: weekdayNumber(parts.weekday) } : {};
  return { stated: { ...date, ...weekday }, isThere };
}

/**
 * Days of a month. Those that no calendar has, the library passes over or reads a part of as another date; others it
 * misreads or loses.
 */
function daysOfMonths(text: string, anchor: number | null): OwnReading[] {
  return [...text.matchAll(DAY_OF_MONTH)].flatMap((found): OwnReading[] => {
    const said = statedDay(found.groups as Parts);
    if (!said) return [];
    const { stated, isThere } = said;
    const first = !isThere || MISREAD.test(found[0]);
    const isLost = stated.year !== undefined || (stated.month === 2 && stated.day === 29) || LOSES.test(text.slice(0, found.index));
    if (!first && !isLost) return [];
    const span = { start: found.index, end: found.index + found[0].trimEnd().length };
    const [before, after] = [text.slice(0, span.start), text.slice(span.end)];
    const readings = isThere ? calendarReadings(stated, anchor, found[0], before, after) : [];
    return [{ span, first, mention: { span, kind: 'calendar', stated, readings, exists: isThere } }];
  });
}

function statedBy(parts: ParsedComponents, text: string): StatedDate {
  const has = (part: 'year' | 'month' | 'day' | 'weekday') => parts.isCertain(part) && parts.get(part) !== null;
  const named = NAMED.test(text);
  return {
    ...(has('year') && (/\d{4}/.test(text) || IN_NUMBERS.test(text)) ? { year: parts.get('year') as number } : {}),
    ...(has('month') && named ? { month: parts.get('month') as number } : {}),
    ...(has('day') && named ? { day: parts.get('day') as number } : {}),
    ...(has('weekday') && new RegExp(`\\b(?:${WEEKDAY}|Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\\b`, 'i').test(text)
      ? { weekday: parts.get('weekday') as number }
      : {}),
  };
}

/** Whether a day or month without its year may be some days, by the words round it: “last May”, “5 May last year”. */
function fitsAround(before: string, after: string, anchor: number): (days: DayInterval) => boolean {
  if (OF_OTHER_YEAR.test(after)) return () => false;
  const years = WHICH[YEAR_BEHIND.exec(after)?.[1]?.toLowerCase() ?? ''];
  if (years !== undefined) return ({ first }) => dateOfDay(first).year === dateOfDay(anchor).year + years;
  const side = LAST_OR_NEXT.exec(before)?.[1]?.toLowerCase();
  if (side === undefined) return () => true;
  return side === 'last' ? ({ last }) => last < anchor : ({ first }) => first > anchor;
}

/**
 * The days that a day or month without its year may mean, of those that may be: the last and the next, the nearer first. A
 * weekday beside it tells which.
 */
function nearestYears({ month, day, weekday }: StatedDate, anchor: number, mayBe: (days: DayInterval) => boolean): DayInterval[] {
  if (month === undefined) return [];
  const { year } = dateOfDay(anchor);
  // As far as the next leap year.
  const candidates = Array.from({ length: 9 }, (_, i) => year - 4 + i)
    .map((one): CalendarDate => ({ year: one, month, ...(day === undefined ? {} : { day }) }))
    .filter(exists)
    .map(intervalOf)
    .filter(mayBe);
  const both = [candidates.findLast(({ first }) => first <= anchor), candidates.find(({ last }) => last >= anchor)];
  const far = ({ first, last }: DayInterval) => (anchor < first ? first - anchor : anchor > last ? anchor - last : 0);
  const nearest = [...new Set(both)].filter((days) => days !== undefined).sort((a, b) => far(a) - far(b));
  const fitting = day === undefined ? [] : nearest.filter(({ first }) => weekdayOf(first) === weekday);
  return fitting.length > 0 ? fitting : nearest;
}

/** A bare weekday is the last or the next one within seven days: writers and style books disagree, so both are readings. */
function weekdayReadings(weekday: number, anchor: number, text: string): DayInterval[] {
  const back = (weekdayOf(anchor) - weekday + 7) % 7;
  const days = /\bnext\b/i.test(text) ? [7 - back, 14 - back] : /\blast\b/i.test(text) ? [-back || -7, -back - 7] : [-back, 7 - back];
  return days.map((by) => ({ first: anchor + by, last: anchor + by }));
}

const WORD_COUNT: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
};

/** How many of a unit a mention goes back: “three weeks ago” 3, “two days from now” -2, “last month” 1, “next year” -1. */
function unitsBack(text: string): { unit: string; count: number } | undefined {
  const ago = /(\w+)\s+(day|week|month|year)s?\s+(ago|from\s+(?:now|today))\b/i.exec(text);
  if (ago) {
    const [, number, unit, way] = ago as unknown as [string, string, string, string];
    const count = WORD_COUNT[number.toLowerCase()] ?? Number(number);
    return Number.isNaN(count) ? undefined : { unit: unit.toLowerCase(), count: /^ago/i.test(way) ? count : -count };
  }
  const named = /\b(last|past|this|next)\s+(week|month|year)\b/i.exec(text);
  if (!named) return undefined;
  const [, which, unit] = named as unknown as [string, string, string];
  return { unit: unit.toLowerCase(), count: { this: 0, next: -1 }[which.toLowerCase()] ?? 1 };
}

const NAMED_DAYS: readonly (readonly [RegExp, number])[] = [
  [/\byesterday\b/i, -1],
  [/\btomorrow\b/i, 1],
  [/\b(?:(?<!\bfrom\s+)today|tonight|this (?:morning|afternoon|evening))\b/i, 0],
];

/** “yesterday”, “last month”, “three weeks ago”; none where it counts from another day than that of writing. */
function relativeReadings(text: string, anchor: number): DayInterval[] {
  const day = (by: number) => [{ first: anchor + by, last: anchor + by }];
  if (COUNTS_FROM_ELSEWHERE.test(text)) return [];
  const named = NAMED_DAYS.find(([pattern]) => pattern.test(text));
  if (named) return day(named[1]);
  const back = unitsBack(text);
  if (!back) return [];
  const { unit, count } = back;
  const { year } = dateOfDay(anchor);
  if (unit === 'day') return day(-count);
  if (unit === 'week') return [{ first: anchor - 7 * count - 7, last: anchor - 7 * count + 7 }];
  if (unit === 'year') return [intervalOf({ year: year - count })];
  return [intervalOf(monthFrom(anchor, -count))];
}

function calendarReadings(stated: StatedDate, anchor: number | null, text: string, before = '', after = ''): DayInterval[] {
  const { year, month, day } = stated;
  if (year === undefined) {
    if (anchor === null) return [];
    const days = nearestYears(stated, anchor, fitsAround(before, after, anchor));
    return leftByTense(days, anchor, sentenceRound(before + text + after, { start: before.length, end: before.length + text.length }));
  }
  const readings = [{ year, ...(month === undefined ? {} : { month }), ...(day === undefined ? {} : { day }) }];
  const isEither = IN_NUMBERS.test(text) && month !== undefined && day !== undefined && month !== day;
  return [...readings, ...(isEither ? [{ year, month: day, day: month }] : [])].filter(exists).map(intervalOf);
}

/** The date's own span: “on” in front and a time of day behind are not part of it. */
function ownSpan(result: ParsedResult): { span: Span; text: string } {
  const lead = LEAD_IN.exec(result.text)?.[0].length ?? 0;
  let text = result.text.slice(lead);
  if (result.start.isCertain('hour') || result.start.isCertain('meridiem')) text = text.replace(CLOCK, '');
  text = text.replace(/(?:\s+of)?[\s,;]*$/, '');
  const start = result.index + lead;
  return { span: { start, end: start + text.length }, text };
}

/** Whether what the library found is a date in careful prose: no time of day, no “may” or “sun”, no “now”. */
function isDate(text: string, before: string, stated: StatedDate): boolean {
  if (text === '') return false;
  const single = /^\p{Alpha}+\.?$/u.test(text);
  if (single && stated.month !== undefined) return /^\p{Upper}/u.test(text) && DATE_LEAD.test(before);
  if (single && stated.weekday !== undefined) return WEEKDAY_WORD.test(text) && !RECURRING.test(before);
  if (/^\d/.test(text) && /\d[-/.]$/.test(before)) return false;
  if (NUMBERS_WITHOUT_YEAR.test(text)) return BEFORE_NUMBERS.test(before);
  if (Object.keys(stated).length > 0) return !QUOTIENT.test(text);
  if (COUNTED_FROM.test(before)) return false;
  return /\b(?:yesterday|today|tonight|tomorrow|ago|(?:weeks?|months?|years?)\s+from\s+(?:now|today)|(?:last|past|this|next)\s+(?:week|month|year))\b/i.test(
    text,
  );
}

/** “May 5 and 6, 2019”: the year is the first day's too. */
function withSharedYear(stated: StatedDate, after: string): StatedDate {
  const year = /^\s+(?:and|or)\s+\d{1,2}(?:st|nd|rd|th)?,?\s+((?:1[5-9]|20)\d{2})\b/.exec(after)?.[1];
  return year === undefined || stated.year !== undefined || stated.day === undefined ? stated : { ...stated, year: Number(year) };
}

/** “the week of 7 May”: the week from Monday that the day is in, or the one that it begins. */
function weeksOf(days: readonly DayInterval[], before: string): DayInterval[] {
  const how = OF_WEEK.exec(before)?.[1]?.toLowerCase();
  if (how === undefined) return [...days];
  return days.flatMap(({ first: day }) => {
    const monday = mondayOf(day);
    const own = how === 'ending' ? { first: day - 6, last: day } : { first: day, last: day + 6 };
    return how === 'of' && monday < day ? [{ first: monday, last: monday + 6 }, own] : [own];
  });
}

/** “2 to 10 July”: the days as far as the end that comes first after them. */
function upTo(ends: readonly DayInterval[], days: DayInterval): DayInterval {
  const later = ends.filter(({ last }) => last >= days.first).sort((a, b) => a.first - b.first);
  const end = later[0] ?? ends[0] ?? days;
  return { first: Math.min(days.first, end.first), last: Math.max(days.last, end.last) };
}

function mentionOf(result: ParsedResult, text: string, anchor: number | null): DateMention | undefined {
  // “from 2 July” taken for two o'clock in July.
  if (result.start.isCertain('hour') && !result.start.isCertain('day') && DAY_BEFORE_MONTH.test(result.text)) return undefined;
  const own = ownSpan(result);
  const [before, after] = [text.slice(0, own.span.start), text.slice(own.span.end)];
  const stated = withSharedYear(statedBy(result.start, own.text), after);
  if (!isDate(own.text, before, stated)) return undefined;
  const { weekday } = stated;
  const kind = stated.year !== undefined || stated.month !== undefined ? 'calendar' : weekday !== undefined ? 'weekday' : 'relative';
  let readings: DayInterval[] = [];
  if (kind === 'calendar') readings = calendarReadings(stated, anchor, own.text, before, after);
  else if (anchor !== null)
    readings = weekday !== undefined ? weekdayReadings(weekday, anchor, own.text) : relativeReadings(own.text, anchor);
  const ends = result.end ? calendarReadings(statedBy(result.end, own.text), anchor, own.text, before, after) : [];
  if (stated.day !== undefined) readings = weeksOf(readings, before);
  readings = readings.map((days) => upTo(ends, days));
  return { span: own.span, kind, stated, readings, exists: true };
}

/**
 * The dates that a stretch of prose mentions, in order. English. `anchor` is the day of writing (days since
 * 1970-01-01), or null: then only what is stated in full has readings.
 */
export function dateMentionsIn(text: string, within: Span, anchor: number | null): DateMention[] {
  return mentionsOf(sliceOf(text, within), anchor).map((mention) => ({ ...mention, span: moved(mention.span, within.start) }));
}

/** What a block mentions, by the day of writing that it was read with, and where it stood. */
interface LastDates {
  anchor: number | null;
  /** Undefined as long as it was not read; offsets from the block's start. */
  mentions: readonly DateMention[] | undefined;
  start: number;
  moved: readonly DateMention[];
}

function lastDates(): LastDates {
  return { anchor: null, mentions: undefined, start: 0, moved: [] };
}

/** The same of a block that starts at `start`, which are the same ones as long as neither it nor the anchor changes. */
export function datesIn(block: BlockText, start: number, anchor: number | null): readonly DateMention[] {
  const last = block.told(lastDates);
  const isRead = last.mentions !== undefined && last.anchor === anchor;
  last.mentions = isRead ? last.mentions : dateMentionsIn(block.text, { start: 0, end: block.text.length }, anchor);
  if (!isRead || last.start !== start) {
    last.moved = (last.mentions ?? []).map((mention) => ({ ...mention, span: moved(mention.span, start) }));
    last.start = start;
    last.anchor = anchor;
  }
  return last.moved;
}

const mentionsOf = byContentAnd(
  (stretch, anchor: number | null) => readMentions(stretch.replaceAll(MARKUP, ' ').replace(/\s/g, ' '), anchor),
  (anchor) => `${anchor ?? ''}\n`,
);

function readMentions(stretch: string, anchor: number | null): DateMention[] {
  if (!MAY_HAVE_DATES.test(stretch)) return [];
  const taken: OwnReading[] = [];
  const take = (one: OwnReading) => {
    if (!taken.some(({ span }) => overlaps(span, one.span))) taken.push(one);
  };
  const add = (mention: DateMention) => take({ span: mention.span, mention, first: false });
  const own = [...daysOfMonths(stretch, anchor), ...phrases(stretch, anchor)];
  for (const one of own.filter(({ first }) => first)) take(one);
  const reference = { instant: new Date((anchor ?? dayNumber(2000, 1, 1)) * DAY_MS + DAY_MS / 2), timezone: 0 };
  for (const result of datesByLibrary(stretch, reference)) {
    const mention = mentionOf(result, stretch, anchor);
    if (mention) add(mention);
  }
  for (const one of own) take(one);
  for (const found of stretch.matchAll(YEAR_ALONE)) {
    const end = found.index + found[0].length;
    const year = Number(found[1]);
    add({ span: { start: end - 4, end }, kind: 'calendar', stated: { year }, readings: [intervalOf({ year })], exists: true });
  }
  const mentions = taken.flatMap(({ mention }) => mention ?? []).sort((a, b) => a.span.start - b.span.start);
  return mentions.map((mention) => (countsFromText(stretch, mention) ? { ...mention, readings: [] } : mention));
}
