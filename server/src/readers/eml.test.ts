import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { packed } from '../../../test/support/zips.ts';
import { sliceOf } from '../text/span.ts';
import { eml } from './eml.ts';
import { senderDetails } from './emlSender.ts';

const ADA = 'From: Ada Quill <ada@quay.example>\nDate: Tue, 5 Mar 2024 23:10:00 -0800\nSubject: The weir\n';
const read = async (text: string | Uint8Array) =>
  eml.read('/c/a.eml', typeof text === 'string' ? strToU8(text.replaceAll('\n', '\r\n')) : text);
const html = (body: string, header = ADA) => `${header}Content-Type: text/html; charset=utf-8\n\n<html><body>${body}</body></html>\n`;
const plain = (body: string, header = ADA) => `${header}Content-Type: text/plain; charset=utf-8\n\n${body}\n`;

/** Each article’s id, speaker and text. */
const partsOf = async (text: string) => {
  const { articles, problems } = await read(text);
  expect(problems).toEqual([]);
  return articles.map(({ id, speaker, prose }) => [id, speaker, prose.text]);
};
const ownText = async (text: string) => (await partsOf(text))[0]?.[2];
const problemOf = async (text: string | Uint8Array) => {
  const { articles, problems } = await read(text);
  expect(articles).toEqual([]);
  return problems.map(({ message }) => message).join('\n');
};

describe('a mail', () => {
  it('is its sender’s words, of the day on which it was sent there', async () => {
    const { articles } = await read(plain('The weir held.', ADA.replace('The weir', 'Re: AW: =?utf-8?Q?The_weir_=E2=80=93_tonight?=')));
    expect(articles).toMatchObject([
      {
        id: '/c/a.eml',
        kind: 'report',
        title: 'The weir – tonight',
        authors: ['Ada Quill'],
        speaker: 'Ada Quill',
        publisher: null,
        published: { year: 2024, month: 3, day: 5 },
        guessed: [],
      },
    ]);
  });

  it('is read from plain text in any encoding, hard-wrapped or not', async () => {
    const wrapped = plain(
      'The weir held through the night, and the lamp\nwas lit until the\nmorning came over the quay and the boats\nwent out.\n\nWe stayed.',
    );
    expect(await ownText(wrapped)).toBe(
      'The weir held through the night, and the lamp was lit until the morning came over the quay and the boats went out.\n\nWe stayed.',
    );
    const header = `${ADA}Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\n`;
    expect(await ownText(`${header}Caf=E9 long=\ner.\n`)).toBe('Café longer.');
    expect(await ownText(`${ADA}Content-Transfer-Encoding: base64\nContent-Type: text/plain; charset=utf-8\n\n4oCcWWVz4oCd\n`)).toBe(
      '“Yes”',
    );
  });

  it('is read from HTML where there is any', async () => {
    const both = `${ADA}Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\nPlain.\n--b\nContent-Type: text/html\n\n<p>“It held,” she\nsaid.</p><ul><li>Tar</li></ul><blockquote>A poem</blockquote>\n--b--\n`;
    const { articles } = await read(both);
    const [{ prose } = { prose: { text: '', blocks: [] } }] = articles;
    expect(prose.blocks.map(({ kind, span }) => `${kind}: ${sliceOf(prose.text, span)}`)).toEqual([
      'paragraph: “It held,” she said.',
      'item: Tar',
      'quote: A poem',
    ]);
    expect(prose.text.indexOf('It held')).toBe(1);
  });

  it('ends before the signature', async () => {
    expect(await ownText(plain('Yes.\n\n-- \nAda Quill\nQuay House'))).toBe('Yes.');
    expect(await ownText(plain('Yes.\n\nSent from my telephone'))).toBe('Yes.');
    expect(await ownText(html('<p>Yes.</p><div class="gmail_signature">Ada Quill</div>'))).toBe('Yes.');
  });

  it('says which documents came with it, not which pictures', async () => {
    const attached = (...names: readonly string[]) =>
      `${ADA}Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nSee there.\n${names.map((name) => `--b\nContent-Type: application/octet-stream\nContent-Disposition: attachment; filename="${name}"\n\nx\n`).join('')}--b--\n`;
    const problems = async (...names: readonly string[]) => (await read(attached(...names))).problems.map(({ message }) => message);
    expect(await problems('logo.png')).toEqual([]);
    expect(await problems('report.pdf')).toEqual(['It has an attachment, report.pdf, which was not read: save it beside the mail.']);
    expect(await problems('a.pdf', 'b.docx')).toEqual([
      'It has attachments that were not read (a.pdf, b.docx): save them beside the mail.',
    ]);
  });

  it('is no place for a mail that is attached to it', async () => {
    const forwarded = `${ADA}Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nSee there.\n--b\nContent-Type: message/rfc822\n\nFrom: Tom Reed <tom@x.example>\n\nIt broke.\n--b--\n`;
    const { articles, problems } = await read(forwarded);
    expect(articles.map(({ prose }) => prose.text)).toEqual(['See there.']);
    expect(problems[0]?.message).toContain('a mail, which was not read');
  });
});

