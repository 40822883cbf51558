import type { Article } from '../corpus/article.ts';
import type { Span } from '../text/span.ts';

/** Something that could not be made out in a file; the rest of the file was read all the same. */
export interface ReadingProblem {
  /** One sentence for the writer: what is wrong and what to do. Does not name the file; whoever shows it does. */
  readonly message: string;
  /** Where in the file's decoded text, if it is a place. */
  readonly span: Span | null;
  /** `side`: it is the side file that is wrong, and the place is in that. */
  readonly file?: 'side';
}

/** What a file gave: usually one article, none where it cannot be read (the problems then say why). */
export interface Reading {
  readonly articles: readonly Article[];
  readonly problems: readonly ReadingProblem[];
}

/** One file format. Readers never throw and never touch the disk: what they cannot make out is a problem. */
export interface Reader {
  /** Lower-case file endings without the dot. */
  readonly endings: readonly string[];
  /**
   * Whether the text is taken out of the file, so that offsets count in what was taken out. Such files are read in a thread
   * of their own with limits on time and memory, since what reads them can be led astray.
   */
  readonly extracts?: boolean;
  /** `id` becomes the article's id; `bytes` is the whole file. */
  readonly read: (id: string, bytes: Uint8Array) => Reading | Promise<Reading>;
}
