import { describe, expect, test } from 'vitest';
import { blocksOf, citationsOf, heldOf, quotationsIn, speakersIn } from '../../../../test/support/draftLanguages.ts';

const blocks = (text: string) => blocksOf(text, 'mdx');
const quoted = (text: string) => quotationsIn(text, 'mdx');
const speakers = (text: string) => speakersIn(text, 'mdx');
const citations = (text: string) => citationsOf(text, 'mdx');
const held = (text: string) => heldOf(text, 'mdx');

describe('what is read', () => {
  test.each([
    ['Markdown', '# Title\n\nOne *two*\n\n> Three\n\n- Four', ['heading: Title', 'paragraph: One two', 'quote: Three', 'item: Four']],
    [
      'what components hold',
      '<Box a={"“b"} c="d>e">\n  One <Mark>two</Mark>.\n</Box>\n\n<>Three</>',
      ['paragraph: One two.', 'paragraph: Three'],
    ],
    ['HTML', '<blockquote>\nOne.\n</blockquote>', ['quote: One.']],
  ])('%s', (_, text, expected) => expect(blocks(text)).toEqual(expected));
});

describe('what is none', () => {
  test.each([
    ['imports and exports', 'import a from "b"\nexport const c = {\n  d: "“e"\n}\n\nOne.', ['paragraph: One.']],
    ['expressions', 'One {a.b("“c")} two {`d }`}.\n\n{\n  list.map(x => { return "e" })\n}', ['paragraph: One two .']],
    ['code', 'One `{a` two.\n\n```js\nimport b\n<C d={“e}>\n```', ['paragraph: One two.']],
  ])('%s', (_, text, expected) => expect(blocks(text)).toEqual(expected));
  test('a tag that is being written hides nothing else', () =>
    expect(blocks('One <Box a={b\n\nTwo.\n\nThree.').slice(-1)).toEqual(['paragraph: Three.']));
});

test('quotations and citations', () => {
  expect(quoted('She said “one two {/* three */} four.”')).toEqual(['one two four.']);
  expect(speakers('> One two.\n>\n> — Ada Quill')).toEqual(['Ada Quill: One two.']);
  expect(citations('[The Courier](https://a.org)')).toEqual(['link The Courier <https://a.org>']);
});

test('directives and front matter', () => {
  expect(held('{/* stet: why */}\n\nOne.\n\nTwo.')).toEqual({ stets: ['One.'], off: false, day: null });
  expect(held('---\ndate: 2025-03-04\nverbatim: off\n---\n\nOne.')).toEqual({ stets: [], off: true, day: '2025-03-04' });
});
