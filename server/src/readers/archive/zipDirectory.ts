import { plainly } from '../../text/said.ts';
import { Unreadable } from './unreadable.ts';

/** An entry as a zip's directory lists it. Sizes and offsets are bytes. */
export interface ZipEntry {
  readonly name: string;
  readonly encrypted: boolean;
  /** 0 is stored, 8 is deflated; APPNOTE.TXT 4.4.5 has the others. */
  readonly method: number;
  readonly crc: number;
  /** As the directory says, which may be untrue. */
  readonly inflated: number;
  /** Where the entry's packed bytes are. */
  readonly start: number;
  readonly end: number;
}

const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const ENCRYPTED = 1;
const UTF8 = 0x800;
/** The method that stands for AES, which encrypts (WinZip, “AES Encryption Information”). */
const AES = 99;

const DAMAGED = plainly`The file is cut off or damaged: download it or have it sent again.`;

function damaged(): Unreadable {
  return new Unreadable(DAMAGED);
}

/** Little-endian numbers of a file; reading beyond its end says that the file is damaged. */
class Fields {
  readonly #view: DataView;
  readonly length: number;

  constructor(bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.length = bytes.length;
  }

  u16(at: number): number {
    if (at < 0 || at + 2 > this.length) throw damaged();
    return this.#view.getUint16(at, true);
  }

  u32(at: number): number {
    if (at < 0 || at + 4 > this.length) throw damaged();
    return this.#view.getUint32(at, true);
  }

  u64(at: number): number {
    const value = this.u32(at) + this.u32(at + 4) * 0x1_0000_0000;
    if (!Number.isSafeInteger(value)) throw damaged();
    return value;
  }
}

/** Where the directory is and how many entries it claims. */
interface Directory {
  readonly start: number;
  readonly end: number;
  readonly count: number;
}

/** The end record stands behind everything but a comment of at most 65,535 bytes (APPNOTE.TXT 4.3.16). */
function findDirectory(fields: Fields): Directory {
  const last = fields.length - 22;
  for (let at = last; at >= Math.max(0, last - 0xffff); at--) {
    if (fields.u32(at) !== END || at + 22 + fields.u16(at + 20) > fields.length) continue;
    const plain = { count: fields.u16(at + 10), size: fields.u32(at + 12), start: fields.u32(at + 16) };
    const wide = plain.count === 0xffff || plain.size === 0xffffffff || plain.start === 0xffffffff;
    const { count, size, start } = wide && at >= 20 && fields.u32(at - 20) === LOCATOR_64 ? wideDirectory(fields, at - 20) : plain;
    if (start + size > at) throw damaged();
    return { start, end: start + size, count };
  }
  throw damaged();
}

/** Zip64: APPNOTE.TXT 4.3.14 and 4.3.15. */
function wideDirectory(fields: Fields, locator: number): { readonly count: number; readonly size: number; readonly start: number } {
  const at = fields.u64(locator + 8);
  if (fields.u32(at) !== END_64) throw damaged();
  return { count: fields.u64(at + 32), size: fields.u64(at + 40), start: fields.u64(at + 48) };
}

/** Sizes and place of an entry, taken from the zip64 field where they do not fit (APPNOTE.TXT 4.5.3). */
function sizesOf(fields: Fields, at: number, extra: { readonly start: number; readonly end: number }) {
  const sizes = { inflated: fields.u32(at + 24), packed: fields.u32(at + 20), offset: fields.u32(at + 42) };
  for (let field = extra.start; field + 4 <= extra.end; field += 4 + fields.u16(field + 2)) {
    if (fields.u16(field) !== 1) continue;
    let next = field + 4;
    for (const key of ['inflated', 'packed', 'offset'] as const) {
      if (sizes[key] !== 0xffffffff) continue;
      sizes[key] = fields.u64(next);
      next += 8;
    }
    break;
  }
  return sizes;
}

/** Names are UTF-8 where they say so; the old ones are mostly ASCII, and what is not in them is looked up by no format here. */
function nameIn(bytes: Uint8Array, flags: number): string {
  return new TextDecoder(flags & UTF8 ? 'utf-8' : 'windows-1252').decode(bytes);
}

/**
 * The entries that a zip's directory lists, none of which shares a byte with another: a file whose entries do is made to
 * swell, not to be read (Fifield 2019, “A better zip bomb”). Entries beyond `most` are not even looked at.
 * Fails with {@link Unreadable}.
 */
export function readDirectory(bytes: Uint8Array, most: number): readonly ZipEntry[] {
  const fields = new Fields(bytes);
  const directory = findDirectory(fields);
  if (directory.count > most) throw new Unreadable(tooMany(directory.count, most));
  const entries: ZipEntry[] = [];
  const taken: { readonly start: number; readonly end: number }[] = [];
  for (let at = directory.start; at < directory.end; ) {
    if (entries.length >= directory.count || fields.u32(at) !== CENTRAL) throw damaged();
    const flags = fields.u16(at + 8);
    const name = { start: at + 46, end: at + 46 + fields.u16(at + 28) };
    const extra = { start: name.end, end: name.end + fields.u16(at + 30) };
    const next = extra.end + fields.u16(at + 32);
    if (next > directory.end) throw damaged();
    const { inflated, packed, offset } = sizesOf(fields, at, extra);
    if (fields.u32(offset) !== LOCAL) throw damaged();
    const start = offset + 30 + fields.u16(offset + 26) + fields.u16(offset + 28);
    const end = start + packed;
    if (end > directory.start) throw damaged();
    const method = fields.u16(at + 10);
    const encrypted = (flags & ENCRYPTED) !== 0 || method === AES;
    entries.push({
      name: nameIn(bytes.subarray(name.start, name.end), flags),
      encrypted,
      method,
      crc: fields.u32(at + 16),
      inflated,
      start,
      end,
    });
    taken.push({ start: offset, end });
    at = next;
  }
  if (entries.length !== directory.count) throw damaged();
  refuseOverlaps(taken);
  return entries;
}

function refuseOverlaps(taken: { readonly start: number; readonly end: number }[]): void {
  let reached = 0;
  for (const { start, end } of taken.sort((a, b) => a.start - b.start)) {
    if (start < reached) {
      throw new Unreadable(
        plainly`The parts of the file overlap, as in files that are made to fill the memory: it is not read. Get it from another place.`,
      );
    }
    reached = end;
  }
}

function tooMany(count: number, most: number): string {
  return plainly`It is a package of ${count.toLocaleString('en-GB')} parts and those of more than ${most.toLocaleString('en-GB')} are not read: save its text as a file of its own.`;
}
