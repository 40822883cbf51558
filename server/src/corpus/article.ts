import type { Prose } from '../prose/prose.ts';
import type { CalendarDate } from '../text/calendarDate.ts';
import type { Span } from '../text/span.ts';

/** Where an article's prose comes from: someone's report, people speaking in turn, or the writer's own notes about an article. */
export type ArticleKind = 'report' | 'transcript' | 'note';

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
};
