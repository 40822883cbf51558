import type { LargeArrays } from '../../corpus/index/segment.ts';
import type { SegmentData } from '../../corpus/index/segmentData.ts';
import type { Steps } from '../../text/steps.ts';
import type { Cache, OpenBytes } from '../host.ts';
import { drain } from '../pump.ts';
import { coldSegment, isCold } from './coldSegment.ts';
import type { ContainerProblem, Refusal } from './containerHead.ts';
import type { ReadFile } from './fileTable.ts';
import { INDEX_VERSION } from './indexVersion.ts';
import { type Manifest, manifestOf, readManifest, type SavedSegment } from './manifest.ts';
import { PageCache } from './pages.ts';
import { fingerprintOf, type OpenedSegment, readSegment, writeSegment } from './segmentFile.ts';
import { isUseForgotten, leftovers, names, unused } from './upkeep.ts';

/** All snapshots together may take so many bytes. */
const MOST_BYTES = 4 * 2 ** 30;
const PAGE_BYTES = 64 * 2 ** 20;

/** A segment to be saved, and the numbers of its articles that no longer count. */
export interface SegmentToSave {
  readonly data: SegmentData;
  readonly gone: Iterable<number>;
}

/** What a library knows: all that is needed to go on from here. */
export interface SnapshotContent {
  /** Each path once. */
  readonly files: readonly ReadFile[];
  readonly segments: readonly SegmentToSave[];
}

/** What was saved, every byte of it verified. */
export interface Snapshot {
  readonly manifest: Manifest;
  /** As many as the manifest has, in its order. */
  readonly segments: readonly LoadedSegment[];
}

/** A segment, and where its large arrays are if they are not in memory. */
export interface LoadedSegment {
  readonly data: SegmentData;
  readonly large: LargeArrays | null;
}

export interface LoadOptions {
  readonly signal?: AbortSignal | undefined;
  /** Bytes of segments that are kept in memory, the first ones first; of the others the large arrays are read as they are needed. */
  readonly memory?: number;
}

/** There is no snapshot that can be used. */
export interface NoSnapshot {
  /** `absent`: nobody has saved one; `incomplete`: a segment is missing; `out of reach`: the cache could not be read or written. */
  readonly problem: ContainerProblem | 'absent' | 'incomplete' | 'out of reach';
  /** A sentence for a log. */
  readonly message: string;
}

/** What a save did. */
export interface Saved {
  /** How many segments were not there before. */
  readonly segments: number;
  /** Bytes written. */
  readonly bytes: number;
}

/** A save under way. */
interface Saving {
  /** What is in the cache, with its size. */
  readonly there: ReadonlyMap<string, number>;
  readonly written: { segments: number; bytes: number };
  readonly signal: AbortSignal | undefined;
}

export interface StoreOptions {
  /** Absolute paths of the corpus folders, in their order. */
  readonly folders: readonly string[];
  /** What else decides what a text gives, such as the version of Unicode that the machine's patterns know. */
  readonly runtime?: string;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** All snapshots together may take so many bytes; the one that is saved is kept in any case. */
  readonly mostBytes?: number;
  /** Bytes of memory for what is read of segments that are left on disk. */
  readonly pageBytes?: number;
}

/**
 * Snapshots of what a library knows of some corpus folders. Segments never change once written, and are known by their
 * content; the manifest that names them is written last: whenever a save ends early, the snapshot before it is whole.
 * Others may save and load at the same time. What cannot be saved or loaded is told, and never fails the work.
 */
export class SnapshotStore {
  readonly #cache: Cache;
  readonly #options: Required<StoreOptions>;
  readonly #subject: string;
  readonly #key: string;
  /** Segments that this store has read or written: these need not be written again while they are there. */
  readonly #known = new WeakMap<SegmentData, { readonly name: string; readonly size: number }>();
  readonly #pages: PageCache;
  /** Closes a file when nobody searches its segment any more. */
  readonly #files = new FinalizationRegistry((bytes: OpenBytes) => bytes.close());
  #tail: Promise<unknown> = Promise.resolve();

