import { alignCodes, replacementCost } from './alignCodes.ts';
import type { Query } from './query.ts';
import { Rescorer, type Window } from './rescoring.ts';
import { bandsOf, type Seed, seedsOf } from './seeding.ts';
import type { Segment } from './segment.ts';

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
}

/** How many of a segment's seeds a round works through, and when it has found enough. */
interface Round {
  /** At most this share of the seeds, the rarest first, … */
  readonly share: number;
  /** … but so many at least. */
  readonly least: number;
  /** Once two fifths are worked through, so many postings are the end of it. */
  readonly postings: number;
  /** Share of the query's information that a passage must have for the search to end here. */
  readonly enough: number;
}

/**
 * A first look at few seeds finds what is quoted rightly. The rarest seeds of a misquotation are likely its wrong words:
 * the second takes in two fifths of them, the last all.
 */
const ROUNDS: readonly Round[] = [
  { share: 0.125, least: 5, postings: 1024, enough: 0.9 },
  { share: 0.4, least: 8, postings: 4096, enough: 0.6 },
  { share: 1, least: 0, postings: 4096, enough: 0 },
];
const ALWAYS = 0.4;

/** Bands looked at in a segment: many for few words, since more places have them. */
const MOST_BANDS = 48;
const MOST_BANDS_OF_FEW = 256;
const FEW_WORDS = 8;
/** Windows aligned for a query beyond as many as are asked for. */
const MOST_ALIGNED = 8;
/** Passages with less than this share of the best one's similarity are not looked for. */
const NEAR_BEST = 0.4;

/** Counted work, for measuring. */
export const retrievalWork = { windows: 0, aligned: 0 };

/**
 * The passages of some segments that a query lies on, best first: bands of seeds that agree, looked at in order of what
 * stands there, aligned as long as one might still be among the best `limit`. There may be more than these.
 */
export function retrieve(query: Query, segments: readonly Segment[], options: RetrieveOptions): Hit[] {
  if (query.length === 0) return [];
  const rescorer = new Rescorer(query);
  const windows = windowsOf(query, rescorer, segments, options);
  rescorer.dispose();
  return alignBest(query, windows, options.limit);
}

/** The windows to look at, most promising first. */
function windowsOf(query: Query, rescorer: Rescorer, segments: readonly Segment[], { isCurrent }: RetrieveOptions): Window[] {
  const seeds = segments.map((segment) => seedsOf(query, segment));
  const most = query.length <= FEW_WORDS ? MOST_BANDS_OF_FEW : MOST_BANDS;
  for (const round of ROUNDS) {
    const windows: Window[] = [];
    let crowded = false;
    for (const [i, segment] of segments.entries()) {
      const bands = bandsOf(seedsFor(round, seeds[i]!), segment, most);
      // Where many places have as many votes, which of them were taken says nothing.
      if (bands.length === most && bands[most - 1]!.votes > CROWDED * bands[0]!.votes) crowded = true;
      for (const band of bands) windows.push(rescorer.windowAt(segment, band));
    }
    const live = windows.filter(({ segment, article, bound }) => bound > 0 && isCurrent(segment, article));
    retrievalWork.windows += windows.length;
    const best = live.reduce((so, { bound }) => Math.max(so, bound), 0);
    if (round.enough === 0 || (!crowded && best >= round.enough * query.information)) return live.sort((a, b) => b.score - a.score);
  }
  return [];
}

const CROWDED = 0.8;

/** The rarest seeds, as many as a round works through. */
function seedsFor({ share, least, postings }: Round, all: readonly Seed[]): readonly Seed[] {
  const most = Math.max(least, Math.ceil(all.length * share));
  const always = Math.ceil(all.length * ALWAYS);
  let looked = 0;
  const end = all.findIndex(({ length }, i) => {
    looked += length;
    return i >= most || (i >= always && looked > postings);
  });
  return end < 0 ? all : all.slice(0, end);
}

function alignBest(query: Query, windows: readonly Window[], limit: number): Hit[] {
  const hits: Hit[] = [];
  const nothing = query.weights.reduce((sum, weight) => sum + replacementCost(weight), 0);
  let aligned = 0;
  for (const window of windows) {
    if (window.exact >= 0) {
      keep(hits, hitOf(window, { from: window.exact, to: window.exact + query.length, kept: query.information, similarity: 1 }));
      continue;
    }
    const least = Math.max(hits[limit - 1]?.similarity ?? 0, (hits[0]?.similarity ?? 0) * NEAR_BEST);
    if (aligned >= MOST_ALIGNED + limit || window.bound < least * query.information) continue;
    aligned++;
    const alignment = alignCodes(query, window.segment.data.codes, window);
    if (alignment.to <= alignment.from) continue;
    keep(hits, hitOf(window, { ...alignment, similarity: Math.max(0, 1 - alignment.cost / nothing) }));
  }
  retrievalWork.aligned += aligned;
  return hits;
}

function hitOf(window: Window, { from, to, kept, similarity }: { from: number; to: number; kept: number; similarity: number }): Hit {
  const start = window.segment.data.starts[window.article]!;
  return { segment: window.segment, article: window.article, from: from - start, to: to - start, kept, similarity };
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
