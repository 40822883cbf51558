import type { Host } from '../../service/host.ts';
import { nodeHost, readFileNow } from '../nodeHost.ts';

/** A disk that takes longer for a file, in milliseconds, is better asked for several at once. */
const SLOW_MS = 0.5;
/** So many files are then read before waiting for one is tried again. */
const SPELL = 64;

/**
 * Reads files on a thread that has nothing else to do: one at a time as long as the disk answers at once, which is much
 * cheaper; otherwise as many at a time as it is asked for.
 */
export class WorkerHost implements Pick<Host, 'readFile' | 'extract'> {
  readonly extract: NonNullable<Host['extract']>;
  #spell = 0;

  constructor(extract: NonNullable<Host['extract']>) {
    this.extract = extract;
  }

  async readFile(path: string): Promise<Uint8Array> {
    if (this.#spell > 0) {
      this.#spell--;
      return await nodeHost.readFile(path);
    }
    const started = performance.now();
    const bytes = readFileNow(path);
    if (performance.now() - started > SLOW_MS) this.#spell = SPELL;
    return bytes;
  }
}
