import type { QuotedToken } from '../prose/quotedWords.ts';
import type { Word } from '../text/words.ts';
import {
  ADDED,
  CHOICE,
  DIAGONAL,
  LOOSE_START,
  NO_WORD,
  OMITTED,
  OMITTED_ON,
  type RowWord,
  SKIP_ON,
  SKIP_START,
  TRANSPOSED,
  table,
} from './alignmentTable.ts';
import { formOf, makeRoom, numberOfWord } from './wordForms.ts';

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
  /** What the alignment will hardly cost more than. Only the time that it takes depends on it. */
  readonly expected?: number;
}

const LOOSE = 0.35;
/** What one skipped source word costs, by the kind of token that skips it: brackets stand for few words, ellipses for many. */
const SKIP = { gap: 0.0004, break: 0.001, bracket: 0.1 } as const;

/** Words of a source, half-open. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * Aligns a query with a stretch of a source word by word: semi-global (the query wholly, the source from anywhere to
 * anywhere), weighted; Sellers 1980, with free gaps at the query's ellipses and cheap ones at its brackets. O(nm) in time
 * and space at worst, and about O(n) in time where the cost turns out to be what was expected. Steps count the source's
 * words from its beginning.
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
  makeRoom();
  table.read(source, stretch.from, stretch.to, { weightOf: options.weightOf, tokens: tokens.length });
  const lines = linesOf(tokens, options);
  const { expected = Number.POSITIVE_INFINITY } = options;
  const [first = 0] = lines.map(({ least }) => least);
  // Most often hardly anything differs but words that the source has not at all.
  const likely = Math.min(expected, first + LITTLE);
  let end = fill(lines, options, likely);
  if (end.cost > likely && likely < expected) end = fill(lines, options, expected);
  if (end.cost > expected) end = fill(lines, options, Number.POSITIVE_INFINITY);
  const steps = trace(table.width, end);
  for (let k = end.token; k < tokens.length; k++) steps.push({ kind: 'added', token: k, from: end.at, to: end.at });
  return finish(steps, tokens, end, stretch.from);
}

/** What a changed word or a few that are left out come to. */
const LITTLE = 1.2;

/** A token of the query as the table takes it. */
interface Line {
  /** Null of what skips words of the source. */
  readonly word: RowWord | null;
  /** What skipping a word costs. */
  readonly skip: number;
  /** What it costs to drop it at an end; infinite where that is not allowed. */
  readonly dropped: number;
  /** What it and all tokens after it cost at least, wherever they lie: words that the source has not cannot be had for less. */
  least: number;
}

function linesOf(tokens: readonly QuotedToken[], { weightOf, looseEnds }: AlignOptions): Line[] {
  const lines: Line[] = [];
  let before = NO_WORD;
  let loose = looseEnds ? 0 : Number.POSITIVE_INFINITY;
  for (const token of tokens) {
    let word: RowWord | null = null;
    let dropped = Number.POSITIVE_INFINITY;
    if (token.kind === 'word') {
      const weight = weightOf(token.word.folded);
      if (looseEnds) dropped = LOOSE * weight;
      loose += dropped;
      word = rowWord(numberOfWord(token.word.folded), { before, weight, altered: token.altered, loose });
    }
    lines.push({ word, skip: token.kind === 'word' ? 0 : SKIP[token.kind], dropped, least: 0 });
    before = word?.number ?? NO_WORD;
  }
  let least = 0;
  for (const line of lines.toReversed()) {
    if (line.word) least += Math.min(table.leastOf(line.word), line.dropped);
    line.least = least;
  }
  return lines;
}

/** Fills the table, as far as its costs may come to `most` at most in the end; right where the end costs no more. */
function fill(lines: readonly Line[], { looseEnds }: AlignOptions, most: number): End {
  table.begin();
  let end: End = { token: 0, at: 0, cost: 0 };
  lines.forEach(({ word, skip, dropped }, i) => {
    const row = { base: (i + 1) * table.width, most: most - (lines[i + 1]?.least ?? 0) + SLACK };
    if (word) table.fillWord(word, row);
    else table.fillSkip(skip, row);
    // Whatever cannot be dropped has to be aligned to its last token.
    if (looseEnds || i === lines.length - 1) end = cheaperEnd(end, { token: i + 1, dropped });
  });
  return end;
}

/** What sums of costs are off by. */
const SLACK = 1e-9;

function rowWord(number: number, of: { before: number; weight: number; altered: boolean; loose: number }): RowWord {
  const { before, weight, altered, loose } = of;
  const form = formOf(number);
  const head = form.charCodeAt(0);
  const tail = form.charCodeAt(form.length - 1);
  return { number, head, tail, before: before === number ? NO_WORD : before, weight, altered, loose };
}

interface End {
  /** How many tokens are aligned; those after it are dropped as loose. */
  readonly token: number;
  readonly at: number;
  readonly cost: number;
}

/** The better of ending where the alignment ended so far, dropping one more token, and of ending in the last row. */
function cheaperEnd(so: End, { token, dropped }: { token: number; dropped: number }): End {
  const before = so.token === 0 ? Number.POSITIVE_INFINITY : so.cost + dropped;
  const { costs, first, last } = table.row;
  let least = before;
  let at = so.at;
  for (let j = first; j <= last; j++) {
    const cost = costs[j] as number;
    if (cost >= least - 1e-9) continue;
    least = cost;
    at = j;
  }
  return least < before ? { token, at, cost: least } : { ...so, cost: before };
}

/** Follows the choices back from the end; steps come out in the order of the query. */
function trace(width: number, end: End): Step[] {
  const { choices } = table;
  const steps: Step[] = [];
  let i = end.token;
  let j = end.at;
  let skipTo = -1;
  let omitting = false;
  while (i > 0) {
    const cell = choices[i * width + j] as number;
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
    const same = kind === 'replaced' && one?.kind === 'word' && numberOfWord(one.word.folded) === table.numbers[from];
    return { kind: same ? 'kept' : kind, token, from: from + before, to: to + before };
  });
  const isPlaced = ({ kind }: Step) => kind === 'kept' || kind === 'replaced';
  const at = end.at + before;
  return { steps: told, cost: end.cost, from: told.find(isPlaced)?.from ?? at, to: told.findLast(isPlaced)?.to ?? at };
}
