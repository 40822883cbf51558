import { articleWords } from '../corpus/articleWords.ts';
import { speakerAt } from '../corpus/sayings.ts';
import type { Step } from '../match/align.ts';
import { isInterruptedBySource } from '../match/differences.ts';
import { type Located, locate } from '../match/locate.ts';
import { sameName } from '../prose/names.ts';
import type { QuotedToken } from '../prose/quotedWords.ts';
import { sentencesOf } from '../text/sentences.ts';
import type { Word } from '../text/words.ts';
import type { Surroundings } from './surroundings.ts';

/** One pair of marks round passages that the source does not have together. */
export interface Splice {
  /** The passages, in the order of the quotation. */
  readonly parts: readonly Located[];
  /** Whether two people say them. */
  readonly twoSpeakers: boolean;
  /** Whether an ellipsis stands between them: then they are out of order, or two people's. */
  readonly atEllipsis: boolean;
}

/** A part must be so many words, so like its passage and so rare, to be believed to come from there. */
const FEWEST_WORDS = 4;
const LEAST_SIMILARITY = 0.8;
export const LEAST_BITS_OF_PART = 30;
/** Whichever half of a quotation a part is longest in, its passage has so much of that half. */
export const LEAST_BITS_IN_HALF: number = (LEAST_SIMILARITY * LEAST_BITS_OF_PART) / 2;
/** Parts from two articles share few words by chance: each must be longer and rarer than parts of one article. */
const FEWEST_WORDS_ELSEWHERE = 7;
const LEAST_BITS_ELSEWHERE = 60;

type WordToken = QuotedToken & { kind: 'word' };

function wordTokens(tokens: readonly QuotedToken[]): WordToken[] {
  return tokens.filter((token): token is WordToken => token.kind === 'word');
}

/** Whether the words would say enough if all of them stood somewhere; the slack is what sums are off by. */
function canTellEnough(words: readonly WordToken[], { corpus }: Surroundings): boolean {
  return words.reduce((sum, { word }) => sum + corpus.information(word.folded), 0) >= LEAST_BITS_OF_PART - 1e-6;
}

function find(tokens: readonly QuotedToken[], around: Surroundings): Located[] {
  const words = wordTokens(tokens);
  if (words.length < FEWEST_WORDS || !canTellEnough(words, around)) return [];
  const candidates = around.corpus.retrieve(
    words.map(({ word }) => word.folded),
    6,
  );
  return locate(tokens, candidates, { corpus: around.corpus, articles: around.articles }).filter(
    ({ similarity, information }) => similarity >= LEAST_SIMILARITY && information >= LEAST_BITS_OF_PART,
  );
}

/** Where the first passage stops having the quotation's words: the token after its last kept word, and before its first. */
function keptRange(located: Located): { start: number; end: number } {
  const kept = located.steps.filter(({ kind }) => kind === 'kept');
  return { start: kept[0]?.token ?? 0, end: (kept.at(-1)?.token ?? -1) + 1 };
}

/** The longest stretch of tokens in which the passage has nearly every word: stray hits beyond it are coincidence. */
function solidRange(tokens: readonly QuotedToken[], located: Located): { start: number; end: number } {
  const same = new Array<boolean>(tokens.length).fill(false);
  for (const step of located.steps) if (step.kind === 'kept') same[step.token] = true;
  let best = { start: 0, end: 0, score: 0 };
  let current = { start: 0, score: 0 };
  for (let i = 0; i < tokens.length; i++) {
    if (current.score <= 0) current = { start: i, score: 0 };
    current.score += same[i] ? 1 : -2;
    if (current.score > best.score) best = { start: current.start, end: i + 1, score: current.score };
  }
  return best;
}

function areTwoPeople(parts: readonly Located[], around: Surroundings): boolean {
  const speakers = parts.flatMap(({ article, span }) => speakerAt(article, span) ?? []);
  return speakers.length === parts.length && speakers.some((speaker) => !sameName(speaker, speakers[0] as string, around.aliases));
}

/** The runs of words between a quotation's ellipses. */
function runsOf(tokens: readonly QuotedToken[]): QuotedToken[][] {
  const runs: QuotedToken[][] = [[]];
  for (const token of tokens) {
    if (token.kind === 'gap') runs.push([]);
    else runs.at(-1)?.push(token);
  }
  return runs;
}

/** The passages that a faithful quotation has between its ellipses, in the order of the source. */
function keptParts(first: Located): Located[] {
  const words = articleWords(first.article);
  const parts: Located[] = [];
  for (const step of first.steps) {
    const last = parts.at(-1);
    if (step.kind !== 'kept') continue;
    if (last?.to === step.from)
      parts[parts.length - 1] = { ...last, to: step.to, span: { start: last.span.start, end: (words[step.from] as Word).span.end } };
    else parts.push({ ...first, from: step.from, to: step.to, span: (words[step.from] as Word).span });
  }
  return parts;
}

/** Whether an ellipsis joins what it may not: two people's words, or passages in another order than the source's. */
function spliceAtEllipsis(tokens: readonly QuotedToken[], first: Located, around: Surroundings): Splice | null {
  const runs = runsOf(tokens);
  const faithful = first.steps.every(({ kind }) => kind === 'kept' || kind === 'skipped');
  if (!faithful && runs.some((run) => wordTokens(run).length < FEWEST_WORDS)) return null;
  const parts = faithful
    ? keptParts(first)
    : runs.flatMap((run) => {
        const found = find(run, around);
        return found.find(({ article }) => article === first.article) ?? found.find(isLong) ?? [];
      });
  if (parts.length < runs.length) return null;
  const twoSpeakers = areTwoPeople(parts, around);
  const ordered = parts.every(
    (part, i) => i === 0 || (part.article === parts[i - 1]?.article && part.from >= (parts[i - 1] as Located).to),
  );
  return twoSpeakers || !ordered ? { parts, twoSpeakers, atEllipsis: true } : null;
}

