import { type CalendarDate, exists } from '../../text/calendarDate.ts';
import { parseDay } from '../days.ts';

/** When something happened, as exports and feeds write it. */
export interface Moment {
  /** The day in the timestamp's own offset: the day that stood over the report. */
  readonly day: CalendarDate;
  /** ISO 8601 with a time, in UTC where an offset is stated, so that moments can be put in order; null where no time is stated. */
  readonly instant: string | null;
}

/** `2025-10-07T13:49:00.5+02:00`; the offset may lack its colon, the `T` be a space. ISO 8601, RFC 3339. */
const EXTENDED = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?$/i;
/** `20251007T134900+0200`, `20251007+0200`, `20251007`: the basic form of ISO 8601, which NITF asks for. */
const BASIC = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?)?(Z|[+-]\d{4})?$/;
/** `Tue, 07 Oct 2025 13:49:00 +0200`, with or without the weekday and the seconds, the year of two digits or four. RFC 822, RFC 5322. */
const MAIL =
  /^(?:[a-z]{3,9}\.?,?\s+)?(\d{1,2})\s+([a-z]{3})[a-z]*\.?\s+(\d{4}|\d{2})\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([a-z]{1,5}|[+-]\d{4})?$/i;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Minutes ahead of UTC: the zones of RFC 822, and the European ones that feeds use though it does not know them. */
const ZONES: Readonly<Record<string, number>> = {
  ...{ z: 0, ut: 0, utc: 0, gmt: 0, wet: 0, bst: 60, west: 60, cet: 60, cest: 120, eet: 120, eest: 180 },
  ...{ est: -300, edt: -240, cst: -360, cdt: -300, mst: -420, mdt: -360, pst: -480, pdt: -420 },
};

/** Seconds since 1970 stand between these; the same numbers a thousand times over are milliseconds. 1973 and 2286. */
const FIRST_SECOND = 1e8;
const LAST_SECOND = 1e10;

/** A timestamp or a day; undefined where it is neither. A day that does not exist is none. */
export function parseMoment(value: string | number): Moment | undefined {
  const text = String(value).trim();
  if (/^\d{9,13}(?:\.\d+)?$/.test(text)) return fromSeconds(Number(text));
  const extended = EXTENDED.exec(text);
  if (extended) return momentOf(extended);
  const basic = BASIC.exec(text);
  if (basic) return momentOf(basic);
  const mail = MAIL.exec(text);
  if (mail) return momentOf(fromMail(mail));
  const day = parseDay(text);
  return day && { day, instant: null };
}

function fromSeconds(number: number): Moment | undefined {
  const seconds = number >= FIRST_SECOND * 1_000 ? number / 1_000 : number;
  if (seconds < FIRST_SECOND || seconds >= LAST_SECOND) return undefined;
  const instant = instantOf(seconds * 1_000);
  const day = parseDay(instant);
  return day && { day, instant };
}

/** The parts in the order of ISO 8601. */
function fromMail([, day, month = '', year = '', ...time]: readonly (string | undefined)[]): readonly (string | undefined)[] {
  const century = year.length === 4 ? '' : Number(year) < 70 ? '20' : '19';
  return [undefined, century + year, String(MONTHS.indexOf(month.toLowerCase()) + 1), day, ...time];
}

function momentOf([, year, month, day, hour, minute, second = '0', zone]: readonly (string | undefined)[]): Moment | undefined {
  const date = { year: Number(year), month: Number(month), day: Number(day) };
  if (!exists(date)) return undefined;
  // A full day without a time of its own may still have an offset.
  if (hour === undefined || Number(hour) > 24 || Number(minute) > 59) return { day: date, instant: null };
  const utc = Date.UTC(date.year, date.month - 1, date.day, Number(hour), Number(minute), Math.min(Number(second), 59));
  const offset = offsetOf(zone);
  return { day: date, instant: offset === null ? instantOf(utc).slice(0, -1) : instantOf(utc - offset * 60_000) };
}

function instantOf(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}

/** Minutes ahead of UTC; null where no zone that is known is stated. */
function offsetOf(zone = ''): number | null {
  const [, sign, hours, minutes = '0'] = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone) ?? [];
  if (sign === undefined) return ZONES[zone.toLowerCase()] ?? null;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}
