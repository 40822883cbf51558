import type { Article } from '../corpus/article.ts';
import { articleWords } from '../corpus/articleWords.ts';
import type { Candidate, Corpus } from '../corpus/corpus.ts';
import type { QuotedToken } from '../prose/quotedWords.ts';
import type { Span } from '../text/span.ts';
import type { Word } from '../text/words.ts';
import { type AlignOptions, align, type Step, type Stretch } from './align.ts';
import { tidyEdges } from './edges.ts';

/** A query laid on a passage of an article. Steps count the article's own words (`articleWords`). */
export interface Located {
  readonly article: Article;
  readonly steps: readonly Step[];
  /** The article's words it lies on, half-open. */
  readonly from: number;
  readonly to: number;
  /** The same in the article's text. */
  readonly span: Span;
  /** Sum of alignment costs: 0 where nothing differs. */
  readonly cost: number;
  /** Share of the information of both sides' words that is in common, 0 to 1; what ellipses and brackets skip does not count. */
  readonly similarity: number;
  /** Bits of the words in common. */
  readonly information: number;
  /** Whether every word stands so in the source, in a row. */
  readonly exact: boolean;
}

/** So many bits make a word weigh 1 in an alignment. */
const BITS_PER_WEIGHT = 12;
/** Bounds the cells of one alignment (query tokens times source words). */
const MOST_CELLS = 500_000;

export interface LocateOptions {
  readonly corpus: Corpus;
  readonly articles: ReadonlyMap<string, Article>;
  readonly looseEnds?: boolean;
}

/** Words of a source that a query is aligned with: where it should lie, and so many more before and after. */
function windowOf(words: readonly Word[], { from, to }: Stretch, slack: number): Stretch {
  return { from: Math.max(0, from - slack), to: Math.min(words.length, to + slack) };
}

/** Whether the source may go on anywhere between two words of a query. */
function isOpen({ kind }: QuotedToken): boolean {
  return kind === 'gap' || kind === 'break';
}

/** Whether most words are kept of each piece of a query that the source may go on behind: then none stands elsewhere. */
function hasEachPiece(tokens: readonly QuotedToken[], steps: readonly Step[]): boolean {
  const kept = new Set(steps.flatMap(({ kind, token }) => (kind === 'kept' ? [token] : [])));
  let balance = 0;
  for (const [i, token] of tokens.entries()) {
    if (!isOpen(token)) balance += kept.has(i) ? 1 : -1;
    else if (balance < 0) return false;
    else balance = 0;
  }
  return balance >= 0;
}

function weights(corpus: Corpus): (word: string) => number {
  const known = new Map<string, number>();
  return (word) => {
    let weight = known.get(word);
    if (weight === undefined) {
      weight = Math.max(0.2, Math.min(1.3, corpus.information(word) / BITS_PER_WEIGHT));
      known.set(word, weight);
    }
    return weight;
  };
}

interface Aligned {
  /** Steps in the article's own word positions. */
  readonly steps: readonly Step[];
  readonly cost: number;
  /** Behind the last word that the query lies on. */
  readonly to: number;
}

/** Longer queries (a whole speech in a block quote) are aligned piece by piece; words of one piece, and words round where it should lie. */
const LONG_QUERY = 600;
const PIECE = 256;
const DRIFT = 48;

/** Aligns a long query in pieces, each where the one before it ended: O(n) pieces of bounded size. */
function alignLong(tokens: readonly QuotedToken[], words: readonly Word[], start: number, options: AlignOptions): Aligned {
  const steps: Step[] = [];
  let cost = 0;
  let from = start;
  for (let first = 0; first < tokens.length; first += PIECE) {
    const piece = tokens.slice(first, first + PIECE);
    const slack = first === 0 ? LONG_QUERY : DRIFT;
    const aligned = align(piece, words, options, { from, to: Math.min(words.length, from + piece.length + 2 * slack) });
    const placed = aligned.steps.find(({ kind }) => kind === 'kept' || kind === 'replaced')?.from ?? from;
    const missing = first === 0 || placed - from > DRIFT ? 0 : placed - from;
    for (let k = 0; k < missing; k++) steps.push({ kind: 'omitted', token: first, from: from + k, to: from + k + 1 });
    for (const step of aligned.steps) steps.push({ ...step, token: step.token + first });
    cost += aligned.cost;
    from = Math.max(from, aligned.to);
  }
  return { steps, cost, to: from };
}

