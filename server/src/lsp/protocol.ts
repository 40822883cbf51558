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
  /** Commands of the client that links in hovers, lenses and quick fixes may run. */
  readonly commands?: ClientCommandNames;
  /**
   * Whether the client shows a finding and the hover at its place together: what is related to a finding then only names the
   * source and leads to it, since the card of the hover has the passage.
   */
  readonly hoversWithFindings?: boolean;
  /** Settings, for clients that cannot be asked for them (`workspace/configuration`). */
  readonly settings?: unknown;
  /** Whether the client answers {@link readFileRequest}, {@link readFolderRequest} and {@link statRequest}. */
  readonly readsFiles?: boolean;
}

/** Names of commands that a client has; each takes a URI as a string and a {@link PlainRange}. */
export interface ClientCommandNames {
  /**
   * Opens a document at a range. Links to documents that are no files run it, in hovers too: editors follow links to files and
   * web pages only.
   */
  readonly open?: string;
  /** Shows where the words at a range of a draft come from, without leaving it. */
  readonly peek?: string;
  /** Applies the preferred fixes of what is found at a range of a draft. */
  readonly replace?: string;
  /**
   * Lets what is found at a range of a draft stand, asking how far and why; the rule may be told as a third argument. Quick fixes
   * run it; without one, each way of letting stand is a quick fix of its own.
   */
  readonly letStand?: string;
}

/**
 * The first message to a web worker that runs the server, before the protocol's own: what it is to be, and the URL of its script,
 * beside which lie the libraries that it loads when it needs them.
 */
export interface BrowserStart {
  readonly role: 'serve' | 'extract';
  readonly script: string;
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

/** What a client says that shows progress: it is told to this token once it has taken half a second. May be left out. */
interface Waiting {
  readonly workDoneToken?: string | number;
}

export interface RereadResult {
  readonly articles: number;
  /** Files that could not be read, or not wholly. */
  readonly troubled: number;
}

/** Reads every source again; answered when that is done. Where it is cancelled, what was not read again stays as it was. */
export const rereadRequest: Method<Waiting | null, RereadResult> = { method: 'verbatim/reread' };

export interface CheckParams extends Waiting {
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

/** What became of a quotation: the first two are right, the next two wrong, the last two were not compared. */
export type VerdictKind = 'verified' | 'altered' | 'misquoted' | 'not-found' | 'unchecked' | 'ignored';

export interface QuotationVerdict {
  /** From the first mark to the last. */
  readonly range: PlainRange;
  /** What stands between the marks: one piece, or more where an attribution interrupts. */
  readonly pieces: readonly PlainRange[];
  readonly verdict: VerdictKind;
  /** What its source is called, in a few words; null where it has none. */
  readonly source: string | null;
}

export interface VerdictsParams {
  readonly uri: string;
}

export interface VerdictsResult {
  /** The version of the document that these are of. */
  readonly version: number;
  /** In the order of the text; none of a document that is no draft. */
  readonly quotations: readonly QuotationVerdict[];
}

/**
 * What the last check made of each quotation of a draft. Nothing is checked for it: null where the draft has changed since,
 * and then {@link checkedNotification} tells when to ask again.
 */
export const verdictsRequest: Method<VerdictsParams, VerdictsResult | null> = { method: 'verbatim/verdicts' };

/** Sent to clients that have asked for verdicts, a moment after a document was checked: they may be others now. */
export const checkedNotification: Method<{ readonly uri: string }> = { method: 'verbatim/checked' };

export interface VisibleParams {
  readonly uri: string;
  /** From the first line in view to the last. */
  readonly range: PlainRange;
}

/**
 * A client may tell what it shows of a long draft, when it opens and when it is scrolled: that is checked first. Without it
 * the beginning is.
 */
export const visibleNotification: Method<VisibleParams> = { method: 'verbatim/visible' };

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

export interface QuoteParams {
  /** A source: a file of a corpus, or a document that shows what was taken out of one. */
  readonly uri: string;
  /** What is selected in it; the quotation or the sentence there where that is nothing. */
  readonly range: PlainRange;
  /** The draft that the words are for: its settings, marks and language say how they are written. */
  readonly draft?: string;
  /** Where in the draft they go: a space is put before or behind them where one is missing. */
  readonly position?: PlainPosition;
}

/** Words of a source, ready to be put into a draft. */
export interface Quote {
  /** A sentence: the words in marks, whose they are, and the citation. */
  readonly text: string;
  /** What of it says whose the words are; empty where nobody is known. */
  readonly attribution: string;
  /** What of it names the source. */
  readonly citation: string;
  /** `text` as a snippet that leaves the cursor behind it. */
  readonly snippet: string;
  /** What the draft needs beside `text`: the footnote's own words. */
  readonly edits: readonly { readonly range: PlainRange; readonly newText: string }[];
  /** Which details of the source were made out rather than stated. */
  readonly guessed: readonly string[];
}

/** A passage of a source as a quotation; null where there are no words, or the document is no source. */
export const quoteRequest: Method<QuoteParams, Quote | null> = { method: 'verbatim/quote' };

/** What a document is here. */
export type DocumentRole = 'draft' | 'source' | 'other';

export interface RoleResult {
  readonly role: DocumentRole;
}

/** Whether a document is a draft or a source, for what an editor offers in it. */
export const roleRequest: Method<{ readonly uri: string; readonly languageId?: string }, RoleResult> = { method: 'verbatim/role' };

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
