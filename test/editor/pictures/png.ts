// PNG as browsers take screenshots, read; and as the documentation shows them, written: indexed, still or animated
// (Portable Network Graphics, third edition, W3C 2025, which has the chunks of animations).
import { crc32, deflateSync, inflateSync } from 'node:zlib';
import { Palette } from './palette.ts';

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Row by row, each pixel as 0xRRGGBB. */
  readonly colours: Uint32Array;
}

/** One picture of an animation, as a screenshot's file, and for how many milliseconds it stands. */
export interface Frame {
  readonly png: Buffer;
  readonly ms: number;
}

interface Region {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const SIGNATURE = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
const BYTES_PER_PIXEL: Readonly<Record<number, number>> = { 2: 3, 6: 4 };
const INDEXED = 3;
/** Of the colour with the palette's last index; it lets the frame before show through. */
const TRANSPARENT = 255;
const BLEND_OVER = 1;

/** The chunks of a PNG file, in its order. */
export function chunksOf(png: Buffer): { type: string; data: Buffer }[] {
  if (!png.subarray(0, SIGNATURE.length).equals(SIGNATURE)) throw new Error('It is no PNG file.');
  const chunks: { type: string; data: Buffer }[] = [];
  for (let at = SIGNATURE.length; at < png.length; ) {
    const length = png.readUInt32BE(at);
    chunks.push({ type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) });
    at += length + 12;
  }
  return chunks;
}

/** Reads a PNG of eight bits a channel in true colour, as browsers write it. What is transparent in it is not looked at. */
export function readPng(png: Buffer): Picture {
  const chunks = chunksOf(png);
  const header = chunks[0]!.data;
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const bytes = BYTES_PER_PIXEL[header[9]!];
  if (header[8] !== 8 || bytes === undefined || header[12] !== 0) throw new Error('It is no plain PNG in true colour.');
  const rows = inflateSync(Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data)));
  const stride = width * bytes;
  const colours = new Uint32Array(width * height);
  let above = new Uint8Array(stride);
  for (let y = 0; y < height; y++) {
    const start = y * (stride + 1);
    const row = unfiltered(rows.subarray(start + 1, start + 1 + stride), above, rows[start]!, bytes);
    for (let x = 0, at = 0; x < width; x++, at += bytes) colours[y * width + x] = (row[at]! << 16) | (row[at + 1]! << 8) | row[at + 2]!;
    above = row;
  }
  return { width, height, colours };
}

/** Section 9 of the standard: what a byte is told against is the one before, the one above, both, or the nearest of three. */
function unfiltered(row: Uint8Array, above: Uint8Array, filter: number, bytes: number): Uint8Array<ArrayBuffer> {
  const plain = new Uint8Array(row.length);
  for (let at = 0; at < row.length; at++) {
    const left = at < bytes ? 0 : plain[at - bytes]!;
    const up = above[at]!;
    if (filter === 0) plain[at] = row[at]!;
    else if (filter === 1) plain[at] = row[at]! + left;
    else if (filter === 2) plain[at] = row[at]! + up;
    else if (filter === 3) plain[at] = row[at]! + ((left + up) >> 1);
    else plain[at] = row[at]! + paeth(left, up, at < bytes ? 0 : above[at - bytes]!);
  }
  return plain;
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [fromLeft, fromUp, fromCorner] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  if (fromLeft <= fromUp && fromLeft <= fromCorner) return left;
  return fromUp <= fromCorner ? up : corner;
}

/** A screenshot as an indexed PNG, a third to a fifth of its size. */
export function smallerPng(png: Buffer): Buffer {
  const picture = readPng(png);
  const palette = new Palette();
  palette.add(picture);
  const colours = palette.choose();
  const { width, height } = picture;
  const whole = { left: 0, top: 0, width, height };
  return fileOf([header(picture), colourChunk(colours), ['IDAT', packed(palette.index(picture), width, whole)]]);
}

/**
 * Screenshots of one size as an animation that runs for ever. Frames that show nothing new lengthen the one before; of the
 * others only the part that changed is kept.
 */
