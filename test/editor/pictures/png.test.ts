import { crc32, deflateSync, inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { animatedPng, chunksOf, type Picture, readPng, smallerPng } from './png.ts';

const WIDTH = 24;
const HEIGHT = 10;

function picture(colourAt: (x: number, y: number) => number): Picture {
  return {
    width: WIDTH,
    height: HEIGHT,
    colours: Uint32Array.from({ length: WIDTH * HEIGHT }, (_, at) => colourAt(at % WIDTH, (at / WIDTH) | 0)),
  };
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** A PNG as a browser writes it: true colour, each row with the filter that is asked for. */
function screenshot({ width, height, colours }: Picture, filterOf: (row: number) => number = () => 0): Buffer {
  const byte = (at: number, y: number) => (at < 0 || y < 0 ? 0 : (colours[y * width + ((at / 3) | 0)]! >> (16 - 8 * (at % 3))) & 255);
  const rows = Array.from({ length: height }, (_, y) => {
    const filter = filterOf(y);
    const bytes = Array.from({ length: width * 3 }, (_value, at) => {
      const [left, up, corner] = [byte(at - 3, y), byte(at, y - 1), at < 3 ? 0 : byte(at - 3, y - 1)];
      const guess = left + up - corner;
      const nearest = [left, up, corner].reduce((best, next) => (Math.abs(guess - next) < Math.abs(guess - best) ? next : best));
      return byte(at, y) - [0, left, up, (left + up) >> 1, nearest][filter]!;
    });
    return Buffer.from([filter, ...bytes]);
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.concat(rows))), chunk('IEND', Buffer.alloc(0))]);
}

interface Shown {
  readonly colours: Uint32Array;
  readonly ms: number;
  readonly area: number;
}

const WHOLE = { left: 0, top: 0, width: WIDTH, height: HEIGHT, ms: 0 };

function controlOf(data: Buffer): typeof WHOLE {
  const [width, height, left, top] = [4, 8, 12, 16].map((at) => data.readUInt32BE(at)) as [number, number, number, number];
  return { left, top, width, height, ms: (data.readUInt16BE(20) * 1000) / data.readUInt16BE(22) };
}

/** What a browser shows of an indexed PNG, frame by frame; the slow, obvious way. */
function shown(file: Buffer): Shown[] {
  const chunks = chunksOf(file);
  const palette = chunks.find(({ type }) => type === 'PLTE')!.data;
  const transparent = chunks.some(({ type }) => type === 'tRNS') ? 255 : 256;
  const colours = new Uint32Array(WIDTH * HEIGHT);
  const frames: Shown[] = [];
  let { left, top, width, height, ms } = WHOLE;
  for (const { type, data } of chunks) {
    if (type === 'fcTL') ({ left, top, width, height, ms } = controlOf(data));
    if (type !== 'IDAT' && type !== 'fdAT') continue;
    const rows = inflateSync(type === 'IDAT' ? data : data.subarray(4));
    for (let at = 0; at < width * height; at++) {
      const [x, y] = [at % width, Math.floor(at / width)];
      const index = rows[y * (width + 1) + 1 + x]!;
      if (index !== transparent) colours[(top + y) * WIDTH + left + x] = palette.readUIntBE(index * 3, 3);
    }
    frames.push({ colours: colours.slice(), ms, area: width * height });
  }
  return frames;
}

describe('pictures of the documentation', () => {
  const stripes = picture((x, y) => (x % 3 === 0 ? 0xffffff : 0x17324d + y * 0x010305));

  it.each([0, 1, 2, 3, 4])('are read from screenshots whose rows have filter %i', (filter) => {
    expect(readPng(screenshot(stripes, () => filter))).toEqual(stripes);
  });

  it('are read where each row has another filter', () => {
    expect(readPng(screenshot(stripes, (row) => row % 5))).toEqual(stripes);
  });

  it('are refused where they are no screenshots', () => {
    expect(() => readPng(Buffer.from('GIF89a, and some more bytes'))).toThrow('no PNG');
    expect(() => readPng(smallerPng(screenshot(stripes)))).toThrow('true colour');
  });

  it('keep every colour where there are few', () => {
    const [only] = shown(smallerPng(screenshot(stripes)));
    expect(only?.colours).toEqual(stripes.colours);
  });

  it('keep the colours that stand often where there are many, and come near the others', () => {
    const many = picture((x, y) => (y < 4 ? 0xf0f0f0 : 0x100000 + x * 0x0a0000 + y * 0x000700 + ((x * y) % 7)));
    const wide = { ...many, width: WIDTH, colours: many.colours.map((colour, at) => (at < 100 || at % 2 === 0 ? colour : colour + at)) };
    const [only] = shown(smallerPng(screenshot(wide)));
    expect(only!.colours.slice(0, 96)).toEqual(wide.colours.slice(0, 96));
    for (const [at, colour] of only!.colours.entries()) {
      for (const shift of [16, 8, 0]) expect(Math.abs(((colour >> shift) & 255) - ((wide.colours[at]! >> shift) & 255))).toBeLessThan(24);
    }
  });

  it('move: every frame is shown whole, but only what changed is kept of it', () => {
    const typed = picture((x, y) => (x === 5 && y === 3 ? 0 : stripes.colours[y * WIDTH + x]!));
    const more = picture((x, y) => (x >= 5 && x < 7 && y === 3 ? 0 : stripes.colours[y * WIDTH + x]!));
    const frames = shown(animatedPng([stripes, typed, more, stripes].map((each) => ({ png: screenshot(each), ms: 40 }))));
    expect(frames.map(({ colours }) => colours)).toEqual([stripes, typed, more, stripes].map(({ colours }) => colours));
    expect(frames.map(({ area }) => area)).toEqual([WIDTH * HEIGHT, 1, 1, 2]);
  });

  it('stand still for as long as nothing changes', () => {
    const dark = picture(() => 0x17324d);
    const frames = [stripes, stripes, dark, dark, dark].map((each) => ({ png: screenshot(each), ms: 500 }));
    expect(shown(animatedPng(frames)).map(({ ms }) => ms)).toEqual([1000, 1500]);
  });
});
