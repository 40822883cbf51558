import { describe, expect, it } from 'vitest';
import { decode } from '../../readers/decode.ts';
import { withoutHeader } from './charset.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const cyrillic = Uint8Array.from([0xcf, 0xeb, 0xee, 0xf2, 0xe8, 0xed, 0xe0]);

describe('what a server says of an encoding', () => {
  it('is put into the file', () => {
    expect(decode(withoutHeader(cyrillic, 'text/html; charset=windows-1251'))).toBe('Плотина');
    expect(decode(withoutHeader(cyrillic, 'text/html;Charset="WINDOWS-1251"'))).toBe('Плотина');
  });

  it('wins over what the page says', () => {
    const page = utf8('<meta charset="iso-8859-1"><p>Œuvre');
    const kept = withoutHeader(page, 'text/html; charset=utf-8');
    expect([...kept.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(decode(kept)).toBe('<meta charset="iso-8859-1"><p>Œuvre');
  });

  it.each([
    ['text/html', cyrillic],
    ['text/html; charset=utf-8', utf8('<meta charset=UTF-8>Œuvre')],
    ['text/html; charset=windows-1251', utf8('plain')],
    ['text/html; charset=no-such-thing', cyrillic],
    ['text/html; charset=windows-1251', Uint8Array.from([0xff, 0xfe, 0x41, 0x00])],
    [null, cyrillic],
  ])('changes nothing where it is not needed: %s', (mediaType, bytes) => {
    expect(withoutHeader(bytes, mediaType)).toBe(bytes);
  });
});
