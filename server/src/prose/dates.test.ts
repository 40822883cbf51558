import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateOfDay, dayNumber, isoDate } from '../text/calendarDate.ts';
import { dateMentionsIn } from './dates.ts';

/** Tuesday, 4 March 2025. */
const ANCHOR = dayNumber(2025, 3, 4);

/** Each mention with its days: “words = first..last / …”, “never” for a day that there is not, “?” where nobody can tell. */
function read(text: string, anchor: number | null = ANCHOR): string[] {
  return dateMentionsIn(text, { start: 0, end: text.length }, anchor).map(({ span, readings, exists }) => {
    const days = readings.map(({ first, last }) => [...new Set([first, last])].map((day) => isoDate(dateOfDay(day))).join('..'));
    return `${text.slice(span.start, span.end)} = ${exists ? days.join(' / ') || '?' : 'never'}`;
  });
}

describe('dates of the calendar', () => {
  test.each([
    ['It was on 3 May 2024.', '3 May 2024 = 2024-05-03'],
    ['on May 3, 2024, at noon', 'May 3, 2024 = 2024-05-03'],
    ['on Friday, 3 May 2024', 'Friday, 3 May 2024 = 2024-05-03'],
    ['on Oct. 7, 2024', 'Oct. 7, 2024 = 2024-10-07'],
    ['the 3rd of May 2024', '3rd of May 2024 = 2024-05-03'],
    ['2024-05-03 is the day', '2024-05-03 = 2024-05-03'],
    ['in May 2024', 'May 2024 = 2024-05-01..2024-05-31'],
    ['in 2024 it rained', '2024 = 2024-01-01..2024-12-31'],
    ['on 28 February', '28 February = 2025-02-28'],
    ['on 28 December', '28 December = 2024-12-28'],
    ['in May', 'May = 2025-05-01..2025-05-31'],
    ['on 31 June 2024', '31 June 2024 = never'],
    ['on February 30', 'February 30 = never'],
  ])('%s', (text, expected) => expect(read(text)).toEqual([expected]));
});

describe('days that count from the day of writing', () => {
  test.each([
    ['she left yesterday', 'yesterday = 2025-03-03'],
    ['she leaves today', 'today = 2025-03-04'],
    ['on Monday', 'Monday = 2025-03-03 / 2025-03-10'],
    ['on Tuesday', 'Tuesday = 2025-03-04 / 2025-03-11'],
    ['last month', 'last month = 2025-02-01..2025-02-28'],
    ['last year', 'last year = 2024-01-01..2024-12-31'],
    ['three days ago', 'three days ago = 2025-03-01'],
    ['two months ago', 'two months ago = 2025-01-01..2025-01-31'],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual([expected]);
    expect(read(text, null)).toEqual([expected.replace(/= .*/, '= ?')]);
  });
});

describe('no date', () => {
  test.each([
    'It may rain.',
    'They march on.',
    'The sun set.',
    'In 2024 people’s eyes'.replace('In 2024', 'Some 2024'),
    'He scored 3.5 in 12 of 20 games.',
    'It is now or never.',
    'August company',
  ])('%s', (text) => expect(read(text)).toEqual([]));
});

test('a day without its year is read without an anchor as nobody can tell', () =>
  expect(read('on 28 February', null)).toEqual(['28 February = ?']));

test('never fails, and mentions stand in order within the stretch', () => {
  const words = fc.array(
    fc.constantFrom('3', 'May', '2024', ',', ' ', 'Monday', 'last', 'week', '31', 'June', 'ago', '-', '12:30', '99999999', 'a'),
    { maxLength: 14 },
  );
  fc.assert(
    fc.property(words, (parts) => {
      const text = parts.join(' ');
      let last = 0;
      for (const { span } of dateMentionsIn(text, { start: 0, end: text.length }, ANCHOR)) {
        expect(span.start).toBeGreaterThanOrEqual(last);
        expect(span.end).toBeGreaterThan(span.start);
        last = span.end;
      }
      expect(last).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: 60 },
  );
});
