import { IndexedCorpus } from '../corpus/indexedCorpus.ts';
import { plainly } from '../text/said.ts';
import type { FileRecords } from './fileRecords.ts';
import type { Entry } from './host.ts';
import type { IndexedFile } from './indexer.ts';
import { drain } from './pump.ts';
import type { Comparison, Manifest } from './snapshot/manifest.ts';
import type { NoSnapshot, Snapshot, SnapshotStore } from './snapshot/store.ts';

/** From so many files on a snapshot is kept: fewer are indexed as fast as it would be loaded. */
const WORTH_KEEPING = 200;

/** Where the index of some folders is kept from one start to the next. */
export interface Keeping {
  readonly store: SnapshotStore;
  /** Bytes of memory that the index may take if the settings do not say; what goes beyond is read from the snapshot as it is needed. */
  readonly memory: number;
  /** Told in a sentence why a snapshot was not used or could not be saved. */
  readonly note: (message: string) => void;
}

/** The corpus that was kept, and whether some files that are listed now are others than they were. */
export interface Kept {
  readonly corpus: IndexedCorpus;
  /** What was known of each file that was kept: those that are listed as they were, which gave one article known by their path, … */
  readonly usual: Iterable<Entry>;
  /** … and all others. */
  readonly others: Iterable<IndexedFile>;
  readonly isOutdated: boolean;
}

/** What is being read of what was kept. */
export type Recalling = Promise<Snapshot | NoSnapshot>;

/** Begins to read what was kept: the disk is read while the folders are still being listed. */
export function recalling({ store, memory }: Keeping, signal: AbortSignal | undefined): Recalling {
  const reading = store.load({ signal, memory });
  // Nobody may come to wait for it.
  reading.catch(() => undefined);
  return reading;
}

/** What was kept of these files; null where there is nothing that can be used. The revision is that of the corpus. */
export async function recalled(
  { note }: Keeping,
  { reading, entries }: { readonly reading: Recalling; readonly entries: readonly Entry[] },
  { revision, signal }: { readonly revision: number; readonly signal: AbortSignal | undefined },
): Promise<Kept | null> {
  if (entries.length < WORTH_KEEPING) return null;
  const found = await reading;
  if ('problem' in found) {
    if (found.problem !== 'absent') note(`${found.message} The sources are read anew.`);
    return null;
  }
  const { manifest, segments } = found;
  const comparison = await drain(manifest.compare(entries), signal);
  const parts = segments.map((segment, at) => ({ ...segment, gone: [...manifest.segments[at]!.gone] }));
  return {
    corpus: IndexedCorpus.restored(parts, revision),
    ...filesOf(manifest, entries, comparison),
    isOutdated: comparison.changed.length + comparison.gone.length > 0,
  };
}

/** All files of a manifest. Of those that are as they were the listing's own strings serve, which need not be made again. */
function filesOf(manifest: Manifest, entries: readonly Entry[], { changed, gone }: Comparison): Pick<Kept, 'usual' | 'others'> {
  const others = new Set([...gone, ...changed.map(({ path }) => path)]);
  for (const file of manifest.unusual()) others.add(file.path);
  return {
    usual: others.size === 0 ? entries : entries.filter(({ path }) => !others.has(path)),
    others: [...others].flatMap((path) => manifest.file(path) ?? []),
  };
}

/** Saves what a library knows, and gives the corpus to go on with: the same, but for what goes beyond the memory it may take. */
export async function keep({ store, memory, note }: Keeping, files: FileRecords, corpus: IndexedCorpus): Promise<IndexedCorpus> {
  const read = [...files.all()].map((file) => ({ ...file, size: null }));
  if (read.length < WORTH_KEEPING) return corpus;
  const saved = await store.save({ files: read, segments: corpus.parts });
  if ('problem' in saved) {
    note(saved.message);
    return corpus;
  }
  if (corpus.bytes <= memory) return corpus;
  const found = await store.load({ memory });
  if ('problem' in found) return corpus;
  const parts = found.segments.map((segment, at) => ({ ...segment, gone: [...found.manifest.segments[at]!.gone] }));
  return IndexedCorpus.restored(parts, corpus.revision);
}

const MEGABYTE = 2 ** 20;

/** What it means for a user that an index is larger than the memory it may take, and what can be done. */
export function beyondMemory(memory: number): string {
  const megabytes = Math.round(memory / MEGABYTE).toLocaleString('en');
  return plainly`The index of these sources is larger than the memory it may take (${megabytes} MB), so that parts of it are read from disk: nothing is missed, but checks take longer. Allow it more with “memory”, or name fewer folders with “corpora”, in .verbatim.yaml.`;
}
