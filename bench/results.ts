/** A share as counts, so that nobody takes one query for a percentage. */
export interface Share {
  readonly asked: number;
  readonly right: number;
}

/** Milliseconds. */
export interface Times {
  readonly count: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly worst: number;
}

/** What a score is worth: see `calibration.ts`. */
export interface Calibration {
  /** Answers by tenths of the score, the lowest first, and how many of them are right. */
  readonly deciles: readonly Share[];
  readonly thresholds: readonly ThresholdRow[];
  /** The highest threshold, in hundredths, at which recall is still {@link ENOUGH_RECALL}; null where it never is. */
  readonly highest: ThresholdRow | null;
}

/** What is found where only answers from a score on count. */
export interface ThresholdRow {
  readonly threshold: number;
  /** Share of the queries of the main cells that are answered rightly, 0 to 1. */
  readonly recall: number;
  /** By cell: share of the sentences that are nowhere, yet found, 0 to 1. */
  readonly nowhere: Readonly<Record<string, number>>;
}

/** Recall below this is no use. */
export const ENOUGH_RECALL = 0.97;

/** A saved index, loaded again by a process of its own. Milliseconds; null where it was not loaded. */
export interface Snapshot {
  readonly bytes: number;
  readonly save: number;
  readonly load: number | null;
  /** The first query after loading. */
  readonly first: number | null;
}

/** All that was measured of one engine on one corpus. */
export interface EngineResult {
  /** Its short name, see `engines/all.ts`. */
  readonly key: string;
  /** Its name in tables. */
  readonly engine: string;
  readonly articles: number;
  /** Of the corpus as UTF-8. */
  readonly bytes: number;
  /** Seconds; what making up the articles took is not in it. */
  readonly build: { readonly cpu: number; readonly wall: number };
  /** Bytes: what the process holds more than before, and the engine’s own count; null where unknown. Texts are in neither. */
  readonly memory: { readonly measured: number | null; readonly own: number | null };
  /** Milliseconds of the very first query. */
  readonly first: number;
  /** Queries that have an answer, and those that have none, each by its best run. */
  readonly times: Times | null;
  readonly nowhereTimes: Times | null;
  /** Queries of the main cells alone: neither slips nor more than two fifths of the words altered. */
  readonly mainTimes: Times | null;
  readonly cells: Readonly<Record<string, Share>>;
  /** Unedited queries whose first and last word are told rightly. */
  readonly exact: Share;
  /** By cell: sentences that are nowhere, and how many the engine takes for found by its own threshold. Empty without one. */
  readonly nowhere: Readonly<Record<string, Share>>;
  readonly calibration: Calibration | null;
  /** Milliseconds; null where it was not measured. */
  readonly draft: number | null;
  readonly add: Times | null;
  readonly remove: Times | null;
  /** The longest step, in milliseconds, of what adding and removing put off; null where nothing is. */
  readonly settle: number | null;
  readonly snapshot: Snapshot | null;
  /** What ought not to have happened. */
  readonly problems: readonly string[];
}

/** What {@link EngineResult} is before it has a name. */
export type Measured = Omit<EngineResult, 'key'>;

/** The file that a run leaves. */
export interface Run {
  readonly version: 1;
  readonly node: string;
  readonly processor: string;
  readonly queriesPerCell: number;
  readonly top: number;
  readonly results: readonly EngineResult[];
}
