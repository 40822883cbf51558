import { articleWords } from '../corpus/articleWords.ts';
import type { Step } from '../match/align.ts';
import type { Located } from '../match/locate.ts';
import type { QuotedToken } from '../prose/quotedWords.ts';
import { byContent } from '../text/byContent.ts';
import { isFunctionWord } from '../text/commonWords.ts';
import { numberAt } from '../text/numbers.ts';
import { cover, type Span } from '../text/span.ts';
import { type Word, wordsOf } from '../text/words.ts';
import { isMeasure } from './quantities.ts';

type WordToken = QuotedToken & { kind: 'word' };
export const isWord = (token: QuotedToken | undefined): token is WordToken => token?.kind === 'word';

/** A claim's first and last words may be the very ones that differ: so few of them are paired with the source's. */
const LONGEST_EDGE = 4;

/** What parts a sentence's last word from the next sentence. */
const SENTENCE_ENDS = /[.!?…][”"’'»)\]]*\s|\n\s*\n/u;
export const SENTENCE_BEGINS = /[.!?…][”"’»)\]]*\s|\n\s*\n/u;
/** What parts a clause from what goes on behind it: “…, the Echo reported”. */
export const CLAUSE_ENDS = /[.,;:!?…—–(]|\s-\s|\n\s*\n/u;

/**
 * What of a claim's writing tells where its words may be paired: a letter for each word, large where the word begins with a
 * capital, and a comma behind those that end a clause.
 */
export const shapeOf: (claim: string) => string = byContent((claim) => {
  const words = wordsOf(claim);
  return words
    .map(({ span }, i) => {
      const between = claim.slice(span.end, words[i + 1]?.span.start ?? claim.length);
      const ends = i === words.length - 1 || CLAUSE_ENDS.test(between);
      return (/^\p{Upper}/u.test(claim.slice(span.start, span.end)) ? 'A' : 'a') + (ends ? ',' : ' ');
    })
    .join('');
});

const isCapitalAt = (shape: string, token: number) => shape[token * 2] === 'A';
export const endsClauseAt = (shape: string, token: number) => shape[token * 2 + 1] === ',';

export function pair(step: Step, token: QuotedToken | undefined, at: number, words: readonly Word[]): Step {
  const same = isWord(token) && token.word.folded === words[at]?.folded;
  return { kind: same ? 'kept' : 'replaced', token: step.token, from: at, to: at + 1 };
}

/** A located claim of which steps were added or paired anew: where it lies follows from them. */
export function relocated(located: Located, steps: readonly Step[], { from, to }: { from: number; to: number }): Located {
  const words = articleWords(located.article);
  return { ...located, steps, from, to, span: cover((words[from] as Word).span, (words[to - 1] as Word).span) };
}

/**
 * Pairs the claim's first words, which alignment dropped, with the source's where both sentences begin there: “The
 * Southern Trust paid …” for “The Northern Trust paid …”.
 */
export function withOpening(tokens: readonly QuotedToken[], located: Located): Located {
  const first = located.steps.findIndex(({ kind }) => kind === 'kept');
  const start = located.steps[first];
  const words = articleWords(located.article);
  if (!start || first === 0 || first > LONGEST_EDGE || located.steps.slice(0, first).some(({ kind }) => kind !== 'added')) return located;
  const opening = start.from - first;
  const before = words[opening - 1];
  const own = words[opening];
  const { text } = located.article.prose;
  const opens = own !== undefined && (!before || SENTENCE_BEGINS.test(text.slice(before.span.end, own.span.start)));
  if (!opens) return located;
  const paired = located.steps.slice(0, first).map((step, i) => pair(step, tokens[step.token], opening + i, words));
  return relocated(located, [...paired, ...located.steps.slice(first)], { from: opening, to: located.to });
}

/** What stands behind the last word in common, in the claim as far as its clause goes and in the source. */
interface Closing {
  readonly own: readonly string[];
  /** Whether each of these begins with a capital. */
  readonly capitals: readonly boolean[];
  readonly theirs: readonly Word[];
  /** Whether the source's sentence or clause ends behind them, too. */
  readonly ends: boolean;
  /** Whether the last word in common is a figure. */
  readonly behindFigure: boolean;
}

const SIGN = /^[$€£¥]$/u;
const isNumeral = (word: string) => /^\d/u.test(word);

/** Whether words are a number and nothing else, but for a currency's sign. */
function isFigure(words: readonly string[]): boolean {
  const from = SIGN.test(words[0] ?? '') ? 1 : 0;
  const length = numberAt(words, from)?.length ?? (isNumeral(words[from] ?? '') ? 1 : 0);
  return length > 0 && from + length === words.length;
}

/** Whether two words may stand in one place: the same, two names, two figures or two currencies. */
function areAlike({ own, capitals, theirs }: Closing, i: number, text: string): boolean {
  const [a, b] = [own[i] as string, theirs[i] as Word];
  if (a === b.folded || (SIGN.test(a) && SIGN.test(b.folded))) return true;
  if (numberAt([a], 0) || isNumeral(a)) return numberAt([b.folded], 0) !== undefined || isNumeral(b.folded);
  return (
    capitals[i] === true && /^\p{Upper}/u.test(text.slice(b.span.start, b.span.end)) && !isFunctionWord(a) && !isFunctionWord(b.folded)
  );
}

/** Where the source's clause ends behind a word at `from`: the words up to there, if they are few. */
function clauseOf(words: readonly Word[], from: number, text: string): { readonly words: readonly Word[]; readonly ends: boolean } {
  for (let to = from; to < Math.min(words.length, from + LONGEST_EDGE); to++) {
    const [last, next] = [words[to] as Word, words[to + 1]];
    if (!next || CLAUSE_ENDS.test(text.slice(last.span.end, next.span.start))) return { words: words.slice(from, to + 1), ends: true };
  }
  return { words: words.slice(from, from + LONGEST_EDGE), ends: false };
}

/** How many words of claim and source are to be paired; undefined where it is not plain that they stand in one place. */
function pairedIn(closing: Closing, text: string): { own: number; theirs: number } | undefined {
  const { own, theirs, ends } = closing;
  const folded = theirs.map((word) => word.folded);
  // A figure stands for a figure, and a unit behind one for a unit, however the source goes on.
  const isSuch = isFigure(own) ? isFigure : closing.behindFigure && isMeasure(own) ? isMeasure : undefined;
  for (let length = isSuch ? theirs.length : 0; length > 0; length--) {
    if (isSuch?.(folded.slice(0, length))) return { own: own.length, theirs: length };
  }
  if (!ends || own.length !== theirs.length || !own.every((_, i) => areAlike(closing, i, text))) return undefined;
  return { own: own.length, theirs: own.length };
}

/** A located claim, and the tokens of its last words that were paired, if any were. */
export interface Closed {
  readonly located: Located;
  readonly closing?: Span;
}

/** So many words in common hold a claim by themselves, however it begins. */
const ENOUGH_WORDS = 10;
const LEAST_KEPT = 0.85;
/** Who is anybody. */
const PRONOUN = /^(?:he|she|it|they|we|i)$/u;

/**
 * Whether what stands in front of the last word in common leaves no doubt that claim and source speak of one thing: nothing
 * behind it does. “She was first elected to the House in 2006” has most words of what is said of many others.
 */
export function isHeldInFront({ steps, article }: Located, last: number): boolean {
  const first = steps.findIndex(({ kind }) => kind === 'kept');
  const start = steps[first] as Step;
  const kept = steps.slice(first, last + 1).filter(({ kind }) => kind === 'kept').length;
  if (kept < LEAST_KEPT * (last + 1 - first)) return false;
  if (kept >= ENOUGH_WORDS) return true;
  const words = articleWords(article);
  if (PRONOUN.test((words[start.from] as Word).folded)) return false;
  if (start.token === 0) return true;
  const before = words[start.from - 1];
  return !before || SENTENCE_BEGINS.test(article.prose.text.slice(before.span.end, (words[start.from] as Word).span.start));
}

/**
 * The same for its last words, where the clause ends in both, or a figure stands in a figure's place: “… to £59, the Echo
 * reported” for “… to £95.”
 */
export function withClosing(tokens: readonly QuotedToken[], located: Located, shape: string): Closed {
  const asItIs = { located };
  const last = located.steps.findLastIndex(({ kind }) => kind === 'kept');
  const end = located.steps[last];
  const tail = located.steps.slice(last + 1);
  if (!end || tail.length === 0 || tail.some(({ kind }) => kind === 'skipped') || endsClauseAt(shape, end.token)) return asItIs;
  if (!isHeldInFront(located, last)) return asItIs;
  const words = articleWords(located.article);
  const { text } = located.article.prose;
  const [lastWord, next] = [words[end.from], words[end.to]];
  if (!lastWord || !next || SENTENCE_ENDS.test(text.slice(lastWord.span.end, next.span.start))) return asItIs;
  const first = end.token + 1;
  const stop = [...Array(LONGEST_EDGE).keys()].find((i) => endsClauseAt(shape, first + i));
  if (stop === undefined) return asItIs;
  const own = tokens.slice(first, first + stop + 1).flatMap((token) => (isWord(token) ? [token.word.folded] : []));
  const theirs = clauseOf(words, end.to, text);
  const closing = {
    own,
    capitals: own.map((_, i) => isCapitalAt(shape, first + i)),
    theirs: theirs.words,
    ends: theirs.ends,
    behindFigure: isFigure([lastWord.folded]),
  };
  const count = own.length === stop + 1 ? pairedIn(closing, text) : undefined;
  if (!count) return asItIs;
  const steps = [...located.steps.slice(0, last + 1), ...pairedSteps(end, count, tokens, words), ...addedAfter(tokens, end, count)];
  const to = Math.max(located.to, end.to + count.theirs);
  return { located: relocated(located, steps, { from: located.from, to }), closing: { start: first, end: first + count.own } };
}

/** One step for each pair, and one for each word that one side has more. */
export function pairedSteps(
  end: Step,
  count: { own: number; theirs: number },
  tokens: readonly QuotedToken[],
  words: readonly Word[],
): Step[] {
  return Array.from({ length: Math.max(count.own, count.theirs) }, (_, i): Step => {
    const at = Math.min(end.to + i, end.to + count.theirs);
    const token = Math.min(end.token + 1 + i, end.token + 1 + count.own);
    if (i >= count.own) return { kind: 'omitted', token, from: at, to: at + 1 };
    if (i >= count.theirs) return { kind: 'added', token, from: at, to: at };
    return pair({ kind: 'added', token, from: at, to: at }, tokens[token], at, words);
  });
}

/** What the claim says behind its clause is its own. */
export function addedAfter(tokens: readonly QuotedToken[], end: Step, count: { own: number; theirs: number }): Step[] {
  const first = end.token + 1 + count.own;
  const at = end.to + count.theirs;
  return Array.from({ length: tokens.length - first }, (_, i): Step => ({ kind: 'added', token: first + i, from: at, to: at }));
}

/** The core with the replaced words right before it, and behind it those that were paired: what differs may stand at its edge. */
export function withEdges(core: Span, { steps }: Located, closing: Span | undefined): Span {
  const paired = new Set(steps.filter(({ kind }) => kind === 'replaced' || kind === 'kept').map(({ token }) => token));
  let { start } = core;
  while (start > 0 && paired.has(start - 1)) start--;
  return { start, end: closing && closing.start <= core.end ? Math.max(core.end, closing.end) : core.end };
}