describe('what a mail quotes of another', () => {
  const ON = 'On Mon, Mar 4, 2024 at 9:12 AM Tom Reed <tom@reed.example> wrote:';

  it('is a source of its own, whose words are the other’s', async () => {
    const mail = plain(`It did not.\n\n${ON}\n> Did the weir break?\n> I ask again.\n>\n> > Older.\n\nAnd it will not.`);
    expect(await partsOf(mail)).toEqual([
      ['/c/a.eml', 'Ada Quill', 'It did not.\n\nAnd it will not.'],
      ['/c/a.eml#quoted-1', 'Tom Reed', 'Did the weir break?\n\nI ask again.'],
    ]);
    const { articles } = await read(mail);
    expect(articles[1]).toMatchObject({
      authors: ['Tom Reed'],
      published: { year: 2024, month: 3, day: 4 },
      guessed: ['authors', 'published'],
      title: 'The weir',
    });
  });

  it('goes on as it was where answers stand between', async () => {
    expect(await partsOf(plain(`${ON}\n> Did it break?\n\nNo.\n\n> Will it?\n\nNo again.`))).toEqual([
      ['/c/a.eml', 'Ada Quill', 'No.\n\nNo again.'],
      ['/c/a.eml#quoted-1', 'Tom Reed', 'Did it break?\n\nWill it?'],
    ]);
  });

  it('is left out where the mail does not say whose it is', async () => {
    expect(await partsOf(plain('No.\n\n> Did it break?\n>> It held.'))).toEqual([['/c/a.eml', 'Ada Quill', 'No.']]);
    expect(await partsOf(plain('No.\n\nTom asks:\n> Did it break?'))).toEqual([['/c/a.eml', 'Ada Quill', 'No.']]);
  });

  it('is told from what is set off in the mail itself', async () => {
    const answered = html(
      `<div>No.</div><blockquote>The rule says so.</blockquote><div class="gmail_quote"><div class="gmail_attr">${ON.replace(/</g, '&lt;')}<br></div><blockquote class="gmail_quote"><div>Did it?</div><blockquote type="cite">Older.</blockquote></blockquote></div>`,
    );
    expect(await partsOf(answered)).toEqual([
      ['/c/a.eml', 'Ada Quill', 'No.\n\nThe rule says so.'],
      ['/c/a.eml#quoted-1', 'Tom Reed', 'Did it?'],
    ]);
    const bare = html(`<p>No.</p><p>${ON.replace(/</g, '&lt;')}</p><blockquote><p>Did it?</p><p>Again?</p></blockquote><p>Never.</p>`);
    expect(await partsOf(bare)).toEqual([
      ['/c/a.eml', 'Ada Quill', 'No.\n\nNever.'],
      ['/c/a.eml#quoted-1', 'Tom Reed', 'Did it?\n\nAgain?'],
    ]);
  });

  it('is known by the header of a mail that is sent on or answered without marks', async () => {
    const own = ['/c/a.eml', 'Ada Quill', 'See below.'];
    const theirs = ['/c/a.eml#quoted-1', 'Tom Reed', 'It broke at noon.'];
    const header = (name: string) =>
      `From: ${name}\nSent: Monday, 4 March 2024 09:12\nTo: Ada Quill\nSubject: The weir\n\nIt broke at noon.`;
    expect(await partsOf(plain(`See below.\n\n-----Original Message-----\n${header('Reed, Tom (Quay) [mailto:tom@x.example]')}`))).toEqual([
      own,
      theirs,
    ]);
    expect(
      await partsOf(
        plain(
          `See below.\n\n---------- Forwarded message ---------\nVon: Tom Reed <t@x.example>\nGesendet: Montag, 4. März 2024\nAn: Ada\n\nIt broke at noon.`,
        ),
      ),
    ).toEqual([own, theirs]);
    const outlook = `<p>See below.</p><div><p><b>From:</b> Tom Reed &lt;t@x.example&gt;<br><b>Sent:</b> Monday<br><b>To:</b> Ada<br><b>Subject:</b> The weir</p></div><p>It broke at noon.</p>`;
    expect(await partsOf(html(outlook))).toEqual([own, theirs]);
    expect(await partsOf(plain(`See below.\n\n${ON}\n\nIt broke at noon.`))).toEqual([own, theirs]);
  });

  it('is told in other languages', async () => {
    for (const line of [
      'Am 4. März 2024 um 09:12 schrieb Tom Reed <tom@x.example>:',
      'Le lun. 4 mars 2024 à 09:12, Tom Reed <tom@x.example> a écrit :',
      'El lun, 4 mar 2024 a las 9:12, Tom Reed (<tom@x.example>) escribió:',
      'On 4 Mar 2024, at 09:12, Tom Reed <tom@x.example> wrote:',
    ]) {
      expect(await partsOf(plain(`No.\n\n${line}\n\n> Yes?`))).toEqual([
        ['/c/a.eml', 'Ada Quill', 'No.'],
        ['/c/a.eml#quoted-1', 'Tom Reed', 'Yes?'],
      ]);
    }
  });

  it('stays apart where lines flow', async () => {
    const header = `${ADA}Content-Type: text/plain; charset=utf-8;\n format=flowed\n\n`;
    expect(await partsOf(`${header}${ON}\n> Did the weir \n> break? \nIt \ndid not.\n-- \nAda\n`)).toEqual([
      ['/c/a.eml', 'Ada Quill', 'It did not.'],
      ['/c/a.eml#quoted-1', 'Tom Reed', 'Did the weir break?'],
    ]);
    expect(await ownText(`${header.replace('flowed', 'flowed; delsp=yes')}The we \nir.\n`)).toBe('The weir.');
  });
});

