import { describe, expect, test } from 'vitest';
import { blocksOf, citationsOf, heldOf, quotationsIn, speakersIn } from '../../../../test/support/draftLanguages.ts';

const blocks = (text: string) => blocksOf(text, 'html');
const quoted = (text: string) => quotationsIn(text, 'html');
const speakers = (text: string) => speakersIn(text, 'html');
const citations = (text: string) => citationsOf(text, 'html');
const held = (text: string) => heldOf(text, 'html');

describe('what is read', () => {
  test.each([
    ['paragraphs', '<p>One <b>t</b>wo<br>three.</p>\n<p class="x > y">Four.', ['paragraph: One two three.', 'paragraph: Four.']],
    ['headings', '<h2>The <i>old</i> wall</h2>One.', ['heading: The old wall', 'paragraph: One.']],
    ['items', '<ul><li>One<li>Two<ol><li>Three</ol></ul>', ['item: One', 'item: Two', 'item: Three']],
    ['cells', '<table><caption>A</caption><tr><td>One<td>Two</table>', ['caption: A', 'cell: One', 'cell: Two']],
    ['block quotes', '<blockquote><p>One.</p><p>Two.</p></blockquote>Three.', ['quote: One.', 'quote: Two.', 'paragraph: Three.']],
    ['captions', '<figure><img alt="a"><figcaption>One.</figcaption></figure>', ['caption: One.']],
    ['characters', '<p>&lt;Jos&eacute;&#8217;s&nbsp;wall&#x2014;AT&T&amp;Co &unheard;', ['paragraph: <José’s wall—AT&T&Co &unheard;']],
  ])('%s', (_, text, expected) => expect(blocks(text)).toEqual(expected));
});

test.each([
  [
    'scripts, styles, code',
    '<head><title>“a</title></head><script>b < “c"</script><style>d</style><pre>e</pre><p>One <code>f</code> two</p><svg><text>g</text></svg>',
  ],
  ['comments and declarations', '<!doctype html><!-- “a --><p>One <!-- b --> two</p><?php “c ?>'],
  ['attributes', '<p title="“a" data-b=\'”\'>One <a href="c">two</a></p>'],
])('%s are not read', (_, text) => expect(blocks(text)).toEqual(['paragraph: One two']));

describe('quotations', () => {
  test.each([
    ['<p><q>One <q>two</q> three.</q>', ['One ‘two’ three.', 'two']],
    ['<p>&ldquo;One two&rdquo; and &quot;three four&quot; and &laquo;five&raquo;', ['One two', 'three four', 'five']],
  ])('%s', (text, expected) => expect(quoted(text)).toEqual(expected));
  test.each([
    ['<blockquote><p>One two.</p><footer>Ada Quill, <cite>The Courier</cite></footer></blockquote>', 'Ada Quill: One two.'],
    ['<blockquote>One two.\n<footer>&mdash; <cite>Ada Quill</cite></footer></blockquote>', 'Ada Quill: One two.'],
    ['<blockquote><p>One two.</p><p><cite>Ada Quill</cite></p></blockquote>', 'Ada Quill: One two.'],
    ['<blockquote><p>One two. <cite>Ada Quill</cite></p></blockquote>', 'Ada Quill: One two.'],
    ['<blockquote><p>I read <cite>The Courier</cite> daily.</p></blockquote>', '?: I read The Courier daily.'],
  ])('%s', (text, expected) => expect(speakers(text)).toEqual([expected]));
});

test('citations', () =>
  expect(
    citations('<p><a href="https://a.org/?b&amp;c">The <i>Courier</i></a></p><blockquote cite=https://d.org>One.</blockquote>'),
  ).toEqual(['link The Courier <https://a.org/?b&c>', 'link https://d.org <https://d.org>']));

test('directives and what the document says of itself', () => {
  expect(held('<!-- stet: why --><p>One.</p><p>Two.</p>')).toEqual({ stets: ['One.'], off: false, day: null });
  expect(
    held('<meta property="article:published_time" content="2025-03-04T10:00:00Z"><meta name="verbatim" content="off"><p>One.'),
  ).toEqual({
    stets: [],
    off: true,
    day: '2025-03-04',
  });
});
