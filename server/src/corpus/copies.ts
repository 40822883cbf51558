import { outerText } from '../prose/attributions.ts';
import type { Prose } from '../prose/prose.ts';
import type { Span } from '../text/span.ts';
import { WordScanner } from '../text/wordScanner.ts';
import type { Article } from './article.ts';
import { areVersions } from './editions.ts';
import { quotationsIn } from './sayings.ts';

/**
 * What a text has in common with another, after Broder (1997), “On the resemblance and containment of documents”: its
 * distinct rows of {@link SHINGLE} words, by hash. Of a long text only those below a limit are kept: hashes are as good as
 * drawn by lot, so that what two texts have below the lower of their limits is a fair sample of what they have at all.
 */
export interface Shingles {
  /** Ascending, each once, all below the limit. */
  readonly hashes: Uint32Array;
  /** Every shingle with a hash below it is there. */
  readonly limit: number;
}

/** Two texts held against each other. */
export interface Likeness {
  /** How many shingles they share, below both limits. */
  readonly shared: number;
  /** Share of all shingles of both that are of both, 0 to 1. */
  readonly resemblance: number;
  /** Share of the smaller one's that are the other's too, 0 to 1: near 1 where a text was cut, or wrapped in other lines. */
  readonly containment: number;
}

/** Words in a row; fewer are common turns of speech. */
export const SHINGLE = 5;
/** Every hash is below it. */
export const NO_LIMIT = 2 ** 32;
/** Shingles that are kept of a text: of more, the lower ones. */
const MOST_SHINGLES = 4096;

/**
 * Of the reporter's words in the shorter text at least so many must be the other's too. A changed word costs five shingles:
 * of a text in which every twelfth word is another, about so much is left.
 */
export const LEAST_CONTAINMENT = 0.6;
/** So many shingles that are shared are no chance; fewer will do where nothing differs. */
export const FEWEST_SHARED = 16;
const FEWEST_OF_SAME = 6;
/** A text of which more than this share is quoted is somebody's words: they tell it from others. */
const MOST_QUOTED = 0.75;

const scanner = new WordScanner();

/**
 * The shingles of an article. What it quotes is left out, since two reporters who stood in one room have that in common
 * and nothing else; not so where it is nearly all there is.
 */
function readShingles(article: Article): Shingles {
  const { prose } = article;
  const quotations = quotationsIn(article);
  const lengthOf = (sum: number, { span }: { readonly span: Span }) => sum + span.end - span.start;
  const quoted = quotations.filter(({ depth }) => depth === 0).reduce(lengthOf, 0);
  const isMostlyQuoted = quoted > MOST_QUOTED * prose.blocks.reduce(lengthOf, 0);
  return shinglesIn(quoted === 0 || isMostlyQuoted ? prose : { ...prose, text: outerText(prose.text, quotations) });
}

/** The shingles of a text; none reaches from one block into the next. */
function shinglesIn({ text, blocks }: Prose): Shingles {
  let rows = 0;
  for (const { span } of blocks) {
    scanner.clear();
    scanner.scan(text, span.start, span.end);
    const { hashes, count } = scanner;
    if (rows + count > room.length) room = enlarged(room, rows + count);
    for (let at = 0; at + SHINGLE <= count; at++) room[rows++] = hashOfRow(hashes, at);
  }
  const sorted = room.slice(0, rows).sort();
  let distinct = 0;
  for (let i = 0; i < rows; i++) if (i === 0 || sorted[i] !== sorted[distinct - 1]) sorted[distinct++] = sorted[i] as number;
  const limit = distinct <= MOST_SHINGLES ? NO_LIMIT : (sorted[MOST_SHINGLES] as number);
  return { hashes: sorted.slice(0, Math.min(distinct, MOST_SHINGLES)), limit };
}

/** Where the shingles of the text at hand are put first. */
let room = new Uint32Array(1 << 12);

function enlarged(numbers: Uint32Array<ArrayBuffer>, least: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(2 * least);
  larger.set(numbers);
  return larger;
}

