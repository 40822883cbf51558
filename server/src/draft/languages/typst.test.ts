import { describe, expect, test } from 'vitest';
import { blocksOf, citationsOf, heldOf, quotationsIn, speakersIn } from '../../../../test/support/draftLanguages.ts';

const blocks = (text: string) => blocksOf(text, 'typst');
const quoted = (text: string) => quotationsIn(text, 'typst');
const speakers = (text: string) => speakersIn(text, 'typst');
const citations = (text: string) => citationsOf(text, 'typst');
const held = (text: string) => heldOf(text, 'typst');

describe('what is read', () => {
  test.each([
    ['paragraphs', 'One\ntwo.\n\nThree.', ['paragraph: One two.', 'paragraph: Three.']],
    [
      'headings',
      '= Title\n== The *old* wall <b>\nOne.\n#heading(level: 2)[Two]\nThree',
      ['heading: Title', 'heading: The old wall', 'paragraph: One.', 'heading: Two', 'paragraph: Three'],
    ],
    ['items', '- One\n  two\n+ Three\n/ Four: five\n\nSix', ['item: One two', 'item: Three', 'item: Four: five', 'paragraph: Six']],
    ['cells', '#table(columns: 2, [One], [Two *three*])', ['cell: One', 'cell: Two three']],
    ['captions', '#figure(image("a.png"), caption: [The wall.]) <b>\n\nOne.', ['caption: The wall.', 'paragraph: One.']],
    ['block quotes', '#quote(block: true)[\n  One.\n\n  Two.\n]\nThree.', ['quote: One.', 'quote: Two.', 'paragraph: Three.']],
    [
      'a footnote at the end of its paragraph',
      'One.#footnote[Two “three”.]\n\nFour.',
      ['paragraph: One.', 'footnote: Two “three”.', 'paragraph: Four.'],
    ],
    ['no footnote within a sentence', 'One#footnote[Two.] three.', ['paragraph: One three.']],
    ['content of functions', 'One #emph[two] #text(red)[three] #align(center)[Four]', ['paragraph: One two three', 'paragraph: Four']],
    ['characters', 'Mr~Quill\\#1 5\\$ a---b 1914--18 so... \\u{e9} snake_case', ['paragraph: Mr Quill#1 5$ a—b 1914–18 so… é snake_case']],
    ['numbers in maths', 'By $5$ or $x^2$.', ['paragraph: By 5 or .']],
  ])('%s', (_, text, expected) => expect(blocks(text)).toEqual(expected));
});

describe('what is none', () => {
  test.each([
    [
      'statements',
      '#set page(width: 2cm)\n#let a(b) = {\n  "“c"\n\n  d\n}\n#show: e.with(\n  title: [“f],\n)\n#import "g": h\nOne.',
      ['paragraph: One.'],
    ],
    ['code', 'One `“two` #raw("three") ```c\n\nfour``` #(1 + 2) #{ five } six', ['paragraph: One six']],
    ['comments', 'One // “two\nthree /* four\n\n“ */ five. https://a.org//b', ['paragraph: One three five.']],
    ['labels and references', 'See @a:b. <c>', ['paragraph: See .']],
  ])('%s', (_, text, expected) => expect(blocks(text)).toEqual(expected));
  test('a statement that is being written takes one line', () =>
    expect(blocks('#set text(size: 12pt\n\nOne.')).toEqual(['paragraph: One.']));
});

describe('quotations', () => {
  test.each([
    ['"One \'two\' three," she said. “Four.”', ["One 'two' three,", 'two', 'Four.']],
    ['#quote[One two] #quote(attribution: [A])[three]', ['One two', 'three']],
  ])('%s', (text, expected) => expect(quoted(text)).toEqual(expected));
  test.each([
    ['#quote(block: true, attribution: [Ada Quill])[One two three.]', 'Ada Quill: One two three.'],
    ['#quote(attribution: "Ada Quill", block: true)[One two three.]', 'Ada Quill: One two three.'],
    ['#quote(block: true)[One two three.\n\n--- Ada Quill]', 'Ada Quill: One two three.'],
  ])('%s', (text, expected) => expect(speakers(text)).toEqual([expected]));
});

test('citations', () =>
  expect(
    citations('One @quill. #cite(<marl>) #link("https://a.org")[The _Courier_] https://b.org. Two.#footnote[See https://c.org.]'),
  ).toEqual([
    'note @quill <>',
    'note marl <>',
    'link The Courier <https://a.org>',
    'link https://b.org <https://b.org>',
    'note See https://c.org. <https://c.org>',
    'link https://c.org <https://c.org>',
  ]));

test('directives and what the document says of itself', () => {
  expect(held('// stet: why\nOne.\n\nTwo.')).toEqual({ stets: ['One.'], off: false, day: null });
  expect(held('/* stet misquote */\nOne.\n\nTwo.').stets).toEqual(['One.']);
  expect(held('#set document(date: datetime(year: 2025, month: 3, day: 4))\n// verbatim: off\nOne.')).toEqual({
    stets: [],
    off: true,
    day: '2025-03-04',
  });
});
