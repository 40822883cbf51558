import type { Method, PlainRange } from './protocol.ts';

// The list of findings, as client and server speak of it. As `protocol.ts`, this is names and types only.

/** What findings can be put together by. */
export type FindingGrouping = 'draft' | 'rule' | 'source';

export type FindingSeverity = 'error' | 'warning' | 'information' | 'hint';

/** Which findings are meant: those in the open drafts, or those in every draft of the workspace folders. */
export interface FindingScope {
  readonly by: FindingGrouping;
  readonly all: boolean;
}

export interface FindingsParams extends FindingScope {
  /**
   * Whether every draft is checked that has not been, or not as it and the sources are now. That may take a while, and can be
   * given up. Without it what is known is given, and only what takes no time is checked.
   */
  readonly check?: boolean;
}

export interface FindingGroup {
  readonly key: string;
  /** Null: findings that rest on no source. */
  readonly name: string | null;
  /** What is good to know beside the name: a source's publisher and day. */
  readonly detail: string | null;
  /** What opens the draft or the source; null for a rule. */
  readonly uri: string | null;
  readonly count: number;
  /** How many of them have a safe fix. */
  readonly fixable: number;
  /** Of the gravest of them. */
  readonly severity: FindingSeverity;
}

export interface FindingsResult {
  readonly groups: readonly FindingGroup[];
  readonly count: number;
  /** Drafts that were looked at, with findings or without. */
  readonly drafts: number;
  /** Articles that drafts are checked against. */
  readonly articles: number;
  /** Whether sources are still being read, and more may come. */
  readonly incomplete: boolean;
  /** Drafts that have not been checked yet. */
  readonly left: number;
  /** Whether some drafts are given as they were found before they or the sources changed. */
  readonly stale: boolean;
  /** Drafts that could not be read. */
  readonly unread: number;
  /** Whether there are more drafts than are looked at together. */
  readonly more: boolean;
}

/** All findings in groups, counted. */
export const findingsRequest: Method<FindingsParams, FindingsResult> = { method: 'verbatim/findings' };

/** How many findings an answer has at the most. */
export const MOST_FINDINGS = 1000;

export interface FindingPageParams extends FindingScope {
  readonly key: string;
  /** How many of the group come before. */
  readonly start: number;
}

export interface FindingSource {
  /** What opens it, and where. */
  readonly uri: string;
  readonly range: PlainRange;
  readonly name: string;
  /** Publisher and day; may be empty. */
  readonly imprint: string;
}

export interface ListedFinding {
  /** The same as long as the finding is the same at the same place. */
  readonly id: string;
  /** The draft. */
  readonly uri: string;
  /** As the user knows the draft. */
  readonly draft: string;
  readonly range: PlainRange;
  readonly rule: string;
  readonly kind: string | null;
  readonly severity: FindingSeverity;
  readonly message: string;
  /** The draft’s words that it is about. */
  readonly words: string;
  readonly source: FindingSource | null;
  /** What its safe fix does; null where there is none. */
  readonly fix: string | null;
}

export interface FindingPageResult {
  /** In the order of drafts and of their texts, {@link MOST_FINDINGS} at the most. */
  readonly findings: readonly ListedFinding[];
}

/** Some findings of a group, as they were counted last. */
export const findingPageRequest: Method<FindingPageParams, FindingPageResult> = { method: 'verbatim/findingPage' };

export interface FindingFixesParams extends FindingScope {
  /** The groups whose findings are to be fixed. */
  readonly keys?: readonly string[];
  /** Single findings that are. */
  readonly ids?: readonly string[];
}

export interface FixedDraft {
  readonly uri: string;
  readonly name: string;
  /** The version of the document that the edits are for; null where it is not open. */
  readonly version: number | null;
  /** None touches another. */
  readonly edits: readonly { readonly range: PlainRange; readonly newText: string; readonly title: string }[];
}

export interface FindingFixesResult {
  readonly drafts: readonly FixedDraft[];
  /** How many findings these settle. */
  readonly fixes: number;
  /** Findings that were asked for and have no safe fix, or one that would touch another. */
  readonly left: number;
}

/** The safe fixes of some findings, for the client to apply. */
export const findingFixesRequest: Method<FindingFixesParams, FindingFixesResult> = { method: 'verbatim/findingFixes' };

/** Told by a client that shows findings: whether it wants to be told when they may be others. */
export const watchFindingsNotification: Method<{ readonly watch: boolean }> = { method: 'verbatim/watchFindings' };

/** Sent to clients that watch findings, when these may be others. */
export const findingsChangedNotification: Method<null> = { method: 'verbatim/findingsChanged' };
