import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseEncoding, Positions, pathOfUri, uriOfPath } from './convert.ts';

// é is one UTF-16 unit and two bytes, 😀 two units and four bytes.
const TEXT = 'ab\né“x”\r\n😀z';

describe('positions', () => {
  it.each([
    ['utf-16', { line: 1, character: 3 }, { line: 2, character: 2 }],
    ['utf-8', { line: 1, character: 6 }, { line: 2, character: 4 }],
    ['utf-32', { line: 1, character: 3 }, { line: 2, character: 1 }],
  ] as const)('count in %s', (encoding, closing, letter) => {
    const positions = new Positions(TEXT, encoding);
    expect(positions.position(TEXT.indexOf('”'))).toEqual(closing);
    expect(positions.position(TEXT.indexOf('z'))).toEqual(letter);
    expect(positions.offset(closing)).toBe(TEXT.indexOf('”'));
    expect(positions.offset(letter)).toBe(TEXT.indexOf('z'));
  });

  it.each(['utf-16', 'utf-8', 'utf-32'] as const)('go there and back in %s', (encoding) => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'é', '“', '😀', '\n', '\r\n') }), (text) => {
        const positions = new Positions(text, encoding);
        let at = 0;
        for (const letter of text) {
          if (letter !== '\n' || text[at - 1] !== '\r') expect(positions.offset(positions.position(at))).toBe(at);
          at += letter.length;
        }
      }),
    );
  });

  it('end at the line where the position lies beyond it', () => {
    const positions = new Positions(TEXT);
    expect(positions.offset({ line: 0, character: 99 })).toBe(2);
    expect(positions.offset({ line: 1, character: 99 })).toBe(TEXT.indexOf('\r'));
    expect(positions.offset({ line: 99, character: 0 })).toBe(TEXT.length);
    expect(positions.offset({ line: -1, character: 0 })).toBe(0);
    expect(positions.offset({ line: Number.NaN, character: 0 })).toBe(0);
  });

  it('put a range that runs backwards in order', () => {
    expect(new Positions('abc').span({ start: { line: 0, character: 2 }, end: { line: 0, character: 1 } })).toEqual({ start: 1, end: 2 });
  });
});

describe('the encoding', () => {
  it.each([
    [undefined, 'utf-16'],
    [[], 'utf-16'],
    [['utf-8', 'utf-16'], 'utf-8'],
    [['utf-16', 'utf-8'], 'utf-16'],
    [['ebcdic', 'utf-8'], 'utf-8'],
    [['utf-8'], 'utf-8'],
    [['utf-32', 'utf-8'], 'utf-32'],
    [['ebcdic'], 'utf-16'],
  ])('of a client that offers %j is %s', (offered, chosen) => {
    expect(chooseEncoding(offered)).toBe(chosen);
  });
});

describe('paths', () => {
  it.each([
    ['/a/b c.md', 'file:///a/b%20c.md'],
    ['/a/50%/#1 (é).md', 'file:///a/50%25/%231%20%28%C3%A9%29.md'],
    ['C:/a/b.md', 'file:///C%3A/a/b.md'],
    ['//server/share/b.md', 'file://server/share/b.md'],
  ])('%s is %s and back', (path, uri) => {
    expect(uriOfPath(path)).toBe(uri);
    expect(pathOfUri(uri)).toBe(path);
  });

  it('are none for other URIs and for broken ones', () => {
    expect(pathOfUri('untitled:Untitled-1')).toBeUndefined();
    expect(pathOfUri('file:///a%')).toBeUndefined();
    expect(uriOfPath('vscode-vfs://github/a/b.md')).toBe('vscode-vfs://github/a/b.md');
  });
});
