import { expect, it } from 'vitest';
import { parseMoment } from './moment.ts';

function read(value: string | number): string {
  const moment = parseMoment(value);
  if (!moment) return 'none';
  const { year, month, day } = moment.day;
  return `${[year, month, day].filter((part) => part !== undefined).join('-')} ${moment.instant ?? '–'}`;
}

it.each([
  ['2025-10-07T13:49:00+02:00', '2025-10-7 2025-10-07T11:49:00Z'],
  ['2025-10-07T23:30:00-05:00', '2025-10-7 2025-10-08T04:30:00Z'],
  ['2025-10-07T13:49:00.123Z', '2025-10-7 2025-10-07T13:49:00Z'],
  ['2025-10-07 13:49:00+0000', '2025-10-7 2025-10-07T13:49:00Z'],
  ['2025-10-07T13:49:00', '2025-10-7 2025-10-07T13:49:00'],
  ['20251007T134900+0200', '2025-10-7 2025-10-07T11:49:00Z'],
  ['20251007+0200', '2025-10-7 –'],
  ['20251007', '2025-10-7 –'],
  ['Tue, 07 Oct 2025 13:49:00 +0200', '2025-10-7 2025-10-07T11:49:00Z'],
  ['Tue, 7 Oct 25 01:49 EDT', '2025-10-7 2025-10-07T05:49:00Z'],
  ['07 Oct 2025 13:49:00 GMT', '2025-10-7 2025-10-07T13:49:00Z'],
  ['2025-10-07', '2025-10-7 –'],
  ['7 October 2025', '2025-10-7 –'],
  ['2025', '2025 –'],
  ['1759837740', '2025-10-7 2025-10-07T11:49:00Z'],
  ['2025-02-30T10:00:00Z', 'none'],
  ['yesterday', 'none'],
])('reads %s', (text, expected) => {
  expect(read(text)).toBe(expected);
});

it('reads milliseconds since 1970', () => {
  expect(read(1_759_837_740_000)).toBe('2025-10-7 2025-10-07T11:49:00Z');
});
