import type { BenchArticle } from '../corpora.ts';

/** Where an engine says the words stand: an article’s number and UTF-16 offsets in its text, half-open. */
export interface Answer {
  readonly article: number;
  readonly start: number;
  readonly end: number;
  /** The more, the surer; 0 to 1 where it is comparable between queries. */
  readonly score: number;
}

/** A way to find quotations, as the bench drives it. What is optional is measured where an engine has it. */
export interface Engine {
  readonly name: string;
  /** Articles of the largest corpus it is run on. */
  readonly most: number;
  /** Score from which on the engine takes words for found, where it has such a score of its own. */
  readonly threshold?: number;
  build(articles: Iterable<BenchArticle>): Promise<void> | void;
  /** The best passage, or null. */
  find(words: string): Answer | null;
  add?(article: BenchArticle): void;
  remove?(article: BenchArticle): void;
  /** Does what the engine puts off when articles are added and removed; gives how long, in milliseconds, it held the thread at a time. */
  settle?(): number;
  /** What its index takes by its own count, bytes: typed arrays, or a file. */
  bytes?(): number;
  /** Writes what {@link load} needs to a folder. */
  save?(folder: string): Promise<void> | void;
  /** Takes over from a folder what was saved, instead of `build`; the corpus is the same. */
  load?(folder: string): Promise<void> | void;
  close?(): void;
}

/** What every engine is given: texts by number, which no engine’s memory counts, and a folder for files. */
export interface EngineContext {
  /** So many of the articles that an engine ranks first are aligned, where it ranks articles. */
  readonly top: number;
  readonly textOf: (article: number) => string;
  /** A folder of its own, empty. */
  readonly folder: string;
}

export type MakeEngine = (context: EngineContext) => Engine;
