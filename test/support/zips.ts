import { Deflate, strToU8, zipSync } from 'fflate';

/** A sound package of some texts. `level` 0 leaves them as long as they are. */
export function packed(parts: Readonly<Record<string, string>>, level: 0 | 6 = 6): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])), { level });
}

/** An entry of a zip made by hand, which may lie. */
export interface HandMadeEntry {
  readonly name: string;
  /** As it stands in the file. */
  readonly data: Uint8Array;
  readonly method?: number;
  readonly flags?: number;
  readonly inflated?: number;
  readonly crc?: number;
  /** Number of the entry whose bytes it takes for its own. */
  readonly shares?: number;
}

function record(signature: number, fields: readonly (readonly [value: number, bytes: 2 | 4])[], rest: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(4 + fields.reduce((sum, [, bytes]) => sum + bytes, 0) + rest.reduce((sum, { length }) => sum + length, 0));
  const view = new DataView(out.buffer);
  view.setUint32(0, signature, true);
  let at = 4;
  for (const [value, bytes] of fields) {
    if (bytes === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += bytes;
  }
  for (const bytes of rest) {
    out.set(bytes, at);
    at += bytes.length;
  }
  return out;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

/** A zip made by hand, record by record (APPNOTE.TXT 4.3). */
export function zipByHand(entries: readonly HandMadeEntry[], count: number = entries.length): Uint8Array {
  const locals: Uint8Array[] = [];
  const offsets: number[] = [];
  const central: Uint8Array[] = [];
  let at = 0;
  for (const { name, data, method = 8, flags = 0, inflated = data.length, crc = 0, shares } of entries) {
    const label = strToU8(name);
    const sizes = [
      [crc, 4],
      [data.length, 4],
      [inflated, 4],
      [label.length, 2],
      [0, 2],
    ] as const;
    const offset = shares === undefined ? at : (offsets[shares] as number);
    if (shares === undefined) {
      const local = record(0x04034b50, [[20, 2], [flags, 2], [method, 2], [0, 4], ...sizes], [label, data]);
      locals.push(local);
      at += local.length;
    }
    offsets.push(offset);
    central.push(
      record(
        0x02014b50,
        [[20, 2], [20, 2], [flags, 2], [method, 2], [0, 4], ...sizes, [0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]],
        [label],
      ),
    );
  }
  const size = central.reduce((sum, { length }) => sum + length, 0);
  const end = record(
    0x06054b50,
    [
      [0, 2],
      [0, 2],
      [count, 2],
      [count, 2],
      [size, 4],
      [at, 4],
      [0, 2],
    ],
    [],
  );
  return joined([...locals, ...central, end]);
}

/** So many megabytes of zeros, deflated to a thousandth: the same piece again and again, since zeros follow from zeros. */
export function deflatedZeros(megabytes: number): Uint8Array {
  const pieces: Uint8Array[] = [];
  const deflate = new Deflate({ level: 9 }, (piece) => pieces.push(piece));
  const zeros = new Uint8Array(1_048_576);
  for (let i = 0; i < 3; i++) {
    deflate.push(zeros, false);
    deflate.flush(true);
  }
  const before = pieces.length;
  deflate.push(zeros, false);
  deflate.flush(true);
  const again = joined(pieces.splice(before));
  const start = joined(pieces.splice(0));
  deflate.push(new Uint8Array(0), true);
  return joined([start, ...Array.from({ length: megabytes - 3 }, () => again), ...pieces]);
}
