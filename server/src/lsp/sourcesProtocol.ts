// What client and server say to each other of the sources that are kept, listed and added. It stands as alone as protocol.ts.

import type { Method } from './protocol.ts';

/** A folder that sources are kept in. */
export interface CorpusFolder {
  readonly uri: string;
  /** As the user knows it: from the workspace folder on, where it lies in one. */
  readonly name: string;
}

export interface CorporaParams {
  /** The URI of the draft that is being worked on: its own folders come first. */
  readonly draft?: string;
}

export interface CorporaResult {
  /** Where none is configured, the one that would serve, though it may not be there yet; empty where nothing is open. */
  readonly folders: readonly CorpusFolder[];
}

/** The folders that sources can be added to, the likeliest first. */
export const corporaRequest: Method<CorporaParams | null, CorporaResult> = { method: 'verbatim/corpora' };

/** Content that is to be kept as a source. */
export type GivenContent =
  /** A file that the server can read. */
  | { readonly kind: 'file'; readonly uri: string }
  /** A file that it cannot, or a page that was fetched from `url`. */
  | {
      readonly kind: 'bytes';
      readonly base64: string;
      readonly name: string | null;
      /** As HTTP writes it. */
      readonly mediaType: string | null;
      readonly url: string | null;
    }
  /** What a clipboard or a drag holds. */
  | { readonly kind: 'pasted'; readonly text: string | null; readonly html: string | null };

export interface AddSourceParams {
  /** The URI of the folder that it is to be kept in. */
  readonly folder: string;
  readonly given: GivenContent;
  /** The day where the user is, as ISO 8601 writes it. */
  readonly today: string;
  /** Names in the folder that the server may not see. */
  readonly taken?: readonly string[];
}

/** A file that the client is to write; there is none of that name. */
export interface FileToWrite {
  readonly uri: string;
  /** Null: the content that was given, as it is. */
  readonly base64: string | null;
}

/** What content was read as, and how it is to be kept. Nothing has been written. */
export interface PreparedSource {
  readonly kind: 'prepared';
  /** The source first, its side file after it where it has one. */
  readonly files: readonly FileToWrite[];
  /** What opens its text once it is written. */
  readonly textUri: string;
  readonly articles: number;
  readonly title: string | null;
  readonly publisher: string | null;
  /** In words. */
  readonly published: string | null;
  /** Details that were made out rather than stated. */
  readonly guessed: readonly string[];
  readonly words: number;
  /** What could not be made out, a sentence or two each. */
  readonly problems: readonly string[];
  /** A source that has the same text, or is from the same address. */
  readonly twin: { readonly uri: string; readonly title: string | null; readonly same: 'text' | 'address' } | null;
}

export type AddSourceResult = PreparedSource | { readonly kind: 'refused'; readonly reason: string };

/** Says how content is to be kept as a source; the client writes it. */
export const addSourceRequest: Method<AddSourceParams, AddSourceResult> = { method: 'verbatim/addSource' };

/** What sources can be put together by. */
export type SourceGrouping = 'folder' | 'publisher';

export interface SourceGroupsParams {
  readonly by: SourceGrouping;
}

export interface SourceGroup {
  readonly key: string;
  /** Null: the sources that name no publisher. */
  readonly name: string | null;
  /** The folder; null where sources are not put together by folders. */
  readonly uri: string | null;
  readonly count: number;
}

export interface SourceGroupsResult {
  readonly groups: readonly SourceGroup[];
  readonly count: number;
  /** Files and folders that could not be read. */
  readonly unreadable: number;
  /** Whether sources are still being read, and more may come. */
  readonly incomplete: boolean;
}

/** All sources in groups, counted. No file is read for it. */
export const sourceGroupsRequest: Method<SourceGroupsParams, SourceGroupsResult> = { method: 'verbatim/sourceGroups' };

export interface SourcePageParams {
  readonly by: SourceGrouping;
  readonly key: string;
  /** How many of the group come before. */
  readonly start: number;
}

/** An article as far as the index knows it. */
export interface ListedSource {
  readonly id: string;
  /** What opens its text: the file, or the document that shows what was taken out of it. */
  readonly uri: string;
  /** The file itself. */
  readonly file: string;
  readonly title: string | null;
  readonly publisher: string | null;
  /** ISO 8601, as precisely as it is known. */
  readonly published: string | null;
  readonly url: string | null;
  /** What could not be made out in its file, a sentence or two each. */
  readonly problems: readonly string[];
}

export interface SourcePageResult {
  /** Newest first, {@link MOST_SOURCES} at the most. */
  readonly sources: readonly ListedSource[];
}

/** Some sources of a group. No file is read for it. */
export const sourcePageRequest: Method<SourcePageParams, SourcePageResult> = { method: 'verbatim/sourcePage' };

export interface UnreadableFile {
  readonly uri: string;
  /** As the user knows it. */
  readonly name: string;
  /** A sentence or two each. */
  readonly reasons: readonly string[];
}

export interface UnreadableResult {
  /** In the order of their names, {@link MOST_SOURCES} at the most. */
  readonly files: readonly UnreadableFile[];
}

/** Files of the corpus that gave no article, and folders that could not be listed. */
export const unreadableRequest: Method<null, UnreadableResult> = { method: 'verbatim/unreadable' };

/** Sent to clients that have asked for groups of sources, when these may be others. */
export const sourcesChangedNotification: Method<null> = { method: 'verbatim/sourcesChanged' };
