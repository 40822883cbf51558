import { describe, expect, it } from 'vitest';
import { offersOf } from './clipboard.ts';

function windowsClipboard(html: string, fragment: string, url: string): string {
  const head = (numbers: readonly number[]) => {
    const [start, end, from, to] = numbers.map((number) => String(number).padStart(10, '0'));
    return `Version:0.9\r\nStartHTML:${start}\r\nEndHTML:${end}\r\nStartFragment:${from}\r\nEndFragment:${to}\r\nSourceURL:${url}\r\n`;
  };
  const length = (text: string) => new TextEncoder().encode(text).length;
  const before = length(head([0, 0, 0, 0]));
  const from = before + length(html.slice(0, html.indexOf(fragment)));
  return head([before, before + length(html), from, from + length(fragment)]) + html;
}

const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

describe('pasted content', () => {
  it('of a page is a page of its own, and its text where that cannot be read', () => {
    const offers = offersOf({ text: 'It held.', html: '<meta charset="utf-8"><p>It held.</p>' }, { retrieved: '2024-03-12' });
    expect(offers.map(({ mediaType }) => mediaType)).toEqual(['text/html; charset=utf-8', 'text/plain']);
    expect(textOf(offers[0]!.bytes)).toContain('<body>\n<meta charset="utf-8"><p>It held.</p>\n</body>');
    expect(offers[0]).toMatchObject({ origin: 'paste', name: null, stated: { retrieved: '2024-03-12' } });
  });

  it('from Windows says which page it is from, and where in the bytes it stands', () => {
    const fragment = '<p>“Æ held,” she said.</p>';
    const html = `<html><body>Ünrelated<!--StartFragment-->${fragment}<!--EndFragment--></body></html>`;
    const url = 'https://example.org/weir?a=1&b="2"';
    const [page] = offersOf({ text: null, html: windowsClipboard(html, fragment, url) }, {});
    const text = textOf(page!.bytes);
    expect(text).toContain(`<body>\n${fragment}\n</body>`);
    expect(text).toContain('<link rel="canonical" href="https://example.org/weir?a=1&amp;b=&quot;2&quot;">');
    expect(text).not.toContain('Ünrelated');
    expect(page!.stated.url).toBe(url);
  });

  it('from Windows with wrong numbers is found by its marks', () => {
    const html =
      'Version:0.9\r\nStartHTML:-1\r\nStartFragment:99999\r\nEndFragment:3\r\n<html>a<!--StartFragment-->b<!--EndFragment-->c</html>';
    expect(textOf(offersOf({ text: null, html }, {})[0]!.bytes)).toContain('<body>\nb\n</body>');
  });

  it('without any text is nothing', () => {
    expect(offersOf({ text: ' \n', html: '<img src="a.png">' }, {})).toEqual([]);
    expect(offersOf({ text: null, html: null }, {})).toEqual([]);
  });

  it.each([
    ['# The weir\n\nIt held.', 'text/markdown'],
    ['---\ntitle: Weir\n---\n\nIt held.', 'text/markdown'],
    ['See [the report](https://example.org/weir).', 'text/markdown'],
    ['The weir held.\r\nSo it did.', 'text/plain'],
  ])('%j is %s', (text, mediaType) => {
    expect(offersOf({ text, html: null }, {})[0]?.mediaType).toBe(mediaType);
  });
});
