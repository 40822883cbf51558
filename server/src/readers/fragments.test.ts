import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Fragments } from './fragments.ts';

/** Few characters, so that fragments overlap; two that only look like ASCII to a pattern without regard to case. */
const fragment = fc.string({ unit: fc.constantFrom(...'abks -'), minLength: 1, maxLength: 5 });
const text = fc.string({ unit: fc.constantFrom(...'abkABKsS -\u017f\u212aé😀'), maxLength: 30 });

it('fragments are found wherever a pattern without regard to case finds them', () => {
  fc.assert(
    fc.property(fc.array(fragment, { minLength: 1, maxLength: 8 }), text, (fragments, where) => {
      expect(new Fragments(fragments).areIn(where)).toBe(new RegExp(fragments.join('|'), 'iu').test(where));
    }),
    { numRuns: 2000 },
  );
});
