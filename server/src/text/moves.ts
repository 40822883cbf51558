import { moved, type Span } from './span.ts';

/** What became of one stretch of a text: `was` in the text before, `now` in the text as it is. */
interface Move {
  readonly was: Span;
  readonly now: Span;
}

/** More places than anybody writes at between two checks: beyond them the last are taken as one. */
const MOST_PLACES = 500;

/**
 * Where everything stands in a text that is being changed, and which stretches of it were changed. Immutable; knows nothing
 * of the text but numbers, so that it can outlive it. Whatever is written in one place is one stretch.
 */
export class Moves {
  readonly #moves: readonly Move[];

  private constructor(moves: readonly Move[]) {
    this.#moves = moves;
  }

  static readonly NONE: Moves = new Moves([]);

  /** After one more change: of the text as it is now, `span` became `length` code units. */
  after(span: Span, length: number): Moves {
    const met = this.#moves.filter(({ now }) => now.start <= span.end && span.start <= now.end);
    const start = Math.min(span.start, met[0]?.now.start ?? span.start);
    const end = Math.max(span.end, met.at(-1)?.now.end ?? span.end);
    const by = length - (span.end - span.start);
    const made: Move = { was: { start: this.#was(start, 'start'), end: this.#was(end, 'end') }, now: { start, end: end + by } };
    const before = this.#moves.filter(({ now }) => now.end < span.start);
    const later = this.#moves.filter(({ now }) => now.start > span.end).map((move) => ({ ...move, now: moved(move.now, by) }));
    return new Moves(few([...before, made, ...later]));
  }

  /** Where a place of the text as it is now stood: in words that are new, about where they were put. */
  was(offset: number): number {
    const at = this.#moves.find(({ now }) => now.start < offset && offset < now.end);
    return at ? Math.min(at.was.start + offset - at.now.start, at.was.end) : this.#was(offset, 'start');
  }

  /** Where a stretch of the text before stands now: what was written at its edges is not of it. */
  now({ start, end }: Span): Span {
    const [from, to] = [this.#at(start), this.#at(end)];
    const first = from ? (start === from.was.end ? from.now.end : from.now.start) : this.#shifted(start);
    const last = to ? (end === to.was.start ? to.now.start : to.now.end) : this.#shifted(end);
    return { start: first, end: Math.max(first, last) };
  }

  /** Whether something within a stretch of the text before was changed. */
  touches({ start, end }: Span): boolean {
    return this.#moves.some(({ was }) => was.start < end && was.end > start);
  }

  /** Where a place stood that is within no change: at one, its beginning or its end. */
  #was(offset: number, side: 'start' | 'end'): number {
    const at = this.#moves.find(({ now }) => now.start === offset || now.end === offset);
    if (at) return at.now[side] === offset ? at.was[side] : at.was[side === 'start' ? 'end' : 'start'];
    const last = this.#moves.findLast(({ now }) => now.end < offset);
    return last ? last.was.end + offset - last.now.end : offset;
  }

  /** The change that a place of the text before is at or in; between any two there is something that stayed. */
  #at(offset: number): Move | undefined {
    return this.#moves.find(({ was }) => was.start <= offset && offset <= was.end);
  }

  #shifted(offset: number): number {
    const last = this.#moves.findLast(({ was }) => was.end < offset);
    return last ? last.now.end + offset - last.was.end : offset;
  }
}

function few(moves: readonly Move[]): readonly Move[] {
  if (moves.length <= MOST_PLACES) return moves;
  const rest = moves.slice(MOST_PLACES - 1);
  const [first, last] = [rest[0] as Move, rest.at(-1) as Move];
  const whole = {
    was: { start: first.was.start, end: last.was.end },
    now: { start: first.now.start, end: last.now.end },
  };
  return [...moves.slice(0, MOST_PLACES - 1), whole];
}
