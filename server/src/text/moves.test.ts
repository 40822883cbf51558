import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Moves } from './moves.ts';
import { type Span, sliceOf } from './span.ts';

const TEXT = 'The lamp is lit. The bell is rung. The boat is late.';

/** Replaces words of a text, one after the other, by others. */
function rewritten(...edits: readonly (readonly [string, string])[]): { text: string; moves: Moves } {
  return edits.reduce(
    ({ text, moves }, [words, others]) => {
      const start = text.indexOf(words);
      const span = { start, end: start + words.length };
      return { text: text.slice(0, start) + others + text.slice(span.end), moves: moves.after(span, others.length) };
    },
    { text: TEXT, moves: Moves.NONE },
  );
}

const spanOf = (words: string): Span => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length });

describe('what is known of a text as it was', () => {
  it('is found again behind, before and between changes', () => {
    const { text, moves } = rewritten(['lamp', 'old oil lamp'], ['late', 'gone']);
    expect(sliceOf(text, moves.now(spanOf('The bell is rung.')))).toBe('The bell is rung.');
    expect(moves.was(text.indexOf('bell'))).toBe(TEXT.indexOf('bell'));
    expect(moves.touches(spanOf('The bell is rung.'))).toBe(false);
  });

  it('takes in what was changed within it, and says so', () => {
    const { text, moves } = rewritten(['bell', 'brass bell'], ['brass', 'tin'], ['is rung', 'was rung']);
    expect(sliceOf(text, moves.now(spanOf('The bell is rung.')))).toBe('The tin bell was rung.');
    expect(moves.touches(spanOf('The bell is rung.'))).toBe(true);
    expect(moves.touches(spanOf('The boat is late.'))).toBe(false);
  });

  it('does not take in what was written at its edges', () => {
    expect(Moves.NONE.after({ start: 4, end: 4 }, 3).now({ start: 4, end: 8 })).toEqual({ start: 7, end: 11 });
    expect(Moves.NONE.after({ start: 8, end: 8 }, 3).now({ start: 4, end: 8 })).toEqual({ start: 4, end: 8 });
  });

  it('is nothing where it was deleted', () => {
    const { moves } = rewritten([' The bell is rung.', '']);
    expect(moves.now(spanOf('bell'))).toEqual({ start: 16, end: 16 });
    expect(moves.touches(spanOf('bell'))).toBe(true);
  });

  it('stands where it stands: whatever was not touched has its letters, after any changes', () => {
    const change = fc.record({ at: fc.nat(), length: fc.nat(6), put: fc.integer({ min: 0, max: 8 }) });
    const changes = fc.array(change, { maxLength: 12 });
    fc.assert(
      fc.property(changes, (made) => {
        let text = TEXT;
        let moves = Moves.NONE;
        for (const { at, length, put } of made) {
          const start = at % (text.length + 1);
          const end = Math.min(text.length, start + length);
          text = text.slice(0, start) + '#'.repeat(put) + text.slice(end);
          moves = moves.after({ start, end }, put);
        }
        for (let at = 0; at < TEXT.length; at++) {
          const letter = { start: at, end: at + 1 };
          if (moves.touches(letter)) continue;
          const now = moves.now(letter);
          expect(sliceOf(text, now)).toBe(TEXT[at]);
          expect(moves.was(now.start)).toBeLessThanOrEqual(at);
        }
        // What is left of the text is what was not touched.
        const left = [...TEXT].filter((_, at) => !moves.touches({ start: at, end: at + 1 }));
        expect(left.length).toBeLessThanOrEqual([...text].filter((letter) => letter !== '#').length);
      }),
    );
  });

  it('is still found after more changes than are told apart', () => {
    let moves = Moves.NONE;
    // Every second letter of a long text becomes two.
    for (let at = 0; at < 1500; at++) moves = moves.after({ start: 3 * at, end: 3 * at + 1 }, 2);
    expect(moves.now({ start: 1, end: 2 })).toEqual({ start: 2, end: 3 });
    expect(moves.now({ start: 3000, end: 3001 })).toEqual({ start: 4500, end: 4501 });
    expect(moves.touches({ start: 2001, end: 2002 })).toBe(true);
  });
});
