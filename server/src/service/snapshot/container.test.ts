import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toEnd } from '../../text/steps.ts';
import { readContainer, writeContainer } from './container.ts';
import { INDEX_VERSION } from './indexVersion.ts';
import { ARRAY_TYPES, type ArrayType } from './plainTree.ts';

function bytesOf(tree: object, kind = 'test', version?: number): Uint8Array {
  return new Uint8Array(Buffer.concat(toEnd(writeContainer(kind, tree, version))));
}

function read(bytes: Uint8Array, kind = 'test', version?: number): unknown {
  const opened = toEnd(readContainer(bytes, kind, version));
  return 'problem' in opened ? opened.problem : opened.tree;
}

const array = fc
  .tuple(fc.constantFrom(...(Object.keys(ARRAY_TYPES) as ArrayType[])), fc.uint8Array({ maxLength: 40 }), fc.boolean())
  .map(([type, bytes, part]) => {
    const Type = ARRAY_TYPES[type];
    const whole = new Type(Uint8Array.from({ length: (bytes.length >> 3) << 3 }, (_, i) => bytes[i] ?? 0).buffer);
    return part ? whole.subarray(1) : whole;
  });
const { tree } = fc.letrec((tie) => ({
  leaf: fc.oneof(array, array, fc.double(), fc.integer(), fc.string({ unit: 'binary' }), fc.boolean(), fc.constant(null)),
  node: fc.oneof({ maxDepth: 4 }, tie('leaf'), fc.array(tie('node'), { maxLength: 4 }), tie('tree')),
  tree: fc.dictionary(fc.string({ maxLength: 4 }), tie('node'), { maxKeys: 6, noNullPrototype: true }),
}));

const SAMPLE = {
  words: { offsets: Uint32Array.of(1, 2, 3), bits: new Uint32Array(9).map((_, i) => i * 77), universe: 12.5 },
  codes: new Uint16Array(21).fill(3),
  text: '=#~ quoted',
  none: null,
  list: [Uint8Array.of(9), Uint8Array.of(8), new Uint8Array(0), true, -0, Number.NaN],
};
const whole = bytesOf(SAMPLE);

describe('a container', () => {
  test('gives back the tree that was put into it', () => {
    fc.assert(
      fc.property(tree, (given) => {
        expect(read(bytesOf(given as object))).toEqual(given);
      }),
    );
    expect(read(whole)).toEqual(SAMPLE);
  });

  test('keeps a property that is named as the prototype is', () => {
    const given = JSON.parse('{"__proto__": {"a": [1]}}') as object;
    expect(JSON.stringify(read(bytesOf(given)))).toBe('{"__proto__":{"a":[1]}}');
  });

  test('takes nothing that would come back as something else', () => {
    for (const odd of [new Map(), () => 1, 1n, new Date(0), new DataView(new ArrayBuffer(8)), Symbol('a'), [undefined]]) {
      expect(() => bytesOf({ odd })).toThrow(TypeError);
    }
    expect(read(bytesOf({ a: 1, b: undefined }))).toEqual({ a: 1 });
  });

  test('neither copies the arrays that it writes nor those that it reads', () => {
    const big = new Float64Array(50).fill(0.5);
    const pieces = toEnd(writeContainer('test', { big }));
    expect(pieces.some((piece) => piece.buffer === big.buffer)).toBe(true);
    const bytes = new Uint8Array(Buffer.concat(pieces));
    const back = read(bytes) as { big: Float64Array };
    expect(back.big.buffer).toBe(bytes.buffer);
    expect(back).toEqual({ big });
  });

  test('is read wherever its bytes lie', () => {
    const moved = new Uint8Array(whole.length + 3);
    moved.set(whole, 3);
    expect(read(moved.subarray(3))).toEqual(SAMPLE);
  });

  test('is verified in small steps', () => {
    const big = { a: new Uint8Array(1 << 20), b: new Uint16Array(1 << 18), c: new Uint8Array(1) };
    const bytes = bytesOf(big);
    expect([...readContainer(bytes, 'test')].length).toBeGreaterThan((bytes.length >> 17) - 1);
    expect([...writeContainer('test', big)].length).toBeGreaterThan((bytes.length >> 17) - 1);
  });
});

describe('a container that is not as it was written', () => {
  test('is noticed wherever a bit has changed', () => {
    for (let bit = 0; bit < whole.length * 8; bit++) {
      const changed = whole.slice();
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(read(changed)).toBeTypeOf('string');
    }
  });

  test('is noticed wherever it is cut', () => {
    for (let length = 0; length < whole.length; length++) expect(read(whole.slice(0, length))).toBe('cut');
  });

  test('is noticed whatever is changed', () => {
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.uint8Array({ minLength: 1, maxLength: 64 }), (at, noise) => {
        const changed = whole.slice();
        changed.set(noise.subarray(0, whole.length - at), at);
        fc.pre(Buffer.compare(changed, whole) !== 0);
        expect(read(changed)).toBeTypeOf('string');
      }),
    );
  });

  test('is noticed where something was added or nothing is right', () => {
    expect(read(Uint8Array.of(...whole, 0))).toBe('damaged');
    expect(read(Uint8Array.of(...whole, ...whole))).toBe('damaged');
    expect(read(new Uint8Array(0))).toBe('cut');
    expect(read(new Uint8Array(1000))).toBe('foreign');
    expect(read(new TextEncoder().encode('{"kind": "test", "sections": [], "rest": {}}'))).toBe('foreign');
  });

  test('is noticed where two parts have changed places', () => {
    const marks = { one: new Uint8Array(32).fill(1), two: new Uint8Array(32).fill(2) };
    const bytes = bytesOf(marks);
    const swapped = bytes.slice();
    swapped.copyWithin(bytes.length - 64, bytes.length - 32);
    swapped.set(marks.one, bytes.length - 32);
    expect(swapped.length).toBe(bytes.length);
    expect(read(swapped)).toBe('damaged');
  });

  test('is noticed where padding was written to', () => {
    const bytes = bytesOf({ a: Uint8Array.of(1) });
    bytes[bytes.length - 1] = 1;
    expect(read(bytes)).toBe('damaged');
  });
});

describe('a container of something else', () => {
  test('is foreign', () => expect(read(whole, 'other')).toBe('foreign'));

  test('of data that mean something else is of another version', () => {
    expect(read(bytesOf(SAMPLE, 'test', INDEX_VERSION + 1))).toBe('other version');
    expect(read(whole, 'test', INDEX_VERSION + 1)).toBe('other version');
  });

  test('in a format to come is of another version', () => {
    const bytes = whole.slice();
    bytes[12] = 99;
    expect(read(bytes)).toBe('other version');
  });

  test('from a machine of the other byte order is foreign', () => {
    const bytes = whole.slice();
    for (let at = 8; at < 32; at += 4) bytes.subarray(at, at + 4).reverse();
    expect(read(bytes)).toBe('foreign');
  });
});
