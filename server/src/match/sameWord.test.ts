import { describe, expect, test } from 'vitest';
import { sameRun, sameWord } from './sameWord.ts';

const words = (text: string) => (text === '' ? [] : text.split(' '));

describe('the same in other words', () => {
  test.each([
    ['harbour', 'harbor'],
    ['organised', 'organized'],
    ['twelve', '12'],
    ['third', '3rd'],
    ['co operate', 'cooperate'],
    ['per cent', 'percent'],
    ['twenty one', '21'],
    ['two hundred and forty one thousand', '241000'],
    ['gonna', 'going to'],
    ['um we wait', 'we wait'],
    ['uh', ''],
    ['3 million', '3000000'],
  ])('%s, %s', (a, b) => {
    expect(sameRun(words(a), words(b))).toBe(true);
    expect(sameRun(words(b), words(a))).toBe(true);
  });
});

describe('not the same', () => {
  test.each([
    ['twelve', '13'],
    ['three', 'third'],
    ['tide', 'tides'],
    ['will', 'would'],
    ['now', 'not'],
    ['strict', 'relaxed'],
  ])('%s, %s', (a, b) => {
    expect(sameRun(words(a), words(b))).toBe(false);
    expect(sameRun(words(b), words(a))).toBe(false);
  });
});

test('single words', () => {
  expect([
    sameWord('colour', 'color'),
    sameWord('seven', '7'),
    sameWord('7th', 'seventh'),
    sameWord('one', 'none'),
    sameWord('7', '7th'),
  ]).toEqual([true, true, true, false, false]);
});
