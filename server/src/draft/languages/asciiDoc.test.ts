import { describe, expect, test } from 'vitest';
import { blocksOf, citationsOf, heldOf, quotationsIn, speakersIn } from '../../../../test/support/draftLanguages.ts';

const blocks = (text: string) => blocksOf(text, 'asciidoc');
const quoted = (text: string) => quotationsIn(text, 'asciidoc');
const speakers = (text: string) => speakersIn(text, 'asciidoc');
const citations = (text: string) => citationsOf(text, 'asciidoc');
const held = (text: string) => heldOf(text, 'asciidoc');

describe('what is read', () => {
  test.each([
    ['paragraphs', 'One\ntwo.\n\nThree.', ['paragraph: One two.', 'paragraph: Three.']],
    [
      'headings',
      '= Title\nA. Quill <a@b.org>\nv1.0, 2025-03-04\n:toc:\n\n== The *old* wall\nOne.',
      ['heading: Title', 'heading: The old wall', 'paragraph: One.'],
    ],
    ['items', '* One\ntwo\n** Three\n. Four\n\nFive', ['item: One two', 'item: Three', 'item: Four', 'paragraph: Five']],
    ['terms', 'One:: two three\nFour::\nfive', ['item: One', 'item: two three', 'item: Four', 'item: five']],
    ['what goes on with a plus', '* One\n+\nTwo\n\nThree', ['item: One', 'item: Two', 'paragraph: Three']],
    [
      'cells',
      '.The table\n|===\n|One |Two\n\n|Three\n|Four\n|===',
      ['caption: The table', 'cell: One', 'cell: Two', 'cell: Three', 'cell: Four'],
    ],
    ['block quotes', '____\nOne.\n\nTwo.\n____\nThree.', ['quote: One.', 'quote: Two.', 'paragraph: Three.']],
    ['quoted paragraphs', '[quote]\nOne.\n\nTwo.', ['quote: One.', 'paragraph: Two.']],
    ['examples and sidebars', '.A title\n====\nOne.\n====\n\n****\nTwo.\n****', ['caption: A title', 'paragraph: One.', 'paragraph: Two.']],
    ['admonitions', 'NOTE: One two.', ['paragraph: One two.']],
    [
      'a footnote at the end of its paragraph',
      'One.footnote:[Two “three”.]\n\nFour.',
      ['paragraph: One.', 'footnote: Two “three”.', 'paragraph: Four.'],
    ],
    ['no footnote within a sentence', 'One footnote:[Two.] three.', ['paragraph: One three.']],
    [
      'marked words',
      'One *two* _three_ **fo**ur #five# [.lead]#six# 5 * 6 snake_case C# `code`.',
      ['paragraph: One two three four five six 5 * 6 snake_case C# .'],
    ],
    [
      'characters',
      'Mr{nbsp}Quill&#8217;s {lsquo}wall{rsquo} -- a\\*b one--two +*as is*+',
      ['paragraph: Mr Quill’s ‘wall’ — a*b one—two *as is*'],
    ],
  ])('%s', (_, text, expected) => expect(blocks(text)).toEqual(expected));
});

describe('what is none', () => {
  test.each([
    ['code', 'One.\n\n[source,ruby]\n----\nputs “two”\n\nthree\n----\n\n....\nfour\n....\n\n[source]\nfive\n\n six', ['paragraph: One.']],
    ['comments', 'One.\n// two “\nthree.\n\n////\nfour\n\n“five\n////', ['paragraph: One. three.']],
    [
      'macros and attributes',
      'image::a.png[Alt]\ninclude::b.adoc[]\n:c: “d\n\n[[e]]\nOne <<f>> image:g.png[h] stem:[x].',
      ['paragraph: One .'],
    ],
  ])('%s', (_, text, expected) => expect(blocks(text)).toEqual(expected));
});

describe('quotations', () => {
  test.each(
    [
      ['She said "`one \'`two`\' three.`"', ['one ‘two’ three.', 'two']],
      ['She said "one two" and “three four” and it`\'s late.', ['one two', 'three four']],
      ['"`code`" is none', ['']],
    ].slice(0, 2) as [string, string[]][],
  )('%s', (text, expected) => expect(quoted(text)).toEqual(expected));
  test.each([
    ['[quote, Ada Quill, The Courier]\n____\nOne two three.\n____', 'Ada Quill: One two three.'],
    ['[quote, attribution="Ada Quill"]\nOne two three.', 'Ada Quill: One two three.'],
    ['"One two three."\n-- Ada Quill', 'Ada Quill: One two three.'],
  ])('%s', (text, expected) => expect(speakers(text)).toEqual([expected]));
});

test('citations', () =>
  expect(citations('https://a.org/b[The _Courier_] and link:https://c.org[D] or https://e.org. One.footnote:[See https://f.org.]')).toEqual(
    [
      'link The Courier <https://a.org/b>',
      'link D <https://c.org>',
      'link https://e.org <https://e.org>',
      'note See https://f.org. <https://f.org>',
      'link https://f.org <https://f.org>',
    ],
  ));

test('directives and what the document says of itself', () => {
  expect(held('// stet: why\nOne.\n\nTwo.')).toEqual({ stets: ['One.'], off: false, day: null });
  expect(held('= A\nB. C\nv1, 2025-03-04\n\nOne.').day).toBe('2025-03-04');
  expect(held('= A\n:revdate: 4 March 2025\n:verbatim: off\n\nOne.')).toEqual({ stets: [], off: true, day: '2025-03-04' });
  expect(held('---\ndate: 2025-03-04\n---\n\nOne.').day).toBe('2025-03-04');
});
