import { zlibSync } from 'fflate';
import { expect, it } from 'vitest';
import { isBomb, withoutPictures } from './packing.ts';

const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const text = (bytes: Uint8Array) => new TextDecoder('latin1').decode(bytes);

function object(dictionary: string, data: Uint8Array): Uint8Array {
  return latin(`7 0 obj\n<< ${dictionary} /Length ${data.length} >>\nstream\n${text8(data)}\nendstream\nendobj\n`);
}

function text8(data: Uint8Array): string {
  return Array.from(data, (byte) => String.fromCharCode(byte)).join('');
}

it('knows a stream that unpacks to more than is allowed, whatever else is there', () => {
  const file = (size: number) => object('/Filter /FlateDecode', zlibSync(new Uint8Array(size)));
  expect(isBomb(file(300_000), 200_000)).toBe(true);
  expect(isBomb(file(100_000), 200_000)).toBe(false);
  expect(isBomb(latin(text(object('', latin('BT ET'))) + text8(file(300_000))), 200_000)).toBe(true);
});

it('does not mind pictures and damage', () => {
  expect(isBomb(object('/Subtype /Image /Filter /FlateDecode', zlibSync(new Uint8Array(300_000))), 200_000)).toBe(false);
  expect(isBomb(object('/Filter /FlateDecode', new Uint8Array(5_000).fill(7)), 200_000)).toBe(false);
  expect(isBomb(latin('stream'), 1)).toBe(false);
});

it('copies what the machine read, whatever kind of bytes it gives', () => {
  const file = Buffer.from('%PDF-1.7 /DCTDecode');
  const copy = withoutPictures(file);
  expect(Object.getPrototypeOf(copy)).toBe(Uint8Array.prototype);
  expect(file.toString()).toContain('DCTDecode');
});

it('writes over the names of filters that make pictures, and moves nothing', () => {
  const file = object('/Filter [/ASCII85Decode /JBIG2Decode]', latin('x'));
  const without = withoutPictures(file);
  expect(without).toHaveLength(file.length);
  expect(text(without)).toContain('/Filter [/ASCII85Decode /XXXXXXXXXXX]');
  expect(text(file)).toContain('JBIG2Decode');
});
