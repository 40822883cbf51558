import { byContent } from '../text/byContent.ts';
import { sentencesOf } from '../text/sentences.ts';
import { moved, type Span } from '../text/span.ts';

/**
 * The text of a block, and what was told of it: the same object for the same text, so that from one keystroke to the next
 * a draft's blocks are looked up once, and not once for each thing that is asked of them. Spans count from the block's start.
 */
export class BlockText {
  readonly text: string;
  readonly #told = new Map<(block: BlockText) => unknown, unknown>();

  constructor(text: string) {
    this.text = text;
  }

  /** What `tell`, a pure function, says of the text; it is asked once. What is given is shared: nobody may change it. */
  told<T>(tell: (block: BlockText) => T): T {
    let value = this.#told.get(tell) as T | undefined;
    if (value === undefined && !this.#told.has(tell)) {
      value = tell(this);
      this.#told.set(tell, value);
    }
    return value as T;
  }

  /** The same of what has places, for a block that starts at `start`: `move` brings them there. */
  toldAt<T>(tell: (block: BlockText) => T, start: number, move: (value: T, by: number) => T): T {
    const last = this.told(lastPlaces) as Map<typeof tell, { start: number; value: T }>;
    const known = last.get(tell);
    if (known?.start === start) return known.value;
    const value = move(this.told(tell), start);
    last.set(tell, { start, value });
    return value;
  }
}

/** What was last told with places, by who told it: above the place where somebody types nothing moves. */
function lastPlaces(): Map<unknown, unknown> {
  return new Map();
}

/** A text of up to some thousand code units is remembered, a longer one is read anew each time. */
export const blockTextOf: (text: string) => BlockText = byContent((text) => new BlockText(text));

/** The sentences of a block's text, in order. */
export function sentencesIn({ text }: BlockText): readonly Span[] {
  return sentencesOf(text, { start: 0, end: text.length });
}

/** Spans that stand `by` further on. */
export function allMoved(spans: readonly Span[], by: number): readonly Span[] {
  return spans.map((span) => moved(span, by));
}
