import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { packed } from '../../../test/support/zips.ts';
import { sliceOf } from '../text/span.ts';
import { odt } from './odt.ts';

const STYLES =
  '<style:style style:name="P1" style:parent-style-name="Quotations"/><style:style style:name="T9"><style:text-properties text:display="none"/></style:style>';

function document(body: string, { meta = '', manifest = '' } = {}, level: 0 | 6 = 6): Uint8Array {
  const content = `<office:document-content xmlns:office="o"><office:automatic-styles>${STYLES}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`;
  return packed(
    {
      mimetype: 'application/vnd.oasis.opendocument.text',
      'content.xml': content,
      'meta.xml': `<m>${meta}</m>`,
      'META-INF/manifest.xml': manifest,
    },
    level,
  );
}

const read = async (bytes: Uint8Array) => odt.read('/c/weir.odt', bytes);
const articleOf = async (bytes: Uint8Array) => {
  const { articles, problems } = await read(bytes);
  expect(problems).toEqual([]);
  return articles[0]!;
};
const problemOf = async (bytes: Uint8Array) => (await read(bytes)).problems.map(({ message }) => message).join('\n');
const p = (text: string, style = 'Text_20_body') => `<text:p text:style-name="${style}">${text}</text:p>`;

describe('an OpenDocument text', () => {
  it('is read to what a reader sees', async () => {
    const body = [
      '<text:tracked-changes><text:changed-region><text:deletion><text:p>Struck.</text:p></text:deletion></text:changed-region></text:tracked-changes>',
      p('The Weir Holds', 'Title'),
      '<text:table-of-content><text:index-body><text:p>Night 1</text:p></text:index-body></text:table-of-content>',
      '<text:h text:outline-level="1">Night</text:h>',
      p(
        '“The<text:s text:c="3"/>weir<text:change-start/> held<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Minutes.</text:p></text:note-body></text:note>,” <text:span text:style-name="T1">Ada</text:span> said.<office:annotation><text:p>Check.</text:p></office:annotation><text:span text:style-name="T9"> Hidden.</text:span>',
      ),
      p('We stayed.', 'P1'),
      p('We saw it.', 'P1'),
      `<text:list><text:list-item>${p('Tar')}</text:list-item><text:list-item>${p('Salt')}</text:list-item></text:list>`,
      `<table:table><table:table-row><table:table-cell>${p('7')}</table:table-cell></table:table-row></table:table>`,
      `<text:section text:display="none">${p('Hidden.')}</text:section>`,
      p(
        'One<text:line-break/>two<text:line-break/><text:line-break/>three<draw:frame><draw:text-box><text:p>Boxed.</text:p></draw:text-box></draw:frame>',
      ),
    ].join('');
    const { prose, title, guessed } = await articleOf(document(body));
    expect({ title, guessed }).toEqual({ title: 'The Weir Holds', guessed: [] });
    expect(prose.blocks.map(({ kind, group, span }) => `${kind}${group < 0 ? '' : ` ${group}`}: ${sliceOf(prose.text, span)}`)).toEqual([
      'heading: Night',
      'paragraph: “The weir held,” Ada said.',
      'quote 0: We stayed.',
      'quote 0: We saw it.',
      'item 1: Tar',
      'item 1: Salt',
      'cell 2: 7',
      'paragraph: One\ntwo',
      'paragraph: three',
      'paragraph: Boxed.',
      'footnote: Minutes.',
    ]);
    expect(prose.text.indexOf('The weir held')).toBe(8);
  });

  it('says who made it and when, which are guesses', async () => {
    const meta =
      '<dc:title>The Weir</dc:title><meta:initial-creator>Ada Quill</meta:initial-creator><dc:creator>Tom Reed</dc:creator><meta:creation-date>2024-03-05T23:30:00.1</meta:creation-date><dc:language>en-GB</dc:language>';
    expect(await articleOf(document(p('One.'), { meta }))).toMatchObject({
      title: 'The Weir',
      authors: ['Ada Quill'],
      published: { year: 2024, month: 3, day: 5 },
      language: 'en-GB',
      guessed: ['authors', 'published'],
    });
  });

  it('cannot be read where it is locked, empty, nested too deeply or something else', async () => {
    expect(await problemOf(document('', { manifest: '<a><manifest:encryption-data/></a>' }))).toContain('password');
    expect(await problemOf(document(''))).toBe('There is no text in it.');
    expect(await problemOf(document('<text:span>'.repeat(100_000), {}, 0))).toContain('too deeply');
    expect(await problemOf(packed({ 'content.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' }))).toContain('shorthands of its own');
    expect(await problemOf(packed({ a: 'b' }))).toContain('not an OpenDocument text');
    expect(await problemOf(strToU8('{\\rtf1'))).toBe('It is an RTF document, not an OpenDocument text: save it as .docx.');
  });
});
