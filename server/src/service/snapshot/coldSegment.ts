import type { LargeArrays } from '../../corpus/index/segment.ts';
import type { SegmentData } from '../../corpus/index/segmentData.ts';
import type { PagedBytes } from './pages.ts';
import type { OpenedSegment } from './segmentFile.ts';

/** A segment whose large arrays stay in its file. */
export interface ColdSegment {
  /** The large arrays are empty, and the others copies: nothing holds the bytes that it was read from. */
  readonly data: SegmentData;
  readonly large: LargeArrays;
}

/** Leaves a segment's large arrays in the file that it was read and verified from. */
export function coldSegment({ data, places }: OpenedSegment, file: PagedBytes): ColdSegment {
  const { codes, words, pairs } = data;
  const small = copied({ ...data, codes: NO_CODES, words: { ...words, bits: NO_BITS }, pairs: { ...pairs, bits: NO_BITS } });
  const at = (name: string) => places.get(name)!;
  return {
    data: small,
    large: {
      codes: stretches(file, { start: at('codes'), length: codes.length, type: Uint16Array }),
      words: stretches(file, { start: at('words.bits'), length: words.bits.length, type: Uint32Array }),
      pairs: stretches(file, { start: at('pairs.bits'), length: pairs.bits.length, type: Uint32Array }),
    },
  };
}

const NO_BITS = new Uint32Array(0);
const NO_CODES = new Uint16Array(0);

/** Whether a segment's large arrays are elsewhere: it cannot be saved. */
export function isCold({ codes, wordCount }: SegmentData): boolean {
  return codes.length === 0 && wordCount > 0;
}

/** A tree of plain data with typed arrays of its own. */
function copied<T>(tree: T): T {
  if (ArrayBuffer.isView(tree)) return (tree as unknown as Uint32Array).slice() as T;
  if (typeof tree !== 'object' || tree === null || Array.isArray(tree)) return tree;
  return Object.fromEntries(Object.entries(tree).map(([key, value]) => [key, copied(value)])) as T;
}

interface ArrayInFile<T> {
  /** Byte at which it begins. */
  readonly start: number;
  /** Elements. */
  readonly length: number;
  readonly type: { new (buffer: ArrayBuffer, offset: number, length: number): T; readonly BYTES_PER_ELEMENT: number };
}

/** Reads stretches of an array into memory that is used again each time. */
function stretches<T>(file: PagedBytes, { start, length, type }: ArrayInFile<T>): (from: number, to: number) => T {
  let buffer = new ArrayBuffer(1 << 12);
  return (from, to) => {
    const end = Math.min(to, length);
    const size = (end - from) * type.BYTES_PER_ELEMENT;
    if (size > buffer.byteLength) buffer = new ArrayBuffer(2 * size);
    file.read(start + from * type.BYTES_PER_ELEMENT, new Uint8Array(buffer, 0, size));
    return new type(buffer, 0, end - from);
  };
}
