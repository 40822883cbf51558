import { alignCodes } from './alignCodes.ts';
import type { Query } from './query.ts';
import { Rescorer, type Window } from './rescoring.ts';
import { BandSearch, type SeedingRound } from './seeding.ts';
import type { Segment } from './segment.ts';
import { BLOCK_BITS, codeOf } from './segmentData.ts';

/** A passage that a query lies on. */
export interface Hit {
  readonly segment: Segment;
  /** Number of the article in its segment. */
  readonly article: number;
  /** The article's words it lies on, half-open. */
  readonly from: number;
  readonly to: number;
  /** 0 to 1: one less the cost of the alignment's differences as a share of what it costs to have nothing in common. */
  readonly similarity: number;
  /** Information (bits) of the words in common, in order. */
  readonly kept: number;
}

export interface RetrieveOptions {
  /** How many passages are wanted. */
  readonly limit: number;
  /** Whether an article is still current. */
  readonly isCurrent: (segment: Segment, article: number) => boolean;
  /** An article's id. */
  readonly idOf: (segment: Segment, article: number) => string;
}

/** A round of looking, and when it has found enough. */
interface Round extends SeedingRound {
  /** Share of what a query is worth, its words and their order, that the best window must have for the search to end here. */
  readonly enough: number;
}

/**
 * A first look at few seeds finds what is quoted rightly. The rarest seeds of a misquotation are likely its wrong words:
 * the second takes in two fifths of them, the last all.
 */
const ROUNDS: readonly Round[] = [
  { share: 0.125, least: 5, postings: 1024, bands: 64, enough: 0.75 },
  { share: 0.4, least: 8, postings: 4096, bands: 64, enough: 0.45 },
  { share: 1, least: 0, postings: 4096, bands: 256, enough: 0 },
];
/**
 * Few words stand in many places, and half of them in very many: looking at more windows finds more than further seeds
 * do, which are tried where little was found.
 */
const FEW_WORDS = 8;
const ROUNDS_OF_FEW: readonly Round[] = [
  { share: 0.6, least: 5, postings: 4096, bands: 128, enough: 0.95 },
  { share: 1, least: 0, postings: 1024, bands: 1024, enough: 0.5 },
  { share: 1, least: 0, postings: 8192, bands: 1024, enough: 0 },
];

/** More bands than these are shared out among the segments, but not among more than so many. */
const MANY_BANDS = 256;
const MOST_SHARING = 4;

/** Windows aligned for a query beyond as many as are asked for. */
const MOST_ALIGNED = 8;
/** Of passages that have not the very words, half of those asked for are looked for, and at least so many. */
const FEWEST_ALIKE = 6;
/** Passages with less than this share of the best one's similarity are left out. */
const NEAR_BEST = 0.7;

/** A window is not aligned for more than a hit in it has, if that has this share of the window's bound. */
const NEARLY_ALL = 0.95;

/** Counted work, for measuring. */
export const retrievalWork = { windows: 0, aligned: 0 };

/**
 * The passages of some segments that a query lies on, best first: bands of seeds that agree, looked at in order of what
 * stands there, aligned as long as one might still be among the best `limit`. There may be more than these.
 */
export function retrieve(query: Query, segments: readonly Segment[], options: RetrieveOptions): Hit[] {
  if (query.length === 0) return [];
  const rescorer = new Rescorer(query, MOST_ALIGNED + 2 * options.limit);
  findWindows(query, rescorer, segments, options);
  rescorer.dispose();
  const hits = alignBest(query, inOrder(rescorer.best, options), options.limit);
  return hits.filter(({ similarity }) => similarity >= hits[0]!.similarity * NEAR_BEST);
}

/** Has the rescorer look at the windows that most seeds agree on. */
function findWindows(query: Query, rescorer: Rescorer, segments: readonly Segment[], { isCurrent }: RetrieveOptions): void {
  const searches = segments.map((segment, number) => new BandSearch(query, segment, number));
  for (const round of query.length <= FEW_WORDS ? ROUNDS_OF_FEW : ROUNDS) {
    rescorer.clear();
    let crowded = false;
    const sharing = round.bands > MANY_BANDS ? Math.min(searches.length, MOST_SHARING) : 1;
    for (const search of searches) {
      const bands = search.look({ ...round, bands: Math.ceil(round.bands / sharing) });
      crowded ||= bands.crowded;
      retrievalWork.windows += bands.length;
      const { segment } = search;
      rescorer.look(segment, bands, (block) => isCurrent(segment, segment.articleAt(block << BLOCK_BITS)));
    }
    if (!crowded && rescorer.share >= round.enough) return;
  }
}

