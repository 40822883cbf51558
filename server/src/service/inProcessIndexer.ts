import { Gathering } from './gathering.ts';
import type { Entry, Host } from './host.ts';
import type { IndexedFile, Indexer, IndexPiece, IndexRun } from './indexer.ts';
import { FINAL_WORDS, partsOf } from './indexParts.ts';
import { Interim } from './interim.ts';
import { every, Slices } from './pump.ts';
import { readAhead } from './readAhead.ts';
import { bytesOf, readBytes } from './readEntry.ts';

/** How often progress is told, in milliseconds. */
export const TELL_EVERY_MS = 100;

const NOTHING: Pick<IndexPiece, 'added' | 'replaced'> = { added: [], replaced: [] };

/**
 * Indexes on the thread that it is called on, in slices: for a few files, and where there are no other threads. Only
 * finishing a segment is done in one go; of a few files that takes no longer than a slice.
 */
export class InProcessIndexer implements Indexer {
  readonly #host: Pick<Host, 'readFile' | 'extract'>;

  constructor(host: Pick<Host, 'readFile' | 'extract'>) {
    this.#host = host;
  }

  async *index(entries: readonly Entry[], { signal, progressed }: IndexRun): AsyncGenerator<IndexPiece> {
    const telling = every(TELL_EVERY_MS);
    let before = 0;
    for (const part of partsOf(entries)) {
      const tell = (read: number) => {
        if (telling()) progressed?.(before + read);
      };
      yield* this.#part(part, tell, signal);
      before += part.length;
    }
  }

  async *#part(entries: readonly Entry[], tell: (read: number) => void, signal: AbortSignal | undefined): AsyncGenerator<IndexPiece> {
    const slices = new Slices(signal);
    const gathering = new Gathering(FINAL_WORDS);
    const interim = new Interim();
    let files: IndexedFile[] = [];
    let read = 0;
    for await (const bytes of readAhead(entries, (entry) => bytesOf(entry, this.#host))) {
      const { path, stamp } = entries[read++] as Entry;
      const { articles, problems } = await readBytes(path, bytes, this.#host);
      gathering.add(articles);
      files.push({ path, stamp, articleIds: articles.map(({ id }) => id), problems, articles });
      tell(read);
      const gathered = gathering.next();
      if (gathered) {
        yield { files, ...interim.take(gathered) };
        files = [];
      }
      await slices.pause();
    }
    const last = gathering.end();
    if (last || files.length > 0) yield { files, ...(last ? interim.take(last) : NOTHING) };
  }
}
