import { plainly } from '../../text/said.ts';
import { decodeFile, LARGEST_TEXT_FILE } from '../decode.ts';
import { Gathering } from '../news/gathering.ts';
import type { Reading } from '../reader.ts';
import { itemsIn } from './find.ts';
import { NO_ARTICLE, parsed, readJson } from './json.ts';

/** A longer line is no article, in bytes. */
const LONGEST_LINE = LARGEST_TEXT_FILE;
/** How many broken lines are told one by one. */
const MOST_BROKEN = 20;

/** A line of a file. */
interface Line {
  /** Null where it is too long to be read. */
  readonly text: string | null;
  /** UTF-16 code units before it in the decoded file. */
  readonly start: number;
  readonly length: number;
  readonly number: number;
  /** Whether it is not valid UTF-8. */
  readonly odd: boolean;
}

/**
 * Reads a file of JSON Lines (an article a line; also JSON text sequences, RFC 7464). Lines are decoded one at a time, so that of a
 * large file nothing but the articles' own texts is kept. A line that is broken is a problem and the others are read.
 */
export function readJsonLines(id: string, bytes: Uint8Array): Reading {
  const tally = new Tally();
  for (const line of linesOf(bytes)) {
    // A file of one value over several lines is JSON under another name.
    if (!tally.take(line) && tally.lines === 1 && bytes.length <= LARGEST_TEXT_FILE && isWhole(bytes)) return readJson(id, bytes);
  }
  return tally.finish(id);
}

function isWhole(bytes: Uint8Array): boolean {
  const { text } = decodeFile(bytes);
  return text !== null && 'value' in parsed(text);
}

/** What has become of the lines so far. */
class Tally {
  readonly #gathering = new Gathering();
  lines = 0;
  #broken = 0;
  #idle = 0;
  #firstIdle = 0;
  #odd = 0;

  /** Reads a line; gives whether it is JSON. */
  take({ text, start, length, number, odd }: Line): boolean {
    const bare = (text?.startsWith(RECORD) ? text.slice(1) : text)?.trim();
    if (bare === '') return true;
    this.lines++;
    if (odd) this.#odd++;
    const value = bare === undefined ? null : parsed(bare);
    if (!value || !('value' in value)) {
      this.#break({ start, end: start + length }, number, bare === undefined);
      return false;
    }
    let items = 0;
    for (const item of itemsIn(value.value)) {
      if (!item) continue;
      this.#gathering.add(item);
      items++;
    }
    if (items === 0 && this.#idle++ === 0) this.#firstIdle = number;
    return true;
  }

  finish(id: string): Reading {
    const tell = (message: string) => this.#gathering.tell(message);
    if (this.#broken > MOST_BROKEN) tell(plainly`${this.#broken} lines are not valid JSON; the first ${MOST_BROKEN} are named.`);
    if (this.#odd > 0)
      tell(plainly`The file is not valid UTF-8 and was read in part as Windows-1252: save it as UTF-8 if letters look wrong.`);
    if (this.lines === 0) tell(plainly`The file is empty.`);
    else if (this.#idle > 0 && this.#idle + this.#broken === this.lines) tell(NO_ARTICLE);
    else if (this.#idle > 0) {
      tell(
        this.#idle === 1
          ? plainly`1 line is no article and was left out, the first of them line ${this.#firstIdle}.`
          : plainly`${this.#idle} lines are no articles and were left out, the first of them line ${this.#firstIdle}.`,
      );
    }
    return this.#gathering.finish(id);
  }

  #break(span: { readonly start: number; readonly end: number }, number: number, long: boolean): void {
    if (this.#broken++ >= MOST_BROKEN) return;
    const message = long
      ? plainly`Line ${number} is too long to be an article and was left out; the other lines were read.`
      : plainly`Line ${number} is not valid JSON and was left out; the other lines were read.`;
    this.#gathering.tell(message, span);
  }
}

const LINE_FEED = 0x0a;
/** Begins a text of a JSON text sequence. */
const RECORD = '\u001E';

type Decoder = InstanceType<typeof TextDecoder>;

/** The lines of a file of bytes, decoded one by one; UTF-16 is decoded as a whole. */
function* linesOf(bytes: Uint8Array): Generator<Line> {
  if (isWide(bytes)) return yield* linesIn(decodeFile(bytes).text ?? '');
  const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const western = new TextDecoder('windows-1252');
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  let start = 0;
  for (let number = 1; at < bytes.length; number++) {
    const feed = bytes.indexOf(LINE_FEED, at);
    const end = feed < 0 ? bytes.length : feed;
    if (end - at > LONGEST_LINE) yield { text: null, start, length: end - at, number, odd: false };
    const line = end - at > LONGEST_LINE ? null : decoded(bytes.subarray(at, end), strict, western);
    const length = line?.text.length ?? end - at;
    if (line) yield { ...line, start, length, number };
    start += length + 1;
    at = end + 1;
  }
}

function decoded(bytes: Uint8Array, strict: Decoder, western: Decoder): { readonly text: string; readonly odd: boolean } {
  try {
    return { text: strict.decode(bytes), odd: false };
  } catch {
    return { text: western.decode(bytes), odd: true };
  }
}

function* linesIn(text: string): Generator<Line> {
  let start = 0;
  for (let number = 1; start < text.length; number++) {
    const feed = text.indexOf('\n', start);
    const end = feed < 0 ? text.length : feed;
    yield { text: text.slice(start, end), start, length: end - start, number, odd: false };
    start = end + 1;
  }
}

/** Whether every other byte at the beginning is zero, or a byte-order mark of UTF-16 stands there. */
function isWide(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || first === 0 || second === 0;
}
