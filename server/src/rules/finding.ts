import type { GuessedDetail, SourceRef } from '../corpus/article.ts';
import type { Said } from '../text/said.ts';
import type { Span } from '../text/span.ts';

export const RULE_NAMES = [
  'misquote',
  'spliced-quote',
  'quote-not-found',
  'wrong-speaker',
  'wrong-source',
  'unattributed-quote',
  'inconsistent-quote',
  'unbalanced-marks',
  'wrong-date',
  'wrong-number',
  'wrong-name',
  'unattributed-claim',
  'cut-quote',
  'secondhand-quote',
  'sources-disagree',
  'superseded-source',
  'unused-stet',
] as const;
export type RuleName = (typeof RULE_NAMES)[number];

/** What became of the words of a quotation; each has a severity setting of its own (`misquote.number`). */
export const CHANGE_KINDS = [
  'number',
  'negation',
  'modal',
  'name',
  'content',
  'function',
  'order',
  'omission',
  'addition',
  'spelling',
  'bracket',
  'sic',
  'case',
  'punctuation',
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/**
 * A kind of finding with a severity of its own: how words were changed, that a splice joins two people's words, that it
 * takes several drafts to see it, or that the newest version of a source left words out and does not say why.
 */
export type FindingKind = ChangeKind | 'speakers' | 'drafts' | 'dropped';

/** Replaces `span` of the draft by `newText`; an empty span inserts. */
export interface Edit {
  readonly span: Span;
  readonly newText: string;
  /** The new text is the draft's own markup rather than words: it is put in as it is. */
  readonly asIs?: boolean;
}

/** A change that would settle a finding. Only `safe` ones may run in bulk or on save. */
export interface Fix {
  /** What it does, as an order to the editor: “Replace “guidance” by “leadership””. */
  readonly title: Said;
  readonly applicability: 'safe' | 'unsafe';
  /** The one that the quick-fix key runs; at most one a finding. */
  readonly preferred: boolean;
  readonly edits: readonly Edit[];
}

/** The passage that a finding or a verdict rests on. */
export interface Match {
  readonly source: SourceRef;
  /** The source's words as its text has them, markup left out. */
  readonly exact: string;
  /** Who says them according to the source; null where it does not say. */
  readonly speaker: string | null;
  /** Share of the information of the two passages' words that they have in common, 0 to 1. */
  readonly similarity: number;
  /** The stretches of the source's text that the draft has otherwise, inside `source.span`. */
  readonly changed: readonly Span[];
  /** Other passages with the same words. */
  readonly others: readonly SourceRef[];
  /** Passages that print them otherwise, and how, where that is what is reported. */
  readonly otherwise?: readonly { readonly source: SourceRef; readonly exact: string }[];
}

/** One thing reported. How loudly is not its business: settings say. */
export interface Finding {
  readonly rule: RuleName;
  /** Of a `misquote`, of some splices, of what several drafts show and of words that a source dropped; null for all else. */
  readonly kind: FindingKind | null;
  readonly span: Span;
  /** One sentence for the writer. */
  readonly message: Said;
  readonly match: Match | null;
  readonly fixes: readonly Fix[];
  /** The details of sources that it rests on and that nobody has stated: it is then no more than information. */
  readonly guessed?: readonly GuessedDetail[];
}

/** What checking found out about one quotation; carries its own evidence. */
export type Verdict =
  | { readonly kind: 'verified'; readonly match: Match }
  | { readonly kind: 'altered'; readonly match: Match }
  | { readonly kind: 'misquoted'; readonly match: Match }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'unchecked'; readonly reason: Said }
  | { readonly kind: 'ignored'; readonly match: Match | null };

/** The passage that a verdict rests on. */
export function matchBehind(verdict: Verdict): Match | null {
  return 'match' in verdict ? verdict.match : null;
}
