import { readerFor } from '../readers/index.ts';
import type { Entry, Host } from './host.ts';
import { SIDE_ENDINGS, sourceOfSide } from './sourceNames.ts';

/** Files that are looked at in one step for whether they are side files. */
const FILES_A_STEP = 64;

/** A source with its side file: read again when either is another. */
function withSide(entry: Entry, side: Entry | undefined): Entry {
  return side ? { ...entry, stamp: `${entry.stamp} ${side.stamp}`, side: side.path } : entry;
}

/** The sources among the files of a listing, each with its side file. In small steps: there may be a hundred thousand files. */
export function* sourcesAmong(listed: readonly Entry[]): Generator<Entry | undefined> {
  const sides = new Map<string, Entry>();
  for (const [at, entry] of listed.entries()) {
    const source = sourceOfSide(entry.path);
    // Of two, the first in the order of names: what is taken must not depend on chance.
    if (source !== undefined && !sides.has(source)) sides.set(source, entry);
    if (at % FILES_A_STEP === FILES_A_STEP - 1) yield;
  }
  for (const entry of listed) yield readerFor(entry.path) ? withSide(entry, sides.get(entry.path)) : undefined;
}

/** The source at a path as it is now, with its side file; undefined where there is none. */
export async function sourceAt(host: Pick<Host, 'stat'>, path: string): Promise<Entry | undefined> {
  const [entry, ...sides] = await Promise.all([path, ...SIDE_ENDINGS.map((ending) => path + ending)].map((one) => host.stat(one)));
  return (
    entry &&
    withSide(
      entry,
      sides.find((side) => side !== undefined),
    )
  );
}