/** The hash of the row of words that begins at a place; mixed at the end as MurmurHash3 does. */
function hashOfRow(words: Uint32Array, at: number): number {
  let hash = 0;
  for (let i = at; i < at + SHINGLE; i++) hash = Math.imul((hash << 13) | (hash >>> 19), 5) + Math.imul(words[i] as number, 0x9e3779b1);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

const known = new WeakMap<Article, Shingles>();

/** The shingles of an article, made when they are first asked for and kept while it lives: at most 16 KB. */
export function shinglesOf(article: Article): Shingles {
  let shingles = known.get(article);
  if (!shingles) {
    shingles = readShingles(article);
    known.set(article, shingles);
  }
  return shingles;
}

/** How many of some ascending numbers are below a limit. */
function countBelow(hashes: Uint32Array, limit: number): number {
  if (limit >= NO_LIMIT) return hashes.length;
  let [low, high] = [0, hashes.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((hashes[middle] as number) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Holds two texts against each other: O(their shingles). */
export function likeness(a: Shingles, b: Shingles): Likeness {
  const limit = Math.min(a.limit, b.limit);
  const [ofA, ofB] = [countBelow(a.hashes, limit), countBelow(b.hashes, limit)];
  let shared = 0;
  for (let i = 0, j = 0; i < ofA && j < ofB; ) {
    const [x, y] = [a.hashes[i] as number, b.hashes[j] as number];
    if (x === y) shared++;
    if (x <= y) i++;
    if (y <= x) j++;
  }
  const smaller = Math.min(ofA, ofB);
  return { shared, resemblance: shared / Math.max(1, ofA + ofB - shared), containment: shared / Math.max(1, smaller) };
}

/** Whether texts with so much in common are one text: reprinted, cut, or wrapped in other lines. */
export function isOneText({ shared, resemblance, containment }: Likeness): boolean {
  if (resemblance === 1) return shared >= FEWEST_OF_SAME;
  return shared >= FEWEST_SHARED && containment >= LEAST_CONTAINMENT;
}

const judged = new WeakMap<Article, WeakMap<Article, boolean>>();

/** Whether two articles print the same text, whole or in part: then they are one source, and neither bears the other out. */
export function areCopies(a: Article, b: Article): boolean {
  if (a === b) return true;
  const before = judged.get(a)?.get(b) ?? judged.get(b)?.get(a);
  if (before !== undefined) return before;
  const same = isOneText(likeness(shinglesOf(a), shinglesOf(b)));
  const ofA = judged.get(a) ?? new WeakMap<Article, boolean>();
  judged.set(a, ofA.set(b, same));
  return same;
}

/** Whether two articles are one source: copies of one text, or versions of it. */
function areOneSource(a: Article, b: Article): boolean {
  return areVersions(a, b) || areCopies(a, b);
}

/**
 * The sources that some articles are: each with its copies and versions, in the order in which they came. What is like one
 * of a source is of that source.
 */
export function sourcesAmong(articles: Iterable<Article>): readonly (readonly Article[])[] {
  let sources: (readonly Article[])[] = [];
  for (const article of new Set(articles)) {
    const same = sources.filter((source) => source.some((one) => areOneSource(one, article)));
    const [first] = same;
    const joined = [...same.flat(), article];
    sources = first
      ? sources.flatMap((source) => (source === first ? [joined] : same.includes(source) ? [] : [source]))
      : [...sources, joined];
  }
  return sources;
}

/** Whether some articles are one source: the same text, or versions of it. */
export function isOneSource(articles: Iterable<Article>): boolean {
  return sourcesAmong(articles).length <= 1;
}

/** How many of these sources (of {@link sourcesAmong}) are independent of each other: two reports of one publisher are not. */
export function independentAmong(sources: readonly (readonly Article[])[]): number {
  const origins = sources.map((articles) => {
    const [publisher, ...more] = new Set(articles.map((article) => article.publisher));
    return more.length === 0 && publisher ? publisher : articles;
  });
  return new Set(origins).size;
}
