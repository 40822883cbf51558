import { expect, it } from 'vitest';
import { mhtml } from './mhtml.ts';

const TEXT = '“We shall keep the lamp lit through the fog,” Ada Quill said.';
const bytes = (text: string) => new TextEncoder().encode(text);

function archive(
  part: readonly string[],
  { type = 'multipart/related; type="text/html"; boundary="--=_edge"', end = '----=_edge--' } = {},
): Uint8Array {
  const frame = ['----=_edge', 'Content-Type: text/html', 'Content-ID: <frame@x>', '', '<p>An advertisement in a frame.</p>'];
  const picture = ['----=_edge', 'Content-Type: image/png', 'Content-Transfer-Encoding: base64', '', 'AAAA', end];
  const head = [
    'From: <Saved by a browser>',
    'Snapshot-Content-Location: https://quay.example/lamp',
    'MIME-Version: 1.0',
    `Content-Type: ${type}`,
    '',
    '',
  ];
  return bytes([...head, '----=_edge', ...part, '', ...frame, ...picture].join('\r\n'));
}

const quoted = (text: string) =>
  [...bytes(text)]
    .map((byte) => (byte > 126 || byte === 61 ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}` : String.fromCharCode(byte)))
    .join('');

it('reads the page of a web archive, not its frames, and where it was', async () => {
  const part = [
    'Content-Type: text/html',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    quoted(`<html><head><title>The lamp</title></head><body><p>${TEXT}</p></body></html>`).replace('Ada', 'A=\r\nda'),
  ];
  const { articles, problems } = await mhtml.read('a.mhtml', archive(part));
  expect(problems).toEqual([]);
  expect(articles[0]).toMatchObject({ id: 'a.mhtml', title: 'The lamp', url: 'https://quay.example/lamp', prose: { text: TEXT } });
});

it('reads base64 in the encoding that the part names', async () => {
  const latin = btoa(String.fromCharCode(...Array.from('<p>F\u00fcr die Boote</p>', (c) => c.charCodeAt(0))));
  const part = ['Content-Type: text/html; charset="iso-8859-1"', 'Content-Transfer-Encoding: base64', '', latin];
  expect((await mhtml.read('a.mht', archive(part))).articles[0]?.prose.text).toBe('Für die Boote');
});

it('takes the part that is named as the first', async () => {
  const type = 'multipart/related; start="<frame@x>"; boundary="--=_edge"';
  const { articles } = await mhtml.read('a.mhtml', archive(['Content-Type: text/html', '', '<p>Not this.</p>'], { type }));
  expect(articles[0]?.prose.text).toBe('An advertisement in a frame.');
});

it('reads an archive that was cut short, and says where there is no page', async () => {
  const part = ['Content-Type: text/html', '', `<p>${TEXT}</p>`];
  expect((await mhtml.read('a.mhtml', archive(part, { end: '' }))).articles[0]?.prose.text).toBe(TEXT);
  for (const nothing of ['', 'Content-Type: multipart/related; boundary=x\n\n--x\nContent-Type: image/png\n\nAAAA', 'no archive at all']) {
    expect((await mhtml.read('a.mhtml', bytes(nothing))).problems[0]?.message).toContain('no page');
  }
});
