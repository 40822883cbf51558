import { expect, it } from 'vitest';
import { buffersOf } from './transfer.ts';

it('buffers are found wherever they are, each once', () => {
  const shared = new ArrayBuffer(16);
  const more = new Float64Array(1);
  const data = {
    numbers: new Uint32Array(4),
    nested: { first: new Uint8Array(shared, 0, 8), second: new Uint16Array(shared, 8), none: null, text: 'words' },
    list: [{ more }],
    notToBeHandedOver: new Int32Array(new SharedArrayBuffer(4)),
  };
  expect(new Set(buffersOf(data))).toEqual(new Set([data.numbers.buffer, shared, more.buffer]));
  expect(buffersOf(data)).toHaveLength(3);
  expect(buffersOf(null)).toEqual([]);
});
