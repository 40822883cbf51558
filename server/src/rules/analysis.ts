import type { Article } from '../corpus/article.ts';
import type { Corpus } from '../corpus/corpus.ts';
import type { Draft } from '../draft/draft.ts';
import type { Quotation } from '../prose/quotations.ts';
import type { Finding, Verdict } from './finding.ts';
import type { Stands } from './standing.ts';

/** The texts at hand while judging: those of the articles that retrieval named, by id. */
export type Articles = ReadonlyMap<string, Article>;

/** All that one check found: what every feature of an editor and every report reads. */
export interface Analysis {
  readonly draft: Draft;
  readonly corpus: Corpus;
  readonly articles: Articles;
  /** In the order of the text. */
  readonly findings: readonly Finding[];
  readonly verdicts: ReadonlyMap<Quotation, Verdict>;
  /** What is let stand in the draft from outside it; left out where nothing may be. */
  readonly stood?: Stood;
}

/** Entries that hold for a draft, and the ids of those by which a finding was let stand. */
export interface Stood {
  readonly stands: Stands;
  readonly served: ReadonlySet<number>;
}
