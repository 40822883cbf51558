const TABLE = Int32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  return rest;
});

type Crc32 = (bytes: Uint8Array, before?: number) => number;

/** {@link crc32} byte by byte, for machines that do not bring it. */
export function slowCrc32(bytes: Uint8Array, before = 0): number {
  let sum = ~before;
  for (let i = 0; i < bytes.length; i++) sum = (TABLE[(sum ^ (bytes[i] as number)) & 255] as number) ^ (sum >>> 8);
  return ~sum >>> 0;
}

/** Node's own, from 20.16 and 22.3 on; undefined in browsers. */
function ownCrc32(): Crc32 | undefined {
  const { process } = globalThis as { process?: { getBuiltinModule?: (name: string) => { crc32?: Crc32 } } };
  return process?.getBuiltinModule?.('node:zlib').crc32;
}

/**
 * CRC-32 of ISO 3309 of some bytes, as zip files keep it of each entry (APPNOTE.TXT 4.4.7): unsigned 32 bits. Notices every
 * change that lies within four bytes, and any other but for one in 2^32. With `before`, that of the bytes before and these.
 */
export const crc32: Crc32 = ownCrc32() ?? slowCrc32;
