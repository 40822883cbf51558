import type { Piece } from './pieces.ts';

/** How often the words of a document stand in it away from the ends of lines, folded to lower case. */
export type WordCounts = ReadonlyMap<string, number>;

const WORD = /[\p{L}\p{M}]+(?:[-‐‑’'][\p{L}\p{M}]+)*/gu;
const LINE_HYPHEN = /[-‐‑\u00AD]$/;
const HYPHENS = /[‐‑\u00AD]/g;

/** Counts the words of a document's runs of text. What a line's end may have cut is not counted. */
export function countWords(pieces: Iterable<Piece>): WordCounts {
  const counts = new Map<string, number>();
  const count = (word: string) => counts.set(word, (counts.get(word) ?? 0) + 1);
  for (const { text } of pieces) {
    for (const found of text.matchAll(WORD)) {
      if (mayBeCut(text, found[0], found.index)) continue;
      const word = fold(found[0]);
      count(word);
      for (const part of word.includes('-') ? word.split('-') : []) count(part);
    }
  }
  return counts;
}

/** A run's first word may be the second half of one, though what begins with a capital hardly is; one before a hyphen the first. */
function mayBeCut(text: string, word: string, at: number): boolean {
  const end = text.trimEnd().length;
  if (at + word.length >= end - 1 && LINE_HYPHEN.test(text.slice(0, end))) return true;
  return at === 0 && !(/^\p{Lu}/u.test(word) && word.length < end);
}

/** First parts of compounds that English writes with a hyphen. */
const HYPHENATED_FIRST = new Set(
  (
    'well self ex half all cross vice quasi far ill so twenty thirty forty fifty sixty seventy eighty ninety one two three four five six seven eight nine ten ' +
    'first second third high low long short full part mid north south east west large small hard soft left right old new free'
  ).split(' '),
);
/** Second parts of such compounds. */
const HYPHENATED_SECOND = new Set(
  'based old term time year day wide style elect led run made owned backed known born speaking century hour mile page class thirds quarters fifths off up in-law called minded ranking profile rate level free friendly related sized looking'.split(
    ' ',
  ),
);

/**
 * How a line goes on with the next: what is to stand in place of the line's break. The document's own words say whether a
 * hyphen at the end is the word's own; where it has neither form, the commonest compounds are known and all else is joined.
 */
export function mendBreak(before: string, after: string, words: WordCounts): { readonly drop: number; readonly put: string } {
  if (/\u00AD$/.test(before)) return { drop: 1, put: '' };
  if (!LINE_HYPHEN.test(before)) return { drop: 0, put: /\S[—]$/.test(before) || /\S—$/.test(before) ? '' : ' ' };
  const left = /[\p{L}\p{M}]+(?:[-‐‑’'][\p{L}\p{M}]+)*(?=[-‐‑]$)/u.exec(before)?.[0];
  const right = /^[\p{L}\p{M}]+(?:[-‐‑’'][\p{L}\p{M}]+)*/u.exec(after)?.[0];
  // A dash with a space before it, or a range of figures.
  if (left === undefined) return { drop: 0, put: /\s[-‐‑]$/.test(before) ? ' ' : '' };
  if (right === undefined) return { drop: 0, put: '' };
  if (/^(?:and|or|und|oder|to)$/.test(right) && !words.has(fold(left + right))) return { drop: 0, put: ' ' };
  return { drop: keepsHyphen(left, right, words) ? 0 : 1, put: '' };
}

function fold(word: string): string {
  return word.toLowerCase().replace(HYPHENS, '-');
}

function keepsHyphen(left: string, right: string, words: WordCounts): boolean {
  const joined = words.get(fold(left + right)) ?? 0;
  const hyphenated = words.get(fold(`${left}-${right}`)) ?? 0;
  if (joined !== hyphenated) return hyphenated > joined;
  if (/^\p{Lu}/u.test(right) && /\p{Ll}$/u.test(left)) return true;
  const [first, second] = [fold(left).split('-').at(-1) as string, fold(right).split('-')[0] as string];
  if (HYPHENATED_FIRST.has(first) && second.length >= 3 && words.has(second)) return true;
  if (HYPHENATED_FIRST.has(first) && /^(?:known|being|called|made|off|century|term|class|time|year|old)$/.test(second)) return true;
  if (HYPHENATED_SECOND.has(second) && words.has(first)) return true;
  return first.length >= 4 && second.length >= 4 && words.has(first) && words.has(second);
}
