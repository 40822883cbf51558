// What client and server say to each other beyond the Language Server Protocol. The client imports this file and nothing
// else of the server, so it stands alone: names and types only.

/** A request or notification of ours, with what it carries. The two types live in the compiler only. */
export interface Method<Params, Result = void> {
  readonly method: `verbatim/${string}`;
  readonly params?: Params;
  readonly result?: Result;
}

/** Zero-based, in the negotiated position encoding. */
export interface PlainPosition {
  readonly line: number;
  readonly character: number;
}

export interface PlainRange {
  readonly start: PlainPosition;
  readonly end: PlainPosition;
}

/** What the client says when it starts the server. All of it may be left out. */
export interface InitializationOptions {
  /** Base URI of the folder with a page for each rule (`<rule>.md`), without the slash at its end. */
  readonly rulePages?: string;
  /**
   * A command of the client that opens a document: its arguments are a URI and a range. Links to documents that are no files
   * then run it, in hovers too: editors follow links to files and web pages only.
   */
  readonly openCommand?: string;
  /** Settings, for clients that cannot be asked for them (`workspace/configuration`). */
  readonly settings?: unknown;
  /** Whether the client answers {@link readFileRequest}, {@link readFolderRequest} and {@link statRequest}. */
  readonly readsFiles?: boolean;
}

/** How things stand, for a status bar. */
export type Status =
  | {
      readonly kind: 'indexing';
      /** Source files read so far, and to be read. */
      readonly done: number;
      readonly total: number;
    }
  | {
      readonly kind: 'ready';
      readonly articles: number;
      /** Findings in the drafts that are open. */
      readonly findings: number;
      /** One sentence or two each: what is good to know though nothing is wrong. */
      readonly notes?: readonly string[];
    }
  | {
      readonly kind: 'trouble';
      readonly articles: number;
      readonly findings: number;
      readonly notes?: readonly string[];
      /** One sentence each: what is wrong and what to do. */
      readonly messages: readonly string[];
    };

/** Sent whenever the status changes. */
export const statusNotification: Method<Status> = { method: 'verbatim/status' };

/** Words that a source quotes. */
export interface SourceQuotation {
  readonly text: string;
  readonly speaker: string | null;
  readonly range: PlainRange;
}

/** One article, with what it can be searched by. */
export interface Source {
  readonly id: string;
  readonly uri: string;
  readonly title: string | null;
  readonly publisher: string | null;
  /** ISO 8601, as precisely as it is known. */
  readonly published: string | null;
  /** Everyone whom the article quotes, each once. */
  readonly speakers: readonly string[];
  readonly quotations: readonly SourceQuotation[];
}

/** Which sources are wanted. All of it may be left out. */
export interface SourcesParams {
  /** Those that have these words, or whose title, publisher or people have them; any where there are none. */
  readonly words?: string;
  /** So many at the most, and never more than {@link MOST_SOURCES}: each is read, an archive has a hundred thousand. */
  readonly limit?: number;
}

/** How many sources an answer has at the most. */
export const MOST_SOURCES = 1000;

export interface SourcesResult {
  readonly sources: readonly Source[];
  /** Whether there are more than the answer has: then they are to be asked for by their words. */
  readonly more: boolean;
  /** Whether sources are still being read, and more may come. */
  readonly incomplete: boolean;
}

/** Sources that the open folders and drafts are checked against. */
export const sourcesRequest: Method<SourcesParams | null, SourcesResult> = { method: 'verbatim/sources' };

export interface RereadResult {
  readonly articles: number;
  /** Files that could not be read, or not wholly. */
  readonly troubled: number;
}

/** Reads every source again; answered when that is done. */
export const rereadRequest: Method<null, RereadResult> = { method: 'verbatim/reread' };

export interface CheckParams {
  readonly uri: string;
}

/** Why a document was not checked. */
export type Unchecked = 'closed' | 'source' | 'excluded';

export interface CheckResult {
  /** Null where it was checked. */
  readonly unchecked: Unchecked | null;
  readonly findings: number;
  readonly quotations: number;
  /** Quotations whose words are the source's, alterations that the house style accepts included. */
  readonly verified: number;
  /** Articles that it was checked against. */
  readonly articles: number;
}

/** Checks a draft afresh, and has the editor ask for its diagnostics again. */
export const checkRequest: Method<CheckParams, CheckResult> = { method: 'verbatim/check' };

export interface DetailsParams {
  /** A file of a corpus, or its side file. */
  readonly uri: string;
}

export interface DetailsResult {
  /** Where its side file stands or would stand, the place for a new one first. */
  readonly sideFiles: readonly string[];
  /** What a new side file is to hold: what was read is stated, what was guessed is a comment. */
  readonly text: string;
}

/** What is known of a source, as a side file states it; null where the file is no source. */
export const detailsRequest: Method<DetailsParams, DetailsResult | null> = { method: 'verbatim/details' };

/** The bytes of a file. */
export interface FileContent {
  /** In base 64. */
  readonly content: string;
}

/** Asked of the client, for a URI that is on no disk: the whole file. */
export const readFileRequest: Method<{ readonly uri: string }, FileContent> = { method: 'verbatim/readFile' };

/** Something in a folder; a link is what it leads to. */
export interface FolderItem {
  /** As people write it, not encoded. */
  readonly name: string;
  readonly kind: 'file' | 'folder';
}

export interface FolderItems {
  readonly items: readonly FolderItem[];
}

/** Asked of the client: what is in a folder, itself no deeper. */
export const readFolderRequest: Method<{ readonly uri: string }, FolderItems> = { method: 'verbatim/readFolder' };

export interface FileStat {
  readonly kind: 'file' | 'folder';
  /** Bytes. */
  readonly size: number;
  /** When it was written last, in milliseconds since 1970. */
  readonly modified: number;
}

export interface FileStats {
  /** In the order asked for; null where there is nothing. */
  readonly stats: readonly (FileStat | null)[];
}

/** Asked of the client: what is known of some files and folders. */
export const statRequest: Method<{ readonly uris: readonly string[] }, FileStats> = { method: 'verbatim/stat' };
