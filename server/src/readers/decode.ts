import { plainly } from '../text/said.ts';
/** What a file's bytes say as text, or why they say nothing. */
export interface Decoded {
  /** Without a byte-order mark: editors show files without it and count without it. Null where the file is no text. */
  readonly text: string | null;
  /** For the writer: why there is no text, or that the encoding had to be guessed. */
  readonly problem: string | null;
}

/** Larger files are refused, in bytes: no article is that long, and a log or a dump must not fill the memory. */
export const LARGEST_TEXT_FILE = 32 * 1024 * 1024;

type Utf16 = 'utf-16le' | 'utf-16be';

/** How many bytes decide what a file is. */
const SAMPLE = 4_096;

/** The text of a file: UTF-8, UTF-16 or, failing these, Windows-1252; the empty string where it is no text. Never throws. */
export function decode(bytes: Uint8Array): string {
  return decodeFile(bytes, Number.POSITIVE_INFINITY).text ?? '';
}

/** Like {@link decode}, but says what is wrong; files longer than `largest` bytes are refused. */
export function decodeFile(bytes: Uint8Array, largest: number = LARGEST_TEXT_FILE): Decoded {
  if (bytes.length > largest) return refused(tooLarge(bytes.length, largest));
  const wide = utf16Of(bytes);
  if (wide) return { text: withoutMark(new TextDecoder(wide).decode(bytes)), problem: null };
  if (looksBinary(bytes)) return refused(plainly`This is a binary file, not text: save it as text, or give it the ending of its format.`);
  try {
    return { text: withoutMark(new TextDecoder('utf-8', { fatal: true }).decode(bytes)), problem: null };
  } catch {
    const problem = plainly`The file is not valid UTF-8 and was read as Windows-1252: save it as UTF-8 if letters look wrong.`;
    return { text: withoutMark(new TextDecoder('windows-1252').decode(bytes)), problem };
  }
}

function refused(problem: string): Decoded {
  return { text: null, problem };
}

function tooLarge(length: number, largest: number): string {
  const megabytes = (size: number) => `${(size / 1_048_576).toFixed(size < 10_485_760 ? 1 : 0)} MB`;
  return plainly`The file is ${megabytes(length)} long and files over ${megabytes(largest)} are not read: split it into one file an article.`;
}

function withoutMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

/** By the byte-order mark; without one, by the zero bytes that Western text has in every other place. */
function utf16Of(bytes: Uint8Array): Utf16 | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const length = Math.min(bytes.length, SAMPLE) & ~1;
  if (length < 4 || bytes.length % 2 === 1) return null;
  const zeros = [0, 0];
  for (let i = 0; i < length; i++) if (bytes[i] === 0) zeros[i % 2] = (zeros[i % 2] as number) + 1;
  const [even = 0, odd = 0] = zeros;
  const most = (length / 2) * 0.7;
  if (odd > most && even === 0) return 'utf-16le';
  if (even > most && odd === 0) return 'utf-16be';
  return null;
}

function looksBinary(bytes: Uint8Array): boolean {
  let controls = 0;
  const length = Math.min(bytes.length, SAMPLE);
  for (let i = 0; i < length; i++) {
    const byte = bytes[i] as number;
    if (byte === 0) return true;
    // Tab, line feed, form feed, carriage return, escape and the old end-of-file mark turn up in texts.
    if (byte < 32 && ![9, 10, 11, 12, 13, 26, 27].includes(byte)) controls++;
  }
  return controls > length * 0.02;
}
