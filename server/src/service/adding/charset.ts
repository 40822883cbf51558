/** The byte-order mark: who reads the file takes it for UTF-8, whatever is written in it. */
const MARK = [0xef, 0xbb, 0xbf];

/**
 * A page's text as it is to be kept. What the server says of the encoding is lost with the connection, so a page that
 * needs it is kept in UTF-8 with a byte-order mark; every other keeps its bytes. `mediaType` as HTTP writes it.
 */
export function withoutHeader(bytes: Uint8Array, mediaType: string | null): Uint8Array {
  const label = /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(mediaType ?? '')?.[1];
  if (label === undefined || hasMark(bytes) || bytes.every((byte) => byte < 0x80 && byte !== 0x1b)) return bytes;
  const decoder = decoderFor(label);
  if (!decoder) return bytes;
  if (decoder.encoding === 'utf-8' && !claimsOther(bytes)) return bytes;
  const text = new TextEncoder().encode(decoder.decode(bytes));
  const marked = new Uint8Array(MARK.length + text.length);
  marked.set(MARK);
  marked.set(text, MARK.length);
  return marked;
}

function hasMark([first, second, third]: Uint8Array): boolean {
  return (
    (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || (first === 0xef && second === 0xbb && third === 0xbf)
  );
}

/** Whether a page calls itself something else than UTF-8. */
function claimsOther(bytes: Uint8Array): boolean {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 8192));
  const label = /\b(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,40})/i.exec(head)?.[1];
  return label !== undefined && decoderFor(label)?.encoding !== 'utf-8';
}

function decoderFor(label: string): { readonly encoding: string; decode(bytes: Uint8Array): string } | null {
  try {
    return new TextDecoder(label);
  } catch {
    return null;
  }
}
