import { describe, expect, it } from 'vitest';
import { decode, decodeFile } from './decode.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, big: boolean) =>
  Uint8Array.from(
    [...text].flatMap((c) => (big ? [c.charCodeAt(0) >> 8, c.charCodeAt(0) & 255] : [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8])),
  );

describe('decodeFile', () => {
  it('reads UTF-8, and leaves a byte-order mark out', () => {
    expect(decodeFile(utf8('Señor “so”'))).toEqual({ text: 'Señor “so”', problem: null });
    expect(decodeFile(utf8('\uFEFFOne'))).toEqual({ text: 'One', problem: null });
  });

  it('reads UTF-16 with a mark and without', () => {
    expect(decode(utf16('\uFEFFOne “two”', false))).toBe('One “two”');
    expect(decode(utf16('\uFEFFOne “two”', true))).toBe('One “two”');
    expect(decode(utf16('The mill closed.', false))).toBe('The mill closed.');
    expect(decode(utf16('The mill closed.', true))).toBe('The mill closed.');
  });

  it('falls back to Windows-1252 and says so', () => {
    const { text, problem } = decodeFile(Uint8Array.from([0x93, 0x6e, 0x6f, 0x94, 0x20, 0xe9]));
    expect(text).toBe('“no” é');
    expect(problem).toContain('Windows-1252');
  });

  it('refuses binary and huge files', () => {
    expect(decodeFile(Uint8Array.from([80, 75, 3, 4, 0, 0, 8])).problem).toContain('binary');
    expect(decodeFile(new Uint8Array(3_000_000).fill(97), 2_000_000)).toEqual({
      text: null,
      problem: 'The file is 2.9 MB long and files over 1.9 MB are not read: split it into one file an article.',
    });
  });
});
