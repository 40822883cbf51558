import type { DraftOptions } from '../draft/draft.ts';
import type { Stands } from './standing.ts';

export const HOUSE_STYLES = ['strict', 'guardian', 'chicago', 'legal'] as const;
/** Which alterations of a quotation are accepted. */
export type HouseStyle = (typeof HOUSE_STYLES)[number];

/** What checking needs to know beside the draft and the corpus. How loudly a finding is reported is not part of it. */
export interface CheckOptions extends DraftOptions {
  readonly houseStyle: HouseStyle;
  /** Names of one person, place or organisation; each list is one. */
  readonly aliases: readonly (readonly string[])[];
  /** What is let stand without a word in the draft; nothing where it is left out. */
  readonly stands?: Stands;
}

export const DEFAULT_OPTIONS: CheckOptions = { houseStyle: 'strict', aliases: [], anchor: null };
