import type { Corpus } from '../corpus/corpus.ts';
import { parseSteps } from '../draft/parse.ts';
import type { Analysis, Articles } from '../rules/analysis.ts';
import { draftPart, foundIn } from '../rules/draftPart.ts';
import { planSteps } from '../rules/plan.ts';
import { judgeSteps } from '../rules/run.ts';
import type { Stands } from '../rules/standing.ts';
import type { Span } from '../text/span.ts';
import type { Steps } from '../text/steps.ts';
import { checkOptionsOf } from './configuration.ts';
import { provisional, unsourced } from './provisional.ts';
import type { Settings } from './settings.ts';

/** The words of a draft and the language that they are marked up in. */
export interface DraftText {
  readonly text: string;
  /** An editor's name for the language: `markdown`, `latex`, `plaintext` … */
  readonly languageId: string;
  /** What is let stand in it by a file of the project; nothing where it is left out. */
  readonly stands?: Stands;
}

/** What a draft is checked against, and how its shell lets others have their turn. */
export interface CheckWorld {
  readonly corpus: Corpus;
  /** Whether the corpus holds all that there is; before, the analysis accuses nobody for want of a source. */
  readonly complete: boolean;
  /** The texts of these articles of the corpus. */
  readonly fetch: (articleIds: readonly string[]) => Promise<Articles>;
  /** Runs one part of the check to its end, all at once or letting others have their turn; rejects to give the check up. */
  readonly run: <T>(work: Steps<T>) => Promise<T>;
}

/**
 * The check of a draft, the same for every shell: parses it, plans which articles to look at, fetches the texts of
 * exactly these, and judges. With `part`, only what stands there: a writer who opens a long draft sees that first.
 */
export async function checkDraft(document: DraftText, settings: Settings, world: CheckWorld, part?: Span): Promise<Analysis> {
  const { text, languageId, stands } = document;
  const { corpus, complete, fetch, run } = world;
  const options = { ...checkOptionsOf(settings), ...(stands ? { stands } : {}) };
  const whole = await run(parseSteps(text, languageId, options));
  const draft = part ? draftPart(whole, part) : whole;
  const plan = await run(planSteps(draft, corpus));
  const articles = await fetch(plan.articleIds);
  const judged = await run(judgeSteps(draft, plan, { corpus, articles, options }));
  const analysis = part ? foundIn(judged, part) : judged;
  if (!complete) return provisional(analysis);
  return corpus.size === 0 ? unsourced(analysis) : analysis;
}
