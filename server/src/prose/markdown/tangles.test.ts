import { describe, expect, it } from 'vitest';
import { markdownProse } from '../markdownProse.ts';
import { MOST_BRACKETS, untangled } from './tangles.ts';

const brackets = (text: string) => text.split(']').length - 1;

describe('a paragraph with brackets upon brackets', () => {
  it('is given to the parser with no more of them than it can look back over, however long it is', () => {
    for (const unit of ['](', '[a](', '](<', ']', '[a][', '![x](y "']) {
      for (const prefix of ['', '> ', '> - ', '1. ']) {
        const text = prefix + unit.repeat(20_000);
        expect(brackets(untangled(text))).toBe(MOST_BRACKETS);
        expect(untangled(text)).toHaveLength(text.length);
      }
    }
    const lines = `${'](\n'.repeat(20_000)}`;
    expect(brackets(untangled(lines))).toBe(MOST_BRACKETS);
  });

  it('is read to its end all the same', () => {
    const text = `> ${']('.repeat(5_000)} “the lamp is lit”`;
    const { prose } = markdownProse(text);
    expect(prose.text).toHaveLength(text.length);
    expect(prose.text).toContain('“the lamp is lit”');
  });

  it('is no list of links, no table and no list of addresses, however many there are', () => {
    for (const line of [
      '- [lamp](https://a.org)',
      '  - [lamp](b.md) and [bell](c.md)',
      '| [lamp](b.md) | [bell] |',
      '[lamp]: https://a.org',
      '> 1. [x]',
    ]) {
      const text = `${line}\n`.repeat(2 * MOST_BRACKETS);
      expect(untangled(text)).toBe(text);
    }
    const paragraphs = '[lamp](a.md) and [bell](b.md), [quay](c.md)\n\n'.repeat(MOST_BRACKETS);
    expect(untangled(paragraphs)).toBe(paragraphs);
  });
});
