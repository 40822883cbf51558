import { Inflate } from 'fflate';

/** No text of a source unpacks to more, in bytes. */
const MOST_UNPACKED = 128 << 20;
/** Deflate packs a thousand bytes into one at best (RFC 1951: 258 bytes in two bits). */
const BEST_RATIO = 1_032;
/** How far before a stream its dictionary begins at most, in bytes. */
const LONGEST_DICTIONARY = 2_000;

/** Decoders of pictures, which may be told to make gigabytes of a few bytes; text never needs them. */
const PICTURES = ['JBIG2Decode', 'JPXDecode', 'DCTDecode', 'CCITTFaxDecode'];

/**
 * A copy of a PDF in which no stream is unpacked as a picture, whatever it says it is: the names of such filters are
 * written over, which moves nothing. What reads the text then passes them over.
 */
export function withoutPictures(bytes: Uint8Array): Uint8Array {
  // Not `slice`, which gives a view where the bytes are a Buffer of Node, and pdf.js takes no Buffer.
  const copy = new Uint8Array(bytes);
  for (const name of PICTURES) {
    const pattern = Uint8Array.from(`/${name}`, (letter) => letter.charCodeAt(0));
    for (let at = indexOf(copy, pattern, 0); at >= 0; at = indexOf(copy, pattern, at + pattern.length))
      copy.fill(0x58, at + 1, at + pattern.length);
  }
  return copy;
}

/** Whether a PDF has a stream, other than pictures, that unpacks to more than `most` bytes, as no text does: one made to exhaust memory. */
export function isBomb(bytes: Uint8Array, most = MOST_UNPACKED): boolean {
  const begin = Uint8Array.from('stream', (letter) => letter.charCodeAt(0));
  const end = Uint8Array.from('endstream', (letter) => letter.charCodeAt(0));
  for (let at = indexOf(bytes, begin, 0); at >= 0; ) {
    const from = at + begin.length + (bytes[at + begin.length] === 13 ? 2 : 1);
    const found = indexOf(bytes, end, from);
    const to = found < 0 ? bytes.length : found;
    if (unpacksToMuch(bytes, { at, from, to }, most)) return true;
    at = indexOf(bytes, begin, to + end.length);
  }
  return false;
}

interface Place {
  /** Where the word `stream` stands. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

function unpacksToMuch(bytes: Uint8Array, { at, from, to }: Place, most: number): boolean {
  const before = latin(bytes.subarray(Math.max(0, at - LONGEST_DICTIONARY), at));
  const dictionary = before.slice(before.lastIndexOf(' obj') + 1);
  const filters = dictionary.match(/\/(?:Fl(?:ateDecode)?|LZW(?:Decode)?|RunLengthDecode)\b/g) ?? [];
  // Packed twice, a kilobyte is a gigabyte.
  if (filters.length > 1 && /\/Filter\s*\[[^\]]*Decode[^\]]*Decode/.test(dictionary)) return true;
  if (filters.length === 0 || (to - from) * BEST_RATIO < most || /\/Subtype\s*\/Image\b/.test(dictionary)) return false;
  return /\/Fl(?:ateDecode)?\b/.test(dictionary) ? inflatesBeyond(bytes.subarray(from, to), most) : (to - from) * 64 > most * 4;
}

function latin(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}

/** How much is unpacked before it is looked at how much it has become, in packed bytes. */
const STEP = 1 << 14;

function inflatesBeyond(packed: Uint8Array, most: number): boolean {
  let size = 0;
  // The two bytes before the data are zlib's own (RFC 1950).
  const inflate = new Inflate((chunk) => {
    size += chunk.length;
  });
  try {
    for (let at = 2; at < packed.length && size <= most; at += STEP) inflate.push(packed.subarray(at, at + STEP));
  } catch {
    // Damaged: pdf.js makes of it what it can, which is no more than this.
  }
  return size > most;
}

/** Where a pattern stands first from an offset on, or -1. */
function indexOf(bytes: Uint8Array, pattern: Uint8Array, from: number): number {
  const [first = 0] = pattern;
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1)) {
    let same = 1;
    while (same < pattern.length && bytes[at + same] === pattern[same]) same++;
    if (same === pattern.length) return at;
  }
  return -1;
}
