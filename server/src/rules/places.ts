import type { Candidate } from '../corpus/corpus.ts';
import { worthAligning } from '../match/locate.ts';
import { LEAST_BITS_IN_HALF } from './splice.ts';

/** Which of retrieval's places judging looks at: the articles of the others need not be read. */

/** Places that share less with a quotation, by retrieval's measure, have other words, not the same ones otherwise. */
const LEAST_ALIKE = 0.75;

/** A place with less information (bits) in line is not what a claim repeats: that has 50, a few of which retrieval may have missed. */
const LEAST_CLAIM_BITS = 40;

/** Places that have enough of a claim. */
export function claimPlaces(candidates: readonly Candidate[]): readonly Candidate[] {
  return candidates.filter(({ score }) => score >= LEAST_CLAIM_BITS);
}

/** Places that have nearly the words that retrieval was asked for, and not the very ones. */
export function nearPlaces(candidates: readonly Candidate[]): readonly Candidate[] {
  return candidates.filter(isNear);
}

export function hasNear(candidates: readonly Candidate[]): boolean {
  return candidates.some(isNear);
}

function isNear({ similarity }: Candidate): boolean {
  return similarity >= LEAST_ALIKE && similarity < 1;
}

/** Of the places of a quotation's words, those whose articles judging wants. */
export function wantedOfQuotation(candidates: readonly Candidate[]): readonly Candidate[] {
  return [...worthAligning(candidates), ...nearPlaces(candidates)];
}

/** The same of half of its words: a passage of which it may be a part. */
export function wantedOfHalf(candidates: readonly Candidate[]): readonly Candidate[] {
  return candidates.filter(({ score }) => score >= LEAST_BITS_IN_HALF);
}

/** The same of a claim's words. */
export function wantedOfClaim(candidates: readonly Candidate[]): readonly Candidate[] {
  return [...worthAligning(claimPlaces(candidates)), ...nearPlaces(candidates)];
}
