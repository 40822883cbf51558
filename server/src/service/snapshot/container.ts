import { crc32 } from '../../text/crc32.ts';
import type { Steps } from '../../text/steps.ts';
import { aligned, type Head, type Refusal, readHead, type Section, sizeOf, writeHead } from './containerHead.ts';
import { INDEX_VERSION } from './indexVersion.ts';
import { ARRAY_TYPES, joinTree, type NumberArray, splitTree } from './plainTree.ts';

/** A tree that was read and found whole, and the bytes of the file's head; or why it was not. */
export type Opened =
  | {
      readonly tree: unknown;
      readonly head: Uint8Array;
      /** At which byte each typed array begins, by its name: `words.offsets`. */
      readonly places: ReadonlyMap<string, number>;
    }
  | Refusal;

const PADDING = new Uint8Array(16);

/**
 * The bytes of a file that holds a tree of plain data: typed arrays, whatever their kind and number, become sections that
 * can be used where they lie; the rest is kept as JSON. The pieces are to be written one behind the other, and the
 * arrays among them are not copied: they must not change before that is done. Throws a TypeError for other leaves than
 * typed arrays, numbers, strings, booleans and null. `version` says what the data mean.
 */
export function* writeContainer(kind: string, tree: object, version: number = INDEX_VERSION): Steps<readonly Uint8Array[]> {
  const { rest, arrays } = splitTree(tree);
  const sections: Section[] = [];
  const pieces: Uint8Array[] = [];
  let end = 0;
  for (const { name, type, array } of arrays) {
    const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
    sections.push({ name, type, offset: end, length: array.length, checksum: yield* sumSteps(bytes) });
    end += aligned(bytes.length);
    pieces.push(bytes, PADDING.subarray(0, aligned(bytes.length) - bytes.length));
    yield;
  }
  return [writeHead({ kind, version, sections, rest }), ...pieces].filter(({ length }) => length > 0);
}

/**
 * The tree that {@link writeContainer} was given, its typed arrays views of `bytes`' own buffer (of a copy, where that
 * does not begin at a multiple of eight). Every byte is verified first, in steps of at most 128 KB: what is not
 * whole is refused as a whole. Never throws.
 */
export function* readContainer(bytes: Uint8Array, kind: string, version: number = INDEX_VERSION): Steps<Opened> {
  const whole = bytes.byteOffset % 8 === 0 ? bytes : Uint8Array.from(bytes);
  const found = readHead(whole, { kind, version });
  if ('problem' in found) return found;
  for (const section of found.head.sections) {
    if (!(yield* isWhole(whole, found.start, section))) {
      return { problem: 'damaged', detail: `its part ${section.name} has changed` };
    }
    yield;
  }
  return opened(found.head, whole, found.start);
}

/** Bytes between two yields: where the machine reckons by itself, some twenty microseconds' worth. */
const STEP = 1 << 17;

function* sumSteps(bytes: Uint8Array): Steps<number> {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += STEP) {
    if (at > 0) yield;
    sum = crc32(bytes.subarray(at, at + STEP), sum);
  }
  return sum;
}

/** Whether a section and the padding behind it are as they were written. */
function* isWhole(bytes: Uint8Array, start: number, section: Section): Steps<boolean> {
  const from = start + section.offset;
  const to = from + sizeOf(section);
  if ((yield* sumSteps(bytes.subarray(from, to))) !== section.checksum) return false;
  return bytes.subarray(to, start + aligned(to - start)).every((byte) => byte === 0);
}

function opened({ sections, rest }: Head, bytes: Uint8Array, start: number): Opened {
  const arrays = sections.map(({ type, offset, length }): NumberArray => {
    return new ARRAY_TYPES[type](bytes.buffer as ArrayBuffer, bytes.byteOffset + start + offset, length);
  });
  try {
    const places = new Map(sections.map(({ name, offset }) => [name, start + offset]));
    return { tree: joinTree(rest, arrays), head: bytes.subarray(0, start), places };
  } catch {
    return { problem: 'damaged', detail: 'its table of contents does not fit its tree' };
  }
}
