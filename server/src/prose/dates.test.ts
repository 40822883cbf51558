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
    ['on 28 February', '28 February = 2025-02-28 / 2026-02-28'],
    ['on 28 December', '28 December = 2024-12-28 / 2025-12-28'],
    ['in May', 'May = 2025-05-01..2025-05-31 / 2024-05-01..2024-05-31'],
    ['on 31 June 2024', '31 June 2024 = never'],
    ['on February 30', 'February 30 = never'],
    ['on 31 June.', '31 June = never'],
    ['the 9th day of May, 2024', '9th day of May, 2024 = 2024-05-09'],
    ['on July 4th of 2024', 'July 4th of 2024 = 2024-07-04'],
    ['on 28 June in 2024', '28 June in 2024 = 2024-06-28'],
    ['after September the 11th, 2001', 'September the 11th, 2001 = 2001-09-11'],
    ['on Thursday, the 29th of February, 2024', 'Thursday, the 29th of February, 2024 = 2024-02-29'],
    ['the second of Aug.', 'second of Aug. = 2025-08-02 / 2024-08-02'],
    ['on Feb. 29', 'Feb. 29 = 2024-02-29 / 2028-02-29'],
    ['On the night of July 4, 2024, they left', 'July 4, 2024 = 2024-07-04'],
    ['not before 4 p.m. on April 13.', 'April 13 = 2025-04-13 / 2024-04-13'],
    ['(The Times, 12/20/07)', '12/20/07 = 2007-12-20'],
    ['on 10/3/07', '10/3/07 = 2007-10-03 / 2007-03-10'],
    ['on 5/12', '5/12 = 2025-05-12 / 2024-05-12'],
    ['the week of 7 May 2024', '7 May 2024 = 2024-05-06..2024-05-12 / 2024-05-07..2024-05-13'],
    ['the week ending May 10, 2024', 'May 10, 2024 = 2024-05-04..2024-05-10'],
    ['the first Monday in September 2024', 'first Monday in September 2024 = 2024-09-02'],
    ['the last Friday of April', 'last Friday of April = 2025-04-25 / 2024-04-26'],
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
    ['the day before yesterday', 'day before yesterday = 2025-03-02'],
    ['the day after tomorrow', 'day after tomorrow = 2025-03-06'],
    ['two days from now', 'two days from now = 2025-03-06'],
    ['a year from now', 'a year from now = 2026-01-01..2026-12-31'],
    ['on Tuesday of last week', 'Tuesday of last week = 2025-02-25'],
    ['this week on Friday', 'this week on Friday = 2025-03-07'],
    ['on Sunday of next week', 'Sunday of next week = 2025-03-16 / 2025-03-09'],
    ['on Thursday the 20th', 'Thursday the 20th = 2025-02-20 / 2025-03-20'],
    ['on the 18th, he left', '18th = 2025-02-18 / 2025-03-18'],
    ['the 20th of next month', '20th of next month = 2025-04-20'],
    ['the third Wednesday of this month', 'third Wednesday of this month = 2025-03-19'],
    ['on friday', 'friday = 2025-02-28 / 2025-03-07'],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual([expected]);
    expect(read(text, null)).toEqual([expected.replace(/= .*/, '= ?')]);
  });
});

