import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sliceOf } from '../text/span.ts';
import { frontMatterSpan } from './frontMatter.ts';
import { markdownProse } from './markdownProse.ts';
import { MARKUP, readable } from './prose.ts';

/** The prose with its markup drawn: `▔` joins, `·` is a space that was something else or a space. */
function drawn(markdown: string): string {
  return markdownProse(markdown).prose.text.replaceAll(MARKUP, '▔').replaceAll(' ', '·');
}

function blocks(markdown: string): string[] {
  const { prose } = markdownProse(markdown);
  return prose.blocks.map(({ kind, group, span }) => `${kind} ${group}: ${readable(sliceOf(prose.text, span))}`);
}

describe('markdownProse', () => {
  it('keeps words and makes markup joiners, so that offsets stay', () => {
    expect(drawn('re**main** [calm](http://a.b "c") ~~so~~ \\* it')).toBe('re▔▔main▔▔·▔calm▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔·▔▔so▔▔·▔*·it');
  });

  it('makes spaces of what is no prose', () => {
    const markdown = 'a `b` c www.d.org e ![f](g) h $x^2$ i';
    expect(markdownProse(markdown).prose.text).toBe(markdown.replace(/`b`|www\S+|!\S+|\$\S+/g, (code) => ' '.repeat(code.length)));
  });

  it('reads an entity as its character', () => {
    expect(drawn('A &amp; B &#8220;x&#x201D; &nope; &hellip;')).toBe('A·&▔▔▔▔·B·“▔▔▔▔▔▔x”▔▔▔▔▔▔▔·&nope;·…▔▔▔▔▔▔▔');
  });

  it('tells blocks and their groups apart', () => {
    const markdown =
      '# Head\n\nText\nruns on.\n\n> One\n>\n> Two\n\n- a\n- b\n\n| c | d |\n| - | - |\n| e | f |\n\n[^1]: Note.\n\nUnder\n=====\n';
    expect(blocks(markdown)).toEqual([
      'heading -1: Head',
      'paragraph -1: Text runs on.',
      'quote 0: One',
      'quote 0: Two',
      'item 1: a',
      'item 1: b',
      'cell 2: c',
      'cell 2: d',
      'cell 2: e',
      'cell 2: f',
      'footnote 3: Note.',
      'heading -1: Under',
    ]);
  });

  it('leaves code, maths and definitions out', () => {
    expect(blocks('A.\n\n```\ncode\n\nmore\n```\n\n    indented\n\n$$\ny = 1\n$$\n\n[a]: http://b.c "d"\n\nB.')).toEqual([
      'paragraph -1: A.',
      'paragraph -1: B.',
    ]);
  });

  it('keeps sums of money and editors’ brackets', () => {
    expect(blocks('It cost $5 and $6, “[the mill] burned [sic]”.')).toEqual([
      'paragraph -1: It cost $5 and $6, “[the mill] burned [sic]”.',
    ]);
  });

  it('takes no alert for a quotation', () => {
    expect(blocks('> [!NOTE]\n> Mind the gap.')).toEqual(['paragraph 0: Mind the gap.']);
  });

  it('gives comments, links, footnotes and front matter', () => {
    const markdown =
      '---\ntitle: T\n---\n\n<!-- stet: why -->\n\nSee [it][k], <http://x.y> and[^n].\n\n<!-- on\n\noff -->\n\n[k]: http://k.l/m_n\n\n[^n]: Note.\n';
    const { frontMatter, comments, links, footnotes, footnoteMarks } = markdownProse(markdown);
    expect(frontMatter && sliceOf(markdown, frontMatter)).toBe('---\ntitle: T\n---');
    expect(comments.map(({ span, content }) => [sliceOf(markdown, span), content])).toEqual([
      ['<!-- stet: why -->', 'stet: why'],
      ['<!-- on\n\noff -->', 'on\n\noff'],
    ]);
    expect(links.map(({ span, text, url }) => [sliceOf(markdown, span), sliceOf(markdown, text), url])).toEqual([
      ['[it][k]', 'it', 'http://k.l/m_n'],
      ['<http://x.y>', 'http://x.y', 'http://x.y'],
    ]);
    expect(footnotes.map(({ label, span }) => [label, sliceOf(markdown, span)])).toEqual([['n', '[^n]: Note.']]);
    expect(footnoteMarks.map(({ label, span }) => [label, sliceOf(markdown, span)])).toEqual([['n', '[^n]']]);
  });

  it('reads the text between tags of raw HTML', () => {
    expect(blocks('<div>\n“Yes,” she said.\n</div>\n\n<!-- stet --> Tail.')).toEqual([
      'paragraph -1: “Yes,” she said.',
      'paragraph -1: Tail.',
    ]);
  });

  it('makes one paragraph of a very long line that is read in pieces', () => {
    const markdown = 'The *tide* came in. '.repeat(4_000);
    const { prose } = markdownProse(markdown);
    expect(prose.blocks).toHaveLength(1);
    expect(readable(prose.text)).toBe('The tide came in. '.repeat(4_000).trim());
  });

  it('makes one list of a very long list that is read in parts', () => {
    const groups = new Set(markdownProse('- one *item*\n'.repeat(1_000)).prose.blocks.map(({ group }) => group));
    expect(groups.size).toBe(1);
  });

  it('is as long as the text and has its blocks in order, whatever the text', () => {
    const line = fc.constantFrom(
      '',
      'Plain words.',
      '“Said *she*”',
      '> quoted',
      '> > deep',
      '- item',
      '  more',
      '1. one',
      '```',
      '  ~~~',
      '# h',
      '---',
      '| a | b |',
      '|---|---|',
      '[k]: u',
      '[k] x',
      '<!-- c',
      '-->',
      '<div>',
      '&amp;&#0;',
      '\\',
      '$a$ $5',
      '[^1]: n',
      'w[^1]',
      '    code',
      '\t',
      '\r',
      '***',
      '`',
      '**x',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(line, fc.string()), { maxLength: 12 }), fc.constantFrom('\n', '\r\n', '\r'), (lines, end) => {
        const markdown = lines.join(end);
        const { prose } = markdownProse(markdown);
        expect(prose.text).toHaveLength(markdown.length);
        let last = 0;
        for (const { span } of prose.blocks) {
          expect(span.start).toBeGreaterThanOrEqual(last);
          expect(span.end).toBeGreaterThan(span.start);
          last = span.end;
        }
      }),
      { numRuns: 300 },
    );
  });

  it('reads unchanged parts the same after an edit elsewhere', () => {
    const part = 'A *b* [c](d).\n\n> e `f`\n\n';
    const once = markdownProse(part).prose.text;
    expect(markdownProse(`Other *words*.\n\n${part}`).prose.text.endsWith(once)).toBe(true);
  });
});

describe('frontMatterSpan', () => {
  it('is nothing where the block is never closed or stands elsewhere', () => {
    expect(frontMatterSpan('---\ntitle: x\n')).toBeNull();
    expect(frontMatterSpan('\n---\ntitle: x\n---\n')).toBeNull();
    expect(frontMatterSpan('---\n---')).toEqual({ start: 0, end: 7 });
  });
});
