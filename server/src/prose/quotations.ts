import type { Span } from '../text/span.ts';

/** Words between quotation marks, or a block quote. Interrupted and running quotations are one, with several pieces. */
export interface Quotation {
  /** From the first mark to the last, marks included; a block quote without marks is its text. */
  readonly span: Span;
  /** What stands between the marks: one piece, or more where an attribution or a paragraph break interrupts. */
  readonly pieces: readonly Span[];
  readonly style: 'double' | 'single' | 'guillemet' | 'low-high' | 'corner' | 'block';
  /** How many quotations it stands in. */
  readonly depth: number;
}

/** A quotation mark without a partner. */
export interface StrayMark {
  readonly span: Span;
}
