import fc from 'fast-check';
import { expect, test } from 'vitest';
import { JsonPacker, unpackJson } from './packedStrings.ts';

test('whatever was packed is unpacked', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.jsonValue(), fc.string({ minLength: 400, maxLength: 9000 }))),
      (values) => {
        const packer = new JsonPacker();
        for (const value of values) packer.add(value);
        const packed = packer.finish();
        expect(packed.bytes.every((byte) => byte < 0x80)).toBe(true);
        expect(values.map((_, i) => unpackJson(packed, i))).toEqual(values.map((value) => JSON.parse(JSON.stringify(value))));
      },
    ),
    { numRuns: 100 },
  );
});
