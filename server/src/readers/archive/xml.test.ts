import { describe, expect, it } from 'vitest';
import { htmlOfXhtml, refuseDepth, tagsOf } from './tags.ts';
import { descendants, parseXml, textOf, unescapeXml } from './xml.ts';

describe('parseXml', () => {
  it('reads elements, attributes, text and CDATA', async () => {
    const root = await parseXml(
      '<?xml version="1.0"?><o:a x:b="1 &amp; 2"><c>one &#8220;two&#x201d;</c> <c><![CDATA[<3>]]></c><!-- no --></o:a>',
    );
    expect(descendants(root, 'a')[0]?.attributes.b).toBe('1 & 2');
    expect(descendants(root, 'c').map(textOf)).toEqual(['one “two”', '<3>']);
  });

  it('refuses entities and never expands them', async () => {
    const levels = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('');
    await expect(parseXml(`<!DOCTYPE a [<!ENTITY l0 "lol">${levels}]><a>&l9;</a>`)).rejects.toThrow(/shorthands of its own/);
    expect(unescapeXml('&l9; &amp;amp; &#xD800; &#99999999;')).toBe('&l9; &amp; &#xD800; &#99999999;');
  });

  it('refuses a hundred thousand elements in one another', async () => {
    await expect(parseXml('<a>'.repeat(100_000))).rejects.toThrow(/too deeply/);
  });

  it('refuses what is no XML', async () => {
    await expect(parseXml('<a><b')).rejects.toThrow(/not sound XML/);
  });
});

describe('tagsOf', () => {
  const names = (markup: string, language: 'html' | 'xml') =>
    [...tagsOf(markup, language)].map(({ name, closes, empty }) => `${closes ? '/' : ''}${name}${empty ? '/' : ''}`);

  it('is not led astray by marks, comments and scripts', () => {
    expect(names('<a b="/>" c=\'>\'><br/><!-- <b> --><!--><script>"<i>"</script></a>', 'html')).toEqual([
      'a',
      'br/',
      'script',
      '/script',
      '/a',
    ]);
    expect(names('<a><![CDATA[<b>]]></a>', 'xml')).toEqual(['a', '/a']);
    expect(names('<a b="', 'html')).toEqual(['a']);
  });

  it('counts depth as readers of HTML and XML do', () => {
    const deep = (piece: string) => piece.repeat(300);
    for (const fine of [deep('<p>One'), deep('<br>'), deep('<ul><li>One<li>Two</ul>'), deep('<img src="a>b">')]) {
      expect(() => refuseDepth(fine, 'html')).not.toThrow();
    }
    expect(() => refuseDepth(deep('<a/>'), 'xml')).not.toThrow();
    for (const bad of [deep('<div/>'), deep('<div a="/">'), deep('<div><!--</div>-->')])
      expect(() => refuseDepth(bad, 'html')).toThrow(/too deeply/);
    expect(() => refuseDepth(deep("<a b='/>'>"), 'xml')).toThrow(/too deeply/);
  });
});

it('leaves drawings and formulas out of pages', () => {
  expect(htmlOfXhtml('<p>One<math><mi/><mo>x</mo></math> two<svg><text>3</text></svg></p><svg/>')).toBe('<p>One two</p><svg></svg>');
});

it('gives elements without content an end that HTML has', () => {
  expect(htmlOfXhtml('<a id="p1"/>One<br/><script src="x" /><p>Two</p>')).toBe(
    '<a id="p1"></a>One<br/><script src="x" ></script><p>Two</p>',
  );
});
