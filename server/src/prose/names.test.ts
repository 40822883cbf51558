import { describe, expect, it, test } from 'vitest';
import { looksLikeOrganisation, namesIn, nameWords, sameName } from './names.ts';

const names = (text: string) =>
  namesIn(text, { start: 0, end: text.length }).map(({ span, title, core }) =>
    title === null ? text.slice(span.start, span.end) : `${title}: ${text.slice(core.start, core.end)}`,
  );

describe('names in prose', () => {
  test.each([
    ['Then Ada Quill met Bo.', ['Ada Quill', 'Bo']],
    ['The mayor met Mr. Tarn and Dr Fenn.', ['Mr.: Tarn', 'Dr: Fenn']],
    ['Prime Minister Ines Okafor left.', ['Prime Minister: Ines Okafor']],
    ['Kim Do-yun’s boat', ['Kim Do-yun']],
    ['the keeper, J. R. Fenn Jr., slept', ['J. R. Fenn Jr.']],
    ['Ludwig van der Mar of the Bank of Hexley', ['Ludwig van der Mar of the Bank of Hexley']],
    ['However, it rained on Monday in March.', []],
    ['They sailed on Tuesday.', []],
    ['O’Brien and D’Arcy', ['O’Brien', 'D’Arcy']],
  ])('%s', (text, expected) => expect(names(text)).toEqual(expected));
});

describe('one name', () => {
  test.each([
    ['Ada Quill', 'Quill'],
    ['Ada Quill', 'Ms Quill'],
    ['Ada Quill', 'Mayor Ada Quill'],
    ['Kim Do-yun', 'Kim Do Yun'],
    ['Kim Do-yun', 'Kim'],
    ['Ada M. Quill', 'Ada Quill'],
    ['A. Quill', 'Ada Quill'],
    ['Zelenskyy', 'Zelensky'],
    ['Mohammed Fenn', 'Mohammad Fenn'],
    ['José Marín', 'Jose Marin'],
    ['The Saltmarsh Courier', 'Saltmarsh Courier'],
    ['Ada Quill’s', 'Ada Quill'],
    ['Bo Tarn Jr.', 'Bo Tarn'],
  ])('%s, %s', (a, b) => {
    expect(sameName(a, b)).toBe(true);
    expect(sameName(b, a)).toBe(true);
  });
});

describe('two names', () => {
  test.each([
    ['same surname', 'Ada Quill', 'Rosa Quill'],
    ['same given name', 'Ada Quill', 'Ada Tarn'],
    ['other middle initial', 'George H. Fenn', 'George W. Fenn'],
    ['other initial', 'B. Quill', 'Ada Quill'],
    ['no word in common', 'Quill', 'Tarn'],
    ['a part of a word', 'Quill', 'Quilliam'],
    ['short words alike', 'Tarn', 'Tern'],
  ])('%s: %s, %s', (_, a, b) => {
    expect(sameName(a, b)).toBe(false);
    expect(sameName(b, a)).toBe(false);
  });
});

test('aliases make one of two', () => {
  const aliases = [['Northern Rivers Trust', 'NRT', 'the Trust']];
  expect([
    sameName('NRT', 'Northern Rivers Trust', aliases),
    sameName('Trust', 'NRT', aliases),
    sameName('NRT', 'Hexley', aliases),
  ]).toEqual([true, true, false]);
});

test('a name of nothing but a title keeps it', () =>
  expect([nameWords('Mayor Quill'), nameWords('the Mayor')]).toEqual([['quill'], ['the', 'mayor']]));

test('organisations', () => {
  expect(['Saltmarsh Courier Group', 'BBC', 'the U.N.', 'Ministry of Tides'].map(looksLikeOrganisation)).toEqual([true, true, true, true]);
  expect(['Ada Quill', 'Kim Do-yun', 'Bo'].map(looksLikeOrganisation)).toEqual([false, false, false]);
});

it('a stretch that begins with a month or a verb is read by what stands before it', () => {
  const names = (before: string) => {
    const text = `${before} May Quill spoke.`;
    return namesIn(text, { start: before.length + 1, end: text.length }).map(({ core }) => text.slice(core.start, core.end));
  };
  expect(names('It was in')).toEqual(['Quill']);
  expect(names('So said')).toEqual(['May Quill']);
  expect(names('It was in')).toEqual(['Quill']);
});
