import type { Draft } from '../draft/draft.ts';
import { sameWord } from '../match/sameWord.ts';
import type { Quotation } from '../prose/quotations.ts';
import { quotedTokens, wordsIn } from '../prose/quotedWords.ts';
import { byContent } from '../text/byContent.ts';
import { editDistance } from '../text/editDistance.ts';
import { type Said, say } from '../text/said.ts';
import { sliceOf } from '../text/span.ts';
import { type Steps, toEnd } from '../text/steps.ts';
import type { RuleContext } from './context.ts';
import { evidenceOf } from './evidence.ts';
import type { Finding } from './finding.ts';
import { outermostOf } from './plan.ts';
import type { QuotationReading } from './reading.ts';
import type { Rule } from './rule.ts';
import { quoted } from './wording.ts';

const FEWEST_WORDS = 6;
/** Words in a row that two wordings must share to be compared, and how many may share them before they say nothing. */
const RUN = 3;
const MOST_SHARING = 40;
/** Of six words one may differ. */
const MOST_DIFFERENT = 1 / 6;

/** A wording: its folded words, the same parted by spaces, and all different runs of them. */
export interface Wording {
  readonly words: readonly string[];
  readonly text: string;
  readonly runs: ReadonlySet<string>;
}

/** What is said, and whether a source has it so. */
export interface SoWorded extends Wording {
  readonly found: boolean;
}

/** A quotation and what it says. */
export interface Worded extends SoWorded {
  readonly quotation: Quotation;
}

/** The words between a quotation's marks, its pieces parted by line breaks. */
export const wordingOf = byContent((pieces): Wording => {
  const tokens = quotedTokens(pieces, [{ start: 0, end: pieces.length }]);
  const words = wordsIn(tokens).map(({ folded }) => folded);
  const runs = new Set(words.slice(0, 1 - RUN).map((_, i) => words.slice(i, i + RUN).join(' ')));
  return { words, text: words.join(' '), runs };
});

/** What stands between a quotation's marks, its pieces parted by line breaks. */
export function saidIn({ pieces }: Quotation, text: string): string {
  return pieces.map((piece) => sliceOf(text, piece)).join('\n');
}

/** A quotation with its words; undefined of one that is too short to be told from another. */
export function wordedOf(quotation: Quotation, found: boolean, { prose }: Draft): Worded | undefined {
  const wording = wordingOf(saidIn(quotation, prose.text));
  return wording.words.length >= FEWEST_WORDS ? { quotation, found, ...wording } : undefined;
}

/** Edit distance over words: each word is given a letter of its own. */
function wordDistance(a: readonly string[], b: readonly string[], limit: number): number {
  const letters = new Map<string, string>();
  const spell = (words: readonly string[]) =>
    words
      .map((word) => {
        const known = [...letters.keys()].find((one) => sameWord(one, word)) ?? word;
        if (!letters.has(known)) letters.set(known, String.fromCodePoint(0x4e00 + letters.size));
        return letters.get(known);
      })
      .join('');
  return editDistance(spell(a), spell(b), limit);
}

/** Each wording once, where it stands first. */
function distinctWordings<T extends SoWorded>(worded: readonly T[]): readonly T[] {
  const wordings = new Map<string, T>();
  for (const one of worded) if (!wordings.has(one.text)) wordings.set(one.text, one);
  return [...wordings.values()];
}

/**
 * Pairs of wordings that share a run of three words and of which one is found nowhere, the earlier one first: few pairs are
 * compared word by word.
 */
function* similarPairs<T extends SoWorded>(worded: readonly T[]): Steps<[T, T][]> {
  const wordings = distinctWordings(worded);
  const sharing = new Map<string, T[]>();
  // Most quotations are found: only what the others say is looked for.
  for (const { runs } of wordings.filter(({ found }) => !found)) for (const run of runs) sharing.set(run, []);
  const pairs: [T, T][] = [];
  for (const one of wordings) {
    const likeIt = [...sharersOf(one, sharing)].filter((other) => !(other.found && one.found));
    pairs.push(...likeIt.map((other): [T, T] => [other, one]));
    yield;
  }
  return pairs;
}

/** The wordings before one that share a run with it; from now on it is among them. */
function sharersOf<T extends SoWorded>(one: T, sharing: ReadonlyMap<string, T[]>): ReadonlySet<T> {
  const met = new Set<T>();
  for (const run of one.runs) {
    const known = sharing.get(run);
    if (!known) continue;
    if (known.length < MOST_SHARING) for (const other of known) met.add(other);
    known.push(one);
  }
  return met;
}

/** {@link twoWordings} in steps: the drafts of a folder may have thousands of quotations. */
export function* twoWordingsSteps<T extends SoWorded>(worded: readonly T[]): Steps<[T, T][]> {
  const same: [T, T][] = [];
  for (const [first, later] of yield* similarPairs(worded)) {
    const limit = Math.floor(Math.max(first.words.length, later.words.length) * MOST_DIFFERENT);
    const distance = wordDistance(first.words, later.words, limit);
    if (distance > 0 && distance <= limit) same.push([first, later]);
    yield;
  }
  return same;
}

/**
 * Pairs of quotations that are one quotation in two wordings, the earlier one first. What the sources have so, and so again,
 * is two things said: one of a pair is found nowhere.
 */
export function twoWordings<T extends SoWorded>(worded: readonly T[]): [T, T][] {
  return toEnd(twoWordingsSteps(worded));
}

/** A quotation's words as a message shows them. */
export function shownWords({ span }: Quotation, { prose }: Draft): Said {
  return quoted(sliceOf(prose.text, { start: span.start + 1, end: span.end - 1 }));
}

/** Readings of quotations whose words are not the draft's own: a misquotation is reported, an alteration meant. */
const REPORTED_OR_MEANT: ReadonlySet<QuotationReading['kind']> = new Set(['misquoted', 'spliced', 'altered']);

function* findings(context: RuleContext): Iterable<Finding> {
  const { draft } = context;
  const worded = outermostOf(draft).flatMap((quotation) => {
    const { kind, best } = context.readingOf(quotation);
    return REPORTED_OR_MEANT.has(kind) ? [] : (wordedOf(quotation, Boolean(best), draft) ?? []);
  });
  if (worded.every(({ found }) => found)) return;
  const reported = new Set<Quotation>();
  for (const [first, later] of twoWordings(worded)) {
    if (reported.has(later.quotation)) continue;
    reported.add(later.quotation);
    yield {
      rule: 'inconsistent-quote',
      kind: null,
      span: later.quotation.span,
      message: say`The draft quotes this in other words before: ${shownWords(first.quotation, draft)}.`,
      match: evidenceOf(context.readingOf(later.quotation)),
      fixes: [],
    };
  }
}

/** The same quotation in two wordings in one draft. */
export const inconsistentQuote: Rule = {
  name: 'inconsistent-quote',
  summary: 'The draft has the same quotation in two wordings.',
  draft: findings,
};
