import { looksLike } from '../text/editDistance.ts';
import type { Word } from '../text/words.ts';
import { areAlike, formOf, numberOfWord } from './wordForms.ts';

/** Low bits of a choice; {@link OMITTED_ON} may be added to any. */
export const CHOICE = 15;
/** An omission that ends here has begun before the word in front of it. */
export const OMITTED_ON = 16;
export const OMITTED = 1;
export const ADDED = 2;
export const DIAGONAL = 3;
export const SKIP_START = 4;
export const SKIP_ON = 5;
export const LOOSE_START = 6;
export const TRANSPOSED = 7;

/** What leaving a word of the source out costs as a share of its weight, and what any omission does beside. */
const OMIT = 0.55;
const OMIT_FIRST = 0.16;
/** What each further word of one omission costs: a clause is left out as a whole (affine gaps, Gotoh 1982). */
const OMIT_ON = 0.16;
/** What slips and exchanged figures cost of an exchange: they are paired with what they stand for. */
const LIKENESS = 0.45;
/** The same for a figure in another's place. */
const FIGURE_LIKENESS = 0.3;
/** What exchanging a word costs for the one that the writer has mended in brackets. */
const ALTERED = 0.05;

/** What it costs to align the first tokens of a query, by the word of the source behind the last of them. */
interface Row {
  readonly costs: Float64Array;
  /** Only from `first` to `last`, both included, do costs count: all others are greater than what is asked for. */
  first: number;
  last: number;
}

/** A word of the query as a row takes it. */
export interface RowWord {
  /** Its number (`wordForms.ts`), and that of the word in front of it; {@link NO_WORD} where none stands there. */
  readonly number: number;
  readonly before: number;
  readonly weight: number;
  /** Its first and last letter. */
  readonly head: number;
  readonly tail: number;
  /** Whether the writer has changed it in brackets. */
  readonly altered: boolean;
  /** What it costs to drop it and all before it as loose. */
  readonly loose: number;
}

/** No word's number. */
export const NO_WORD = -1;

/** The places of a table: one before each word of the source and one behind the last. */
const rowOf = (width: number): Row => ({ costs: new Float64Array(width), first: 0, last: width - 1 });

/**
 * The table of an alignment: a row for each token of the query, of which three are kept, and a choice for each cell. It is
 * used for every alignment, since texts are compared far too often to make new ones each time.
 *
 * Only cells whose cost is at most what is asked for are filled (Ukkonen 1985, with weights): a path through any other
 * cell costs more at its end too, for no step gives anything back.
 */
class AlignmentTable {
  /** Cells in a row. */
  width = 0;
  /** How each cell was come to, row by row from the first token's on. */
  choices = new Uint8Array(1 << 14);
  /** Of each word of the source: its number, its first and last letter, its weight. */
  numbers = new Int32Array(0);
  #heads = new Uint16Array(0);
  #tails = new Uint16Array(0);
  #weights = new Float64Array(0);
  #twoAbove = rowOf(0);
  #above = rowOf(0);
  #row = rowOf(0);
  #most = Number.POSITIVE_INFINITY;

  /** Takes in the words of a source from `from` to `to` for a query of so many tokens. */
  read(source: readonly Word[], from: number, to: number, options: { weightOf: (word: string) => number; tokens: number }): void {
    this.width = to - from + 1;
    this.#makeRoom(this.width, options.tokens + 1);
    for (let at = from; at < to; at++) {
      const { folded } = source[at] as Word;
      const number = numberOfWord(folded);
      const form = formOf(number);
      this.numbers[at - from] = number;
      this.#heads[at - from] = form.charCodeAt(0);
      this.#tails[at - from] = form.charCodeAt(form.length - 1);
      this.#weights[at - from] = options.weightOf(folded);
    }
  }

  #makeRoom(width: number, rows: number): void {
    if (this.choices.length < rows * width) this.choices = new Uint8Array(2 * rows * width);
    if (this.numbers.length >= width) return;
    const room = 2 * width;
    this.numbers = new Int32Array(room);
    this.#heads = new Uint16Array(room);
    this.#tails = new Uint16Array(room);
    this.#weights = new Float64Array(room);
    [this.#twoAbove, this.#above, this.#row] = [rowOf(room), rowOf(room), rowOf(room)];
  }

