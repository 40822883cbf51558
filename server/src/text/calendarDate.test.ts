import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type CalendarDate,
  dateOfDay,
  dayNumber,
  daysInMonth,
  exists,
  intervalOf,
  isLeapYear,
  isoDate,
  longDate,
  meets,
  parseIsoDate,
  weekdayOf,
} from './calendarDate.ts';

const DAY_MS = 86_400_000;
/** Some ten thousand years round 1970; JavaScript's own dates are the oracle. */
const days = fc.integer({ min: -1_000_000, max: 2_000_000 });

test('days count from 1970-01-01', () => {
  expect([dayNumber(1970, 1, 1), dayNumber(1969, 12, 31), dayNumber(2000, 2, 29), dayNumber(2025, 3, 4)]).toEqual([0, -1, 11_016, 20_151]);
});

test('a day there and back is the same, and what JavaScript makes of it', () => {
  fc.assert(
    fc.property(days, (day) => {
      const { year, month, day: ofMonth } = dateOfDay(day);
      const oracle = new Date(day * DAY_MS);
      expect([year, month, ofMonth]).toEqual([oracle.getUTCFullYear(), oracle.getUTCMonth() + 1, oracle.getUTCDate()]);
      expect(dayNumber(year, month, ofMonth)).toBe(day);
      expect(weekdayOf(day)).toBe(oracle.getUTCDay());
    }),
  );
});

test('months are as long as in JavaScript', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1000, max: 9999 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
      expect(daysInMonth(year, month)).toBe(new Date(Date.UTC(year, month, 0)).getUTCDate());
      expect(isLeapYear(year)).toBe(daysInMonth(year, 2) === 29);
    }),
  );
});

describe('exists', () => {
  test.each<[CalendarDate, boolean]>([
    [{ year: 2025 }, true],
    [{ year: 2025, month: 12 }, true],
    [{ year: 2025, month: 13 }, false],
    [{ year: 2025, month: 0 }, false],
    [{ year: 2025, month: 6, day: 30 }, true],
    [{ year: 2025, month: 6, day: 31 }, false],
    [{ year: 2025, month: 6, day: 0 }, false],
    [{ year: 2024, month: 2, day: 29 }, true],
    [{ year: 1900, month: 2, day: 29 }, false],
    [{ year: 2000, month: 2, day: 29 }, true],
    [{ year: 2025, day: 3 }, false],
  ])('%o is %s', (date, expected) => expect(exists(date)).toBe(expected));
});

describe('intervals', () => {
  test('a month or a year is the whole of it', () => {
    expect(intervalOf({ year: 2024, month: 2 })).toEqual({ first: dayNumber(2024, 2, 1), last: dayNumber(2024, 2, 29) });
    expect(intervalOf({ year: 2024 })).toEqual({ first: dayNumber(2024, 1, 1), last: dayNumber(2024, 12, 31) });
    expect(intervalOf({ year: 2024, month: 2, day: 3 })).toEqual({ first: dayNumber(2024, 2, 3), last: dayNumber(2024, 2, 3) });
  });
  test.each([
    [0, 4, 4, 9, 0, true],
    [0, 4, 5, 9, 0, false],
    [0, 4, 5, 9, 1, true],
    [5, 9, 0, 4, 1, true],
    [0, 9, 3, 4, 0, true],
    [0, 1, 4, 5, 2, false],
  ])('%i–%i meets %i–%i within %i: %s', (first, last, from, to, slack, expected) => {
    expect(meets({ first, last }, { first: from, last: to }, slack)).toBe(expected);
  });
});

test('ISO dates there and back', () => {
  const date = fc.oneof(
    days.filter((day) => day > -700_000).map((day): CalendarDate => dateOfDay(day)),
    fc.record({ year: fc.integer({ min: 0, max: 9999 }), month: fc.integer({ min: 1, max: 12 }) }),
    fc.record({ year: fc.integer({ min: 0, max: 9999 }) }),
  );
  fc.assert(
    fc.property(date, (one) => {
      expect(parseIsoDate(isoDate(one))).toEqual(one);
    }),
  );
});

describe('what is no ISO date', () => {
  test.each(['', '2025-6-1', '2025-02-29', '2025-13', '7 October 2025', '20251007', '2025-10-07x'])('%s', (text) => {
    expect(parseIsoDate(text)).toBeUndefined();
  });
  test('a time of day after it is passed over', () => expect(parseIsoDate('2025-10-07T13:49Z')).toEqual({ year: 2025, month: 10, day: 7 }));
});

test('long dates', () => {
  expect([{ year: 2025 }, { year: 2025, month: 10 }, { year: 2025, month: 10, day: 7 }].map(longDate)).toEqual([
    '2025',
    'October 2025',
    '7 October 2025',
  ]);
});
