import type { Steps } from '../../text/steps.ts';
import type { Entry } from '../host.ts';
import { readContainer, writeContainer } from './container.ts';
import type { Refusal } from './containerHead.ts';
import { Files, type FileTable, fileTable, type ReadFile } from './fileTable.ts';

const KIND = 'manifest';

/** A segment of a saved corpus. */
export interface SavedSegment {
  /** What the cache knows it by. */
  readonly name: string;
  /** How many articles it has, with those that are gone. */
  readonly articleCount: number;
  /** The numbers of its articles that no longer count, ascending. */
  readonly gone: Uint32Array;
}

/** What a manifest is made of. */
export interface ManifestParts {
  /** What the snapshot is of, such as the folders' paths: has to be the same for it to be used. */
  readonly subject: string;
  /** What was read, each path once. In the order in which they are listed they are compared fastest. */
  readonly files: readonly ReadFile[];
  readonly segments: readonly SavedSegment[];
}

/** How a fresh listing differs from what was read. */
export interface Comparison {
  /** How many files are as they were. */
  readonly unchanged: number;
  /** Files that are new or otherwise than they were. */
  readonly changed: readonly Entry[];
  /** Paths that were read and are not listed. */
  readonly gone: readonly string[];
}

interface ManifestData {
  readonly subject: string;
  readonly files: FileTable;
  readonly segments: readonly SavedSegment[];
}

/** Entries that are compared between two yields. */
const STEP = 1024;

/** What a library knows beside the segments of its index: which files were read, and what they gave. Immutable. */
export class Manifest {
  readonly #data: ManifestData;
  readonly #files: Files;

  constructor(data: ManifestData) {
    this.#data = data;
    this.#files = new Files(data.files);
  }

  get subject(): string {
    return this.#data.subject;
  }

  /** Of these the corpus is made, in this order. */
  get segments(): readonly SavedSegment[] {
    return this.#data.segments;
  }

  /** How many files were read. */
  get size(): number {
    return this.#files.size;
  }

  /** The file with this path, if it was read. */
  file(path: string): ReadFile | undefined {
    const number = this.#files.numberOf(path);
    return number < 0 ? undefined : this.#files.at(number);
  }

  /** All files, in the order in which they were given. */
  *files(): Generator<ReadFile> {
    for (let number = 0; number < this.size; number++) yield this.#files.at(number);
  }

  /** The files that gave anything but one article known by the file's own path: the few with problems, none or several articles. */
  *unusual(): Generator<ReadFile> {
    for (let number = 0; number < this.size; number++) if (!this.#files.isUsual(number)) yield this.#files.at(number);
  }

  /** What became of the files since they were read; each path is listed once. */
  *compare(entries: readonly Entry[]): Steps<Comparison> {
    const listed = new Uint8Array(this.size);
    const changed: Entry[] = [];
    let number = -1;
    for (const [at, entry] of entries.entries()) {
      if (at % STEP === STEP - 1) yield;
      const found = this.#files.numberOf(entry.path, number + 1);
      if (found >= 0) {
        number = found;
        listed[number] = 1;
      }
      if (found < 0 || !this.#files.isUnchanged(found, entry)) changed.push(entry);
    }
    const gone: string[] = [];
    for (let missing = listed.indexOf(0); missing >= 0; missing = listed.indexOf(0, missing + 1)) gone.push(this.#files.pathAt(missing));
    return { unchanged: entries.length - changed.length, changed, gone };
  }

  /** The bytes of a file that {@link readManifest} reads. */
  *write(): Steps<readonly Uint8Array[]> {
    return yield* writeContainer(KIND, this.#data);
  }
}

/** Packs what a library knows. */
export function* manifestOf({ subject, files, segments }: ManifestParts): Steps<Manifest> {
  return new Manifest({ subject, files: yield* fileTable(files), segments });
}

/** The manifest that was written, or why it is not to be believed; the bytes stay in use. Never throws. */
export function* readManifest(bytes: Uint8Array): Steps<Manifest | Refusal> {
  const opened = yield* readContainer(bytes, KIND);
  return 'problem' in opened ? opened : new Manifest(opened.tree as ManifestData);
}
