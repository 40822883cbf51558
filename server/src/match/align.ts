import type { QuotedToken } from '../prose/quotedWords.ts';
import { looksLike } from '../text/editDistance.ts';
import type { Word } from '../text/words.ts';
import { areAlike, formOf, makeRoom, numberOfWord } from './wordForms.ts';

/**
 * One step of an alignment. `token` counts the query's tokens, `from` and `to` the source's words (half-open).
 * `kept`: the same word; `replaced`: another; `added`: a word that the source has not; `omitted`: one that only the source
 * has; `skipped`: what an ellipsis, a bracket or an interruption stands for.
 */
export interface Step {
  readonly kind: 'kept' | 'replaced' | 'added' | 'omitted' | 'skipped';
  /** For `omitted` the token before which the word is missing. */
  readonly token: number;
  readonly from: number;
  readonly to: number;
}

export interface Alignment {
  readonly steps: readonly Step[];
  /** Sum of the costs of all steps; 0 where nothing differs. */
  readonly cost: number;
  /** The source's words that the query lies on, half-open. */
  readonly from: number;
  readonly to: number;
}

export interface AlignOptions {
  /** How much a word weighs; about 1 for one that tells something. */
  readonly weightOf: (word: string) => number;
  /** Whether the query may begin before and end after what it has in common with the source, at little cost. */
  readonly looseEnds?: boolean;
}

/** Low bits of a choice; {@link OMITTED_ON} may be added to any. */
const CHOICE = 15;
/** An omission that ends here has begun before the word in front of it. */
const OMITTED_ON = 16;
const OMITTED = 1;
const ADDED = 2;
const DIAGONAL = 3;
const SKIP_START = 4;
const SKIP_ON = 5;
const LOOSE_START = 6;
const TRANSPOSED = 7;

const LOOSE = 0.35;
/** What each further word of one omission costs: a clause is left out as a whole (affine gaps, Gotoh 1982). */
const OMIT_ON = 0.16;
/** What one skipped source word costs, by the kind of token that skips it: brackets stand for few words, ellipses for many. */
const SKIP = { gap: 0.0004, break: 0.001, bracket: 0.1 } as const;

/** The tables of one alignment, used for every one: texts are compared far too often to make new ones each time. */
interface Tables {
  /** Of each word of the source: its number (`wordForms.ts`), its first and last letter, its weight. */
  readonly numbers: Int32Array;
  readonly heads: Uint16Array;
  readonly tails: Uint16Array;
  readonly weights: Float64Array;
  /** What it costs to begin leaving out words with it, but for what any beginning costs. */
  readonly opening: Float64Array;
  /** What it costs to pair one word of the query with each of the source. */
  readonly exchange: Float64Array;
  readonly rows: readonly [Float64Array, Float64Array, Float64Array];
}

function tablesFor(width: number): Tables {
  const numberRow = () => new Float64Array(width);
  return {
    numbers: new Int32Array(width),
    heads: new Uint16Array(width),
    tails: new Uint16Array(width),
    weights: numberRow(),
    opening: numberRow(),
    exchange: numberRow(),
    rows: [numberRow(), numberRow(), numberRow()],
  };
}

let tables = tablesFor(256);
let choices = new Uint8Array(1 << 14);

function makeTables(width: number, rows: number): void {
  if (tables.numbers.length < width) tables = tablesFor(2 * width);
  if (choices.length < rows * width) choices = new Uint8Array(2 * rows * width);
}

function readSource(source: readonly Word[], { from, to }: Stretch, weightOf: (word: string) => number): void {
  const { numbers, heads, tails, weights, opening } = tables;
  for (let at = from; at < to; at++) {
    const { folded } = source[at] as Word;
    const number = numberOfWord(folded);
    const form = formOf(number);
    numbers[at - from] = number;
    heads[at - from] = form.charCodeAt(0);
    tails[at - from] = form.charCodeAt(form.length - 1);
    const weight = weightOf(folded);
    weights[at - from] = weight;
    opening[at - from] = 0.55 * weight;
  }
}

/** Words of a source, half-open. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * Aligns a query with a stretch of a source word by word: semi-global (the query wholly, the source from anywhere to
 * anywhere), weighted, O(nm) in time and space; Sellers 1980, with free gaps at the query's ellipses and cheap ones at
 * its brackets. Steps count the source's words from its beginning.
 *
 *            source  …  we will fully support the just struggle of …
 *     query  fully support the … of
 *            kept   kept    kept skipped kept
 */
