import { deflateSync, strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { deflatedZeros, packed, zipByHand } from '../../../../test/support/zips.ts';
import { crc32 } from '../../text/crc32.ts';
import { kindOf, refuseOtherKinds } from './kind.ts';
import { ZIP_LIMITS, Zip } from './zip.ts';

const text = strToU8('The gate was shut at noon. '.repeat(40));
const entry = { name: 'a.txt', data: deflateSync(text), inflated: text.length, crc: crc32(text) };

describe('Zip', () => {
  it('reads parts deflated and stored, by name', () => {
    const zip = new Zip(zipSync({ 'a/b.txt': text, 'stored.txt': [strToU8('one'), { level: 0 }] }));
    expect(zip.names).toEqual(['a/b.txt', 'stored.txt']);
    expect(zip.read('a/b.txt')).toEqual(text);
    expect(zip.text('stored.txt')).toBe('one');
    expect(zip.read('none')).toBeNull();
    expect(zip.unpacked).toBe(text.length + 3);
  });

  it('finds the directory before a comment', () => {
    const bytes = packed({ 'a.txt': 'one' });
    const commented = new Uint8Array([...bytes, ...strToU8('hello')]);
    commented[bytes.length - 2] = 5;
    expect(new Zip(commented).text('a.txt')).toBe('one');
  });

  it('reads zip64', () => {
    const plain = zipByHand([entry]);
    const end = plain.length - 22;
    const start = new DataView(plain.buffer).getUint32(end + 16, true);
    const wide = new Uint8Array(end + 56 + 20 + 22);
    wide.set(plain.subarray(0, end));
    const view = new DataView(wide.buffer);
    view.setUint32(end, 0x06064b50, true);
    view.setUint32(end + 32, 1, true);
    view.setUint32(end + 40, end - start, true);
    view.setUint32(end + 48, start, true);
    view.setUint32(end + 56, 0x07064b50, true);
    view.setUint32(end + 64, end, true);
    view.setUint32(end + 76, 0x06054b50, true);
    for (const at of [8, 10]) view.setUint16(end + 76 + at, 0xffff, true);
    for (const at of [12, 16]) view.setUint32(end + 76 + at, 0xffffffff, true);
    expect(new Zip(wide).read('a.txt')).toEqual(text);
  });

  it('stops unpacking a gigabyte that says it is small', () => {
    const bomb = zipByHand([{ name: 'a.xml', data: deflatedZeros(1_024), inflated: 900_000 }]);
    expect(bomb.length).toBeLessThan(1_200_000);
    const zip = new Zip(bomb);
    expect(() => zip.read('a.xml')).toThrow(/far larger than a text can be/);
    expect(zip.unpacked).toBeLessThan(6_000_000);
  });

  it('does not begin to unpack what says that it is large, or that it is packed too tightly', () => {
    const data = deflatedZeros(100);
    for (const inflated of [100 * 1_048_576, 60 * 1_048_576]) {
      const zip = new Zip(zipByHand([{ name: 'a.xml', data, inflated }]));
      expect(() => zip.read('a.xml')).toThrow(/far larger than a text can be/);
      expect(zip.unpacked).toBe(0);
    }
  });

  it('counts what all parts come to', () => {
    const zip = new Zip(zipByHand([entry, { ...entry, name: 'b.txt' }]), { ...ZIP_LIMITS, total: text.length * 1.5 });
    expect(zip.read('a.txt')).toEqual(text);
    expect(() => zip.read('b.txt')).toThrow(/far larger/);
  });

  it('refuses parts that share their bytes', () => {
    expect(() => new Zip(zipByHand([entry, { ...entry, name: 'b.txt', shares: 0 }]))).toThrow(/parts of the file overlap/);
  });

  it('refuses tens of thousands of parts, told or not', () => {
    expect(() => new Zip(zipByHand([entry], 50_000))).toThrow('It is a package of 50,000 parts and those of more than 20,000 are not read');
    const many = Array.from({ length: 25_000 }, (_, i) => ({ name: `${i}`, data: new Uint8Array(0), method: 0 }));
    expect(() => new Zip(zipByHand(many, 10))).toThrow(/cut off or damaged/);
  });

  it('says that a file is cut off, wherever it is cut', () => {
    const whole = zipSync({ 'a.txt': text, 'b.txt': strToU8('two') });
    for (let length = 0; length < whole.length; length += 7) {
      expect(() => new Zip(whole.subarray(0, length))).toThrow(/cut off or damaged/);
    }
  });

  it('tells a part that is changed from one that is not', () => {
    expect(() => new Zip(zipByHand([{ ...entry, crc: 1 }])).read('a.txt')).toThrow(/damaged/);
    expect(() => new Zip(zipByHand([{ ...entry, data: entry.data.subarray(0, 20) }])).read('a.txt')).toThrow(/damaged/);
    expect(() => new Zip(zipByHand([{ ...entry, inflated: text.length + 1 }])).read('a.txt')).toThrow(/damaged/);
  });

  it('says that a part is locked, or packed in an unknown way', () => {
    expect(() => new Zip(zipByHand([{ ...entry, flags: 1 }])).read('a.txt')).toThrow(/protected by a password/);
    expect(() => new Zip(zipByHand([{ ...entry, method: 99 }])).read('a.txt')).toThrow(/protected by a password/);
    expect(() => new Zip(zipByHand([{ ...entry, method: 93 }])).read('a.txt')).toThrow(/packed in a way that is not read/);
  });

  it('takes names for names, whatever they say', () => {
    const zip = new Zip(
      zipByHand([
        { ...entry, name: '../../etc/passwd' },
        { ...entry, name: '/a' },
        { ...entry, name: '__proto__' },
      ]),
    );
    expect(zip.names).toEqual(['../../etc/passwd', '/a', '__proto__']);
    expect(zip.read('constructor')).toBeNull();
  });
});

it('says what a file is that is no package', () => {
  const ole = (inside: string) => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...[...inside].flatMap((letter) => [letter.charCodeAt(0), 0])]);
  const message = (bytes: Uint8Array) => {
    try {
      refuseOtherKinds(bytes, 'a Word document');
      return null;
    } catch (error) {
      return (error as Error).message;
    }
  };
  expect(kindOf(packed({ a: 'b' }))).toBe('zip');
  expect(
    [packed({ a: 'b' }), strToU8('%PDF-1.7'), strToU8('{\\rtf1'), strToU8('<!DOCTYPE html>'), strToU8('Dear all'), new Uint8Array(9)].map(
      message,
    ),
  ).toEqual([
    null,
    'It is a PDF, not a Word document: give it the ending .pdf.',
    'It is an RTF document, not a Word document: save it as .docx.',
    'It is a web page, not a Word document: give it the ending .html.',
    'It is plain text, not a Word document: give it the ending .txt.',
    'It is not a Word document, though its name says so: open it in the program that it was made with and save it again.',
  ]);
  expect(['EncryptedPackage', 'WordDocument', '__properties_version1.0', 'Workbook'].map((name) => message(ole(name)))).toEqual([
    'The file is protected by a password: open it, take the protection off and save it again.',
    'It is a Word document of the old kind (.doc): open it and save it as .docx.',
    'It is a message of Outlook’s own kind (.msg): save it as .eml or as text.',
    'It is an old Office file, not a Word document: open it and save it as .docx.',
  ]);
});
