import { describe, expect, it } from 'vitest';
import { isDatePattern, writeDate } from './datePattern.ts';

const DAY = { year: 2024, month: 3, day: 4 };

describe('a date pattern', () => {
  it.each([
    ['d MMMM yyyy', '4 March 2024'],
    ['MMMM d, yyyy', 'March 4, 2024'],
    ['MMM d, y', 'Mar 4, 2024'],
    ['dd.MM.yy', '04.03.24'],
    ['M/d/yyyy', '3/4/2024'],
    ["EEEE, d 'of' MMMM", 'Monday, 4 of March'],
    ["EEE d MMM ''yy", "Mon 4 Mar '24"],
  ])('%s writes %s', (pattern, written) => {
    expect(isDatePattern(pattern)).toBe(true);
    expect(writeDate(DAY, pattern)).toBe(written);
  });

  it.each([
    ['d MMMM yyyy', 'March 2024', '2024'],
    ['MMMM d, yyyy', 'March 2024', '2024'],
    ['yyyy-MM-dd', '2024-03', '2024'],
    ['EEEE, d MMMM yyyy', 'March 2024', '2024'],
  ])('%s leaves out what a date does not say', (pattern, month, year) => {
    expect(writeDate({ year: 2024, month: 3 }, pattern)).toBe(month);
    expect(writeDate({ year: 2024 }, pattern)).toBe(year);
  });

  it.each(['', 'yyyy', 'MMMM yyyy', 'day month', 'dddd MM', 'd MMMMM', "d MMMM 'of", 'd\nMMMM', 'HH:mm d MM'])('%j is none', (pattern) => {
    expect(isDatePattern(pattern)).toBe(false);
  });
});
