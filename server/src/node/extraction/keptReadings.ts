import type { Reading } from '../../readers/reader.ts';
import type { Cache } from '../../service/host.ts';
import { checksum } from '../../service/snapshot/checksum.ts';
import { INDEX_VERSION } from '../../service/snapshot/indexVersion.ts';

/** What is read faster than this is not worth keeping. Milliseconds. */
const WORTH_KEEPING_MS = 15;
/** When all readings take more bytes than this, the oldest go until … */
const MOST_BYTES = 512 << 20;
/** … no more than this are left. */
const ENOUGH_BYTES = 384 << 20;
/** After so many have been kept, it is looked how many there are. */
const LOOK_EVERY = 200;

type Extract = (path: string, bytes: Uint8Array) => Promise<Reading>;

/** A reading on disk, and the path that its articles are known by in it. */
interface KeptReading {
  readonly path: string;
  readonly reading: Reading;
}

/**
 * Keeps what was taken out of files from one start to the next, by what is in the files: the same bytes give the same
 * text, whatever the file is called. A cache that fails keeps nothing.
 */
export class KeptReadings {
  readonly #cache: Cache;
  readonly #extract: Extract;
  #kept = 0;

  constructor(cache: Cache, extract: Extract) {
    this.#cache = cache;
    this.#extract = extract;
  }

  /** As `extract` does it. Never rejects, if that does not. */
  async extract(path: string, bytes: Uint8Array): Promise<Reading> {
    const name = nameOf(path, bytes);
    const known = await this.#recalled(name, path);
    if (known) return known;
    const started = performance.now();
    const reading = await this.#extract(path, bytes);
    if (reading.articles.length > 0 && performance.now() - started > WORTH_KEEPING_MS) await this.#keep(name, { path, reading });
    return reading;
  }

  async #recalled(name: string, path: string): Promise<Reading | undefined> {
    try {
      const bytes = await this.#cache.read(name);
      if (!bytes) return undefined;
      const kept = JSON.parse(new TextDecoder().decode(bytes)) as KeptReading;
      return withPath(kept, path);
    } catch {
      // Damaged or out of reach: read again.
      return undefined;
    }
  }

  async #keep(name: string, kept: KeptReading): Promise<void> {
    try {
      await this.#cache.write(name, [new TextEncoder().encode(JSON.stringify(kept))]);
      if (this.#kept++ % LOOK_EVERY === 0) await this.#prune();
    } catch {
      // The cache has said so where it should be said.
    }
  }

  async #prune(): Promise<void> {
    const entries = [...(await this.#cache.list())].sort((a, b) => a.modified - b.modified);
    let bytes = entries.reduce((sum, { size }) => sum + size, 0);
    if (bytes <= MOST_BYTES) return;
    for (const { name, size } of entries) {
      if (bytes <= ENOUGH_BYTES) return;
      await this.#cache.remove(name);
      bytes -= size;
    }
  }
}

/** Two checksums and the length: no two files of a corpus will have the same by chance. */
function nameOf(path: string, bytes: Uint8Array): string {
  const ending = /\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase() ?? '';
  const sums = [0, 1].map((seed) => checksum(bytes, seed).toString(16).padStart(8, '0'));
  return `${INDEX_VERSION}-${ending}-${bytes.length.toString(36)}-${sums.join('')}`;
}

function withPath({ path: before, reading }: KeptReading, path: string): Reading {
  if (before === path) return reading;
  return { ...reading, articles: reading.articles.map((article) => ({ ...article, id: path + article.id.slice(before.length) })) };
}
