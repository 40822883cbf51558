import type { DayInterval } from '../text/calendarDate.ts';
import type { Span } from '../text/span.ts';

/** A date as prose mentions it. */
export interface DateMention {
  readonly span: Span;
  /** The days it can mean; null where that depends on an anchor day that is not known, or there is no such day. */
  readonly interval: DayInterval | null;
}
