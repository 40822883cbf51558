import type { Corpus } from '../corpus/corpus.ts';
import type { Draft } from '../draft/draft.ts';
import type { Located } from '../match/locate.ts';
import type { Articles } from './analysis.ts';
import type { HouseStyle } from './style.ts';

/** What stands round a quotation, and the corpus: all that reading it depends on. */
export interface Surroundings {
  readonly draft: Draft;
  readonly corpus: Corpus;
  readonly articles: Articles;
  readonly style: HouseStyle;
  readonly aliases: readonly (readonly string[])[];
  /** Whom the draft names for it, the likeliest first. */
  readonly speakers: readonly string[];
  /** Publishers of the corpus that its sentence names. */
  readonly publishers: readonly string[];
  readonly fitsDate: (located: Located) => boolean;
}