describe('days and months without their year', () => {
  test.each([
    ['last October', ['October = 2024-10-01..2024-10-31']],
    ['since last April', ['April = 2024-04-01..2024-04-30']],
    ['next February 5', ['February 5 = 2026-02-05']],
    ['on 5 May last year', ['5 May = 2024-05-05', 'last year = 2024-01-01..2024-12-31']],
    ['in January of this year', ['January = 2025-01-01..2025-01-31', 'this year = 2025-01-01..2025-12-31']],
    ['on June 11 of that year', ['June 11 = ?']],
    ['on May 5 and 6, 2024', ['May 5 = 2024-05-05']],
    ['on Wednesday, 2 July', ['Wednesday, 2 July = 2025-07-02']],
    ['on Tuesday, 2 July', ['Tuesday, 2 July = 2024-07-02']],
    ['They met on 2 July.', ['2 July = 2024-07-02']],
    ['They met in March.', ['March = 2025-03-01..2025-03-31']],
    ['They met on 7 March.', ['7 March = 2025-03-07 / 2024-03-07']],
    ['They said they would meet on 2 July.', ['2 July = 2025-07-02 / 2024-07-02']],
    ['It was July 2 - 10.', ['July 2 - 10 = 2025-07-02..2025-07-10 / 2024-07-02..2024-07-10']],
    ['from 2 July to 10 July', ['2 July = 2025-07-02 / 2024-07-02', '10 July = 2025-07-10 / 2024-07-10']],
  ])('%s', (text, expected) => expect(read(text)).toEqual(expected));
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
    'A 2/3 majority is needed.',
    'It is open 24/7.',
    'Since 9/11 that is so.',
    'It took 2.5 hours, and 3.5 years.',
    'The object 133-03-03-2020 is lost.',
    'every Friday, and each Monday',
    'The second Tuesday of each month is free.',
    'It was the first Sunday back.',
    'the 18th century and the 9th Circuit',
    'On the 4th floor he rested.',
    'They sat 3rd.',
    'two weeks from today',
    'DRIVE SAFER SUNDAY',
  ])('%s', (text) => expect(read(text)).toEqual([]));
});

test.each([
  ['On Monday the 9th Circuit ruled.', 'Monday = 2025-03-03 / 2025-03-10'],
  ['On Friday the 5th, 6th and 7th Circuits ruled.', 'Friday = 2025-02-28 / 2025-03-07'],
  ['On Tuesday the third and last debate began.', 'Tuesday = 2025-03-04 / 2025-03-11'],
  ['In May the 2nd Circuit ruled.', 'May = 2025-05-01..2025-05-31 / 2024-05-01..2024-05-31'],
  ['He said last week Friday’s vote was lost.', 'last week = 2025-02-18..2025-03-04'],
])('no ordinal that is an adjective: %s', (text, expected) => expect(read(text)[0]).toBe(expected));

describe('days that count from something in the text', () => {
  test.each([
    ['They met that Monday.', 'Monday'],
    ['They met that same Monday.', 'Monday'],
    ['They met the following Monday.', 'Monday'],
    ['They met on the next Friday.', 'next Friday'],
    ['They met on the last Friday.', 'last Friday'],
    ['They met the same Tuesday.', 'Tuesday'],
    ['They met on the Monday after the vote.', 'Monday'],
    ['It was a Monday.', 'Monday'],
    ['They met on Monday of that week.', 'Monday'],
    ['They met on Friday the week before.', 'Friday'],
    ['They met that March.', 'March'],
    ['They met every 5 May.', '5 May'],
    ['They met in May the following year.', 'May'],
    ['They met the following Monday, 10 March.', 'Monday, 10 March'],
    ['They met the next month.', 'next month'],
  ])('%s', (text, mention) => expect(read(text)).toEqual(text.includes('that March') ? [] : [`${mention} = ?`]));

  test.each([
    ['this Monday', 'this Monday = 2025-03-03 / 2025-03-10'],
    ['next Friday', 'next Friday = 2025-03-07 / 2025-03-14'],
    ['the Monday of last week', 'Monday of last week = 2025-02-24'],
    ['the last Friday of February 2025', 'last Friday of February 2025 = 2025-02-28'],
    ['the 2 May 2024 vote', '2 May 2024 = 2024-05-02'],
  ])('but not: %s', (text, expected) => expect(read(text)).toEqual([expected]));
});

test('a day without its year is read without an anchor as nobody can tell', () =>
  expect(read('on 28 February', null)).toEqual(['28 February = ?']));

test('never fails, and mentions stand in order within the stretch', () => {
  const words = fc.array(
    fc.constantFrom(
      '3',
      'May',
      '2024',
      ',',
      ' ',
      'Monday',
      'last',
      'week',
      '31',
      'June',
      'ago',
      '-',
      '12:30',
      '99999999',
      'a',
      'the',
      'first',
      '31st',
      'of',
      'on',
      'month',
      'days',
      'from',
      'now',
      '2/3',
    ),
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
