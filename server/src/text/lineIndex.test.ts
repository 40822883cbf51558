import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LineIndex, type Position } from './lineIndex.ts';

/** The slow, obvious way: every line end before the offset begins another line. */
function slowPosition(text: string, offset: number): Position {
  const before = text.slice(0, offset);
  // Between \r and \n the line has not ended yet.
  const whole = before.endsWith('\r') && text[offset] === '\n' ? `${before.slice(0, -1)}x` : before;
  const lines = whole.split(/\r\n|\r|\n/);
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}

const texts = fc.array(fc.constantFrom('a', 'é', '😀', '\n', '\r', '\r\n', ' '), { maxLength: 30 }).map((parts) => parts.join(''));

test('positions are those of the slow way, and lead back', () => {
  fc.assert(
    fc.property(texts, fc.nat(40), (text, at) => {
      const offset = Math.min(at, text.length);
      const lines = new LineIndex(text);
      const position = lines.positionAt(offset);
      expect(position).toEqual(slowPosition(text, offset));
      expect(lines.offsetAt(position)).toBe(offset);
    }),
  );
});

describe('what is beyond the text', () => {
  const lines = new LineIndex('ab\r\ncd\n');
  test('counts as its edge', () => {
    expect([lines.positionAt(-3), lines.positionAt(99)]).toEqual([
      { line: 0, character: 0 },
      { line: 2, character: 0 },
    ]);
    expect([lines.offsetAt({ line: -1, character: 4 }), lines.offsetAt({ line: 9, character: 0 })]).toEqual([0, 7]);
  });
  test('lines', () => expect([lines.lineCount, lines.lineStart(1), lines.lineStart(7)]).toEqual([3, 4, 7]));
});
