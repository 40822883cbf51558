import type { Picture } from './png.ts';

/** At most this many colours, so that one index is left for “as in the frame before”. */
const MOST_COLOURS = 255;
const EVERY_COLOUR = 1 << 24;

/** The colours of pictures, counted, and reduced to as many as an indexed picture can name. */
export class Palette {
  readonly #counts = new Uint32Array(EVERY_COLOUR);
  readonly #nearest = new Int16Array(EVERY_COLOUR).fill(-1);
  #colours: number[] = [];

  /** Counts a picture's colours. All are counted before the first is indexed. */
  add({ colours }: Picture): void {
    for (let at = 0; at < colours.length; at++) this.#counts[colours[at]!]!++;
  }

  /**
   * The colours kept, as 0xRRGGBB: the most frequent one, then one by one that which the others show worst, by how often it
   * stands times the square of how far it is from the nearest one. Text on flat ground keeps its few colours exactly so.
   */
  choose(): readonly number[] {
    const found: number[] = [];
    for (let colour = 0; colour < EVERY_COLOUR; colour++) if (this.#counts[colour]! > 0) found.push(colour);
    const error = found.map((colour) => this.#counts[colour]! * EVERY_COLOUR);
    const chosen: number[] = [];
    while (chosen.length < Math.min(MOST_COLOURS, found.length)) {
      const worst = error.reduce((best, value, at) => (value > error[best]! ? at : best), 0);
      if (error[worst] === 0) break;
      const next = found[worst]!;
      chosen.push(next);
      found.forEach((colour, at) => {
        error[at] = Math.min(error[at]!, this.#counts[colour]! * distance(colour, next));
      });
    }
    this.#colours = chosen;
    return chosen;
  }

  /** Each pixel of a picture as the index of the colour kept that is nearest. */
  index({ colours }: Picture): Uint8Array {
    const indices = new Uint8Array(colours.length);
    for (let at = 0; at < indices.length; at++) {
      const colour = colours[at]!;
      if (this.#nearest[colour] === -1) this.#nearest[colour] = this.#nearestOf(colour);
      indices[at] = this.#nearest[colour]!;
    }
    return indices;
  }

  #nearestOf(colour: number): number {
    let best = 0;
    let least = Number.POSITIVE_INFINITY;
    for (const [at, other] of this.#colours.entries()) {
      const far = distance(colour, other);
      if (far < least) [best, least] = [at, far];
    }
    return best;
  }
}

/** The square of how far two colours are apart, as the eye weighs red, green and blue (CCIR 601, roughly). */
function distance(one: number, other: number): number {
  const [red, green, blue] = [16, 8, 0].map((shift) => ((one >> shift) & 255) - ((other >> shift) & 255)) as [number, number, number];
  return 3 * red * red + 6 * green * green + blue * blue;
}
