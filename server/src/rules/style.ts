import type { DraftOptions } from '../draft/draft.ts';

export const HOUSE_STYLES = ['strict', 'guardian', 'chicago', 'legal'] as const;
/** Which alterations of a quotation are accepted. */
export type HouseStyle = (typeof HOUSE_STYLES)[number];

/** What checking needs to know beside the draft and the corpus. How loudly a finding is reported is not part of it. */
export interface CheckOptions extends DraftOptions {
  readonly houseStyle: HouseStyle;
  /** Names of one person, place or organisation; each list is one. */
  readonly aliases: readonly (readonly string[])[];
}

export const DEFAULT_OPTIONS: CheckOptions = { houseStyle: 'strict', aliases: [], anchor: null };
