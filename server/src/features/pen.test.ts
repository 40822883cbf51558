import fc from 'fast-check';
import type { PhrasingContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { expect, it } from 'vitest';
import { MARKDOWN, PLAIN } from './pen.ts';

// Without its transforms, which look for addresses in text that is already read; editors do not.
const handlers = gfmFromMarkdown().map(({ transforms: _, ...handler }) => handler);

const textIn = (node: PhrasingContent): string =>
  'children' in node ? node.children.map(textIn).join('') : 'value' in node ? node.value : '';

/** The struck and the bold text that a reader of Markdown sees. */
function seen(markdown: string) {
  const [paragraph] = fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: handlers }).children;
  const nodes = paragraph?.type === 'paragraph' ? paragraph.children : [];
  const all = (type: string) => nodes.filter((node) => node.type === type).map(textIn);
  return { struck: all('delete'), bold: all('strong'), text: nodes.map(textIn).join('') };
}

it('strikes out what the draft has and prints in bold what the source has, whatever the words are', () => {
  const letters = fc.constantFrom(...'ab1*_`~[]<>&\\$ä字');
  const words = fc.string({ unit: letters, minLength: 1, maxLength: 6 }).map((inside) => `a${inside}z`);
  fc.assert(
    fc.property(words, words, (draft, source) => {
      const markdown = `${MARKDOWN.text('before ')}${MARKDOWN.exchange(draft, source)}${MARKDOWN.text(', after')}`;
      expect(seen(markdown)).toEqual({ struck: [draft], bold: [source], text: `before ${draft} ${source}, after` });
    }),
  );
});

it('shows one side alone where the other has nothing', () => {
  expect(MARKDOWN.exchange('', 'fog')).toBe('**fog**');
  expect(MARKDOWN.exchange('storm', '')).toBe('~~storm~~');
  expect([PLAIN.exchange('storm', 'fog'), PLAIN.exchange('', 'fog'), PLAIN.exchange('storm', '')]).toEqual([
    '[storm → fog]',
    '[→ fog]',
    '[storm →]',
  ]);
});

it('says nothing of the draft where only the source’s side is known', () => {
  expect(MARKDOWN.exchange(null, ' the\n fog ')).toBe('**the fog**');
  expect(PLAIN.exchange(null, 'the fog')).toBe('the fog');
});
