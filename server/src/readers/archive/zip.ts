import { Inflate } from 'fflate';
import { crc32 } from '../../text/crc32.ts';
import { plainly } from '../../text/said.ts';
import { decode } from '../decode.ts';
import { Unreadable } from './unreadable.ts';
import { readDirectory, type ZipEntry } from './zipDirectory.ts';

/** What is read of a package at most. Sizes are bytes. */
export interface ZipLimits {
  readonly entries: number;
  /** Of one part, unpacked. */
  readonly part: number;
  /** Of all parts that are asked for together, unpacked. */
  readonly total: number;
  /** How many times as long as packed a part may be: what people write is packed to a fifth, markup seldom to a fiftieth. */
  readonly ratio: number;
}

/** A long book is some five megabytes of markup; only what has text in it is unpacked, so pictures do not count. */
export const ZIP_LIMITS: ZipLimits = { entries: 20_000, part: 64 * 1_048_576, total: 192 * 1_048_576, ratio: 250 };

/** Below this size, in bytes, a part may be packed as tightly as it likes. */
const SMALL = 1_048_576;
/** How much is unpacked at a time, packed: deflate makes at most 1,032 bytes of one, so one step too many costs four megabytes. */
const STEP = 4_096;

/**
 * The parts of a zip file, unpacked when asked for and never beyond limits, whatever the file says of itself. Names are
 * looked up as they stand: none is ever a path on a disk, and packages inside packages are not opened.
 */
export class Zip {
  readonly #bytes: Uint8Array;
  readonly #limits: ZipLimits;
  readonly #entries = new Map<string, ZipEntry>();
  #unpacked = 0;

  /** Fails with {@link Unreadable} where the file is no sound zip. */
  constructor(bytes: Uint8Array, limits: ZipLimits = ZIP_LIMITS) {
    this.#bytes = bytes;
    this.#limits = limits;
    for (const entry of readDirectory(bytes, limits.entries)) if (!this.#entries.has(entry.name)) this.#entries.set(entry.name, entry);
  }

  /** In the order of the directory. */
  get names(): readonly string[] {
    return [...this.#entries.keys()];
  }

  /** How many bytes have been unpacked so far. */
  get unpacked(): number {
    return this.#unpacked;
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  /** Whether any part is locked by a password. */
  get encrypted(): boolean {
    return [...this.#entries.values()].some(({ encrypted }) => encrypted);
  }

  /** A part's bytes; null where there is no such part. Fails with {@link Unreadable}. */
  read(name: string): Uint8Array | null {
    const entry = this.#entries.get(name);
    if (!entry) return null;
    if (entry.encrypted) throw new Unreadable(plainly`The file is protected by a password: take the protection off and save it again.`);
    const packed = this.#bytes.subarray(entry.start, entry.end);
    const most = this.#mostOf(entry);
    const part = entry.method === 0 ? this.#stored(packed) : this.#inflated(entry, packed, most);
    if (part.length !== entry.inflated || crc32(part) !== entry.crc) {
      throw new Unreadable(plainly`The file is damaged, its parts are not what it says they are: download it or have it sent again.`);
    }
    return part;
  }

  /** A part that is text: UTF-8, UTF-16 or, failing these, Windows-1252. Null where there is no such part. */
  text(name: string): string | null {
    const part = this.read(name);
    return part && decode(part);
  }

  /** The bytes that an entry may become; refuses at once what says itself that it is more. */
  #mostOf({ inflated, start, end }: ZipEntry): number {
    const most = Math.min(this.#limits.part, this.#limits.total - this.#unpacked, Math.max(SMALL, (end - start) * this.#limits.ratio));
    if (inflated > most) throw tooLarge();
    return inflated;
  }

  #stored(packed: Uint8Array): Uint8Array {
    this.#unpacked += packed.length;
    return packed;
  }

  #inflated({ method }: ZipEntry, packed: Uint8Array, most: number): Uint8Array {
    if (method !== 8) throw new Unreadable(plainly`The file is packed in a way that is not read: open it and save it again.`);
    const part = new Uint8Array(most);
    let length = 0;
    let ended = false;
    const inflate = new Inflate((chunk, final) => {
      this.#unpacked += chunk.length;
      if (length + chunk.length > most) throw tooLarge();
      part.set(chunk, length);
      length += chunk.length;
      ended ||= final;
    });
    try {
      for (let at = 0; at < packed.length && !ended; at += STEP) {
        inflate.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
      }
    } catch (error) {
      throw error instanceof Unreadable ? error : new Unreadable(plainly`The file is damaged: download it or have it sent again.`);
    }
    return part.subarray(0, length);
  }
}

function tooLarge(): Unreadable {
  return new Unreadable(
    plainly`Unpacked, the file is far larger than a text can be, as in files that are made to fill the memory: it is not read. Save its text as a file of its own.`,
  );
}
