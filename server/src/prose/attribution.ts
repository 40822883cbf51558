import type { Span } from '../text/span.ts';

/** The words that say whose a quotation is (PARC 3.0's source and cue). */
export interface Attribution {
  /** From the first word of speaker or cue to the last. */
  readonly span: Span;
  /** Who is said to have said it, as written; null where only a cue or a citation stands (“he said”). */
  readonly speaker: Span | null;
}
