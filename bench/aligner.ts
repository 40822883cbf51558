import { queryTokens, WILD } from './tokens.ts';
import { IS_FUNCTION_WORD, type Words, wordBuffer, wordHashes, wordsOf } from './words.ts';

/** Where a query lies in a text, and how well. */
export interface Placement {
  /** UTF-16 offsets, half-open. */
  readonly start: number;
  readonly end: number;
  /** 0 where nothing differs. */
  readonly cost: number;
  /** 1 − cost / weight of all the query’s words, 0 to 1. */
  readonly score: number;
}

/** A query made ready for {@link place}: hash and weight of each token; {@link WILD} weighs nothing. */
export interface Pattern {
  readonly tokens: readonly number[];
  readonly weights: Float64Array;
  readonly weight: number;
}

const FUNCTION_WEIGHT = 0.4;
/** What a word costs that only the text has, between two of the query’s. */
export const INSERTED = 0.5;
const FUNCTION_HASHES: ReadonlySet<number> = new Set([...IS_FUNCTION_WORD].flatMap((word) => [...wordHashes(word)]));

/** Weighs a query’s words: function words tell less. */
export function patternOf(query: string): Pattern {
  const tokens = queryTokens(query);
  const weights = Float64Array.from(tokens, (token) => (token === WILD ? 0 : FUNCTION_HASHES.has(token) ? FUNCTION_WEIGHT : 1));
  return { tokens, weights, weight: weights.reduce((sum, weight) => sum + weight, 0) };
}

const buffer = wordBuffer();

interface Rows {
  cost: Float64Array;
  above: Float64Array;
  /** The text’s word at which the cheapest path to a cell begins: spares the table that a traceback needs. */
  from: Int32Array;
  fromAbove: Int32Array;
}

const rows: Rows = { cost: new Float64Array(0), above: new Float64Array(0), from: new Int32Array(0), fromAbove: new Int32Array(0) };

function makeRoom(width: number): void {
  if (rows.cost.length >= width) return;
  rows.cost = new Float64Array(2 * width);
  rows.above = new Float64Array(2 * width);
  rows.from = new Int32Array(2 * width);
  rows.fromAbove = new Int32Array(2 * width);
}

/**
 * Lays a query on a text, semi-globally (the query wholly, the text from anywhere to anywhere), weighted; Sellers 1980 on
 * words, O(nm) in time and O(m) in space. The first of the cheapest places wins. Null where there are no words.
 */
export function place(pattern: Pattern, text: string): Placement | null {
  const words = wordsOf(text, buffer);
  const { tokens, weights, weight } = pattern;
  if (words.count === 0 || weight === 0) return null;
  makeRoom(words.count + 1);
  for (let j = 0; j <= words.count; j++) {
    rows.cost[j] = 0;
    rows.from[j] = j;
  }
  for (let i = 0; i < tokens.length; i++) {
    [rows.cost, rows.above, rows.from, rows.fromAbove] = [rows.above, rows.cost, rows.fromAbove, rows.from];
    if (tokens[i] === WILD) skipRow(words.count);
    else wordRow(tokens[i] as number, weights[i] as number, words);
  }
  let end = 0;
  for (let j = 1; j <= words.count; j++) if ((rows.cost[j] as number) < (rows.cost[end] as number)) end = j;
  const from = rows.from[end] as number;
  if (from === end) return null;
  const cost = rows.cost[end] as number;
  return { start: words.starts[from] as number, end: words.ends[end - 1] as number, cost, score: Math.max(0, 1 - cost / weight) };
}

function wordRow(token: number, weight: number, { hashes, count }: Words): void {
  const { cost, above, from, fromAbove } = rows;
  cost[0] = (above[0] as number) + weight;
  from[0] = fromAbove[0] as number;
  for (let j = 1; j <= count; j++) {
    let best = (above[j - 1] as number) + (hashes[j - 1] === token ? 0 : weight);
    let start = fromAbove[j - 1] as number;
    const dropped = (above[j] as number) + weight;
    if (dropped < best) {
      best = dropped;
      start = fromAbove[j] as number;
    }
    const inserted = (cost[j - 1] as number) + INSERTED;
    if (inserted < best) {
      best = inserted;
      start = from[j - 1] as number;
    }
    cost[j] = best;
    from[j] = start;
  }
}

/** An ellipsis or a bracket: any of the text’s words are passed over, free of charge. */
function skipRow(count: number): void {
  const { cost, above, from, fromAbove } = rows;
  for (let j = 0; j <= count; j++) {
    const goesOn = j > 0 && (cost[j - 1] as number) <= (above[j] as number);
    cost[j] = goesOn ? (cost[j - 1] as number) : (above[j] as number);
    from[j] = goesOn ? (from[j - 1] as number) : (fromAbove[j] as number);
  }
}
