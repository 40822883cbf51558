/** What one session of typing in a real editor came to; times in milliseconds. */
export interface EditorRun {
  /** What the extension took to start; null where there is none. */
  readonly activation: Activation | null;
  /** From the draft's opening to its first findings. */
  readonly first: number;
  /** Words of the draft. */
  readonly words: number;
  readonly findings: number;
  readonly keys: number;
  /** From a key to the first findings after it, where these came before the next key. */
  readonly answered: readonly number[];
  /** From the last key of each burst to the last findings that came of it. */
  readonly settled: readonly number[];
  /** How long the extension host was held at a time: by the clock, and by what its thread worked. */
  readonly held: { readonly elapsed: Holds; readonly busy: Holds };
  /** Times that the findings came in which a finding was on other words than before. */
  readonly misplaced: number;
}

/** In milliseconds; `noticed` counts those over 20. */
export interface Holds {
  readonly p50: number;
  readonly p99: number;
  readonly worst: number;
  readonly noticed: number;
}

/** What the editor notes of an extension's start, in whole milliseconds: its code loaded, `activate` called, and its promise resolved. */
export interface Activation {
  readonly load: number;
  readonly call: number;
  readonly resolved: number;
}

/** How a session began: a draft is opened, which starts the extension. */
export interface EditorStart extends Activation {
  /** From the draft's opening to its first finding, in milliseconds. */
  readonly firstFinding: number;
  /** How long the extension host was held at a time, until then. */
  readonly held: { readonly elapsed: Holds; readonly busy: Holds };
}
