import { plainly } from '../../text/said.ts';
import { type Decoded, decodeFile } from '../decode.ts';

/** How far the declaration at the beginning may reach, in bytes. */
const DECLARATION = 512;

/**
 * The text of an XML file in the encoding that its declaration names (XML 1.0, appendix F). A byte-order mark outweighs it; without
 * either it is read like any text. Never throws.
 */
export function decodeXml(bytes: Uint8Array): Decoded {
  const declared = declaredEncoding(bytes);
  // UTF-16 is plain from the bytes themselves, and a file that names it without being it was converted since.
  if (declared === null || /^(?:utf-?8|utf-?16|ucs-2|us-ascii)/i.test(declared)) return decodeFile(bytes);
  const plain = decodeFile(bytes);
  if (plain.text === null) return plain;
  const decoder = decoderOf(declared);
  if (decoder) return { text: decoder.decode(bytes), problem: null };
  const told = plainly`The file says that it is written in “${declared.slice(0, 40)}”, which is not known here: save it as UTF-8 if letters look wrong.`;
  return { text: plain.text, problem: told };
}

function decoderOf(label: string): InstanceType<typeof TextDecoder> | null {
  try {
    return new TextDecoder(label);
  } catch {
    return null;
  }
}

/** The encoding that the declaration names, of a file whose beginning can be read as ASCII; null where a mark or nothing says it. */
function declaredEncoding(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef || bytes[0] === 0xff || bytes[0] === 0xfe) return null;
  const beginning = String.fromCharCode(...bytes.subarray(0, DECLARATION));
  return /^\s*<\?xml\s[^>]*?\bencoding\s*=\s*["']([\w.:-]+)["']/.exec(beginning)?.[1] ?? null;
}
