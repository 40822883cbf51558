import { checksum } from './checksum.ts';
import { ARRAY_TYPES, type ArrayType } from './plainTree.ts';

/** Why bytes are not believed. `foreign`: not such a file; `cut`: its end is missing; `damaged`: its content has changed. */
export type ContainerProblem = 'foreign' | 'other version' | 'cut' | 'damaged';

/** A container that is not to be used, and why: a sentence for a log. */
export interface Refusal {
  readonly problem: ContainerProblem;
  readonly detail: string;
}

/** A line of the table of contents: where a typed array lies. */
export interface Section {
  /** Where it stands in the tree, for messages. */
  readonly name: string;
  readonly type: ArrayType;
  /** Bytes behind the head. */
  readonly offset: number;
  /** Elements. */
  readonly length: number;
  /** CRC-32 of its bytes. */
  readonly checksum: number;
}

/** What a container says about itself. */
export interface Head {
  /** What it is a container of. */
  readonly kind: string;
  /** What its data mean (`INDEX_VERSION`). */
  readonly version: number;
  readonly sections: readonly Section[];
  /** The tree without its typed arrays. */
  readonly rest: unknown;
}

/** Raised when the layout of the file itself changes. */
const FORMAT_VERSION = 2;

/** As PNG begins: no text, and one that notices a transfer which took it for text. Then “VBT” for Verbatim. */
const MAGIC = Uint8Array.of(0x89, 0x56, 0x42, 0x54, 0x0d, 0x0a, 0x1a, 0x0a);

/** Reads otherwise where numbers lie in memory the other way round. */
const ORDER = 0x01020304;
const OTHER_ORDER = 0x04030201;

/** Everything begins at a multiple of so many bytes, as every kind of typed array may. */
const ALIGNMENT = 16;

/** The fixed part of a head: magic, order, format, length of the file (low, high), length of the JSON, checksum of all this. */
const FIXED_BYTES = 32;
const FIELDS = { order: 2, format: 3, low: 4, high: 5, json: 6, checksum: 7 } as const;
const TWO_32 = 2 ** 32;

/** The next multiple of the alignment. */
export function aligned(bytes: number): number {
  return Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;
}

/** Bytes that a section takes. */
export function sizeOf({ type, length }: Pick<Section, 'type' | 'length'>): number {
  return length * ARRAY_TYPES[type].BYTES_PER_ELEMENT;
}

/** Bytes that all sections take, with what lies between them. */
function extentOf(sections: readonly Section[]): number {
  const last = sections.at(-1);
  return last ? aligned(last.offset + sizeOf(last)) : 0;
}

/** The bytes of a head; its JSON ends in spaces, so that the first section is aligned. */
export function writeHead(head: Head): Uint8Array {
  const json = new TextEncoder().encode(JSON.stringify(head));
  const bytes = new Uint8Array(FIXED_BYTES + aligned(json.length)).fill(0x20, FIXED_BYTES);
  const total = bytes.length + extentOf(head.sections);
  const fields = new Uint32Array(bytes.buffer, 0, FIXED_BYTES / 4);
  fields[FIELDS.order] = ORDER;
  fields[FIELDS.format] = FORMAT_VERSION;
  fields[FIELDS.low] = total % TWO_32;
  fields[FIELDS.high] = Math.floor(total / TWO_32);
  fields[FIELDS.json] = bytes.length - FIXED_BYTES;
  bytes.set(MAGIC);
  bytes.set(json, FIXED_BYTES);
  fields[FIELDS.checksum] = headChecksum(bytes);
  return bytes;
}

function headChecksum(head: Uint8Array): number {
  return checksum(head.subarray(FIXED_BYTES), checksum(head.subarray(0, FIELDS.checksum * 4)));
}

/** The head of a container and where its sections begin. `bytes` is all of it, at an address that is a multiple of eight. */
export function readHead(bytes: Uint8Array, wanted: Pick<Head, 'kind' | 'version'>): { head: Head; start: number } | Refusal {
  const strange = refusalOfStart(bytes);
  if (strange) return strange;
  const fields = new Uint32Array(bytes.buffer, bytes.byteOffset, FIXED_BYTES / 4);
  const start = FIXED_BYTES + fields[FIELDS.json]!;
  if (bytes.length < start) return { problem: 'cut', detail: 'it ends in its head' };
  if (headChecksum(bytes.subarray(0, start)) !== fields[FIELDS.checksum]) return { problem: 'damaged', detail: 'its head has changed' };
  const total = fields[FIELDS.low]! + fields[FIELDS.high]! * TWO_32;
  if (bytes.length < total) return { problem: 'cut', detail: `${total - bytes.length} of its ${total} bytes are missing` };
  if (bytes.length > total) return { problem: 'damaged', detail: `${bytes.length - total} bytes too many` };
  const head = parsedHead(bytes.subarray(FIXED_BYTES, start));
  if (!head || start + extentOf(head.sections) !== total) return { problem: 'damaged', detail: 'its table of contents is wrong' };
  if (head.kind !== wanted.kind) return { problem: 'foreign', detail: `it is a ${head.kind}` };
  if (head.version !== wanted.version) {
    return { problem: 'other version', detail: `its data are of version ${head.version}, not ${wanted.version}` };
  }
  return { head, start };
}

/** What can be told before the head is known to be whole. */
function refusalOfStart(bytes: Uint8Array): Refusal | undefined {
  const known = Math.min(bytes.length, MAGIC.length);
  if (MAGIC.subarray(0, known).some((byte, at) => byte !== bytes[at])) {
    return { problem: 'foreign', detail: 'it does not begin as such a file does' };
  }
  if (bytes.length < FIXED_BYTES) return { problem: 'cut', detail: `it ends after ${bytes.length} bytes` };
  const fields = new Uint32Array(bytes.buffer, bytes.byteOffset, FIXED_BYTES / 4);
  if (fields[FIELDS.order] === OTHER_ORDER) return { problem: 'foreign', detail: 'a machine of another byte order wrote it' };
  if (fields[FIELDS.order] !== ORDER) return { problem: 'damaged', detail: 'its head has changed' };
  if (fields[FIELDS.format] === FORMAT_VERSION) return undefined;
  return { problem: 'other version', detail: `its format is of version ${fields[FIELDS.format]}, not ${FORMAT_VERSION}` };
}

/** The head that JSON says; undefined where it is none, or its sections do not lie one behind the other. */
function parsedHead(json: Uint8Array): Head | undefined {
  try {
    const head = JSON.parse(new TextDecoder().decode(json)) as Head;
    let end = 0;
    for (const section of head.sections) {
      const fits = section.offset === aligned(end) && Number.isSafeInteger(section.length) && section.length >= 0;
      if (!fits) return undefined;
      end = section.offset + sizeOf(section);
    }
    return head;
  } catch {
    return undefined;
  }
}
