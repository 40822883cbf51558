import fc from 'fast-check';
import { expect, it } from 'vitest';
import { crc32, slowCrc32 } from './crc32.ts';

const ascii = (text: string) => new TextEncoder().encode(text);

it.each([
  ['', 0],
  ['123456789', 0xcbf43926],
  ['The quick brown fox jumps over the lazy dog', 0x414fa339],
])('is the published one of “%s”, whoever reckons it', (text, sum) => {
  expect([crc32(ascii(text)), slowCrc32(ascii(text))]).toEqual([sum, sum]);
});

it('goes on from what stands before', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.uint8Array({ maxLength: 300 }), (first, second) => {
      const sum = crc32(Uint8Array.of(...first, ...second));
      expect(crc32(second, crc32(first))).toBe(sum);
      expect(slowCrc32(second, slowCrc32(first))).toBe(sum);
    }),
  );
});
