import { expect, it } from 'vitest';
import { sliceOf } from '../../text/span.ts';
import { bodyOf, bodyOfType, isCut, plainLine, proseOfBody } from './body.ts';

function blocksOf(text: string, title: string | null = null): string[] {
  const prose = proseOfBody(bodyOf(text), title);
  return prose ? prose.blocks.map(({ span, kind }) => `${kind}: ${sliceOf(prose.text, span)}`) : [];
}

it('tells HTML from text', () => {
  expect(blocksOf('<p>Tides &amp; rain.</p>')).toEqual(['paragraph: Tides & rain.']);
  expect(blocksOf('Salt &#8217;n&#8217; tar')).toEqual(['paragraph: Salt ’n’ tar']);
  expect(blocksOf('If a < b and c > d, AT&T said.')).toEqual(['paragraph: If a < b and c > d, AT&T said.']);
});

it('parts a text at its blank lines, with tags in its lines or without', () => {
  expect(blocksOf('One.\n\nTwo.')).toEqual(['paragraph: One.', 'paragraph: Two.']);
  expect(blocksOf('One <em>more</em>.\r\n\r\nTwo.')).toEqual(['paragraph: One more.', 'paragraph: Two.']);
});

it('leaves out the headline that a body repeats and what feeds put below it', () => {
  const html = '<h1>Fees rise</h1><p>They rise.</p><p>The post <a href="/">Fees rise</a> appeared first on <a href="/">The Quay</a>.</p>';
  expect(blocksOf(html, 'Fees rise')).toEqual(['paragraph: They rise.']);
});

it('keeps a body that is nothing but what could be furniture', () => {
  expect(blocksOf('Fees rise', 'Fees rise')).toEqual(['paragraph: Fees rise']);
});

it('sees where an export has cut a text off', () => {
  const body = bodyOf('The weir held… [+1234 chars]');
  expect([isCut(body), isCut(bodyOf('The weir held.'))]).toEqual([true, false]);
  expect(proseOfBody(body, null)?.text).toBe('The weir held…');
});

it('reads the body.content of NITF that stands in a string', () => {
  const nitf =
    '<nitf><head><title>No</title></head><body><body.head><hedline><hl1>No</hl1></hedline></body.head><body.content><p>Yes.</p></body.content></body></nitf>';
  expect(proseOfBody(bodyOfType(nitf, 'application/nitf+xml'), null)?.text).toBe('Yes.');
});

it('makes one line of a title with entities or tags', () => {
  expect(plainLine('The <i>Ada</i>’s last\n voyage &amp; rest')).toBe('The Ada’s last voyage & rest');
});
