import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codeUnits } from '../../../test/support/trickyTexts.ts';
import { asciiBytes, CodeUnits } from './codeUnits.ts';

test.each([true, false])('code units are those of the text (natively: %s)', (native) => {
  const copied = new CodeUnits(100, native);
  fc.assert(
    fc.property(codeUnits, fc.nat(40), (text, start) => {
      const from = Math.min(start, text.length);
      const end = Math.min(text.length, from + 100);
      copied.copy(text, from, end);
      expect(String.fromCharCode(...copied.units.subarray(0, end - from))).toBe(text.slice(from, end));
    }),
  );
});

test.each([true, false])('bytes are those of the text (natively: %s)', (native) => {
  for (const text of ['', 'a', 'tide\0\x7f"'.repeat(200)]) expect(String.fromCharCode(...asciiBytes(text, native))).toBe(text);
});
