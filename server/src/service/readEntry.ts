import { LARGEST_TEXT_FILE } from '../readers/decode.ts';
import { readSource } from '../readers/index.ts';
import type { Reading } from '../readers/reader.ts';
import type { Entry, Host } from './host.ts';

/** A file's bytes, or why there are none. */
export type Bytes = Uint8Array | { readonly problem: string };

/** First half of reading a file of a corpus, which waits for the disk. Never rejects. */
export async function bytesOf({ path, size }: Pick<Entry, 'path' | 'size'>, host: Pick<Host, 'readFile'>): Promise<Bytes> {
  if (size > LARGEST_TEXT_FILE) {
    const most = LARGEST_TEXT_FILE >> 20;
    const problem = `This file is longer than ${most} MB and was not read: split it into one file an article, or take it out of the corpus.`;
    return { problem };
  }
  try {
    return await host.readFile(path);
  } catch (error) {
    return { problem: reasonOf(error) };
  }
}

/** Second half, which keeps the thread busy. Never rejects: what goes wrong is a problem of the reading. */
export async function readBytes(path: string, bytes: Bytes): Promise<Reading> {
  if ('problem' in bytes) return { articles: [], problems: [{ message: bytes.problem, span: null }] };
  return await readSource(path, bytes);
}

/** Why a host could not do something, in its own words. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : 'It could not be read.';
}
