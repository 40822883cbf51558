import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checksum } from './checksum.ts';

const P = [2654435761n, 2246822519n, 3266489917n, 668265263n, 374761393n] as const;
const low = (n: bigint) => n & 0xffffffffn;
const turn = (n: bigint, bits: bigint) => low((low(n) << bits) | (low(n) >> (32n - bits)));

/** The specification word for word, byte for byte. */
function slowChecksum(bytes: Uint8Array, seed: number): number {
  const s = BigInt(seed);
  const at = (i: number) => BigInt(bytes[i] ?? 0);
  const word = (i: number) => at(i) | (at(i + 1) << 8n) | (at(i + 2) << 16n) | (at(i + 3) << 24n);
  let sum = s + P[4];
  let i = 0;
  if (bytes.length >= 16) {
    const lanes = [s + P[0] + P[1], s + P[1], s, s - P[0]].map(low);
    for (; i + 16 <= bytes.length; i += 16) {
      for (const lane of [0, 1, 2, 3]) lanes[lane] = low(turn((lanes[lane] ?? 0n) + word(i + 4 * lane) * P[1], 13n) * P[0]);
    }
    sum = [1n, 7n, 12n, 18n].reduce((all, bits, lane) => all + turn(lanes[lane] ?? 0n, bits), 0n);
  }
  let hash = low(sum + BigInt(bytes.length));
  for (; i + 4 <= bytes.length; i += 4) hash = low(turn(hash + word(i) * P[2], 17n) * P[3]);
  for (; i < bytes.length; i++) hash = low(turn(hash + at(i) * P[4], 11n) * P[0]);
  hash = low((hash ^ (hash >> 15n)) * P[1]);
  hash = low((hash ^ (hash >> 13n)) * P[2]);
  return Number(hash ^ (hash >> 16n));
}

/** The bytes that the author's own tests use. */
function sanityBytes(length: number): Uint8Array {
  let next = 2654435761;
  return Uint8Array.from({ length }, () => {
    const byte = next >>> 24;
    next = Math.imul(next, next) >>> 0;
    return byte;
  });
}

const SEED = 2654435761;
const ascii = (text: string) => new TextEncoder().encode(text);

describe('the checksum', () => {
  test.each([
    ['nothing', ascii(''), 0x02cc5d05, 0x36b78ae7],
    ['a letter', ascii('a'), 0x550d7456, 0x9e1633e4],
    ['three letters', ascii('abc'), 0x32d153ff, 0xa1ae7709],
    ['a sentence', ascii('Nobody inspects the spammish repetition'), 0xe2293b2f, 0xc9e89e68],
    ['one byte', sanityBytes(1), 0xb85cbee5, 0xd5845d64],
    ['fourteen bytes', sanityBytes(14), 0xe5aa0ab4, 0x4481951d],
    ['a hundred and one bytes', sanityBytes(101), 0x1f1aa412, 0x498ec8e2],
  ])('of %s is the published one', (_, bytes, without, withSeed) => {
    expect(checksum(bytes)).toBe(without);
    expect(checksum(bytes, SEED)).toBe(withSeed);
  });

  test('is that of the slow way, wherever the bytes lie', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 150 }), fc.nat(7), fc.nat(0xffffffff), (bytes, offset, seed) => {
        const moved = new Uint8Array(bytes.length + offset);
        moved.set(bytes, offset);
        expect(checksum(moved.subarray(offset), seed)).toBe(slowChecksum(bytes, seed));
      }),
    );
  });

  test('of much is the same', () => {
    const bytes = sanityBytes((1 << 17) + 21).fill(7, 3, 99);
    const moved = new Uint8Array(bytes.length + 1);
    moved.set(bytes, 1);
    expect(checksum(bytes, 5)).toBe(slowChecksum(bytes, 5));
    expect(checksum(moved.subarray(1), 5)).toBe(slowChecksum(bytes, 5));
  });
});
