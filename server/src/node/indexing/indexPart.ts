import type { Entry } from '../../service/host.ts';
import type { IndexedFile, IndexPiece } from '../../service/indexer.ts';
import { Interim } from '../../service/interim.ts';
import type { OddFile, WorkerMessage } from './indexMessages.ts';

/** Files that a worker indexes one after the other; another begins again with what is left where it dies. */
export class IndexPart {
  readonly #interim = new Interim();
  #entries: readonly Entry[];
  /** How many files have been told in pieces, … */
  #told = 0;
  /** … how many of them are in final segments, … */
  #settled = 0;
  /** … and how many have been read. */
  #read = 0;

  constructor(entries: readonly Entry[]) {
    this.#entries = entries;
  }

  /** Files that are in no final segment. */
  get left(): readonly Entry[] {
    return this.#entries.slice(this.#settled);
  }

  /** How many files have not been read. */
  get unread(): number {
    return this.#entries.length - this.#read;
  }

  /** What a worker is to index. */
  begin(): readonly Entry[] {
    this.#entries = this.left;
    this.#told = 0;
    this.#settled = 0;
    this.#read = 0;
    return this.#entries;
  }

  entryAt(place: number): Entry | undefined {
    return this.#entries[place];
  }

  leaveOut(entry: Entry): void {
    this.#entries = this.left.filter((other) => other !== entry);
    this.#settled = 0;
  }

  progressed(read: number): void {
    this.#read = read;
  }

  /** What a worker's segment means. */
  take({ read, odd, segment, final }: WorkerMessage & { readonly kind: 'segment' }): IndexPiece {
    const odds = new Map(odd.map((one) => [one.at, one]));
    const files = this.#entries.slice(this.#told, read).map((entry, i) => fileOf(entry, odds.get(this.#told + i)));
    this.#told = read;
    this.#read = read;
    if (final) this.#settled = read;
    return { files, ...(segment ? this.#interim.take({ segment, final }) : { added: [], replaced: [] }) };
  }
}

function fileOf({ path, stamp }: Entry, odd: OddFile | undefined): IndexedFile {
  return { path, stamp, articleIds: odd?.articleIds ?? [path], problems: odd?.problems ?? [] };
}
