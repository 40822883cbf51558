import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Block, blockAt, MARKUP, readable } from './prose.ts';

test('as a reader sees it: without markup, white space single and none at the edges', () => {
  const text = fc.array(fc.constantFrom('a', 'b', ' ', '  ', '\n', '\t', '\u00a0', MARKUP), { maxLength: 12 });
  fc.assert(
    fc.property(text, (units) => {
      const raw = units.join('');
      expect(readable(raw)).toBe(raw.split(MARKUP).join('').split(/\s+/).filter(Boolean).join(' '));
    }),
  );
});

test('the block at an offset is the one that a search from the first finds', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat({ max: 60 }), { maxLength: 12 }), fc.integer({ min: -2, max: 64 }), (edges, offset) => {
      const sorted = [...edges].sort((a, b) => a - b);
      const blocks = sorted.flatMap((start, i): Block[] => {
        const end = sorted[i + 1];
        return i % 2 === 0 && end !== undefined ? [{ span: { start, end }, kind: 'paragraph', group: -1 }] : [];
      });
      expect(blockAt({ text: '', blocks }, offset)).toBe(blocks.find(({ span }) => span.end > offset));
    }),
  );
});
