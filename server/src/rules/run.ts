import type { Corpus } from '../corpus/corpus.ts';
import type { Draft } from '../draft/draft.ts';
import type { Analysis, Articles } from './analysis.ts';
import type { CheckOptions } from './style.ts';

/** What retrieval named for a draft: judging needs these articles' texts at hand. */
export interface CheckPlan {
  readonly articleIds: readonly string[];
}

/** First step of a check: asks the index for candidate passages of every quotation and claim. */
export function planCheck(_draft: Draft, _corpus: Corpus): CheckPlan {
  return { articleIds: [] };
}

/** Last step of a check: aligns, decides and reports. Pure: the same input gives the same findings in the same order. */
export function judge(draft: Draft, _plan: CheckPlan, corpus: Corpus, articles: Articles, _options: CheckOptions): Analysis {
  return { draft, corpus, articles, findings: [], verdicts: new Map() };
}
