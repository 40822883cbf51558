import { type Decoded, decodeFile, LARGEST_TEXT_FILE } from '../decode.ts';

/** How far into a page its encoding is looked for, in bytes. The standard asks for 1,024; pages put scripts before it. */
const HEAD = 8_192;

const META = /<meta\b[^<>]{0,400}?\bcharset\s*=\s*["']?\s*([\w.:-]{2,40})/i;
const XML = /^\s*<\?xml\b[^<>]{0,200}?\bencoding\s*=\s*["']([\w.:-]{2,40})["']/i;

/**
 * A page's bytes as text: by the byte-order mark, by what the page says of its encoding (HTML Standard, 13.2.3.2), else as
 * other texts are decoded. UTF-8 that calls itself something else, as saved pages do, is told by its bytes. Never throws.
 */
export function decodePage(bytes: Uint8Array, declaredOutside: string | null = null): Decoded {
  const plain = decodeFile(bytes);
  const utf8 = plain.text !== null && plain.problem === null;
  const label = declaredOutside ?? declared(bytes);
  if (label === null || bytes.length > LARGEST_TEXT_FILE || hasMark(bytes) || hasZeros(bytes)) return plain;
  const decoder = decoderFor(label);
  // Chinese and Japanese encodings use bytes that Windows-1252 text has as well, but hardly ever ones that make up UTF-8.
  if (!decoder || decoder.encoding === 'utf-8' || (utf8 && !isSevenBit(decoder.encoding))) return plain;
  return { text: decoder.decode(bytes), problem: null };
}

function declared(bytes: Uint8Array): string | null {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, HEAD));
  return XML.exec(head)?.[1] ?? META.exec(head)?.[1] ?? null;
}

function decoderFor(label: string) {
  try {
    const decoder = new TextDecoder(label);
    // A page that could say so in letters of one byte is not UTF-16.
    return decoder.encoding.startsWith('utf-16') ? new TextDecoder('utf-8') : decoder;
  } catch {
    return null;
  }
}

/** ISO-2022-JP writes Japanese in bytes of ASCII alone, which are always valid UTF-8. */
function isSevenBit(encoding: string): boolean {
  return encoding === 'iso-2022-jp';
}

function hasMark([first, second, third]: Uint8Array): boolean {
  return (
    (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || (first === 0xef && second === 0xbb && third === 0xbf)
  );
}

function hasZeros(bytes: Uint8Array): boolean {
  return bytes.subarray(0, HEAD).includes(0);
}