/** What is left out between two passages counts against their likeness: so much of it is enough where both are there. */
const JOINED_SIMILARITY = 0.45;

/** So few words left out at a sentence's end are a word dropped, not a join. */
const DROPPED_AT_END = 3;

/** Whether an omission inside the one passage takes in the end of a sentence: then two passages were joined. */
function joinsSentences(located: Located): boolean {
  const words = articleWords(located.article);
  const { start, end } = keptRange(located);
  const omitted = located.steps.filter(({ kind, token }) => kind === 'omitted' && token > start && token < end);
  const places = [...new Set(omitted.map(({ token }) => token))];
  const keeps = (from: number, to: number) =>
    located.steps.filter(({ kind, token }) => kind === 'kept' && token >= from && token < to).length >= FEWEST_WORDS;
  return places.some((place) => {
    if (!keeps(0, place) || !keeps(place, end)) return false;
    const run = omitted.filter(({ token }) => token === place);
    const from = words[(run[0] as Step).from - 1];
    const to = words[(run.at(-1) as Step).to];
    if (!from || !to || run.length <= DROPPED_AT_END || isInterruptedBySource(located, (run[0] as Step).from, (run.at(-1) as Step).to))
      return false;
    return sentencesOf(located.article.prose.text, { start: from.span.start, end: to.span.end }).length > 1;
  });
}

/** Whether a quotation is one that {@link spliceOf} looks at: not one that says itself that it is interrupted, nor a short one. */
export function mayBeSpliced(tokens: readonly QuotedToken[]): boolean {
  return tokens.every(({ kind }) => kind !== 'break') && wordTokens(tokens).length >= 2 * FEWEST_WORDS;
}

/**
 * Whether a quotation joins passages that stand apart without saying so. `first` is the best single passage; what of
 * the quotation it does not have is looked for by itself.
 */
export function spliceOf(tokens: readonly QuotedToken[], first: Located, around: Surroundings): Splice | null {
  if (!mayBeSpliced(tokens)) return null;
  if (tokens.some(({ kind }) => kind === 'gap')) return spliceAtEllipsis(tokens, first, around);
  if (first.similarity >= JOINED_SIMILARITY && joinsSentences(first)) return { parts: [first], twoSpeakers: false, atEllipsis: false };
  const solid = solidRange(tokens, first);
  const head = tokens.slice(0, solid.start);
  const tail = tokens.slice(solid.end);
  const rest = head.length > tail.length ? head : tail;
  const longEnough = wordTokens(rest).length >= FEWEST_WORDS && canTellEnough(wordTokens(rest), around);
  if (!longEnough || solid.end - solid.start + rest.length < tokens.length - 3) return null;
  // The rest first: most often it stands nowhere, and then the solid part need not be looked for.
  const others = find(rest, around);
  const own = others.length > 0 ? find(tokens.slice(solid.start, solid.end), around)[0] : undefined;
  if (!own) return null;
  const other = others.find((part) => !isNextTo(own, part, rest === tail) && (part.article === own.article || [own, part].every(isLong)));
  if (!other) return null;
  const parts = rest === tail ? [own, other] : [other, own];
  return { parts, twoSpeakers: areTwoPeople(parts, around), atEllipsis: false };
}

/** So many words of a turn are said in it, and no slip at the passage's edge. */
const FEWEST_WORDS_OF_TURN = 2;

/**
 * Whether words that stand in a row are two people's. Only of sources that have their turns beside the text: nothing in the
 * text itself parts them, while a name between two turns is missed as words left out.
 */
export function spliceOfTurns(tokens: readonly QuotedToken[], first: Located, around: Surroundings): Splice | null {
  const { article, span } = first;
  if (!tokens.every(({ kind }) => kind === 'word')) return null;
  const starts = (article.turns ?? []).filter(({ start }) => span.start < start && start < span.end).map(({ start }) => start);
  if (starts.length === 0) return null;
  const words = articleWords(article);
  const ends = [...starts, span.end];
  let from = first.from;
  const parts = ends.map((end): Located => {
    const begin = from;
    while (from < first.to && (words[from] as Word).span.start < end) from++;
    const own = { start: words[begin]?.span.start ?? end, end: words[from - 1]?.span.end ?? end };
    return { ...first, from: begin, to: from, span: own };
  });
  const said = parts.filter((part) => part.to - part.from >= FEWEST_WORDS_OF_TURN);
  return said.length > 1 && areTwoPeople(said, around) ? { parts: said, twoSpeakers: true, atEllipsis: false } : null;
}

function isLong({ from, to, information }: Located): boolean {
  return to - from >= FEWEST_WORDS_ELSEWHERE && information >= LEAST_BITS_ELSEWHERE;
}

/** Whether a part follows the other so closely that only a few words were changed at the seam. */
function isNextTo(own: Located, part: Located, after: boolean): boolean {
  if (own.article !== part.article) return false;
  const [end, start] = after ? [own.to, part.from] : [part.to, own.from];
  const between = start - end;
  if (between > 0 && isInterruptedBySource(own, end, start)) return true;
  return between >= -2 && between <= 3;
}
