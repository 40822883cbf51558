import { describe, expect, test } from 'vitest';
import type { CacheEntry } from '../host.ts';
import { isUseForgotten, leftovers, names, unused } from './upkeep.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = 1000 * DAY;
const [OURS, OLD, NEW] = ['0', 'a', 'b'].map((digit) => digit.repeat(16)) as [string, string, string];

function entry(name: string, age: number, size = 1): CacheEntry {
  return { name, size, modified: NOW - age };
}

/** A segment's name, by a digit. */
const part = (key: string, digit: string) => names.segment(key, digit.repeat(16));

describe('segments that are left over', () => {
  const kept = new Set([part(OURS, '1')]);

  test('go after a day', () => {
    const entries = [entry(part(OURS, '1'), 9 * DAY), entry(part(OURS, '2'), 2 * DAY), entry(part(OURS, '3'), 23 * HOUR)];
    expect(leftovers(entries, OURS, { kept, now: NOW })).toEqual([part(OURS, '2')]);
  });

  test('are neither those of other snapshots nor what else is there', () => {
    const entries = [part(OLD, '2'), names.manifest(OURS), names.used(OURS), 'notes.segment'].map((name) => entry(name, 9 * DAY));
    expect(leftovers(entries, OURS, { kept, now: NOW })).toEqual([]);
    expect(leftovers([], OURS, { kept, now: NOW })).toEqual([]);
  });
});

describe('snapshots of other folders', () => {
  test('go after sixty days without use, the manifest first', () => {
    const entries = [entry(part(OLD, '1'), 90 * DAY), entry(names.manifest(OLD), 61 * DAY), entry(names.manifest(OURS), 90 * DAY)];
    expect(unused(entries, OURS, { mostBytes: 99, now: NOW })).toEqual([names.manifest(OLD), part(OLD, '1')]);
  });

  test('stay while anything of them was in use', () => {
    const entries = [entry(part(OLD, '1'), 90 * DAY), entry(names.manifest(OLD), 61 * DAY), entry(names.used(OLD), 3 * DAY)];
    expect(unused(entries, OURS, { mostBytes: 99, now: NOW })).toEqual([]);
  });

  test('go where there is too much, those used least recently first, and never this one', () => {
    const entries = [
      entry(names.manifest(NEW), DAY, 40),
      entry(names.manifest(OLD), 2 * DAY, 40),
      entry(names.manifest(OURS), 5 * DAY, 60),
      entry('something else', 99 * DAY, 1000),
    ];
    expect(unused(entries, OURS, { mostBytes: 140, now: NOW })).toEqual([]);
    expect(unused(entries, OURS, { mostBytes: 139, now: NOW })).toEqual([names.manifest(OLD)]);
    expect(unused(entries, OURS, { mostBytes: 1, now: NOW })).toEqual([names.manifest(OLD), names.manifest(NEW)]);
  });
});

test('use is noted once a day', () => {
  const entries = [entry(names.manifest(OURS), 9 * DAY), entry(names.used(OURS), 25 * HOUR), entry(names.used(OLD), 0)];
  expect(isUseForgotten(entries, OURS, NOW)).toBe(true);
  expect(isUseForgotten([...entries, entry(part(OURS, '1'), HOUR)], OURS, NOW)).toBe(false);
});
