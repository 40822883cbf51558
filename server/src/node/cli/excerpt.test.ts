import { describe, expect, it } from 'vitest';
import { excerptOf } from './excerpt.ts';

/** Draws the line of `text`, whose marked words stand between `[` and `]`. */
function draw(marked: string, columns = 60): string {
  const start = marked.indexOf('[');
  const end = marked.indexOf(']') - 1;
  const text = marked.replace('[', '').replace(']', '');
  const span = { start, end };
  const { line, pointer } = excerptOf({ text, focus: span, marks: [span], bounds: { start: 0, end: text.length }, columns });
  return `${line}\n${pointer}`;
}

describe('an excerpt', () => {
  it('shows a short line whole', () => {
    expect(draw('The boats [come] back.')).toBe('The boats come back.\n          ^^^^');
  });

  it('puts the pointer under tabs, accents and wide letters', () => {
    expect(draw('\tA\tcafe\u0301 in 東京 is [open].')).toBe('A cafe\u0301 in 東京 is open.\n                  ^^^^');
    expect(draw('a 😀 [b]')).toBe('a 😀 b\n     ^');
    expect(draw('[東京]')).toBe('東京\n^^^^');
  });

  it('cuts a long line between words, round the marked ones', () => {
    const long = `${'one two three '.repeat(20)}[here] ${'four five six '.repeat(20)}`;
    expect(draw(long, 40)).toBe('…two three here four five six four five…\n           ^^^^');
  });

  it('shows the beginning of what is too long to be marked whole', () => {
    const { line, pointer } = excerptOf({
      text: 'word '.repeat(100),
      focus: { start: 0, end: 499 },
      marks: [{ start: 0, end: 499 }],
      bounds: { start: 0, end: 499 },
      columns: 30,
    });
    expect(line).toBe('word word word word word…');
    expect(pointer.length).toBeLessThanOrEqual(30);
  });

  it('runs lines together and drops what a terminal would obey', () => {
    expect(draw('one\r\n  [two\nthree] \u001B[31m')).toBe('one two three ·[31m\n    ^^^^^^^^^');
  });

  it('points at the letter behind an empty mark, and never cuts a character in two', () => {
    expect(draw('ab[]c')).toBe('abc\n  ^');
    for (let columns = 20; columns < 40; columns++)
      expect(draw(`${'😀'.repeat(300)}[x]${'😀'.repeat(300)}`, columns)).not.toMatch(/\p{Cs}/u);
  });

  it('takes no longer for a megabyte', () => {
    const started = performance.now();
    draw(`${'word '.repeat(200_000)}[here]${' word'.repeat(200_000)}`);
    expect(performance.now() - started).toBeLessThan(500);
  });
});
