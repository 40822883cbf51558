import { SegmentBuilder } from '../../corpus/index/segmentBuilder.ts';
import type { SegmentData } from '../../corpus/index/segmentData.ts';
import type { Steps } from '../../text/steps.ts';
import { checksum } from './checksum.ts';
import { readContainer, writeContainer } from './container.ts';
import type { Refusal } from './containerHead.ts';
import { isShapedLike } from './shape.ts';

const KIND = 'segment';

/** A segment of nothing, made when it is first asked for: its fields are those that a segment has in this version. */
let model: SegmentData | undefined;

/** A segment as a file. */
export interface SegmentFile {
  /** Sixteen hexadecimal digits that say which data these are: of the head, which has a checksum of every array. */
  readonly fingerprint: string;
  /** Bytes. */
  readonly size: number;
  /** To be written one behind the other. */
  readonly pieces: readonly Uint8Array[];
}

/** A segment that was read from a file. */
export interface OpenedSegment extends Omit<SegmentFile, 'pieces'> {
  /** Its arrays are views of the file's bytes. */
  readonly data: SegmentData;
  /** At which byte of the file each array begins, by its name: `words.offsets`. */
  readonly places: ReadonlyMap<string, number>;
}

/** The file of a segment; its arrays are not copied. */
export function* writeSegment(data: SegmentData): Steps<SegmentFile> {
  const pieces = yield* writeContainer(KIND, data);
  const size = pieces.reduce((sum, { length }) => sum + length, 0);
  return { fingerprint: fingerprintOf(pieces[0]!), size, pieces };
}

/** The segment that a file holds, and the fingerprint that it was written with; or why it is not to be believed. Never throws. */
export function* readSegment(bytes: Uint8Array): Steps<OpenedSegment | Refusal> {
  const opened = yield* readContainer(bytes, KIND);
  if ('problem' in opened) return opened;
  model ??= new SegmentBuilder().finish();
  if (!isShapedLike(opened.tree, model)) return { problem: 'other version', detail: 'it has other fields than it should' };
  return { data: opened.tree as SegmentData, places: opened.places, fingerprint: fingerprintOf(opened.head), size: bytes.length };
}

/** Sixteen hexadecimal digits for some bytes: two checksums that begin differently. */
export function fingerprintOf(bytes: Uint8Array): string {
  return [1, 2].map((seed) => checksum(bytes, seed).toString(16).padStart(8, '0')).join('');
}
