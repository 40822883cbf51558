import { describe, expect, test } from 'vitest';
import { canonicalSpelling } from './spelling.ts';

describe('British and American spellings are one', () => {
  test.each(
    (
      'colour:color honours:honors harbour:harbor neighbouring:neighboring organise:organize organisation:organization analysed:analyzed centre:center ' +
      'theatre:theater metres:meters defence:defense licence:license travelling:traveling cancelled:canceled counsellor:counselor programme:program grey:gray ' +
      'cheque:check aluminium:aluminum catalogue:catalog judgement:judgment fulfil:fulfill towards:toward anaemia:anemia encyclopaedia:encyclopedia paediatric:pediatric'
    )
      .split(' ')
      .map((pair) => pair.split(':') as [string, string]),
  )('%s is %s', (british, american) => expect(canonicalSpelling(british)).toBe(canonicalSpelling(american)));
});

describe('other words stay apart', () => {
  test.each([
    ['advice', 'advise'],
    ['prise', 'price'],
    ['four', 'for'],
    ['hour', 'hor'],
    ['caring', 'carring'],
    ['were', 'wer'],
    ['wise', 'wisdom'],
    ['does', 'des'],
    ['poet', 'pet'],
  ])('%s is not %s', (a, b) => expect(canonicalSpelling(a)).not.toBe(canonicalSpelling(b)));
});
