import type { Finding, RuleName, Verdict } from '../../rules/finding.ts';
import type { Severity } from '../../service/settings.ts';
import type { CalendarDate } from '../../text/calendarDate.ts';
import type { Said } from '../../text/said.ts';
import type { Span } from '../../text/span.ts';
import type { Place } from '../view.ts';
import type { SignOff } from './signOffs.ts';

// What a fact-check report is made of: every quotation and every checkable claim of a draft with the source that it rests on,
// as annotated copy has them. Panel, Markdown, HTML and JSON-LD are all written from this.

/** What became of a claim. That none was found accuses nobody: the sources may simply not speak of it. */
export const CLAIM_VERDICTS = ['sourced', 'differs', 'partly', 'no-source', 'ignored'] as const;
export type ClaimVerdict = (typeof CLAIM_VERDICTS)[number];

export const QUOTATION_VERDICTS = [
  'verified',
  'altered',
  'misquoted',
  'not-found',
  'unchecked',
  'ignored',
] as const satisfies readonly Verdict['kind'][];
export type ItemVerdict = ClaimVerdict | Verdict['kind'];

/** A stretch of a text as readers see it. */
export interface Piece {
  readonly text: string;
  /** Words that draft and source have differently; white space and markup are gone from all. */
  readonly marked: boolean;
  /** Whether it only stands around the words that matter. */
  readonly around?: boolean;
}

/** Something reported about an item. */
export interface Remark {
  readonly rule: RuleName;
  readonly severity: Exclude<Severity, 'off'>;
  readonly message: Said;
  readonly span: Span;
}

/** The passage that an item rests on, ready to be shown. */
export interface SourceShown {
  readonly articleId: string;
  /** Its title, else its publisher, else its file's name. */
  readonly name: string;
  /** `Saltmere Gazette, 12 March 2024`; empty where neither is known. */
  readonly imprint: Said;
  /** ISO 8601; null where it is not known. */
  readonly published: string | null;
  /** The label of the page, chapter or time; for text files the line, counted from 1. */
  readonly locator: string;
  /** The passage in its file, or in the document with the text taken out of it. */
  readonly place: Place;
  /** The path of its file. */
  readonly file: string;
  /** Where it was published: an address of http or https, else null. */
  readonly url: string | null;
  /** The source's words alone. */
  readonly exact: string;
  /** The words with a little of what stands around them; what the draft has otherwise is marked. */
  readonly passage: readonly Piece[];
  /** Who says them according to the source. */
  readonly speaker: string | null;
  /** Sources with these words that are no copies of one text and not of one publisher. */
  readonly independent: number;
}

/** Who has checked an item, as long as neither its words nor its source's have changed since. */
export interface Signed {
  readonly fresh: readonly SignOff[];
  /** The last one that no longer holds, and what has changed since. */
  readonly stale: { readonly signOff: SignOff; readonly since: 'text' | 'source' } | null;
}

/** A quotation, or a sentence that states something. */
export interface Item {
  /** Made of its content: the same words in the same sentence have the same key wherever they stand. Not unique in a draft. */
  readonly key: string;
  /** Unique in the report: the key, with a number for words that stand more than once. */
  readonly id: string;
  readonly kind: 'quotation' | 'claim';
  readonly verdict: ItemVerdict;
  /**
   * What became of the sentence that a short quotation stands in, which states something as well: where that rests on nothing
   * else, it is told here and is no item of its own. Null for all others.
   */
  readonly sentenceVerdict: ClaimVerdict | null;
  /** Why it could not be compared; null for all other verdicts. */
  readonly reason: Said | null;
  readonly span: Span;
  /** The quotation's words, or the claim. */
  readonly words: string;
  /** The draft's sentence; what is reported in it is marked. */
  readonly sentence: readonly Piece[];
  /** Counted from 1. */
  readonly line: number;
  /** To whom the draft gives the words of a quotation. */
  readonly speaker: string | null;
  readonly remarks: readonly Remark[];
  readonly source: SourceShown | null;
  /** A hash of the source's words; null where there are none. */
  readonly passageHash: string | null;
  readonly signed: Signed;
}

/** How much of a draft is covered. Shares are of what was not let stand, in whole per cent; null where there is nothing. */
export interface Coverage {
  readonly quotations: Readonly<Record<Verdict['kind'], number>>;
  readonly claims: Readonly<Record<ClaimVerdict, number>>;
  /** Quotations that are the source's words. */
  readonly quotationShare: number | null;
  /** Claims that a source has, whole and without a difference. */
  readonly claimShare: number | null;
  readonly signed: number;
  readonly stale: number;
}

export interface FactCheck {
  readonly title: string;
  /** The draft's file name. */
  readonly name: string;
  readonly day: CalendarDate | null;
  /** The draft's text and the language that it is marked up in. */
  readonly text: string;
  readonly languageId: string;
  /** The path of the draft, or its URI. */
  readonly path: string;
  /** Whether sources are still being read, so that more may be found. */
  readonly incomplete: boolean;
  readonly articles: number;
  readonly coverage: Coverage;
  /** In the order of their ends in the text: a quotation comes before the statement that it stands in. */
  readonly items: readonly Item[];
  /** What is reported of the draft and of no item: marks without a partner, orders to let stand that serve nothing. */
  readonly remarks: readonly Remark[];
}

/** What findings say of claims: that a source has it otherwise. */
export const DIFFERENCE_RULES: ReadonlySet<Finding['rule']> = new Set([
  'wrong-number',
  'wrong-name',
  'wrong-date',
  'sources-disagree',
  'superseded-source',
]);
