import { expect, it } from 'vitest';
import { findDay, parseDay } from './days.ts';

it('finds days as pages in Chinese, Japanese and Korean write them', () => {
  const date = { year: 2031, month: 3, day: 4 };
  expect(findDay('海港网 2031年3月4日 10:20')).toEqual({ date, start: 4, end: 13 });
  expect(parseDay('2031년 3월 4일')).toEqual(date);
  expect(parseDay('2031年13月4日')).toBeUndefined();
});
