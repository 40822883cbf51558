import type { Cache, CacheEntry, OpenBytes } from '../../server/src/service/host.ts';

/** A cache held in a map, for tests. Every operation takes a turn, and can be made to fail. */
export class InMemoryCache implements Cache {
  readonly held = new Map<string, { bytes: Uint8Array; modified: number }>();
  /** What was done, in order: `write x`. */
  readonly done: string[] = [];
  /** Milliseconds since 1970. */
  now = 0;

  async read(name: string): Promise<Uint8Array | undefined> {
    await this.before(`read ${name}`);
    const held = this.held.get(name);
    return held && new Uint8Array(held.bytes);
  }

  async write(name: string, pieces: readonly Uint8Array[]): Promise<void> {
    // Taken before the turn: who writes must not change them until it is done.
    const bytes = new Uint8Array(Buffer.concat(pieces));
    await this.before(`write ${name}`);
    this.held.set(name, { bytes, modified: this.now });
  }

  async remove(name: string): Promise<void> {
    await this.before(`remove ${name}`);
    this.held.delete(name);
  }

  async list(): Promise<readonly CacheEntry[]> {
    await this.before('list');
    return [...this.held].map(([name, { bytes, modified }]) => ({ name, size: bytes.length, modified }));
  }

  open(name: string): OpenBytes | undefined {
    const bytes = this.held.get(name)?.bytes;
    return bytes && { read: (offset, into) => into.set(bytes.subarray(offset, offset + into.length)), close: () => undefined };
  }

  /** Called before anything is done; what it rejects with is what the operation rejects with. */
  protected before(what: string): Promise<void> {
    this.done.push(what);
    return Promise.resolve();
  }
}

/** A cache over another whose process dies: after so many operations everything fails. */
export class DyingCache extends InMemoryCache {
  override readonly held: InMemoryCache['held'];
  readonly #lives: number;

  constructor(held: InMemoryCache, lives: number) {
    super();
    this.held = held.held;
    this.now = held.now;
    this.#lives = lives;
  }

  protected override async before(what: string): Promise<void> {
    await super.before(what);
    if (this.done.length > this.#lives) throw new Error('The process is gone.');
  }
}
