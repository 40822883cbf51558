import { en as chrono, type ParsedComponents, type ParsedResult } from 'chrono-node';
import { byContentAnd } from '../text/byContent.ts';
import {
  type CalendarDate,
  type DayInterval,
  dateOfDay,
  dayNumber,
  daysInMonth,
  exists,
  intervalOf,
  WEEKDAY_NAMES,
  weekdayOf,
} from '../text/calendarDate.ts';
import { moved, overlaps, type Span, sliceOf } from '../text/span.ts';
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
  /** `calendar` names a day, month or year; `weekday` only a day of the week; `relative` counts from the day of writing. */
  readonly kind: 'calendar' | 'weekday' | 'relative';
  readonly stated: StatedDate;
  /** Each reading's days: none where they depend on an anchor that is not known, several where readers would disagree. */
  readonly readings: readonly DayInterval[];
  /** False for a day that the calendar does not have (31 June). */
  readonly exists: boolean;
}

const MONTH =
  'Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sep(?:t(?:ember)?)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?';
const WEEKDAY = WEEKDAY_NAMES.join('|');
/** “31 June 2025” and “June 31, 2025”, with or without weekday and year. */
const DAY_OF_MONTH = new RegExp(
  `(?:\\b(?:${WEEKDAY}),?\\s+)?(?:\\b(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?(${MONTH})\\b\\.?|\\b(${MONTH})\\b\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?\\b)(?:,?\\s+(\\d{4})\\b)?`,
  'g',
);
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

const DAY_MS = 86_400_000;

function monthNumber(name: string): number {
  return 'janfebmaraprmayjunjulaugsepoctnovdec'.indexOf(name.slice(0, 3).toLowerCase()) / 3 + 1;
}

/** Days that no calendar has. The date library passes over them, or reads a part of them as another date. */
function impossibleDays(text: string): DateMention[] {
  const mentions: DateMention[] = [];
  for (const found of text.matchAll(DAY_OF_MONTH)) {
    const day = Number(found[1] ?? found[4]);
    const month = monthNumber((found[2] ?? found[3]) as string);
    const year = found[5] === undefined ? undefined : Number(found[5]);
    if (day > 0 && day <= 39 && (year === undefined ? day > daysInMonth(2000, month) : !exists({ year, month, day }))) {
      const span = { start: found.index, end: found.index + found[0].trimEnd().length };
      mentions.push({
        span,
        kind: 'calendar',
        stated: { month, day, ...(year === undefined ? {} : { year }) },
        readings: [],
        exists: false,
      });
    }
  }
  return mentions;
}

function statedBy(parts: ParsedComponents, text: string): StatedDate {
  const has = (part: 'year' | 'month' | 'day' | 'weekday') => parts.isCertain(part) && parts.get(part) !== null;
  const named = new RegExp(`\\b(?:${MONTH})\\b|\\d[/.-]\\d`, 'i').test(text);
  return {
    ...(has('year') && /\d{4}/.test(text) ? { year: parts.get('year') as number } : {}),
    ...(has('month') && named ? { month: parts.get('month') as number } : {}),
    ...(has('day') && named ? { day: parts.get('day') as number } : {}),
    ...(has('weekday') && new RegExp(`\\b(?:${WEEKDAY}|Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\\b`, 'i').test(text)
      ? { weekday: parts.get('weekday') as number }
      : {}),
  };
}

