import type { ReadingProblem } from '../../readers/reader.ts';
import type { Steps } from '../../text/steps.ts';
import { hashWord } from '../../text/wordHash.ts';
import type { Entry } from '../host.ts';
import { type StringColumn, Strings, stringColumn } from './stringColumn.ts';

/** A file that a library has read: as it was listed before it was read, and what it gave. */
export interface ReadFile extends Pick<Entry, 'path' | 'stamp'> {
  /** Bytes; null where that was not kept, and the stamp alone says whether the file has changed. */
  readonly size: number | null;
  readonly articleIds: readonly string[];
  readonly problems: readonly ReadingProblem[];
}

/** What is kept of the files that were read, column by column: a hundred thousand of them are there as soon as their bytes are. Plain data. */
export interface FileTable {
  readonly paths: StringColumn;
  readonly stamps: StringColumn;
  /** Bytes; not a number where it is not known. */
  readonly sizes: Float64Array<ArrayBuffer>;
  /** What a file gave, as JSON; empty where that is what most give: one article known by the file's path, and no problems. */
  readonly gifts: StringColumn;
  /** Open-addressing hash table from path to number plus one; 0 is an empty slot. A power of two long. */
  readonly slots: Uint32Array<ArrayBuffer>;
}

type Gift = Pick<ReadFile, 'articleIds' | 'problems'>;

/** Files that are put into the hash table between two yields. */
const STEP = 1024;

/** Packs files; no two may have one path. */
export function* fileTable(files: readonly ReadFile[]): Steps<FileTable> {
  const slots = new Uint32Array(2 << (32 - Math.clz32(files.length)));
  const mask = slots.length - 1;
  for (const [number, { path }] of files.entries()) {
    if (number % STEP === STEP - 1) yield;
    let slot = hashWord(path) & mask;
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    slots[slot] = number + 1;
  }
  const paths = yield* stringColumn(files.map(({ path }) => path));
  yield;
  const stamps = yield* stringColumn(files.map(({ stamp }) => stamp));
  yield;
  const gifts = yield* stringColumn(files.map(giftOf));
  return { paths, stamps, sizes: Float64Array.from(files, ({ size }) => size ?? Number.NaN), gifts, slots };
}

function giftOf({ path, articleIds, problems }: ReadFile): string {
  const usual = articleIds.length === 1 && articleIds[0] === path && problems.length === 0;
  return usual ? '' : JSON.stringify({ articleIds, problems } satisfies Gift);
}

/** Questions to a table of files, which are known by their numbers. Immutable. */
export class Files {
  readonly #table: FileTable;
  readonly #paths: Strings;
  readonly #stamps: Strings;
  readonly #gifts: Strings;

  constructor(table: FileTable) {
    this.#table = table;
    this.#paths = new Strings(table.paths);
    this.#stamps = new Strings(table.stamps);
    this.#gifts = new Strings(table.gifts);
  }

  get size(): number {
    return this.#table.sizes.length;
  }

  pathAt(number: number): string {
    return this.#paths.at(number);
  }

  at(number: number): ReadFile {
    const path = this.pathAt(number);
    const { articleIds, problems } = this.isUsual(number)
      ? { articleIds: [path], problems: [] }
      : (JSON.parse(this.#gifts.at(number)) as Gift);
    return { path, size: this.#sizeAt(number), stamp: this.#stamps.at(number), articleIds, problems };
  }

  /** Whether a file gave one article known by its path, and no problems. */
  isUsual(number: number): boolean {
    return this.#gifts.lengthAt(number) === 0;
  }

  /** The number of the file with this path, or -1. `guess` is looked at first: listings keep their order. */
  numberOf(path: string, guess = -1): number {
    if (guess >= 0 && guess < this.size && this.#paths.at(guess) === path) return guess;
    const { slots } = this.#table;
    const mask = slots.length - 1;
    for (let slot = hashWord(path) & mask; slots[slot] !== 0; slot = (slot + 1) & mask) {
      const number = slots[slot]! - 1;
      if (this.#paths.at(number) === path) return number;
    }
    return -1;
  }

  /** Whether a file is as it was when it was read. */
  isUnchanged(number: number, { stamp, size }: Entry): boolean {
    return (this.#sizeAt(number) ?? size) === size && this.#stamps.at(number) === stamp;
  }

  #sizeAt(number: number): number | null {
    const size = this.#table.sizes[number]!;
    return Number.isNaN(size) ? null : size;
  }
}
