import type { Corpus } from '../corpus/corpus.ts';
import { parseDraft } from '../draft/parse.ts';
import type { Analysis, Articles } from '../rules/analysis.ts';
import { judge, planCheck } from '../rules/run.ts';
import { checkOptionsOf } from './configuration.ts';
import { provisional } from './provisional.ts';
import type { Settings } from './settings.ts';

/** The words of a draft and the language that they are marked up in. */
export interface DraftText {
  readonly text: string;
  /** An editor's name for the language: `markdown` or `plaintext`. */
  readonly languageId: string;
}

/** What a draft is checked against, and how its shell lets others have their turn. */
export interface CheckWorld {
  readonly corpus: Corpus;
  /** Whether the corpus holds all that there is; before, the analysis accuses nobody for want of a source. */
  readonly complete: boolean;
  /** The texts of these articles of the corpus. */
  readonly fetch: (articleIds: readonly string[]) => Promise<Articles>;
  /** Awaited before each step; rejects to give the check up. */
  readonly pause: () => Promise<void>;
}

/**
 * The check of a draft, the same for every shell: parses it, plans which articles to look at, fetches the texts of
 * exactly these, and judges.
 */
export async function checkDraft({ text, languageId }: DraftText, settings: Settings, world: CheckWorld): Promise<Analysis> {
  const { corpus, complete, fetch, pause } = world;
  const options = checkOptionsOf(settings);
  await pause();
  const draft = parseDraft(text, languageId, options);
  await pause();
  const plan = planCheck(draft, corpus);
  const articles = await fetch(plan.articleIds);
  await pause();
  const analysis = judge(draft, plan, corpus, articles, options);
  return complete ? analysis : provisional(analysis);
}
