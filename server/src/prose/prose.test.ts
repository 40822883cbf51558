import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MARKUP, readable } from './prose.ts';

test('as a reader sees it: without markup, white space single and none at the edges', () => {
  const text = fc.array(fc.constantFrom('a', 'b', ' ', '  ', '\n', '\t', '\u00a0', MARKUP), { maxLength: 12 });
  fc.assert(
    fc.property(text, (units) => {
      const raw = units.join('');
      expect(readable(raw)).toBe(raw.split(MARKUP).join('').split(/\s+/).filter(Boolean).join(' '));
    }),
  );
});
