/** A place in a text: zero-based line, and UTF-16 code units in it, as the Language Server Protocol counts. */
export interface PositionReport {
  readonly line: number;
  readonly character: number;
}

/** A stretch of a text; the end is the first place behind it. */
export interface RangeReport {
  readonly start: PositionReport;
  readonly end: PositionReport;
}

/** A passage of a source. */
export interface MatchReport {
  /** The source, as it was named when it was added. */
  readonly path: string;
  readonly title: string | null;
  readonly publisher: string | null;
  /** YYYY-MM-DD; null where the day is not known. */
  readonly published: string | null;
  /** Who says these words in the source. */
  readonly speaker: string | null;
  /** The passage's words as the source has them. */
  readonly exact: string;
  /** Where the passage begins in the source's text, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
  /** From 0 to 1: how much of the words is the same. */
  readonly similarity: number;
}

/** What became of a quotation: the corpus is all that is known, so that `not-found` means “not in this corpus”, never “false”. */
export type VerdictReport = 'verified' | 'altered' | 'misquoted' | 'not-found' | 'unchecked' | 'ignored';

/** A quotation of a draft. */
export interface QuotationReport {
  readonly range: RangeReport;
  /** The words between the marks. */
  readonly text: string;
  readonly verdict: VerdictReport;
  /** Who says them by the draft. */
  readonly speaker: string | null;
  readonly match: MatchReport | null;
}

/** A replacement of a stretch of the draft. */
export interface EditReport {
  readonly range: RangeReport;
  readonly newText: string;
}

/** A way to put something right. */
export interface FixReport {
  readonly title: string;
  /** Whether it is the first choice; at most one of a finding is. */
  readonly preferred: boolean;
  /** Whether it can be made without anybody looking at it. */
  readonly safe: boolean;
  readonly edits: readonly EditReport[];
}

/** Something that is not as the sources have it. */
export interface FindingReport {
  /** The rule: `misquote`, `wrong-date` … */
  readonly code: string;
  /** One kind of what the rule finds: `number`, `name` …; null where it has none. */
  readonly kind: string | null;
  readonly severity: 'error' | 'warning' | 'information' | 'hint';
  readonly range: RangeReport;
  /** One sentence or two for the writer. */
  readonly message: string;
  readonly match: MatchReport | null;
  readonly fixes: readonly FixReport[];
}

/** A draft that was checked: the same as the command line writes with `--format json`. */
export interface DraftReport {
  readonly path: string;
  /** In the order of the text. */
  readonly quotations: readonly QuotationReport[];
  /** In the order of the text. */
  readonly findings: readonly FindingReport[];
}

/** A quotation of a source. */
export interface SayingReport {
  readonly text: string;
  readonly speaker: string | null;
  /** Where its words begin in the source's text, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
}

/** An article of the corpus. */
export interface ArticleReport {
  readonly path: string;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly authors: readonly string[];
  /** YYYY-MM-DD; null where the day is not known. */
  readonly published: string | null;
  readonly words: number;
  /** Its body, without what a page has round it. */
  readonly text: string;
  readonly quotations: readonly SayingReport[];
}

/** A source that gave no article, and why. */
export interface UnreadableReport {
  readonly path: string;
  readonly reason: string;
}

/** A source as a program hands it over. */
export interface SourceFile {
  /** What it is called from now on; its ending says what format it has. Relative, with forward slashes. */
  readonly path: string;
  /** Its text, or the bytes of the file. */
  readonly content: string | Uint8Array;
}

/** Settings of `.verbatim.yaml` that matter for checking a draft. */
export interface CheckSettings {
  /** Which alterations of a quotation are accepted. */
  readonly houseStyle?: 'strict' | 'guardian' | 'chicago' | 'legal';
  /** How loudly a rule reports, by its name or by the kind of change (`misquote.spelling`). */
  readonly severity?: Readonly<Record<string, 'off' | 'hint' | 'information' | 'warning' | 'error'>>;
  /** Names that mean the same, one list each. */
  readonly aliases?: readonly (readonly string[])[];
  /** The day that relative dates count from in drafts that state none, as YYYY-MM-DD. */
  readonly date?: string | null;
}

/** A draft to check. */
export interface DraftFile {
  readonly text: string;
  /** Its ending says what language it is marked up in; Markdown where this is left out. */
  readonly path?: string;
}

export interface CheckOptions {
  readonly settings?: CheckSettings;
  /** The content of a `.verbatim-stet.yaml` in the folder that the draft's path counts from. */
  readonly stet?: string;
}

export interface VerifyOptions {
  /** Who is to have said it. */
  readonly speaker?: string;
  readonly settings?: CheckSettings;
}

export interface FindOptions {
  /** How many passages at most; 10 where it is left out. */
  readonly limit?: number;
}

/** What became of one quotation. */
export interface Verification {
  readonly verdict: VerdictReport;
  /** The passage that it was held against; null where no source comes near. */
  readonly match: MatchReport | null;
  /** What is not as the source has it. */
  readonly findings: readonly FindingReport[];
}

/** Sources that drafts are checked against. */
export interface SourceCorpus {
  /** How many articles there are. */
  readonly size: number;
  /** Sources that gave no article. */
  readonly unreadable: readonly UnreadableReport[];
  /** Adds a source, or puts it in the place of the one of this name. Resolves when it is searched. */
  add(source: SourceFile): Promise<void>;
  /** Takes a source out; nothing happens where there is none of this name. */
  remove(path: string): Promise<void>;
  /** The articles, one after the other: their texts are not held together. */
  articles(): AsyncGenerator<ArticleReport>;
  /** Checks a draft. Rejects with a TypeError for a setting that is none or holds what it may not. */
  check(draft: DraftFile, options?: CheckOptions): Promise<DraftReport>;
  /**
   * Says of one quotation, given without its marks, whether a source has it; with a speaker, also whether that is who says it there.
   * `not-found` means “not in this corpus”: it says nothing of whether it was ever said.
   */
  verify(quotation: string, options?: VerifyOptions): Promise<Verification>;
  /** Looks words up, as they stand or nearly so; best first. */
  find(words: string, options?: FindOptions): Promise<readonly MatchReport[]>;
}
