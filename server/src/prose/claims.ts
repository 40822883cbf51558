import type { Span } from '../text/span.ts';

/** A declarative sentence outside quotation marks that can be checked against the corpus. */
export interface Claim {
  readonly span: Span;
}
