import type { Prose } from '../prose/prose.ts';
import type { CalendarDate } from '../text/calendarDate.ts';
import type { Span } from '../text/span.ts';

/** Where an article's prose comes from: someone's report, people speaking in turn, or the writer's own notes about an article. */
export type ArticleKind = 'report' | 'transcript' | 'note';

/** Details that a reader may have to guess. */
export type GuessedDetail = 'title' | 'publisher' | 'authors' | 'published';

/** Which version of a text an article is, where its publisher says so. */
export interface Edition {
  /** What all versions of the text have in common: its address or number at the publisher's. */
  readonly of: string;
  /** The version's own number or name, or null. */
  readonly version: string | null;
  /** When the version was made: ISO 8601 with a time, so that they can be put in order; or null. */
  readonly created: string | null;
  /** What the publisher says of it; `corrected`: it corrects what was wrong in the version before. */
  readonly status: 'usable' | 'corrected' | 'withheld' | 'canceled';
}

/** What is said about an article, by its file or beside it. `null` is: not stated. */
export interface ArticleDetails {
  readonly kind: ArticleKind;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly authors: readonly string[];
  readonly published: CalendarDate | null;
  readonly url: string | null;
  /** BCP 47, or null where it is not stated. */
  readonly language: string | null;
  /** Whose words the text is, where no turn or attribution gives them to another. */
  readonly speaker: string | null;
  /** Details that the source does not state in so many words: made out from what stands round the text, they prove less. */
  readonly guessed: readonly GuessedDetail[];
  readonly edition: Edition | null;
}

/** Where from an article's text stands in what it was taken out of. */
export interface Locator {
  /** UTF-16 code units of the article's text. */
  readonly start: number;
  /** As readers call the place: `page 12`, `0:12:31`. */
  readonly label: string;
}

/** From where on in an article's text somebody speaks. */
export interface Turn {
  /** UTF-16 code units of the article's text. */
  readonly start: number;
  /** As the source names them; null where it only says that somebody else speaks. */
  readonly speaker: string | null;
}

/** One source. Immutable: a changed file is a new article with the same id. */
export interface Article extends ArticleDetails {
  /** What the corpus knows it by: its path with forward slashes, or its address in an archive. */
  readonly id: string;
  /**
   * The body. Offsets count in the file's own decoded text for text formats (without a byte-order mark, as editors
   * count), in the extracted text for the others.
   */
  readonly prose: Prose;
  /** The file's own decoded text, for text formats and whoever asks for it (`Texts`): `prose` with its markup. */
  readonly raw?: string;
  /** Pages or times, in the order of the text; left out where there are none. */
  readonly locators?: readonly Locator[];
  /**
   * Who speaks from where on in a transcript, in the order of the text, where names are no part of the text (captions,
   * times beside names). Left out where turns begin with `NAME:` in the text itself.
   */
  readonly turns?: readonly Turn[];
}

/** A stretch of an article's text, in UTF-16 code units of {@link Article.prose}. */
export interface SourceRef {
  readonly articleId: string;
  readonly span: Span;
}

export const NO_DETAILS: ArticleDetails = {
  kind: 'report',
  title: null,
  publisher: null,
  authors: [],
  published: null,
  url: null,
  language: null,
  speaker: null,
  guessed: [],
  edition: null,
};
