import type { QuotedToken } from '../prose/quotedWords.ts';
import { looksLike } from '../text/editDistance.ts';
import type { Word } from '../text/words.ts';
import { canonicalWord } from './sameWord.ts';

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

/**
 * Aligns a query with a stretch of a source word by word: semi-global (the query wholly, the source from anywhere to
 * anywhere), weighted, O(nm) in time and space; Sellers 1980, with free gaps at the query's ellipses and cheap ones at
 * its brackets.
 *
 *            source  …  we will fully support the just struggle of …
 *     query  fully support the … of
 *            kept   kept    kept skipped kept
 */
export function align(tokens: readonly QuotedToken[], source: readonly Word[], options: AlignOptions): Alignment {
  const width = source.length + 1;
  const choice = new Uint8Array((tokens.length + 1) * width);
  const words = source.map(({ folded }) => canonicalWord(folded));
  const weights = Float64Array.from(source, ({ folded }) => options.weightOf(folded));
  let twoAbove = new Float64Array(width);
  let above = new Float64Array(width);
  let row = new Float64Array(width);
  let loose = options.looseEnds ? 0 : Number.POSITIVE_INFINITY;
  let end: End = { token: 0, at: 0, cost: 0 };
  tokens.forEach((token, i) => {
    const cells = { row, above, choice, base: (i + 1) * width };
    const weight = token.kind === 'word' ? options.weightOf(token.word.folded) : 0;
    const dropped = options.looseEnds && token.kind === 'word' ? LOOSE * weight : Number.POSITIVE_INFINITY;
    if (token.kind === 'word') {
      loose += dropped;
      fillWordRow({ ...cells, token, weight, words, weights, loose, twoAbove, before: wordBefore(tokens, i) });
    } else fillSkipRow({ ...cells, cost: SKIP[token.kind] });
    end = cheaperEnd(end, row, { token: i + 1, dropped });
    [twoAbove, above, row] = [above, row, twoAbove];
  });
  const steps = trace(choice, width, end);
  for (let k = end.token; k < tokens.length; k++) steps.push({ kind: 'added', token: k, from: end.at, to: end.at });
  return finish(steps, tokens, source, end);
}

interface Row {
  readonly row: Float64Array;
  readonly above: Float64Array;
  readonly choice: Uint8Array;
  readonly base: number;
}

type WordToken = QuotedToken & { kind: 'word' };

function fillWordRow(
  cells: Row & {
    readonly token: WordToken;
    readonly weight: number;
    readonly words: readonly string[];
    readonly weights: Float64Array;
    readonly loose: number;
    readonly twoAbove: Float64Array;
    readonly before: string | null;
  },
): void {
  const { row, above, twoAbove, choice, base, token, weight, words, weights, loose, before } = cells;
  const swap = 0.3 + 0.3 * weight;
  const query = canonicalWord(token.word.folded);
  const add = 0.9 * weight + 0.12;
  row[0] = Math.min((above[0] as number) + add, loose);
  choice[base] = row[0] === loose ? LOOSE_START : ADDED;
  let gap = Number.POSITIVE_INFINITY;
  for (let j = 1; j <= words.length; j++) {
    const word = words[j - 1] as string;
    const sourceWeight = weights[j - 1] as number;
    let best = (above[j - 1] as number) + (query === word ? 0 : replaceCost(query, word, { weight, sourceWeight, altered: token.altered }));
    let how = DIAGONAL;
    const opened = (row[j - 1] as number) + 0.55 * sourceWeight + 0.16;
    gap = Math.min(gap + OMIT_ON, opened);
    const goesOn = gap < opened;
    if (gap < best) {
      best = gap;
      how = OMITTED;
    }
    const added = (above[j] as number) + add;
    if (added < best) {
      best = added;
      how = ADDED;
    }
    if (loose < best) {
      best = loose;
      how = LOOSE_START;
    }
    // Two neighbouring words that stand the other way round in the source (Damerau's transposition, over words).
    const turned = turnedCost(twoAbove, words, { j, first: before, second: query }) + swap;
    if (turned < best) {
      best = turned;
      how = TRANSPOSED;
    }
    row[j] = best;
    choice[base + j] = goesOn ? how | OMITTED_ON : how;
  }
}

/** What stands before two words of the query that stand the other way round before `j` costs; infinity where they do not. */
function turnedCost(
  twoAbove: Float64Array,
  words: readonly string[],
  { j, first, second }: { j: number; first: string | null; second: string },
): number {
  return words[j - 1] === first && words[j - 2] === second ? (twoAbove[j - 2] as number) : Number.POSITIVE_INFINITY;
}

/** The word in front of a token, as words are compared; null where something else stands there, or the same word. */
function wordBefore(tokens: readonly QuotedToken[], i: number): string | null {
  const [before, token] = [tokens[i - 1], tokens[i]];
  if (before?.kind !== 'word' || token?.kind !== 'word') return null;
  const word = canonicalWord(before.word.folded);
  return word === canonicalWord(token.word.folded) ? null : word;
}

/** What slips and exchanged figures cost of an exchange: they are paired with what they stand for. */
const LIKENESS = 0.45;
/** The same for a figure in another's place. */
const FIGURE_LIKENESS = 0.3;

function isFigure(word: string): boolean {
  const code = word.charCodeAt(0);
  return code >= 48 && code <= 57;
}

/** What exchanging a word for another one costs. */
function replaceCost(
  query: string,
  word: string,
  { weight, sourceWeight, altered }: { weight: number; sourceWeight: number; altered: boolean },
): number {
  if (altered && looksAltered(query, word)) return 0.05;
  const full = 0.85 * weight + 0.05 * sourceWeight + 0.11;
  if (isFigure(query)) return isFigure(word) ? full * FIGURE_LIKENESS : full;
  return looksLike(query, word) ? full * LIKENESS : full;
}

/** “Senator[s]” for Senator, “[he]ld” for hold: the same beginning or end. */
function looksAltered(query: string, word: string): boolean {
  return query.startsWith(word.slice(0, 3)) || query.endsWith(word.slice(-3)) || looksLike(query, word);
}

function fillSkipRow(cells: Row & { cost: number }): void {
  const { row, above, choice, base, cost } = cells;
  row[0] = above[0] as number;
  choice[base] = SKIP_START;
  for (let j = 1; j < row.length; j++) {
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
function cheaperEnd(so: End, row: Float64Array, { token, dropped }: { token: number; dropped: number }): End {
  let best: End = { ...so, cost: so.token === 0 ? Number.POSITIVE_INFINITY : so.cost + dropped };
  for (let j = 0; j < row.length; j++) {
    const cost = row[j] as number;
    if (cost < best.cost - 1e-9) best = { token, at: j, cost };
  }
  return best;
}

/** Follows the choices back from the end; steps come out in the order of the query. */
function trace(choice: Uint8Array, width: number, end: End): Step[] {
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

/** Tells kept words from replaced ones and finds the stretch of the source that the query lies on. */
function finish(steps: readonly Step[], tokens: readonly QuotedToken[], source: readonly Word[], end: End): Alignment {
  const told = steps.map((step): Step => {
    const token = tokens[step.token];
    if (step.kind !== 'replaced' || token?.kind !== 'word') return step;
    const same = canonicalWord(token.word.folded) === canonicalWord((source[step.from] as Word).folded);
    return same ? { ...step, kind: 'kept' } : step;
  });
  const placed = told.filter(({ kind }) => kind === 'kept' || kind === 'replaced');
  return { steps: told, cost: end.cost, from: placed[0]?.from ?? end.at, to: placed.at(-1)?.to ?? end.at };
}
