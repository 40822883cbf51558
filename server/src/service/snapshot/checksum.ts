const PRIME_1 = -1640531535;
const PRIME_2 = -2048144777;
const PRIME_3 = -1028477379;
const PRIME_4 = 668265263;
const PRIME_5 = 374761393;

/** Four words are mixed in at a time, one a lane. */
const STRIPE = 16;

/**
 * XXH32 of some bytes: unsigned 32 bits. Notices every change that lies within four bytes, and any other but for one in
 * 2^32. After “xxHash fast digest algorithm”, version 0.1.1 (Collet), whose test vectors it gives where numbers lie in
 * memory with their lowest byte first, as they do wherever editors run; elsewhere it is a checksum as good.
 */
export function checksum(bytes: Uint8Array, seed = 0): number {
  const whole = bytes.length - (bytes.length % STRIPE);
  const lanes = Int32Array.of(seed + PRIME_1 + PRIME_2, seed + PRIME_2, seed, seed - PRIME_1);
  if (whole > 0) mixStripes(lanes, numbersOf(bytes, whole));
  return finish(whole > 0 ? merged(lanes) : seed + PRIME_5, bytes, whole);
}

/** The first so many bytes as 32-bit numbers: where they lie, or copied where that is no place for numbers. */
function numbersOf(bytes: Uint8Array, length: number): Int32Array {
  if (bytes.byteOffset % 4 === 0) return new Int32Array(bytes.buffer, bytes.byteOffset, length >>> 2);
  return new Int32Array(Uint8Array.from(bytes.subarray(0, length)).buffer);
}

/** The hot loop: one lane's round does not wait for another's, so that a processor works on all four at once. */
function mixStripes(lanes: Int32Array, numbers: Int32Array): void {
  let a = lanes[0]! | 0;
  let b = lanes[1]! | 0;
  let c = lanes[2]! | 0;
  let d = lanes[3]! | 0;
  const { length } = numbers;
  for (let i = 0; i < length; i = (i + 4) | 0) {
    a = (a + Math.imul(numbers[i]!, PRIME_2)) | 0;
    a = Math.imul((a << 13) | (a >>> 19), PRIME_1);
    b = (b + Math.imul(numbers[i + 1]!, PRIME_2)) | 0;
    b = Math.imul((b << 13) | (b >>> 19), PRIME_1);
    c = (c + Math.imul(numbers[i + 2]!, PRIME_2)) | 0;
    c = Math.imul((c << 13) | (c >>> 19), PRIME_1);
    d = (d + Math.imul(numbers[i + 3]!, PRIME_2)) | 0;
    d = Math.imul((d << 13) | (d >>> 19), PRIME_1);
  }
  lanes[0] = a;
  lanes[1] = b;
  lanes[2] = c;
  lanes[3] = d;
}

function merged(lanes: Int32Array): number {
  return rotated(lanes[0]!, 1) + rotated(lanes[1]!, 7) + rotated(lanes[2]!, 12) + rotated(lanes[3]!, 18);
}

/** Mixes in the length and what lies behind the last stripe, and spreads every bit over all. */
function finish(sum: number, bytes: Uint8Array, from: number): number {
  let hash = (sum + bytes.length) | 0;
  let at = from;
  for (; at + 4 <= bytes.length; at += 4) {
    const number = bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
    hash = Math.imul(rotated(hash + Math.imul(number, PRIME_3), 17), PRIME_4);
  }
  for (; at < bytes.length; at++) hash = Math.imul(rotated(hash + Math.imul(bytes[at]!, PRIME_5), 11), PRIME_1);
  hash = Math.imul(hash ^ (hash >>> 15), PRIME_2);
  hash = Math.imul(hash ^ (hash >>> 13), PRIME_3);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function rotated(number: number, bits: number): number {
  return (number << bits) | (number >>> (32 - bits));
}
