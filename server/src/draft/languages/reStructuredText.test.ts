import { describe, expect, test } from 'vitest';
import { blocksOf, citationsOf, heldOf, quotationsIn, speakersIn } from '../../../../test/support/draftLanguages.ts';

const blocks = (text: string) => blocksOf(text, 'restructuredtext');
const quoted = (text: string) => quotationsIn(text, 'restructuredtext');
const speakers = (text: string) => speakersIn(text, 'restructuredtext');
const citations = (text: string) => citationsOf(text, 'restructuredtext');
const held = (text: string) => heldOf(text, 'restructuredtext');

describe('what is read', () => {
  test.each([
    ['paragraphs', 'One\ntwo.\n\nThree.', ['paragraph: One two.', 'paragraph: Three.']],
    [
      'headings',
      '=====\nTitle\n=====\n\nThe *old* wall\n--------------\nOne.',
      ['heading: Title', 'heading: The old wall', 'paragraph: One.'],
    ],
    [
      'items',
      '- One\n  two\n\n  three\n- Four\n\n  1. Five\n\nSix',
      ['item: One two', 'item: three', 'item: Four', 'item: Five', 'paragraph: Six'],
    ],
    ['terms', 'One\n  Two three.\n\nFour', ['paragraph: One', 'item: Two three.', 'paragraph: Four']],
    ['block quotes', 'One:\n\n  Two.\n\n  Three.\n\nFour.', ['paragraph: One:', 'quote: Two.', 'quote: Three.', 'paragraph: Four.']],
    ['admonitions', '.. note:: One\n   two.\n\n   Three.\n\nFour.', ['paragraph: One two.', 'paragraph: Three.', 'paragraph: Four.']],
    ['epigraphs', '.. epigraph::\n\n   One two.\n\nThree.', ['quote: One two.', 'paragraph: Three.']],
    ['captions', '.. figure:: a.png\n   :alt: b\n\n   One two.', ['caption: One two.']],
    ['footnotes', 'One. [1]_\n\n.. [1] Two\n   three.', ['paragraph: One.', 'footnote: Two three.']],
    ['lines', '| One\n| two', ['paragraph: One | two'.replace(' | ', ' ')]],
    [
      'marked words',
      'One *two* **three** `four`_ :emphasis:`five` :math:`x` ``six`` seven_ a\\*b re\\ *main*.',
      ['paragraph: One two three four five seven a*b remain.'],
    ],
  ])('%s', (_, text, expected) => expect(blocks(text)).toEqual(expected));
});

describe('what is none', () => {
  test.each([
    [
      'code',
      'One::\n\n  two “\n\n  three\n\n.. code-block:: c\n   :x: y\n\n   four\n\nFive.\n\n>>> six',
      ['paragraph: One:', 'paragraph: Five.'],
    ],
    ['comments', 'One.\n\n.. two “\n   three\n\nFour.', ['paragraph: One.', 'paragraph: Four.']],
    [
      'targets, substitutions, fields',
      ':Author: “A\n:Date: x\n\n.. _b: https://c.org\n.. |d| image:: e.png\n\nOne |d| two.',
      ['paragraph: One two.'],
    ],
    ['tables that are drawn', '+---+\n| a |\n+---+\n\n==== ====\none  two\n==== ====\n\nThree.', ['paragraph: Three.']],
  ])('%s', (_, text, expected) => expect(blocks(text)).toEqual(expected));
});

describe('quotations', () => {
  test.each([
    ['One:\n\n  Two three.\n\n  -- Ada Quill', 'Ada Quill: Two three.'],
    ['One:\n\n  Two three.\n  --Ada Quill', 'Ada Quill: Two three.'],
    ['One:\n\n  Two three.\n\n  --- Ada Quill', 'Ada Quill: Two three.'],
    ['.. pull-quote::\n\n   Two three.\n\n   -- Ada Quill', 'Ada Quill: Two three.'],
  ])('%s', (text, expected) => expect(speakers(text)).toEqual([expected]));
  test('two with a line each that says whose they are are two', () =>
    expect(quoted('One:\n\n  Two.\n\n  -- Ada Quill\n\n  Three.\n\n  -- José Marl')).toEqual(['Two.', 'Three.']));
});

test('citations', () =>
  expect(
    citations(
      '`The Courier <https://a.org/b>`_ and Mail_ or https://e.org. One. [1]_\n\n.. _Mail: https://c.org\n.. [1] See https://f.org.',
    ),
  ).toEqual([
    'link The Courier <https://a.org/b>',
    'link Mail <https://c.org>',
    'link https://e.org <https://e.org>',
    'note See https://f.org. <https://f.org>',
    'link https://f.org <https://f.org>',
  ]));

test('directives and what the document says of itself', () => {
  expect(held('.. stet: why\n\nOne.\n\nTwo.')).toEqual({ stets: ['One.'], off: false, day: null });
  expect(held(':date: 2025-03-04\n:verbatim: off\n\nOne.')).toEqual({ stets: [], off: true, day: '2025-03-04' });
});
