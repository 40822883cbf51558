import { expect, it } from 'vitest';
import { sliceOf } from '../../text/span.ts';
import { ProseBuilder } from '../extracted.ts';
import { addHtml } from './htmlBlocks.ts';

function blocksOf(html: string): string[] {
  const builder = new ProseBuilder();
  addHtml(builder, html);
  const { prose } = builder.finish();
  return prose.blocks.map(({ span, kind, group }) => `${kind}${group < 0 ? '' : ` ${group}`}: ${sliceOf(prose.text, span)}`);
}

it('reads paragraphs with entities, emphasis and white space as a reader sees them', () => {
  expect(blocksOf('<p>“Tides &amp; <em>rain</em>,”\n   said&nbsp;Ada.</p>stray <b>words</b><p></p>')).toEqual([
    'paragraph: “Tides & rain,” said Ada.',
    'paragraph: stray words',
  ]);
});

it('tells quotations, lists, tables, headings and captions', () => {
  const html =
    '<h2>The weir</h2><blockquote><p>One.</p><p>Two.</p></blockquote><ul><li>Salt</li><li><p>Tar</p></li></ul>' +
    '<table><tr><td>7</td><td>boats</td></tr></table><figure><figcaption>The quay</figcaption></figure>';
  expect(blocksOf(html)).toEqual([
    'heading: The weir',
    'quote 0: One.',
    'quote 0: Two.',
    'item 1: Salt',
    'item 1: Tar',
    'cell 2: 7',
    'cell 2: boats',
    'caption: The quay',
  ]);
});

it('ends a line at one break and a paragraph at two', () => {
  expect(blocksOf('One<br>two<br><br>three')).toEqual(['paragraph: One\ntwo', 'paragraph: three']);
});

it('leaves out what nobody sees', () => {
  expect(blocksOf('<p>Seen<script>x()</script></p><p hidden>No</p><div style="display: none">No</div><style>p{}</style>')).toEqual([
    'paragraph: Seen',
  ]);
});

it('puts marks round what the page marks up as a quotation', () => {
  expect(blocksOf('<p>Ada said <q>no</q>.</p>')).toEqual(['paragraph: Ada said “no”.']);
});
