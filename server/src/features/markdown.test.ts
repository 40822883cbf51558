import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import { escaped, link } from './markdown.ts';

// Without its transforms, which look for addresses in text that is already read, escaped or not; editors do not.
const handlers = gfmFromMarkdown().map(({ transforms: _, ...handler }) => handler);

/** The text that a reader sees, where Markdown is nothing but one paragraph of plain text. */
function seen(markdown: string): string | null {
  const [paragraph, ...more] = fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: handlers }).children;
  if (more.length > 0 || paragraph?.type !== 'paragraph') return null;
  return paragraph.children.every(({ type }) => type === 'text')
    ? paragraph.children.map((text) => ('value' in text ? text.value : '')).join('')
    : null;
}

describe('escaped text', () => {
  it.each([
    '*a* _b_ `c`',
    '<b>x</b> &amp; &copy;',
    '# no heading',
    '1. no list',
    '> no quote',
    '[a](b) ![c](d)',
    'a\\b',
    '| a | b |',
    '~~a~~',
    '---',
    '+ x',
    '1) x',
    'www.a.de http://a.de a@b.de',
  ])('is shown as it is: %s', (text) => {
    expect(seen(escaped(text))).toBe(text);
  });

  it('is shown as it is, whatever it is', () => {
    const letters = fc.constantFrom(...'ab1 *_`#>-+.!|[](){}<>&;:/\\~=$@“w');
    fc.assert(
      fc.property(fc.string({ unit: fc.oneof(letters, fc.constantFrom('www.', 'http://', 'a@b.de', '&amp;', '1.', '---')) }), (text) => {
        const trimmed = text.replace(/ +/g, ' ').trim();
        fc.pre(trimmed !== '');
        expect(seen(escaped(trimmed))).toBe(trimmed);
      }),
    );
  });
});

describe('a link', () => {
  it('keeps its address together', () => {
    const [paragraph] = fromMarkdown(link('a [b] (c)', 'file:///a b/(c)>.md#L1,2')).children;
    expect(paragraph).toMatchObject({
      children: [{ type: 'link', url: 'file:///a%20b/%28c%29%3E.md#L1,2', children: [{ value: 'a [b] (c)' }] }],
    });
  });
});
