import type { Corpus } from '../corpus/corpus.ts';
import { parseSteps } from '../draft/parse.ts';
import type { Analysis, Articles } from '../rules/analysis.ts';
import { planSteps } from '../rules/plan.ts';
import { judgeSteps } from '../rules/run.ts';
import type { Stands } from '../rules/standing.ts';
import type { Steps } from '../text/steps.ts';
import { checkOptionsOf } from './configuration.ts';
import { provisional } from './provisional.ts';
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
 * exactly these, and judges.
 */
export async function checkDraft({ text, languageId, stands }: DraftText, settings: Settings, world: CheckWorld): Promise<Analysis> {
  const { corpus, complete, fetch, run } = world;
  const options = { ...checkOptionsOf(settings), ...(stands ? { stands } : {}) };
  const draft = await run(parseSteps(text, languageId, options));
  const plan = await run(planSteps(draft, corpus));
  const articles = await fetch(plan.articleIds);
  const analysis = await run(judgeSteps(draft, plan, { corpus, articles, options }));
  return complete ? analysis : provisional(analysis);
}
