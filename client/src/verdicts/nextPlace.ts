import type { PlainPosition } from '../../../server/src/lsp/protocol.ts';

/** Anything that begins somewhere in a document. */
export interface Placed {
  readonly range: { readonly start: PlainPosition };
}

export type Direction = 'next' | 'previous';

/** The place that a step from the caret leads to. */
export interface Step<Thing extends Placed> {
  /** All that begins there. */
  readonly things: readonly Thing[];
  /** Which place it is of how many, from 1; things that begin together are one place. */
  readonly number: number;
  readonly count: number;
  /** Whether the way went round the end of the document, or its beginning. */
  readonly wrapped: boolean;
}

/** The next thing after the caret or the one before it, round the ends of the document; null where there is nothing. */
export function stepFrom<Thing extends Placed>(caret: PlainPosition, things: readonly Thing[], direction: Direction): Step<Thing> | null {
  const places = placesOf(things);
  const isBeyond = ([first]: readonly Thing[]) => {
    const way = compare((first as Thing).range.start, caret);
    return direction === 'next' ? way > 0 : way < 0;
  };
  const at = direction === 'next' ? places.findIndex(isBeyond) : places.findLastIndex(isBeyond);
  const index = at >= 0 ? at : direction === 'next' ? 0 : places.length - 1;
  const found = places[index];
  return found ? { things: found, number: index + 1, count: places.length, wrapped: at < 0 } : null;
}

/** Things in the order of the text, put together where they begin together. */
function placesOf<Thing extends Placed>(things: readonly Thing[]): readonly (readonly Thing[])[] {
  const places: Thing[][] = [];
  for (const thing of [...things].sort((a, b) => compare(a.range.start, b.range.start))) {
    const last = places.at(-1);
    if (last && compare((last[0] as Thing).range.start, thing.range.start) === 0) last.push(thing);
    else places.push([thing]);
  }
  return places;
}

function compare(a: PlainPosition, b: PlainPosition): number {
  return a.line - b.line || a.character - b.character;
}