export function animatedPng(frames: readonly Frame[]): Buffer {
  const palette = new Palette();
  for (const { png } of frames) palette.add(readPng(png));
  const colours = palette.choose();
  let size: Picture | undefined;
  let before: Uint8Array | undefined;
  const parts: { region: Region; data: Buffer; ms: number }[] = [];
  for (const { png, ms } of frames) {
    const picture = readPng(png);
    size ??= picture;
    const now = palette.index(picture);
    const region = changed(before, now, picture);
    if (region === null) parts.at(-1)!.ms += ms;
    else parts.push({ region, data: packed(fresh(before, now), picture.width, region), ms });
    before = now;
  }
  if (size === undefined) throw new Error('An animation has one frame at least.');
  let sequence = 0;
  const pictures = parts.flatMap(({ region, data, ms }, at): [string, Buffer][] => [
    ['fcTL', frameControl(sequence++, region, ms)],
    at === 0 ? ['IDAT', data] : ['fdAT', Buffer.concat([word(sequence++), data])],
  ]);
  return fileOf([
    header(size),
    ['acTL', Buffer.concat([word(parts.length), word(0)])],
    colourChunk(colours),
    ['tRNS', Buffer.alloc(TRANSPARENT + 1, 255).fill(0, TRANSPARENT)],
    ...pictures,
  ]);
}

/** The smallest part of a picture that has all that changed; null where nothing did. */
function changed(before: Uint8Array | undefined, now: Uint8Array, { width, height }: Picture): Region | null {
  if (before === undefined) return { left: 0, top: 0, width, height };
  const differs = (x: number, y: number) => now[y * width + x] !== before[y * width + x];
  const rows = Array.from({ length: height }, (_, y) => {
    const columns = { first: 0, last: width - 1 };
    while (columns.first < width && !differs(columns.first, y)) columns.first++;
    if (columns.first < width) while (!differs(columns.last, y)) columns.last--;
    return columns;
  });
  const isChanged = ({ first }: { first: number }) => first < width;
  const top = rows.findIndex(isChanged);
  if (top < 0) return null;
  const bottom = rows.findLastIndex(isChanged);
  const left = Math.min(...rows.map(({ first }) => first));
  const right = Math.max(...rows.filter(isChanged).map(({ last }) => last));
  return { left, top, width: right - left + 1, height: bottom - top + 1 };
}

/** What is as in the frame before becomes transparent: long runs of one index, which pack to almost nothing. */
function fresh(before: Uint8Array | undefined, now: Uint8Array): Uint8Array {
  if (before === undefined) return now;
  const shown = new Uint8Array(now.length);
  for (let at = 0; at < now.length; at++) shown[at] = now[at] === before[at] ? TRANSPARENT : now[at]!;
  return shown;
}

/** A part of a picture's indices as the standard packs them, without filters, which do not help indices. */
function packed(indices: Uint8Array, width: number, region: Region): Buffer {
  const rows = Buffer.alloc((region.width + 1) * region.height);
  for (let y = 0; y < region.height; y++) {
    const start = (region.top + y) * width + region.left;
    rows.set(indices.subarray(start, start + region.width), y * (region.width + 1) + 1);
  }
  return deflateSync(rows, { level: 9, memLevel: 9 });
}

function header({ width, height }: Picture): [string, Buffer] {
  return ['IHDR', Buffer.concat([word(width), word(height), Buffer.from([8, INDEXED, 0, 0, 0])])];
}

/** Always all 256 entries where the last one may be transparent; entries that are not used are black. */
function colourChunk(colours: readonly number[]): [string, Buffer] {
  const entries = Buffer.alloc((TRANSPARENT + 1) * 3);
  for (const [at, colour] of colours.entries()) entries.writeUIntBE(colour, at * 3, 3);
  return ['PLTE', entries];
}

function frameControl(sequence: number, { left, top, width, height }: Region, ms: number): Buffer {
  const times = Buffer.alloc(6);
  times.writeUInt16BE(Math.round(ms), 0);
  times.writeUInt16BE(1000, 2);
  times[5] = BLEND_OVER;
  return Buffer.concat([word(sequence), word(width), word(height), word(left), word(top), times]);
}

function word(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

function fileOf(chunks: readonly (readonly [string, Buffer])[]): Buffer {
  const parts = [...chunks, ['IEND', Buffer.alloc(0)] as const].map(([type, data]) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    return Buffer.concat([word(data.length), body, word(crc32(body))]);
  });
  return Buffer.concat([SIGNATURE, ...parts]);
}
