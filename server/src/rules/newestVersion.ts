import type { Article } from '../corpus/article.ts';
import { articleWords } from '../corpus/articleWords.ts';
import type { Candidate, Corpus } from '../corpus/corpus.ts';
import { isWithdrawn } from '../corpus/editions.ts';
import { type Located, type LocateOptions, locate } from '../match/locate.ts';
import type { QuotedToken } from '../prose/quotedWords.ts';
import type { Word } from '../text/words.ts';
import type { Articles } from './analysis.ts';

/** Whether an article is not what its publisher would have read any more: a newer version is there, or it was withdrawn. */
export function isSuperseded(article: Article, corpus: Corpus): boolean {
  return isWithdrawn(article) || corpus.newestVersion(article.id) !== null;
}

/** The text of the newest version of an article, or its own where none is newer; undefined where it is not at hand. */
export function newestOf(article: Article, { corpus, articles }: { corpus: Corpus; articles: Articles }): Article | undefined {
  const id = corpus.newestVersion(article.id);
  return id === null ? article : articles.get(id);
}

/** Passages without those whose newest version is among them as well: that one is what the source says. */
export function withoutOlderPrints<T extends Located>(passages: readonly T[], corpus: Corpus): readonly T[] {
  if (passages.length < 2) return passages;
  const ids = new Set(passages.map(({ article }) => article.id));
  const kept = passages.filter(({ article }) => !ids.has(corpus.newestVersion(article.id) ?? ''));
  return kept.length < passages.length ? kept : passages;
}

/** So many words in a row that a text has once tell where in its other version the same place is. */
const ANCHOR = 4;

const anchors = new WeakMap<Article, ReadonlyMap<string, number>>();

function rowAt(words: readonly Word[], at: number): string {
  return words
    .slice(at, at + ANCHOR)
    .map(({ folded }) => folded)
    .join(' ');
}

/** By each row of words that stands once in an article: where. */
function anchorsOf(article: Article): ReadonlyMap<string, number> {
  let rows = anchors.get(article);
  if (!rows) {
    const found = new Map<string, number>();
    const words = articleWords(article);
    for (let at = 0; at + ANCHOR <= words.length; at++) {
      const row = rowAt(words, at);
      found.set(row, found.has(row) ? -1 : at);
    }
    rows = found;
    anchors.set(article, rows);
  }
  return rows;
}

/** Where in another version the place of a passage is: behind the last words before it that both have, else before the next. */
function placeIn(newest: Article, { article, from, to }: Located): { readonly position: number; readonly end: number } {
  const words = articleWords(article);
  const rows = anchorsOf(newest);
  for (let at = from - ANCHOR; at >= 0; at--) {
    const place = rows.get(rowAt(words, at)) ?? -1;
    if (place >= 0) return { position: place + from - at, end: place + to - at };
  }
  for (let at = to; at + ANCHOR <= words.length; at++) {
    const place = rows.get(rowAt(words, at)) ?? -1;
    if (place >= 0) return { position: Math.max(0, place - (at - from)), end: place };
  }
  return { position: 0, end: to - from };
}

/** Whether a version has a passage of another one word for word, wherever. */
export function hasPassage(newest: Article, { article, from, to }: Located): boolean {
  const [own, theirs] = [articleWords(article), articleWords(newest)];
  const first = own[from]?.folded;
  for (let at = 0; at + to - from <= theirs.length; at++) {
    if (theirs[at]?.folded !== first) continue;
    let same = 1;
    while (same < to - from && theirs[at + same]?.folded === own[from + same]?.folded) same++;
    if (same >= to - from) return true;
  }
  return false;
}

/** Passages less similar have other words: the newest version dropped those of the older. */
const LEAST_SIMILARITY = 0.55;

/**
 * What the newest version of a text has in the place of a passage: the same query laid on it, where it was found there, and
 * where the words round the passage stand in it now. Undefined where nothing like the passage is left.
 */
export function inNewest(query: NewestQuery, passage: Located, newest: Article): Located | undefined {
  const { tokens, candidates, options } = query;
  const score = Math.max(1, ...candidates.map((one) => one.score));
  const own = candidates.filter(({ articleId }) => articleId === newest.id);
  const place: Candidate = { articleId: newest.id, ...placeIn(newest, passage), similarity: 0, score };
  const [best] = locate(tokens, [...own, place], options);
  return best && best.similarity >= LEAST_SIMILARITY ? best : undefined;
}

/** What was looked for when a passage was found. */
export interface NewestQuery {
  readonly tokens: readonly QuotedToken[];
  readonly candidates: readonly Candidate[];
  readonly options: LocateOptions;
}
