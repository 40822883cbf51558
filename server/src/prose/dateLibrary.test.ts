import { en } from 'chrono-node';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { datesByLibrary } from './dateLibrary.ts';

const PIECES = [
  ...[
    'two',
    'three weeks',
    '3',
    'a',
    'an hour',
    'half',
    'half an',
    'a few',
    'few',
    'several',
    'the',
    'couple of',
    'a couple',
    'about',
    '2.5',
  ],
  ...['day', 'days', 'week', 'months', 'year', 'years', 'hours', 'h', 's', 'mins', 'boats', 'th', 'as', 'it'],
  ...[
    'ago',
    'before',
    'earlier',
    'later',
    'after',
    'from now',
    'henceforth',
    'forward',
    'out',
    'beforehand',
    'and',
    ',',
    '.',
    '’',
    '(',
    '“',
  ],
  ...['Tuesday', '4 March 2024', 'May 5', 'yesterday', 'last month', 'on', 'in', 'until', 'the harbour'],
  ...[
    '2024/3/4',
    '2024-03-04',
    '3/4/2024',
    '2024',
    'Sept',
    'march',
    'of',
    'within',
    'for',
    'next',
    'this',
    '+',
    'weekend',
    'Sun',
    'noon',
    '5 pm',
    '5 o’clock',
    '—',
    '–',
    '：',
    'Łódź',
    '\u2009',
    '5 May–7 May',
    'TWO YEARS AGO',
    'MARCH 5, 2024',
    '300 BC',
    '2024-03-04T10:00:00Z',
    '10 AM EST',
    'İ',
    'wee\u212A',
  ],
];
const text = fc
  .array(fc.tuple(fc.constantFrom(...PIECES), fc.constantFrom(' ', ' ', ' ', '', '  ', '-')), { minLength: 1, maxLength: 9 })
  .map((pieces) => pieces.map(([piece, space]) => piece + space).join(''));

const reference = { instant: new Date(Date.UTC(2024, 2, 12, 12)), timezone: 0 };
const told = (results: ReturnType<typeof datesByLibrary>) =>
  results.map(({ index, text: words, start, end }) => [index, words, start.date().getTime(), end?.date().getTime() ?? null]);

it('finds what the library finds when it looks for everything', () => {
  const found = new Set<boolean>();
  fc.assert(
    fc.property(text, (prose) => {
      const all = told(en.casual.parse(prose, reference));
      found.add(/ago|before|earlier|later|after|from now/.test(all.map(([, words]) => words).join()));
      expect(told(datesByLibrary(prose, reference)), prose).toEqual(all);
    }),
    { numRuns: 4000 },
  );
  expect([...found].sort()).toEqual([false, true]);
});