/** Describes how much an alignment has in common. */
function measure(tokens: readonly QuotedToken[], steps: readonly Step[], words: readonly Word[], corpus: Corpus) {
  let common = 0;
  let all = 0;
  let exact = true;
  for (const step of steps) {
    const token = tokens[step.token];
    const query = token?.kind === 'word' && step.kind !== 'omitted' && step.kind !== 'skipped' ? corpus.information(token.word.folded) : 0;
    if (step.kind === 'kept') common += query;
    else exact = false;
    if (step.kind === 'kept' || step.kind === 'added') all += query;
    else if (step.kind !== 'skipped')
      all += Math.max(query, corpus.information((words[step.from] as Word).folded) * (step.kind === 'omitted' ? 0.6 : 1));
  }
  return { similarity: all > 0 ? common / all : 0, information: common, exact };
}

/** A stretch of a text that the query was aligned with. */
interface Tried {
  readonly words: readonly Word[];
  readonly stretch: Stretch;
  readonly aligned: Aligned;
}

function haveSameWords(a: readonly Word[], one: Stretch, b: readonly Word[], other: Stretch): boolean {
  const length = one.to - one.from;
  if (other.to - other.from !== length) return false;
  for (let k = 0; k < length; k++) if (a[one.from + k]?.folded !== b[other.from + k]?.folded) return false;
  return true;
}

/**
 * What an alignment hardly costs more than, by the share of the query that retrieval did not find: a word that differs may
 * cost more than it weighs, and words of no weight cost something too.
 */
const DEAREST = 1.4;
const LEEWAY = 0.7;

/** Lays one query on places of articles. What two articles have word for word is aligned once. */
class Locator {
  readonly #tokens: readonly QuotedToken[];
  readonly #corpus: Corpus;
  readonly #aligning: AlignOptions;
  readonly #tried: Tried[] = [];
  /** Sum of the weights of all words. */
  readonly #weight: number;

  constructor(tokens: readonly QuotedToken[], { corpus, looseEnds }: LocateOptions) {
    this.#tokens = tokens;
    this.#corpus = corpus;
    const weightOf = weights(corpus);
    this.#aligning = { weightOf, ...(looseEnds ? { looseEnds: true } : {}) };
    this.#weight = tokens.reduce((sum, token) => sum + (token.kind === 'word' ? weightOf(token.word.folded) : 0), 0);
  }

