import type { Claim } from '../prose/claims.ts';
import type { Steps } from '../text/steps.ts';
import type { Analysis } from './analysis.ts';
import { type ClaimMatch, claimMatches, isOfAnotherDay } from './claimMatch.ts';
import { RuleContext } from './context.ts';
import { matchOf } from './evidence.ts';
import type { Match } from './finding.ts';
import { planSteps } from './plan.ts';
import type { CheckOptions } from './style.ts';

/** The passage that a claim most likely comes from, as far as one is like it. */
export interface ClaimEvidence {
  readonly match: Match;
  /** Share of the information of the claim's own words that the passage has so, 0 to 1. */
  readonly coverage: number;
}

/** So much of what the best passage says, another must say to be counted with it. */
const AS_GOOD = 0.95;

/**
 * What the corpus has of each claim of a draft, found or not worth a finding: rules report what is wrong, a fact-check report
 * shows what is right as well. Claims for which nothing comes near are left out. Looks claims up again, which costs nothing
 * where the corpus remembers what it was asked for the draft.
 */
export function* claimEvidenceSteps(analysis: Analysis, options: CheckOptions): Steps<ReadonlyMap<Claim, ClaimEvidence>> {
  const { draft, corpus, articles } = analysis;
  const { retrieved } = yield* planSteps(draft, corpus);
  const context = new RuleContext(draft, retrieved, { corpus, articles, options });
  const found = new Map<Claim, ClaimEvidence>();
  for (const claim of draft.off ? [] : draft.claims) {
    const matches = claimMatches(claim, context).filter((match) => !isOfAnotherDay(claim, match, context));
    const [best] = matches;
    if (best) found.set(claim, evidenceIn(best, matches));
    yield;
  }
  return found;
}

function evidenceIn(best: ClaimMatch, matches: readonly ClaimMatch[]): ClaimEvidence {
  const worth = ({ similarity, coverage }: ClaimMatch) => similarity * coverage;
  const asGood = matches.filter((match) => match === best || worth(match) >= AS_GOOD * worth(best));
  const others = asGood.map(({ located }) => located);
  return { match: matchOf(best.located, others), coverage: best.coverage };
}
