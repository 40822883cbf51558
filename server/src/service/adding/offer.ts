import type { GuessedDetail } from '../../corpus/article.ts';
import type { CalendarDate } from '../../text/calendarDate.ts';

/** What is known of a source beside its content: said by the writer, or by the way it came. What is left out is not known. */
export interface Stated {
  readonly title?: string;
  readonly publisher?: string;
  readonly published?: CalendarDate;
  readonly url?: string;
  /** The day on which it was fetched or pasted, as ISO 8601 writes it. */
  readonly retrieved?: string;
}

/** How content came: a file of the writer's, a page from the web, or text that was pasted. */
export type Origin = 'file' | 'page' | 'paste';

/** Content that is to be kept as a source. */
export interface Offer {
  readonly origin: Origin;
  /** Of a file or a page as they are; of a paste in UTF-8. */
  readonly bytes: Uint8Array;
  /** What it is called where it comes from, if anything: without folders. */
  readonly name: string | null;
  /** As HTTP writes it, with a `charset` where there is one; null where nobody says. */
  readonly mediaType: string | null;
  readonly stated: Stated;
  /** The side file that it has where it comes from; what is stated here comes before what stands there. */
  readonly side?: Uint8Array;
}

/** A file to be written. */
export interface NewFile {
  /** In the folder of the source; nothing has that name. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A source of the corpus that is the same as one that is to be added. */
export interface Twin {
  readonly articleId: string;
  readonly title: string | null;
  /** `text`: word for word; `address`: it was taken from the same address. */
  readonly same: 'text' | 'address';
}

/** What is to be written so that a source is kept, and what it was read as. */
export interface Addition {
  readonly kind: 'addition';
  /** The source first, its side file after it where it has one. */
  readonly files: readonly NewFile[];
  /** How many articles are in it. */
  readonly articles: number;
  /** Of the first article. */
  readonly title: string | null;
  readonly publisher: string | null;
  readonly published: CalendarDate | null;
  /** Which of these were made out rather than stated. */
  readonly guessed: readonly GuessedDetail[];
  /** Of all articles together. */
  readonly words: number;
  /** What could not be made out, a sentence or two each. */
  readonly problems: readonly string[];
  readonly twin: Twin | null;
}

/** Why nothing can be kept: a sentence or two for the writer. */
export interface Refusal {
  readonly kind: 'refusal';
  readonly reason: string;
}

export function refusal(reason: string): Refusal {
  return { kind: 'refusal', reason };
}
