import { describe, expect, test } from 'vitest';
import { rewriteDate } from './dateFormat.ts';

const TO = { year: 2025, month: 10, day: 7 };

describe('another day, in the format and precision of the old one', () => {
  test.each([
    ['3 May 2024', { year: 2024, month: 5, day: 3 }, '7 October 2025'],
    ['May 3, 2024', { year: 2024, month: 5, day: 3 }, 'October 7, 2025'],
    ['May 3', { month: 5, day: 3 }, 'October 7'],
    ['3rd of May', { month: 5, day: 3 }, '7th of October'],
    ['May 2024', { year: 2024, month: 5 }, 'October 2025'],
    ['2024', { year: 2024 }, '2025'],
    ['Nov. 3, 2024', { year: 2024, month: 11, day: 3 }, 'Oct. 7, 2025'],
    ['Nov 3', { month: 11, day: 3 }, 'Oct 7'],
    ['NOVEMBER 3', { month: 11, day: 3 }, 'OCTOBER 7'],
    ['Friday, 3 May 2024', { year: 2024, month: 5, day: 3, weekday: 5 }, 'Tuesday, 7 October 2025'],
    ['Fri, 3 May', { month: 5, day: 3, weekday: 5 }, 'Tue, 7 October'],
    ['2024-05-03', { year: 2024, month: 5, day: 3 }, '2025-10-07'],
    ['3/5/2024', { year: 2024, month: 5, day: 3 }, '7/10/2025'],
    ['05/03/2024', { year: 2024, month: 5, day: 3 }, '10/07/2025'],
    ['03.05.2024', { year: 2024, month: 5, day: 3 }, '07.10.2025'],
    ['5/3/24', { year: 2024, month: 5, day: 3 }, '10/7/25'],
    ['7 October 2024', { year: 2024, month: 10, day: 7 }, '7 October 2025'],
  ])('%s', (text, from, expected) => expect(rewriteDate(text, from, TO)).toBe(expected));

  test.each([
    [1, '1st'],
    [2, '2nd'],
    [3, '3rd'],
    [11, '11th'],
    [12, '12th'],
    [13, '13th'],
    [21, '21st'],
    [22, '22nd'],
    [30, '30th'],
  ])('the ending of %i', (day, expected) =>
    expect(rewriteDate('May 4th', { month: 5, day: 4 }, { year: 2025, month: 5, day })).toBe(`May ${expected}`),
  );

  test('September is shortened as its model is', () => {
    const to = { year: 2025, month: 9, day: 7 };
    expect(rewriteDate('Oct. 3', { month: 10, day: 3 }, to)).toBe('Sep. 7');
  });
});