/** Windows best first, and equals by their articles: which are aligned must not depend on how articles are spread over segments. */
function inOrder(windows: readonly Window[], { idOf }: RetrieveOptions): readonly Window[] {
  const placeOf = ({ segment, from, block }: Window) => {
    const article = segment.articleAt(block << BLOCK_BITS);
    return { id: idOf(segment, article), from: from - segment.data.starts[article]! };
  };
  const byPlace = (one: Window, other: Window): number => {
    const [a, b] = [placeOf(one), placeOf(other)];
    return a.id === b.id ? a.from - b.from : a.id < b.id ? -1 : 1;
  };
  return [...windows].sort((a, b) => b.score - a.score || byPlace(a, b));
}

function alignBest(query: Query, windows: readonly Window[], limit: number): Hit[] {
  const hits: Hit[] = [];
  let slips = 0;
  for (const place of query.meant.keys()) slips += SLIP * query.costs[place]!;
  const alike = Math.min(limit, Math.max(FEWEST_ALIKE, limit >> 1));
  for (const window of windows) {
    if (window.exact >= 0) {
      keep(hits, hitOf(window, { from: window.exact, to: window.exact + query.length, kept: query.information, similarity: 1 }));
      continue;
    }
    const least = Math.max(hits[alike - 1]?.similarity ?? 0, (hits[0]?.similarity ?? 0) * NEAR_BEST);
    if (window.bound < least * query.cost || isKnown(hits, window, query)) continue;
    const stretch = stretchOf(window);
    const codes = asMeant(query, window.segment.codes(stretch.from, stretch.to));
    retrievalWork.aligned++;
    const band = { low: window.from - stretch.from, high: window.to - query.length - stretch.from };
    const found = alignCodes(query, codes, { most: (1 - least) * query.cost, band });
    if (!found || found.to <= found.from) continue;
    const { cost, kept, from, to } = found;
    const similarity = Math.max(0, 1 - (cost + slips) / query.cost);
    keep(hits, hitOf(window, { from: stretch.from + from, to: stretch.from + to, kept, similarity }));
  }
  return hits;
}

/** Whether a window holds a hit that has nearly all of what the window could give: two bands often lead to one passage. */
function isKnown(hits: readonly Hit[], { segment, from, to, bound }: Window, query: Query): boolean {
  return hits.some((hit) => {
    const start = segment.data.starts[hit.article]!;
    const inside = hit.segment === segment && start + hit.from >= from && start + hit.to <= to;
    return inside && hit.similarity * query.cost >= NEARLY_ALL * bound;
  });
}

/** What a slip of the typist costs, as a share of a wrong word. */
const SLIP = 0.45;

/** The codes of a stretch, with those of words that may be meant replaced by the code of what stands for them. */
function asMeant({ meant, codes: own }: Query, codes: Uint16Array): Uint16Array {
  if (meant.size === 0) return codes;
  const replaced = codes.slice();
  for (const [place, hashes] of meant) {
    for (const hash of hashes)
      for (let at = codes.indexOf(codeOf(hash)); at >= 0; at = codes.indexOf(codeOf(hash), at + 1)) replaced[at] = own[place]!;
  }
  return replaced;
}

/** The positions of a window that lie in its article, half-open. */
function stretchOf({ segment, from, to, block }: Window): { from: number; to: number } {
  const article = segment.articleAt(block << BLOCK_BITS);
  const start = segment.data.starts[article]!;
  const first = Math.max(start, from);
  return { from: first, to: Math.max(first, Math.min(start + segment.data.lengths[article]!, to)) };
}

function hitOf(window: Window, { from, to, kept, similarity }: { from: number; to: number; kept: number; similarity: number }): Hit {
  const { segment, block } = window;
  const article = segment.articleAt(block << BLOCK_BITS);
  const start = segment.data.starts[article]!;
  return { segment, article, from: from - start, to: to - start, kept, similarity };
}

/** Keeps hits in order, one for each passage: two bands may lead to the same. */
function keep(hits: Hit[], hit: Hit): void {
  const same = hits.findIndex(
    (one) => one.segment === hit.segment && one.article === hit.article && one.from < hit.to && hit.from < one.to,
  );
  if (same >= 0) {
    if (hits[same]!.similarity >= hit.similarity) return;
    hits.splice(same, 1);
  }
  let at = hits.length;
  while (at > 0 && hits[at - 1]!.similarity < hit.similarity) at--;
  hits.splice(at, 0, hit);
}