export function align(
  tokens: readonly QuotedToken[],
  source: readonly Word[],
  options: AlignOptions,
  stretch: Stretch = { from: 0, to: source.length },
): Alignment {
  const width = stretch.to - stretch.from + 1;
  makeRoom();
  makeTables(width, tokens.length + 1);
  readSource(source, stretch, options.weightOf);
  let [twoAbove, above, row] = tables.rows;
  twoAbove.fill(0, 0, width);
  above.fill(0, 0, width);
  let loose = options.looseEnds ? 0 : Number.POSITIVE_INFINITY;
  let end: End = { token: 0, at: 0, cost: 0 };
  tokens.forEach((token, i) => {
    const cells = { row, above, base: (i + 1) * width, width };
    const weight = token.kind === 'word' ? options.weightOf(token.word.folded) : 0;
    const dropped = options.looseEnds && token.kind === 'word' ? LOOSE * weight : Number.POSITIVE_INFINITY;
    if (token.kind === 'word') {
      loose += dropped;
      const number = numberOfWord(token.word.folded);
      fillExchange(number, { weight, altered: token.altered, width });
      fillWordRow({ ...cells, number, weight, loose, twoAbove, before: wordBefore(tokens, i, number) });
    } else fillSkipRow({ ...cells, cost: SKIP[token.kind] });
    // Whatever cannot be dropped has to be aligned to its last token.
    if (options.looseEnds || i === tokens.length - 1) end = cheaperEnd(end, { row, width }, { token: i + 1, dropped });
    [twoAbove, above, row] = [above, row, twoAbove];
  });
  const steps = trace(width, end);
  for (let k = end.token; k < tokens.length; k++) steps.push({ kind: 'added', token: k, from: end.at, to: end.at });
  return finish(steps, tokens, end, stretch.from);
}

interface Row {
  readonly row: Float64Array;
  readonly above: Float64Array;
  /** Where the row's choices begin. */
  readonly base: number;
  readonly width: number;
}

interface WordRow extends Row {
  /** The word of the query. */
  readonly number: number;
  readonly weight: number;
  readonly loose: number;
  readonly twoAbove: Float64Array;
  /** The word in front of it. */
  readonly before: number;
}

function fillWordRow({ row, above, twoAbove, base, width, number, weight, loose, before }: WordRow): void {
  const choice = choices;
  const { numbers, opening, exchange } = tables;
  const swap = 0.3 + 0.3 * weight;
  const add = 0.9 * weight + 0.12;
  let diagonal = above[0] as number;
  let left = Math.min(diagonal + add, loose);
  row[0] = left;
  choice[base] = left === loose ? LOOSE_START : ADDED;
  let gap = Number.POSITIVE_INFINITY;
  for (let j = 1; j < width; j++) {
    let best = diagonal + (exchange[j - 1] as number);
    let how = DIAGONAL;
    diagonal = above[j] as number;
    const opened = left + (opening[j - 1] as number) + 0.16;
    const goesOn = gap + OMIT_ON < opened;
    gap = goesOn ? gap + OMIT_ON : opened;
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
    // Two neighbouring words that stand the other way round in the source (Damerau's transposition, over words).
    if (numbers[j - 1] === before && j > 1 && numbers[j - 2] === number && (twoAbove[j - 2] as number) + swap < best) {
      best = (twoAbove[j - 2] as number) + swap;
      how = TRANSPOSED;
    }
    row[j] = best;
    left = best;
    choice[base + j] = goesOn ? how | OMITTED_ON : how;
  }
}

/** No word's number. */
const NONE = -1;

/** The word in front of a token; none where something else stands there, or the same word. */
function wordBefore(tokens: readonly QuotedToken[], i: number, number: number): number {
  const before = tokens[i - 1];
  if (before?.kind !== 'word') return NONE;
  const word = numberOfWord(before.word.folded);
  return word === number ? NONE : word;
}

/** What slips and exchanged figures cost of an exchange: they are paired with what they stand for. */
const LIKENESS = 0.45;
/** The same for a figure in another's place. */
const FIGURE_LIKENESS = 0.3;
/** What exchanging a word costs for the one that the writer has mended in brackets. */
const ALTERED = 0.05;

function isFigure(letter: number): boolean {
  return letter >= 48 && letter <= 57;
}

/** Tells what exchanging a word of the query for each of the source's costs; nothing where they are the same. */
function fillExchange(number: number, { weight, altered, width }: { weight: number; altered: boolean; width: number }): void {
  const { numbers, heads, tails, weights, exchange } = tables;
  const form = formOf(number);
  const head = form.charCodeAt(0);
  const tail = form.charCodeAt(form.length - 1);
  const own = 0.85 * weight;
  for (let j = 0; j < width - 1; j++) {
    const other = numbers[j] as number;
    if (other === number) {
      exchange[j] = 0;
      continue;
    }
    const full = own + 0.05 * (weights[j] as number) + 0.11;
    // Slips leave one end of a word alone.
    const maybe = heads[j] === head || tails[j] === tail;
    exchange[j] = maybe && areAlike(number, other) ? full * LIKENESS : full;
  }
  if (isFigure(head)) exchangeFigure(number, { own, width });
  if (altered) exchangeAltered(number, width);
}

/** A figure is like any other figure, and like nothing else. */
function exchangeFigure(number: number, { own, width }: { own: number; width: number }): void {
  const { numbers, heads, weights, exchange } = tables;
  for (let j = 0; j < width - 1; j++) {
    if (numbers[j] === number) continue;
    const full = own + 0.05 * (weights[j] as number) + 0.11;
    exchange[j] = isFigure(heads[j] as number) ? full * FIGURE_LIKENESS : full;
  }
}

