import { expect, test } from 'vitest';
import { dayNumber, intervalOf, longDate } from './calendarDate.ts';
import { saidDate, saidInterval } from './saidDates.ts';

const DATES = [{ year: 2025 }, { year: 2025, month: 2 }, { year: 2025, month: 2, day: 7 }];

test('dates are said as they are written', () => {
  expect(DATES.map((date) => saidDate(date).text)).toEqual(DATES.map(longDate));
});

test('intervals', () => {
  const whole = DATES.map((date) => saidInterval(intervalOf(date)).text);
  expect(whole).toEqual(['2025', 'February 2025', '7 February 2025']);
  expect(saidInterval({ first: dayNumber(2025, 2, 27), last: dayNumber(2025, 3, 5) }).text).toBe('27 February 2025 to 5 March 2025');
});
