import { codeOf } from './segmentData.ts';

/** What may stand before a word of a query without being looked for: its cost for each word of the source, in alignment costs. */
export const GAP_COST = { gap: 0.0004, break: 0.001, bracket: 0.1 } as const;
export type GapKind = keyof typeof GAP_COST;

/** How many words are looked for beyond a gap: what an editor's brackets stand for is seldom long. */
const REACH: Readonly<Record<GapKind, number>> = { gap: 300, break: 300, bracket: 24 };

/** Words that are looked for, prepared once for all segments. `place` counts them. */
export interface Query {
  readonly length: number;
  readonly hashes: Uint32Array;
  /** By place the hashes of other words that may be meant, where nothing has the word itself. */
  readonly meant: ReadonlyMap<number, readonly number[]>;
  readonly codes: Uint16Array;
  /** Information of each word in bits. */
  readonly bits: Float64Array;
  /** What each word weighs in an alignment; about 1 for one that tells something. */
  readonly weights: Float64Array;
  /** By place what it costs that the word is replaced: what having it is worth. */
  readonly costs: Float64Array;
  /** Sum of `costs`: what it costs to have nothing in common. */
  readonly cost: number;
  /** By place what a skipped word costs before it, or -1 where nothing is skipped. */
  readonly gaps: Float64Array;
  /** Whether something may be skipped anywhere. */
  readonly open: boolean;
  /** How many words of the source a gap may stand for, as far as it matters; 0 where nothing may be skipped. */
  readonly reach: number;
  /** Sum of `bits`. */
  readonly information: number;
}

/** So many bits make a word weigh 1 in an alignment. */
const BITS_PER_WEIGHT = 12;
const LEAST_WEIGHT = 0.2;
const MOST_WEIGHT = 1.3;

/** What a word weighs in an alignment by its information in bits. */
export function alignmentWeight(bits: number): number {
  return Math.max(LEAST_WEIGHT, Math.min(MOST_WEIGHT, bits / BITS_PER_WEIGHT));
}

/** Sums of the same costs in another order differ by less. */
export const SAME = 1e-9;

/** What it costs that a word is replaced: most of its weight, and a little at all; as `match/align.ts` has it. */
const REPLACED = 0.85;
const REPLACED_AT_ALL = 0.135;

function replacementCost(weight: number): number {
  return REPLACED * weight + REPLACED_AT_ALL;
}

/** What is known of a query beside its words. */
export interface QueryOptions {
  /** Before which words, by place, something may stand that is not looked for. */
  readonly gaps?: ReadonlyMap<number, GapKind>;
  readonly meant?: Query['meant'];
}

const NO_GAPS: ReadonlyMap<number, GapKind> = new Map();
const NOTHING_MEANT: Query['meant'] = new Map();

/** A query of words with these hashes and as much information. */
export function queryOf(hashes: Uint32Array, bits: Float64Array, { gaps = NO_GAPS, meant = NOTHING_MEANT }: QueryOptions = {}): Query {
  const { length } = hashes;
  const codes = new Uint16Array(length);
  const weights = new Float64Array(length);
  const costs = new Float64Array(length);
  const gapCosts = new Float64Array(length).fill(-1);
  let cost = 0;
  let information = 0;
  for (let place = 0; place < length; place++) {
    codes[place] = codeOf(hashes[place]!);
    weights[place] = alignmentWeight(bits[place]!);
    costs[place] = replacementCost(weights[place]!);
    cost += costs[place]!;
    information += bits[place]!;
  }
  let reach = 0;
  for (const [place, kind] of gaps) {
    gapCosts[place] = GAP_COST[kind];
    reach = Math.max(reach, REACH[kind]);
  }
  return { length, hashes, meant, codes, bits, weights, costs, cost, gaps: gapCosts, open: gaps.size > 0, reach, information };
}
