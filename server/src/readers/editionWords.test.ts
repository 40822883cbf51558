import { describe, expect, test } from 'vitest';
import { editionOfHeadline } from './editionWords.ts';

const URL = 'https://quay.example/lamp';

describe('a headline says which version a text is', () => {
  test.each([
    ['CORRECTED: Lamp stays lit', 'corrected', null],
    ['Correction: Lamp stays lit', 'corrected', null],
    ['REFILE-Lamp stays lit', 'corrected', null],
    ['UPDATE 3-Lamp stays lit', 'usable', '3'],
    ['Updated: Lamp stays lit', 'usable', null],
    ['WITHDRAWN: Lamp stays lit', 'canceled', null],
    ['MANDATORY KILL: Lamp', 'canceled', null],
  ])('%s', (title, status, number) => {
    expect(editionOfHeadline(title, URL)).toEqual({ of: URL, version: number, created: null, status });
  });

  test.each([
    'Lamp stays lit',
    'Corrected figures show a deficit',
    'Correction-fluid maker closes',
    'Kill: a review',
    'Update your lamps: a guide',
  ])('not so: %s', (title) => expect(editionOfHeadline(title, URL)).toBeNull());

  test('not so of no address: it could have no other version', () => {
    expect(editionOfHeadline('CORRECTED: Lamp stays lit', null)).toBeNull();
  });
});