  constructor(cache: Cache, options: StoreOptions) {
    this.#cache = cache;
    this.#options = { runtime: '', now: Date.now, mostBytes: MOST_BYTES, pageBytes: PAGE_BYTES, ...options };
    this.#pages = new PageCache(this.#options.pageBytes);
    this.#subject = JSON.stringify([this.#options.folders, this.#options.runtime]);
    this.#key = fingerprintOf(new TextEncoder().encode(`${INDEX_VERSION} ${this.#subject}`));
  }

  /** The last snapshot, verified in slices. Rejects only where the signal is aborted. */
  load(options: LoadOptions = {}): Promise<Snapshot | NoSnapshot> {
    return this.#exclusively(async () => {
      const first = await this.#load(options);
      // Another process may have put a new snapshot in place while this one was being read.
      const loaded = 'problem' in first && first.problem === 'incomplete' ? await this.#load(options) : first;
      // Nobody waits for it, but the next save or load does.
      if ('manifest' in loaded) this.#exclusively(() => this.#noteUse()).catch(() => undefined);
      return loaded;
    });
  }

  /** Saves what is not saved yet, and removes what is no longer of use. Rejects only where the signal is aborted. */
  save(content: SnapshotContent, signal?: AbortSignal): Promise<Saved | NoSnapshot> {
    return this.#exclusively(async () => {
      try {
        return await this.#save(content, signal);
      } catch (error) {
        signal?.throwIfAborted();
        return outOfReach('The snapshot of the corpus could not be saved', error);
      }
    });
  }

  /** Resolves when nothing is being loaded, saved or noted. */
  async settled(): Promise<void> {
    await this.#tail;
  }

  /** One thing at a time, in the order in which they were asked for. */
  #exclusively<T>(task: () => Promise<T>): Promise<T> {
    const run = this.#tail.then(task);
    this.#tail = run.catch(() => undefined);
    return run;
  }

  async #load({ signal, memory = Number.POSITIVE_INFINITY }: LoadOptions): Promise<Snapshot | NoSnapshot> {
    const name = names.manifest(this.#key);
    const manifest = await this.#open(name, this.#read(name), { reader: readManifest, signal });
    if ('problem' in manifest) return manifest;
    if (manifest.subject !== this.#subject) return refused(name, { problem: 'foreign', detail: 'it is of other folders' });
    const { segments: all } = manifest;
    const segments: LoadedSegment[] = [];
    let room = memory;
    // The next is read while one is verified, a slice at a time; not all at once, since they may be more than fit.
    let next = all[0] && this.#read(all[0].name);
    for (const [at, saved] of all.entries()) {
      const reading = next!;
      next = all[at + 1] && this.#read(all[at + 1]!.name);
      const segment = await this.#openSegment(saved, reading, signal);
      if ('problem' in segment) return segment;
      room -= segment.size;
      // Small segments are merged before long, for which they have to be in memory.
      segments.push(
        room >= 0 || segment.data.hashes !== null ? { data: segment.data, large: null } : this.#leftOnDisk(saved.name, segment),
      );
    }
    return { manifest, segments };
  }

  /** Never rejects. */
  async #read(name: string): Promise<Uint8Array | NoSnapshot> {
    try {
      const absent = { problem: 'absent', message: `There is no snapshot of the corpus yet (${name}).` } as const;
      return (await this.#cache.read(name)) ?? absent;
    } catch (error) {
      return outOfReach(`The snapshot of the corpus could not be read (${name})`, error);
    }
  }

  async #open<T extends object>(
    name: string,
    reading: Promise<Uint8Array | NoSnapshot>,
    { reader, signal }: { reader: (bytes: Uint8Array) => Steps<T | Refusal>; signal: AbortSignal | undefined },
  ): Promise<T | NoSnapshot> {
    const bytes = await reading;
    if ('problem' in bytes) return bytes;
    const found = await drain(reader(bytes), signal);
    return 'problem' in found ? refused(name, found as Refusal) : found;
  }

  async #openSegment(
    { name, articleCount, gone }: SavedSegment,
    reading: Promise<Uint8Array | NoSnapshot>,
    signal: AbortSignal | undefined,
  ): Promise<OpenedSegment | NoSnapshot> {
    const segment = await this.#open(name, reading, { reader: readSegment, signal });
    if ('problem' in segment) {
      const missing = segment.problem === 'absent';
      return missing ? { problem: 'incomplete', message: `The snapshot of the corpus lacks ${name}.` } : segment;
    }
    const { data, fingerprint, size } = segment;
    const fits = name === names.segment(this.#key, fingerprint) && data.lengths.length === articleCount;
    if (!fits || gone.some((number) => number >= articleCount)) {
      return refused(name, { problem: 'damaged', detail: 'it does not fit the manifest' });
    }
    this.#known.set(data, { name, size });
    return segment;
  }

  /** A segment whose large arrays stay in the cache, where that can be read a stretch at a time. */
  #leftOnDisk(name: string, segment: OpenedSegment): LoadedSegment {
    const bytes = this.#cache.open?.(name);
    if (!bytes) return { data: segment.data, large: null };
    const cold = coldSegment(segment, this.#pages.file(bytes, segment.size));
    this.#files.register(cold.large, bytes);
    this.#known.set(cold.data, { name, size: segment.size });
    return cold;
  }

  async #save({ files, segments }: SnapshotContent, signal: AbortSignal | undefined): Promise<Saved> {
    const written = { segments: 0, bytes: 0 };
    const saved: SavedSegment[] = [];
    const there = await this.#sizes();
    for (const { data, gone } of segments) {
      const name = await this.#keep(data, { there, written, signal });
      saved.push({ name, articleCount: data.lengths.length, gone: Uint32Array.from(gone).sort() });
    }
    const manifest = await drain(manifestOf({ subject: this.#subject, files, segments: saved }), signal);
    const pieces = await drain(manifest.write(), signal);
    await this.#cache.write(names.manifest(this.#key), pieces);
    written.bytes += pieces.reduce((sum, { length }) => sum + length, 0);
    // Another process may have taken away meanwhile what its own snapshot does not have.
    const still = await this.#sizes();
    for (const { data } of segments) await this.#keep(data, { there: still, written, signal });
    await this.#tidy(new Set(saved.map(({ name }) => name))).catch(() => undefined);
    return written;
  }

  /** Makes sure that a segment is in the cache; gives its name there. */
  async #keep(data: SegmentData, { there, written, signal }: Saving): Promise<string> {
    const known = this.#known.get(data);
    if (known && there.get(known.name) === known.size) return known.name;
    if (isCold(data)) throw new Error('a part of it that is not in memory has vanished from the cache.');
    const { fingerprint, size, pieces } = await drain(writeSegment(data), signal);
    const name = names.segment(this.#key, fingerprint);
    await this.#cache.write(name, pieces);
    this.#known.set(data, { name, size });
    written.segments++;
    written.bytes += size;
    return name;
  }

  async #sizes(): Promise<Map<string, number>> {
    return new Map((await this.#cache.list()).map(({ name, size }) => [name, size]));
  }

  async #noteUse(): Promise<void> {
    if (isUseForgotten(await this.#cache.list(), this.#key, this.#options.now())) await this.#cache.write(names.used(this.#key), []);
  }

  /** Removes what no snapshot needs any more. */
  async #tidy(kept: ReadonlySet<string>): Promise<void> {
    const { now, mostBytes } = this.#options;
    const entries = await this.#cache.list();
    let gone = leftovers(entries, this.#key, { kept, now: now() });
    if (gone.length > 0) {
      // Another process may have written a manifest in place of ours.
      const name = names.manifest(this.#key);
      const manifest = await this.#open(name, this.#read(name), { reader: readManifest, signal: undefined });
      const named = 'problem' in manifest ? gone : manifest.segments.map((segment) => segment.name);
      gone = gone.filter((one) => !named.includes(one));
    }
    for (const name of [...gone, ...unused(entries, this.#key, { mostBytes, now: now() })]) {
      await this.#cache.remove(name).catch(() => undefined);
    }
  }
}

function refused(name: string, { problem, detail }: Refusal): NoSnapshot {
  return { problem, message: `The snapshot of the corpus cannot be used: ${name}: ${detail}.` };
}

function outOfReach(what: string, error: unknown): NoSnapshot {
  return { problem: 'out of reach', message: `${what}: ${error instanceof Error ? error.message : String(error)}` };
}