function exchangeAltered(number: number, width: number): void {
  const { numbers, exchange } = tables;
  for (let j = 0; j < width - 1; j++) {
    const other = numbers[j] as number;
    if (other !== number && looksAltered(formOf(number), formOf(other))) exchange[j] = ALTERED;
  }
}

/** “Senator[s]” for Senator, “[he]ld” for hold: the same beginning or end. */
function looksAltered(query: string, word: string): boolean {
  return query.startsWith(word.slice(0, 3)) || query.endsWith(word.slice(-3)) || looksLike(query, word);
}

function fillSkipRow(cells: Row & { cost: number }): void {
  const { row, above, base, width, cost } = cells;
  const choice = choices;
  row[0] = above[0] as number;
  choice[base] = SKIP_START;
  for (let j = 1; j < width; j++) {
    const on = (row[j - 1] as number) + cost;
    const start = above[j] as number;
    row[j] = Math.min(on, start);
    choice[base + j] = start <= on ? SKIP_START : SKIP_ON;
  }
}

interface End {
  /** How many tokens are aligned; those after it are dropped as loose. */
  readonly token: number;
  readonly at: number;
  readonly cost: number;
}

/** The better of ending where the alignment ended so far, dropping one more token, and of ending in this row. */
function cheaperEnd(
  so: End,
  { row, width }: { row: Float64Array; width: number },
  { token, dropped }: { token: number; dropped: number },
): End {
  const before = so.token === 0 ? Number.POSITIVE_INFINITY : so.cost + dropped;
  let least = before;
  let at = so.at;
  for (let j = 0; j < width; j++) {
    const cost = row[j] as number;
    if (cost >= least - 1e-9) continue;
    least = cost;
    at = j;
  }
  return least < before ? { token, at, cost: least } : { ...so, cost: before };
}

/** Follows the choices back from the end; steps come out in the order of the query. */
function trace(width: number, end: End): Step[] {
  const choice = choices;
  const steps: Step[] = [];
  let i = end.token;
  let j = end.at;
  let skipTo = -1;
  let omitting = false;
  while (i > 0) {
    const cell = choice[i * width + j] as number;
    const how: number = omitting ? OMITTED : cell & CHOICE;
    if (how === SKIP_ON || how === SKIP_START) skipTo = Math.max(skipTo, j);
    for (const step of stepsBack(how, { i, j, skipTo })) steps.push(step);
    if (how !== SKIP_ON) skipTo = -1;
    omitting = how === OMITTED && (cell & OMITTED_ON) !== 0;
    const move = MOVES[how] as readonly [number, number];
    i = how === LOOSE_START ? 0 : i - move[0];
    j -= move[1];
  }
  return steps.reverse();
}

/** How many tokens and source words a choice takes; a loose start takes all tokens that are left. */
const MOVES: Readonly<Record<number, readonly [tokens: number, words: number]>> = {
  [OMITTED]: [0, 1],
  [ADDED]: [1, 0],
  [DIAGONAL]: [1, 1],
  [SKIP_START]: [1, 0],
  [SKIP_ON]: [0, 1],
  [LOOSE_START]: [0, 0],
  [TRANSPOSED]: [2, 2],
};

/** The steps of one choice, the last first; whether a word is kept is told later. `skipTo` is where a skip ends. */
function stepsBack(how: number, { i, j, skipTo }: { i: number; j: number; skipTo: number }): Step[] {
  const added = (token: number): Step => ({ kind: 'added', token, from: j, to: j });
  const paired = (back: number): Step => ({ kind: 'replaced', token: i - back, from: j - back, to: j - back + 1 });
  switch (how) {
    case SKIP_ON:
      return [];
    case SKIP_START:
      return [{ kind: 'skipped', token: i - 1, from: j, to: skipTo }];
    case LOOSE_START:
      return Array.from({ length: i }, (_, k) => added(i - 1 - k));
    case OMITTED:
      return [{ kind: 'omitted', token: i, from: j - 1, to: j }];
    case ADDED:
      return [added(i - 1)];
    case TRANSPOSED:
      return [paired(1), paired(2)];
    default:
      return [paired(1)];
  }
}

/** Tells kept words from replaced ones and finds the words of the source that the query lies on; `before`: how many stand before the stretch. */
function finish(steps: readonly Step[], tokens: readonly QuotedToken[], end: End, before: number): Alignment {
  const told = steps.map(({ kind, token, from, to }): Step => {
    const one = tokens[token];
    const same = kind === 'replaced' && one?.kind === 'word' && numberOfWord(one.word.folded) === tables.numbers[from];
    return { kind: same ? 'kept' : kind, token, from: from + before, to: to + before };
  });
  const isPlaced = ({ kind }: Step) => kind === 'kept' || kind === 'replaced';
  const at = end.at + before;
  return { steps: told, cost: end.cost, from: told.find(isPlaced)?.from ?? at, to: told.findLast(isPlaced)?.to ?? at };
}