describe('who a mail is from', () => {
  const from = (name: string, address: string, bulk = false) => {
    const { authors, publisher, speaker } = senderDetails({ name, address, bulk });
    return [authors.join(), publisher, speaker];
  };

  it('is a person, whose words it is, or an office, which publishes', () => {
    expect(from('Ada Quill', 'ada@quay.example')).toEqual(['Ada Quill', null, 'Ada Quill']);
    expect(from('Quill, Ada (Quay House)', 'aq@quay.example')).toEqual(['Ada Quill', null, 'Ada Quill']);
    expect(from('Quay House', 'press@quayhouse.example')).toEqual(['', 'Quay House', null]);
    expect(from('Harbour Board', 'hb@x.example')).toEqual(['', 'Harbour Board', null]);
    expect(from('The lamp this week', 'lamp@x.example')).toEqual(['', 'The lamp this week', null]);
    expect(from('Lamp Team', 'a@x.example')).toEqual(['', 'Lamp Team', null]);
    expect(from('ada Quill', 'a@x.example')).toEqual(['ada Quill', null, null]);
    expect(from('Ada Quill', 'ada@adaquill.example')).toEqual(['Ada Quill', null, 'Ada Quill']);
  });

  it('is only its author where it went to many or through an office', () => {
    expect(from('Ada Quill', 'ada@quay.example', true)).toEqual(['Ada Quill', null, null]);
    expect(from('Ada Quill', 'press@quay.example')).toEqual(['Ada Quill', null, null]);
    expect(from('王小明', 'w@x.example')).toEqual(['王小明', null, null]);
    expect(from('ada@quay.example', 'ada@quay.example')).toEqual(['', null, null]);
  });

  it('is nobody’s speech in a newsletter, and somebody’s on a list', async () => {
    const sent = `${ADA}List-Unsubscribe: <mailto:x@x.example>\n`;
    expect((await partsOf(plain('One.', sent)))[0]?.[1]).toBeNull();
    expect((await partsOf(plain('One.', `${sent}List-Post: <mailto:l@x.example>\n`)))[0]?.[1]).toBe('Ada Quill');
  });
});

describe('a mail that cannot be read', () => {
  it('is something else', async () => {
    expect(await problemOf('Dear all,\n\nthis is no mail.')).toContain('It is not a mail');
    expect(await problemOf(strToU8('%PDF-1.4'))).toBe('It is a PDF, not a mail: give it the ending .pdf.');
    expect(await problemOf(packed({ a: 'b' }))).toContain('It is not a mail');
    expect(
      await problemOf(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...[...'__properties_version1.0'].flatMap((c) => [c.charCodeAt(0), 0])])),
    ).toContain('.msg');
  });

  it('has no text, or was cut off', async () => {
    expect(await problemOf(ADA)).toBe('There is no text in the mail.');
    expect(await ownText(`${ADA}Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nThe weir h`)).toBe(
      'The weir h',
    );
  });

  it('is made of more parts or levels than any mail is', async () => {
    const flat = `${ADA}Content-Type: multipart/mixed; boundary=a\n\n${'--a\nContent-Type: text/plain\n\nx\n'.repeat(3_000)}`;
    expect(await problemOf(flat)).toContain('more parts than a mail has');
    expect(await problemOf(plain('--x\n'.repeat(150_000)))).toContain('more parts than a mail has');
    const nested = Array.from({ length: 200 }, (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\n\n--b${i}\n`).join('');
    expect(await problemOf(`${ADA}${nested}`)).toContain('damaged');
    expect(await problemOf(html('<div>'.repeat(100_000)))).toContain('too deeply');
  });

  it('keeps to a bound however deep quotations are', async () => {
    const deep = Array.from({ length: 4_000 }, (_, i) => `${'>'.repeat(i % 300)} line ${i}`).join('\n');
    expect(await partsOf(plain(deep))).toHaveLength(1);
  });
});
