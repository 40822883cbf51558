/** Bytes that text can be written to, as Node's `Buffer` has them. */
interface TextBytes {
  write(text: string, at: number, encoding: 'utf16le' | 'latin1'): number;
}

/** Node's `Buffer`, where there is one. It copies a text many times faster than one code unit after the other. */
const { Buffer: buffers } = globalThis as { Buffer?: { from?(bytes: ArrayBuffer): TextBytes } };

/** Texts of fewer code units are copied one by one: to ask for a {@link Buffer} takes longer. */
const WORTHWHILE = 500;

/** UTF-16 code units of a stretch of text at hand as numbers: loops over these are twice as fast as those that ask the text for each. */
export class CodeUnits {
  /** Those of the stretch that was copied last; what is behind them is left over from others. */
  readonly units: Uint16Array<ArrayBuffer>;
  readonly #bytes: TextBytes | null;

  /** `capacity`: how many code units a stretch may have. */
  constructor(capacity: number, native: boolean = true) {
    this.units = new Uint16Array(capacity);
    this.#bytes = native ? littleEndian(this.units) : null;
  }

  /** Copies a stretch of `text` to the beginning of {@link units}. */
  copy(text: string, start: number, end: number): void {
    if (this.#bytes) this.#bytes.write(text.slice(start, end), 0, 'utf16le');
    else for (let at = start; at < end; at++) this.units[at - start] = text.charCodeAt(at);
  }
}

/** The bytes of some code units; null where they cannot be written to, or where numbers have their bytes in another order. */
function littleEndian(units: Uint16Array<ArrayBuffer>): TextBytes | null {
  const bytes = buffers?.from?.(units.buffer);
  bytes?.write('a', 0, 'utf16le');
  return bytes && units[0] === 0x61 ? bytes : null;
}

/** The bytes of a text that is all ASCII. */
export function asciiBytes(text: string, native: boolean = true): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length);
  const buffer = native && text.length >= WORTHWHILE ? buffers?.from?.(bytes.buffer) : null;
  if (buffer) buffer.write(text, 0, 'latin1');
  else for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}
