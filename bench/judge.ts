import type { Answer } from './engines/engine.ts';
import type { Query, Truth } from './queries.ts';
import { queryTokens, WILD } from './tokens.ts';
import { wordHashes, wordsOf } from './words.ts';

/**
 * Edit distance between words (Levenshtein), by the plain table: a word changed, put in or left out costs 1, what
 * {@link WILD} stands for nothing.
 */
export function wordDistance(query: readonly number[], span: ArrayLike<number>): number {
  let above = Array.from({ length: span.length + 1 }, (_, j) => j);
  for (const token of query) {
    const row = [token === WILD ? (above[0] as number) : (above[0] as number) + 1];
    for (let j = 1; j <= span.length; j++) {
      const up = above[j] as number;
      const left = row[j - 1] as number;
      const diagonal = (above[j - 1] as number) + (token === span[j - 1] ? 0 : 1);
      row.push(token === WILD ? Math.min(up, left) : Math.min(diagonal, up + 1, left + 1));
    }
    above = row;
  }
  return above[span.length] as number;
}

/** 1 − word edit distance / words of the longer side; where there is a {@link WILD}, of the query, since it may stand for many. */
export function similarity(query: string, span: string): number {
  const tokens = queryTokens(query);
  const hashes = wordHashes(span);
  const own = tokens.filter((token) => token !== WILD).length;
  const length = own < tokens.length ? own : Math.max(own, hashes.length);
  return length === 0 ? 0 : Math.max(0, 1 - wordDistance(tokens, hashes) / length);
}

/** Whether two spans have half of the longer one in common: an answer may not be right by naming everything. */
function overlapsByHalf(truth: Truth, answer: Answer): boolean {
  if (truth.article !== answer.article) return false;
  const common = Math.min(truth.end, answer.end) - Math.max(truth.start, answer.start);
  return common * 2 >= Math.max(truth.end - truth.start, answer.end - answer.start);
}

/** Text of an article by its number. */
export type TextOf = (article: number) => string;

/** Whether an answer is the passage a query was made from, or one that is at least as similar. */
export function isRight({ text, truth }: Query, answer: Answer | null, textOf: TextOf): boolean {
  if (!truth || !answer) return false;
  if (overlapsByHalf(truth, answer)) return true;
  const own = similarity(text, textOf(truth.article).slice(truth.start, truth.end));
  return similarity(text, textOf(answer.article).slice(answer.start, answer.end)) >= own;
}

/** Whether an answer begins and ends where the query’s words do: at the truth, or where the same words stand, to the letter of a word. */
export function isExact({ text, truth }: Query, answer: Answer | null, textOf: TextOf): boolean {
  if (!truth || !answer) return false;
  if (truth.article === answer.article && truth.start === answer.start && truth.end === answer.end) return true;
  const source = textOf(answer.article);
  const words = wordsOf(source);
  const asked = wordHashes(text);
  const first = words.starts.indexOf(answer.start);
  if (first < 0 || first + asked.length > words.count || words.ends[first + asked.length - 1] !== answer.end) return false;
  return asked.every((hash, i) => words.hashes[first + i] === hash);
}