  /** Undefined where nothing of the query is there. */
  at(place: Place): Located | undefined {
    const { article } = place;
    const tokens = this.#tokens;
    const words = articleWords(article);
    const alignment = this.#alignedNear(words, place);
    if (!alignment) return undefined;
    const steps = tidyEdges(alignment.steps, { tokens, words, text: article.prose.text });
    const placed = steps.filter(({ kind, from, to }) => kind !== 'skipped' && to > from);
    const from = placed[0]?.from ?? 0;
    const to = placed.at(-1)?.to ?? 0;
    const first = words[from];
    const last = words[to - 1];
    if (!first || !last || to <= from) return undefined;
    const span = { start: first.span.start, end: last.span.end };
    return { article, steps, from, to, span, cost: alignment.cost, ...measure(tokens, steps, words, this.#corpus) };
  }

  #alignedNear(words: readonly Word[], { position, end, similarity }: Place): Aligned | undefined {
    const tokens = this.#tokens;
    const { length } = tokens;
    const open = tokens.some(isOpen);
    const to = open ? Math.max(end, position + length) : position + length;
    const near = windowOf(words, { from: position, to }, Math.max(12, Math.min(length, LONG_QUERY) >> 1));
    if (near.to <= near.from) return undefined;
    if (length > LONG_QUERY) return alignLong(tokens, words, near.from, this.#aligning);
    const found = this.#aligned(words, near, similarity);
    if (!open || hasEachPiece(tokens, found.steps)) return found;
    const far = Math.floor(MOST_CELLS / length / 2);
    return this.#aligned(words, windowOf(words, { from: position, to: position + length }, far), similarity);
  }

  #aligned(words: readonly Word[], stretch: Stretch, similarity: number): Aligned {
    const same = this.#tried.find((one) => haveSameWords(one.words, one.stretch, words, stretch));
    if (same) return moved(same.aligned, stretch.from - same.stretch.from);
    const expected = DEAREST * (1 - similarity) * this.#weight + LEEWAY;
    const aligned = align(this.#tokens, words, { ...this.#aligning, expected }, stretch);
    this.#tried.push({ words, stretch, aligned });
    return aligned;
  }
}

function moved({ steps, cost, to }: Aligned, by: number): Aligned {
  return { steps: steps.map((step) => ({ ...step, from: step.from + by, to: step.to + by })), cost, to: to + by };
}

/** A retrieval's place is passed over where its votes come to less than this share of the best place's. */
const WORTH_ALIGNING = 0.4;

/** The places, best first, that a query is aligned with where its very words stand nowhere. */
export function worthAligning<P extends Pick<Candidate, 'score'>>(places: readonly P[]): readonly P[] {
  const least = (places[0]?.score ?? 0) * WORTH_ALIGNING;
  return places.filter(({ score }) => score >= least);
}

/** The folded words of a query that is nothing but words as the writer found them; null of another. */
function plainWordsOf(tokens: readonly QuotedToken[]): string[] | null {
  const query: string[] = [];
  for (const token of tokens) {
    if (token.kind !== 'word' || token.altered) return null;
    query.push(token.word.folded);
  }
  return query;
}

function stands(query: readonly string[], words: readonly Word[], from: number): boolean {
  for (let k = 0; k < query.length; k++) if (words[from + k]?.folded !== query[k]) return false;
  return true;
}

/** Where the query stands word for word near a place; then nothing needs to be aligned. */
function exactAt(
  { tokens, query }: { tokens: readonly QuotedToken[]; query: readonly string[] },
  { article, position }: Place,
  corpus: Corpus,
): Located | undefined {
  const words = articleWords(article);
  for (let from = Math.max(0, position - EXACT_REACH); from <= position + EXACT_REACH; from++) {
    if (!stands(query, words, from)) continue;
    const to = from + query.length;
    const steps = query.map((_, token): Step => ({ kind: 'kept', token, from: from + token, to: from + token + 1 }));
    const span = { start: (words[from] as Word).span.start, end: (words[to - 1] as Word).span.end };
    return { article, steps, from, to, span, cost: 0, ...measure(tokens, steps, words, corpus) };
  }
  return undefined;
}

/** Retrieval counts in bands of so many words. */
const EXACT_REACH = 16;

interface Place {
  readonly article: Article;
  readonly position: number;
  /** Behind the last word that retrieval found of the query. */
  readonly end: number;
  readonly score: number;
  readonly similarity: number;
}

function locateAll(tokens: readonly QuotedToken[], places: readonly Place[], options: LocateOptions): Located[] {
  const query = plainWordsOf(tokens);
  const exact = query ? places.flatMap((place) => exactAt({ tokens, query }, place, options.corpus) ?? []) : [];
  const worth = exact.length > 0 ? [] : worthAligning(places);
  const locator = new Locator(tokens, options);
  const found = [...exact, ...worth.flatMap((place) => locator.at(place) ?? [])].filter(({ information }) => information > 0);
  found.sort(
    (a, b) =>
      a.cost - b.cost ||
      b.similarity - a.similarity ||
      (a.article.id < b.article.id ? -1 : a.article.id > b.article.id ? 1 : a.from - b.from),
  );
  return found.filter(
    (one, i) => !found.slice(0, i).some((better) => better.article === one.article && better.from < one.to && one.from < better.to),
  );
}

/** What was located in a corpus lately: steps count words, so that they hold wherever in a draft the words stand. */
const remembered = new WeakMap<Corpus, Map<string, Located[]>>();
/** More than drafts have quotations and claims. */
const MOST_REMEMBERED = 500;

function signature(tokens: readonly QuotedToken[], places: readonly Place[], { looseEnds }: LocateOptions): string {
  const words = tokens.map((token) => (token.kind === 'word' ? token.word.folded + (token.altered ? '*' : '') : token.kind));
  return `${looseEnds === true} ${words.join(' ')} ${places.map(({ article, position }) => `${article.id}:${position}`).join(' ')}`;
}

/**
 * Lays the query on every candidate place: best first, one for each passage. Candidates whose article's text is not at
 * hand are passed over; where the very words are found, only places that have them too.
 */
export function locate(tokens: readonly QuotedToken[], candidates: readonly Candidate[], options: LocateOptions): Located[] {
  const places = candidates.flatMap(({ articleId, position, end, score, similarity }): Place[] => {
    const article = options.articles.get(articleId);
    return article ? [{ article, position, end, score, similarity }] : [];
  });
  const known = remembered.get(options.corpus) ?? new Map<string, Located[]>();
  remembered.set(options.corpus, known);
  const key = signature(tokens, places, options);
  let located = known.get(key);
  // An article whose text was read again in the meantime is another object, and rules compare articles.
  if (!located?.every(({ article }) => options.articles.get(article.id) === article)) {
    located = locateAll(tokens, places, options);
    known.set(key, located);
    if (known.size > MOST_REMEMBERED) known.delete(known.keys().next().value as string);
  }
  return located;
}
