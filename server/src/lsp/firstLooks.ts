import type { View } from '../features/view.ts';
import type { Span } from '../text/span.ts';
import type { Desk, OpenDraft } from './desk.ts';
import { guardedTask, type Log } from './guard.ts';
import type { PlainRange } from './protocol.ts';

/** From so many UTF-16 code units on the first check of a draft takes long enough to be waited for. */
const LARGE = 20_000;

/** What is in view where the client does not say, in UTF-16 code units: the draft's beginning. */
const IN_VIEW = 6000;

/** What is looked at above and below of what is in view. */
const BEYOND = 1500;

export interface FirstLooksWorld {
  readonly desk: Pick<Desk, 'partOf' | 'viewOf'>;
  /** Offsets of a range of a text. */
  readonly spanOf: (text: string, range: PlainRange) => Span;
  /** Told of drafts that have been checked whole by now, or of which something else is in view. */
  readonly lookAgain: (uris: readonly string[]) => void;
  /** Whether the client can be told to look again. */
  readonly canLookAgain: boolean;
  readonly log: Log;
}

/** What is known of a large draft. */
interface Looked {
  /** What the client has in view. */
  inView: PlainRange | null;
  /** The state that is being checked whole; null where nothing is. */
  running: string | null;
  /** Whether it has been checked whole: what did not change since is remembered, and the next check takes no time. */
  done: boolean;
}

/**
 * The first check of a large draft: what is in view comes first, and the rest when it is there. A client that cannot be told
 * to look again waits for the whole.
 */
export class FirstLooks {
  readonly #world: FirstLooksWorld;
  readonly #looked = new Map<string, Looked>();

  constructor(world: FirstLooksWorld) {
    this.#world = world;
  }

  /** The client shows another part of a draft. */
  inView(uri: string, range: PlainRange): void {
    const looked = this.#of(uri);
    looked.inView = range;
    if (looked.running !== null) this.#world.lookAgain([uri]);
  }

  closed(uri: string): void {
    this.#looked.delete(uri);
  }

  /** What was found in a draft, or in the part of it that is in view; then the client is told to ask again for the whole. */
  async viewOf(draft: OpenDraft, signal: AbortSignal): Promise<{ readonly view: View; readonly isWhole: boolean }> {
    const { document, shelf, configuration, stands } = draft;
    const { desk, canLookAgain } = this.#world;
    const looked = this.#of(document.uri);
    const isSmall = document.text.length < LARGE || looked.done || !canLookAgain;
    if (isSmall || shelf.check.isDone({ ...document, stands }, configuration.settings)) {
      const view = await desk.viewOf(draft, signal);
      looked.done = true;
      return { view, isWhole: true };
    }
    const view = await desk.partOf(draft, this.#stretchOf(document.text, looked), signal);
    this.#checkWhole(draft, looked);
    return { view, isWhole: false };
  }

  #checkWhole(draft: OpenDraft, looked: Looked): void {
    const { stateId, document } = draft;
    if (looked.running === stateId) return;
    looked.running = stateId;
    const { desk, lookAgain, log } = this.#world;
    guardedTask('checking a large draft', log, async () => {
      try {
        await desk.viewOf(draft, new AbortController().signal);
        looked.done = true;
      } finally {
        // Where it was given up for a newer state, that one has been asked for.
        if (looked.running === stateId) looked.running = null;
      }
      lookAgain([document.uri]);
    });
  }

  #stretchOf(text: string, { inView }: Looked): Span {
    const { start, end } = inView ? this.#world.spanOf(text, inView) : { start: 0, end: IN_VIEW };
    return { start: start - BEYOND, end: end + BEYOND };
  }

  #of(uri: string): Looked {
    const looked = this.#looked.get(uri) ?? { inView: null, running: null, done: false };
    this.#looked.set(uri, looked);
    return looked;
  }
}
