/** As much of Node's `Buffer` as is used: it is many times faster than what browsers have had until lately. */
interface Buffers {
  from(bytes: Uint8Array): { toString(encoding: 'base64'): string };
  from(text: string, encoding: 'base64'): Uint8Array;
}

const { Buffer: buffers } = globalThis as { Buffer?: Buffers };

/** How many bytes are made letters at a time: as many as a call takes for certain. */
const STRETCH = 0x2000;

/** Bytes as base64 (RFC 4648), in Node and in a browser. */
export function base64Of(bytes: Uint8Array, native: Buffers | null | undefined = buffers): string {
  if (native) return native.from(bytes).toString('base64');
  let letters = '';
  for (let at = 0; at < bytes.length; at += STRETCH) letters += String.fromCharCode(...bytes.subarray(at, at + STRETCH));
  return btoa(letters);
}

/** The bytes of base64. */
export function bytesOfBase64(text: string, native: Buffers | null | undefined = buffers): Uint8Array {
  if (native) return native.from(text, 'base64');
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}
