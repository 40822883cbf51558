import type { Attribution } from '../prose/attribution.ts';
import type { BlockSentences } from '../prose/blockSentences.ts';
import type { Claim } from '../prose/claims.ts';
import type { DateMention } from '../prose/dates.ts';
import type { Prose } from '../prose/prose.ts';
import type { Quotation, StrayMark } from '../prose/quotations.ts';
import type { CalendarDate } from '../text/calendarDate.ts';
import type { Span } from '../text/span.ts';

/** A writer's order to let words stand: `<!-- stet -->` and its like. */
export interface Stet {
  /** The directive itself. */
  readonly span: Span;
  /** What it covers; empty where nothing follows it. */
  readonly covers: Span;
  /** The rules it names; null lets everything stand. */
  readonly rules: readonly string[] | null;
  readonly reason: string | null;
}

/** A link, footnote or reference that names where words come from. */
export interface Citation {
  readonly kind: 'link' | 'note';
  readonly span: Span;
  /** The words of the link, or the footnote's text. */
  readonly text: string;
  /** Where the link leads, or the one address in the footnote. */
  readonly url: string | null;
}

/** What reading a draft needs to know beside its text. */
export interface DraftOptions {
  /** The day that relative dates count from where the front matter has none. */
  readonly anchor: CalendarDate | null;
}

/** A document being written, as far as checking needs to know it. Offsets are UTF-16 code units of `text`. */
export interface Draft {
  readonly text: string;
  readonly prose: Prose;
  /** Where several code units of `text` stand for one character of the prose, in order. */
  readonly written: readonly Span[];
  /** Words as the draft's language must write them to be read as these words. */
  readonly escape: (words: string) => string;
  /** The prose's text with every outermost quotation blanked out; as long as `text`. */
  readonly outer: string;
  /** The sentences of `outer`, in which a quotation counts as one word. */
  readonly sentences: BlockSentences;
  /** In the order of the text; a nested quotation follows the one it stands in. */
  readonly quotations: readonly Quotation[];
  readonly strayMarks: readonly StrayMark[];
  /** What says whose words a quotation is; those that nobody is named for are not in it. */
  readonly attributions: ReadonlyMap<Quotation, Attribution>;
  readonly claims: readonly Claim[];
  readonly dates: readonly DateMention[];
  readonly citations: readonly Citation[];
  readonly stets: readonly Stet[];
  /** The front matter's `verbatim: off`: nothing in it is reported. */
  readonly off: boolean;
  /** The `date` of the front matter, else the setting's. */
  readonly anchor: CalendarDate | null;
}
