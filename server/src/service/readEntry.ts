import { decodeFile, LARGEST_TEXT_FILE } from '../readers/decode.ts';
import { readerFor, readSource } from '../readers/index.ts';
import type { Reading } from '../readers/reader.ts';
import { applySideFile } from '../readers/sideFile.ts';
import { plainly } from '../text/said.ts';
import type { Entry, Host } from './host.ts';

/** Files whose text is taken out of them hold more than text. Bytes. */
const LARGEST_OTHER_FILE = 256 << 20;
/** A side file holds a few lines. Bytes. */
const LARGEST_SIDE_FILE = 1 << 20;

/** A file's bytes, or why there are none. */
type Bytes = Uint8Array | { readonly problem: string };

/** What a source is made of. */
export interface SourceBytes {
  readonly file: Bytes;
  /** Null where there is no side file. */
  readonly side: Bytes | null;
}

/** First half of reading a file of a corpus, which waits for the disk. Never rejects. */
export async function bytesOf({ path, size, side }: Omit<Entry, 'stamp'>, host: Pick<Host, 'readFile'>): Promise<SourceBytes> {
  const largest = readerFor(path)?.extracts ? LARGEST_OTHER_FILE : LARGEST_TEXT_FILE;
  if (size > largest) {
    const most = largest >> 20;
    const problem = plainly`This file is longer than ${most} MB and was not read: split it into one file an article, or take it out of the corpus.`;
    return { file: { problem }, side: null };
  }
  return { file: await bytesAt(path, host), side: side === undefined ? null : await bytesAt(side, host) };
}

async function bytesAt(path: string, host: Pick<Host, 'readFile'>): Promise<Bytes> {
  try {
    return await host.readFile(path);
  } catch (error) {
    return { problem: reasonOf(error) };
  }
}

/** Second half, which keeps the thread busy unless the host takes the text out elsewhere. Never rejects: what goes wrong is a problem of the reading. */
export async function readBytes(path: string, { file, side }: SourceBytes, host: Pick<Host, 'extract'>): Promise<Reading> {
  if ('problem' in file) return { articles: [], problems: [{ message: file.problem, span: null }] };
  const reading = await (isExtracted(path) && host.extract ? host.extract(path, file) : readSource(path, file));
  return side === null ? reading : withMetadata(reading, side);
}

/** What a side file says of what was read. */
function withMetadata(reading: Reading, side: Bytes): Reading {
  if ('problem' in side) return withProblem(reading, plainly`Its side file was left aside: ${side.problem}`);
  const { text, problem } = decodeFile(side, LARGEST_SIDE_FILE);
  if (text === null) return withProblem(reading, plainly`Its side file was left aside: ${problem ?? ''}`);
  return applySideFile(reading, text);
}

function withProblem(reading: Reading, message: string): Reading {
  return { ...reading, problems: [...reading.problems, { message, span: null }] };
}

/** Whether offsets in a file's articles count in text that was taken out of it, rather than in the file's own. */
export function isExtracted(path: string): boolean {
  const reader = readerFor(path);
  return reader === undefined || reader.extracts === true;
}

/** Why a host could not do something, in its own words. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : plainly`It could not be read.`;
}