  /** What a word of the query costs at least, wherever it lies: nothing if the source has it. */
  leastOf(word: RowWord): number {
    const words = this.width - 1;
    if (this.numbers.subarray(0, words).includes(word.number)) return 0;
    let least = dearnessOf(word);
    for (let at = 0; at < words; at++) least = Math.min(least, this.#exchange(word, at));
    return least;
  }

  /** Begins anew with the source that was read: before any token, every place costs nothing. */
  begin(): void {
    for (const row of [this.#twoAbove, this.#above]) {
      row.costs.fill(0, 0, this.width);
      row.first = 0;
      row.last = this.width - 1;
    }
  }

  /** The row that was filled last. */
  get row(): Readonly<Row> {
    return this.#above;
  }

  /** Fills the row of a word; `base` is where its choices begin, and costs beyond `most` are of no interest. */
  fillWord(word: RowWord, { base, most }: { base: number; most: number }): void {
    this.#most = most;
    const { choices, width, numbers } = this;
    const above = this.#above.costs;
    const { costs } = this.#row;
    const { before, loose } = word;
    const add = dearnessOf(word);
    const { start, end } = this.#reach(loose);
    let diagonal = above[start] as number;
    let left = this.#firstCell(start, { add, loose, base });
    let gap = Number.POSITIVE_INFINITY;
    let j = start + 1;
    for (; j < width && (j <= end || Math.min(gap, left) <= most); j++) {
      let best = diagonal + this.#exchange(word, j - 1);
      let how = DIAGONAL;
      diagonal = above[j] as number;
      const opened = left + OMIT * (this.#weights[j - 1] as number) + OMIT_FIRST;
      const begun = opened <= gap + OMIT_ON;
      gap = Math.min(opened, gap + OMIT_ON);
      if (gap < best) {
        best = gap;
        how = OMITTED;
      }
      if (diagonal + add < best) {
        best = diagonal + add;
        how = ADDED;
      }
      if (loose < best) {
        best = loose;
        how = LOOSE_START;
      }
      if (numbers[j - 1] === before && this.#swapped(word, j) < best) {
        best = this.#swapped(word, j);
        how = TRANSPOSED;
      }
      costs[j] = best;
      left = best;
      choices[base + j] = begun ? how : how | OMITTED_ON;
    }
    this.#turn(start, j);
  }

  /** Fills a row's first cell, to which nothing leads from its left; gives its cost. */
  #firstCell(at: number, { add, loose, base }: { add: number; loose: number; base: number }): number {
    const cost = Math.min((this.#above.costs[at] as number) + add, loose);
    this.#row.costs[at] = cost;
    this.choices[base + at] = cost === loose ? LOOSE_START : ADDED;
    return cost;
  }

  /** Fills the row of what skips words of the source at a cost for each. */
  fillSkip(cost: number, { base, most }: { base: number; most: number }): void {
    this.#most = most;
    const { choices, width } = this;
    const { costs: above, last } = this.#above;
    const { costs } = this.#row;
    const start = Math.min(this.#above.first, width - 1);
    costs[start] = above[start] as number;
    choices[base + start] = SKIP_START;
    let j = start + 1;
    for (; j < width && (j <= last || (costs[j - 1] as number) <= this.#most); j++) {
      const on = (costs[j - 1] as number) + cost;
      const begun = above[j] as number;
      costs[j] = Math.min(on, begun);
      choices[base + j] = begun <= on ? SKIP_START : SKIP_ON;
    }
    this.#turn(start, j);
  }

  /** The cells of a word's row that may come from what counts in the rows above, both ends included. */
  #reach(loose: number): { start: number; end: number } {
    const { width } = this;
    if (loose <= this.#most) return { start: 0, end: width - 1 };
    const start = Math.min(this.#above.first, this.#twoAbove.first + 1, width - 1);
    return { start, end: Math.max(this.#above.last + 1, this.#twoAbove.last + 2) };
  }

  /** Ends the row that is being filled, of which the cells from `start` to before `end` are: the next one comes below it. */
  #turn(start: number, end: number): void {
    const row = this.#row;
    const { costs } = row;
    let first = start;
    while (first < end && (costs[first] as number) > this.#most) first++;
    let last = end - 1;
    while (last > first && (costs[last] as number) > this.#most) last--;
    row.first = first < end ? first : this.width;
    row.last = first < end ? last : -1;
    costs.fill(Number.POSITIVE_INFINITY, 0, start);
    costs.fill(Number.POSITIVE_INFINITY, end, this.width);
    this.#row = this.#twoAbove;
    this.#twoAbove = this.#above;
    this.#above = row;
  }

  /** What it costs that two neighbouring words stand the other way round in the source (Damerau's transposition, over words). */
  #swapped({ number, weight }: RowWord, j: number): number {
    const stands = j > 1 && this.numbers[j - 2] === number;
    return stands ? (this.#twoAbove.costs[j - 2] as number) + 0.3 + 0.3 * weight : Number.POSITIVE_INFINITY;
  }

  /** What exchanging a word of the query for one of the source costs; nothing where they are the same. */
  #exchange({ number, weight, head, tail, altered }: RowWord, at: number): number {
    const other = this.numbers[at] as number;
    if (other === number) return 0;
    if (altered && looksAltered(formOf(number), formOf(other))) return ALTERED;
    const full = 0.85 * weight + 0.05 * (this.#weights[at] as number) + 0.11;
    const otherHead = this.#heads[at] as number;
    if (isFigure(head)) return isFigure(otherHead) ? full * FIGURE_LIKENESS : full;
    // Slips leave one end of a word alone.
    const maybe = otherHead === head || this.#tails[at] === tail;
    return maybe && areAlike(number, other) ? full * LIKENESS : full;
  }
}

/** What a word costs that the source has not, and that stands for none of its words. */
function dearnessOf({ weight }: RowWord): number {
  return 0.9 * weight + 0.12;
}

/** The one table of this thread. */
export const table = new AlignmentTable();

function isFigure(letter: number): boolean {
  return letter >= 48 && letter <= 57;
}

/** “Senator[s]” for Senator, “[he]ld” for hold: the same beginning or end. */
function looksAltered(query: string, word: string): boolean {
  return query.startsWith(word.slice(0, 3)) || query.endsWith(word.slice(-3)) || looksLike(query, word);
}
