import type { Entry } from '../../service/host.ts';
import type { IndexPiece } from '../../service/indexer.ts';
import { plainly } from '../../text/said.ts';
import { Inbox } from './inbox.ts';
import { type HandEvent, IndexHand } from './indexHand.ts';
import { IndexPart } from './indexPart.ts';

/** So often may a file be what a worker died of. */
const MOST_DEATHS = 2;

const DEADLY = plainly`This file was left out: reading it broke off twice for a reason that could not be found. Save it anew, or take it out of the corpus.`;

/** A worker and what it is at. */
interface Post {
  readonly hand: IndexHand;
  part: IndexPart | null;
  ready: boolean;
}

interface CrewOptions {
  /** The file that workers run. */
  readonly script: string;
  /** How many there are at most. */
  readonly size: number;
  /** Whether others want the processor more. */
  readonly yielding: boolean;
  readonly keeps: boolean;
  readonly progressed?: ((read: number) => void) | undefined;
}

/** Several workers that share out the parts of a load until all are indexed. */
export class IndexCrew {
  readonly #options: CrewOptions;
  readonly #inbox = new Inbox<{ readonly post: Post; readonly event: HandEvent }>();
  readonly #posts = new Set<Post>();
  readonly #parts: readonly IndexPart[];
  readonly #waiting: IndexPart[];
  readonly #deaths = new Map<string, number>();
  readonly #total: number;
  #told = 0;
  #trouble: string | null = null;
  #started = false;

  constructor(parts: readonly (readonly Entry[])[], options: CrewOptions) {
    this.#options = options;
    this.#parts = parts.map((entries) => new IndexPart(entries));
    this.#waiting = [...this.#parts];
    this.#total = parts.reduce((sum, { length }) => sum + length, 0);
  }

  /** Whether a worker could be started at all. */
  get started(): boolean {
    return this.#started;
  }

  /** How the last worker died that died of itself, for the log. */
  get trouble(): string | null {
    return this.#trouble;
  }

  /** What the crew has not indexed, once it has ended. */
  get left(): readonly Entry[] {
    return this.#parts.flatMap(({ left }) => left);
  }

  /** Pieces in the order in which they are finished. To be disposed of afterwards, whatever came of it. */
  async *work(): AsyncGenerator<IndexPiece> {
    const size = Math.min(this.#options.size, this.#waiting.length);
    for (let i = 0; i < size; i++) this.#hire();
    while (this.#posts.size > 0) {
      const { post, event } = await this.#inbox.next();
      const piece = this.#follow(post, event);
      if (piece) yield piece;
    }
  }

  /** Has {@link work} reject. */
  fail(reason: unknown): void {
    this.#inbox.fail(reason);
  }

  /** Ends all workers at once. */
  async dispose(): Promise<void> {
    await Promise.all(Array.from(this.#posts, ({ hand }) => hand.dismiss()));
  }

  #hire(): void {
    const tell = (event: HandEvent) => this.#inbox.put({ post, event });
    const { script, yielding, keeps } = this.#options;
    const post: Post = { hand: new IndexHand(script, { yielding, keeps }, tell), part: null, ready: false };
    this.#posts.add(post);
  }

  #follow(post: Post, event: HandEvent): IndexPiece | null {
    switch (event.kind) {
      case 'ready':
        post.ready = true;
        this.#started = true;
        this.#assign(post);
        return null;
      case 'progress':
        post.part?.progressed(event.read);
        this.#tellProgress();
        return null;
      case 'segment':
        return post.part?.take(event) ?? null;
      case 'finished':
        this.#tellProgress();
        this.#assign(post);
        return null;
      case 'died':
        this.#posts.delete(post);
        this.#trouble = event.reason;
        return post.ready ? this.#replace(post) : null;
    }
  }

  /** Gives a worker the next part, or lets it go. */
  #assign(post: Post): void {
    post.part = this.#waiting.shift() ?? null;
    if (post.part) post.hand.index(post.part.begin());
    else {
      this.#posts.delete(post);
      void post.hand.dismiss();
    }
  }

  /** Another worker takes over from one that died: without the file that it was at, where that was so before. */
  #replace({ part, hand }: Post): IndexPiece | null {
    if (!part) return null;
    const entry = part.entryAt(hand.at);
    const name = entry?.path ?? '';
    const deaths = (this.#deaths.get(name) ?? 0) + 1;
    this.#deaths.set(name, deaths);
    // Where it was no file's fault, there is no use in trying for ever.
    if (!entry && deaths === MOST_DEATHS) return null;
    this.#waiting.unshift(part);
    this.#hire();
    if (!entry || deaths < MOST_DEATHS) return null;
    part.leaveOut(entry);
    const problems = [{ message: DEADLY, span: null }];
    return { files: [{ path: entry.path, stamp: entry.stamp, articleIds: [], problems }], added: [], replaced: [] };
  }

  #tellProgress(): void {
    const read = this.#total - this.#parts.reduce((sum, { unread }) => sum + unread, 0);
    // What is read again is not told again.
    this.#told = Math.max(this.#told, read);
    this.#options.progressed?.(this.#told);
  }
}
