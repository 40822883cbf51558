// What client and server say to each other about fact-check reports. Stands alone like `protocol.ts`: names and types only.
import type { Method, PlainRange, Unchecked } from './protocol.ts';

export interface FactCheckParams {
  /** The draft's URI. */
  readonly uri: string;
}

/** A place in a document. */
export interface PlainPlace {
  readonly uri: string;
  readonly range: PlainRange;
}

/** That somebody has checked an item. */
export interface PlainSignOff {
  readonly initials: string;
  /** ISO 8601 with the offset from UTC. */
  readonly time: string;
  readonly note: string | null;
}

/** A quotation, or a sentence that states something. */
export interface FactCheckItem {
  /** Made of the content: it stays as long as the sentence does. */
  readonly id: string;
  readonly kind: 'quotation' | 'claim';
  /**
   * Of quotations: verified, altered, misquoted, not-found, unchecked, ignored. Of claims: sourced, differs, partly (a source has
   * a part of it), no-source, ignored.
   */
  readonly verdict: string;
  readonly range: PlainRange;
  readonly words: string;
  /** To whom the draft gives the words of a quotation. */
  readonly speaker: string | null;
  /** What is reported about it, a sentence each. */
  readonly messages: readonly string[];
  readonly source: {
    readonly place: PlainPlace;
    readonly title: string;
    /** Publisher and day, in words. */
    readonly imprint: string;
    /** Page, chapter, time or line; empty where there is none. */
    readonly locator: string;
    /** Where it was published. */
    readonly url: string | null;
    readonly exact: string;
    readonly speaker: string | null;
    /** Sources that have the words, copies of one text and reports of one publisher counted once. */
    readonly independent: number;
  } | null;
  readonly signed: readonly PlainSignOff[];
  /** A sign-off that no longer holds, since the draft's words or the source's have changed. */
  readonly stale: (PlainSignOff & { readonly since: 'text' | 'source' }) | null;
}

export interface FactCheckResult {
  /** Null where it was checked; all else is then empty. */
  readonly unchecked: Unchecked | null;
  readonly title: string;
  /** How much is covered, a line each. */
  readonly coverage: readonly string[];
  readonly items: readonly FactCheckItem[];
  /** The file of sign-offs; null where the draft is not saved yet. */
  readonly checks: string | null;
  /** What is wrong with that file. */
  readonly problem: string | null;
  /** The report as HTML of a page's body, for clients that can show it, and the style that belongs to it. */
  readonly html: string;
  readonly style: string;
}

/** The fact-check report of an open draft. */
export const factCheckRequest: Method<FactCheckParams, FactCheckResult> = { method: 'verbatim/factCheck' };

export interface SignOffParams {
  readonly uri: string;
  /** The item's id. */
  readonly item: string;
  /** Who signs. */
  readonly initials: string;
  readonly note?: string | null;
  /** Now, where the user is, as ISO 8601 with the offset from UTC. Null: the sign-offs of the item are taken back. */
  readonly time: string | null;
}

/** An edit that the client makes, as the Language Server Protocol has it: the file may have to be created first. */
export interface ChecksEdit {
  readonly documentChanges: readonly (
    | { readonly kind: 'create'; readonly uri: string; readonly options: { readonly ignoreIfExists: true } }
    | {
        readonly textDocument: { readonly uri: string; readonly version: number | null };
        readonly edits: readonly { readonly range: PlainRange; readonly newText: string }[];
      }
  )[];
}

export type SignOffResult =
  | { readonly kind: 'edit'; readonly uri: string; readonly edit: ChecksEdit }
  | { readonly kind: 'refused'; readonly reason: string };

/** Says how the file of sign-offs is to be edited; the client does it and saves the file. */
export const signOffRequest: Method<SignOffParams, SignOffResult> = { method: 'verbatim/signOff' };

export type ReportFormat = 'markdown' | 'html' | 'jsonld';

export interface ExportReportParams {
  readonly uri: string;
  readonly format: ReportFormat;
}

/** Null where the document is no draft. */
export interface ExportReportResult {
  readonly text: string;
  /** What such a file would be called beside the draft. */
  readonly name: string;
}

/** The report in a format for others. */
export const exportReportRequest: Method<ExportReportParams, ExportReportResult | null> = { method: 'verbatim/exportReport' };
