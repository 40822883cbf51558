import { describe, expect, it } from 'vitest';
import { base64Of, bytesOfBase64 } from './base64.ts';

const bytes = Uint8Array.from({ length: 20_001 }, (_, at) => (at * 7919) % 256);

describe('base64', () => {
  it('is the same with Node’s help and without', () => {
    expect(base64Of(bytes, null)).toBe(Buffer.from(bytes).toString('base64'));
    expect(base64Of(bytes)).toBe(base64Of(bytes, null));
  });

  it('leads back to the bytes', () => {
    expect(bytesOfBase64(base64Of(bytes), null)).toEqual(bytes);
    expect(new Uint8Array(bytesOfBase64(base64Of(bytes)))).toEqual(bytes);
    expect(bytesOfBase64('', null)).toEqual(new Uint8Array());
  });
});
