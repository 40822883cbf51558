import type { CalendarDate } from '../text/calendarDate.ts';

export const HOUSE_STYLES = ['strict', 'guardian', 'chicago', 'legal'] as const;
/** Which alterations of a quotation are accepted. */
export type HouseStyle = (typeof HOUSE_STYLES)[number];

/** What checking needs to know beside the draft and the corpus. How loudly a finding is reported is not part of it. */
export interface CheckOptions {
  readonly houseStyle: HouseStyle;
  /** Names of one person, place or organisation; each list is one. */
  readonly aliases: readonly (readonly string[])[];
  /** The day that relative dates of a draft count from where its front matter has none. */
  readonly anchor: CalendarDate | null;
}

export const DEFAULT_OPTIONS: CheckOptions = { houseStyle: 'strict', aliases: [], anchor: null };