/** The year that a day or month without one means: the nearest to the anchor. */
function nearestYear({ month, day }: { month: number; day?: number | undefined }, anchor: number): DayInterval | undefined {
  const { year } = dateOfDay(anchor);
  const candidates = [year - 1, year, year + 1]
    .map((one): CalendarDate => ({ year: one, month, ...(day === undefined ? {} : { day }) }))
    .filter(exists)
    .map(intervalOf);
  const far = ({ first, last }: DayInterval) => (anchor < first ? first - anchor : anchor > last ? anchor - last : 0);
  return candidates.sort((a, b) => far(a) - far(b))[0];
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

/** How many of a unit a mention goes back: “three weeks ago”, “last month” 1, “this year” 0, “next year” -1. */
function unitsBack(text: string): { unit: string; count: number } | undefined {
  const ago = /(\w+)\s+(day|week|month|year)s?\s+ago/i.exec(text);
  if (ago) {
    const [, number, unit] = ago as unknown as [string, string, string];
    const count = WORD_COUNT[number.toLowerCase()] ?? Number(number);
    return Number.isNaN(count) ? undefined : { unit: unit.toLowerCase(), count };
  }
  const named = /\b(last|past|this|next)\s+(week|month|year)\b/i.exec(text);
  if (!named) return undefined;
  const [, which, unit] = named as unknown as [string, string, string];
  return { unit: unit.toLowerCase(), count: { this: 0, next: -1 }[which.toLowerCase()] ?? 1 };
}

const NAMED_DAYS: readonly (readonly [RegExp, number])[] = [
  [/\byesterday\b/i, -1],
  [/\btomorrow\b/i, 1],
  [/\b(?:today|tonight|this (?:morning|afternoon|evening))\b/i, 0],
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
  const { year, month } = dateOfDay(anchor);
  if (unit === 'day') return day(-count);
  if (unit === 'week') return [{ first: anchor - 7 * count - 7, last: anchor - 7 * count + 7 }];
  if (unit === 'year') return [intervalOf({ year: year - count })];
  const months = year * 12 + month - 1 - count;
  return [intervalOf({ year: Math.floor(months / 12), month: (((months % 12) + 12) % 12) + 1 })];
}

function calendarReadings(stated: StatedDate, anchor: number | null, text: string): DayInterval[] {
  const { year, month, day } = stated;
  if (year === undefined) {
    const nearest = anchor === null || month === undefined ? undefined : nearestYear({ month, day }, anchor);
    return nearest ? [nearest] : [];
  }
  const readings = [{ year, ...(month === undefined ? {} : { month }), ...(day === undefined ? {} : { day }) }];
  const swapped =
    /^\W*\d{1,2}[/.]\d{1,2}[/.]\d{4}\W*$/.test(text) && month !== undefined && day !== undefined ? [{ year, month: day, day: month }] : [];
  return [...readings, ...swapped].filter(exists).map(intervalOf);
}

/** The date's own span: “on” in front and a time of day behind are not part of it. */
function ownSpan(result: ParsedResult): { span: Span; text: string } {
  const lead = LEAD_IN.exec(result.text)?.[0].length ?? 0;
  let text = result.text.slice(lead);
  if (result.start.isCertain('hour') || result.start.isCertain('meridiem')) text = text.replace(CLOCK, '');
  text = text.replace(/[\s,;]+$/, '');
  const start = result.index + lead;
  return { span: { start, end: start + text.length }, text };
}

/** Whether what the library found is a date in careful prose: no time of day, no “may” or “sun”, no “now”. */
function isDate(text: string, before: string, stated: StatedDate): boolean {
  if (text === '') return false;
  const single = /^\p{L}+\.?$/u.test(text);
  if (single && stated.month !== undefined) return /^\p{Lu}/u.test(text) && DATE_LEAD.test(before);
  if (single && stated.weekday !== undefined) return new RegExp(`^(?:${WEEKDAY})$`).test(text);
  if (Object.keys(stated).length > 0) return true;
  return /\b(?:yesterday|today|tonight|tomorrow|ago|(?:last|past|this|next)\s+(?:week|month|year))\b/i.test(text);
}

function mentionOf(result: ParsedResult, text: string, anchor: number | null): DateMention | undefined {
  const own = ownSpan(result);
  const stated = statedBy(result.start, own.text);
  if (!isDate(own.text, text.slice(0, own.span.start), stated)) return undefined;
  const { weekday } = stated;
  const kind = stated.year !== undefined || stated.month !== undefined ? 'calendar' : weekday !== undefined ? 'weekday' : 'relative';
  let readings: DayInterval[] = [];
  if (kind === 'calendar') readings = calendarReadings(stated, anchor, own.text);
  else if (anchor !== null)
    readings = weekday !== undefined ? weekdayReadings(weekday, anchor, own.text) : relativeReadings(own.text, anchor);
  const end = result.end ? calendarReadings(statedBy(result.end, own.text), anchor, own.text)[0] : undefined;
  if (end) readings = readings.map(({ first, last }) => ({ first: Math.min(first, end.first), last: Math.max(last, end.last) }));
  return { span: own.span, kind, stated, readings, exists: true };
}

/**
 * The dates that a stretch of prose mentions, in order. English. `anchor` is the day of writing (days since
 * 1970-01-01), or null: then only what is stated in full has readings.
 */
export function dateMentionsIn(text: string, within: Span, anchor: number | null): DateMention[] {
  return mentionsOf(sliceOf(text, within), anchor).map((mention) => ({ ...mention, span: moved(mention.span, within.start) }));
}

const mentionsOf = byContentAnd(
  (stretch, anchor: number | null) => readMentions(stretch.replaceAll(MARKUP, ' ').replace(/\s/g, ' '), anchor),
  (anchor) => `${anchor ?? ''}\n`,
);

function readMentions(stretch: string, anchor: number | null): DateMention[] {
  if (
    !/\d|day\b|month|year|week|ago|tonight|tomorrow|\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b/i.test(
      stretch,
    )
  )
    return [];
  const mentions = impossibleDays(stretch);
  const add = (mention: DateMention) => {
    if (!mentions.some(({ span }) => overlaps(span, mention.span))) mentions.push(mention);
  };
  const reference = { instant: new Date((anchor ?? dayNumber(2000, 1, 1)) * DAY_MS + DAY_MS / 2), timezone: 0 };
  for (const result of chrono.casual.parse(stretch, reference)) {
    const mention = mentionOf(result, stretch, anchor);
    if (mention) add(mention);
  }
  for (const found of stretch.matchAll(YEAR_ALONE)) {
    const end = found.index + found[0].length;
    const year = Number(found[1]);
    add({ span: { start: end - 4, end }, kind: 'calendar', stated: { year }, readings: [intervalOf({ year })], exists: true });
  }
  return mentions.sort((a, b) => a.span.start - b.span.start);
}
